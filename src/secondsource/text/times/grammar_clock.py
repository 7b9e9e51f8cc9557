"""Grammar of weekdays, feasts and clock times."""

from __future__ import annotations

import re

from secondsource.text.times.holidays import HOLIDAYS
from secondsource.text.times.lexicon import (
    CARDINALS,
    MONTH,
    SPACE,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    ZONE,
    ZONES,
    any_of,
    number_of,
)
from secondsource.text.times.nodes import Clock, Holiday, Node, Relative, Weekday
from secondsource.text.times.rules import DIGITS, FUNCTION_WORDS, RuleBook, word_after, word_before
from secondsource.text.words import classes

CLOCK = RuleBook()


__all__ = ["CLOCK"]


def _describes(match: re.Match[str]) -> bool:
    """In a Wednesday statement: a noun follows."""
    after = word_after(match.string, match.end())
    return after[:1].islower() and after not in FUNCTION_WORDS and bool(classes(after) & {"NOUN", "ADJ"})


@CLOCK.rule(WEEKDAYS, rf"(?P<w>{WEEKDAY}),?{SPACE}the{SPACE}(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b(?!{SPACE}of\b)")
def _weekday_number(match: re.Match[str]) -> Node | None:
    """Friday the 13th."""
    number = int(match["d"])
    full = len(match["w"]) > 5
    return Weekday(WEEKDAYS[match["w"].lower()], None, number) if full and 1 <= number <= 31 else None


# "It was a Monday", "Super Tuesday", "Bloody Sunday".
_NOT_BEFORE = frozenset("a an every each any super black cyber giving bloody fat".split())


@CLOCK.rule(WEEKDAYS, rf"(?P<w>{WEEKDAY})")
def _weekday(match: re.Match[str]) -> Node | None:
    """Monday; its short forms only beside a date, and never "the Sun" or "sat"."""
    word = match["w"]
    full = len(word) > 5 and word.lower().endswith("day")
    if not full and not re.match(
        rf"\.?,?{SPACE}?(?:\d|{MONTH})", match.string[match.end() : match.end() + 16], re.IGNORECASE
    ):
        return None
    if not word[0].isupper() and not full:
        return None
    before = word_before(match.string, match.start()).lower()
    if before in _NOT_BEFORE and not (before == "a" and _describes(match)):
        return None
    if re.match(
        r"[ ]Times\b|[ ]Telegraph\b|[ ]Mirror\b|[ ]Express\b|[ ]Mail\b|[ ]Star\b|[ ]World\b|[ ]Independent\b",
        match.string[match.end() : match.end() + 14],
    ):
        return None
    return Weekday(WEEKDAYS[word.lower()])


@CLOCK.rule(
    [name.split()[0].split("'")[0].rstrip(".").lower() for name in HOLIDAYS]
    + ["the", "last", "this", "next"],
    rf"(?:the{SPACE}|(?P<w>last|this|next|this{SPACE}past|this{SPACE}coming){SPACE})?(?P<name>{any_of(HOLIDAYS).replace(chr(39), '[’' + chr(39) + ']').replace('new[’' + chr(39) + ']', 'new')})\b"
    rf"(?:,?{SPACE}(?P<y>{YEAR}))?",
)
def _holiday(match: re.Match[str]) -> Node | None:
    """Christmas Day; Good Friday 2024; not "new year" in lower case."""
    name = match["name"].lower().replace("’", "'")
    before, after = word_before(match.string, match.start()).lower(), word_after(match.string, match.end())
    if before == "like":
        return None  # it smelled like Christmas
    if name in _ALSO_ADJECTIVES and after[:1].islower() and "NOUN" in classes(after) and not match["w"]:
        return None if before not in _BEFORE_FEAST else Holiday(name)  # a Christmas tree
    if not match["name"][0].isupper() or (
        name.startswith("new year") and word_before(match.string, match.start()) == "a"
    ):
        return None
    year = int(match["y"]) if match["y"] else None
    near = (match["w"] or "").lower().split()
    relative = _NEAR[near[-1]] if near else None
    return Holiday(name, year, relative) if name in HOLIDAYS else None


_NEAR: dict[str, Relative] = {
    "last": "last", "past": "last", "this": "this", "next": "next", "coming": "next",
}  # fmt: skip


_ALSO_ADJECTIVES = frozenset("christmas easter thanksgiving halloween xmas new year's pentecost".split()) | {
    "new year",
    "new year's",
}


_BEFORE_FEAST = frozenset("at on by before after since until over during around".split())


_HOUR = r"(?P<h>2[0-4]|1\d|0?\d)"


_HALF = r"(?P<half>a\.?m\b\.?|p\.?m\b\.?)"


# Zones of the United States whose short name leaves summer time open.
_US = {
    "et": -5.0,
    "ct": -6.0,
    "mt": -7.0,
    "pt": -8.0,
    "eastern": -5.0,
    "central": -6.0,
    "mountain": -7.0,
    "pacific": -8.0,
}
_SIGNED = re.compile(r"(?:gmt|utc) ?([+-])(\d{1,2})(?::(\d\d))?$")


