"""Readers of the gold data for names: re3d, the worldwide newswire, UNER-EWT and GAP."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.evaluate.sets.folder import data_folder
from secondsource.model import EntityType, Span
from secondsource.text.names import country_of

__all__ = ["GapRow", "NamedText", "load_gap", "load_newswire", "load_re3d", "load_uner"]

_TYPES: dict[str, EntityType] = {
    "Person": "person", "Organisation": "organisation", "Organization": "organisation", "Location": "place",
    "Facility": "place", "PER": "person", "ORG": "organisation", "LOC": "place",
}  # fmt: skip
_NO_NAMES = frozenset("the a an this our we he she it they i us our his her their".split())
_NO_SPACE_BEFORE = frozenset(", . ; : ! ? ) ] % 's ’s n't n’t 're ’re 've ’ve 'll ’ll ' ’ ”".split())
_NO_SPACE_AFTER = frozenset("( [ $ £ € “ #".split())


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with its gold names; ``free`` are spans where a prediction is neither right nor wrong (nationalities)."""

    name: str
    part: str
    text: str
    gold: tuple[tuple[Span, EntityType], ...]
    free: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GapRow:
    """A pronoun and two names, either or neither of which it stands for."""

    text: str
    pronoun: Span
    a: Span
    b: Span
    a_is: bool
    b_is: bool


def load_re3d() -> Iterator[NamedText]:
    """Yield the documents of all folders; ``part`` is the folder.

    Only spans that begin (after an article) and end with a capital are names: the set also marks "We",
    "mourners" and "the Syrian people". Of spans that nest the outer one is kept. Countries that act
    are organisations in this set; they are places here.
    """
    for folder in sorted(data_folder("re3d").iterdir()):
        if not (folder / "entities.json").exists():
            continue
        entities: dict[str, list[tuple[Span, EntityType]]] = {}
        free: dict[str, list[Span]] = {}
        for row in _json_lines((folder / "entities.json").read_text(encoding="utf-8")):
            span = Span(int(row["begin"]), int(row["end"]))  # type: ignore[call-overload]
            kind = str(row["type"])
            if kind in _TYPES:
                entities.setdefault(str(row["documentId"]), []).append((span, _TYPES[kind]))
            elif kind == "Nationality":
                free.setdefault(str(row["documentId"]), []).append(span)
        for row in _json_lines((folder / "documents.json").read_text(encoding="utf-8")):
            key, text = str(row["_id"]), str(row["text"])
            named = [
                (span, "place" if country_of(span.of(text)) and kind == "organisation" else kind)
                for span, kind in entities.get(key, [])
                if _is_name(span.of(text))
            ]
            yield NamedText(key, folder.name, text, _outermost(named), tuple(free.get(key, [])))


def _json_lines(raw: str) -> Iterator[dict[str, object]]:
    for line in raw.splitlines():
        if line.strip():
            yield json.loads(line)


def _is_name(text: str) -> bool:
    words = [word for word in text.split() if word.lower() not in _NO_NAMES]
    return bool(words) and words[-1][:1].isupper() and words[0][:1].isupper()


def _outermost(named: Sequence[tuple[Span, EntityType]]) -> tuple[tuple[Span, EntityType], ...]:
    kept: list[tuple[Span, EntityType]] = []
    for span, kind in sorted(set(named), key=lambda pair: (-len(pair[0]), pair)):
        if not any(other.overlaps(span) for other, _ in kept):
            kept.append((span, kind))
    return tuple(sorted(kept))


def _from_tokens(name: str, part: str, sentences: Sequence[Sequence[tuple[str, str]]]) -> NamedText:
    """Put tokens with BIO labels together into a text."""
    text = ""
    gold: list[tuple[Span, EntityType]] = []
    free: list[Span] = []
    current: tuple[int, str] | None = None
    for sentence in sentences:
        previous = ""
        for at, (form, label) in enumerate(sentence):
            following = sentence[at + 1][0] if at + 1 < len(sentence) else ""
            tight = not text or text.endswith("\n") or form in _NO_SPACE_BEFORE or previous in _NO_SPACE_AFTER
            tight = tight or (form == "-" and previous[-1:].isalnum() and following[:1].isalnum())
            tight = tight or (
                previous == "-" and at > 1 and sentence[at - 2][0][-1:].isalnum() and form[:1].isalnum()
            )
            if current and not label.startswith("I-"):
                _close(current, len(text), gold, free)
                current = None
            text += form if tight else " " + form
            if label.startswith("B-"):
                current = (len(text) - len(form), label[2:])
            previous = form
        if current:
            _close(current, len(text), gold, free)
            current = None
        text += "\n"
    return NamedText(name, part, text, tuple(gold), tuple(free))


def _close(current: tuple[int, str], end: int, gold: list[tuple[Span, EntityType]], free: list[Span]) -> None:
    start, label = current
    if label in _TYPES:
        gold.append((Span(start, end), _TYPES[label]))
    elif label == "NORP":
        free.append(Span(start, end))


def load_newswire() -> Iterator[NamedText]:
    """Yield the articles of the worldwide newswire set, in order of file name."""
    for path in sorted(data_folder("en_worldwide_newswire").glob("*.tsv")):
        sentences: list[list[tuple[str, str]]] = [[]]
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) == 2 and fields[0]:
                sentences[-1].append((fields[0], fields[1]))
            elif sentences[-1]:
                sentences.append([])
        yield _from_tokens(path.name, "all", [s for s in sentences if s])


def load_uner(part: str = "dev") -> Iterator[NamedText]:
    """Yield the documents of UNER's EWT part (``dev`` or ``test``)."""
    path = data_folder("uner_ewt") / f"en_ewt-ud-{part}.iob2"
    name, sentences = "", [[]]  # type: tuple[str, list[list[tuple[str, str]]]]
    for line in [*path.read_text(encoding="utf-8").splitlines(), "# newdoc id = end"]:
        if line.startswith("# newdoc id"):
            if any(sentences):
                yield _from_tokens(name, part, [s for s in sentences if s])
            name, sentences = line.partition("= ")[2], [[]]
        elif not line:
            sentences.append([])
        elif not line.startswith("#"):
            fields = line.split("\t")
            sentences[-1].append((fields[1], fields[2]))


def load_gap(part: str = "development") -> Iterator[GapRow]:
    """Yield the rows of a part of GAP."""
    with (data_folder("gap") / f"gap-{part}.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            pronoun, a, b = (
                Span(int(row[f"{column}-offset"]), int(row[f"{column}-offset"]) + len(row[column]))
                for column in ("Pronoun", "A", "B")
            )
            yield GapRow(row["Text"], pronoun, a, b, row["A-coref"] == "TRUE", row["B-coref"] == "TRUE")
