"""Grammar of times that are counted from another: from the publication, or from an earlier date of the text."""

from __future__ import annotations

import re

from secondsource.text.times.lexicon import (
    CARDINALS,
    DAY_NUMBER,
    MONTH,
    MONTHS,
    NUMBER,
    ORDINALS,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    SPACE,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    any_of,
    number_of,
    unit_of,
)
from secondsource.text.times.nodes import (
    Anaphor,
    Bounded,
    Day,
    Fixed,
    Month,
    Node,
    Offset,
    Part,
    Relative,
    Season,
    Shifted,
    Stretch,
    Tense,
    Vague,
    Weekday,
    Within,
)
from secondsource.text.times.rules import DIGITS, RuleBook, word_after, word_before

__all__ = ["RELATIVE"]

RELATIVE = RuleBook()

_NUMBER_STARTS = [DIGITS, *CARDINALS, "a", "an"]
_BIG = {"day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century"}
_PART = rf"(?:{PARTS_OF_DAY})"
_ABOUT = rf"(?P<about>(?:about|around|roughly|some|nearly|almost|approximately|more{SPACE}than|over|at{SPACE}least){SPACE})?"
_ABOUT_STARTS = "about around roughly some nearly almost approximately more over at".split()


@RELATIVE.rule(
    "today yesterday tomorrow tonight overnight",
    r"(?P<w>today|yesterday|tomorrow|tonight|overnight)\b(?!['’]s\b[ ]+(?:world|society))",
)
def _day_word(match: re.Match[str]) -> Node | None:
    """Today, yesterday, tomorrow, tonight, overnight; an overnight train is no time."""
    word = match["w"].lower()
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


_NEAR = r"(?P<w>last|past|previous|this|current|next|coming|forthcoming)"
_COUNTS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "forthcoming": 1}


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
    before = word_before(match.string, match.start()).lower()
    if unit == "century" and count:
        return None
    if word[0] == "the" and unit != "weekend":  # "the past year" runs up to today
        return Stretch(unit, count)
    if before == "the" and word[-1] == "last":
        return Stretch(unit, -1)
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


@RELATIVE.rule(
    [*_NUMBER_STARTS, *_ABOUT_STARTS, "half"],
    rf"{_ABOUT}(?P<n>{NUMBER}|half{SPACE}an?)(?:{SPACE}(?P<h>and{SPACE}a{SPACE}half{SPACE})?|-)(?P<u>{UNIT})(?P<h2>{SPACE}and{SPACE}a{SPACE}half)?(?P<so>{SPACE}or{SPACE}so)?"
    rf"{SPACE}(?P<w>ago|earlier|later|before|after|afterwards|from{SPACE}now|hence|on|previously|out|back|prior)\b",
)
def _ago(match: re.Match[str]) -> Node | None:
    """Nine months ago; a year earlier; two days after (the visit); 24 years on."""
    unit, words = unit_of(match["u"]), match["w"].lower().split()[0]
    count = 1 if match["n"].lower().startswith("half") else number_of(match["n"])
    if match["n"].lower().startswith("half") and unit in {"year", "decade"}:
        unit, count = ("month", 6) if unit == "year" else ("year", 5)
    if match["h"] or match["h2"]:
        unit, count = (
            {"year": "month", "decade": "year"}.get(unit, unit),
            {"year": count * 12 + 6, "decade": count * 10 + 5}.get(unit, count),
        )
    if words in {"ago", "hence", "from", "back", "out"}:
        if words in {"back", "out"} and word_after(match.string, match.end()).lower() not in {
            "",
            "and",
            "when",
            "but",
        }:
            return None
        return Shifted(
            unit, -count if words in {"ago", "back"} else count, None, bool(match["about"] or match["so"])
        )
    return _anaphor(match, unit, count, words)


def _anaphor(match: re.Match[str], unit: str, count: int, word: str) -> Node | None:
    """What "earlier", "later", "before", "after" count from: an earlier date, or an event that follows."""
    text, end = match.string, match.end()
    if word == "on":  # "two years on, …" but not "two years on the board"
        follows = text[end : end + 1] in {",", "."} or text[end : end + 6].startswith((" from ", " since"))
        return Anaphor(unit, count, after=True) if follows and not match["about"] else None
    if word == "prior" and text[end : end + 4] != " to ":
        return None
    if unit in {"hour", "minute", "second"}:
        return None  # it moves no day
    sign = -1 if word in {"earlier", "before", "previously", "prior"} else 1
    if word in {"before", "after", "prior"}:
        event = _event_after(text, end)
        if event:
            return Anaphor(unit, sign * count, event, after=sign > 0)
    return Anaphor(unit, sign * count, after=sign > 0, compares=sign < 0)


