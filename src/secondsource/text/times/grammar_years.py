"""Grammar of years and what divides or joins them: decades, centuries, quarters, halves, seasons, fiscal years."""

from __future__ import annotations

import re

from secondsource.text.times.lexicon import CARDINALS, ORDINALS, SEASON, SEASONS, SPACE, YEAR, any_of
from secondsource.text.times.nodes import Fixed, Node, Part, Season
from secondsource.text.times.rules import (
    DIGITS,
    FUNCTION_WORDS,
    RuleBook,
    no_noun_follows,
    word_after,
    word_before,
)
from secondsource.text.words import classes

__all__ = ["YEARS"]

YEARS = RuleBook()

_YEAR_BEFORE = frozenset(
    "in since by until till before after during of through to early late mid year fiscal between around circa "
    "from about for than and or back into due both either over end beginning start c ca that spring summer autumn fall winter election's mid- "
    "late- early- election season".split()
)
_UNITS_AFTER = frozenset(
    "people men women troops soldiers years days hours miles kilometers kilometres metres meters feet dollars "
    "euros pounds percent per cent tons tonnes shares points workers employees jobs members rounds mm km kg "
    "million billion trillion thousand hundred homes houses times or's words seats votes barrels megawatts "
    "degrees acres hectares".split()
)


_LISTED = re.compile(r"(?:^|[^\d$£€,])(?:1[89]|20)\d\d(?:,|,? and|,? or) $")


def _is_year(match: re.Match[str]) -> bool:
    """Whether four digits stand where a year stands and count nothing."""
    text, start, end = match.string, match.start(), match.end()
    if not text[:start].strip() and not text[end:].strip(" .,"):
        return True
    mark = text[start - 1] if start else ""
    if (
        mark in "$£€¥#.,:+@№"
        or text[end : end + 1] in {"/", ":", "°"}
        or (
            re.match(r"[-–]\w", text[end : end + 2])
            and not re.match(r"[-–](?:\d\d|year)", text[end : end + 5])
        )
    ):
        return False
    after, before = word_after(text, end), word_before(text, start).lower()
    if after.lower() in _UNITS_AFTER or before in {
        "no.",
        "no",
        "number",
        "nearly",
        "over",
        "some",
        "almost",
        "route",
        "flight",
        "room",
    }:
        return False
    free = no_noun_follows(text, end)
    if _LISTED.search(text[max(0, start - 12) : start]) and free:
        return True
    if mark == "-":
        return bool(
            re.search(r"\b(?:pre|post|mid|late|early)-$", text[max(0, start - 6) : start], re.IGNORECASE)
        )
    bracketed = mark == "(" and (text[end : end + 1] in "),;-–" or free)
    if bracketed or (before in _YEAR_BEFORE and free):
        return True
    return _names_a_thing(before, after, mark)


_DETERMINERS = frozenset("the its his her their a this our that".split())


def _names_a_thing(before: str, after: str, mark: str) -> bool:
    """The 2024 election, its 1988 quarter, in 1987 dollars: a singular noun after a determiner."""
    if not after or after.lower() in FUNCTION_WORDS:
        return False
    determined = before in _DETERMINERS or before.endswith(("'s", "’s"))
    described = bool(before) and "ADJ" in classes(before) and "VERB" not in classes(before)
    singular = (
        not after.lower().endswith("s")
        or after.lower().endswith("ss")
        or after.lower()
        in {"olympics", "elections", "earnings", "results", "sales", "profits", "crisis", "games"}
    )
    return (
        (determined or described or before in _YEAR_BEFORE)
        and singular
        and mark != "-"
        and (after[0].isupper() or "NOUN" in classes(after) or "ADJ" in classes(after))
    )


@YEARS.rule(DIGITS, rf"(?P<y>{YEAR})")
def _plain_year(match: re.Match[str]) -> Node | None:
    """In 2000; since 1961; the 2024 election."""
    return Fixed(match["y"]) if _is_year(match) else None


@YEARS.rule("the", rf"the{SPACE}year{SPACE}(?P<y>{YEAR})")
def _the_year(match: re.Match[str]) -> Node | None:
    """The year 2000."""
    return Fixed(match["y"])


