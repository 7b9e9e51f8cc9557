"""Numbers that are no quantities: years, identifiers, list marks, parts of dates."""

from __future__ import annotations

from secondsource.text.quantities.amounts import Amount, measure_end
from secondsource.text.quantities.items import counted
from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.lines import Line
from secondsource.text.quantities.masks import is_identifier, is_numbered, is_year

__all__ = ["is_no_quantity"]

# Longer runs of digits without separators are keys of a data base, not counts.
_LONGEST_COUNT = 9
# After these a duration is part of a date ("two months after the visit"), which is no quantity.
_DATES = frozenset("ago earlier later hence before after afterwards beforehand afterward".split())
_OPENING, _CLOSING = "\"'“‘", "\"'”’"


def is_no_quantity(line: Line, at: int, amount: Amount) -> bool:
    """Whether the amount whose number is token ``at`` is a year, an identifier, a list mark or part of a date."""
    if _is_dated(line, amount, at):
        return True
    if amount.unit is not None or amount.number.form not in ("digits", "words"):
        return False
    listed = line.tokens
    if amount.number.form == "words":
        return is_numbered(listed, at)
    if at - 2 in line.named and listed[at - 1].lower in ("and", "or", ",", "&"):  # "Resolutions 88 and 90"
        return True
    if listed[at].text.isdecimal() and len(listed[at].text) > _LONGEST_COUNT:
        return True
    after = listed[amount.end] if amount.end < len(listed) else None
    if after and after.glued and after.kind == "word" and not amount.hyphened and amount.number.scale == 1:
        return True
    bare = amount.end == at + 1
    if bare and after and _is_mark(line, at, after):
        return True
    noun = counted(listed, amount.end, plural=True, partitive=False, measure=lambda i: measure_end(listed, i))
    if bare and is_year(listed, at, plural_follows=noun is not None):
        return True
    return is_identifier(
        listed, at, measured=amount.number.scale > 1, plural_follows=noun is not None, shouted=line.shouted
    )


def _is_dated(line: Line, amount: Amount, at: int) -> bool:
    if amount.unit is None or amount.unit.dimension != "time" or amount.hyphened:
        return False
    after = line.lower(amount.end)
    if after in ("before", "after") and at and line.lower(at - 1) in ("in", "for", "over", "within"):
        return False  # "her first win in 11 years after moving" is a length of time
    return after in _DATES or (after == "from" and line.lower(amount.end + 1) == "now")


def _is_mark(line: Line, at: int, after: Token) -> bool:
    """Whether the number is "1." before an item, "(4)" or in quotation marks alone."""
    if at == 0:
        return after.glued and after.text in (".", ")")
    before = line.tokens[at - 1].text
    if before in "([" and after.text in ")]":
        return len(line.tokens[at].text) <= 2
    return before in _OPENING and after.text in _CLOSING
