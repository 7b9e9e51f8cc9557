"""Grammar of dates that name a day or month, in words and in numbers."""

from __future__ import annotations

import re
from datetime import date

from secondsource.text.times.lexicon import (
    DAY_NUMBER,
    MONTH,
    MONTHS,
    ORDINALS,
    SPACE,
    YEAR,
    any_of,
)
from secondsource.text.times.nodes import Clock, Day, Fixed, Month, Node
from secondsource.text.times.rules import (
    DIGITS,
    FUNCTION_WORDS,
    RuleBook,
    no_noun_follows,
    word_after,
    word_before,
)
from secondsource.text.words import classes

__all__ = ["DATES"]

DATES = RuleBook()


_JOIN = rf"(?:{SPACE}?(?:-|–|—|&|and|or|to|through|thru){SPACE}?)"


_NUMBER = re.compile(r"\d+")


# Months that are also words or names: they need a capital, and context where they stand alone.
_AMBIGUOUS = frozenset({"may", "march", "mar", "jan", "april", "june", "august", "sep", "dec"})


_TITLES = frozenset("mr mrs ms miss dr sir lord lady judge minister president theresa general".split())


_MONTH_BEFORE = frozenset(
    "in since by until till of from to through between and or late early mid during before after for last "
    "next this around about late-in past that until on's was is were into each every's ago s's".split()
)


_VERB_AFTER = frozenset(
    "said says told has had have was is will would did does told's added wrote asked and,".split()
)


def _digits(words: str) -> int:
    match = _NUMBER.search(words)
    return int(match[0]) if match else 0


def _month(words: str) -> int:
    return MONTHS[words.lower().rstrip(".").strip()]


def _capital_where_needed(match: re.Match[str]) -> bool:
    word = match["month"]
    return word[0].isupper() or word.lower().rstrip(".") not in {"may", "march", "mar", "jan", "sep", "dec"}


def _day(match: re.Match[str], month: int, year: int | None) -> Node | None:
    """A day or run of days; nothing where the month has no such day."""
    first = _digits(match["d"])
    last = _digits(match["e"]) if match["e"] else None
    if last is not None and not first < last:
        return None
    try:
        date(year or 2024, month, first)
        date(year or 2024, month, last or first)
    except ValueError:
        return None
    return Day(month, first, last, year)


def _year(match: re.Match[str]) -> int | None:
    return int(match["y"]) if match["y"] else None


@DATES.rule(
    MONTHS,
    rf"(?P<month>{MONTH}){SPACE}?(?:the{SPACE})?(?P<d>{DAY_NUMBER})(?:(?:,{SPACE}?{DAY_NUMBER}){{0,3}},?{_JOIN}"
    rf"(?P<e>{DAY_NUMBER}))?(?:(?:,{SPACE}?|{SPACE}(?:of{SPACE})?)(?P<y>{YEAR}))?",
)
def _month_day(match: re.Match[str]) -> Node | None:
    """June 19, 2024; June 19 and 20; Sept. 16; June 19-21."""
    if not _capital_where_needed(match):
        return None
    if match["e"] and not match["y"] and not no_noun_follows(match.string, match.end()):
        return None
    return _day(match, _month(match["month"]), _year(match))


@DATES.rule(MONTHS, rf"(?P<month>{MONTH}){SPACE}?(?:the{SPACE})?(?P<d>{DAY_NUMBER})(?P<e>(?!))?(?P<y>(?!))?")
def _month_day_only(match: re.Match[str]) -> Node | None:
    """June 19, where what follows belongs to something else."""
    return _month_day(match)


@DATES.rule(
    [DIGITS, "the"],
    rf"(?:the{SPACE})?(?P<d>{DAY_NUMBER})(?:{_JOIN}(?P<e>{DAY_NUMBER}))?(?:{SPACE}(?:of{SPACE})?|-|/)?"
    rf"(?P<month>{MONTH})(?:(?:,?{SPACE}|,|-|/)(?P<y>{YEAR}))?",
)
def _day_month(match: re.Match[str]) -> Node | None:
    """19 June; 19th of June 2024; 19-21 June."""
    month = match["month"]
    if not month[0].isupper() and month.lower() in {"may", "march", "sep", "mar", "dec", "jan"}:
        return None
    return _day(match, _month(month), _year(match))


@DATES.rule(
    "the",
    rf"the{SPACE}(?P<o>{any_of(ORDINALS)}){SPACE}of{SPACE}(?P<month>{MONTH})(?:,?{SPACE}(?P<y>{YEAR}))?",
)
def _ordinal_day(match: re.Match[str]) -> Node | None:
    """The first of May."""
    if not match["month"][0].isupper():
        return None
    return Day(_month(match["month"]), ORDINALS[match["o"].lower()], None, _year(match))


@DATES.rule(DIGITS, r"9/11(?![/\d])")
def _nine_eleven(match: re.Match[str]) -> Node | None:
    """9/11 is the name of one day."""
    return Fixed("2001-09-11")