@YEARS.rule(
    "the two",
    rf"(?:the{SPACE}year{SPACE})?two{SPACE}thousand(?:{SPACE}and)?(?:{SPACE}(?P<u>{any_of(w for w, v in CARDINALS.items() if 0 < v < 20)}))?\b",
)
def _two_thousand(match: re.Match[str]) -> Node | None:
    """The year two thousand."""
    if not match[0].lower().startswith("the") and word_before(match.string, match.start()).lower() not in {
        "in",
        "since",
        "by",
    }:
        return None
    return Fixed(str(2000 + CARDINALS.get((match["u"] or "").lower(), 0)))


@YEARS.rule(DIGITS, r"(?P<a>(?:1[5-9]|20)\d\d)[-–/](?P<b>\d\d|(?:1[5-9]|20)\d\d)(?![\d/-])")
def _two_years(match: re.Match[str]) -> Node | None:
    """2014-2018; 2023-24; 2023/24."""
    first = int(match["a"])
    last = int(match["b"]) if len(match["b"]) == 4 else first // 100 * 100 + int(match["b"])
    if not first < last or word_after(match.string, match.end()).lower() in _UNITS_AFTER:
        return None
    return Fixed(f"{first}/{last}")


@YEARS.rule(
    "fiscal fy financial the",
    rf"(?:the{SPACE})?(?:(?:fiscal|financial){SPACE}(?:year{SPACE})?|FY{SPACE}?['’]?)(?P<y>{YEAR}|\d\d(?!\d))(?:[-/–](?P<e>\d\d(?:\d\d)?)(?!\d))?",
)
def _fiscal(match: re.Match[str]) -> Node | None:
    """Fiscal 2023: the year it is named for, since where it begins is the company's or country's."""
    first = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
    if match["e"]:
        last = int(match["e"]) if len(match["e"]) == 4 else first // 100 * 100 + int(match["e"])
        return Fixed(f"{first}/{last}") if first < last else None
    return Fixed(str(first), "a fiscal year may begin in another month")


_DECADE_WORDS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


@YEARS.rule([DIGITS, "the", "'"], rf"(?:the{SPACE})?(?:(?P<c>1[0-9]|20)|['’])(?P<d>\d)0['’]?s\b")
def _decade(match: re.Match[str]) -> Node | None:
    """The 1990s; the '80s. The 1900s are their century."""
    century = match["c"] or ("20" if match["d"] in "012" else "19")
    if match["d"] == "0" and century != "20":
        return Fixed(f"{century}00/{century}99")
    return Fixed(f"{century}{match['d']}X")


@YEARS.rule("the", rf"the{SPACE}(?P<w>{any_of(_DECADE_WORDS)})\b")
def _decade_words(match: re.Match[str]) -> Node | None:
    """The nineties."""
    return Fixed(f"19{_DECADE_WORDS[match['w'].lower()]}X")


@YEARS.rule(
    ["the", DIGITS, *ORDINALS, "twenty"],
    rf"(?:the{SPACE})?(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?:(?P<t>twenty)[- ])?(?P<w>{any_of(ORDINALS)}))[- ]century\b",
)
def _century(match: re.Match[str]) -> Node | None:
    """The 19th century: 1800 to 1899."""
    number = int(match["n"]) if match["n"] else ORDINALS[match["w"].lower()] + (20 if match["t"] else 0)
    return Fixed(f"{number - 1:02}00/{number - 1:02}99") if 2 <= number <= 22 else None


_NTH = r"(?P<n>first|second|third|fourth|final|1st|2nd|3rd|4th)"
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_OF_YEAR = rf"(?:(?:{SPACE}of|,)?{SPACE}(?:fiscal{SPACE})?(?P<y>{YEAR}))?"


@YEARS.rule(
    ["the", "its", "their", "fiscal", DIGITS, *_NTHS],
    rf"(?:(?:the|its|their){SPACE})?(?:(?P<b>{YEAR})(?:['’]s)?{SPACE})?(?:fiscal{SPACE})?{_NTH}(?:{SPACE}|-)(?:fiscal{SPACE})?"
    rf"(?:calendar{SPACE})?quarter(?!-)\b{_OF_YEAR}",
)
def _quarter(match: re.Match[str]) -> Node | None:
    """The third quarter; the 1988 first quarter; third-quarter (earnings)."""
    year = match["y"] or match["b"]
    return Season(3 * _NTHS[match["n"].lower()] - 2, 3, int(year) if year else None)


