"""What holds digits and is no quantity: dates, clock times, years, identifiers, addresses, numbers of telephones."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from secondsource.model import Span
from secondsource.text.quantities.lexer import Token, is_plain
from secondsource.text.words import can_be, classes, lemma

__all__ = ["is_identifier", "is_numbered", "is_year", "masked"]

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%])(?!,\d{3})(?!\.\d)"
_YEAR = r"(?:1[0-9]|20)\d\d(?![\d%])(?!,\d{3})(?!\.\d)"
_DAYS = rf"{_DAY}(?:\s?(?:-|–|—|to|and|&|,|or)\s?{_DAY}){{0,4}}"

_PATTERNS = (
    # March 4, 2031; June 19 and 20; Sept. 16; June 2024; March '24
    rf"\b{_MONTH}\s?{_DAYS}(?:,?\s{_YEAR})?(?!\s?(?:percent|per\scent|million|billion|km|people|pc\b|kg))",
    rf"\b{_MONTH}(?:\s|,\s|\sof\s)(?:{_YEAR}|['’]\d\d\b)",
    # 4 March 2031; 19-20 June; the 4th of March
    rf"\b{_DAYS}(?:\sof)?\s{_MONTH}\b(?:,?\s{_YEAR})?",
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d\d:\d\d(?::\d\d)?)?\b",
    r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b",
    # 2023-24, 1939–1945, 2022/23
    r"\b(?:1[5-9]|20)\d\d\s?[-–—/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)\b(?!\s?%)(?![,.]\d)",
    # 1990s, the '90s, his 40s, mid-30s; A.D. 1000 and 1260; 300 BC
    r"(?:\b\d{2,4}|['’]\d0)['’]?s\b",
    r"\bA\.?D\.?\s\d{1,4}(?:\s(?:and|to)\s\d{1,4})?|\b\d{1,5}(?:[-–]\d{1,5})?\s(?:BC|BCE|AD|CE|B\.C\.|A\.D\.)(?!\w)",
    r"\b(?:Q[1-4]|[1-4]Q|H[12]|FY)\s?[-’']?(?:20)?\d\d\b|\b[1-4]Q\b|\bFY\d{2,4}\b",
    # clock times: 2:30 p.m., 10.45pm, 5am, 14:05:30, 0600 GMT, 1800 hours, 5 o'clock; also 4:39 left
    r"\b\d{1,2}(?:[:.]\d\d){0,2}(?:\s?[-–]\s?\d{1,2}(?:[:.]\d\d)?)?\s?(?:[ap]\.m\.|[ap]m\b|AM\b|PM\b|o['’]clock\b)",
    r"\b\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\b",
    r"\b[0-2]?\d[:.]?[0-5]\d\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|MSK|IST|JST|KST|hrs\b|hours\slocal)",
    r"\b(?:UTC|GMT)\s?[+\-−]\s?\d{1,2}(?::\d\d)?\b",
    # addresses of the net, telephone numbers, dotted numbers and versions
    r"\b(?:https?://|www\.)\S+|[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,63})+|#\w+|@\w+",
    r"(?<!\w)\+\d[\d ()\-]{6,18}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{4}\b|\b0\d{2,4}\s\d{3,4}\s\d{3,4}\b",
    r"\b[vV]?\d+\.\d+\.\d+(?:\.\d+)*\b|\bv\d+(?:\.\d+)+\b",
    # coordinates: 33°30′21″N, 33.505716°N, 33.505716; 36.269635
    r"\b\d{1,3}\s?°\s?\d{1,2}\s?['’′][^NSEW\n]{0,8}[NSEW]\b|\b\d{1,3}\.\d+\s?°\s?[NSEW]\b|\b\d{1,3}°\s?[NSEW]\b",
    r"-?\b\d{1,3}\.\d{3,}[;,]\s?-?\d{1,3}\.\d{3,}\b",
    # two numbers that name one thing
    r"\b24/7\b|\b24-7\b|\b9/11\b|\b20/20\b|\b50/50\b|\b7/7\b",
    # letters and digits in one name: F-16, COVID-19, AK-47, M21, B-52s, MH17, J1149.5+6663, T-72B3
    r"\b[A-Z][A-Za-z]{0,9}-\d+[A-Za-z0-9]*(?:/\d+)?\b(?!-year|-day|-month|-week|-mile|-kilomet)",
    r"\b[A-Z]{1,5}\d[\w.+\-/]*\w\b",
    r"\b\d+-[A-Z]{1,3}\b(?!-)",
)
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty(?:-five)?|half)"
_SPOKEN = (
    rf"\b(?:{_HOUR}|a\squarter)\s(?:to|past)\s{_HOUR}(?:\so['’]clock|\sin\sthe\s(?:morning|afternoon|evening)|(?=\son\b|[,.]))",
    rf"\b(?:{_HOUR}|\d{{1,2}})\s(?:o['’]clock|in\sthe\s(?:morning|afternoon|evening))\b",
    rf"(?<=\bat\s)(?:{_HOUR}|a\squarter)\s(?:to|past)\s{_HOUR}\b",
)
_MASK = re.compile("|".join(f"(?:{p})" for p in (*_PATTERNS, *_SPOKEN)))
_NUMBERED_MONEY = re.compile(
    r"(?:AUD|BRL|CAD|CHF|CNY|EUR|GBP|HKD|INR|JPY|KSh|Ksh|MXN|NZD|PKR|RM|RMB|Rp|Rs|SGD|TL|Tk|USD|ZAR)\d"
)


@cache
def _words() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("context.toml").read_text(encoding="utf-8")
    return {key: frozenset(value) for key, value in tomllib.loads(text).items()}


def masked(text: str, start: int, end: int) -> list[Span]:
    """Return the runs of ``text[start:end]`` whose digits are dates, times, names or addresses, in order."""
    matches = _MASK.finditer(text, start, end)
    return [Span(m.start(), m.end()) for m in matches if not _NUMBERED_MONEY.match(m.group())]


def is_year(line: Sequence[Token], at: int, *, plural_follows: bool) -> bool:
    """Whether the bare number at token ``at`` is a year.

    Four digits from 1900 to 2099 are one unless they are round and a plural noun follows ("2000 troops");
    from 1000 to 1899 only after a word that years follow ("in 1812").
    """
    token = line[at]
    if not (is_plain(line, at) and len(token.text) == 4):
        return False
    value, before = int(token.text), line[at - 1].lower if at else ""
    if not 1000 <= value <= (2199 if before in ("by", "in", "until") else 2099):
        return False
    if at + 1 < len(line) and line[at + 1].is_dash and line[at + 1].glued and value < 1900:
        return False
    after_preposition = before in _words()["before_year"]
    if value < 1900:
        # "from 1000 to 2000", "by 1500": round figures are counts more often than years of the Middle Ages
        return (
            after_preposition
            and not plural_follows
            and (value % 50 != 0 or before in ("in", "since", "circa"))
        )
    if plural_follows and value % 50 == 0 and before not in ("in", "since", "the", "of", "for"):
        return False
    return not (
        plural_follows and before in ("than", "least", "over", "about", "nearly", "almost", "some", "to")
    )


def is_identifier(
    line: Sequence[Token], at: int, *, measured: bool, plural_follows: bool, shouted: bool
) -> bool:
    """Whether the number at token ``at`` names something: "Resolution 88", "Boeing 737", "10 Downing Street".

    Args:
        line: Tokens of the line.
        at: The number.
        measured: Whether a unit, currency or magnitude belongs to it: then only "No. 5 km" could be a name.
        plural_follows: Whether a plural noun follows ("12 people").
        shouted: Whether the line is in title case: then a capital says nothing.
    """
    token = line[at]
    if token.kind != "num" or "," in token.text:
        return False
    if at + 1 < len(line) and line[at + 1].glued and line[at + 1].lower in ("st", "nd", "rd", "th"):
        return True
    if measured:
        return False
    return (
        _after_name(line, at, plural_follows=plural_follows, shouted=shouted)
        or _address(line, at)
        or _before_name(line, at, plural_follows=plural_follows, shouted=shouted)
    )


def is_numbered(line: Sequence[Token], at: int) -> bool:
    """Whether a capitalised noun that takes numbers stands before token ``at`` ("Chapter Two")."""
    return at > 0 and line[at - 1].is_capital and line[at - 1].lower in _words()["numbered"]


def _after_name(line: Sequence[Token], at: int, *, plural_follows: bool, shouted: bool) -> bool:
    if at == 0:
        return False
    prev, words = line[at - 1], _words()
    if prev.text in (".", "#", "№") and (
        prev.text != "." or (at > 1 and line[at - 2].lower in ("no", "nos", "art", "sec"))
    ):
        return True
    if prev.kind != "word":
        # "Highways 5 and 7", "Articles 4, 5": a list after a name of numbers.
        return False
    singular = lemma(prev.lower, "NOUN")
    if prev.lower in words["numbered"] or (prev.is_capital and singular in words["numbered"]):
        return not plural_follows or prev.is_capital
    if prev.lower in words["numbered_weak"] or singular in words["numbered_weak"]:
        return prev.is_capital and is_plain(line, at)
    if not prev.is_capital or shouted or not is_plain(line, at) or prev.lower in words["no_name"]:
        return False
    if (
        (at == 1 or line[at - 2].text in ".!?:;“\"'(")
        and can_be(prev.lower, "VERB")
        and singular != prev.lower
    ):
        return False
    if at == 1 and prev.lower.endswith("ly"):
        return False
    if at == 1 and plural_follows:
        # "Boeing 737 jets": a first word that no dictionary knows is a name.
        return not classes(prev.lower)
    return not (plural_follows and can_be(prev.lower, "VERB"))


def _before_name(line: Sequence[Token], at: int, *, plural_follows: bool, shouted: bool) -> bool:
    """Whether a name that no count goes with follows ("its own 787 Dreamliner")."""
    if at + 1 >= len(line) or shouted or plural_follows or not is_plain(line, at):
        return False
    nxt = line[at + 1]
    if not nxt.is_capital or nxt.lower in _words()["no_name"] or nxt.text.isupper():
        return False
    before = line[at - 1].lower if at else ""
    return (
        before in ("own", "new", "its", "the", "a", "an", "their", "his", "latest", "old")
        and len(nxt.text) > 1
    )


def _address(line: Sequence[Token], at: int) -> bool:
    """Whether capitalised words and then a kind of street follow ("10 Downing Street")."""
    pos = at + 1
    while pos < len(line) and pos <= at + 4 and line[pos].is_capital:
        if line[pos].lower in _words()["streets"] and pos > at + 1:
            return True
        pos += 1
    return False
