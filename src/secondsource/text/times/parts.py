"""Parts of a period that is already known: its third week, first nine months, last Friday."""

from __future__ import annotations

from datetime import date, timedelta

from secondsource.text.times.anchors import Unresolved
from secondsource.text.times.arithmetic import (
    add_months,
    interval,
    months_from,
    nth_week,
    period,
    shift_day,
)
from secondsource.text.times.scene import closed

__all__ = ["months_or_days", "nth_part", "run_of"]


def nth_part(unit: str, which: int, base: str) -> str:
    """Return the ``which``-th unit of a period, -1 for the last."""
    start, end = closed(base)
    if unit.startswith("day") and unit != "day":
        found = _nth_weekday(int(unit[3:]), which, start, end)
    elif unit in {"week", "weekend"}:
        found = nth_week(base, which, weekend=unit == "weekend")
    else:
        size = {"day": 0, "month": 1, "quarter": 3, "half": 6}[unit]
        if unit == "day":
            moved = end if which < 0 else start + timedelta(days=which - 1)
            found = moved.isoformat() if moved <= end else None
        else:
            first = (
                add_months(end + timedelta(days=1), -size)
                if which < 0
                else add_months(start, size * (which - 1))
            )
            found = months_from(first.year, first.month, size) if first <= end else None
            found = period(first, "month") if found and size == 1 else found
    if found is None:
        raise Unresolved("the period has no such part")
    return found


def _nth_weekday(weekday: int, which: int, start: date, end: date) -> str | None:
    if which < 0:
        day = end - timedelta(days=(end.weekday() - weekday) % 7)
    else:
        day = start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (which - 1))
    return day.isoformat() if start <= day <= end else None


def run_of(side: str, count: int, unit: str, base: str) -> str:
    """The first or last ``count`` units of a period."""
    start, end = closed(base)
    if side == "first":
        first, last = start, shift_day(start, unit, count) - timedelta(days=1)
    else:
        first, last = shift_day(end + timedelta(days=1), unit, -count), end
    if first < start or last > end:
        raise Unresolved("the period is shorter than its part")
    return months_or_days(first, last)


def months_or_days(first: date, last: date) -> str:
    """Write an interval in months where it is made of whole ones."""
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return f"{period(first, 'month')}/{period(last, 'month')}"
    return interval(first, last)
