"""Scores and votes: "51–49" as two counts, so that each figure can be compared on its own."""

from __future__ import annotations

from secondsource.text.quantities.amounts import Amount, amount_at
from secondsource.text.quantities.found import FoundQuantity
from secondsource.text.quantities.inherit import Draft
from secondsource.text.quantities.items import counted
from secondsource.text.quantities.lines import Line

__all__ = ["score_at"]

# How far before the figures "vote" or "voted" may stand.
_REACH = 8
# A pair that rises and is larger than any score of a game is a range ("30–40").
_HIGHEST_RISING = 20


def score_at(line: Line, amount: Amount) -> tuple[list[Draft], int] | None:
    """Return the two counts of the score that ``amount`` begins, and the token after it; or None."""
    listed, end = line.tokens, amount.end
    if amount.unit or amount.number.form != "digits" or amount.number.scale > 1 or end + 1 >= len(listed):
        return None
    joined = listed[end].is_dash and listed[end].glued and listed[end + 1].glued
    if not joined or listed[end + 1].kind != "num":
        return None
    second = amount_at(listed, end + 1)
    if second is None or second.unit or second.number.scale > 1 or second.value != int(second.value):
        return None
    noun = counted(listed, second.end, plural=True, partitive=False, measure=lambda _: None)
    if (noun or amount.value > _HIGHEST_RISING) and amount.value < second.value:
        return None
    return [_half(line, amount, each) for each in (amount, second)], second.end


def _half(line: Line, first: Amount, each: Amount) -> Draft:
    vote = _vote(line, first.start)
    span = line.span(vote, vote + 1) if vote is not None else None
    value = each.number.value
    found = FoundQuantity(
        span=line.span(each.number.start, each.number.end),
        low=value,
        high=value,
        item=span.of(line.text) if span else None,
        item_span=span,
        item_head="vote" if span else None,
    )
    return Draft(found, each.number.start, each.number.end)


def _vote(line: Line, start: int) -> int | None:
    for at in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if line.tokens[at].text in (".", ";"):
            return None
        if line.tokens[at].lower in ("vote", "votes", "voted"):
            return at
    return None
