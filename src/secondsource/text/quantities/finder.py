"""`find_quantities`: from amounts to quantities with bound, noun and change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from secondsource.model import Bound, Span
from secondsource.text.quantities.ages import is_age
from secondsource.text.quantities.amounts import Amount, amount_at, measure_end
from secondsource.text.quantities.bounds import Limit, interval, limit_after, limit_before
from secondsource.text.quantities.changes import change_at
from secondsource.text.quantities.found import FoundQuantity
from secondsource.text.quantities.inherit import Draft, inherit
from secondsource.text.quantities.items import attributive, counted, from_context, of_noun
from secondsource.text.quantities.lexer import Token, tokens
from secondsource.text.quantities.masks import is_identifier, is_year, masked
from secondsource.text.quantities.multiples import Multiple, multiple_at
from secondsource.text.quantities.nouns import Noun
from secondsource.text.quantities.ranges import listed_unit, range_end
from secondsource.text.quantities.units import MONEY

__all__ = ["find_quantities"]

# "three-way", "two-sided": manners, not things.
_NOT_COUNTED = frozenset("way sided fold piece off on by to time".split())
# Longer runs of digits without separators are keys of a data base, not counts.
_LONGEST_COUNT = 9
# "lost $2.50" is a fall of a price; "lost $30 million" is a sum that somebody lost.
_LARGE_SUM = 1000
# After these a duration is part of a date ("two months after the visit"), which is no quantity.
_DATES = frozenset("ago earlier later hence before after afterwards beforehand afterward".split())


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    tokens: list[Token]
    blocked: list[bool]
    shouted: bool


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
            found.extend(_relate(_line(text, start, start + len(part)), len(found)))
        start += len(part) + 1
    return found


def _line(text: str, start: int, end: int) -> tuple[_Line, list[Draft]]:
    listed = tokens(text, start, end)
    line = _Line(text, listed, _blocked(listed, masked(text, start, end)), _is_title(listed))
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


def _blocked(listed: Sequence[Token], spans: Sequence[Span]) -> list[bool]:
    blocked, which = [], 0
    for token in listed:
        while which < len(spans) and spans[which].end <= token.start:
            which += 1
        blocked.append(which < len(spans) and spans[which].start < token.end)
    return blocked


def _is_title(listed: Sequence[Token]) -> bool:
    long = [t for t in listed if t.kind == "word" and len(t.text) > 3]
    return len(long) >= 4 and sum(t.is_capital for t in long) > 0.75 * len(long)


def _span(line: _Line, first: int, last: int) -> Span:
    return Span(line.tokens[first].start, line.tokens[last - 1].end)


def _quantity(line: _Line, at: int, amount: Amount, last: Draft | None) -> tuple[list[Draft], int]:
    """Return the quantities at ``amount`` (two for a score, none for a name) and where to go on."""
    listed = line.tokens
    named = last is not None and at < last.last and amount.unit is None
    if named or _is_none(line, at, amount):
        return [], amount.end
    score = _score(line, amount)
    if score:
        return score
    both = range_end(listed, amount)
    if both and not any(line.blocked[amount.end : both[1].end]):
        low, high, start = both
        return [_draft(line, low, high, start)], high.end
    made = _draft(line, replace(amount, unit=listed_unit(listed, amount)), None, amount.start)
    return [inherit(listed, made, last) if last else made], amount.end


def _is_none(line: _Line, at: int, amount: Amount) -> bool:
    """Whether the number is a year, an identifier, a list mark or part of a date."""
    listed = line.tokens
    after = listed[amount.end] if amount.end < len(listed) else None
    if (
        amount.unit
        and amount.unit.dimension == "time"
        and not amount.hyphened
        and after
        and (after.lower in _DATES or (after.lower == "from" and _lower(listed, amount.end + 1) == "now"))
    ):
        return True
    if amount.number.form != "digits" or amount.unit is not None:
        return False
    if listed[at].text.isdecimal() and len(listed[at].text) > _LONGEST_COUNT:
        return True
    bare = amount.end == at + 1
    if bare and after and after.text in (".", ")") and after.glued and at == 0:
        return True
    before = listed[at - 1] if at else None
    if bare and before and after and before.text in "([" and after.text in ")]" and len(listed[at].text) <= 2:
        return True
    if bare and before and after and before.text in "\"'“‘" and after.text in "\"'”’":  # the "400" list
        return True
    if after and after.glued and after.kind == "word" and not amount.hyphened and amount.number.scale == 1:
        return True
    noun = counted(listed, amount.end, plural=True, partitive=False, measure=lambda i: measure_end(listed, i))
    measured = amount.number.scale > 1
    return (bare and is_year(listed, at, plural_follows=noun is not None)) or is_identifier(
        listed, at, measured=measured, plural_follows=noun is not None, shouted=line.shouted
    )


def _lower(listed: Sequence[Token], at: int) -> str:
    return listed[at].lower if at < len(listed) else ""


def _score(line: _Line, amount: Amount) -> tuple[list[Draft], int] | None:
    """Read "51–49" as two counts: each figure can be compared on its own."""
    listed, end = line.tokens, amount.end
    if amount.unit or amount.number.form != "digits" or amount.number.scale > 1 or end + 1 >= len(listed):
        return None
    if not (
        listed[end].is_dash and listed[end].glued and listed[end + 1].kind == "num" and listed[end + 1].glued
    ):
        return None
    second = amount_at(listed, end + 1)
    if second is None or second.unit or second.number.scale > 1 or second.value != int(second.value):
        return None
    noun = counted(listed, second.end, plural=True, partitive=False, measure=lambda _: None)
    if (noun or amount.value > 20) and amount.value < second.value:
        return None
    pair = []
    for each in (amount, second):
        found = FoundQuantity(_span(line, each.number.start, each.end), each.number.value, each.number.value)
        pair.append(Draft(found, each.number.start, each.end))
    return pair, second.end


def _draft(line: _Line, low: Amount, high: Amount | None, start: int) -> Draft:
    """Join one amount, or the two ends of a range, with bound, noun and change."""
    listed = line.tokens
    last = high or low
    end = last.end
    before = limit_before(listed, low.start if high is None else start)
    # The limit stands after the number ("two or more years") or after the unit ("two years or more").
    after = limit_after(listed, end) or (
        limit_after(listed, last.number.end) if end > last.number.end else None
    )
    noun, inside, head = _noun(
        line, start if before is None else before.at, low, last, after.at if after else end
    )
    if after is None and noun and inside:
        after = limit_after(listed, noun.end)
    first = min(start, before.at if before else start)
    stop = max(end, after.at if after else end, noun.end if noun and inside else end)
    bound, ends = _interval(low, high, before, after)
    item = _span(line, noun.start, noun.end) if noun else None
    unit = last.unit.name if last.unit else None
    if unit is None and noun is None and head is None and is_age(listed, low.start, end):
        unit = "year of age"
    found = FoundQuantity(
        span=_span(line, first, stop),
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


def _change(
    line: _Line, low: Amount, high: Amount | None, first: int, end: int
) -> Literal["rise", "fall"] | None:
    unit = low.unit or (high.unit if high else None)
    if unit and unit.dimension in ("time", "age"):
        return None
    large = unit is not None and unit.dimension == MONEY and low.value >= _LARGE_SUM
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


def _noun(
    line: _Line, start: int, low: Amount, last: Amount, end: int
) -> tuple[Noun | None, bool, str | None]:
    """Return the counted noun, whether it belongs to the span, and the head where there is no noun."""
    listed, unit = line.tokens, last.unit
    if unit is None:
        return _counted(line, start, low, last, end)
    if unit.dimension == "share":
        noun = of_noun(listed, end)
        if unit.name == "ratio":
            direct = (
                counted(listed, end, plural=True, partitive=False, measure=lambda _: None)
                if not noun
                else None
            )
            half = low.number.start + 1 == low.number.end and listed[low.number.start].lower == "half"
            inside = direct is not None or (half and _lower(listed, end) != "of")
            return noun or direct, inside, None
        return noun, False, None
    if unit.dimension == "age":
        return (
            (
                counted(listed, end, plural=False, partitive=False, measure=lambda _: None)
                if last.hyphened
                else None
            ),
            False,
            None,
        )
    if unit.dimension == MONEY:
        noun = attributive(listed, start, end)
        return noun, noun is not None, None
    if unit.dimension in ("volume", "mass", "area", "length", "energy") and _lower(listed, end) == "of":
        noun = of_noun(listed, end)
        return noun, noun is not None, None
    return None, False, None


def _counted(
    line: _Line, start: int, low: Amount, last: Amount, end: int
) -> tuple[Noun | None, bool, str | None]:
    listed, number = line.tokens, last.number
    if last.hyphened and end == last.end and _lower(listed, end + 1) not in _NOT_COUNTED:
        noun = counted(listed, end + 1, plural=False, partitive=False, measure=lambda _: None)
        word = _lower(listed, end + 1)
        single = Noun(end + 1, end + 2, noun.head if noun and noun.end == end + 2 else word) if word else None
        return single, single is not None, None
    vague = number.form == "vague" or number.about or "dozen" in listed[number.end - 1].lower
    noun = counted(
        listed,
        end,
        plural=number.value != 1,
        partitive=vague or number.scale > 1,
        measure=lambda i: measure_end(listed, i) if not line.blocked[i] else None,
    )
    if noun:
        return noun, True, None
    outside, head = from_context(listed, start, end)
    return outside, False, head


def _multiple(line: _Line, multiple: Multiple) -> Draft:
    before = limit_before(line.tokens, multiple.start)
    first = before.at if before else multiple.start
    bound: Bound = before.bound if before else "exact"
    low, high = interval(multiple.value, bound)
    found = FoundQuantity(_span(line, first, multiple.end), low, high, bound, "times", change=multiple.change)
    return Draft(found, first, multiple.end)


def _relate(read: tuple[_Line, list[Draft]], offset: int) -> list[FoundQuantity]:
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


def _base(line: _Line, draft: Draft, later: Draft) -> bool:
    words = [t.lower for t in line.tokens[draft.last : later.first]]
    if any(w in (".", ";") for w in words) or not words or len(words) > 12:
        return False
    return words[-1] in (("from", "against") if draft.found.change else ("than", "as", "the"))
