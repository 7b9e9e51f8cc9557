"""Read PolNeAR (brat stand-off), one annotator a text, in the story format's conventions.

PolNeAR marks cues with their auxiliaries and adverbs ("has also said"), contents with "that" and "to", and
puts marks and commas now inside, now outside. Gold and found spans are both brought to one form before they
are compared: ``plain`` strips what the two conventions treat differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secondsource.evaluate.sets.folder import data_folder
from secondsource.model import Span

__all__ = ["Document", "Gold", "plain_content", "plain_cue", "plain_source", "read_polnear"]

_LEADING = re.compile(
    r"(?:(?:that|to|has|have|had|is|are|was|were|be|been|being|will|would|also|then|later|previously|recently|"
    r"once|again|repeatedly|\w+ly|’s|'s)\s+)+(?=\w)",
    re.IGNORECASE,
)
_MARKS = " \t\n“”\"'‘’«»,.:;?!-–—()[]"


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution of the corpus; a piece list is empty where it marks none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its gold attributions."""

    name: str
    text: str
    gold: tuple[Gold, ...]


def read_polnear(part: str, *, limit: int | None = None, step: int = 1) -> Iterator[Document]:
    """Yield the documents of ``part`` (``train`` or ``dev``) in order of name, each once."""
    folder = data_folder("polnear") / part
    texts = sorted((folder / "text").glob("*.txt"))[::step]
    for path in texts[:limit]:
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotations:
            text = path.read_text(encoding="utf-8")
            yield Document(path.stem, text, _gold(annotations[0], text))


def _gold(path: Path, text: str) -> tuple[Gold, ...]:
    spans: dict[str, tuple[Span, ...]] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T") and rest:
            spans[key] = _pieces(rest.split("\t")[0], len(text))
        elif key.startswith("E") and rest:
            found.append(rest)
    out = []
    for event in found:
        parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
        for argument in event.split()[1:]:
            role, _, key = argument.partition(":")
            parts.get(role.rstrip("0123456789"), []).extend(spans.get(key, ()))
        if parts["Content"] or parts["Cue"]:
            out.append(Gold(*(tuple(sorted(parts[role])) for role in ("Source", "Cue", "Content"))))
    return tuple(out)


def _pieces(marked: str, length: int) -> tuple[Span, ...]:
    offsets = marked.split(" ", 1)[1]
    found = []
    for piece in offsets.split(";"):
        start, end = (int(number) for number in piece.split())
        if start < end <= length:
            found.append(Span(start, end))
    return tuple(found)


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def _plain(text: str, pieces: tuple[Span, ...], *, leading: bool) -> tuple[Span, ...]:
    out = []
    for i, piece in enumerate(pieces):
        span = _stripped(text, piece)
        if leading and i == 0:
            match = _LEADING.match(text, span.start, span.end)
            span = Span(match.end(), span.end) if match else span
        if len(span):
            out.append(span)
    return tuple(out)


def plain_content(text: str, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return content without "that", "to", and marks and commas at its ends."""
    out = []
    for i, piece in enumerate(_plain(text, pieces, leading=False)):
        match = re.compile(r"(?:that|to)\s+").match(text, piece.start, piece.end) if i == 0 else None
        out.append(Span(match.end(), piece.end) if match else piece)
    return tuple(out)


def plain_cue(text: str, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a cue without leading auxiliaries and adverbs."""
    return _plain(text, pieces, leading=True)


def plain_source(text: str, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a source without marks at its ends."""
    return _plain(text, pieces, leading=False)
