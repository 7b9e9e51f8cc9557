"""EDTF values as the story format writes them: what days they cover, how they compare, how they read.

A value is a day (``2031-03-04``), month, year, decade (``203X``) or century (``20XX``), a clock time
(``2031-03-04T06:00:00+00:00``), or an interval of two of these with ``..`` for an open end; ``~`` behind a
value says about.

References:
    Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2:2019), a part of levels 0 to 2.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

__all__ = [
    "bounds",
    "contains",
    "days_apart",
    "describe",
    "earliest",
    "grain_of",
    "is_approximate",
    "is_valid",
    "same_or_overlapping",
]

Bounds = tuple[date | None, date | None]

_ONE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T(?P<clock>\d{2}:\d{2}:\d{2})(?P<zone>Z|[+-]\d{2}:\d{2})?)?)?)?(?P<about>~)?",
    re.ASCII,
)


def bounds(edtf: str) -> Bounds:
    """Return the first and the last day that ``edtf`` covers, both inclusive; None for an open end.

    A clock time gives its day, in the zone in which it is written.

    Raises:
        ValueError: It is no value of the story format.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if "/" not in edtf:
        return _one(edtf)
    left, _, right = edtf.partition("/")
    start = None if left == ".." else _one(left)[0]
    end = None if right == ".." else _one(right)[1]
    if start and end and end < start:
        raise ValueError(f"{edtf!r} ends before it begins")
    return start, end


def _one(value: str) -> tuple[date, date]:
    match = _ONE.fullmatch(value)
    if match is None or match["year"] == "0000":
        raise ValueError(f"{value!r} is no EDTF day, month, year, decade or clock time")
    year = match["year"]
    if "X" in year:
        if match["month"]:
            raise ValueError(f"{value!r}: a decade has no month")
        first = max(1, int(year.replace("X", "0")))
        return date(first, 1, 1), date(int(year.replace("X", "9")), 12, 31)
    if match["month"] is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    month = int(match["month"])
    if not 1 <= month <= 12:
        raise ValueError(f"{value!r}: there is no month {month}")
    if match["day"] is None:
        return date(int(year), month, 1), date(int(year), month, calendar.monthrange(int(year), month)[1])
    day = date(int(year), month, int(match["day"]))
    return day, day


def is_valid(edtf: str) -> bool:
    """Whether ``bounds`` can read it."""
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def is_approximate(edtf: str) -> bool:
    """Whether a part of it is marked with ``~``."""
    return "~" in edtf


def grain_of(edtf: str) -> str:
    """Return ``time``, ``day``, ``month``, ``year``, ``decade``, ``century`` or ``interval``.

    >>> grain_of("203X")
    'decade'
    """
    value = edtf.removesuffix("~")
    if "/" in value:
        return "interval"
    if "X" in value:
        return "century" if value.endswith("XX") else "decade"
    return "time" if "T" in value else {4: "year", 7: "month"}.get(len(value), "day")


def same_or_overlapping(a: str, b: str) -> bool:
    """Whether the two have at least one day in common.

    >>> same_or_overlapping("2024-06-19/2024-06-20", "2024-06-22/2024-06-23")
    False
    """
    (a_start, a_end), (b_start, b_end) = bounds(a), bounds(b)
    return not (
        (a_end is not None and b_start is not None and a_end < b_start)
        or (b_end is not None and a_start is not None and b_end < a_start)
    )


def contains(a: str, b: str) -> bool:
    """Whether every day of ``b`` lies in ``a``.

    >>> contains("2023", "2023-09")
    True
    """
    (a_start, a_end), (b_start, b_end) = bounds(a), bounds(b)
    return (a_start is None or (b_start is not None and a_start <= b_start)) and (
        a_end is None or (b_end is not None and b_end <= a_end)
    )


def days_apart(a: str, b: str) -> int:
    """Return the number of days from the end of the earlier to the start of the later; 0 where they meet.

    >>> days_apart("2024-06-18", "2024-06-19")
    1
    """
    (a_start, a_end), (b_start, b_end) = bounds(a), bounds(b)
    if a_end is not None and b_start is not None and a_end < b_start:
        return (b_start - a_end).days
    if b_end is not None and a_start is not None and b_end < a_start:
        return (a_start - b_end).days
    return 0


def earliest(edtf: str) -> tuple[date, date, str]:
    """Return a key that sorts values by their start, the shorter first, clock times in order.

    An open start sorts by its end.
    """
    start, end = bounds(edtf)
    last = end or date.max
    return start or last, last, edtf


def describe(edtf: str) -> str:
    """Return the value as a reader would write it.

    >>> describe("2024-06-19/2024-06-20")
    '19–20 June 2024'
    >>> describe("../2024-05~")
    'until about May 2024'
    """
    if "/" not in edtf:
        return _describe_one(edtf)
    left, _, right = edtf.partition("/")
    if left == "..":
        return "at any time" if right == ".." else f"until {_describe_one(right)}"
    if right == "..":
        return f"since {_describe_one(left)}"
    return _describe_two(left, right)


def _describe_one(value: str) -> str:
    match = _ONE.fullmatch(value)
    if match is None:
        return value
    about = "about " if match["about"] else ""
    year = match["year"]
    if year.endswith("XX"):
        return f"{about}the {year[:2]}00s"
    if "X" in year:
        return f"{about}the {year[:3]}0s"
    if match["month"] is None:
        return f"{about}{int(year)}"
    month = calendar.month_name[int(match["month"])]
    if match["day"] is None:
        return f"{about}{month} {int(year)}"
    day = f"{int(match['day'])} {month} {int(year)}"
    if match["clock"] is None:
        return about + day
    clock = match["clock"].removesuffix(":00") if match["clock"].count(":") == 2 else match["clock"]
    zone = {None: "", "Z": " UTC", "+00:00": " UTC"}.get(match["zone"], f" UTC{match['zone']}")
    return f"{about}{day}, {clock}{zone}"


def _describe_two(left: str, right: str) -> str:
    """Two ends, with what they share said once."""
    plain = "~" not in left + right and "T" not in left + right and "X" not in left + right
    if plain and len(left) == len(right) == 10 and left[:4] == right[:4]:
        first = int(left[8:])
        if left[:7] == right[:7]:
            return f"{first}–{_describe_one(right)}"
        return f"{first} {calendar.month_name[int(left[5:7])]} to {_describe_one(right)}"
    if plain and len(left) == len(right) == 7 and left[:4] == right[:4]:
        return f"{calendar.month_name[int(left[5:])]} to {_describe_one(right)}"
    return f"{_describe_one(left)} to {_describe_one(right)}"
