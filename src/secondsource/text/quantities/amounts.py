"""Amounts: a number with the sign, currency and unit that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.text.quantities.bounds import limit_after
from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.no_numbers import is_no_number, is_ordinal, is_part_of_name
from secondsource.text.quantities.number_words import Numeral, word_at
from secondsource.text.quantities.numerals import numeral
from secondsource.text.quantities.unit_phrases import aged, per, second_part
from secondsource.text.quantities.units import MONEY, Unit, currency_after, currency_before, unit_at

__all__ = ["Amount", "amount_at", "measure_end", "next_amount"]

_SHAPES = frozenset(
    "high tall long wide deep thick strong plus odd large heavy range radius diameter owned".split()
)
_BEFORE_UNIT = frozenset(
    "more full long straight consecutive whole additional further extra entire solid other".split()
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit at tokens ``[start:end)``.

    Attributes:
        number: The numeral inside.
        value: Signed.
        unit: Null for a plain count.
        hyphened: Whether a hyphen joins number and unit or noun ("five-day").
        prefixed: Whether its currency stands before it.
    """

    start: int
    end: int
    number: Numeral
    value: float
    unit: Unit | None = None
    hyphened: bool = False
    prefixed: bool = False


def amount_at(line: Sequence[Token], at: int) -> Amount | None:
    """Return the amount whose number begins at token ``at``, or None."""
    if line[at].kind == "mark" or is_part_of_name(line, at):
        return None
    signed = at > 1 and line[at].glued and line[at - 1].is_dash and line[at - 1].glued
    before = currency_before(line, at) if line[at].kind == "num" else None
    if signed and line[at].kind == "num" and not before:
        before = currency_before(line, at - 1)
    number = numeral(line, at, money=before is not None)
    if number is None or is_ordinal(line, number) or (number.form == "words" and is_no_number(line, number)):
        return None
    if before:
        found, start = _with_money(line, number, before[0]), before[1]
        negative = signed and start < at - 1  # "$-5"
    else:
        found, start, negative = _with_unit(line, number), at, False
    sign = _minus(line, start)
    if sign is not None:
        start, negative = sign, True
    return replace(found, start=start, value=-found.value if negative else found.value)


def next_amount(line: Sequence[Token], at: int) -> Amount | None:
    """Return the amount that begins at token ``at`` with its currency or sign, or None."""
    for pos in range(at, min(at + 4, len(line))):
        if line[pos].kind == "num" or (pos == at and line[pos].kind == "word"):
            found = amount_at(line, pos)
            if found:
                return found if found.start in (at, at - 1) else None
    return None


def measure_end(line: Sequence[Token], at: int) -> int | None:
    """Return the end of a measure ("152 mm", "16-year-old") at token ``at``, else None."""
    found = amount_at(line, at)
    if found and found.unit and found.unit.dimension not in (MONEY, "share", "score"):
        return found.end
    return None


def _minus(line: Sequence[Token], start: int) -> int | None:
    """Return the index of a minus sign before token ``start``, or None."""
    if start == 0:
        return None
    mark = line[start - 1]
    if mark.lower == "minus":
        return start - 1
    if mark.is_dash and line[start].glued and mark.text != "—":
        if start > 1 and line[start - 2].lower == "minus":
            return start - 2
        if start == 1 or not mark.glued or line[start - 2].text == "(":
            return start - 1
    return None


def _with_money(line: Sequence[Token], number: Numeral, currency: Unit) -> Amount:
    end = number.end
    named = currency_after(line, end)
    if named and line[named[1] - 1].kind == "word" and named[0].name != "penny":
        # "$50 Canadian dollars", "US$5 million dollars": the words say more than the sign.
        currency, end = (named[0] if currency.name == "USD" else currency), named[1]
    elif (
        word_at(line, end) in ("us", "u.s.")
        and line[end].text.isupper()
        and not (end + 1 < len(line) and line[end + 1].is_capital)
    ):
        end += 1
    unit, end = per(line, currency, end)
    return Amount(number.start, end, number, number.value, unit, prefixed=True)


def _with_unit(line: Sequence[Token], number: Numeral) -> Amount:
    end = number.end
    if number.form == "share":
        return _part_of_unit(line, number)
    if (
        word_at(line, end) == "of"
        and (number.form == "vague" or number.about or word_at(line, number.start) == "half")
        and (found := currency_after(line, end + 1) or unit_at(line, end + 1))
    ):
        return Amount(number.start, found[1], number, number.value, found[0])
    after, hyphened = end, False
    if end + 1 < len(line) and line[end].is_dash and line[end].glued and line[end + 1].glued:
        after, hyphened = end + 1, True
    found = _money_words(line, number, after) or unit_at(line, after, hyphened=hyphened)
    if not found and (open_end := limit_after(line, end)):  # "two or more years", "500+ miles"
        found = unit_at(line, open_end.at)
    if not found and word_at(line, end) in _BEFORE_UNIT:
        found = unit_at(line, end + 1)
    if not found or (number.value == 1 and found[0].name == "second"):
        return Amount(number.start, end, number, number.value, hyphened=hyphened)
    unit, end = per(line, found[0], found[1])
    unit, end = aged(line, unit, end)
    if smaller := second_part(line, unit, end):  # "6 ft 2 in"
        return Amount(number.start, smaller[1], number, number.value + smaller[0], unit, hyphened)
    if (
        hyphened
        and end + 1 < len(line)
        and line[end].is_dash
        and line[end].glued
        and word_at(line, end + 1) in _SHAPES
    ):
        end += 2
    return Amount(number.start, end, number, number.value, unit, hyphened)


def _part_of_unit(line: Sequence[Token], number: Numeral) -> Amount:
    """Read "1/4 mile", "three-quarters of an hour" as measures; every other share is a ratio."""
    end = number.end
    step = end + 2 if word_at(line, end) == "of" and word_at(line, end + 1) in ("a", "an") else end
    hyphened = step == end and end + 1 < len(line) and line[end].is_dash and line[end].glued
    found = unit_at(line, step + 1, hyphened=True) if hyphened else unit_at(line, step)
    if found and found[0].dimension not in ("share", "score", "scale", "data"):
        return Amount(number.start, found[1], number, number.value, found[0], hyphened)
    return Amount(number.start, end, number, number.value, Unit("ratio", "share"))


def _money_words(line: Sequence[Token], number: Numeral, at: int) -> tuple[Unit, int] | None:
    found = currency_after(line, at)
    if found:
        return (
            None if found[0].name == "penny" and line[at].text == "p" and _capital_next(line, at) else found
        )
    word = word_at(line, at)
    if word == "pounds" and (number.scale >= 1000 or word_at(line, at + 1) == "sterling"):
        return Unit("GBP", MONEY), at + 1
    if word == "won" and number.scale >= 1000:
        return Unit("KRW", MONEY), at + 1
    if word == "marks" and number.scale >= 1000:
        return Unit("DEM", MONEY), at + 1
    return None


def _capital_next(line: Sequence[Token], at: int) -> bool:
    return at + 1 < len(line) and line[at + 1].is_capital
