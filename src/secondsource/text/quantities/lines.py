"""A line of text, ready for the finder: its tokens, and which of them dates and names hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.model import Span
from secondsource.text.quantities.lexer import Token, tokens
from secondsource.text.quantities.masks import masked

__all__ = ["Line", "read_line"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of ``text``.

    Attributes:
        blocked: For each token, whether it is part of a date, a clock time, a name or an address.
        shouted: Whether it is in title case, so that a capital says nothing.
        named: Indices of numbers that turned out to be names; filled while the line is read.
    """

    text: str
    tokens: list[Token]
    blocked: list[bool]
    shouted: bool
    named: set[int] = field(default_factory=set)

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens ``[first:last)``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def lower(self, at: int) -> str:
        """Return token ``at`` in lower case; empty past the end."""
        return self.tokens[at].lower if at < len(self.tokens) else ""


def read_line(text: str, start: int, end: int) -> Line:
    """Return the line ``text[start:end]``."""
    listed = tokens(text, start, end)
    return Line(text, listed, _blocked(listed, masked(text, start, end)), _is_title(listed))


def _blocked(listed: Sequence[Token], spans: Sequence[Span]) -> list[bool]:
    blocked, which = [], 0
    for token in listed:
        while which < len(spans) and spans[which].end <= token.start:
            which += 1
        blocked.append(which < len(spans) and spans[which].start < token.end)
    return blocked


def _is_title(listed: Sequence[Token]) -> bool:
    long = [t for t in listed if t.kind == "word" and len(t.text) > 3]
    return len(long) >= 4 and sum(t.is_capital for t in long) > 0.75 * len(long)
