"""Words for numbers: the tables, and the grammar that adds them up."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from secondsource.text.quantities.lexer import Token

__all__ = [
    "Numeral",
    "clean",
    "digits",
    "fraction_after",
    "from_words",
    "number_words",
    "scale_at",
    "skip_hyphen",
    "word_at",
]

_MOST_DECIMALS = 9

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


def word_at(line: Sequence[Token], at: int) -> str:
    """Return token ``at`` in lower case where it is a word; else, and past either end, an empty string."""
    return line[at].lower if 0 <= at < len(line) and line[at].kind == "word" else ""


def skip_hyphen(line: Sequence[Token], at: int) -> int:
    """Return the index after a hyphen that joins two words at ``at``; ``at`` itself where there is none."""
    if at + 1 < len(line) and line[at].is_dash and line[at].glued and line[at + 1].glued:
        return at + 1
    return at


def digits(token: Token) -> float:
    """Return the value of a number token, whatever its grouping marks."""
    if len(token.text) == 1 and not token.text.isdecimal():
        return float(unicodedata.numeric(token.text))
    kept = "".join(c for c in token.text if c.isdecimal() or c == ".")
    return float(kept)


def clean(value: float) -> float:
    """Return ``value`` without the dust of binary fractions."""
    # 8.6 * 1e6 is 8599999.999999999 in binary: figures of news have at most nine significant digits.
    return float(f"{value:.12g}")


def scale_at(line: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return the magnitude at token ``at`` ("million", "-million", "crores") and the index after it, or None."""
    after = skip_hyphen(line, at)
    scales = number_words()["scales"]
    word = word_at(line, after)
    value = scales.get(word)
    if value is None:
        value = scales.get(number_words()["plural_of"].get(word, ""))
    return (float(value), after + 1) if value is not None else None


def from_words(line: Sequence[Token], at: int) -> Numeral | None:
    """Read words for a number: "two hundred and six", "three million", "a hundred"."""
    words = number_words()
    ones, tens, scales = words["ones"], words["tens"], words["scales"]
    total, group, end = 0.0, None, at
    room, last_scale, pos = 1e16, 1e16, at
    raw: float | None = None
    while pos < len(line):
        step = skip_hyphen(line, pos) if end > at else pos
        word = word_at(line, step)
        small = ones.get(word, tens.get(word))
        if word == "and" and end > at and room in (100, 1000, 1e6, 1e9):
            if ones.get(word_at(line, step + 1), tens.get(word_at(line, step + 1))) is None:
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
    more = fraction_after(line, end)
    if more:
        value, end = value + more[0], more[1]
        if found := scale_at(line, end):
            value, end = value * found[0], found[1]
    top = last_scale if last_scale < 1e16 else 1
    return Numeral(at, end, clean(value), "words", top, raw=raw)


def _can_scale(group: float | None, value: float, last: float, first: bool) -> bool:
    if value == 100:
        return (group is not None and 0 < group < 100) or first
    return (
        (group is not None and value < last and group > 0)
        or first
        or (group is None and value > 1e3 and last == 1e3)
    )


def fraction_after(line: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Read "and a half", "-and-a-half", "and three quarters", "point five" after a number."""
    words = number_words()
    if word_at(line, at) == "point":
        decimals, end = "", at + 1
        while len(decimals) < _MOST_DECIMALS and 0 <= words["ones"].get(word_at(line, end), 99) <= 9:
            decimals += str(words["ones"][word_at(line, end)])
            end += 1
        return (float("0." + decimals), end) if decimals else None
    step = skip_hyphen(line, at)
    if word_at(line, step) != "and":
        return None
    step = skip_hyphen(line, step + 1)
    top = 1 if word_at(line, step) == "a" else words["ones"].get(word_at(line, step))
    if not top:
        return None
    step = skip_hyphen(line, step + 1)
    part = words["part" if top == 1 else "parts"].get(word_at(line, step))
    return (top / part, step + 1) if part else None
