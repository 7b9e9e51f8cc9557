"""Ranges, shared years, and the words that open or close a time: since, until, by, about."""

from __future__ import annotations

import re
from dataclasses import replace

from secondsource.model import Span
from secondsource.text.times.lexicon import SPACE
from secondsource.text.times.nodes import (
    Anaphor,
    Atom,
    Bounded,
    Clock,
    Day,
    Fixed,
    Holiday,
    Month,
    Node,
    Offset,
    Part,
    Range,
    Season,
    Stretch,
    Vague,
    Weekday,
    Within,
)
from secondsource.text.times.rules import FUNCTION_WORDS, word_after
from secondsource.text.words import classes

__all__ = ["bounded", "joined_range", "share_year", "shared_years"]

_LONGEST_GAP = 24


_TO = re.compile(rf"{SPACE}(?:to|until|till|through|thru|into){SPACE}|{SPACE}?[-–—]{SPACE}?")


_AND = re.compile(rf"{SPACE}and{SPACE}")


def _with_year(node: Node, year: int) -> Node:
    if isinstance(node, Part):
        return replace(node, base=_with_year(node.base, year))
    if isinstance(node, Day | Month | Season | Holiday) and node.year is None and node.relative is None:
        return replace(node, year=year)
    return node


def _order(node: Node) -> int:
    if isinstance(node, Part):
        return _order(node.base)
    return node.month if isinstance(node, Day | Month) else node.first if isinstance(node, Season) else 0


def _year_in(node: Node) -> int | None:
    if isinstance(node, Part):
        return _year_in(node.base)
    return node.year if isinstance(node, Day | Month | Season | Holiday) else None


def share_year(left: Node, right: Node) -> tuple[Node, Node]:
    """Give each of the two the year that only the other one names."""
    first, second = _year_in(left), _year_in(right)
    if second is not None and first is None:
        return _with_year(left, second - (1 if _order(left) > _order(right) else 0)), right
    if first is not None and second is None:
        return left, _with_year(right, first + (1 if _order(right) < _order(left) else 0))
    return left, right


_ENDED = re.compile(r",?[ ](?:which[ ])?(?:ended|ending|to|through)(?:[ ]on)?[ ]")


def _quarter(node: Node) -> bool:
    return (isinstance(node, Season) and node.months == 3 and node.first in {1, 4, 7, 10}) or (
        isinstance(node, Anaphor) and node.unit == "quarter" and node.count == 0
    )


def shared_years(text: str, atoms: list[Atom]) -> list[Atom]:
    """March and April 2023: both of 2023. The quarter ended March 31: the months up to it."""
    out = list(atoms)
    for at in range(len(out) - 2, -1, -1):
        gap = text[out[at].span.end : out[at + 1].span.start]
        if len(gap) > _LONGEST_GAP:
            continue
        if _quarter(out[at].node) and isinstance(out[at + 1].node, Day) and _ENDED.fullmatch(gap):
            out[at] = replace(out[at], node=Stretch("quarter", -1, out[at + 1].node))
        if re.fullmatch(r",?[ ](?:and|or|to|through)[ ]|,[ ]|[-–]", gap) and type(out[at].node) is type(
            out[at + 1].node
        ):
            left, _ = share_year(out[at].node, out[at + 1].node)
            if _year_in(left) is not None and _order(left) <= _order(out[at + 1].node):
                out[at] = replace(out[at], node=left)
    return out


_BETWEEN = re.compile(rf"(?P<w>between|from|of){SPACE}(?:the{SPACE})?$", re.IGNORECASE)


_PLAIN_ENDS = (Day, Month, Fixed, Season, Weekday, Holiday, Part, Clock, Within, Offset)


