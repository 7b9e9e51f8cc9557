"""Compare the quantities of two claims: what their intervals say, and which is the later figure."""

from __future__ import annotations

from secondsource.compare.base import Verdict
from secondsource.compare.intervals import interval_of, rounds_to
from secondsource.compare.measures import (
    DURATIONS,
    SMALL,
    comparable,
    counts_people,
    figure_of,
    of_one_matter,
    state,
)
from secondsource.compare.occasion import Occasioned
from secondsource.model import Quantity, Reading, Relation
from secondsource.text.measures import RUNNING
from secondsource.text.times import bounds, describe

__all__ = ["compare_quantities"]


def compare_quantities(reading: Reading, a: Occasioned, b: Occasioned) -> Verdict | None:
    """Return what the comparable quantities of two claims say together, or None where there are none.

    The first quantity that excludes or outdates another decides; else the first.
    """
    found = [
        verdict
        for one, other in comparable(reading, a.claim, b.claim)
        if (verdict := _compare(reading, a, b, one, other)) is not None
    ]
    if not found:
        return None
    order = ["updates", "conflicts", "refines", "same", "compatible", "not_comparable"]
    return min(found, key=lambda v: order.index(v.relation))


def _compare(
    reading: Reading, a: Occasioned, b: Occasioned, one: Quantity, other: Quantity
) -> Verdict | None:
    """What two quantities of one measure say together; None where a small figure is equal by chance."""
    said = f"“{reading.quote(one)}” and “{reading.quote(other)}”"
    values = (one.id, other.id)
    matter = of_one_matter(reading, a.claim, b.claim, one, other)
    apart = _periods_apart(one, other)
    if apart:
        why = f"{said} are counted over different periods: {apart}"
        return Verdict("not_comparable", why, "quantity", values=values)
    if _says_the_same(one, other):
        telling = matter or (figure_of(one) > SMALL and not counts_people(one))
        return Verdict("same", f"{said} say the same", "quantity", values=values) if telling else None
    newer = _newer(reading, a, b, one, other) if matter or a.origin == b.origin else None
    if newer is not None:
        earlier, later = (other, one) if newer[0] else (one, other)
        why = f"“{reading.quote(earlier)}”, then “{reading.quote(later)}”: {newer[1]}"
        return Verdict("updates", why, "quantity", newer[0], values)
    disjoint = interval_of(one).apart(interval_of(other))
    if disjoint and a.origin == b.origin:
        why = f"{said}: two figures of one origin, {a.origin_name}; which is the later is not established"
        return Verdict("compatible", why, "quantity", values=values)
    if not matter:
        relation: Relation = "not_comparable" if disjoint else "compatible"
        return Verdict(relation, f"{said}: nothing says that they count the same", "quantity", values=values)
    return _of_intervals(reading, one, other, values)


def _of_intervals(reading: Reading, one: Quantity, other: Quantity, values: tuple[str, str]) -> Verdict:
    mine, theirs = interval_of(one), interval_of(other)
    said = f"“{reading.quote(one)}” and “{reading.quote(other)}”"
    if mine.apart(theirs):
        return Verdict("conflicts", f"{said} exclude each other", "quantity", values=values)
    for inner, outer, turned in ((other, one, False), (one, other, True)):
        if interval_of(inner).inside(interval_of(outer)):
            why = f"“{reading.quote(inner)}” is more precise and fits “{reading.quote(outer)}”"
            return Verdict("refines", why, "quantity", turned, values)
    return Verdict("compatible", f"{said} can both be true", "quantity", values=values)


def _says_the_same(one: Quantity, other: Quantity) -> bool:
    if (one.low, one.high) == (other.low, other.high):
        pair = {one.bound, other.bound}
        return (
            len(pair) == 1
            or pair == {"exact", "about"}
            or pair == {"at_least", "more_than"}
            or pair == {"at_most", "less_than"}
        )
    if {one.bound, other.bound} <= {"exact", "about"} and one.low is not None and other.low is not None:
        return rounds_to(one.low, other.low) or rounds_to(other.low, one.low)
    return False


def _newer(
    reading: Reading, a: Occasioned, b: Occasioned, one: Quantity, other: Quantity
) -> tuple[bool, str] | None:
    """Whether one figure is a later count of the same measure: (is it the first one?, why)."""
    if one.unit in DURATIONS or figure_of(one) == figure_of(other):
        return None
    mine, theirs = a.counted_at(one), b.counted_at(other)
    order = a.before(b, mine, theirs)
    if a.origin == b.origin:
        if order is None:
            return None
        first, second = (theirs, mine) if order else (mine, theirs)
        return order, f"figures of one origin, {a.origin_name}, at two times{_times(first, second)}"
    running = {state(reading, a.claim, one), state(reading, b.claim, other)} & RUNNING
    explicit = one.as_of and other.as_of and one.as_of != other.as_of
    if not running and not (explicit and order is not None):
        return None
    if not explicit and "missing" not in running:
        # People who died do not come back: the higher count is the later one, unless its report is older.
        grown = figure_of(one) > figure_of(other)
        if order is not None and order != grown:
            return None
        order = grown
    if order is None:
        return None
    first, second = (theirs, mine) if order else (mine, theirs)
    return order, f"the later count of a running figure{_times(first, second)}"


def _times(first: str | None, second: str | None) -> str:
    if first and second and describe(first) != describe(second):
        return f" ({describe(first)}, then {describe(second)})"
    return ""


def _periods_apart(one: Quantity, other: Quantity) -> str:
    if not one.period or not other.period:
        return ""
    (a_first, a_last), (b_first, b_last) = bounds(one.period), bounds(other.period)
    if (a_last and b_first and a_last < b_first) or (b_last and a_first and b_last < a_first):
        return f"{describe(one.period)} and {describe(other.period)}"
    return ""
