"""Numbers that are none: the pronoun "one", parts of names, ordinals."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.nouns import is_plural, noun_words
from secondsource.text.quantities.number_words import Numeral, number_words, word_at
from secondsource.text.quantities.units import currency_after, unit_at
from secondsource.text.words import can_be

__all__ = ["is_no_number", "is_ordinal", "is_part_of_name"]

_ONE_BEFORE = frozenset(
    "no each every any single this that the some which another day square number only everyone as other either neither "
    "not anyone someone first last next what many such".split()
)
_ONE_IDIOMS = frozenset(
    "hell heck hand way thing side time point another day by s of on and or who that to such but".split()
)
_ARTICLES = frozenset("the a an this that each our his her its their".split())
_SETS = frozenset("the his her its their our my your these those".split())
_SUPERLATIVES = frozenset(
    "most least best worst first last top few only very main key reasons things ways".split()
)
_BARE_SCALE_AFTER = frozenset("the another other last past next first per every each some of final".split())


def is_part_of_name(line: Sequence[Token], at: int) -> bool:
    """Whether the number hangs on a word by a hyphen or point ("Su-27", "ID.3")."""
    if at < 2 or not line[at].glued:
        return False
    mark, before = line[at - 1], line[at - 2]
    if mark.kind == "word":
        return (
            mark.end == line[at].start
            and not mark.text.isupper()
            and mark.text not in ("Rs", "Rp", "Tk", "KSh", "Ksh")
        )
    if not mark.glued or before.kind != "word" or not (mark.is_dash or mark.text in "./"):
        return False
    if before.lower in ("now", "to", "minus", "then", "to", "or") or mark.text in "—–":
        return False
    if at >= 3 and before.glued and line[at - 3].kind == "num":  # "1.9bn-2.8bn", "10km-20km"
        return False
    words = number_words()
    return not (before.lower in words["ones"] or before.lower in words["tens"])


def is_ordinal(line: Sequence[Token], number: Numeral) -> bool:
    """Whether the number goes on as an ordinal or a decade ("21st", "twenty-first", "1990s")."""
    end = number.end
    if end < len(line) and line[end].glued and line[end].lower in ("st", "nd", "rd", "th", "s", "'s"):
        return True
    if end + 1 < len(line) and line[end].is_dash and line[end].glued and line[end + 1].glued:
        nxt = line[end + 1].lower
        return nxt in ("first", "second", "third", "fourth") or (
            nxt in number_words()["part"] and nxt not in ("half", "quarter")
        )
    return False


def is_no_number(line: Sequence[Token], number: Numeral) -> bool:
    """Whether words for a number are something else here: the pronoun "one", a bare "million"."""
    first, after, before = (
        line[number.start].lower,
        word_at(line, number.end),
        word_at(line, number.start - 1),
    )
    alone = number.end == number.start + 1
    if _in_name(line, number):
        return True
    if alone and first == "one":
        return _pronoun(line, number, before, after)
    if alone and first == "zero":
        return number.end < len(line) and line[number.end].is_dash
    if first in number_words()["scales"]:
        return before not in _BARE_SCALE_AFTER
    # nineteen eighty-four: two numbers that do not add up are a year or a code
    return 13 <= number.value <= 20 and after in number_words()["tens"]


def _in_name(line: Sequence[Token], number: Numeral) -> bool:
    """Whether the words are capitalised inside a name ("the Big Ten", "Group of Seven")."""
    at = number.start
    if at < 2 or not line[at].is_capital:
        return False
    before = line[at - 1]
    joined = before.is_capital or (before.lower in ("of", "the") and line[at - 2].is_capital)
    lower_case = any(
        t.kind == "word" and not t.is_capital and len(t.text) > 3 for t in line[max(0, at - 6) : at + 6]
    )
    return joined and lower_case and before.end < line[at].start


def _pronoun(line: Sequence[Token], number: Numeral, before: str, after: str) -> bool:
    """Whether "one" is a pronoun or part of an idiom; it counts before a noun, a unit or a currency."""
    end = number.end
    if before == "minus":
        return False
    start = number.start
    if start > 1 and line[start - 2].lower in _ARTICLES and can_be(before, "ADJ"):  # "the right one"
        return True
    if before in _ONE_BEFORE or end >= len(line) or line[end].kind == "num":
        return True
    if line[end].kind == "mark":
        # "a one-day visit", "one-yen bid", but not "one-sided", "one-time"
        joined = line[end].is_dash and line[end].glued and end + 1 < len(line) and line[end + 1].glued
        return not (joined and (unit_at(line, end + 1, hyphened=True) or currency_after(line, end + 1)))
    if after == "of":
        return not _one_of_several(line, end)
    if after in _ONE_IDIOMS:
        return True
    return after in noun_words()["stop"] and not unit_at(line, end)


def _one_of_several(line: Sequence[Token], at: int) -> bool:
    """Whether "of" at token ``at`` opens a set that one is counted from: "of the tanks", not "of the poorest"."""
    if word_at(line, at + 1) not in _SETS:
        return False
    for token in line[at + 2 : at + 7]:
        if token.kind != "word" or token.lower in noun_words()["stop"]:
            break
        if token.lower in _SUPERLATIVES or (token.lower.endswith("est") and can_be(token.lower, "ADJ")):
            return False
    return is_plural(line[at + 2].lower) if at + 2 < len(line) else False
