"""The keys of a story file: which there must be, of what kind, with which values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from secondsource.model import (
    Bound,
    EntityType,
    Kind,
    Modality,
    OriginKind,
    Polarity,
    Relation,
    SourceType,
    Stance,
    Venue,
    Voice,
)

__all__ = ["LISTS", "Problem", "shape_problems"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a story file that is wrong.

    Attributes:
        where: The object ("attribution a3").
        what: What is wrong with it, and what to do.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


Type = Literal["str", "number", "int", "strs", "words", "numbers", "pairs", "objects", "object"]


@dataclass(frozen=True, slots=True)
class _Key:
    """What may stand under a key: its type, whether it must be there, whether null may, which words."""

    type: Type = "str"
    must: bool = True
    null: bool = False
    words: tuple[str, ...] = ()


def _one_of(literal: object, *, must: bool = True, null: bool = False) -> _Key:
    return _Key("str", must, null, get_args(literal))


_ID = _Key()
_MAYBE = _Key(must=False, null=True)
_N = _Key("int", must=False, null=True)
_IDS = _Key("strs", must=False)
_CHANGE = ("figure", "date", "name", "quote", "other")

SHAPES: dict[str, dict[str, _Key]] = {
    "reports": {
        "id": _ID, "text": _ID, "outlet": _MAYBE, "publisher": _MAYBE, "url": _MAYBE, "language": _MAYBE,
        "published_at": _MAYBE, "dateline": _MAYBE, "headline": _MAYBE, "byline": _MAYBE, "credit": _MAYBE,
        "version_of": _MAYBE, "also_in": _IDS,
    },
    "attributions": {
        "id": _ID, "report": _ID, "source": _Key(null=True), "source_n": _N, "cue": _Key(null=True), "cue_n": _N,
        "content": _Key("strs"), "content_n": _Key("numbers", must=False, null=True), "source_type": _one_of(SourceType),
        "kind": _one_of(Kind), "stance": _one_of(Stance), "speaker": _Key(null=True), "parent": _Key(null=True),
        "chain": _Key("words"), "chain_text": _Key("words"), "chain_kind": _Key("strs"),
        "venue": _one_of(Venue, must=False, null=True), "venue_host": _MAYBE, "venue_when": _MAYBE,
        "denies": _MAYBE, "scope": _MAYBE,
    },
    "quantities": {
        "id": _ID, "report": _ID, "text": _ID, "n": _N, "low": _Key("number", null=True),
        "high": _Key("number", null=True), "unit": _Key(null=True), "item": _Key(null=True),
        "bound": _one_of(Bound), "as_of": _MAYBE, "period": _MAYBE, "relative_to": _MAYBE,
    },
    "times": {"id": _ID, "report": _ID, "text": _ID, "n": _N, "edtf": _Key(null=True)},
    "entities": {
        "id": _ID, "type": _one_of(EntityType), "name": _ID, "speaks_for": _MAYBE, "mentions": _Key("objects"),
    },
    "mentions": {"report": _ID, "text": _ID, "n": _N},
    "claims": {
        "id": _ID, "report": _ID, "text": _ID, "n": _N, "attribution": _Key(null=True), "voice": _one_of(Voice),
        "polarity": _one_of(Polarity), "modality": _one_of(Modality), "when": _Key(null=True),
        "about": _Key("strs"), "values": _Key("strs"),
    },
    "origins": {
        "id": _ID, "name": _ID, "kind": _one_of(OriginKind), "entity": _Key(null=True),
        "occasions": _Key("objects"), "claims": _Key("strs"),
    },
    "occasions": {"venue": _one_of(Venue, null=True), "host": _MAYBE, "when": _MAYBE, "attributions": _Key("strs")},
    "groups": {
        "id": _ID, "about": _ID, "claims": _Key("strs"), "relations": _Key("objects"),
        "origins": _Key("object"), "positions": _Key("objects", must=False),
    },
    "relations": {"a": _ID, "b": _ID, "is": _one_of(Relation), "why": _ID},
    "count": {"min": _N, "max": _N, "why": _MAYBE, "maybe_same": _Key("pairs", must=False)},
    "positions": {"claims": _Key("strs"), "origins": _Key("object")},
    "copies": {"from": _ID, "to": _ID, "text_from": _ID, "text_to": _ID, "text_from_n": _N, "text_to_n": _N,
               "changes": _Key("objects", must=False)},
    "changes": {"from": _Key(null=True), "to": _Key(null=True), "kind": _Key(words=_CHANGE), "from_n": _N, "to_n": _N},
    "timeline": {"edtf": _ID, "what": _ID, "claims": _Key("strs")},
}  # fmt: skip

_INSIDE = {
    ("entities", "mentions"): "mentions", ("origins", "occasions"): "occasions", ("copies", "changes"): "changes",
    ("groups", "relations"): "relations", ("groups", "origins"): "count", ("groups", "positions"): "positions",
    ("positions", "origins"): "count",
}  # fmt: skip

LISTS = (
    "reports",
    "attributions",
    "quantities",
    "times",
    "entities",
    "claims",
    "origins",
    "groups",
    "copies",
    "timeline",
)


def shape_problems(raw: Mapping[str, Any]) -> list[Problem]:
    """Return what is wrong with the keys and kinds of values of a story file; nothing about what they mean."""
    found = [
        Problem("story", f"{key!r} must be a text")
        for key in ("id", "title")
        if not isinstance(raw.get(key), str)
    ]
    for key in LISTS:
        listed = raw.get(key, [])
        if not _fits(listed, "objects"):
            found.append(Problem("story", f"{key!r} must be a list of objects"))
            continue
        for number, item in enumerate(listed, 1):
            found += _object(item, key, f"{_singular(key)} {item.get('id') or number}")
    return found


def _object(item: Mapping[str, Any], shape: str, where: str) -> Iterator[Problem]:
    for key, rule in SHAPES[shape].items():
        if key not in item:
            if rule.must:
                yield Problem(where, f"the key {key!r} is missing")
            continue
        value = item[key]
        if value is None:
            if not rule.null:
                yield Problem(where, f"{key!r} must not be null")
        elif not _fits(value, rule.type):
            yield Problem(where, f"{key!r} is {value!r}; it must be {_NAMES[rule.type]}")
        elif rule.words and value not in rule.words:
            yield Problem(where, f"{key!r} is {value!r}; it must be one of {', '.join(rule.words)}")
        elif (shape, key) in _INSIDE:
            inner = [value] if isinstance(value, Mapping) else value
            for number, each in enumerate(inner, 1):
                yield from _object(each, _INSIDE[shape, key], f"{where}, {_singular(key)} {number}")
    for key in sorted(item.keys() - SHAPES[shape].keys() - {"change"}):
        yield Problem(where, f"the key {key!r} is not of the format")


_NAMES: dict[Type, str] = {
    "str": "a text", "number": "a number", "int": "a whole number", "strs": "a list of texts",
    "words": "a list of texts and nulls", "numbers": "a list of whole numbers and nulls",
    "pairs": "a list of pairs of texts", "objects": "a list of objects", "object": "an object",
}  # fmt: skip


def _fits(value: object, type_: Type) -> bool:
    inner: dict[Type, Type] = {"strs": "str", "words": "str", "numbers": "int", "objects": "object"}
    if type_ == "pairs":
        return isinstance(value, list) and all(_fits(each, "strs") and len(each) == 2 for each in value)
    if type_ in inner:
        nulls = type_ in ("words", "numbers")
        return isinstance(value, list) and all(
            (each is None and nulls) or _fits(each, inner[type_]) for each in value
        )
    if isinstance(value, bool):
        return False
    kinds: dict[Type, type | tuple[type, ...]] = {
        "str": str, "number": (int, float), "int": int, "object": Mapping,
    }  # fmt: skip
    return isinstance(value, kinds[type_])


def _singular(key: str) -> str:
    return {"entities": "entity", "quantities": "quantity", "copies": "copy"}.get(key, key.removesuffix("s"))
