"""Compare the quantities of two claims: which are the same measure, and what their intervals say."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.compare.base import Verdict
from secondsource.compare.intervals import interval_of, rounds_to
from secondsource.compare.occasion import Occasioned
from secondsource.compare.wording import one_event
from secondsource.model import Claim, Quantity, Reading, Relation
from secondsource.text.measures import RUNNING, kind_of, state_of, unit_kind
from secondsource.text.times import bounds, describe

__all__ = ["compare_quantities"]

_DURATIONS = frozenset(["year", "month", "week", "day", "hour", "minute", "second", "decade", "century"])

# Figures up to this meet by chance.
_SMALL = 10
# Words beside the counted noun that two claims share where nothing else says that they are of one matter.
_MIN_TERMS = 2
_POINTED = frozenset(
    ["country", "side", "leader", "nation", "party", "government", "man", "woman", "other", "neighbour"]
)


def compare_quantities(reading: Reading, a: Occasioned, b: Occasioned) -> Verdict | None:
    """Return what the comparable quantities of two claims say together, or None where there are none.

    The first quantity that excludes or outdates another decides; else the first.
    """
    found = [_compare(reading, a, b, one, other) for one, other in _pairs(reading, a.claim, b.claim)]
    if not found:
        return None
    order = ["updates", "conflicts", "refines", "same", "compatible", "not_comparable"]
    return min(found, key=lambda v: order.index(v.relation))


def _pairs(reading: Reading, a: Claim, b: Claim) -> list[tuple[Quantity, Quantity]]:
    """Comparable quantities, each used once, in order of the first claim."""
    left = [reading.quantity[v] for v in a.values if v in reading.quantity]
    right = [reading.quantity[v] for v in b.values if v in reading.quantity]
    used: set[str] = set()
    found = []
    for one in left:
        for other in right:
            if other.id not in used and _same_measure(reading, a, b, one, other, left, right):
                used.add(other.id)
                found.append((one, other))
                break
    return found


def _same_measure(
    reading: Reading,
    a: Claim,
    b: Claim,
    one: Quantity,
    other: Quantity,
    left: Sequence[Quantity],
    right: Sequence[Quantity],
) -> bool:
    if _names_only(one) or _names_only(other):
        return False
    if unit_kind(one.unit) != unit_kind(other.unit) or (one.change is None) != (other.change is None):
        return False
    mine, theirs = _state(reading, a, one), _state(reading, b, other)
    if mine and theirs and mine != theirs:
        return False
    if one.unit in _DURATIONS:
        return a.action == b.action and a.action is not None
    if one.unit is not None:
        if _figure(one) == _figure(other) and _figure(one) > _SMALL:
            return True
        return len(left) == len(right) == 1 or bool(set(a.terms) & set(b.terms))
    if one.item_head and other.item_head:
        return kind_of(one.item_head) == kind_of(other.item_head)
    return mine is not None and mine == theirs


def _state(reading: Reading, claim: Claim, quantity: Quantity) -> str | None:
    """What befell the people that a quantity counts; None for things, money and measures."""
    if quantity.unit is not None or (quantity.item_head and kind_of(quantity.item_head) != "person"):
        return None
    return state_of(reading.text[claim.report], quantity.span, claim.span)


def _compare(reading: Reading, a: Occasioned, b: Occasioned, one: Quantity, other: Quantity) -> Verdict:
    mine, theirs = interval_of(one), interval_of(other)
    said = f"“{reading.quote(one)}” and “{reading.quote(other)}”"
    values = (one.id, other.id)
    apart = _periods_apart(one, other)
    if apart:
        return Verdict(
            "not_comparable", f"{said} are counted over different periods: {apart}", "quantity", values=values
        )
    if _says_the_same(one, other):
        return Verdict("same", f"{said} say the same", "quantity", values=values)
    newer = _newer(reading, a, b, one, other)
    if newer is not None:
        turned, why = newer
        return Verdict("updates", f"{said}: {why}", "quantity", turned, values)
    if mine.apart(theirs) and a.origin == b.origin:
        why = f"{said}: two figures of one origin, {a.origin_name}; which is the later is not established"
        return Verdict("compatible", why, "quantity", values=values)
    if not _one_matter(reading, a, b, one, other):
        relation: Relation = "not_comparable" if mine.apart(theirs) else "compatible"
        return Verdict(relation, f"{said}: nothing says that they count the same", "quantity", values=values)
    if mine.apart(theirs):
        return Verdict("conflicts", f"{said} exclude each other", "quantity", values=values)
    if theirs.inside(mine):
        return Verdict(
            "refines",
            f"“{reading.quote(other)}” is more precise and fits “{reading.quote(one)}”",
            "quantity",
            values=values,
        )
    if mine.inside(theirs):
        return Verdict(
            "refines",
            f"“{reading.quote(one)}” is more precise and fits “{reading.quote(other)}”",
            "quantity",
            True,
            values,
        )
    return Verdict("compatible", f"{said} can both be true", "quantity", values=values)


def _one_matter(reading: Reading, a: Occasioned, b: Occasioned, one: Quantity, other: Quantity) -> bool:
    """Whether two counts of one kind are of one matter: one origin, one state of people, one event, or like words."""
    if a.origin == b.origin or one_event(reading, a.claim, b.claim):
        return True
    state = _state(reading, a.claim, one)
    if state is not None and state == _state(reading, b.claim, other):
        return True
    counted = {one.item_head, other.item_head}
    if len(counted) == 1 and one.item_head and kind_of(one.item_head) != "person":
        # Things: unless what is done with them differs ("bought 90 lorries", "stopped 140 lorries").
        return not (a.claim.action and b.claim.action and a.claim.action != b.claim.action)
    return len((set(a.claim.terms) & set(b.claim.terms)) - counted) >= _MIN_TERMS


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
    if one.unit in _DURATIONS or _figure(one) == _figure(other):
        return None
    mine, theirs = a.counted_at(one), b.counted_at(other)
    order = a.before(b, mine, theirs)
    if a.origin == b.origin:
        if order is None:
            return None
        first, second = (theirs, mine) if order else (mine, theirs)
        return order, f"figures of one origin, {a.origin_name}, at two times{_times(first, second)}"
    running = {_state(reading, a.claim, one), _state(reading, b.claim, other)} & RUNNING
    explicit = one.as_of and other.as_of and one.as_of != other.as_of
    if not running and not (explicit and order is not None):
        return None
    if not explicit and "missing" not in running:
        # People who died do not come back: the higher count is the later one, unless its report is older.
        grown = _figure(one) > _figure(other)
        if order is not None and order != grown:
            return None
        order = grown
    if order is None:
        return None
    first, second = (theirs, mine) if order else (mine, theirs)
    return order, f"the later count of a running figure{_times(first, second)}"


def _names_only(quantity: Quantity) -> bool:
    """Whether it only points at someone ("the two leaders") and measures nothing."""
    return quantity.item_head in _POINTED and quantity.bound == "exact" and _figure(quantity) <= 3


def _figure(quantity: Quantity) -> float:
    return quantity.low if quantity.low is not None else quantity.high or 0.0


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
