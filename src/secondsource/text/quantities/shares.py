"""Parts of a whole: "two-thirds", "half the men", "one in five", "half a million"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.number_words import (
    Numeral,
    digits,
    from_words,
    number_words,
    scale_at,
    skip_hyphen,
    word_at,
)
from secondsource.text.quantities.units import unit_at

__all__ = ["half", "half_scale", "is_slash", "ratio", "share"]


def half(line: Sequence[Token], at: int) -> Numeral | None:
    """Read "half" as a share ("half the men", "more than half") or of a unit ("half an hour", "half-mile")."""
    if line[at].lower != "half":
        return None
    words = number_words()
    before, after = word_at(line, at - 1), word_at(line, at + 1)
    if before in words["ordered_half"] or (before in ("a", "an", "one") and after != "of"):
        return None
    if after in ("a", "an") or skip_hyphen(line, at + 1) > at + 1:
        step = skip_hyphen(line, at + 1) if after not in ("a", "an") else at + 2
        return (
            Numeral(at, step, 0.5, "words", raw=0.5) if word_at(line, step) in words["halved_units"] else None
        )
    if after in words["after_half"] or (before in words["before_share"] and after not in words["ones"]):
        return Numeral(at, at + 1, 0.5, "share", raw=0.5)
    return None


def half_scale(line: Sequence[Token], at: int, part: float) -> Numeral | None:
    """Read "half a million", "half-million", "a quarter of a million", "half a dozen"."""
    after = skip_hyphen(line, at + 1)
    if word_at(line, after) == "of":
        after += 1
    if word_at(line, after) in ("a", "an"):
        after += 1
    scale = scale_at(line, after)
    if scale and word_at(line, after) in number_words()["scales"] and scale[0] != 100:
        return Numeral(at, scale[1], part * scale[0], "words", scale[0], raw=part)
    return None


def share(line: Sequence[Token], at: int) -> Numeral | None:
    """Read "two-thirds", "three quarters", "one fifth", "one-in-five"."""
    words = number_words()
    top = 1 if line[at].lower == "a" else words["ones"].get(line[at].lower)
    if top is None or not 0 < top < 20:
        return None
    after = skip_hyphen(line, at + 1)
    part = words["parts" if top > 1 else "part"].get(word_at(line, after))
    if part:
        # "a third of", "by a third": without such a sign "a third ship" is one more ship.
        if line[at].lower == "a" and not _is_share(line, at, after + 1):
            return None
        # "one third-party check": the part belongs to the next word.
        if after + 1 < len(line) and line[after + 1].is_dash and line[after + 1].glued:
            return None
        return Numeral(at, after + 1, top / part, "share", raw=top)
    return None if line[at].lower == "a" else ratio(line, at, at + 1, float(top))


def _is_share(line: Sequence[Token], start: int, end: int) -> bool:
    if word_at(line, end) in ("of", "to", "more", "less", "fewer", "higher", "lower", "smaller", "larger"):
        return True
    if end >= len(line) or line[end].kind == "mark":
        return word_at(line, start - 1) in number_words()["before_share"]
    return word_at(line, start - 1) in ("by", "least", "than", "about", "nearly", "almost", "roughly", "over")


def ratio(line: Sequence[Token], at: int, end: int, top: float) -> Numeral | None:
    """Read "one in five", "3 out of 10"; "1 in 5" is no length of one inch."""
    after = skip_hyphen(line, end)
    hyphened = after > end
    word = word_at(line, after)
    if word == "out" and word_at(line, after + 1) == "of":
        after += 2
    elif word == "of" and word_at(line, after + 1) == "every":
        after += 1
    elif word == "in":
        after = skip_hyphen(line, after + 1) if hyphened else after + 1
    else:
        return None
    if after < len(line) and word_at(line, after) == "every":
        after += 1
    if after >= len(line):
        return None
    low: float | None = None
    if line[after].kind == "num" and line[after].text.replace(",", "").isdecimal():
        low, stop = digits(line[after]), after + 1
    else:
        found = from_words(line, after) if line[after].kind == "word" else None
        if (
            found is None
            and word_at(line, after) == "a"
            and word_at(line, after + 1) in ("hundred", "million")
        ):
            found = from_words(line, after + 1)
        low, stop = (found.value, found.end) if found else (None, after)
    # "2 in 2022" is a count and a year; a ratio is of a small number in a larger round one.
    if low is None or not 0 < top < low or 1900 <= low <= 2099 or top != int(top) or top > 999:
        return None
    if word == "in" and stop < len(line) and line[stop].kind == "word" and top > 9 and low < 100:
        return None
    unit = unit_at(line, stop)
    if unit and unit[0].dimension == "time":  # "2 in 12 minutes"
        return None
    return Numeral(at, stop, top / low, "share", raw=top)


def is_slash(line: Sequence[Token], at: int) -> bool:
    """Whether tokens ``at`` and the two after it are a fraction below one ("1/16")."""
    if at + 2 >= len(line) or line[at + 1].text not in ("/", "⁄", "∕"):
        return False
    top, low = line[at], line[at + 2]
    return (
        low.kind == "num"
        and low.glued
        and line[at + 1].glued
        and top.text.isdecimal()
        and len(top.text) <= 4
        and len(low.text) <= 4
        and low.text.isdecimal()
        and 0 < int(low.text) <= 1000
        and int(top.text) < int(low.text)
        and not (at + 3 < len(line) and line[at + 3].text == "/")
    )
