"""Which noun belongs to an amount, by what its unit measures."""

from __future__ import annotations

from secondsource.text.quantities.amounts import Amount, measure_end
from secondsource.text.quantities.items import attributive, counted, from_context, of_noun
from secondsource.text.quantities.lines import Line
from secondsource.text.quantities.nouns import is_number_word
from secondsource.text.quantities.phrases import Noun
from secondsource.text.quantities.units import MONEY

__all__ = ["Counted", "noun_of"]

# The noun, whether it lies inside the quantity's span, and the head where no noun stands in the text.
Counted = tuple[Noun | None, bool, str | None]

_OF_DIMENSIONS = ("volume", "mass", "area", "length", "energy", "capacity")
# "three-way", "two-sided": manners, not things.
_NOT_COUNTED = frozenset("way sided fold piece off on by to time for".split())


def noun_of(line: Line, start: int, last: Amount, end: int) -> Counted:
    """Return the noun of an amount or of a range.

    Args:
        line: The line.
        start: Token at which the expression begins, with its bound.
        last: The amount, the upper one of a range.
        end: Token after the number, its unit and a bound that follows ("50 or more").
    """
    listed, unit = line.tokens, last.unit
    if unit is None:
        return _count(line, start, last, end)
    if unit.name == "ratio":
        return _share(line, end)
    if unit.dimension == "share":
        noun = of_noun(listed, end)
        return noun, noun is not None and _no_number_between(line, end, noun), None
    if unit.dimension == "age":
        if not last.hyphened:
            return None, False, None
        return counted(listed, end, plural=False, partitive=False, measure=lambda _: None), False, None
    if unit.dimension == MONEY:
        noun = attributive(listed, start, end)
        return noun, noun is not None, None
    if unit.dimension == "time" and line.lower(end) == "of":
        # "three hours of clear sky", but "two weeks of the campaign"
        noun = of_noun(listed, end)
        bare = noun is not None and noun.start == end + 1
        return (noun if bare else None), bare, None
    if unit.dimension in _OF_DIMENSIONS and line.lower(end) == "of":
        noun = of_noun(listed, end)
        return noun, noun is not None, None
    return None, False, None


def _share(line: Line, end: int) -> Counted:
    """Return the noun of a share: after "of", or right after it ("half the men", "one in five households")."""
    noun = of_noun(line.tokens, end)
    if noun is None:
        direct = counted(line.tokens, end, plural=True, partitive=False, measure=lambda _: None)
        return direct, direct is not None, None
    return noun, _no_number_between(line, end, noun), None


def _no_number_between(line: Line, end: int, noun: Noun) -> bool:
    """Whether the noun belongs to the share alone: "a third of its 2,400 staff" has a count of its own."""
    between = line.tokens[end : noun.start]
    return not any(token.kind == "num" or is_number_word(token.lower) for token in between)


def _count(line: Line, start: int, last: Amount, end: int) -> Counted:
    listed, number = line.tokens, last.number
    if last.hyphened and end == last.end and line.lower(end + 1) not in _NOT_COUNTED:
        noun = counted(listed, end + 1, plural=False, partitive=False, measure=lambda _: None)
        word = line.lower(end + 1)
        single = Noun(end + 1, end + 2, noun.head if noun and noun.end == end + 2 else word) if word else None
        return single, single is not None, None
    vague = number.form == "vague" or number.about or "dozen" in line.lower(number.end - 1)
    noun = counted(
        listed,
        end,
        plural=number.value != 1,
        partitive=vague or number.scale > 1,
        measure=lambda i: None if line.blocked[i] else measure_end(listed, i),
    )
    if noun:
        return noun, True, None
    outside, head = from_context(listed, start, end)
    return outside, False, head
