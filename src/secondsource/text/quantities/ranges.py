"""Two amounts that make one range, or a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.text.quantities.amounts import Amount, next_amount
from secondsource.text.quantities.bounds import limit_before
from secondsource.text.quantities.changes import change_at, is_change_word
from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.units import Unit

__all__ = ["listed_unit", "range_end"]

# Words after which "from … to …" spans values instead of telling a change.
_SPREAD = frozenset(
    "range ranges ranging ranged anywhere priced vary varying varied varies scale run runs".split()
)

# How far before "from" a verb of change may stand ("rose in the second quarter of the year from 3 to 5").
_REACH = 10


def range_end(line: Sequence[Token], first: Amount) -> tuple[Amount, Amount, int] | None:
    """Return both ends of the range that ``first`` begins, and the token where its words begin; or None."""
    found = _connected(line, first)
    if found is None:
        return None
    joint, at = found
    second = next_amount(line, at)
    if second is None or second.number.form in ("share", "vague"):
        return None
    first, second = _share_unit(first, second)
    if first.unit and second.unit and first.unit.name != second.unit.name:
        return None
    start = _opening(line, first, joint)
    if start is None or first.value == second.value:
        return None
    if first.value > second.value:
        # "ranged from -18 °C to -34 °C" goes down; every other pair that does is a change or a score.
        if line[start].lower != "from" or line[start - 1].lower not in _SPREAD:
            return None
        return replace(second, end=first.end), replace(first, end=second.end), start
    return first, second, start


def listed_unit(line: Sequence[Token], first: Amount) -> Unit | None:
    """Return the unit of ``first``, or that of the next amount where the two share it ("45 and 50 mg")."""
    at = first.end
    if first.unit or first.number.form in ("share", "vague") or at >= len(line):
        return first.unit
    if line[at].lower != "and":
        return None
    second = next_amount(line, at + 1)
    if second is None or second.unit is None or second.prefixed or second.unit.dimension in ("age", "score"):
        return None
    return None if second.hyphened or second.number.form == "share" else second.unit


def _connected(line: Sequence[Token], first: Amount) -> tuple[str, int] | None:
    at = first.end
    if at + 1 >= len(line):
        return None
    token = line[at]
    if token.is_dash:
        if line[at + 1].lower in ("to", "and", "or") and token.glued:
            step = at + 2
            if step < len(line) and line[step].is_dash:
                step += 1
            return line[at + 1].lower, step
        glued = token.glued and line[at + 1].glued
        spaced = not token.glued and not line[at + 1].glued
        return ("dash", at + 1) if glued or (spaced and line[at + 1].kind == "num") else None
    if token.lower in ("to", "and", "or"):
        step = at + 1
        while step < len(line) and line[step].lower in ("even", "about", "perhaps", "around", "maybe"):
            step += 1
        if line[at + 1].is_dash:
            step = at + 2
        return token.lower, step
    return None


def _share_unit(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    if first.unit is None and second.unit is not None:
        first = replace(first, unit=second.unit)
    elif second.unit is None and first.unit is not None and first.prefixed:
        second = replace(second, unit=first.unit)
    low, high = first.number, second.number
    if (
        low.scale == 1
        and high.scale > 1
        and abs(first.value) < 1000
        and low.value <= (high.raw or high.value)
    ):
        first = replace(first, value=first.value * high.scale)
    return first, second


def _opening(line: Sequence[Token], first: Amount, joint: str) -> int | None:
    """Return where the range's words begin, or None where the two amounts make none."""
    limit = limit_before(line, first.start)
    start = limit.at if limit else first.start
    before = line[start - 1].lower if start else ""
    if joint == "and":
        return start - 1 if before == "between" else None
    if joint == "or":
        return start if first.unit is None or first.end == first.number.end or first.prefixed else None
    if joint == "to":
        if before == "from":
            return None if _changes(line, start - 1) else start - 1
        if change_at(line, first.start, first.end) or before == "by":
            return None
    return start


def _changes(line: Sequence[Token], at: int) -> bool:
    """Whether a verb of change governs the "from" at token ``at``."""
    for pos in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if line[pos].kind == "mark" and line[pos].text in ".;:":
            return False
        if line[pos].lower in (
            "range",
            "ranges",
            "ranging",
            "ranged",
            "anywhere",
            "priced",
            "vary",
            "varying",
            "scale",
        ):
            return False
        if line[pos].kind == "word" and is_change_word(line[pos].lower):
            return True
    return False
