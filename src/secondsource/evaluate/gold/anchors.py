"""Find the words of a gold annotation in the text of its report: exact substrings, counted where repeated."""

from __future__ import annotations

from secondsource.errors import StoryError
from secondsource.model import Span

__all__ = ["in_context", "is_whole", "locate", "nearest", "number_of", "occurrences"]

_GAP = " … "


def occurrences(text: str, words: str) -> list[Span]:
    """Return every occurrence of ``words`` in ``text``, also inside other words and overlapping ones.

    Empty ``words`` occur nowhere.

    >>> [s.start for s in occurrences("on and on upon", "on")]
    [0, 7, 12]
    """
    found: list[Span] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def locate(text: str, words: str, n: int | None, where: str) -> Span:
    """Return the one place that ``words`` and their number ``n`` (1-based) name.

    Args:
        text: Full text of the report.
        words: The exact substring.
        n: Which occurrence; may be null where there is only one.
        where: How messages call the annotation ("attribution a3, source").

    Raises:
        StoryError: They do not occur, occur more than once without ``n``, or less than ``n`` times.
    """
    found = occurrences(text, words)
    if not found:
        raise StoryError(f"{where}: {words!r} is not in the text; copy the words character for character")
    if n is None and len(found) > 1:
        raise StoryError(f"{where}: {words!r} occurs {len(found)} times; say which with a number from 1")
    if n is not None and not 1 <= n <= len(found):
        raise StoryError(f"{where}: {words!r} occurs {len(found)} times, there is no number {n}")
    return found[(n or 1) - 1]


def nearest(text: str, words: str, near: Span, where: str) -> Span:
    """Return the occurrence of ``words`` nearest to ``near``; of two as near, the earlier.

    Raises:
        StoryError: They do not occur.
    """
    found = occurrences(text, words)
    if not found:
        raise StoryError(f"{where}: {words!r} is not in the text; copy the words character for character")
    return min(found, key=lambda span: (span.gap(near), span.start))


def number_of(text: str, span: Span) -> int | None:
    """Return the number that tells ``span`` from the other occurrences of its words; null where it needs none."""
    found = occurrences(text, span.of(text))
    return found.index(span) + 1 if len(found) > 1 else None


def is_whole(text: str, span: Span) -> bool:
    """Say whether a span begins and ends at the edges of words."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (before.isalnum() and text[span.start].isalnum()) and not (
        after.isalnum() and text[span.end - 1].isalnum()
    )


def in_context(text: str, words: str, where: str) -> Span:
    """Return the one place that an annotator's words name.

    They stand alone where they occur once (as whole words), else bracketed in a context that occurs once.
    ``first words … last words`` reaches from the first to the nearest last ones of the same paragraph.

    >>> in_context("12 ships, 12 lorries", "[12] lorries", "q1")
    Span(start=10, end=12)
    >>> in_context("He left at noon on a bicycle.", "left … bicycle", "c1")
    Span(start=3, end=28)

    Raises:
        StoryError: The words are not in the text, or could be in several places.
    """
    left, found, rest = words.partition("[")
    if not found or words in text:
        return _reach(text, words, where)
    inner, _, right = rest.partition("]")
    if _GAP in inner:
        first, _, last = inner.partition(_GAP)
        start = _one(text, left + first, where).start + len(left)
        return Span(start, _last(text, start + len(first), last, right, where))
    whole = _one(text, left + inner + right, where)
    return Span(whole.start + len(left), whole.start + len(left) + len(inner))


def _reach(text: str, words: str, where: str) -> Span:
    first, gap, last = words.partition(_GAP)
    if not gap or words in text:
        return _one(text, words, where)
    begin = _one(text, first, where)
    return Span(begin.start, _last(text, begin.end, last, "", where))


def _last(text: str, after: int, last: str, right: str, where: str) -> int:
    at = text.find(last + right, after)
    while at >= 0 and not is_whole(text, Span(at, at + len(last))):
        at = text.find(last + right, at + 1)
    if at < 0 or "\n\n" in text[after:at]:
        raise StoryError(f"{where}: {last + right!r} does not follow in the same paragraph")
    return at + len(last)


def _one(text: str, words: str, where: str) -> Span:
    found = occurrences(text, words)
    whole = [span for span in found if is_whole(text, span)]
    if len(whole) == 1:
        return whole[0]
    if len(found) > 1:
        raise StoryError(
            f"{where}: {words!r} occurs {len(found)} times; add words around it: before [{words}] after"
        )
    return locate(text, words, None, where)
