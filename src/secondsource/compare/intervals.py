"""Quantities as intervals: what their bounds allow, and when two say the same within rounding."""

from __future__ import annotations

import math
from dataclasses import dataclass

from secondsource.model import Quantity

__all__ = ["Interval", "interval_of", "rounds_to"]

# "About" and round figures leave this much room on each side.
ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Interval:
    """``[low, high]``; an open end excludes its value ("more than 5")."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def inside(self, other: Interval) -> bool:
        """Whether every value of this interval is one of ``other``'s."""
        low = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low and high

    def apart(self, other: Interval) -> bool:
        """Whether no value is in both."""
        return self._below(other) or other._below(self)

    def _below(self, other: Interval) -> bool:
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))


def interval_of(quantity: Quantity) -> Interval:
    """Return the values that ``quantity`` allows.

    >>> from secondsource.model import Span
    >>> q = Quantity("q", "r", Span(0, 1), 20, None, "more_than")
    >>> interval_of(q).apart(Interval(20, 20)), Interval(24, 24).inside(interval_of(q))
    (True, True)
    """
    low = quantity.low if quantity.low is not None else -math.inf
    high = quantity.high if quantity.high is not None else math.inf
    match quantity.bound:
        case "at_least":
            return Interval(low, math.inf)
        case "more_than":
            return Interval(low, math.inf, low_open=True)
        case "at_most":
            return Interval(min(0.0, high), high)
        case "less_than":
            return Interval(min(0.0, high), high, high_open=True)
        case "about":
            room = ABOUT * abs(low if math.isfinite(low) else high)
            return Interval(low - room, high + room)
        case _:
            return Interval(low, high)


def rounds_to(fine: float, coarse: float) -> bool:
    """Whether ``coarse`` is ``fine`` rounded to the digits that ``coarse`` shows.

    Only figures of three digits and more are rounded by the press; 12 and 10 are two counts.

    >>> rounds_to(2_940_000, 3_000_000), rounds_to(19, 20), rounds_to(6_712, 6_700)
    (True, False, True)
    """
    if fine == coarse:
        return True
    if min(abs(fine), abs(coarse)) < 100 or fine == 0 or not math.isfinite(fine + coarse):
        return False
    step = 1.0
    while coarse % (step * 10) == 0 and step * 10 <= abs(coarse):
        step *= 10
    return step > 1 and abs(fine - coarse) <= step / 2 and abs(fine - coarse) <= 0.05 * abs(fine)