def joined_range(text: str, left: Atom, gap: str, right: Atom) -> Atom | None:
    """Between A and B; from A to B; A-B."""
    a, b = left.node, right.node
    if not isinstance(a, _PLAIN_ENDS) or not isinstance(b, _PLAIN_ENDS) or isinstance(a, Vague):
        return None
    lead_start = max(0, left.span.start - 12)
    match = _BETWEEN.search(text[lead_start : left.span.start])
    word = match["w"].lower() if match else ""
    is_to, is_and = bool(_TO.fullmatch(gap)), word == "between" and bool(_AND.fullmatch(gap))
    if not (is_and or (is_to and word in {"from", "between"}) or (is_to and _alike(a, b, gap))):
        return None
    a, b = share_year(a, b)
    if isinstance(a, Clock) and isinstance(b, Clock):
        a, b = (replace(a, base=b.base), b) if a.base is None else (a, replace(b, base=b.base or a.base))
    start = lead_start + match.start() if match and word in {"between", "from"} else left.span.start
    span = Span(start, right.span.end)
    return Atom(span, Range(a, b), span, (left.core, right.core))


def _alike(a: Node, b: Node, gap: str) -> bool:
    """Whether "A to B" is a range without "from": months, years, full dates, weekdays with a dash."""
    if isinstance(a, Weekday) and isinstance(b, Weekday):
        return "to" not in gap or "through" in gap
    return type(a) is type(b) and isinstance(a, Day | Month | Fixed | Season)


_BOUND_BEFORE = re.compile(
    rf"\b(?:(?P<since>(?:ever{SPACE})?since|as{SPACE}far{SPACE}back{SPACE}as|dating{SPACE}(?:back{SPACE})?(?:to|from)|starting{SPACE}(?:in|on)|beginning{SPACE}(?:in|on))"
    rf"|(?P<until>until|till|by|before|prior{SPACE}to|up{SPACE}(?:to|until)|through|no{SPACE}later{SPACE}than|ahead{SPACE}of|as{SPACE}late{SPACE}as)"
    rf"|(?P<after>after)|(?P<about>about|around|circa|c\.|roughly|approximately))"
    rf"{SPACE}(?:the{SPACE})?$",
    re.IGNORECASE,
)


_ONWARDS = re.compile(rf"{SPACE}(?:on(?=[ ,.;]|$)(?!{SPACE}\w+day\b)|onwards?)", re.IGNORECASE)


_NO_ABOUT = re.compile(
    r"\b(?:how|what|talk\w*|ask\w*|questions?|worr\w+|concern\w*|think\w*|said|know\w*|brought|comes?|but|and|story|"
    r"stories|reports?|complain\w*|books?|films?|details?|is|are)[ ]$",
    re.IGNORECASE,
)


def _noun_follows(text: str, end: int) -> bool:
    """Whether the time only describes what follows: "after the Sept. 11 attacks", "before the June vote"."""
    word = word_after(text, end)
    return (
        word[:1].islower()
        and word not in FUNCTION_WORDS
        and bool(classes(word) & {"NOUN", "ADJ"})
        and not _LATER.match(word)
    )


_LATER = re.compile(r"(?:now|then|today|when|as|despite|unless|like|alone|only|in)$")


def bounded(text: str, atom: Atom, from_: int) -> Atom:
    """Take in since, until, by, before, about; not before "Tuesday's vote"."""
    node, span = atom.node, atom.span
    if isinstance(node, Vague | Stretch | Bounded):
        return atom
    lead = text[max(from_, span.start - 24) : span.start]
    onwards = _ONWARDS.match(text, span.end)
    if onwards and re.search(r"\bfrom[ ]{1,3}$", lead, re.IGNORECASE):
        return replace(atom, span=Span(span.start - 5, onwards.end()), node=Bounded("since", node))
    match = _BOUND_BEFORE.search(lead)
    if match is None:
        return atom
    kind = next(key for key in ("since", "until", "after", "about") if match[key])
    owned = text[span.end : span.end + 2] in {"'s", "’s"} or isinstance(node, Range)
    follows = match[0].lower().startswith(("before", "after")) and _noun_follows(text, span.end)
    if (owned or follows) and kind != "since":
        return atom
    if kind == "about" and _NO_ABOUT.search(lead[: match.start()]):
        return atom
    whole = Span(span.start - (len(lead) - match.start()), span.end)
    return replace(atom, span=whole, node=Bounded(kind, node))  # type: ignore[arg-type]
