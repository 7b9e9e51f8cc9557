"""Which quantities of two claims are the same measure, and whether they count one matter."""

from __future__ import annotations

import re

from secondsource.compare.wording import one_event, shared_names
from secondsource.model import Claim, Quantity, Reading
from secondsource.text.measures import RUNNING, crowd_of, kind_of, state_of, unit_kind

__all__ = ["DURATIONS", "comparable", "counts_people", "figure_of", "of_one_matter", "state"]

DURATIONS = frozenset(["year", "month", "week", "day", "hour", "minute", "second", "decade", "century"])
# Shares and money are given of everything; metres and tonnes of one thing are one measure.
_LOOSE_UNITS = frozenset(["percent", "percentage point", "ratio", "times"])
_POINTED = frozenset(
    ["country", "side", "leader", "nation", "party", "government", "man", "woman", "other", "neighbour"]
)
# Figures up to this meet by chance; counts of things from this on are taken for one count of that thing.
SMALL, LARGE = 10, 100
# Words beside the counted noun that two claims share where nothing else says that they are of one matter.
_MIN_TERMS = 2
_REJECTED = re.compile(r"\bnot\s+(?:from\s+|by\s+|in\s+)?$", re.IGNORECASE)


def comparable(reading: Reading, a: Claim, b: Claim) -> list[tuple[Quantity, Quantity]]:
    """Return pairs of quantities that measure the same, each used once; equal figures find each other first."""
    left, right = (_told(reading, claim) for claim in (a, b))
    used: set[str] = set()
    found = []
    for equal in (True, False):
        for one in left:
            for other in right:
                if one.id in used or other.id in used or (equal and figure_of(one) != figure_of(other)):
                    continue
                if _same_measure(reading, a, b, one, other, single=len(left) == len(right) == 1):
                    used |= {one.id, other.id}
                    found.append((one, other))
    return found


def _told(reading: Reading, claim: Claim) -> list[Quantity]:
    """Quantities that the claim states; one that it rejects ("one tank, not two") is none."""
    text = reading.text[claim.report]
    listed = [reading.quantity[v] for v in claim.values if v in reading.quantity]
    return [q for q in listed if not _REJECTED.search(text, max(0, q.span.start - 12), q.span.start)]


def _same_measure(
    reading: Reading, a: Claim, b: Claim, one: Quantity, other: Quantity, *, single: bool
) -> bool:
    if _names_only(one) or _names_only(other):
        return False
    if unit_kind(one.unit) != unit_kind(other.unit) or (one.change is None) != (other.change is None):
        return False
    mine, theirs = state(reading, a, one), state(reading, b, other)
    if mine and theirs and mine != theirs:
        return False
    if one.unit == "year of age":
        return _one_person(reading, a, b)
    if one.unit in DURATIONS:
        return a.action == b.action and a.action is not None
    if one.unit is not None:
        equal = figure_of(one) == figure_of(other) and figure_of(one) > SMALL
        return equal or single or bool(set(a.terms) & set(b.terms))
    if one.item_head and other.item_head:
        return kind_of(one.item_head) == kind_of(other.item_head)
    return mine is not None and mine == theirs


def _one_person(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether two claims are about the same one person, so that their ages can be compared."""
    people = [
        {e.id for key in c.about if (e := reading.entity.get(key)) is not None and e.type == "person"}
        for c in (a, b)
    ]
    return len(people[0]) == 1 and people[0] == people[1]


def state(reading: Reading, claim: Claim, quantity: Quantity) -> str | None:
    """Return what befell the people that a quantity counts; None for things, money and measures."""
    if quantity.unit is not None or (quantity.item_head and kind_of(quantity.item_head) != "person"):
        return None
    return state_of(reading.text[claim.report], quantity.span, claim.span)


def counts_people(quantity: Quantity) -> bool:
    """Whether a quantity counts people; two crowds of 22 need not be one."""
    return bool(quantity.item_head) and kind_of(quantity.item_head or "") == "person"


def of_one_matter(reading: Reading, a: Claim, b: Claim, one: Quantity, other: Quantity) -> bool:
    """Whether something beside kind and unit says that two quantities are of one matter.

    One state of people in a running story; one physical unit of one thing; large counts of one thing,
    unless what is done with it differs; never a part of a crowd beside the whole; one event with an actor or two words more in common; or three
    words in common.
    """
    if _two_crowds(reading, a, b, one, other):
        return False
    befell = state(reading, a, one)
    if befell in RUNNING and befell == state(reading, b, other):
        return True
    heads = {h for h in (one.item_head, other.item_head) if h}
    alone = len(heads) == 1 and bool(one.item_head and other.item_head)
    differ = bool(a.action and b.action and a.action != b.action)
    physical = one.unit is not None and one.unit not in _LOOSE_UNITS | DURATIONS and not _money(one.unit)
    if alone and physical:
        return True
    person = any(kind_of(h) == "person" for h in heads)
    if person and len(heads) > 1:
        return False  # "three victims" and "100 people" are two crowds
    if (
        alone
        and not person
        and one.unit is None
        and min(figure_of(one), figure_of(other)) >= LARGE
        and not differ
    ):
        return True
    words = (set(a.terms) & set(b.terms)) - heads
    if one_event(reading, a, b) and (shared_names(reading, a, b) or len(words) > 1):
        return True
    return len(words) > _MIN_TERMS


def _two_crowds(reading: Reading, a: Claim, b: Claim, one: Quantity, other: Quantity) -> bool:
    """Whether two counts are of different people, or one is of a part: "23 officers" beside "60 wounded"."""
    mine, theirs = (crowd_of(reading.text[c.report], q.span) for c, q in ((a, one), (b, other)))
    return mine != theirs and bool({mine, theirs} - _WHOLE)


# Who they are tells nothing apart where the other count names nobody: all the dead may be workers.
_WHOLE = frozenset(["", "staff", "civilian"])


def _money(unit: str) -> bool:
    return len(unit.partition(" ")[0]) == 3 and unit.isupper()


def _names_only(quantity: Quantity) -> bool:
    """Whether it only points at someone ("the two leaders") and measures nothing."""
    return quantity.item_head in _POINTED and quantity.bound == "exact" and figure_of(quantity) <= 3


def figure_of(quantity: Quantity) -> float:
    """Return the figure of a quantity: its lower end, else its upper."""
    return quantity.low if quantity.low is not None else quantity.high or 0.0
