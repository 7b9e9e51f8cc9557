"""Tables of the words that times are made of, and the regular expression pieces built from them."""

from __future__ import annotations

import re

__all__ = [
    "CARDINALS",
    "DAY_NUMBER",
    "MONTH",
    "MONTHS",
    "NUMBER",
    "ORDINALS",
    "PARTS_OF_DAY",
    "SEASON",
    "SEASONS",
    "SPACE",
    "UNIT",
    "WEEKDAY",
    "WEEKDAYS",
    "YEAR",
    "ZONE",
    "ZONES",
    "any_of",
    "number_of",
    "unit_of",
]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month, in the north
PARTS_OF_DAY = "morning|afternoon|evening|night|dawn|dusk|noon|midday|midnight|lunchtime|daybreak|nightfall"
CARDINALS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_UNITS = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "night": "day",
    "week": "week",
    "fortnight": "fortnight",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
}
# Hours east of Greenwich. Names that several zones share (IST, CST in China, BST in Bangladesh) have the
# meaning that English-language agencies give them; "ET" and "local time" have no fixed hour.
ZONES = {
    "gmt": 0.0, "utc": 0.0, "z": 0.0, "bst": 1.0, "cet": 1.0, "cest": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0,
    "ist": 5.5, "jst": 9.0, "kst": 9.0, "aest": 10.0, "aedt": 11.0, "est": -5.0, "edt": -4.0, "cst": -6.0,
    "cdt": -5.0, "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0,
}  # fmt: skip


def any_of(words: object) -> str:
    """Return a group that matches any of ``words``, the longest first."""
    listed = sorted((str(word) for word in words), key=lambda word: (-len(word), word))  # type: ignore[attr-defined]
    return f"(?:{'|'.join(re.escape(word) for word in listed)})"


SPACE = r"(?:[ \t\u00a0\u202f]{1,3})"
MONTH = (
    rf"(?:{any_of(m for m in MONTHS if len(m) > 4 or m in {'may', 'june', 'july'})}\b"
    rf"|{any_of(m for m in MONTHS if len(m) < 5 and m != 'may')}\b\.?)"
)
WEEKDAY = rf"(?:{any_of(WEEKDAYS)}\b)"
SEASON = any_of(SEASONS)
DAY_NUMBER = r"(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[:.,]\d))"
YEAR = r"(?:(?:1[0-9]|20|21)\d\d(?![\d%]|[.,]\d|:\d))"
UNIT = (
    r"(?:(?:second|minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade)s?|centur(?:y|ies))"
)
_TENS = any_of(word for word, value in CARDINALS.items() if value >= 20)
_ONES = any_of(word for word, value in CARDINALS.items() if 0 < value < 10)
NUMBER = (
    rf"(?:\d{{1,4}}(?![\d%]|[.,:]\d)|{_TENS}[- ]{_ONES}\b|{any_of(CARDINALS)}\b|a{SPACE}couple{SPACE}of\b"
    rf"|a{SPACE}dozen\b|a{SPACE}half[- ]dozen\b|a{SPACE}hundred\b|an?\b)"
)
ZONE = (
    rf"(?:(?:GMT|UTC)[ ]?[+-]\d{{1,2}}(?::\d\d)?|{any_of(ZONES)}\b|[ECMP]T\b|local{SPACE}time\b|(?:Eastern|Central|Mountain|Pacific|(?-i:[A-Z][a-z]{{2,14}}(?: [A-Z][a-z]{{2,14}})?))"
    rf"(?:{SPACE}(?:standard|daylight))?{SPACE}time\b)"
)


def number_of(words: str) -> int:
    """Return the value of what ``NUMBER`` matched.

    >>> number_of("twenty-four"), number_of("a couple of")
    (24, 2)
    """
    low = " ".join(words.lower().split())
    if low.isdigit():
        return int(low)
    special = {"a": 1, "an": 1, "a couple of": 2, "a dozen": 12, "a half dozen": 6, "a half-dozen": 6}
    if low in special:
        return special[low]
    if low == "a hundred":
        return 100
    return sum(CARDINALS[word] for word in re.split(r"[- ]", low))


def unit_of(word: str) -> str:
    """Return the unit that ``word`` names: singular, ``day`` for nights."""
    return _UNITS[word.lower().removesuffix("s")]
