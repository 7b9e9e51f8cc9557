"""The number grammar: digits with magnitudes, words for numbers, vague numbers and fractions."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.nouns import is_plural
from secondsource.text.quantities.number_words import (
    Numeral,
    clean,
    digits,
    fraction_after,
    from_words,
    number_words,
    scale_at,
    word_at,
)
from secondsource.text.quantities.shares import half, half_scale, is_slash, ratio, share

__all__ = ["numeral"]

# Longer runs of digits are keys of a data base, and no figure of news.
_LONGEST = 24
# "hundreds of thousands of millions": no figure has more magnitudes.
_MOST_SCALES = 3


def numeral(line: Sequence[Token], at: int, *, money: bool = False) -> Numeral | None:
    """Return the number that begins at token ``at``, or None.

    ``money`` says that a currency stands before it: then "m", "b" and "t" are magnitudes whatever follows.
    """
    token = line[at]
    if token.kind == "num":
        if len(token.text) > _LONGEST:
            return None
        return ratio(line, at, at + 1, digits(token)) or _from_digits(line, at, money=money)
    if token.kind != "word":
        return None
    words = number_words()
    if token.lower in words["plural_scales"]:
        return _vague(line, at, at, 1.0)
    if token.lower in ("a", "an", "one", "half", "several", "few", "quarter", "many", "couple"):
        found = _with_article(line, at)
        if found:
            return found
    return share(line, at) or from_words(line, at)


def _from_digits(line: Sequence[Token], at: int, *, money: bool) -> Numeral:
    raw = value = digits(line[at])
    end = at + 1
    if end < len(line) and line[end].kind == "num":
        nxt = line[end]
        if len(nxt.text) == 1 and not nxt.text.isdecimal():  # 3½
            raw = value = value + digits(nxt)
            end += 1
        elif not nxt.glued and is_slash(line, end) and value < 1000:  # 2 1/2
            raw = value = value + digits(nxt) / digits(line[end + 2])
            end += 3
    elif is_slash(line, at) and digits(line[at + 2]) not in (0, 7, 24):  # 1/16, but 24/7 is no number
        return Numeral(at, at + 3, value / digits(line[at + 2]), "share", raw=value)
    more = fraction_after(line, end)
    if more and word_at(line, end) == "and":
        raw, end = value + more[0], more[1]
        value = raw
    scale = 1.0
    for _ in range(_MOST_SCALES):
        found = scale_at(line, end) or _suffix(line, end, money=money or scale > 1)
        if not found or (scale > 1 and found[0] < 1000):
            break
        scale *= found[0]
        end = found[1]
    return Numeral(at, end, clean(value * scale), "digits", scale, raw=raw)


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
    word = word_at(line, at)
    return (bool(word) and is_plural(word)) or word_at(line, at + 1) in number_words()["money_words"]


def _vague(line: Sequence[Token], start: int, at: int, factor: float) -> Numeral | None:
    """Read "dozens", "tens of thousands", "hundreds of thousands" as twice the least magnitude."""
    plurals, singular = number_words()["plural_scales"], number_words()["scales"]
    value = factor * plurals[line[at].lower]
    end = at + 1
    for _ in range(_MOST_SCALES):
        if word_at(line, end) != "of" or word_at(line, end + 1) not in plurals | singular:
            break
        value *= plurals.get(line[end + 1].lower) or singular[line[end + 1].lower]
        end += 2
    if end == at + 1 and line[at].lower in ("tens", "scores") and word_at(line, end) != "of":
        return None
    return Numeral(start, end, 2 * value, "vague")


def _with_article(line: Sequence[Token], at: int) -> Numeral | None:
    """Read what begins with a, an, half, several, a few, a couple of."""
    word, scales = line[at].lower, number_words()["scales"]
    nxt = word_at(line, at + 1)
    if word in ("a", "an") and nxt in ("few", "couple", "quarter", "half"):
        inner = _with_article(line, at + 1)
        return inner and Numeral(at, inner.end, inner.value, inner.form, inner.scale, inner.about, inner.raw)
    if word in ("a", "an") and nxt in scales:
        inner = from_words(line, at + 1)
        return inner and Numeral(at, inner.end, inner.value, "words", inner.scale, raw=inner.raw)
    if word in ("several", "few", "many"):
        if nxt in scales:
            more = _scales_from(line, at + 1)
            return Numeral(at, more[1], 2 * more[0], "vague", more[0])
        if nxt in number_words()["plural_scales"]:
            return _vague(line, at, at + 1, 1.0)
    if word == "couple" and word_at(line, at - 1) == "a" and nxt == "of":
        if word_at(line, at + 2) in scales:
            more = _scales_from(line, at + 2)
            return Numeral(at, more[1], 2 * more[0], "words", more[0], about=True)
        return Numeral(at, at + 2, 2.0, "words", about=True)
    if word in ("half", "quarter"):
        return half_scale(line, at, 0.5 if word == "half" else 0.25) or half(line, at)
    if word == "one" and nxt in ("half", "quarter"):
        inner = half_scale(line, at + 1, 0.5 if nxt == "half" else 0.25)
        return inner and Numeral(at, inner.end, inner.value, "words", inner.scale)
    return None


def _scales_from(line: Sequence[Token], at: int) -> tuple[float, int]:
    value = 1.0
    for _ in range(_MOST_SCALES):
        if not (found := scale_at(line, at)):
            break
        value, at = value * found[0], found[1]
    return value, at
