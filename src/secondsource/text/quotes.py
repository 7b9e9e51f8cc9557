"""Quotation marks of every style, paired inside a paragraph; what cannot be paired is marked stray.

Newspapers open every paragraph of a long quotation and close only the last one; machine translation
opens with one style and closes with another («…”). So a mark is first read by its place (a blank
before it, a word after it), then by its shape, and styles of one family close each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from secondsource.model import Span
from secondsource.text.sentences import paragraphs

__all__ = ["Quotation", "Quotations", "quotations"]

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚‛'「」『』＂〝〞]")
_SINGLE = frozenset("‘’‚‛'‹›")
_OPENS = frozenset(["``", "“", "„", "‟", "«", "‹", "‘", "‚", "‛", "「", "『", "〝"])
_CLOSES = frozenset(["''", "”", "»", "›", "’", "」", "』", "〞"])
_FIXED = frozenset("「」『』〝〞„‚‟‛")
_ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|n|round|bout|cos|tween)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of quoted text.

    Attributes:
        outer: With its marks.
        inner: Without them.
        level: 0 for the outermost.
        closed: False for a piece that goes on in the next paragraph.
        continues: Whether it carries on the piece of the paragraph before.
    """

    outer: Span
    inner: Span
    level: int
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """Pairs in order of their opening marks, and the double marks that have no partner."""

    pairs: tuple[Quotation, ...]
    stray: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    single: bool
    opens: bool
    closes: bool
    possessive: bool = False


def quotations(text: str) -> Quotations:
    """Return the quotations of ``text``. Never fails: unpaired marks are ``stray``, apostrophes are nothing.

    >>> [q.inner.of("He said «yes” twice.") for q in quotations("He said «yes” twice.").pairs]
    ['yes']
    """
    pairs: list[Quotation] = []
    stray: list[Span] = []
    carried = False
    lines = paragraphs(text)
    for i, paragraph in enumerate(lines):
        marks = _marks(text, paragraph)
        found, left = _pair(marks)
        continues = carried
        carried = False
        if left and i + 1 < len(lines):
            first = _first_open(left)
            if first is not None and _begins_open(text, lines[i + 1]):
                found.append(_piece(first, paragraph))
                left.remove(first)
                carried = True
        found = _levelled(found)
        if continues:
            found = [
                replace(q, continues=True) if q.level == 0 and q.outer.start == paragraph.start else q
                for q in found
            ]
        pairs.extend(found)
        stray.extend(sorted(mark.span for mark in left if not mark.single))
    return Quotations(tuple(pairs), tuple(stray))


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    read = [_read(text, m, paragraph) for m in _MARK.finditer(text, paragraph.start, paragraph.end)]
    return [mark for mark in read if mark is not None]


def _read(text: str, match: re.Match[str], paragraph: Span) -> _Mark | None:
    """Say what a mark can do at its place, or None for an apostrophe."""
    shape = match.group()
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    span = Span(match.start(), match.end())
    single = shape in _SINGLE
    if shape in _FIXED:
        return _Mark(span, single, shape in _OPENS, shape in _CLOSES)
    left_word, right_word = not _gap_before(before), not _gap_after(after)
    if single and shape not in "‹›":
        if before.isalnum() and after.isalnum():
            return None
        if not before.isalnum() and _ELISION.match(text, match.end(), paragraph.end):
            return None
        opens = right_word and not left_word and shape in "‘'"
        closes = left_word and shape in "’'"
        plural = before in "sz" and closes and after == " "
        return _Mark(span, True, opens, closes, plural) if opens or closes else None
    if right_word and not left_word:
        return _Mark(span, single, True, False)
    if left_word and not right_word:
        return _Mark(span, single, False, True)
    if shape in _OPENS or shape in _CLOSES:
        return _Mark(span, single, shape in _OPENS, shape in _CLOSES)
    return _Mark(span, single, True, True)


def _gap_before(char: str) -> bool:
    return char.isspace() or char in "([{—–-/“‘«„‚‹\"'`"


def _gap_after(char: str) -> bool:
    return char.isspace() or char in ")]}—–-/,.;:!?…”’»›\"'"


def _pair(marks: list[_Mark]) -> tuple[list[Quotation], list[_Mark]]:
    """Pair marks with a stack; singles never close across an open double."""
    found: list[Quotation] = []
    stack: list[_Mark] = []
    left: list[_Mark] = []
    doubles = 0
    later = _closing_after(marks)
    for i, mark in enumerate(marks):
        if mark.single:
            top_single = bool(stack) and stack[-1].single
            if top_single and mark.closes and not (mark.possessive and later[i]):
                found.append(_quotation(stack.pop(), mark))
            elif mark.opens:
                stack.append(mark)
            continue
        if doubles and mark.closes:
            while stack[-1].single:
                stack.pop()
            found.append(_quotation(stack.pop(), mark))
            doubles -= 1
        elif mark.opens:
            stack.append(mark)
            doubles += 1
        else:
            left.append(mark)
    return found, left + stack


def _closing_after(marks: list[_Mark]) -> list[bool]:
    """For each mark: whether a single that surely closes follows before the next single that opens."""
    out = [False] * len(marks)
    seen = False
    for i in range(len(marks) - 1, -1, -1):
        out[i] = seen
        mark = marks[i]
        if mark.single and mark.opens:
            seen = False
        elif mark.single and mark.closes and not mark.possessive:
            seen = True
        elif not mark.single:
            seen = False
    return out


def _quotation(first: _Mark, last: _Mark) -> Quotation:
    return Quotation(Span(first.span.start, last.span.end), Span(first.span.end, last.span.start), 0)


def _piece(first: _Mark, paragraph: Span) -> Quotation:
    outer = Span(first.span.start, paragraph.end)
    return Quotation(outer, Span(first.span.end, paragraph.end), 0, closed=False)


def _first_open(left: list[_Mark]) -> _Mark | None:
    """Return the first mark left that opens, if no later one closes."""
    doubles = [mark for mark in left if not mark.single]
    return doubles[0] if len(doubles) == 1 and doubles[0].opens else None


def _begins_open(text: str, paragraph: Span) -> bool:
    match = _MARK.match(text, paragraph.start, paragraph.end)
    mark = _read(text, match, paragraph) if match else None
    return mark is not None and mark.opens and not mark.single


def _levelled(found: list[Quotation]) -> list[Quotation]:
    """Return the pairs in order, each with the number of pairs around it."""
    out = []
    ends: list[int] = []
    for quotation in sorted(found, key=lambda q: (q.outer.start, -q.outer.end)):
        while ends and ends[-1] <= quotation.outer.start:
            ends.pop()
        out.append(replace(quotation, level=len(ends)))
        ends.append(quotation.outer.end)
    return out
