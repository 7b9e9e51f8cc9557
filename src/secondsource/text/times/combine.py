"""Join the phrases that belong together: a weekday with its date, a day with a clock, a month with a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from secondsource.model import Span
from secondsource.text.times.edtf import grain_of
from secondsource.text.times.modifiers import is_day, modified, part_of_day, unjoined
from secondsource.text.times.nodes import (
    Anaphor,
    Atom,
    Clock,
    Day,
    Fixed,
    Holiday,
    Month,
    Node,
    Offset,
    Part,
    Season,
    Shifted,
    Stretch,
    Weekday,
    Within,
)
from secondsource.text.times.ranges import bounded, joined_range, shared_years

__all__ = ["combine"]

_LONGEST_GAP = 24
Join = Callable[[str, Atom, str, Atom], Atom | None]
_TIGHT = re.compile(r",?[ \u00a0]{1,3}(?:on[ ]|the[ ]|the[ ]|of[ ])?|[ ]?\(|,[ ]on[ ]")


_CLOCK_DAY = re.compile(r",?[ ]{1,3}(?:on[ ]|of[ ]|at[ ]|around[ ]|about[ ]|by[ ])?(?:early[ ]|late[ ])?")


_OF = re.compile(r"(?:,|[ ]of|[ ]in|,[ ]in)?[ ]{1,3}")


def combine(text: str, atoms: list[Atom]) -> list[Atom]:
    """Return the atoms joined as far as they belong together, in order of the text."""
    joined = _fold(text, [part_of_day(text, atom) for atom in atoms], _pair)
    joined = [modified(text, atom) for atom in joined]
    joined = _fold(text, joined, _pair)
    joined = _fold(text, shared_years(text, joined), joined_range)
    done: list[Atom] = []
    for atom in joined:
        if not unjoined(atom.node):
            done.append(bounded(text, atom, done[-1].span.end if done else 0))
    return done


def _fold(text: str, atoms: list[Atom], join: Join) -> list[Atom]:
    stack: list[Atom] = []
    for atom in atoms:
        if stack and atom.span.start < stack[-1].span.end:
            continue  # a modifier of the one before has taken it in
        merged = atom
        while stack:
            left = stack[-1]
            gap = text[left.span.end : merged.span.start]
            both = join(text, left, gap, merged) if len(gap) <= _LONGEST_GAP else None
            if both is None:
                break
            stack.pop()
            merged = both
        stack.append(merged)
    return stack


def _atom(left: Atom, right: Atom, node: Node, extra: int = 0) -> Atom:
    span = Span(left.span.start, right.span.end + extra)
    return Atom(span, node, span)


def _is_year(node: Node) -> bool:
    if isinstance(node, Fixed):
        return grain_of(node.edtf) == "year"
    return isinstance(node, Offset | Anaphor | Shifted) and node.unit == "year"


def _yearless(node: Node) -> bool:
    if isinstance(node, Part):
        return _yearless(node.base)
    return isinstance(node, Day | Month | Season | Holiday) and node.year is None and node.relative is None


def _pair(text: str, left: Atom, gap: str, right: Atom) -> Atom | None:
    a, b = left.node, right.node
    if unjoined(a) and isinstance(a, Stretch | Part) and re.fullmatch(r"[ ]{1,3}(?:the[ ])?", gap):
        return _atom(left, right, replace(a, base=b))
    if isinstance(a, Weekday) and isinstance(b, Day | Fixed) and is_day(b) and _TIGHT.fullmatch(gap):
        close = 1 if "(" in gap and text[right.span.end : right.span.end + 1] == ")" else 0
        return _atom(left, right, b, close)
    if (
        isinstance(a, Clock)
        and isinstance(a.base, Weekday)
        and isinstance(b, Day | Fixed)
        and is_day(b)
        and _TIGHT.fullmatch(gap)
    ):
        return _atom(left, right, replace(a, base=b))
    if (
        isinstance(a, Clock)
        and isinstance(b, Clock)
        and gap == " ("
        and text[right.span.end : right.span.end + 1] == ")"
    ):
        return _atom(left, right, _zoned(a, b), 1)
    if (
        isinstance(a, Offset | Anaphor)
        and a.unit == "year"
        and isinstance(b, Season | Anaphor | Month)
        and gap in {"'s ", "’s "}
    ):
        return _atom(left, right, Within(b, a))
    if isinstance(a, Anaphor) and a.unit == "quarter" and _year_back(b) and gap == " ":
        return _atom(left, right, Anaphor("year", -1, "quarter", whole=True))
    if isinstance(a, Clock) and a.base is None and is_day(b) and _CLOCK_DAY.fullmatch(gap):
        return _atom(left, right, replace(a, base=b))
    if is_day(a) and isinstance(b, Clock) and b.base is None and _CLOCK_DAY.fullmatch(gap):
        return _atom(left, right, replace(b, base=a))
    if _yearless(a) and _is_year(b) and _OF.fullmatch(gap):
        if isinstance(b, Anaphor | Shifted) or "," in gap or " in" in gap:
            return _atom(left, right, Within(a, b)) if isinstance(b, Anaphor) and "," not in gap else None
        return _atom(left, right, Within(a, b))
    return None


def _year_back(node: Node) -> bool:
    return isinstance(node, Anaphor | Shifted) and node.unit == "year" and node.count == -1


def _zoned(local: Clock, other: Clock) -> Clock:
    """10:35 a.m. (0735 GMT): the second says how far the first is from Greenwich."""
    if local.zone is not None or other.zone is None:
        return local
    hours = (local.hour - other.hour) + (local.minute - other.minute) / 60 + other.zone
    return replace(local, zone=(hours + 12) % 24 - 12)
