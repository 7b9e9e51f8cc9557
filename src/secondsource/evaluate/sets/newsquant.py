"""NewsQuant: 200 news sentences with value, bound, unit and counted noun (Almasian et al. 2023).

Its conventions differ from the story format's in a few places; where a difference is one of form alone,
`read` brings both to one form, and every such step is named in `CONVENTIONS`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.evaluate.sets.folder import data_folder
from secondsource.text.quantities import FoundQuantity, find_quantities
from secondsource.text.quantities.nouns import head_lemma

__all__ = ["CONVENTIONS", "Gold", "Predicted", "Sentence", "pairs", "predict", "read", "same_unit"]

FILE = "newsquant/NewsQuant.dev.json"

CONVENTIONS = (
    "scores (2-1) are not annotated there: predicted pairs of bare numbers joined by a dash are left out",
    "verbs of multiples (doubled, tripled) are not annotated there: left out",
    "a change from a to b is one range there and two levels here: two predictions that are its ends count as one",
    "a vague number (tens of millions) is a range there and a lower bound here: right where it lies in the range",
    "a share (one third) has the unit '% noun' there and 'ratio' here",
    "a change (up, down) stands in the place of the bound there",
)

_NAMES = {
    "percent": "percentage", "times": "count",
    "degree Celsius": "celsius", "degree Fahrenheit": "fahrenheit",
    "square foot": "square feet", "penny": "point",
    "pound": "pound-mass", "ounce": "ounce", "million british thermal units": "mega british thermal unit",
    "USD": "dollar", "GBP": "pound sterling", "EUR": "euro", "JPY": "japanese yen", "CNY": "chinese yuan",
    "HKD": "hong kong dollar", "AUD": "australian dollar", "NZD": "new zealand dollar", "CAD": "canadian dollar",
    "SGD": "singapore dollar", "INR": "indian rupee", "RUB": "russian ruble", "KRW": "south korean won",
    "MYR": "malaysian ringgit", "ILS": "shekel", "ZAR": "south african rand", "CHF": "swiss franc",
}  # fmt: skip
_SYNONYMS = {
    "foot pound-force": "pound-foot", "age": "year of age", "parts-per-billion": "part per billion",
    "revolutions per minute": "revolution per minute", "parts-per-million": "part per million",
    "degree celsius": "celsius", "metric horsepower": "horsepower",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated quantity; ``high`` differs from ``low`` for a range."""

    low: float
    high: float
    change: str
    unit: str
    normalised: str
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Predicted:
    """A found quantity, or two that make one range of the data."""

    low: float
    high: float
    change: str
    found: FoundQuantity
    vague: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its gold."""

    text: str
    gold: tuple[Gold, ...]


def read(limit: int | None = None) -> list[Sentence]:
    """Return the sentences of the dev part, the first ``limit`` where that is given."""
    rows = json.loads(data_folder(FILE).read_text(encoding="utf-8"))[:limit]
    return [Sentence(row["text"], tuple(_gold(each) for each in row["quantities"])) for row in rows]


def _gold(row: dict[str, str]) -> Gold:
    numbers = [
        float(n)
        for n in re.findall(r"(?<![\d.])-?\d+(?:\.\d+)?", re.sub(r"(?<=\d)\s*-\s*", " ", row["value"]))
    ]
    words = frozenset(
        head_lemma(w) for w in re.findall(r"[\w-]+", row["referred_concepts"].lower()) if w != "-"
    )
    return Gold(numbers[0], numbers[-1], row["change"], row["unit"], row["normalized_unit"], words)


def predict(sentence: Sentence, *, converted: bool = True) -> list[Predicted]:
    """Return what is found in the sentence, in the data's conventions; just as found with ``converted`` off."""
    found = find_quantities(sentence.text)
    if not converted:
        return [replace(_predicted(sentence.text, q), vague=False) for q in found]
    listed = [_predicted(sentence.text, q) for q in found if not _left_out(sentence.text, q)]
    for gold in sentence.gold:
        if gold.low != gold.high:
            listed = _joined(listed, gold)
    return listed


def _left_out(text: str, found: FoundQuantity) -> bool:
    words = found.span.of(text)
    if found.unit == "times" and found.change and not re.search(r"\d|fold|times", words):
        return True
    around = text[max(0, found.span.start - 4) : found.span.end + 4]
    return (
        found.unit is None
        and re.fullmatch(r"\d+", words) is not None
        and (re.search(rf"\d[-–]{words}\b|\b{words}[-–]\d", around) is not None)
    )


def _predicted(text: str, found: FoundQuantity) -> Predicted:
    low = found.value
    high = found.high if found.high is not None and found.low is not None else low
    bound = {"exact": "=", "range": "=", "about": "~", "at_most": "<", "less_than": "<"}.get(found.bound, ">")
    change = {"rise": "up", "fall": "down"}.get(found.change or "", bound)
    vague = found.bound == "at_least" and re.search(
        r"(?i)\b(?:dozen|ten|score|hundred|thousand|million|billion)s\b", found.span.of(text)
    )
    return Predicted(low, high, change, found, bool(vague))


def _joined(listed: list[Predicted], gold: Gold) -> list[Predicted]:
    """Join two predictions that are the two ends of one annotated range."""
    ends = [i for i, p in enumerate(listed) if p.low == p.high and p.low in (gold.low, gold.high)]
    if len(ends) != 2 or listed[ends[0]].low == listed[ends[1]].low:
        return listed
    first, second = listed[ends[0]], listed[ends[1]]
    whole = Predicted(
        gold.low, gold.high, "=" if gold.change == "=" else gold.change, second.found, vague=False
    )
    return [p for p in listed if p is not first and p is not second] + [whole]


def _same_value(gold: Gold, predicted: Predicted) -> bool:
    if predicted.vague and gold.low < gold.high:
        return gold.low <= predicted.low <= gold.high
    return _close(gold.low, predicted.low) and _close(gold.high, predicted.high)


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(1.0, abs(a))


def same_unit(gold: Gold, predicted: Predicted) -> bool:
    """Whether unit, or counted noun where there is no unit, is the same after normalisation."""
    found = predicted.found
    if found.unit == "ratio":
        return gold.unit.startswith("%") or gold.normalised.startswith("%")
    wanted = _plain(gold.normalised)
    if found.unit is not None:
        name, per, rest = found.unit.partition(" per ")
        return (
            _plain(f"{_NAMES.get(name, name)}{per}{_NAMES.get(rest, rest)}") == wanted
            or _plain(found.unit) == wanted
        )
    if gold.unit == "-" and gold.normalised == "-":
        return found.item is None
    return found.item_head is not None and found.item_head in (_head(gold.unit), _head(gold.normalised))


def _plain(name: str) -> str:
    low = name.lower().strip()
    return _SYNONYMS.get(low, low)


def _head(name: str) -> str:
    """Return the lemma of the head noun of "snaps of man coverage" or "eligible pensioners"."""
    words = re.findall(r"[\w'’-]+", name.split(" of ")[0])
    return head_lemma(words[-1].lower()) if words else ""


def pairs(gold: Sequence[Gold], predicted: Sequence[Predicted]) -> list[tuple[int, int]]:
    """Match one to one by value; among equal values those of the same unit first, then in order."""
    options = sorted(
        (not same_unit(g, p), abs(i - j), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if _same_value(g, p)
    )
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    found = []
    for _, _, i, j in options:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            found.append((i, j))
    return sorted(found)