@YEARS.rule(
    ["q", DIGITS],
    rf"(?:(?P<y>{YEAR})[ -])?(?:Q(?P<n>[1-4])|(?P<m>[1-4])Q)(?:(?:{SPACE}(?:of{SPACE})?|-)?(?P<z>{YEAR}))?",
)
def _q(match: re.Match[str]) -> Node | None:
    """Q2 2024; 2024 Q2."""
    year = match["y"] or match["z"]
    return Season(3 * int(match["n"] or match["m"]) - 2, 3, int(year) if year else None)


@YEARS.rule(
    ["the", "its", "h", "first", "second", "last", DIGITS],
    rf"(?:(?:the|its){SPACE})?(?:(?P<n>first|second|last|1st|2nd)(?:{SPACE}|-)half|H(?P<h>[12]))(?P<of>{SPACE}of{SPACE}(?=(?:{YEAR}|the{SPACE}year|last{SPACE}year|this{SPACE}year|next{SPACE}year)))?(?:(?:(?:(?<=of){SPACE})|,?{SPACE})?(?P<y>{YEAR}))?(?:(?<=[ ])the{SPACE}year\b)?",
)
def _half(match: re.Match[str]) -> Node | None:
    """The first half of 2023; H1 2023; the first half (of the year that the context gives)."""
    second = (match["n"] or "").lower() in {"second", "last", "2nd"} or match["h"] == "2"
    if (match["h"] and not match["h"] + match[0][0]) or (match["h"] and not match[0].lstrip()[0].isupper()):
        return None
    follows = word_after(match.string, match.end()).lower()
    if not match["y"] and not match["of"] and (follows in {"of", "time", "hour"} or match["h"]):
        return None
    return Season(7 if second else 1, 6, int(match["y"]) if match["y"] else None)


@YEARS.rule(
    ["the", *SEASONS, "in"],
    rf"(?P<the>the{SPACE})?(?P<s>{SEASON})\b(?:(?:{SPACE}of|,)?{SPACE}(?P<y>{YEAR})(?:[/-](?P<e>\d\d)\b)?)?",
)
def _season(match: re.Match[str]) -> Node | None:
    """The summer of 2021; in the fall. Not "the fall of the city", not "spring rolls"."""
    word, text = match["s"].lower(), match.string
    months = Season(SEASONS[word], 3, int(match["y"]) if match["y"] else None)
    if match["y"]:
        return months
    before, after = word_before(text, match.start()).lower(), word_after(text, match.end()).lower()
    timed = before in _SEASON_BEFORE
    if text[match.start("s")].isupper() and word_after(text, match.end())[:1].isupper():
        return None  # the Summer Olympics
    if word in {"fall", "spring"} and (not timed or after in {"of", "in", "from"}):
        return None
    return months if timed and after != "of" else None


_SEASON_BEFORE = frozenset(
    "in since until by during late early mid of through for before after over into".split()
)
_THOUSANDS = rf"(?P<a>nineteen|twenty|eighteen){SPACE}(?P<t>{any_of(w for w, v in CARDINALS.items() if v >= 20)})(?:[- ](?P<u>{any_of(w for w, v in CARDINALS.items() if 0 < v < 10)}))?\b"


@YEARS.rule("nineteen eighteen twenty", _THOUSANDS)
def _spoken_year(match: re.Match[str]) -> Node | None:
    """Nineteen ninety-four."""
    low = {key: (value or "").lower() for key, value in match.groupdict().items()}
    if low["a"] == "twenty" and low["t"] != "twenty":
        return None
    return Fixed(str(CARDINALS[low["a"]] * 100 + CARDINALS[low["t"]] + CARDINALS.get(low["u"], 0)))


@YEARS.rule("early mid late", rf"(?P<p>early|mid|late)-(?P<y>{YEAR})(?!s)")
def _part_of_year(match: re.Match[str]) -> Node | None:
    """Mid-2023."""
    return Part(match["p"].lower(), Fixed(match["y"]))