def _zone(match: re.Match[str]) -> tuple[float | None, bool]:
    """Hours east of Greenwich, and whether summer time adds one; nothing for local and unknown zones."""
    groups = match.groupdict()
    low = " ".join((groups.get("z") or groups.get("y") or "").lower().split())
    signed = _SIGNED.match(low)
    if signed:
        return (int(signed[2]) + int(signed[3] or 0) / 60) * (-1 if signed[1] == "-" else 1), False
    if low in ZONES:
        return ZONES[low], False
    first, *rest = low.split() or [""]
    if first in _US and (not rest or rest[-1] == "time"):
        return _US[first] + ("daylight" in rest), not {"standard", "daylight"} & set(rest)
    fixed = {"moscow time": 3.0, "beijing time": 8.0, "tokyo time": 9.0, "korean time": 9.0}
    return fixed.get(low), False


def _at(match: re.Match[str], hour: int, minute: int, second: int = 0) -> Clock:
    zone, summer = _zone(match)
    return Clock(hour, minute, second, zone, summer)


@CLOCK.rule(
    DIGITS,
    rf"{_HOUR}(?:[:.](?P<n>[0-5]\d)(?::(?P<s>[0-5]\d))?)?{SPACE}?{_HALF}(?:{SPACE}?(?:\((?P<y>{ZONE})\)|(?P<z>{ZONE})))?",
)
def _clock_half(match: re.Match[str]) -> Node | None:
    """2:30 p.m.; 4 a.m. EDT."""
    hour = int(match["h"])
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if match["half"][0].lower() == "p" else 0)
    return _at(match, hour, int(match["n"] or 0), int(match["s"] or 0))


@CLOCK.rule(
    DIGITS,
    rf"{_HOUR}:(?P<n>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:.]*\d)(?:{SPACE}?(?:hours|hrs)\b)?(?:{SPACE}?(?:\((?P<y>{ZONE})\)|(?P<z>{ZONE})))?",
)
def _clock_24(match: re.Match[str]) -> Node | None:
    """14:30; 14:30 GMT. A score such as 21:16 is left to its context."""
    hour = int(match["h"])
    before = word_before(match.string, match.start()).lower()
    clear = bool(match["z"]) or before in {
        "at",
        "by",
        "until",
        "from",
        "around",
        "about",
        "before",
        "after",
        "since",
    }
    if hour > 23 or not (clear or len(match["h"]) == 2):
        return None
    return _at(match, hour, int(match["n"]), int(match["s"] or 0))


@CLOCK.rule(DIGITS, rf"(?P<h>[01]\d|2[0-3])(?P<n>[0-5]\d){SPACE}(?P<z>GMT|UTC|hours|hrs|{ZONE})\b")
def _clock_agency(match: re.Match[str]) -> Node | None:
    """1530 GMT; 0600 hours."""
    return _at(match, int(match["h"]), int(match["n"]))


@CLOCK.rule("noon midday midnight", rf"(?P<w>noon|midday|midnight)(?:{SPACE}(?P<z>{ZONE}))?")
def _named_hour(match: re.Match[str]) -> Node | None:
    """Noon; midnight begins the day that it is said with."""
    return _at(match, 0 if match["w"].lower() == "midnight" else 12, 0)


_HOURS = any_of(word for word, value in CARDINALS.items() if 1 <= value <= 12)
_MINUTES = rf"(?:{any_of(word for word, value in CARDINALS.items() if 1 <= value <= 29)}(?:-five)?|half|(?:a{SPACE})?quarter|\d{{1,2}})"
_OF_DAY = rf"(?:,?{SPACE}(?P<part>in{SPACE}the{SPACE}(?:early{SPACE})?(?:morning|afternoon|evening)|at{SPACE}night))"
_TIMED = frozenset("at by until till around about before after since from past nearly almost".split())


@CLOCK.rule(
    [DIGITS, *CARDINALS, "half", "quarter", "a"],
    rf"(?:(?P<m>{_MINUTES})(?:{SPACE}minutes)?{SPACE}(?P<r>past|to){SPACE})?(?P<h>{_HOURS}|1[0-2]|[1-9])\b(?P<o>{SPACE}o['’]clock)?"
    rf"{_OF_DAY}?(?:{SPACE}(?P<z>{ZONE}))?",
)
def _spoken(match: re.Match[str]) -> Node | None:
    """Six o'clock; seven in the morning; ten past six; twenty to five in the morning."""
    clear = match["o"] or match["part"] or match["r"]
    if not clear or (word_before(match.string, match.start()).lower() not in _TIMED and not match["o"]):
        return None
    hour = _number(match["h"]) % 12
    minute = _number(match["m"]) if match["m"] else 0
    if match["r"] and match["r"].lower() == "to":
        hour, minute = (hour - 1) % 12, 60 - minute
    if not 0 <= minute < 60 or (match["r"] and not match["part"] and not match["o"] and match["m"].isdigit()):
        return None
    near = match.string[max(0, match.start() - 120) : match.end() + 60].lower()
    part = (match["part"] or near).lower()
    late = bool(re.search(r"\b(?:afternoon|evening)\b", part)) or (
        "night" in (match["part"] or "") and hour >= 6
    )
    late = late and "morning" not in (match["part"] or "")
    return _at(match, hour + 12 if late else hour or 12, minute)


def _number(words: str) -> int:
    low = " ".join(words.lower().split())
    fixed = {"half": 30, "quarter": 15, "a quarter": 15}
    return fixed[low] if low in fixed else number_of(low)
