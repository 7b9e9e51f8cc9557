"""Find the words of a gold annotation in the text of its report: exact substrings, counted where repeated."""

from __future__ import annotations

from secondsource.errors import StoryError
from secondsource.model import Span

__all__ = ["locate", "nearest", "number_of", "occurrences"]


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
