"""Dates of publication as inputs write them → ISO 8601: a day, or a time with its zone.

Only what is written out in full counts: no relative dates, no year that has to be guessed, no order
of day and month that could be the other way round.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

__all__ = ["DAY_PATTERN", "parse_date"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY_FORMS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<name>{_MONTH}),?[\s-]+(?P<y>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<name>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?!\d)"),
)
DAY_PATTERN = re.compile(
    "|".join(re.sub(r"\?P<\w+>", "?:", form.pattern) for form in _DAY_FORMS[:6]), re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?<!\d)(?P<h>\d{1,2})(?:[:.](?P<min>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*(?P<zone>Z\b|(?:UTC|GMT)?\s?[+\-−]\d{2}:?\d{2}\b|(?:UTC|GMT)?[+\-−]\d{1,2}\b|\(?[A-Z]{2,5}\b)?",
    re.IGNORECASE,
)
# Abbreviations that mean one offset wherever they are used; CST, IST, ET and their like do not.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660,
    "nzst": 720, "nzdt": 780,
}  # fmt: skip
# 2001-09-09 to 2286: what a number of seconds since 1970 looks like, never a day written as digits.
_EPOCH = re.compile(r"(\d{10})(?:\.\d+)?|(\d{10})\d{3}")


def parse_date(written: str) -> tuple[str | None, str | None]:
    """Return ``written`` as ISO 8601 and a note on what was lost, or null and the reason.

    >>> parse_date("18 June 2031, 14:05 GMT")
    ('2031-06-18T14:05:00+00:00', None)
    >>> parse_date("03/04/2031")[0] is None
    True
    """
    text = " ".join(written[:200].split())
    if not text:
        return None, "the date is empty"
    if match := _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(match.group(1) or match.group(2)), tz=UTC)
        return moment.isoformat(), None
    for form in _DAY_FORMS:
        if match := form.search(text):
            day = _day(match)
            if isinstance(day, str):
                return None, day
            return _with_clock(day, text[match.end() :], text[: match.start()])
    return None, f"the date {text[:60]!r} was not understood"


def _day(match: re.Match[str]) -> date | str:
    """Return the day, or why it is none."""
    found = match.groupdict()
    year = int(found["y"])
    if found.get("a"):
        first, second = int(found["a"]), int(found["b"])
        if first <= 12 and second <= 12 and first != second:
            return f"the date {match.group()!r} may be day/month or month/day"
        numbers = (second, first) if first > 12 else (first, second)
        month, day = numbers
    else:
        month = _MONTHS[found["name"].lower().rstrip(".")] if found.get("name") else int(found["m"])
        day = int(found["d"])
    try:
        return date(year, month, day)
    except ValueError:
        return f"there is no day {match.group()!r}"


def _with_clock(day: date, after: str, before: str) -> tuple[str, str | None]:
    after = after.removeprefix("T").removeprefix("t")
    match = next(
        (m for part in (after, before) for m in _CLOCK.finditer(part) if m["min"] or m["half"]), None
    )
    if match is None:
        return day.isoformat(), None
    hour, minute, second = int(match["h"]), int(match["min"] or 0), int(match["s"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return day.isoformat(), f"the time {match.group().strip()!r} was not understood"
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    offset = _offset(match["zone"])
    if offset is None:
        return (
            day.isoformat(),
            f"the time {match.group().strip()!r} has no zone that is certain; only the day was kept",
        )
    try:
        zone = timezone(timedelta(minutes=offset))
        moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return day.isoformat(), f"the time {match.group().strip()!r} was not understood"
    return moment.isoformat(), None


def _offset(zone: str | None) -> int | None:
    """Return minutes east of Greenwich, or null."""
    if not zone:
        return None
    low = zone.lower().strip("( ")
    if low in _ZONES:
        return _ZONES[low]
    digits = re.search(r"([+\-−])(\d{1,2}):?(\d{2})?$", low)
    if not digits:
        return None
    minutes = int(digits[2]) * 60 + int(digits[3] or 0)
    return minutes if digits[1] == "+" else -minutes