@DATES.rule(
    "sept september the",
    rf"(?:the{SPACE})?Sept(?:ember|\.)?{SPACE}11(?:th)?(?=,?{SPACE}(?:terror(?:ist)?{SPACE})?(?:attacks?|hijack\w+|commission)\b)",
)
def _sept_11(match: re.Match[str]) -> Node | None:
    """The Sept. 11 attacks name one day, whatever the tense says."""
    return Fixed("2001-09-11")


@DATES.rule(MONTHS, rf"(?P<month>{MONTH})(?:,?{SPACE}(?:of{SPACE})?|-)(?P<y>{YEAR})")
def _month_year(match: re.Match[str]) -> Node | None:
    """September 2023; Sept. 2023."""
    return Month(_month(match["month"]), int(match["y"])) if _capital_where_needed(match) else None


@DATES.rule(MONTHS, rf"(?P<month>{MONTH})")
def _bare_month(match: re.Match[str]) -> Node | None:
    """A month alone: not Mr. May, not a march, not April said."""
    word = match["month"]
    low = word.lower().rstrip(".")
    text, start, end = match.string, match.start(), match.end()
    if not word[0].isupper():
        return None if low in _AMBIGUOUS or len(low) < 5 else Month(_month(word))
    before, after = word_before(text, start), word_after(text, end)
    known = before.lower().rstrip(".") in _MONTH_BEFORE
    if before.lower().rstrip(".") in _TITLES:
        return None
    if low not in _AMBIGUOUS and len(low) > 4:
        return Month(_month(word))
    alone = not text[:start].strip() and not text[end:].strip(" .,")
    name = after[:1].isupper() and after.lower() not in FUNCTION_WORDS  # April Jones, the Theresa May of
    if known or alone or before.lower().endswith(("'s", "’s")) or text[max(0, start - 1) : start] == "-":
        return (
            None
            if name and low in _NAMES and before.lower() in {"of", "for", "to", "and"}
            else Month(_month(word))
        )
    if low in {"may", "march"} or (len(low) <= 4 and low not in {"june", "july"}):
        return Month(_month(word)) if _is_about_a_month(low, before, after) else None
    taken = name or (
        before[:1].isupper() and before.lower() not in FUNCTION_WORDS and not before.endswith(".")
    )
    return None if taken or after.lower() in _VERB_AFTER else Month(_month(word))


_NAMES = frozenset("april may june august jan".split())


_MONTH_VERBS = frozenset("saw brought marked was is will had has ended began".split())


def _is_about_a_month(low: str, before: str, after: str) -> bool:
    """The May report, "March saw losses": not "March on …", not "Long March", not "May the best win"."""
    if before.lower() in {"a", "the", "its", "their", "his", "this"}:
        return (
            after.lower() not in {"on", "to", "of", ""} and after[:1].islower() and "NOUN" in classes(after)
        )
    return low == "march" and not before and after.lower() in _MONTH_VERBS


@DATES.rule(
    DIGITS,
    r"(?P<y>(?:1\d|20|21)\d\d)(?P<p>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=p)(?P<d>[0-2]?\d|3[01])(?!\d|[/-]\d)"
    r"(?:(?:T|[ ])(?P<h>[01]\d|2[0-3]):(?P<n>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{1,6})?)?(?P<z>Z|[+-]\d\d:?\d\d)?)?",
)
def _iso(match: re.Match[str]) -> Node | None:
    """2024-06-19; 2024-06-19T14:30:00Z."""
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return None
    if match["h"] is None:
        return Fixed(day)
    zone = match["z"]
    hours: float | None = None
    if zone:
        digits = zone[1:].replace(":", "") if zone not in "Zz" else "0000"
        hours = (int(digits[:2]) + int(digits[2:]) / 60) * (-1 if zone[0] == "-" else 1)
    return Clock(int(match["h"]), int(match["n"]), int(match["s"] or 0), hours, base=Fixed(day))


@DATES.rule(DIGITS, r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![\d-])")
def _iso_month(match: re.Match[str]) -> Node | None:
    """2024-06, but not the years 2009-10 of a season: those read as two years where the second follows."""
    if int(match["m"]) == int(match["y"][2:]) + 1:
        return None
    return Fixed(f"{match['y']}-{match['m']}")


@DATES.rule(
    DIGITS, r"(?P<a>\d{1,2})(?P<p>[/.-])(?P<b>\d{1,2})(?P=p)(?P<y>(?:1[89]|20|21)\d\d|\d\d)(?![\d/.-]*\d)"
)
def _slashes(match: re.Match[str]) -> Node | None:
    """06/07/2024: the month first, as in the US; 19/06/2024 and 19.06.2024: the day first."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == 2:
        year += 2000 if year < 50 else 1900
    month, day = (second, first) if first > 12 or match["p"] == "." else (first, second)
    unsure = month != day and month <= 12 and day <= 12
    note = "read with the month first; it may be the day" if unsure and match["p"] != "." else None
    try:
        return Fixed(date(year, month, day).isoformat(), note)
    except ValueError:
        return None
