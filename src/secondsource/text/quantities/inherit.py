"""What a bare figure takes over from the one before it: noun, bound, change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.text.quantities.bounds import interval
from secondsource.text.quantities.found import FoundQuantity
from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.nouns import noun_words

__all__ = ["Draft", "inherit"]

# "3.9 million headsets, up from 2.4 million", "435 homes by open sale and 187 by tender"
_SAME_NOUN = frozenset(("from", "to", "and", "or", "against", "versus"))
_REACH = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity whose relation to others is not known yet; ``first`` and ``last`` are token indices."""

    found: FoundQuantity
    first: int
    last: int


def inherit(line: Sequence[Token], draft: Draft, last: Draft) -> Draft:
    """Return ``draft`` with what it takes over from ``last``, the quantity before it in the line."""
    between = [t.lower for t in line[last.last : draft.first]]
    if not between or len(between) > _REACH or any(word in (".", ";", ":", "?", "!") for word in between):
        return draft
    found = draft.found
    after = line[draft.last] if draft.last < len(line) else None
    if after is None or after.kind == "mark" or after.lower in noun_words()["stop"]:
        found = _noun(found, last.found, between)
    if last.found.unit == "year of age" and between in (["and"], ["or"], [","], [",", "and"]):
        found = _age(found)
    found = _change(found, last.found, between)
    if between in (["("], ["/"]):
        found = _bound(found, last.found)
    return replace(draft, found=found)


def _noun(found: FoundQuantity, last: FoundQuantity, between: Sequence[str]) -> FoundQuantity:
    bare = found.unit is None and found.item_head is None and found.change is None
    if not bare or last.unit is not None or last.item_head is None or between[-1] not in _SAME_NOUN:
        return found
    return replace(found, item=last.item, item_span=last.item_span, item_head=last.item_head)


def _age(found: FoundQuantity) -> FoundQuantity:
    """Carry an age over "and": "aged 19 and 22"."""
    bare = found.unit is None and found.item_head is None and found.change is None
    return replace(found, unit="year of age") if bare else found


def _change(found: FoundQuantity, last: FoundQuantity, between: Sequence[str]) -> FoundQuantity:
    """Carry a change over "or" and a bracket ("lost 190 points, or 0.6%"), and over "by" ("… by 2.6%")."""
    if (
        found.change
        or not last.change
        or last.unit == "times"
        or found.unit in ("year", "month", "day", "times")
    ):
        return found
    if between in (["or"], [",", "or"], ["("]) or (between[-1] == "by" and found.unit == last.unit):
        return replace(found, change=last.change)
    return found


def _bound(found: FoundQuantity, last: FoundQuantity) -> FoundQuantity:
    """Give a conversion in brackets the bound of what it converts ("just under 296 hp (224 kW)")."""
    if found.bound != "exact" or last.bound in ("exact", "range") or found.unit is None or last.unit is None:
        return found
    if found.unit == last.unit or "percent" in (found.unit, last.unit):
        return found
    low, high = interval(found.value, last.bound)
    return replace(found, bound=last.bound, low=low, high=high)
