"""Multiples: "nine times more", "twice as many", "tenfold", "doubled"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.number_words import number_words, word_at
from secondsource.text.quantities.numerals import numeral

__all__ = ["Multiple", "multiple_at"]

_COMPARED = frozenset(
    "as more less the higher lower larger bigger greater that its their his her what faster smaller stronger worse "
    "better fewer longer over those this larger-than current".split()
)
_ADVERBS = {"twice": 2.0, "thrice": 3.0}
_VERBS = {"double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0, "quintuple": 5.0}
_FORMS = {
    form: (value, base)
    for base, value in _VERBS.items()
    for form in (base, base + "s", base + "d", base[:-1] + "ing")
}
_FORMS |= dict.fromkeys(("halve", "halves", "halved", "halving"), (0.5, "halve"))
_BEFORE_BASE = frozenset(
    "to will would could can may might should nearly almost about than must shall".split()
)


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiple at tokens ``[start:end)``; ``change`` where a verb says that something became it."""

    start: int
    end: int
    value: float
    change: Literal["rise", "fall"] | None = None


def multiple_at(line: Sequence[Token], at: int) -> Multiple | None:
    """Return the multiple that begins at token ``at``, or None."""
    word = word_at(line, at)
    if word in _ADVERBS:
        end = _compared(line, at + 1)
        return Multiple(at, end, _ADVERBS[word]) if end else None
    if word in _FORMS:
        return _verb(line, at, *_FORMS[word])
    if word.endswith("fold") and (
        value := number_words()["ones"].get(word[:-4], number_words()["tens"].get(word[:-4]))
    ):
        return Multiple(at, at + 1, float(value), _fold_change(line, at + 1))
    if line[at].kind == "mark":
        return None
    return _times(line, at)


def _times(line: Sequence[Token], at: int) -> Multiple | None:
    word, numbers = word_at(line, at), number_words()
    if (
        word
        and word not in numbers["ones"]
        and word not in numbers["tens"]
        and word not in ("a", "half", "hundred")
    ):
        return None
    number = numeral(line, at)
    if number is None or number.form in ("share", "vague"):
        return None
    end = number.end
    if end < len(line) and line[end].is_dash and line[end].glued:
        end += 1
    word = word_at(line, end)
    if word == "fold":
        return Multiple(at, end + 1, number.value, _fold_change(line, end + 1))
    if word == "times" and (stop := _compared(line, end + 1)):
        return Multiple(at, stop, number.value)
    if word == "x" and line[end].glued and not (end + 1 < len(line) and line[end + 1].glued):
        return Multiple(at, end + 1, number.value)
    return None


def _compared(line: Sequence[Token], at: int) -> int | None:
    """Return where "as many", "more", "the" and the like end; the determiner stays outside."""
    word = word_at(line, at)
    if word not in _COMPARED:
        return None
    if word == "as":
        return (
            at + 2
            if word_at(line, at + 1) in ("many", "much", "likely", "high", "large", "big", "fast", "long")
            else at
        )
    return (
        at + 1
        if word
        not in ("the", "that", "its", "their", "his", "her", "what", "those", "this", "current", "over")
        else at
    )


def _fold_change(line: Sequence[Token], at: int) -> Literal["rise", "fall"] | None:
    word = word_at(line, at)
    if word in ("increase", "rise", "growth", "jump", "surge"):
        return "rise"
    return "fall" if word in ("decrease", "drop", "fall", "decline", "reduction") else None


def _verb(line: Sequence[Token], at: int, value: float, base: str) -> Multiple | None:
    word, before, after = word_at(line, at), word_at(line, at - 1), word_at(line, at + 1)
    change: Literal["rise", "fall"] = "fall" if value < 1 else "rise"
    if word != base:
        return Multiple(at, at + 1, value, change) if not _adjective(word, after) else None
    if base != "halve" and after in ("the", "that", "its", "their", "what", "those"):
        return Multiple(at, at + 1, value, change if before in _BEFORE_BASE - {"about"} else None)
    if before in _BEFORE_BASE and after not in ("as", "room", "standard", "down", "back"):
        return Multiple(at, at + 1, value, change)
    return None


def _adjective(word: str, after: str) -> bool:
    """Whether "doubles" is a noun here ("doubles match"), "doubling" a part of a name."""
    if after in ("down", "back", "over", "up"):  # "doubled down on"
        return True
    return word.endswith("s") and after in (
        "match",
        "title",
        "champion",
        "partner",
        "final",
        "finals",
        "tennis",
        "team",
        "as",
    )
