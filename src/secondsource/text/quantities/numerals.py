"""The number grammar: digits with magnitudes, words for numbers, vague numbers and fractions."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.nouns import is_plural
from secondsource.text.quantities.units import unit_at

__all__ = ["Numeral", "number_words", "numeral"]

Form = Literal["digits", "words", "vague", "share"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at tokens ``[start:end)`` of its line.

    Attributes:
        value: What it says; for a vague number the least that it can mean.
        form: How it is written. ``share`` is a fraction of something; ``vague`` a plural magnitude ("dozens").
        scale: The magnitude that it carries (million: 1e6), 1 where it carries none.
        about: Whether its words make it approximate ("a couple of").
        raw: The figure before the magnitude.
    """

    start: int
    end: int
    value: float
    form: Form
    scale: float = 1
    about: bool = False
    raw: float = 0


@cache
def number_words() -> dict[str, Any]:
    """Return the tables of ``numbers.toml``."""
    text = files(__package__).joinpath("numbers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def numeral(line: Sequence[Token], at: int, *, money: bool = False) -> Numeral | None:
    """Return the number that begins at token ``at``, or None.

    ``money`` says that a currency stands before it: then "m", "b" and "t" are magnitudes whatever follows.
    """
    token = line[at]
    if token.kind == "num":
        return _ratio(line, at, at + 1, _digits(token)) or _from_digits(line, at, money=money)
    if token.kind != "word":
        return None
    words = number_words()
    if token.lower in words["plural_scales"]:
        return _vague(line, at, at, 1.0)
    if token.lower in ("a", "an", "one", "half", "several", "few", "quarter", "many", "couple"):
        found = _with_article(line, at)
        if found:
            return found
    return _share(line, at) or _from_words(line, at)


def _digits(token: Token) -> float:
    if len(token.text) == 1 and not token.text.isdecimal():
        return float(unicodedata.numeric(token.text))
    kept = "".join(c for c in token.text if c.isdecimal() or c == ".")
    return float(kept)


def _word(line: Sequence[Token], at: int) -> str:
    return line[at].lower if 0 <= at < len(line) and line[at].kind == "word" else ""


def _hyphen(line: Sequence[Token], at: int) -> int:
    """Return the index after a hyphen that joins two words at ``at``; ``at`` itself where there is none."""
    if at + 1 < len(line) and line[at].is_dash and line[at].glued and line[at + 1].glued:
        return at + 1
    return at


def _scale_at(line: Sequence[Token], at: int) -> tuple[float, int] | None:
    after = _hyphen(line, at)
    scales = number_words()["scales"]
    word = _word(line, after)
    value = scales.get(word)
    if value is None:
        value = scales.get(number_words()["plural_of"].get(word, ""))
    return (float(value), after + 1) if value is not None else None


def _from_digits(line: Sequence[Token], at: int, *, money: bool) -> Numeral:
    raw = value = _digits(line[at])
    end = at + 1
    if end < len(line) and line[end].kind == "num":
        nxt = line[end]
        if len(nxt.text) == 1 and not nxt.text.isdecimal():  # 3½
            raw = value = value + _digits(nxt)
            end += 1
        elif not nxt.glued and _slash(line, end) and value < 1000:  # 2 1/2
            raw = value = value + _digits(nxt) / _digits(line[end + 2])
            end += 3
    elif _slash(line, at) and _digits(line[at + 2]) not in (0, 7, 24):  # 1/16, but 24/7 is no number
        return Numeral(at, at + 3, value / _digits(line[at + 2]), "share", raw=value)
    more = _fraction_after(line, end)
    if more and _word(line, end) == "and":
        raw, end = value + more[0], more[1]
        value = raw
    scale = 1.0
    while True:
        found = _scale_at(line, end) or _suffix(line, end, money=money or scale > 1)
        if not found or (scale > 1 and found[0] < 1000):
            break
        scale *= found[0]
        end = found[1]
    return Numeral(at, end, _clean(value * scale), "digits", scale, raw=raw)


def _clean(value: float) -> float:
    # 8.6 * 1e6 is 8599999.999999999 in binary: figures of news have at most nine significant digits.
    return float(f"{value:.12g}")


def _slash(line: Sequence[Token], at: int) -> bool:
    if at + 2 >= len(line) or line[at + 1].text not in ("/", "⁄", "∕"):
        return False
    top, low = line[at], line[at + 2]
    return (
        low.kind == "num"
        and low.glued
        and line[at + 1].glued
        and top.text.isdecimal()
        and low.text.isdecimal()
        and 0 < int(low.text) <= 1000
        and int(top.text) < int(low.text)
        and not (at + 3 < len(line) and line[at + 3].text == "/")
    )


def _suffix(line: Sequence[Token], at: int, *, money: bool) -> tuple[float, int] | None:
    if at >= len(line) or line[at].kind != "word":
        return None
    token = line[at]
    table = number_words()["suffixes"]
    if token.text in table["always"]:
        return float(table["always"][token.text]), at + 1
    if token.text in table["glued"] and token.glued:
        return float(table["glued"][token.text]), at + 1
    if money and token.text in table["money"]:
        return float(table["money"][token.text]), at + 1
    if token.text in table["counting"] and _counts(line, at + 1):
        return float(table["counting"][token.text]), at + 1
    return None


def _counts(line: Sequence[Token], at: int) -> bool:
    """Whether what follows "8.6m" is a plural noun, so that m is no metre."""
    word = _word(line, at)
    return (bool(word) and is_plural(word)) or _word(line, at + 1) in number_words()["money_words"]


def _vague(line: Sequence[Token], start: int, at: int, factor: float) -> Numeral | None:
    """Read "dozens", "tens of thousands", "hundreds of thousands" as twice the least magnitude."""
    plurals, singular = number_words()["plural_scales"], number_words()["scales"]
    value = factor * plurals[line[at].lower]
    end = at + 1
    while _word(line, end) == "of" and _word(line, end + 1) in plurals | singular:
        value *= plurals.get(line[end + 1].lower) or singular[line[end + 1].lower]
        end += 2
    if end == at + 1 and line[at].lower in ("tens", "scores") and _word(line, end) != "of":
        return None
    return Numeral(start, end, 2 * value, "vague")


def _with_article(line: Sequence[Token], at: int) -> Numeral | None:
    """Read what begins with a, an, half, several, a few, a couple of."""
    word, scales = line[at].lower, number_words()["scales"]
    nxt = _word(line, at + 1)
    if word in ("a", "an") and nxt in ("few", "couple", "quarter", "half"):
        inner = _with_article(line, at + 1)
        return inner and Numeral(at, inner.end, inner.value, inner.form, inner.scale, inner.about, inner.raw)
    if word in ("a", "an") and nxt in scales:
        inner = _from_words(line, at + 1)
        return inner and Numeral(at, inner.end, inner.value, "words", inner.scale, raw=inner.raw)
    if word in ("several", "few", "many"):
        if nxt in scales:
            more = _scales_from(line, at + 1)
            return Numeral(at, more[1], 2 * more[0], "vague", more[0])
        if nxt in number_words()["plural_scales"]:
            return _vague(line, at, at + 1, 1.0)
    if word == "couple" and _word(line, at - 1) == "a" and nxt == "of":
        if _word(line, at + 2) in scales:
            more = _scales_from(line, at + 2)
            return Numeral(at, more[1], 2 * more[0], "words", more[0], about=True)
        return Numeral(at, at + 2, 2.0, "words", about=True)
    if word in ("half", "quarter"):
        return _half_scale(line, at, 0.5 if word == "half" else 0.25) or _half(line, at)
    if word == "one" and nxt in ("half", "quarter"):
        inner = _half_scale(line, at + 1, 0.5 if nxt == "half" else 0.25)
        return inner and Numeral(at, inner.end, inner.value, "words", inner.scale)
    return None


def _half(line: Sequence[Token], at: int) -> Numeral | None:
    """Read "half" as a share ("half the men", "more than half") or of a unit ("half an hour", "half-mile")."""
    if line[at].lower != "half":
        return None
    words = number_words()
    before, after = _word(line, at - 1), _word(line, at + 1)
    if before in words["ordered_half"] or (before in ("a", "an", "one") and after != "of"):
        return None
    if after in ("a", "an") or _hyphen(line, at + 1) > at + 1:
        step = _hyphen(line, at + 1) if after not in ("a", "an") else at + 2
        return (
            Numeral(at, step, 0.5, "words", raw=0.5) if _word(line, step) in words["halved_units"] else None
        )
    if after in words["after_half"] or (before in words["before_share"] and after not in words["ones"]):
        return Numeral(at, at + 1, 0.5, "share", raw=0.5)
    return None


def _half_scale(line: Sequence[Token], at: int, part: float) -> Numeral | None:
    """Read "half a million", "half-million", "a quarter of a million", "half a dozen"."""
    after = _hyphen(line, at + 1)
    if _word(line, after) == "of":
        after += 1
    if _word(line, after) in ("a", "an"):
        after += 1
    scale = _scale_at(line, after)
    if scale and _word(line, after) in number_words()["scales"] and scale[0] != 100:
        return Numeral(at, scale[1], part * scale[0], "words", scale[0], raw=part)
    return None


def _scales_from(line: Sequence[Token], at: int) -> tuple[float, int]:
    value = 1.0
    while found := _scale_at(line, at):
        value, at = value * found[0], found[1]
    return value, at


def _share(line: Sequence[Token], at: int) -> Numeral | None:
    """Read "two-thirds", "three quarters", "one fifth", "one-in-five"."""
    words = number_words()
    top = 1 if line[at].lower == "a" else words["ones"].get(line[at].lower)
    if top is None or not 0 < top < 20:
        return None
    after = _hyphen(line, at + 1)
    part = words["parts" if top > 1 else "part"].get(_word(line, after))
    if part:
        # "a third of", "by a third": without such a sign "a third ship" is one more ship.
        if line[at].lower == "a" and not _is_share(line, at, after + 1):
            return None
        # "one third-party check": the part belongs to the next word.
        if after + 1 < len(line) and line[after + 1].is_dash and line[after + 1].glued:
            return None
        return Numeral(at, after + 1, top / part, "share", raw=top)
    return None if line[at].lower == "a" else _ratio(line, at, at + 1, float(top))


def _is_share(line: Sequence[Token], start: int, end: int) -> bool:
    if _word(line, end) in ("of", "to", "more", "less", "fewer", "higher", "lower", "smaller", "larger"):
        return True
    if end >= len(line) or line[end].kind == "mark":
        return _word(line, start - 1) in number_words()["before_share"]
    return _word(line, start - 1) in ("by", "least", "than", "about", "nearly", "almost", "roughly", "over")


def _ratio(line: Sequence[Token], at: int, end: int, top: float) -> Numeral | None:
    """Read "one in five", "3 out of 10"; "1 in 5" is no length of one inch."""
    after = _hyphen(line, end)
    hyphened = after > end
    word = _word(line, after)
    if word == "out" and _word(line, after + 1) == "of":
        after += 2
    elif word == "in":
        after = _hyphen(line, after + 1) if hyphened else after + 1
    else:
        return None
    if after < len(line) and _word(line, after) == "every":
        after += 1
    if after >= len(line):
        return None
    low: float | None = None
    if line[after].kind == "num" and line[after].text.replace(",", "").isdecimal():
        low, stop = _digits(line[after]), after + 1
    else:
        found = _from_words(line, after) if line[after].kind == "word" else None
        if found is None and _word(line, after) == "a" and _word(line, after + 1) in ("hundred", "million"):
            found = _from_words(line, after + 1)
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


def _from_words(line: Sequence[Token], at: int) -> Numeral | None:
    """Read words for a number: "two hundred and six", "three million", "a hundred"."""
    words = number_words()
    ones, tens, scales = words["ones"], words["tens"], words["scales"]
    total, group, end = 0.0, None, at
    room, last_scale, pos = 1e16, 1e16, at
    raw: float | None = None
    while pos < len(line):
        step = _hyphen(line, pos) if end > at else pos
        word = _word(line, step)
        small = ones.get(word, tens.get(word))
        if word == "and" and end > at and room in (100, 1000, 1e6, 1e9):
            if ones.get(_word(line, step + 1), tens.get(_word(line, step + 1))) is None:
                break
            pos = step + 1
            continue
        if small is not None and small < room and not (small == 0 and end > at):
            group = (group or 0) + small
            room = 10 if word in tens else 1
        elif (
            word in scales
            and (value := float(scales[word]))
            and _can_scale(group, value, last_scale, end == at)
        ):
            raw = group if raw is None else raw
            if value == 100:
                group, room = (group or 1) * 100, 100
            else:
                total += (group or 1) * value
                group, room, last_scale = None, min(value, 1e9), value
        else:
            break
        pos = end = step + 1
    if end == at:
        return None
    value = total + (group or 0)
    raw = raw if raw is not None else value
    more = _fraction_after(line, end)
    if more:
        value, end = value + more[0], more[1]
        while found := _scale_at(line, end):
            value, end = value * found[0], found[1]
    top = last_scale if last_scale < 1e16 else 1
    return Numeral(at, end, _clean(value), "words", top, raw=raw)


def _can_scale(group: float | None, value: float, last: float, first: bool) -> bool:
    if value == 100:
        return (group is not None and 0 < group < 100) or first
    return (
        (group is not None and value < last and group > 0)
        or first
        or (group is None and value > 1e3 and last == 1e3)
    )


def _fraction_after(line: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Read "and a half", "-and-a-half", "and three quarters", "point five" after a number."""
    words = number_words()
    if _word(line, at) == "point":
        digits, end = "", at + 1
        while 0 <= words["ones"].get(_word(line, end), 99) <= 9:
            digits += str(words["ones"][_word(line, end)])
            end += 1
        return (float("0." + digits), end) if digits else None
    step = _hyphen(line, at)
    if _word(line, step) != "and":
        return None
    step = _hyphen(line, step + 1)
    top = 1 if _word(line, step) == "a" else words["ones"].get(_word(line, step))
    if not top:
        return None
    step = _hyphen(line, step + 1)
    part = words["part" if top == 1 else "parts"].get(_word(line, step))
    return (top / part, step + 1) if part else None
