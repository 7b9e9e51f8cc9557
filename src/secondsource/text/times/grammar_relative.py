"""Grammar of times that are counted from the publication: yesterday, last week, next September."""

from __future__ import annotations

import re

from secondsource.text.times.lexicon import (
    DAY_NUMBER,
    MONTH,
    MONTHS,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    SPACE,
    WEEKDAY,
    WEEKDAYS,
    unit_of,
)
from secondsource.text.times.nodes import (
    Day,
    Month,
    Node,
    Offset,
    Part,
    Relative,
    Season,
    Stretch,
    Weekday,
)
from secondsource.text.times.rules import RuleBook, word_after, word_before

__all__ = ["RELATIVE"]

RELATIVE = RuleBook()


_PART = rf"(?:{PARTS_OF_DAY})"


@RELATIVE.rule(
    "today yesterday tomorrow tonight overnight",
    r"(?P<w>today|yesterday|tomorrow|tonight|overnight)\b(?!['’]s\b[ ]+(?:world|society))",
)
def _day_word(match: re.Match[str]) -> Node | None:
    """Today, yesterday, tomorrow, tonight, overnight; an overnight train is no time."""
    word = match["w"].lower()
    if match["w"].isupper() and word_before(match.string, match.start()) == "USA":
        return None  # the newspaper
    if word in {"tomorrow", "today"} and word_before(match.string, match.start()).lower() in {"a", "an"}:
        return None  # "imagine a tomorrow"
    if word == "overnight" and word_before(match.string, match.start()).lower() in {"an", "the", "for"}:
        return None
    return Offset("day", {"yesterday": -1, "tomorrow": 1}.get(word, 0))


@RELATIVE.rule("the", rf"the{SPACE}day{SPACE}(?P<w>before{SPACE}yesterday|after{SPACE}tomorrow)\b")
def _two_days(match: re.Match[str]) -> Node | None:
    """The day before yesterday; the day after tomorrow."""
    return Offset("day", -2 if match["w"].lower().startswith("before") else 2)


@RELATIVE.rule(
    "this last earlier later",
    rf"(?:(?:earlier|later){SPACE})?(?P<w>this|last){SPACE}(?:very{SPACE})?(?P<p>{_PART})\b",
)
def _this_morning(match: re.Match[str]) -> Node | None:
    """This morning; last night."""
    return Offset("day", -1 if match["w"].lower() == "last" else 0)


@RELATIVE.rule(
    "last this next the later earlier sometime all",
    rf"(?:(?P<ear>earlier|later|sometime|all){SPACE})?(?P<w>last|this|next|this{SPACE}past|this{SPACE}coming|the{SPACE}past|the{SPACE}coming){SPACE}"
    r"(?P<u>week|fortnight|weekend|month|quarter|year|decade|century)\b(?![’']s[ ]+end)",
)
def _near_unit(match: re.Match[str]) -> Node | None:
    """Last week, this weekend, next year; "earlier this year" is the year."""
    word = match["w"].lower().split()
    count = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(word[-1], 0)
    unit = unit_of(match["u"])
    if unit == "century" and count:
        return None
    if word[0] == "the" and unit != "weekend":  # "the past year" runs up to today
        return Stretch(unit, count)
    return Offset(unit, count)


@RELATIVE.rule(
    "last this next",
    rf"(?P<w>last|this|next)(?P<past>{SPACE}(?:past|coming))?{SPACE}(?P<m>{MONTH})(?:{SPACE}(?P<d>{DAY_NUMBER}))?",
)
def _near_month(match: re.Match[str]) -> Node | None:
    """Last September: the latest one before the month of the publication; last Oct. 23."""
    if not match["m"][0].isupper() or (len(match["m"]) < 4 and match["m"].lower() != "may"):
        return None
    if match["d"]:
        day = int(re.sub(r"\D", "", match["d"]))
        return Day(MONTHS[match["m"].lower().rstrip(".")], day, None, None, _relative(match))
    return Month(MONTHS[match["m"].lower().rstrip(".")], None, _relative(match))


@RELATIVE.rule(
    "last this next coming upcoming",
    rf"(?P<w>last|this|next|coming|upcoming)(?P<past>{SPACE}(?:past|coming))?{SPACE}(?P<d>{WEEKDAY})",
)
def _near_weekday(match: re.Match[str]) -> Node | None:
    """Last Tuesday, next Friday."""
    word = match["d"].lower()
    return Weekday(WEEKDAYS[word], _relative(match)) if len(word) > 5 else None


@RELATIVE.rule(["on", *WEEKDAYS], rf"(?P<d>{WEEKDAY}){SPACE}(?P<w>last|next)\b(?!{SPACE}(?:week|month|year))")
def _weekday_last(match: re.Match[str]) -> Node | None:
    """Friday last."""
    return Weekday(WEEKDAYS[match["d"].lower()], "last" if match["w"].lower() == "last" else "next")


@RELATIVE.rule(
    WEEKDAYS,
    rf"(?P<d>{WEEKDAY})(?:{SPACE}(?P<p>{_PART}))?{SPACE}(?:of{SPACE})?(?P<w>last|this|next){SPACE}week\b",
)
def _weekday_of_week(match: re.Match[str]) -> Node | None:
    """Monday last week; Friday of next week."""
    word = match["d"].lower()
    if len(word) < 6:
        return None
    return Part(
        f"weekday {WEEKDAYS[word]}", Offset("week", {"last": -1, "next": 1}.get(match["w"].lower(), 0))
    )


@RELATIVE.rule(
    "last this next",
    rf"(?P<w>last|this|next)(?P<past>{SPACE}(?:past|coming))?{SPACE}(?P<s>{SEASON}|(?:the{SPACE})?(?:first|second){SPACE}half)\b",
)
def _near_season(match: re.Match[str]) -> Node | None:
    """Last winter, this summer; "this fall in prices" is none."""
    word = match["s"].lower()
    if word not in SEASONS or (
        word == "fall" and word_after(match.string, match.end()).lower() in {"in", "of"}
    ):
        return None
    return Season(SEASONS[word], 3, None, _relative(match))


def _relative(match: re.Match[str]) -> Relative:
    """last, this or next; "this past" is last and "this coming" next."""
    second = (match["past"] or "").strip().lower()
    return _DIRECTIONS[second or match["w"].lower()]


_DIRECTIONS: dict[str, Relative] = {
    "last": "last", "past": "last", "this": "this", "next": "next", "coming": "next", "upcoming": "next",
}  # fmt: skip
