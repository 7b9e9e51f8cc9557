"""The tricky sentences of our own, read into the story format's conventions.

The file has conventions of its own: first and last days, closed "since" and "by", units in words,
"that" inside content, polarity. `load` turns them into EDTF, bounds, units and stances, so that the measures
of times, quantities and attributions read one form.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from secondsource.evaluate.sets.folder import data_folder
from secondsource.model import Bound, Kind, Span, Stance

__all__ = ["TrickyAttribution", "TrickyCase", "TrickyQuantity", "TrickyTime", "load"]

FILE = "tricky_cases.json"

_UNITS = {
    "US dollar": "USD",
    "pound sterling": "GBP",
    "euro": "EUR",
}
_MEASURES = frozenset(
    "millimetre|metre|kilometre|mile|percent|magnitude|times|point|basis point|percentage point|mile per hour|"
    "degree Fahrenheit|degree Celsius|year of age".split("|")
)
_BOUNDS: dict[str | None, Bound] = {
    None: "exact",
    "fraction": "exact",
    "ratio": "exact",
    "score": "exact",
    ">=": "at_least",
    "vague": "at_least",
    "<=": "at_most",
    ">": "more_than",
    "<": "less_than",
    "approx": "about",
    "approx<": "about",
    "range": "range",
    "approx range": "range",
}
# Stance is the cue's, not the content's: "told … it is not true" asserts.
_STANCES: dict[str, Stance] = {
    "denied": "denies",
    "deny": "denies",
    "dismissing": "denies",
    "warned": "predicts",
    "projected": "predicts",
    "asked": "asks",
}


@dataclass(frozen=True, slots=True)
class TrickyTime:
    """A time; ``edtf`` is null where the text must stay unresolved. ``first`` and ``last`` day are inclusive."""

    span: Span
    edtf: str | None
    first: date | None
    last: date | None
    note: str


@dataclass(frozen=True, slots=True)
class TrickyQuantity:
    """A quantity; ``item_head`` is null where no noun is counted."""

    span: Span
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    item_head: str | None


@dataclass(frozen=True, slots=True)
class TrickyAttribution:
    """An attribution; ``parent`` is the index of the one that relays it."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: Kind
    stance: Stance
    parent: int | None


@dataclass(frozen=True, slots=True)
class TrickyCase:
    """A sentence with its gold; ``ignored`` spans may be found or not."""

    id: int
    text: str
    published: str
    times: tuple[TrickyTime, ...]
    quantities: tuple[TrickyQuantity, ...]
    attributions: tuple[TrickyAttribution, ...]
    ignored: tuple[Span, ...]
    note: str


def load() -> list[TrickyCase]:
    """Return all cases in the order of the file.

    Raises:
        InputError: The gold data is not at hand.
    """
    rows = json.loads(data_folder(FILE).read_text(encoding="utf-8"))
    return [_case(row) for row in rows]


def _case(row: dict[str, Any]) -> TrickyCase:
    quantities = [q for each in row["quantities"] for q in _quantities(each)]
    return TrickyCase(
        id=row["id"],
        text=row["text"],
        published=row["pubdate"],
        times=tuple(_time(each) for each in row["dates"]),
        quantities=tuple(quantities),
        attributions=tuple(_attribution(row["text"], each) for each in row["attributions"]),
        ignored=tuple(Span(*each["span"]) for each in row["ignore"]),
        note=row["note"],
    )


def _quantities(row: dict[str, Any]) -> list[TrickyQuantity]:
    span, bound = Span(*row["span"]), _BOUNDS[row["modifier"]]
    unit, head = _unit(row["unit"], row["modifier"])
    if row["modifier"] == "score":
        # Two figures of one vote: each can be compared on its own.
        cut = re.search(r"\D", row["text"])
        at = span.start + cut.start() if cut else span.end
        halves = ((Span(span.start, at), row["value"]), (Span(at + 1, span.end), row["value2"]))
        return [TrickyQuantity(s, float(v), float(v), "exact", unit, head) for s, v in halves]
    value = float(row["value"])
    low = None if bound in ("at_most", "less_than") else value
    high = None if bound in ("at_least", "more_than") else float(row.get("value2", value))
    return [TrickyQuantity(span, low, high, bound, unit, head)]


def _unit(name: str, modifier: str | None) -> tuple[str | None, str | None]:
    """Return unit and counted noun: the file writes both in one field."""
    if name in _UNITS:
        return _UNITS[name], None
    if name in _MEASURES:
        return name, None
    head = name.split(" of ")[0] or None
    return ("ratio" if modifier == "fraction" else None), head


def _time(row: dict[str, Any]) -> TrickyTime:
    first = date.fromisoformat(row["start"]) if row["start"] else None
    last = date.fromisoformat(row["end"]) if row["end"] else None
    edtf = _edtf(row["text"], first, last) if first and last else None
    return TrickyTime(Span(*row["span"]), edtf, first, last, row["note"])


def _edtf(text: str, first: date, last: date) -> str:
    if text.startswith("since "):
        return f"{first.isoformat()}/.."
    if first.year + 9 == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        value = f"{first.year // 10}X"
    elif first == last:
        value = first.isoformat()
    else:
        value = _interval(first, last)
    return f"../{value}" if text.startswith("by ") else value


def _interval(first: date, last: date) -> str:
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole_months:
        return f"{first.isoformat()}/{last.isoformat()}"
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return str(first.year)
    start, end = first.isoformat()[:7], last.isoformat()[:7]
    return start if start == end else f"{start}/{end}"


def _attribution(text: str, row: dict[str, Any]) -> TrickyAttribution:
    cue = _span(text, row["cue"], None)
    near = cue.start if cue else None
    content = tuple(_without_that(text, Span(*each["span"])) for each in row["content"])
    word = row["cue"]["text"].lower() if row["cue"] else ""
    return TrickyAttribution(
        source=_span(text, row["source"], near),
        cue=cue,
        content=content,
        kind=row["type"],
        stance=_STANCES.get(word, "asserts"),
        parent=row["nested_in"],
    )


def _span(text: str, row: dict[str, Any] | None, near: int | None) -> Span | None:
    """Return the span; where it cuts a word ("T[he]"), the whole word of that text nearest to the cue."""
    if row is None:
        return None
    span = Span(*row["span"])
    found = [Span(m.start(), m.end()) for m in re.finditer(rf"\b{re.escape(row['text'])}(?!\w)", text)]
    if span in found or not found or near is None:
        return span
    return min(found, key=lambda each: (abs(each.start - near), each.start))


def _without_that(text: str, span: Span) -> Span:
    return Span(span.start + 5, span.end) if span.of(text).startswith("that ") else span
