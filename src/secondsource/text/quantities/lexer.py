"""Tokens for the number grammar: finer than words, so that "8.6m", "two-thirds" and "152-mm" come apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["DASHES", "Token", "is_plain", "tokens"]

DASHES = frozenset("-–—−‐‑‒")
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

# Alternatives, in order: vulgar fraction; digits with grouping marks (3 by 3, or the Indian 2 by 2);
# plain digits; a decimal without its zero (".500"), not after a word or a digit; an abbreviation with
# inner points ("U.S.", "p.m."); a word, with digits that follow letters ("G7") and inner apostrophes; a mark.
_TOKEN = re.compile(
    rf"(?P<num>[{_VULGAR}]"
    r"|\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3}){1,8}(?:\.\d+)?(?!\d)"
    r"|\d{1,2}(?:,\d{2}){1,6},\d{3}(?:\.\d+)?(?!\d)"
    r"|\d+(?:\.\d+)?"
    r"|(?<![\w.)\]])\.\d+)"
    r"|(?P<code>\b(?:AUD|BRL|CAD|CHF|CNY|EUR|GBP|HKD|INR|JPY|KSh|Ksh|MXN|NZD|PKR|RM|RMB|Rp|Rs|SGD|TL|Tk|USD|ZAR)(?=\d))"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_](?:\w|['’](?=\w))*)"
    r"|(?P<mark>\S)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A number, word or mark of a line.

    Attributes:
        start: Offset of its first character in the whole text; ``end`` is exclusive.
        glued: Whether no space stands before it.
        lower: Lower case with straight apostrophes.
    """

    start: int
    end: int
    text: str
    kind: Literal["num", "word", "mark"]
    glued: bool
    lower: str = field(default="")

    @property
    def is_dash(self) -> bool:
        """Whether it is a hyphen, minus or dash of any length."""
        return self.text in DASHES

    @property
    def is_capital(self) -> bool:
        """Whether it is a word with a capital among its first two letters ("Boeing", "iPhone")."""
        return self.kind == "word" and (self.text[0].isupper() or self.text[1:2].isupper())


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``; offsets count from the beginning of ``text``."""
    found: list[Token] = []
    last = start - 1
    for match in _TOKEN.finditer(text, start, end):
        kind: Literal["num", "word", "mark"] = (
            "num" if match.lastgroup == "num" else "mark" if match.lastgroup == "mark" else "word"
        )
        piece = match.group()
        lower = piece.lower().replace("’", "'") if kind == "word" else piece
        found.append(Token(match.start(), match.end(), piece, kind, match.start() == last, lower))
        last = match.end()
    return found


def is_plain(line: Sequence[Token], at: int) -> bool:
    """Whether token ``at`` is a whole number of up to four digits without separators: it could name something."""
    token = line[at]
    return token.kind == "num" and token.text.isdecimal() and len(token.text) <= 4
