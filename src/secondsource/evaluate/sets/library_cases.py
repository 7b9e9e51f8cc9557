"""Test cases of two libraries: Microsoft's Recognizers-Text (Number, NumberWithUnit) and quantulum3.

What is left out of the first, and why: ordinals (no quantities here), the experimental and suppressed modes (same
sentences again), results without a value (a unit alone) and powers ("1.1^+23"; no figures of news).
Of quantulum3 nothing is left out but its ambiguous and error cases, which test its own classifier.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from secondsource.evaluate.measures import PRF
from secondsource.evaluate.sets.folder import data_folder, has_data
from secondsource.model import Span
from secondsource.text.quantities import FoundQuantity, find_quantities
from secondsource.text.quantities.lexer import tokens
from secondsource.text.quantities.units import currency_after, unit_at

__all__ = ["Case", "Expected", "describe", "is_unit", "score", "sets"]

_MODELS = {
    "number": "Number/English/NumberModel.json",
    "range": "Number/English/NumberRangeModel.json",
    "percent": "Number/English/PercentModel.json",
    "age": "NumberWithUnit/English/AgeModel.json",
    "temperature": "NumberWithUnit/English/TemperatureModel.json",
    "dimension": "NumberWithUnit/English/DimensionModel.json",
    "currency": "NumberWithUnit/English/CurrencyModel.json",
}
_NAMES = {
    "F": "degree Fahrenheit", "C": "degree Celsius", "K": "kelvin", "Dollar": "USD", "Pound": "GBP", "Cent": "cent",
    "Euro": "EUR", "Penny": "penny", "pound sterling": "GBP", "dollar": "USD", "euro": "EUR", "percentage": "percent",
    "pound-mass": "pound", "degree fahrenheit": "degree Fahrenheit", "cubic centimetre": "millilitre",
    "Pence": "penny", "Bitcoin": "BTC", "Finnish markka": "FIM", "Rupee": "INR", "Franc": "CHF",
    "Peso": "PHP", "Shilling": "KES",
    "dollar per hour": "USD per hour", "dollar per kilogram": "USD per kilogram",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expected:
    """One result of a case: both ends of the value, and the unit where the case gives one."""

    span: Span | None
    low: float | None
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A text, what is expected, and which model's results alone count (``""``: all)."""

    text: str
    expected: tuple[Expected, ...]
    model: str


def sets(limit: int | None = None) -> list[tuple[str, list[Case]]]:
    """Return the sets that are at hand with their cases, the first ``limit`` of each."""
    found = []
    if has_data("quantulum3"):
        rows = json.loads(data_folder("quantulum3/quantities.json").read_text(encoding="utf-8"))
        found.append(("quantulum3", [_quantulum(row) for row in rows][:limit]))
    if has_data("recognizers_specs"):
        for model, path in _MODELS.items():
            text = data_folder(f"recognizers_specs/{path}").read_text(encoding="utf-8-sig")
            cases = [case for row in json.loads(text) if (case := _recognizer(row, model))]
            found.append((f"recognizers {model}", cases[:limit]))
    return found


def _quantulum(row: dict[str, Any]) -> Case:
    expected = []
    for each in row["res"]:
        at = row["req"].find(each["surface"])
        span = Span(at, at + len(each["surface"])) if at >= 0 else None
        half = each.get("uncertainty") or 0
        value, unit = float(each["value"]), each["unit"]
        name = None if unit == "dimensionless" else _NAMES.get(unit, unit)
        expected.append(Expected(span, value - half, value + half, name))
    return Case(row["req"], tuple(expected), "")


def _recognizer(row: dict[str, Any], model: str) -> Case | None:
    expected = []
    for each in row["Results"]:
        resolution, value = each["Resolution"], each["Resolution"].get("value")
        if value is None or value == "null":
            continue
        if resolution.get("subtype") == "power":
            return None
        span = Span(each["Start"], each["End"] + 1)
        low, high = _ends(value)
        expected.append(Expected(span, low, high, _unit(resolution, model)))
    return Case(row["Input"], tuple(expected), model)


