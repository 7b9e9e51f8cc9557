"""Cutting a report's text at the borders of the passages that a brief quotes, so that each can be marked.

Passages overlap and nest. A text is cut at every border; each piece knows which passages cover it, begin in
it and end in it. An element is never opened in one piece and closed in another, so any overlap works.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondsource.model import Brief, Reading, Span
from secondsource.render.evidence import sentence_at

__all__ = ["Paragraph", "Passage", "Piece", "anchor", "excerpts_of", "paragraphs_of", "passages_of"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted span with its anchor and the lines that quote it, as (anchor, number)."""

    id: str
    span: Span
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that no border cuts. ``starts`` and ``ends`` are in nesting order, outermost first."""

    text: str
    covering: tuple[Passage, ...] = ()
    starts: tuple[Passage, ...] = ()
    ends: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces of one paragraph of ``span``."""

    span: Span
    pieces: tuple[Piece, ...]


def anchor(report: int, span: Span) -> str:
    """Return the anchor of a passage: ``report`` is the place of its report in the reading, from 1."""
    return f"t{report}-{span.start}-{span.end}"


def passages_of(brief: Brief) -> dict[str, list[Passage]]:
    """Return the passages that the brief quotes, by report, in order of the text, each once."""
    place = {r.id: i for i, r in enumerate(brief.reading.reports, 1)}
    cited: dict[str, dict[Span, dict[tuple[str, int], None]]] = {}
    for number, line in enumerate(brief.lines, 1):
        for e in line.evidence:
            cited.setdefault(e.report, {}).setdefault(e.span, {})[(line.id, number)] = None
    return {
        report: [
            Passage(anchor(place[report], s), _trimmed(brief.reading.text[report], s), tuple(lines))
            for s, lines in sorted(spans.items(), key=lambda item: (item[0].start, -item[0].end))
        ]
        for report, spans in cited.items()
    }


def paragraphs_of(text: str, passages: Sequence[Passage], window: Span | None = None) -> list[Paragraph]:
    """Return the paragraphs of ``text`` (of its part ``window``), cut at the borders of ``passages``.

    Args:
        text: The report's full text.
        passages: Those of this report.
        window: The part to cut; all of it where null. Paragraphs without a visible character are left out.
    """
    start, stop = (window.start, window.end) if window else (0, len(text))
    found = []
    while start < stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        if text[start:end].strip():
            span = Span(start, end)
            found.append(Paragraph(span, _pieces(text, span, passages)))
        start = end + 1
    return found


def excerpts_of(reading: Reading, report: str, passages: Iterable[Passage]) -> list[Span]:
    """Return the sentences that hold the passages of a report, joined where they overlap."""
    wanted = sorted(sentence_at(reading, report, p.span) for p in passages)
    joined: list[Span] = []
    for span in wanted:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span.hull([joined[-1], span])
        else:
            joined.append(span)
    return joined


def _pieces(text: str, paragraph: Span, passages: Sequence[Passage]) -> tuple[Piece, ...]:
    """Sweep over the borders with the set of passages that are open between two of them."""
    waiting = sorted((p for p in passages if p.span.overlaps(paragraph)), key=_outermost, reverse=True)
    borders = {paragraph.start, paragraph.end}
    for p in waiting:
        borders.update(b for b in (p.span.start, p.span.end) if paragraph.start < b < paragraph.end)
    open_now: list[Passage] = []
    pieces = []
    for left, right in pairwise(sorted(borders)):
        open_now = [p for p in open_now if p.span.end > left]
        while waiting and waiting[-1].span.start <= left:
            open_now.append(waiting.pop())
        pieces.append(
            Piece(
                text[left:right],
                tuple(open_now),
                tuple(p for p in open_now if p.span.start == left),
                tuple(p for p in open_now if p.span.end == right),
            )
        )
    return tuple(pieces)


def _outermost(passage: Passage) -> tuple[int, int, str]:
    return passage.span.start, -passage.span.end, passage.id


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends, of any kind; what is quoted is visible (see ``line``)."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
