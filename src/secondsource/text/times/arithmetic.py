"""Calendar arithmetic on days and EDTF values."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from secondsource.text.times.edtf import bounds, grain_of

__all__ = [
    "add_months",
    "day_value",
    "interval",
    "month_value",
    "months_from",
    "nth_week",
    "part_of",
    "period",
    "shift_day",
    "shift_value",
    "week_of",
    "weekend_of",
]

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


def day_value(day: date) -> str:
    """Return the EDTF value of one day."""
    return day.isoformat()


def month_value(day: date) -> str:
    """Return the EDTF value of the month of ``day``."""
    return f"{day.year:04}-{day.month:02}"


def interval(start: date, end: date) -> str:
    """Return the days from ``start`` through ``end``; one day where they are the same."""
    return day_value(start) if start == end else f"{start.isoformat()}/{end.isoformat()}"


def add_months(day: date, count: int) -> date:
    """Return the day ``count`` months later; the last of the month where that has no such day.

    Raises:
        ValueError: It is outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"{count} months from {day} is no year of the calendar")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift_day(day: date, unit: str, count: int) -> date:
    """Return the day ``count`` units later; ``ValueError`` outside the calendar."""
    if unit in _MONTHS:
        return add_months(day, count * _MONTHS[unit])
    if unit not in _DAYS:  # hours and less do not move the day
        return day
    try:
        return day + timedelta(days=count * _DAYS[unit])
    except OverflowError as error:
        raise ValueError(str(error)) from error


def week_of(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the week of ``day``."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend_of(day: date) -> tuple[date, date]:
    """Return Saturday and Sunday of the week of ``day``."""
    monday, sunday = week_of(day)
    return monday + timedelta(days=5), sunday


def months_from(year: int, first: int, count: int) -> str:
    """Return the interval of ``count`` months that begins with month ``first`` of ``year``.

    >>> months_from(2023, 12, 3)
    '2023-12/2024-02'
    """
    start = date(year, first, 1)
    return f"{month_value(start)}/{month_value(add_months(start, count - 1))}"


def period(day: date, unit: str) -> str:
    """Return the calendar unit that ``day`` lies in; the day itself for units below it."""
    if unit in {"week", "fortnight"}:
        return interval(*week_of(day))
    if unit == "weekend":
        return interval(*weekend_of(day))
    if unit == "month":
        return month_value(day)
    if unit == "quarter":
        return months_from(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit in {"year", "decade", "century"}:
        year = f"{day.year:04}"
        return {"year": year, "decade": f"{year[:3]}X", "century": f"{year[:2]}XX"}[unit]
    return day_value(day)


def shift_value(edtf: str, unit: str, count: int) -> str:
    """Return ``edtf`` moved by ``count`` units, with the grain it has; ``ValueError`` for open ends."""
    value = edtf.replace("~", "")
    if "/" in value:
        left, right = value.split("/")
        if ".." in (left, right):
            raise ValueError(f"{edtf!r} has an open end")
        return f"{shift_value(left, unit, count)}/{shift_value(right, unit, count)}"
    start = bounds(value)[0]
    if start is None:
        raise ValueError(f"{edtf!r} has no start")
    grain = grain_of(value)
    moved = shift_day(start, unit, count)
    if grain == "month" and start.day == 1 and unit in _DAYS:
        return month_value(moved)
    return period(moved, "day" if grain == "time" else grain)


def part_of(edtf: str, part: str) -> str | None:
    """Return the early, mid or late part, the start or the end of ``edtf``; null where it has none.

    Early, mid, late month: days 1-10, 11-20, 21-end; year: January-April, May-August, September-December;
    decade: years 0-3, 4-6, 7-9. Start and end of a month are its first and last week; of a week its first
    and last two days (``start`` Monday and Tuesday); of a year its first and last month. A part of a day
    is the day.
    """
    start, end = bounds(edtf)
    if start is None or end is None:
        return None
    days = (end - start).days + 1
    if days == 1:
        return edtf
    if 28 <= days <= 31:
        first, last = _MONTH_PARTS[part]
        begin = end - timedelta(days=6) if first < 0 else start + timedelta(days=first - 1)
        return interval(begin, min(end, start + timedelta(days=last - 1)))
    if days in {365, 366} and start.day == 1:
        first, last = _YEAR_PARTS[part]
        opening, closing = (month_value(add_months(start, month - 1)) for month in (first, last))
        return opening if opening == closing else f"{opening}/{closing}"
    return _other_part(start, end, part)


# "End" of a month is its last seven days, "start" its first seven.
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "start": (1, 7), "end": (-7, 31)}
_YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 1), "end": (12, 12)}


def _other_part(start: date, end: date, part: str) -> str:
    """Thirds of anything else: decades in years, quarters and seasons in months, weeks in days."""
    days = (end - start).days + 1
    if days > 3600:
        years = end.year - start.year + 1
        first, last = {"early": (0, 0.39), "mid": (0.4, 0.69), "late": (0.7, 0.99)}.get(
            part, (0, 0.19) if part == "start" else (0.8, 0.99)
        )
        return f"{start.year + int(first * years):04}/{start.year + int(last * years):04}"
    if days >= 89 and start.day == 1:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        size = max(1, months // 3)
        at = {"early": 0, "start": 0, "mid": (months - size) // 2}.get(part, months - size)
        begin = add_months(start, at)
        until = add_months(begin, size - 1)
        return month_value(begin) if size == 1 else f"{month_value(begin)}/{month_value(until)}"
    size = max(1, -(-days // 3)) if days != 7 else 2
    at = {"early": 0, "start": 0, "mid": (days - size) // 2}.get(part, days - size)
    begin = start + timedelta(days=at)
    return interval(begin, begin + timedelta(days=size - 1))


def nth_week(edtf: str, which: int, *, weekend: bool = False) -> str | None:
    """Return week or weekend number ``which`` (-1 the last) that begins in ``edtf``; null if there is none."""
    start, end = bounds(edtf)
    if start is None or end is None:
        return None
    wanted = 5 if weekend else 0
    length = timedelta(days=1 if weekend else 6)
    if which > 0 and not weekend:  # the first week begins on the first day
        begin = start + timedelta(days=7 * (which - 1))
        return interval(begin, min(begin + length, end)) if begin <= end else None
    if which < 0:
        begin = end - timedelta(days=(end.weekday() - wanted) % 7) if weekend else end - length
        return interval(begin, begin + length)
    begin = start + timedelta(days=(wanted - start.weekday()) % 7 + 7 * (which - 1))
    return interval(begin, begin + length) if begin <= end else None