_EVENT = re.compile(r"(?:[ ]to)?[ ]{1,3}(?P<e>[^.,;:\n()“”\"]{2,90})")


def _event_after(text: str, end: int) -> str | None:
    """The words up to the next mark, at most some 90 characters; null at a mark."""
    match = _EVENT.match(text, end)
    return match["e"].strip() if match else None


@RELATIVE.rule(
    "in within",
    rf"(?P<w>in|within){SPACE}{_ABOUT}(?:the{SPACE}next{SPACE})?(?P<n>{NUMBER}){SPACE}(?P<u>{UNIT})(?P<t>['’]{SPACE}time|{SPACE}time\b)?",
)
def _in_units(match: re.Match[str]) -> Node | None:
    """In two weeks (from now), where the tense is future; "in two days of talks" is a duration."""
    unit = unit_of(match["u"])
    after = word_after(match.string, match.end()).lower()
    if not match["t"] and (after in {"of", "that", "to"} or match["about"]):
        return None  # "the first in over twenty years" looks back
    if match["t"] or (unit in _BIG and match["w"].lower() == "in"):
        return Anaphor(unit, number_of(match["n"]), "in" if not match["t"] else "time")
    return None


_MANY = rf"(?:(?P<n>{NUMBER})|(?P<few>few|several|many|couple{SPACE}of|some))"


@RELATIVE.rule(
    "the in over during this these for within its past last next recent coming",
    rf"(?:the|this|its|their){SPACE}(?P<w>last|past|previous|next|coming|preceding|following|first|latest|final){SPACE}(?:{_MANY}(?:{SPACE}|-))?(?P<u>{UNIT})\b",
)
def _stretch(match: re.Match[str]) -> Node | None:
    """The past 14 months; the next two weeks; the coming days."""
    unit, word = unit_of(match["u"]), match["w"].lower()
    plural = match["u"].lower().endswith("s")
    if word in {"first", "latest", "final"}:
        return _anaphoric_unit(word, unit, plural, match)
    ahead = word in {"next", "coming", "following"}
    if match["few"] or (plural and not match["n"]):
        return Vague("future" if ahead else "past", shown=unit in _BIG)
    count = number_of(match["n"]) if match["n"] else 1
    if match["n"] and (plural or count == 1):
        if word in {"previous", "preceding", "following"}:
            return None
        return Stretch(unit, count if ahead else -count)
    if unit not in _BIG:
        return None
    if word in {"previous", "preceding", "following"} or (
        word == "next" and unit in {"day", "month", "year", "week"}
    ):
        return Anaphor(unit, 1 if ahead else -1)
    return Stretch(unit, 1 if ahead else -1) if word in {"past", "last", "coming"} else None


def _anaphoric_unit(word: str, unit: str, plural: bool, match: re.Match[str]) -> Node | None:
    """The latest quarter is the one that the text speaks of; the first week belongs to a month."""
    return (
        Anaphor(unit, 0) if word == "latest" and unit == "quarter" and not match["n"] and not plural else None
    )


@RELATIVE.rule(
    "past last next coming",
    rf"(?P<w>past|last|next|coming){SPACE}(?P<n>{NUMBER}){SPACE}(?P<u>{UNIT})\b",
)
def _bare_stretch(match: re.Match[str]) -> Node | None:
    """In (the) past two weeks, without the article."""
    count = number_of(match["n"])
    return (
        Stretch(unit_of(match["u"]), count if match["w"].lower() in {"next", "coming"} else -count)
        if count > 1
        else None
    )


@RELATIVE.rule(
    "recent coming past previous these those future earlier later",
    r"(?P<w>recent|coming|past|previous|these|future)[ ](?P<u>(?:days|weeks|months|quarters|years|decades))\b",
)
def _recent(match: re.Match[str]) -> Node | None:
    """In recent days, in the coming weeks, these days: no calendar resolves them."""
    word = match["w"].lower()
    if word == "these" and match["u"].lower() != "days":
        return None
    return Vague(_RECENT.get(word, "past"), shown=word != "these")


_RECENT: dict[str, Tense] = {"coming": "future", "future": "future", "these": "present"}


_SAME = rf"(?:same|that{SPACE}same|very{SPACE}same)"


