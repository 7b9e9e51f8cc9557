"""`find_quantities`: from amounts to quantities with bound, noun and change."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from secondsource.model import Bound
from secondsource.text.quantities.ages import is_age
from secondsource.text.quantities.amounts import Amount, amount_at
from secondsource.text.quantities.bounds import Limit, interval, limit_after, limit_before
from secondsource.text.quantities.changes import change_at
from secondsource.text.quantities.counting import noun_of
from secondsource.text.quantities.found import FoundQuantity
from secondsource.text.quantities.inherit import Draft, inherit
from secondsource.text.quantities.lines import Line, read_line
from secondsource.text.quantities.multiples import Multiple, multiple_at
from secondsource.text.quantities.ranges import listed_unit, range_end
from secondsource.text.quantities.rejects import is_no_quantity
from secondsource.text.quantities.scores import score_at
from secondsource.text.quantities.units import MONEY

__all__ = ["find_quantities"]

# "lost $2.50" is a fall of a price; "lost $30 million" is a sum that somebody lost.
_LARGE_SUM = 1000
# How many words may stand between a change and the figure that it starts from ("by 12% to 61 from 54").
_REACH = 12


def find_quantities(text: str) -> list[FoundQuantity]:
    """Return the quantities of ``text``, sorted by start; an outer one comes before the one inside it.

    Lines are read apart: no quantity runs over a line break. Empty text has none.

    >>> [(q.low, q.item) for q in find_quantities("Three ships left with 40 containers.")]
    [(3.0, 'ships'), (40.0, 'containers')]
    """
    found: list[FoundQuantity] = []
    start = 0
    for part in text.split("\n"):
        if part.strip():
            found.extend(_relate(_read(text, start, start + len(part)), len(found)))
        start += len(part) + 1
    return found


def _read(text: str, start: int, end: int) -> tuple[Line, list[Draft]]:
    line = read_line(text, start, end)
    listed = line.tokens
    drafts: list[Draft] = []
    at = 0
    while at < len(listed):
        if line.blocked[at]:
            at += 1
            continue
        multiple = multiple_at(listed, at)
        if multiple:
            drafts.append(_multiple(line, multiple))
            at = multiple.end
            continue
        amount = amount_at(listed, at)
        if amount is None:
            at += 1
            continue
        made, at = _quantity(line, at, amount, drafts[-1] if drafts else None)
        drafts.extend(made)
    return line, drafts


def _quantity(line: Line, at: int, amount: Amount, last: Draft | None) -> tuple[list[Draft], int]:
    """Return the quantities at ``amount`` (two for a score, none for a name) and where to go on."""
    listed = line.tokens
    item = last.found.item_span if last else None
    inside = item is not None and item.start <= listed[at].start < item.end
    named = inside and amount.unit is None  # "two new 737 Max jets"
    if named or is_no_quantity(line, at, amount):
        line.named.add(at)
        return [], amount.end
    score = score_at(line, amount)
    if score:
        return score
    # A bound never reaches into the words of the quantity before ("three times more than $40 million").
    floor = last.last if last and last.last <= amount.start else 0
    both = range_end(listed, amount)
    if both and not any(line.blocked[amount.end : both[1].end]):
        low, high, start = both
        return [_draft(line, low, high, start, floor)], high.end
    made = _draft(line, replace(amount, unit=listed_unit(listed, amount)), None, amount.start, floor)
    return [inherit(listed, made, last) if last else made], amount.end


def _draft(line: Line, low: Amount, high: Amount | None, start: int, floor: int) -> Draft:
    """Join one amount, or the two ends of a range, with bound, noun and change."""
    listed = line.tokens
    last = high or low
    end = last.end
    before = limit_before(listed, low.start if high is None else start)
    before = before if before and before.at >= floor else None
    # The limit stands after the number ("two or more years") or after the unit ("two years or more").
    after = limit_after(listed, end) or (
        limit_after(listed, last.number.end) if end > last.number.end else None
    )
    noun, inside, head = noun_of(
        line, start if before is None else before.at, last, after.at if after else end
    )
    if after is None and noun and inside:
        after = limit_after(listed, noun.end)
    first = min(start, before.at if before else start)
    stop = max(end, after.at if after else end, noun.end if noun and inside else end)
    if last.unit is None or last.unit.dimension == "share":
        stop = _more(line, stop, noun is None)
    bound, ends = _interval(low, high, before, after)
    item = line.span(noun.start, noun.end) if noun else None
    unit = last.unit.name if last.unit else None
    if unit is None and noun is None and head is None and is_age(listed, low.start, end):
        unit = "year of age"
    found = FoundQuantity(
        span=line.span(first, stop),
        low=ends[0],
        high=ends[1],
        bound=bound,
        unit=unit,
        item=item.of(line.text) if item else None,
        item_span=item,
        item_head=noun.head if noun else head,
        change=_change(line, low, high, first, end),
    )
    return Draft(found, first, stop)


def _more(line: Line, stop: int, bare: bool) -> int:
    """Return the end of the expression with "more", "fewer" and "of them" after it ("seven more")."""
    if bare and line.lower(stop) in ("more", "fewer") and line.lower(stop + 1) != "than":
        stop += 1
    if line.lower(stop) == "of" and line.lower(stop + 1) in ("them", "us", "these", "those"):
        stop += 2
    return stop


def _change(
    line: Line, low: Amount, high: Amount | None, first: int, end: int
) -> Literal["rise", "fall"] | None:
    unit = low.unit or (high.unit if high else None)
    if unit and unit.dimension in ("time", "age"):
        return None
    large = unit is not None and unit.dimension == MONEY and low.value >= _LARGE_SUM
    large = large or (unit is not None and unit.dimension == "length")  # "34 km down" is no fall
    return change_at(line.tokens, low.start if high is None else first, end, count=unit is None or large)


def _interval(
    low: Amount, high: Amount | None, before: Limit | None, after: Limit | None
) -> tuple[Bound, tuple[float | None, float | None]]:
    if high is not None:
        return "range", (low.value, high.value)
    bound: Bound = "exact"
    if low.number.form == "vague":
        bound = "at_least"
    elif low.number.about:
        bound = "about"
    if after and (before is None or before.bound == "about"):  # "about five hundred or more"
        bound = after.bound
    elif before:
        bound = before.bound
    return bound, interval(low.value, bound)


def _multiple(line: Line, multiple: Multiple) -> Draft:
    before = limit_before(line.tokens, multiple.start)
    first = before.at if before else multiple.start
    bound: Bound = before.bound if before else "exact"
    low, high = interval(multiple.value, bound)
    found = FoundQuantity(line.span(first, multiple.end), low, high, bound, "times", change=multiple.change)
    return Draft(found, first, multiple.end)


def _relate(read: tuple[Line, list[Draft]], offset: int) -> list[FoundQuantity]:
    """Link changes and multiples to the figure after "from", "than" or "as" in their sentence."""
    line, drafts = read
    related = []
    for index, draft in enumerate(drafts):
        relative = None
        if (draft.found.change or draft.found.unit == "times") and index + 1 < len(drafts):
            for later in range(index + 1, min(index + 3, len(drafts))):
                if _base(line, draft, drafts[later]):
                    relative = offset + later
                    break
        related.append(replace(draft.found, relative=relative))
    return related


def _base(line: Line, draft: Draft, later: Draft) -> bool:
    words = [t.lower for t in line.tokens[draft.last : later.first]]
    if any(w in (".", ";") for w in words) or not words or len(words) > _REACH:
        return False
    return words[-1] in (("from", "against") if draft.found.change else ("than", "as", "the"))
