"""How counts, origins, relations, values, times and chains are said: fixed phrases, nothing generated.

A brief quotes exact words and joins them with the phrases of this file. Nobody is called a liar here, and
nothing is called true.
"""

from __future__ import annotations

from secondsource.model import (
    Bound,
    LinkKind,
    OriginCount,
    OriginKind,
    Quantity,
    Relation,
    Stance,
    TimeExpression,
)
from secondsource.text.times.edtf import describe, is_valid

__all__ = [
    "LINKS",
    "RELATIONS",
    "STANCES",
    "bare",
    "count",
    "date_said",
    "interval",
    "kind_said",
    "listed",
    "number",
    "origins_said",
    "quantity_said",
    "quoted",
    "sentence",
    "time_said",
    "venue_said",
]

RELATIONS: dict[Relation, str] = {
    "conflicts": "Conflict",
    "denies": "Denial",
    "updates": "Later figure",
    "refines": "More precise",
    "compatible": "Compatible",
    "same": "Same",
    "not_comparable": "Not comparable",
}
STANCES: dict[Stance, str] = {
    "asserts": "says",
    "denies": "denies",
    "declines": "declines to answer",
    "doubts": "doubts",
    "predicts": "expects",
    "promises": "promises",
    "demands": "demands",
    "asks": "asks",
}
LINKS: dict[LinkKind, str] = {
    "publishes": "",
    "relays": "",
    "quotes": "quotes",
    "interviews": "interview",
    "cites": "cites",
    "speaks": "",
}
_BOUNDS: dict[Bound, str] = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "at_most": "up to ",
    "more_than": "more than ",
    "less_than": "less than ",
    "range": "",
}
_KINDS: dict[OriginKind, str] = {
    "person": "person",
    "institution": "institution",
    "document": "document",
    "data": "data",
    "agency": "agency",
    "outlet": "seen by the outlet",
    "unnamed": "unnamed",
    "unstated": "no source given",
}
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz", "square": "square"}
_OPENING, _CLOSING = '“«„"', '”»“"'
_MARKS = frozenset(_OPENING + _CLOSING)
_HOSTED = {"interview": "interview with", "article": "article in", "post": "post on"}


def count(n: int, noun: str, plural: str | None = None) -> str:
    """Return ``n`` with its noun.

    >>> count(1, "report"), count(3, "report")
    ('1 report', '3 reports')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def listed(parts: list[str]) -> str:
    """Join with commas and "and".

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def interval(low: int, high: int) -> str:
    """Return ``2`` or ``1–2``."""
    return str(low) if low == high else f"{low}–{high}"


def origins_said(origins: OriginCount) -> str:
    """Say how many origins there are.

    >>> origins_said(OriginCount(1, 1)), origins_said(OriginCount(1, 2))
    ('1 origin', '1–2 independent origins')
    """
    if origins.high <= 1:
        return count(origins.high, "origin")
    return f"{interval(origins.low, origins.high)} independent origins"


def quoted(text: str, limit: int = 180) -> str:
    """Return exact words in quotation marks, cut at a word past ``limit`` and said so by an ellipsis.

    Line breaks become spaces. Words that stand in quotation marks already keep them as the only ones.
    """
    flat = bare(" ".join(text.split()))
    if len(flat) > limit:
        flat = flat[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return f"“{flat}”"


def bare(text: str) -> str:
    """Return words without the one pair of quotation marks that encloses them, if one does.

    >>> bare("“twelve ships”"), bare("“one” and “two”")
    ('twelve ships', '“one” and “two”')
    """
    inner = text[1:-1]
    enclosed = len(text) > 2 and text[0] in _OPENING and text[-1] in _CLOSING
    return inner if enclosed and not any(c in _MARKS for c in inner) else text


def sentence(reason: str) -> str:
    """Return a reason with a capital and a full stop; a name such as ``r3.txt`` keeps its letters.

    >>> sentence("neither gives a source"), sentence("r3.txt has no date.")
    ('Neither gives a source.', 'r3.txt has no date.')
    """
    if not reason:
        return ""
    first = reason[0].upper() if reason.split()[0].isalpha() else reason[0]
    return first + reason[1:] + ("" if reason[-1] in ".!?" else ".")


def number(value: float) -> str:
    """Return a number with thousands separated, without needless decimals.

    >>> number(4800000.0), number(0.2)
    ('4,800,000', '0.2')
    """
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) >= 0.001 else repr(value)


def quantity_said(quantity: Quantity) -> str:
    """Say how a quantity was read: ``at least 12,000 tonnes of wheat, as of 4 March 2031``."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        figure = f"{number(low)}–{number(high)}"
    else:
        value = high if low is None else low
        figure = number(value) if value is not None else "no figure"
    said = _BOUNDS[quantity.bound] + _with_unit(figure, quantity.unit)
    if quantity.item:
        said += f" of {quantity.item}" if _takes_of(quantity.unit) else f" {quantity.item}"
    if quantity.change:
        said = f"{quantity.change} of {said}"
    if quantity.period:
        said += f", {date_said(quantity.period)}"
    elif quantity.as_of:
        said += f", as of {date_said(quantity.as_of)}"
    return said


def _with_unit(figure: str, unit: str | None) -> str:
    """A figure with its unit: currencies in front, ``%`` close behind, others as words in the plural."""
    if unit is None:
        return figure
    if unit == "percent":
        return f"{figure}%"
    if unit == "ratio":
        return f"a share of {figure}"
    if _is_currency(unit):
        return f"{unit} {figure}"
    if figure == "1" or unit.endswith("s"):
        return f"{figure} {unit}"
    first, _, rest = unit.partition(" ")
    plural = _PLURALS.get(first, first + "s") + (f" {rest}" if rest else "")
    return f"{figure} {plural}"


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def _takes_of(unit: str | None) -> bool:
    """Whether the counted noun follows with "of" ("tonnes of wheat", "40% of households")."""
    return unit is not None and unit != "times" and not _is_currency(unit)


def time_said(time: TimeExpression) -> str:
    """Say how a time was read: its date, or that it is not resolved."""
    return "date not resolved" if time.edtf is None else date_said(time.edtf)


def date_said(edtf: str) -> str:
    """Return an EDTF value as a reader would write it; a value that cannot be read as it stands."""
    return describe(edtf) if is_valid(edtf) else edtf


def venue_said(venue: str | None, host: str | None, when: str | None) -> str:
    """Say where something was said: ``interview with Radio Nord, 12 May 2031``; empty where nothing is known."""
    said = venue or ""
    if host:
        said = f"{_HOSTED.get(said, (said + ' at') if said else 'to')} {host}"
    if when:
        said = f"{said}, {date_said(when)}" if said else f"said: {date_said(when)}"
    return said


def kind_said(kind: OriginKind) -> str:
    """Say what kind of origin it is."""
    return _KINDS[kind]