@RELATIVE.rule(
    "the that a this",
    rf"(?:(?:the{SPACE}{_SAME}|that(?:{SPACE}(?:same|very))?|the{SPACE}(?:previous|preceding|following|next|prior|latest(?:{SPACE}fiscal)?)){SPACE}"
    rf"(?P<u>day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade|period)\b|the{SPACE}(?P<v>year|month|week|day|night|morning|evening)(?={SPACE}(?:before|after|earlier)\b))"
    rf"(?:{SPACE}(?P<b>before|after|earlier|later)\b)?",
)
def _same(match: re.Match[str]) -> Node | None:
    """That day, the same month, the previous year, the following week, the night before."""
    words = match[0].lower().split()
    noun = (match["u"] or match["v"]).lower()
    if noun == "period":
        return Anaphor("period", 0, whole=True) if {"same", "latest"} & set(words) else None
    if match["b"] and word_after(match.string, match.end()).endswith("ing"):
        return None  # "later in the day before returning home"
    unit = "day" if noun in {"night", "morning", "afternoon", "evening"} else unit_of(noun)
    if words[0] == "that" and word_after(match.string, match.end())[:1].islower() and len(words) == 2:
        after = word_after(match.string, match.end()).lower()
        if unit != "day" and after in {"s", "long"}:
            return None
    count = (
        -1
        if {"previous", "preceding", "prior"} & set(words)
        else 1
        if {"following", "next"} & set(words)
        else 0
    )
    side = match["b"].lower() if match["b"] else ""
    event = None
    if side in {"before", "after"} and not count:
        event = _event_after(match.string, match.end())
    count = count or {"before": -1, "earlier": -1, "after": 1, "later": 1}.get(side, 0)
    return Anaphor(unit, count, event)


@RELATIVE.rule("since until till by", rf"(?:since|until|till|by){SPACE}(?P<t>then)\b")
def _then(match: re.Match[str]) -> Node | None:
    """Since then: since the time that was told last."""
    base = Anaphor("period", 0, whole=True)
    return Bounded("since" if match[0][0] in "sS" else "until", base)


@RELATIVE.rule("the", rf"the{SPACE}eve{SPACE}of(?={SPACE}[^\W\d])")
def _eve(match: re.Match[str]) -> Node | None:
    """The eve of (the vote)."""
    event = _event_after(match.string, match.end())
    return Anaphor("day", -1, event) if event else None


@RELATIVE.rule(
    "the a",
    rf"(?:the{SPACE})?(?:same|comparable|corresponding|year-earlier|year-ago|comparable{SPACE}year-ago|comparable{SPACE}year-earlier){SPACE}"
    rf"(?:fiscal{SPACE})?(?:(?:first|second|third|fourth){SPACE})?(?P<u>period|quarter|month|week|half|time)"
    rf"(?:{SPACE}(?:of{SPACE})?(?P<w>a{SPACE}year{SPACE}(?:earlier|ago|before)|last{SPACE}year|the{SPACE}(?:previous|prior){SPACE}year))?\b",
)
def _same_period(match: re.Match[str]) -> Node | None:
    """The same period a year earlier; the year-ago quarter."""
    earlier = bool(match["w"]) or "year-" in match[0].lower()
    if match["u"].lower() == "time" and not match["w"]:
        return None
    event = "quarter" if match["u"].lower() == "quarter" else None
    return Anaphor("year" if earlier else "period", -1 if earlier else 0, event, whole=True)


@RELATIVE.rule("year", r"year-(?:ago|earlier)\b(?:[ ](?:period|quarter|month))?")
def _year_ago(match: re.Match[str]) -> Node | None:
    """Year-ago (period)."""
    return Anaphor("year", -1, whole=True)


@RELATIVE.rule("the", rf"the{SPACE}(?P<u>quarter|weekend)\b(?![-])")
def _the_quarter(match: re.Match[str]) -> Node | None:
    """The quarter that the text speaks of; the weekend that is nearest."""
    if match["u"].lower() == "weekend":
        return Offset("weekend", 99)
    return Anaphor("quarter", 0)


@RELATIVE.rule(
    "the",
    rf"the{SPACE}(?:(?P<n>{NUMBER}){SPACE})?(?P<u>days|weeks?|months?|years?){SPACE}(?:that{SPACE})?(?:to|through|ended|ending|until|ended{SPACE}on)(?={SPACE}(?:\d|{MONTH}|(?:the{SPACE})?end{SPACE}of))",
)
def _period_to(match: re.Match[str]) -> Node | None:
    """The three months to 31 March: joined with the date that follows."""
    return Stretch(unit_of(match["u"]), -number_of(match["n"] or "a"), Vague("past"))


@RELATIVE.rule(
    ["the", DIGITS, "last", "final", *ORDINALS],
    rf"(?:the{SPACE})?(?P<n>{any_of(ORDINALS)}|last|final|\d(?:st|nd|rd|th)){SPACE}(?:(?P<u>day|week|weekend|month){SPACE}of|(?P<d>{WEEKDAY}){SPACE}(?:of|in))(?={SPACE})",
)
def _nth_of(match: re.Match[str]) -> Node | None:
    """The first week of (June): joined with the period that follows."""
    word = match["n"].lower()
    which = -1 if word in {"last", "final"} else ORDINALS.get(word, 0) or int(word[0])
    unit = f"day{WEEKDAYS[match['d'].lower()]}" if match["d"] else match["u"].lower()
    return Part(f"nth {unit} {which}", Vague("past"))


