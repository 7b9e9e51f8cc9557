"""Spans: the half-open ranges of code points that all evidence is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.errors import SpanError

__all__ = ["Span", "trim"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``[start:end)`` of a report's ``full_text``, in Unicode code points.

    >>> Span(0, 3).of("the ferry")
    'the'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(f"span [{self.start}, {self.end}) is no range of a text")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words that the span selects from ``text``.

        Raises:
            SpanError: The span runs past the end of the text; slicing would hide that.
        """
        if self.end > len(text):
            raise SpanError(
                f"span [{self.start}, {self.end}) runs past the end of a text of {len(text)} characters"
            )
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span (equal spans do)."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """Return the span moved ``by`` code points to the right."""
        return Span(self.start + by, self.end + by)

    def gap(self, other: Span) -> int:
        """Return the number of characters between the two; 0 where they touch or overlap."""
        return max(0, max(self.start, other.start) - min(self.end, other.end))

    @staticmethod
    def hull(spans: Iterable[Span]) -> Span:
        """Return the smallest span that holds them all; ``ValueError`` for none."""
        listed = list(spans)
        return Span(min(s.start for s in listed), max(s.end for s in listed))


def trim(text: str, span: Span, chars: str = " \t\n\r\u00a0") -> Span:
    """Return ``span`` without leading and trailing ``chars``; an empty span where nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in chars:
        start += 1
    while end > start and text[end - 1] in chars:
        end -= 1
    return Span(start, end)
