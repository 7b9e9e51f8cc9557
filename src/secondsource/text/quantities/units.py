"""The tables of units and currencies, and how they are read beside a number."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from secondsource.text.quantities.lexer import Token, tokens

__all__ = ["MONEY", "Unit", "currency_after", "currency_before", "unit_at"]

MONEY = "money"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by the name that quantities carry, and what it measures."""

    name: str
    dimension: str


@dataclass(frozen=True, slots=True)
class _Table:
    words: dict[tuple[str, ...], Unit]
    symbols: dict[tuple[str, ...], Unit]
    glued: dict[tuple[str, ...], Unit]


def _key(form: str, *, lower: bool) -> tuple[str, ...]:
    return tuple(t.lower if lower else t.text for t in tokens(form, 0, len(form)))


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


# "in" is a preposition unless one of these follows: "2 1/2 in thick".
_THICKNESS = frozenset(("thick", "wide", "long", "tall", "high", "deep", "diameter"))


@cache
def _units() -> _Table:
    table = _Table({}, {}, {})
    for row in _rows("units.csv"):
        unit = Unit(row["unit"], row["dimension"])
        for form in filter(None, row["words"].split("|")):
            table.words.setdefault(_key(form, lower=True), unit)
        for form in filter(None, row["symbols"].split("|")):
            table.symbols.setdefault(_key(form, lower=False), unit)
        for form in filter(None, row["glued"].split("|")):
            table.glued.setdefault(_key(form, lower=False), unit)
    return table


@cache
def _currencies() -> _Table:
    table = _Table({}, {}, {})
    for row in _rows("currencies.csv"):
        unit = Unit(row["code"], MONEY)
        for form in filter(None, row["words"].split("|")):
            table.words.setdefault(_key(form, lower=True), unit)
        for form in filter(None, row["symbols"].split("|")):
            table.symbols.setdefault(_key(form, lower=False), unit)
        if row["code"].isupper():
            table.symbols.setdefault((row["code"],), unit)
    return table


# The longest form of the tables has five tokens ("degrees per ..."): no look-up goes further.
_LONGEST = 5


def _longest(line: Sequence[Token], at: int, table: _Table, *, glued: bool) -> tuple[Unit, int] | None:
    for size in range(min(_LONGEST, len(line) - at), 0, -1):
        part = line[at : at + size]
        exact = tuple(t.text for t in part)
        found = table.symbols.get(exact) or table.words.get(tuple(t.lower for t in part))
        if not found and glued:
            found = table.glued.get(exact)
        if found:
            return found, at + size
    return None


def unit_at(line: Sequence[Token], at: int, *, hyphened: bool = False) -> tuple[Unit, int] | None:
    """Return the unit that begins at token ``at`` after a number, and the index after it, or None.

    Symbols of one letter count only where nothing stands between ("40C", "5m"), apart from a few
    that are capitals and stand before a mark or the end ("5 W", "12 C").
    """
    if at >= len(line):
        return None
    token = line[at]
    if token.lower == "in" and at + 1 < len(line) and line[at + 1].lower in _THICKNESS:
        return Unit("inch", "length"), at + 1
    found = _longest(line, at, _units(), glued=token.glued and not hyphened)
    if found:
        return found
    if token.kind == "word" and len(token.text) == 1 and not token.glued and token.text in "CFWVAKJNLmgls":
        unit = _units().glued.get((token.text,))
        nxt = line[at + 1] if at + 1 < len(line) else None
        # "12 C melting point" and "5 W charger", not "4 A students" or "in group 4 C. Rossi".
        named = nxt is not None and nxt.glued and (nxt.is_dash or nxt.text in ".'’&")
        if unit and token.text in "CFWVLmgl" and not named:
            return unit, at + 1
    return None


def currency_before(line: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    """Return the currency whose sign or code ends before token ``at``, and the index where it begins.

    Codes of letters alone need a number right after them; "R18" and "RM23.50" are split by the caller.
    """
    table = _currencies()
    for size in range(min(_LONGEST, at), 0, -1):
        part = line[at - size : at]
        # "US $5" has a space inside; a sign far from its number has not.
        found = table.symbols.get(tuple(t.text for t in part))
        if found is None and size == 1 and part[0].lower == "us$":
            found = table.symbols.get(("$",))
        if found and (len(part[-1].text) > 1 or not part[-1].text.isalpha()):
            return found, at - size
    return None


def currency_after(line: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    """Return the currency that follows a number at token ``at``, and the index after it, or None."""
    if at >= len(line):
        return None
    return _longest(line, at, _currencies(), glued=line[at].glued)
