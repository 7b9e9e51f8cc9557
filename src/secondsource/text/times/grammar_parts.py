"""Grammar of parts and stretches of periods, and of words for no definite time."""

from __future__ import annotations

import re

from secondsource.text.times.lexicon import (
    MONTH,
    NUMBER,
    ORDINALS,
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
    Node,
    Offset,
    Part,
    Stretch,
    Tense,
    Vague,
)
from secondsource.text.times.rules import DIGITS, RuleBook, word_after, word_before

PARTS = RuleBook()
_BIG = {"day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century"}


__all__ = ["PARTS"]

_MANY = rf"(?:(?P<n>{NUMBER})|(?P<few>few|several|many|couple{SPACE}of|some))"


@PARTS.rule(
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
    through = word_before(match.string, match.start()).lower() in {
        "over",
        "within",
        "during",
        "throughout",
        "for",
    }
    if word == "next" and through:
        return Stretch(unit, 1)
    if word in {"previous", "preceding", "following"} or (
        word == "next" and unit in {"day", "month", "year", "week"}
    ):
        return Anaphor(unit, 1 if ahead else -1)
    if unit == "quarter":
        return Offset(unit, 1 if ahead else -1)
    return Stretch(unit, 1 if ahead else -1) if word in {"past", "last", "coming"} else None


def _anaphoric_unit(word: str, unit: str, plural: bool, match: re.Match[str]) -> Node | None:
    """The latest quarter is the one that the text speaks of; the first week belongs to a month."""
    return (
        Anaphor(unit, 0) if word == "latest" and unit == "quarter" and not match["n"] and not plural else None
    )


@PARTS.rule(
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


@PARTS.rule(
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


@PARTS.rule(
    "the",
    rf"the{SPACE}(?:(?P<n>{NUMBER}){SPACE})?(?P<u>days|weeks?|months?|years?){SPACE}(?:that{SPACE})?(?:to|through|ended|ending|until|ended{SPACE}on)(?={SPACE}(?:\d|{MONTH}|(?:the{SPACE})?end{SPACE}of))",
)
def _period_to(match: re.Match[str]) -> Node | None:
    """The three months to 31 March: joined with the date that follows."""
    return Stretch(unit_of(match["u"]), -number_of(match["n"] or "a"), Vague("past"))


@PARTS.rule(
    ["the", DIGITS, "last", "final", *ORDINALS],
    rf"(?:the{SPACE})?(?P<n>{any_of(ORDINALS)}|last|final|\d(?:st|nd|rd|th)){SPACE}(?:(?P<u>day|week|weekend|month){SPACE}of|(?P<d>{WEEKDAY}){SPACE}(?:of|in))(?={SPACE})",
)
def _nth_of(match: re.Match[str]) -> Node | None:
    """The first week of (June): joined with the period that follows."""
    word = match["n"].lower()
    which = -1 if word in {"last", "final"} else ORDINALS.get(word, 0) or int(word[0])
    unit = f"day{WEEKDAYS[match['d'].lower()]}" if match["d"] else match["u"].lower()
    return Part(f"nth {unit} {which}", Vague("past"))


@PARTS.rule(
    "the first last final",
    rf"(?:the{SPACE})?(?P<w>first|last|final|closing|opening){SPACE}(?P<n>{NUMBER}){SPACE}(?P<u>days|weeks|months|quarters|years){SPACE}of(?:{SPACE}(?P<y>the{SPACE}year)\b|(?={SPACE}))",
)
def _first_units_of(match: re.Match[str]) -> Node | None:
    """The first nine months of (2023): joined with the period that follows."""
    side = "first" if match["w"].lower() in {"first", "opening"} else "last"
    base = Offset("year", 0) if match["y"] else Vague("past")
    return Part(f"run {side} {number_of(match['n'])} {unit_of(match['u'])}", base)


@PARTS.rule(
    "the year by",
    rf"(?:the{SPACE})?(?:year[- ]end\b|year['’]s{SPACE}end\b)",
)
def _year_end(match: re.Match[str]) -> Node | None:
    """Year-end."""
    return Part("end", Offset("year", 0))


@PARTS.rule(
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


@PARTS.rule(
    "several a some many",
    rf"(?:several|a{SPACE}few|some|many){SPACE}(?P<u>{UNIT}){SPACE}(?P<w>ago|earlier|later|before|from{SPACE}now)\b",
)
def _some_ago(match: re.Match[str]) -> Node | None:
    """A few years ago: no calendar resolves it."""
    return Vague("future" if match["w"].lower()[0] in "lf" else "past", shown=True)


@PARTS.rule(
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


@PARTS.rule([words.split()[0] for words in _VAGUE], rf"(?P<w>{any_of(_VAGUE)})\b(?!-)")
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
