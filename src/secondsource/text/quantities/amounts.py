"""Amounts: a number with the sign, currency and unit that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.text.quantities.bounds import limit_after
from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.nouns import noun_words
from secondsource.text.quantities.numerals import Numeral, number_words, numeral
from secondsource.text.quantities.units import MONEY, Unit, currency_after, currency_before, unit_at

__all__ = ["Amount", "amount_at", "measure_end", "next_amount"]

_PER_DIMENSIONS = frozenset({MONEY, "length", "volume", "mass", "energy", "data", "area", "speed", "angle"})
_PER_ARTICLE = frozenset(
    "share barrel litre liter gallon ton tonne kilo kilogram pound ounce bushel mile metre meter hectare acre day "
    "week month year hour minute second night head person piece unit ticket copy seat bottle pint pack quarter "
    "decade century household family worker".split()
)
_SHAPES = frozenset(
    "high tall long wide deep thick strong plus odd large heavy range radius diameter owned".split()
)
_ONE_BEFORE = frozenset(
    "no each every any single this that the some which another day square number only everyone as other either neither "
    "not anyone someone first last next what many such".split()
)
_ONE_IDIOMS = frozenset(
    "hand way thing side time point another day by s of on and or who that to such but".split()
)
_BEFORE_UNIT = frozenset(
    "more full long straight consecutive whole additional further extra entire solid other".split()
)
_BARE_SCALE_AFTER = frozenset("the another other last past next first per every each some of final".split())


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


def _word(line: Sequence[Token], at: int) -> str:
    return line[at].lower if 0 <= at < len(line) and line[at].kind == "word" else ""


def amount_at(line: Sequence[Token], at: int) -> Amount | None:
    """Return the amount whose number begins at token ``at``, or None."""
    if line[at].kind == "mark" or _part_of_name(line, at):
        return None
    signed = at > 1 and line[at].glued and line[at - 1].is_dash and line[at - 1].glued
    before = currency_before(line, at) if line[at].kind == "num" else None
    if signed and line[at].kind == "num" and not before:
        before = currency_before(line, at - 1)
    number = numeral(line, at, money=before is not None)
    if number is None or _is_ordinal(line, number) or (number.form == "words" and _no_number(line, number)):
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


def _part_of_name(line: Sequence[Token], at: int) -> bool:
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
    words = number_words()
    return not (before.lower in words["ones"] or before.lower in words["tens"])


def _is_ordinal(line: Sequence[Token], number: Numeral) -> bool:
    end = number.end
    if end < len(line) and line[end].glued and line[end].lower in ("st", "nd", "rd", "th", "s", "'s"):
        return True
    if end + 1 < len(line) and line[end].is_dash and line[end].glued and line[end + 1].glued:
        nxt = line[end + 1].lower
        return nxt in ("first", "second", "third", "fourth") or (
            nxt in number_words()["part"] and nxt not in ("half", "quarter")
        )
    return False


def _no_number(line: Sequence[Token], number: Numeral) -> bool:
    """Whether words for a number are something else here: the pronoun "one", a bare "million"."""
    first, after, before = line[number.start].lower, _word(line, number.end), _word(line, number.start - 1)
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
    if before in _ONE_BEFORE or end >= len(line) or line[end].kind == "num":
        return True
    if line[end].kind == "mark":
        # "a one-day visit", "one-yen bid", but not "one-sided", "one-time"
        joined = line[end].is_dash and line[end].glued and end + 1 < len(line) and line[end + 1].glued
        return not (joined and (unit_at(line, end + 1, hyphened=True) or currency_after(line, end + 1)))
    if after in _ONE_IDIOMS:
        return True
    return after in noun_words()["stop"] and not unit_at(line, end)


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
        _word(line, end) in ("us", "u.s.")
        and line[end].text.isupper()
        and not (end + 1 < len(line) and line[end + 1].is_capital)
    ):
        end += 1
    unit, end = _per(line, currency, end)
    return Amount(number.start, end, number, number.value, unit, prefixed=True)


def _with_unit(line: Sequence[Token], number: Numeral) -> Amount:
    end = number.end
    if number.form == "share":
        return _part_of_unit(line, number)
    if (
        _word(line, end) == "of"
        and (number.form == "vague" or number.about or _word(line, number.start) == "half")
        and (found := currency_after(line, end + 1) or unit_at(line, end + 1))
    ):
        return Amount(number.start, found[1], number, number.value, found[0])
    after, hyphened = end, False
    if end + 1 < len(line) and line[end].is_dash and line[end].glued and line[end + 1].glued:
        after, hyphened = end + 1, True
    found = _money_words(line, number, after) or unit_at(line, after, hyphened=hyphened)
    if not found and (open_end := limit_after(line, end)):  # "two or more years", "500+ miles"
        found = unit_at(line, open_end.at)
    if not found and _word(line, end) in _BEFORE_UNIT:
        found = unit_at(line, end + 1)
    if not found or (number.value == 1 and found[0].name == "second"):
        return Amount(number.start, end, number, number.value, hyphened=hyphened)
    unit, end = _per(line, found[0], found[1])
    unit, end = _aged(line, unit, end)
    if (
        hyphened
        and end + 1 < len(line)
        and line[end].is_dash
        and line[end].glued
        and _word(line, end + 1) in _SHAPES
    ):
        end += 2
    return Amount(number.start, end, number, number.value, unit, hyphened)


def _part_of_unit(line: Sequence[Token], number: Numeral) -> Amount:
    """Read "1/4 mile", "three-quarters of an hour" as measures; every other share is a ratio."""
    end = number.end
    step = end + 2 if _word(line, end) == "of" and _word(line, end + 1) in ("a", "an") else end
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
    word = _word(line, at)
    if word == "pounds" and (number.scale >= 1000 or _word(line, at + 1) == "sterling"):
        return Unit("GBP", MONEY), at + 1
    if word == "won" and number.scale >= 1000:
        return Unit("KRW", MONEY), at + 1
    if word == "marks" and number.scale >= 1000:
        return Unit("DEM", MONEY), at + 1
    return None


def _capital_next(line: Sequence[Token], at: int) -> bool:
    return at + 1 < len(line) and line[at + 1].is_capital


def _per(line: Sequence[Token], unit: Unit, end: int) -> tuple[Unit, int]:
    """Read "per barrel", "a month", "/kWh" after a unit."""
    if unit.dimension not in _PER_DIMENSIONS or end >= len(line) or unit.name == "degree":
        return unit, end
    word = _word(line, end)
    if word == "per" or (line[end].text == "/" and line[end].glued):
        found = unit_at(line, end + 1)
        if found:
            return Unit(f"{unit.name} per {found[0].name}", unit.dimension), found[1]
        noun = _word(line, end + 1)
        if noun and noun != "cent" and (word == "per" or line[end + 1].glued):
            return Unit(f"{unit.name} per {noun}", unit.dimension), end + 2
    dated = _word(line, end + 2) in ("ago", "earlier", "later", "before", "after")
    if word in ("a", "an", "each") and _word(line, end + 1) in _PER_ARTICLE and not dated:
        found = unit_at(line, end + 1)
        name, stop = (found[0].name, found[1]) if found else (_word(line, end + 1), end + 2)
        return Unit(f"{unit.name} per {name}", unit.dimension), stop
    return unit, end


# A smaller unit that may follow a larger one, and how many of it make one: "5 ft 2 in", "3 dollars 50 cents".
_PARTS = {"foot": ("inch", 12.0), "pound": ("ounce", 16.0), "stone": ("pound", 14.0)}


def _second_part(line: Sequence[Token], unit: Unit, end: int) -> tuple[float, int] | None:
    """Return the value in ``unit`` of a second, smaller measure at token ``end``, and the index after it."""
    step = end + 1 if _word(line, end) == "and" else end
    if step < len(line) and line[step].is_dash and line[step].glued:
        step += 1
    number = numeral(line, step) if step < len(line) and line[step].kind != "mark" else None
    if number is None or number.form not in ("digits", "words") or number.scale > 1:
        return None
    part, size = _PARTS.get(unit.name, ("", 0.0))
    found = unit_at(line, number.end)
    if found and found[0].name == part and number.value < size:
        return number.value / size, found[1]
    word = _word(line, number.end)
    if (
        unit.name == "foot"
        and word in ("in", "ins")
        and number.value < size
        and line[number.start].kind == "num"
    ):
        return number.value / size, number.end + 1
    if (
        unit.dimension == MONEY
        and len(unit.name) == 3
        and word in ("cents", "cent", "pence")
        and number.value < 100
    ):
        return number.value / 100, number.end + 1
    return None


def _aged(line: Sequence[Token], unit: Unit, end: int) -> tuple[Unit, int]:
    """Read "-old", "old", "olds" and "of age" after a unit of time."""
    if unit.dimension != "time":
        return unit, end
    step = end + 1 if end < len(line) and line[end].is_dash and line[end].glued else end
    if _word(line, step) in ("old", "olds"):
        return Unit(f"{unit.name} of age", "age"), step + 1
    if _word(line, end) == "of" and _word(line, end + 1) == "age":
        return Unit(f"{unit.name} of age", "age"), end + 2
    return unit, end
