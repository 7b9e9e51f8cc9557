"""The day on which a feast or memorial day falls in a year.

References:
    Easter: J. Meeus, Astronomical Algorithms, 1991, chapter 8 (the anonymous Gregorian computus).
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["HOLIDAYS", "holiday", "us_summer"]

# Days that fall differently from country to country under one name (Independence Day, Labour Day, Mother's
# Day) are left out. Month and day; or month, weekday (Monday 0) and which one of the month (-1 the last); or days
# after Easter.
_FIXED = {
    "new year's day": (1, 1),
    "epiphany": (1, 6),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "international women's day": (3, 8),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "victory day": (5, 9),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "veterans' day": (11, 11),
    "remembrance day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "xmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year": (1, 1),
    "new year's": (1, 1),
}
_NTH = {
    "martin luther king day": (1, 0, 3),
    "mlk day": (1, 0, 3),
    "martin luther king jr. day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "presidents' day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving day": (11, 3, 4),
    "thanksgiving": (11, 3, 4),
}
_EASTER = {
    "mardi gras": -47,
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit monday": 50,
}
HOLIDAYS = tuple(sorted([*_FIXED, *_NTH, *_EASTER, "black friday"], key=lambda name: (-len(name), name)))


def holiday(name: str, year: int) -> date:
    """Return the day of ``name``, one of ``HOLIDAYS``, in ``year``.

    >>> holiday("good friday", 2024)
    datetime.date(2024, 3, 29)
    """
    if name == "black friday":
        return holiday("thanksgiving", year) + timedelta(days=1)
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _EASTER:
        return _easter(year) + timedelta(days=_EASTER[name])
    month, weekday, which = _NTH[name]
    if which < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return _nth(year, month, weekday, which)


def us_summer(day: date) -> bool:
    """Whether summer time holds in the United States: second Sunday of March to first of November.

    The rule is that of 2007; before it, April to October.
    """
    if day.year < 2007:
        return 4 <= day.month <= 10
    return _nth(day.year, 3, 6, 2) <= day < _nth(day.year, 11, 6, 1)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> date:
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)
