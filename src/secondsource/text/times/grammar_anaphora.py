"""Grammar of times that are counted from an earlier date of the text, or from a named event."""

from __future__ import annotations

import re

from secondsource.text.times.lexicon import (
    CARDINALS,
    NUMBER,
    SPACE,
    UNIT,
    number_of,
    unit_of,
)
from secondsource.text.times.nodes import (
    Anaphor,
    Bounded,
    Fixed,
    Node,
    Offset,
    Shifted,
    Within,
)
from secondsource.text.times.rules import DIGITS, RuleBook, word_after

ANAPHORA = RuleBook()


__all__ = ["ANAPHORA"]

_NUMBER_STARTS = [DIGITS, *CARDINALS, "a", "an"]


_BIG = {"day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century"}


_ABOUT = rf"(?P<about>(?:about|around|roughly|some|nearly|almost|approximately|more{SPACE}than|over|at{SPACE}least){SPACE})?"


_ABOUT_STARTS = "about around roughly some nearly almost approximately more over at".split()


@ANAPHORA.rule(
    [*_NUMBER_STARTS, *_ABOUT_STARTS, "half"],
    rf"{_ABOUT}(?P<n>{NUMBER}|half{SPACE}an?)(?:{SPACE}(?P<h>and{SPACE}a{SPACE}half{SPACE})?|-)(?P<u>{UNIT})(?P<h2>{SPACE}and{SPACE}a{SPACE}half)?(?P<so>{SPACE}or{SPACE}so)?"
    rf"{SPACE}(?P<w>ago|earlier|later(?![ ]than)|before|after|afterwards|from{SPACE}now|hence|on|previously|out|back|prior)\b",
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
    if word in {"before", "after"} and _A_LENGTH.search(text, max(0, match.start() - 8), match.start()):
        return None  # "her first win in 11 years after moving" is a length of time
    if word in {"before", "after", "prior"}:
        event = _event_after(text, end)
        if event:
            return Anaphor(unit, sign * count, event, after=sign > 0)
    return Anaphor(unit, sign * count, after=sign > 0, compares=sign < 0)


_A_LENGTH = re.compile(r"\b(?:in|for|over|within)\s$", re.IGNORECASE)
_EVENT = re.compile(r"(?:[ ]to)?[ ]{1,3}(?P<e>[^.,;:\n()“”\"]{2,90})")


def _event_after(text: str, end: int) -> str | None:
    """The words up to the next mark, at most some 90 characters; null at a mark."""
    match = _EVENT.match(text, end)
    return match["e"].strip() if match else None


@ANAPHORA.rule(
    "in within",
    rf"(?P<w>in|within){SPACE}{_ABOUT}(?P<n>{NUMBER}){SPACE}(?P<u>{UNIT})(?P<t>['’]{SPACE}time|{SPACE}time\b)?",
)
def _in_units(match: re.Match[str]) -> Node | None:
    """In two weeks (from now), where the tense is future; "in two days of talks" is a duration."""
    unit = unit_of(match["u"])
    after = word_after(match.string, match.end()).lower()
    if not match["t"] and (after in {"of", "that", "to"} or match["about"]):
        return None  # "the first in over twenty years" looks back
    if not match["t"] and _LOOKS_BACK.search(match.string, max(0, match.start() - 60), match.start()):
        return None  # so does "her first win in 11 years"
    if match["t"] or (unit in _BIG and match["w"].lower() == "in"):
        return Anaphor(unit, number_of(match["n"]), "in" if not match["t"] else "time")
    return None


_LOOKS_BACK = re.compile(
    r"\b(?:first|last|only|second|third|[a-z]{3,}est|most|least|time|times|never|not|nobody|no one)\b[^.;,]*$",
    re.IGNORECASE,
)
_SAME = rf"(?:same|that{SPACE}same|very{SPACE}same)"


@ANAPHORA.rule(
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


@ANAPHORA.rule("since until till by", rf"(?:since|until|till|by){SPACE}(?P<t>then)\b")
def _then(match: re.Match[str]) -> Node | None:
    """Since then: since the time that was told last."""
    base = Anaphor("period", 0, whole=True)
    return Bounded("since" if match[0][0] in "sS" else "until", base)


@ANAPHORA.rule("the", rf"the{SPACE}eve{SPACE}of(?={SPACE}[^\W\d])")
def _eve(match: re.Match[str]) -> Node | None:
    """The eve of (the vote)."""
    event = _event_after(match.string, match.end())
    return Anaphor("day", -1, event) if event else None


@ANAPHORA.rule(
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


@ANAPHORA.rule("year", r"year-(?:ago|earlier)\b(?:[ ](?:period|quarter|month))?")
def _year_ago(match: re.Match[str]) -> Node | None:
    """Year-ago (period)."""
    return Anaphor("year", -1, whole=True)


@ANAPHORA.rule("the", rf"the{SPACE}(?P<u>quarter|weekend)\b(?!-|[ ]of\b)")
def _the_quarter(match: re.Match[str]) -> Node | None:
    """The quarter that the text speaks of; the weekend that is nearest."""
    if match["u"].lower() == "weekend":
        return Offset("weekend", 99)
    return Anaphor("quarter", 0)


@ANAPHORA.rule("the", rf"the{SPACE}(?P<y>(?:19|20)\d\d){SPACE}(?P<u>quarter|period)\b")
def _year_period(match: re.Match[str]) -> Node | None:
    """The 1988 quarter: the months that the text speaks of, in that year."""
    unit = match["u"].lower()
    return Within(Anaphor(unit, 0, whole=True), Fixed(match["y"]))