def _ends(value: str) -> tuple[float | None, float | None]:
    if "," in value:
        low, high = value.strip("[]()").split(",")
        return (float(low) if low else None), (float(high) if high else None)
    number = float(value.rstrip("%"))
    return number, number


def _unit(resolution: dict[str, str], model: str) -> str | None:
    if model == "percent":
        return "percent"
    name = resolution.get("isoCurrency") or resolution.get("unit")
    if name is None:
        return None
    if model == "age":
        return f"{name.lower()} of age"
    if model == "dimension":
        plain = re.sub(r"(?<=met)er|(?<=lit)er", "re", name.lower())
        return "tonne" if plain == "metric ton" else plain
    return _NAMES.get(name, name if name.isupper() else name.lower())


def _relevant(found: FoundQuantity, model: str) -> bool:
    """Whether a model like this one would speak of ``found`` at all."""
    unit = found.unit or ""
    money = unit[:3].isupper() or unit.split(" ")[0] in ("cent", "penny", "sen", "kopek")
    kinds = {
        "percent": unit == "percent",
        "range": found.bound not in ("exact", "about"),
        "age": unit.endswith("of age"),
        "temperature": unit.startswith(("degree", "kelvin")),
        "currency": money,
        "dimension": bool(unit) and not money and not unit.endswith("of age") and unit not in _NO_DIMENSION,
    }
    return kinds.get(model, True)


_NO_DIMENSION = frozenset(
    "percent|times|ratio|degree Celsius|degree Fahrenheit|kelvin|percentage point|basis point|point|magnitude|"
    "second|minute|hour|day|week|month|year|decade|century|fortnight".split("|")
)


def _right(expected: Expected, found: FoundQuantity) -> bool:
    if expected.span and not expected.span.overlaps(found.span):
        return False
    if expected.low is None or expected.high is None or found.low is None or found.high is None:
        one_sided = (expected.low, expected.high) == (found.low, found.high)
        return one_sided or (expected.low == expected.high and _near(expected.low, found.value))
    return _near(expected.low, found.low) and _near(expected.high, found.high)


def _near(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(a))


def score(case: Case) -> PRF:
    """Count results that are right in value, and in unit where the case gives one."""
    found = [q for q in find_quantities(case.text) if _relevant(q, case.model)]
    hits = _hits(case, found)
    return PRF(hits, len(found) - hits, len(case.expected) - hits)


def _units(model: str, unit: str | None) -> tuple[str | None, ...]:
    """Return the unit names that are right: Recognizers-Text gives "$2 per share" the unit dollar."""
    return (None, unit) if not model or unit is None else (None, unit, unit.partition(" per ")[0])


def _hits(case: Case, found: list[FoundQuantity]) -> int:
    used: set[int] = set()
    for expected in case.expected:
        for index, each in enumerate(found):
            if (
                index not in used
                and _right(expected, each)
                and expected.unit in _units(case.model, each.unit)
            ):
                used.add(index)
                break
    return len(used)


def describe(case: Case) -> str | None:
    """Return the case with what was found where something is wrong, else None."""
    found = [q for q in find_quantities(case.text) if _relevant(q, case.model)]
    if _hits(case, found) == len(case.expected) == len(found):
        return None
    got = [(q.span.of(case.text), q.low, q.high, q.unit) for q in found]
    return f"{case.text!r}: expected {[(e.low, e.high, e.unit) for e in case.expected]}, found {got}"


def is_unit(name: str) -> bool:
    """Whether ``name`` is a unit or currency of the tables rather than a counted noun."""
    listed = tokens(name, 0, len(name))
    return bool(listed) and bool(unit_at(listed, 0) or currency_after(listed, 0))
