"""What joins units: "per barrel", "a month", "years old", "5 ft 2 in"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.number_words import word_at
from secondsource.text.quantities.numerals import numeral
from secondsource.text.quantities.units import MONEY, Unit, unit_at

__all__ = ["aged", "per", "second_part"]

_PER_DIMENSIONS = frozenset({MONEY, "length", "volume", "mass", "energy", "data", "area", "speed", "angle"})
_PER_ARTICLE = frozenset(
    "share barrel litre liter gallon ton tonne kilo kilogram pound ounce bushel mile metre meter hectare acre day "
    "week month year hour minute second night head person piece unit ticket copy seat bottle pint pack quarter "
    "decade century household family worker".split()
)
# A smaller unit that may follow a larger one, and how many of it make one: "5 ft 2 in".
_PARTS = {"foot": ("inch", 12.0), "pound": ("ounce", 16.0), "stone": ("pound", 14.0)}


def per(line: Sequence[Token], unit: Unit, end: int) -> tuple[Unit, int]:
    """Read "per barrel", "a month", "/kWh" after a unit."""
    if unit.dimension not in _PER_DIMENSIONS or end >= len(line) or unit.name == "degree":
        return unit, end
    word = word_at(line, end)
    if word == "per" or (line[end].text == "/" and line[end].glued):
        found = unit_at(line, end + 1)
        if found:
            return Unit(f"{unit.name} per {found[0].name}", unit.dimension), found[1]
        noun = word_at(line, end + 1)
        if noun and noun != "cent" and (word == "per" or line[end + 1].glued):
            return Unit(f"{unit.name} per {noun}", unit.dimension), end + 2
    dated = word_at(line, end + 2) in ("ago", "earlier", "later", "before", "after")
    if word in ("a", "an", "each") and word_at(line, end + 1) in _PER_ARTICLE and not dated:
        found = unit_at(line, end + 1)
        name, stop = (found[0].name, found[1]) if found else (word_at(line, end + 1), end + 2)
        return Unit(f"{unit.name} per {name}", unit.dimension), stop
    return unit, end


def second_part(line: Sequence[Token], unit: Unit, end: int) -> tuple[float, int] | None:
    """Return the value in ``unit`` of a second, smaller measure at token ``end``, and the index after it."""
    step = end + 1 if word_at(line, end) == "and" else end
    if step < len(line) and line[step].is_dash and line[step].glued:
        step += 1
    number = numeral(line, step) if step < len(line) and line[step].kind != "mark" else None
    if number is None or number.form not in ("digits", "words") or number.scale > 1:
        return None
    part, size = _PARTS.get(unit.name, ("", 0.0))
    found = unit_at(line, number.end)
    if found and found[0].name == part and number.value < size:
        return number.value / size, found[1]
    word = word_at(line, number.end)
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


def aged(line: Sequence[Token], unit: Unit, end: int) -> tuple[Unit, int]:
    """Read "-old", "old", "olds" and "of age" after a unit of time."""
    if unit.dimension != "time":
        return unit, end
    step = end + 1 if end < len(line) and line[end].is_dash and line[end].glued else end
    if word_at(line, step) in ("old", "olds"):
        return Unit(f"{unit.name} of age", "age"), step + 1
    if word_at(line, end) == "of" and word_at(line, end + 1) == "age":
        return Unit(f"{unit.name} of age", "age"), end + 2
    return unit, end
