"""Bare numbers that are ages: "Mr. Hale, 32,", "aged 25 to 54", "at the age of 21"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.quantities.lexer import Token

__all__ = ["is_age"]

_OLDEST = 115
_PERSONS = frozenset("man woman boy girl child teenager widow widower".split())
_GROUPS = frozenset(
    "people persons men women children adults girls boys those anyone everyone voters".split()
)
_BEFORE = frozenset("aged age ages".split())


def is_age(line: Sequence[Token], start: int, end: int) -> bool:
    """Whether the number without noun or unit at tokens ``[start:end)`` is somebody's age."""
    before = line[start - 1].lower if start else ""
    than = [t.lower for t in line[max(0, start - 2) : start]]
    if than in (["young", "as"], ["old", "as"], ["younger", "than"], ["older", "than"]):
        return True
    if before == "of" and start >= 2 and line[start - 2].lower in _PERSONS:  # "a man of 82"
        return True
    if before in ("under", "over") and start >= 2 and line[start - 2].lower in _GROUPS:  # "people under 30"
        return True
    if before in _BEFORE or (
        before in ("of", "over", "under", "between", "from") and _age_before(line, start - 1)
    ):
        return True
    if (
        end - start != 1
        or not line[start].text.isdecimal()
        or len(line[start].text) > 3
        or not 0 < int(line[start].text) <= _OLDEST
    ):
        return False
    if before == "," and start >= 2 and line[start - 2].kind == "word":
        nxt = line[end] if end < len(line) else None
        closed = nxt is None or nxt.text in (",", ".", ";", ")", "”", '"') or nxt.is_dash
        # A name, or a person's role, stands before the comma; "on June 5, 12, and 19" has a number there.
        return closed and (line[start - 2].is_capital or (nxt is not None and nxt.text == ","))
    if before == "(" and start >= 2 and line[start - 2].is_capital and end < len(line):
        return False
    return before in ("turned", "turns") or (before in ("is", "was") and _person_before(line, start - 1))


def _age_before(line: Sequence[Token], at: int) -> bool:
    return any(token.lower in _BEFORE for token in line[max(0, at - 2) : at])


def _person_before(line: Sequence[Token], at: int) -> bool:
    return at > 0 and line[at - 1].lower in ("he", "she", "who", "i")
