"""Words that limit a number: "more than", "at least", "nearly", "or more"."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from secondsource.model import Bound
from secondsource.text.quantities.lexer import Token, tokens

__all__ = ["Limit", "interval", "limit_after", "limit_before"]

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound and the token at which its words begin (before a number) or end (after it)."""

    bound: Bound
    at: int


@cache
def _tables() -> tuple[dict[tuple[str, ...], Bound], dict[tuple[str, ...], Bound], frozenset[str]]:
    raw = tomllib.loads(files(__package__).joinpath("bounds.toml").read_text(encoding="utf-8"))
    sides = []
    for side in ("before", "after"):
        table: dict[tuple[str, ...], Bound] = {}
        for bound, forms in raw[side].items():
            for form in forms:
                table[tuple(t.lower for t in tokens(form, 0, len(form)))] = bound
        sides.append(table)
    return sides[0], sides[1], frozenset(raw["adverbs"]["span"])


def limit_before(line: Sequence[Token], at: int) -> Limit | None:
    """Return the bound whose words end right before token ``at``, or None."""
    table, _, adverbs = _tables()
    for size in range(min(_LONGEST, at), 0, -1):
        bound = table.get(tuple(t.lower for t in line[at - size : at]))
        if bound is None:
            continue
        start = at - size
        if start and line[start - 1].lower in adverbs:
            start -= 1
        return _negated(line, start, bound)
    return None


def _negated(line: Sequence[Token], start: int, bound: Bound) -> Limit:
    """Turn "not more than" and "cannot exceed" round; the longest forms are in the table already."""
    before = line[start - 1].lower if start else ""
    if before in ("not", "cannot", "n't") and bound == "more_than":
        return Limit("at_most", start - 1)
    if before in ("not", "cannot") and bound == "less_than":
        return Limit("at_least", start - 1)
    return Limit(bound, start)


def limit_after(line: Sequence[Token], at: int) -> Limit | None:
    """Return the bound whose words begin at token ``at`` ("or more", "+"), or None."""
    if at < len(line) and line[at].text == "+" and line[at].glued:
        nxt = line[at + 1] if at + 1 < len(line) else None
        return None if nxt and nxt.glued and nxt.kind == "num" else Limit("at_least", at + 1)
    if at + 1 < len(line) and line[at].is_dash and line[at].glued and line[at + 1].glued:
        if line[at + 1].lower in ("odd", "ish", "something"):
            return Limit("about", at + 2)
        if line[at + 1].lower == "plus":
            return Limit("at_least", at + 2)
    _, table, _ = _tables()
    for size in range(min(_LONGEST, len(line) - at), 0, -1):
        bound = table.get(tuple(t.lower for t in line[at : at + size]))
        if bound is not None:
            # "$1 billion or more than $42 billion": the words limit the next number.
            compared = at + size < len(line) and line[at + size].lower == "than"
            return None if compared else Limit(bound, at + size)
    return None


def interval(value: float, bound: Bound) -> tuple[float | None, float | None]:
    """Return ``low`` and ``high`` for a single figure under ``bound``.

    >>> interval(5, "at_most")
    (None, 5)
    """
    if bound in ("at_least", "more_than"):
        return value, None
    if bound in ("at_most", "less_than"):
        return None, value
    return value, value
