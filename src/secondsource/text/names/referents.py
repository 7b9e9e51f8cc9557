"""Who a name, a pronoun or a definite role phrase stands for."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Entity, Span
from secondsource.text.names.context import mentions_of, sentence_of
from secondsource.text.names.definite import definite
from secondsource.text.names.kinds import is_kind
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.phrases import Phrase, parse_phrase
from secondsource.text.names.pronouns import PREPOSITIONS, pronoun

__all__ = ["belongs_to", "referent", "referents"]


def referent(text: str, span: Span, entities: Sequence[Entity]) -> str | None:
    """Return the id of the entity that the phrase at ``span`` stands for, or null where the text leaves it open.

    A name that is the phrase's head comes first, then a body for which an unnamed person speaks
    ("a Kremlin spokesman"), then what a pronoun or a definite role phrase ("the minister", "the
    North Korean leader", "the company") refers back to. Officials of a country stand for nothing.
    """
    named, any_name = _named(text, span, entities)
    if named is not None:
        return named.id
    phrase = parse_phrase(text, span)
    if phrase.pronoun is not None:
        found = pronoun(text, span, phrase, entities)
        if found is not None and phrase.owned and is_kind(phrase.head) and found.speaks_for:
            return found.speaks_for
        return found.id if found else None
    if (
        phrase.definite
        or phrase.seat
        or phrase.country
        or (phrase.role and span.of(text)[:1].isupper() and " " not in span.of(text))
    ):
        found = definite(text, span, phrase, entities)
        newcomer = span.of(text)[:3].lower() in ("a ", "an ")
        if found is not None and not (newcomer and found.type == "person"):
            return found.id  # "a Hungarian police spokesman" is no one who was named before
    return belongs_to(text, span, entities, bodies_only=True) if any_name else None


def _named(text: str, span: Span, entities: Sequence[Entity]) -> tuple[Entity | None, bool]:
    """Return the entity whose name is the head of the phrase, and whether any name is in it."""
    inside = mentions_of(entities).within(span)
    if not inside:
        return None, False
    order = {"person": 0, "organisation": 1, "place": 2, "identifier": 3}
    for s, e in sorted(inside, key=lambda pair: (order[pair[1].type], pair[0])):
        if _is_head(text, span, s, e):
            return e, True
    return None, True


def _is_head(text: str, span: Span, name: Span, entity: Entity) -> bool:
    """Whether the phrase is the name, with title before or apposition after it, and not something of it."""
    before, after = text[span.start : name.start], text[name.end : span.end].strip()
    if after[:2] in {"'s", "’s"} or after[:1] in {"'", "’", "-"}:
        return False
    if _governed(before):
        return _apposed(before)
    if entity.type == "person":
        return not _modifies(after)
    if entity.type == "place" and "," in before:
        # "Police in Palermo, Sicily": the region says where the town is.
        return False
    return (
        not after
        or after[0] in ",;:—–("
        or (is_kind(after.lower()) and before.strip().lower() in {"the", ""})
        or after.split()[0].lower() in {"in", "of", "itself", "and", "which"}
    )


def _modifies(after: str) -> bool:
    """Whether a name leads a role of somebody else: "Orr press secretary Ada Lunt"."""
    words = lexicon()
    for word in after.split()[:3]:
        if not word.islower():
            return False
        if word in words.roles:
            return True
    return False


def _governed(before: str) -> bool:
    """Whether a preposition stands right before the name and its title ("a lawyer for Mr.")."""
    words = lexicon()
    parts = before.lower().split()
    while parts and (
        parts[-1].rstrip(".") in words.address
        or parts[-1] in words.roles
        or parts[-1] in words.role_modifiers
        or parts[-1] in words.portfolios
        or parts[-1] in {"the", "a", "an", "prime"}
    ):
        parts.pop()
    return bool(parts) and parts[-1] in PREPOSITIONS


def _apposed(before: str) -> bool:
    """Whether the name is the head after a comma: "a spokesman for the ministry, John X"."""
    return before.rstrip().endswith(",")


_SEVERAL = frozenset(
    "companies firms countries leaders presidents ministers sides groups banks agencies".split()
)


def belongs_to(text: str, span: Span, entities: Sequence[Entity], *, bodies_only: bool = False) -> str | None:
    """Return the id of the body or country that an unnamed source belongs to ("South Korean officials"), or null."""
    inside = [e for _, e in mentions_of(entities).within(span)]
    for kind in ("organisation",) if bodies_only else ("organisation", "place"):
        for e in inside:
            if e.type == kind and not (bodies_only and (e.key or "").startswith("country:")):
                return e.id
    return None


def referents(text: str, span: Span, entities: Sequence[Entity]) -> tuple[str, ...]:
    """Return the ids of all entities that the phrase at ``span`` stands for ("both countries"); empty for none."""
    one = referent(text, span, entities)
    inside = sorted({(s, e.id) for s, e in mentions_of(entities).within(span) if e.type != "place"})
    if len(inside) > 1 and " and " in span.of(text):
        return tuple(dict.fromkeys(each for _, each in inside))
    if one:
        return (one,)
    phrase = parse_phrase(text, span)
    if not phrase.plural and not (phrase.definite and phrase.head in _SEVERAL):
        return ()
    return _pair(text, span, phrase, entities)


def _pair(text: str, span: Span, phrase: Phrase, entities: Sequence[Entity]) -> tuple[str, ...]:
    """Return the two that "both countries", "the two leaders", "they" can only mean, or nothing."""
    people = phrase.head in {"leaders", "presidents", "men", "ministers"} or phrase.pronoun == "p"
    firms = phrase.head in {"companies", "firms", "groups", "banks", "agencies"}
    wanted = "person" if people else "organisation" if firms else None
    here = sentence_of(text, span.start)
    seen: dict[str, Entity] = {}
    for s, e in reversed(mentions_of(entities).before(span.start)):
        if here - sentence_of(text, s.start) > 1 or len(seen) > 2:
            break
        if (wanted and e.type == wanted and not (firms and not (e.key or "").startswith("org:"))) or (
            not wanted and (e.key or "").startswith("country:")
        ):
            seen.setdefault(e.key or e.id, e)
    return tuple(e.id for e in reversed(seen.values())) if len(seen) == 2 else ()