@RELATIVE.rule(
    "the first last final",
    rf"(?:the{SPACE})?(?P<w>first|last|final|closing|opening){SPACE}(?P<n>{NUMBER}){SPACE}(?P<u>days|weeks|months|quarters|years){SPACE}of(?:{SPACE}(?P<y>the{SPACE}year)\b|(?={SPACE}))",
)
def _first_units_of(match: re.Match[str]) -> Node | None:
    """The first nine months of (2023): joined with the period that follows."""
    side = "first" if match["w"].lower() in {"first", "opening"} else "last"
    base = Offset("year", 0) if match["y"] else Vague("past")
    return Part(f"run {side} {number_of(match['n'])} {unit_of(match['u'])}", base)


@RELATIVE.rule(
    "the year by",
    rf"(?:the{SPACE})?(?:year[- ]end\b|year['’]s{SPACE}end\b)",
)
def _year_end(match: re.Match[str]) -> Node | None:
    """Year-end."""
    return Part("end", Offset("year", 0))


@RELATIVE.rule(
    "the end start beginning middle rest remainder earlier later early late turn close",
    rf"(?:the{SPACE}(?:very{SPACE})?)?(?P<p>end|start|beginning|middle|rest|remainder|turn|close|earlier|later|early|late){SPACE}(?:of|in){SPACE}the{SPACE}"
    rf"(?:(?:calendar|fiscal){SPACE})?(?P<u>day|week|month|year|decade|century)\b(?!{SPACE}(?:before|after|of|ended|ending|to)\b)",
)
def _end_of_the(match: re.Match[str]) -> Node | None:
    """By the end of the year; later in the day: the one that the publication lies in."""
    part = {"beginning": "start", "middle": "mid", "turn": "start", "close": "end"}.get(
        match["p"].lower(), match["p"].lower()
    )
    base = Offset(match["u"].lower(), 0)
    return (
        base
        if part in {"rest", "remainder", "earlier", "later"} or base.unit in {"day", "century"}
        else Part(part, base)
    )


@RELATIVE.rule("the", rf"the{SPACE}(?P<y>(?:19|20)\d\d){SPACE}(?P<u>quarter|period)\b")
def _year_period(match: re.Match[str]) -> Node | None:
    """The 1988 quarter: the months that the text speaks of, in that year."""
    unit = match["u"].lower()
    return Within(Anaphor(unit, 0, whole=True), Fixed(match["y"]))


@RELATIVE.rule(
    "several a some many",
    rf"(?:several|a{SPACE}few|some|many){SPACE}(?P<u>{UNIT}){SPACE}(?P<w>ago|earlier|later|before|from{SPACE}now)\b",
)
def _some_ago(match: re.Match[str]) -> Node | None:
    """A few years ago: no calendar resolves it."""
    return Vague("future" if match["w"].lower()[0] in "lf" else "past", shown=True)


@RELATIVE.rule(
    "the current this for",
    rf"(?:(?:the{SPACE})?current{SPACE}(?:fiscal{SPACE})?(?P<u>week|month|quarter|year)|the{SPACE}(?:full|fiscal|financial|current{SPACE}fiscal){SPACE}(?P<y>year))\b(?![’'-])",
)
def _current(match: re.Match[str]) -> Node | None:
    """The current quarter; the full year."""
    return Offset((match["u"] or match["y"]).lower(), 0)


_VAGUE: dict[str, Tense] = {
    "now": "present", "currently": "present", "nowadays": "present", "at present": "present",
    "at the moment": "present", "right now": "present", "recently": "past", "lately": "past",
    "more recently": "past", "the future": "future",
    "the near future": "future", "the past": "past", "current": "present", "the short term": "future", "the near term": "future",
}  # fmt: skip


@RELATIVE.rule([words.split()[0] for words in _VAGUE], rf"(?P<w>{any_of(_VAGUE)})\b(?!-)")
def _vague(match: re.Match[str]) -> Node | None:
    """Now, recently, in the future."""
    word = match["w"].lower()
    after = word_after(match.string, match.end()).lower()
    if word.endswith("the past") and match.string[match.end() : match.end() + 2].strip()[:1].isdigit():
        return None
    if (
        word in {"the past", "in the past"}
        and after
        and not after.startswith(("and", "is", "was", "but", "that", "to", "as"))
    ):
        return None
    return Vague(_VAGUE[word])
