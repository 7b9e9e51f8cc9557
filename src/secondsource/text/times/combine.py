"""Join the phrases that belong together: day and clock, period and year, modifiers, ranges, since and until."""

from __future__ import annotations

import re
from dataclasses import replace

from secondsource.model import Span
from secondsource.text.times.edtf import grain_of
from secondsource.text.times.lexicon import PARTS_OF_DAY, SPACE
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
    Shifted,
    Stretch,
    Vague,
    Weekday,
    Within,
)

__all__ = ["combine"]

_LONGEST_GAP = 24
_TIGHT = re.compile(r",?[ \u00a0]{1,3}(?:on[ ]|the[ ]|the[ ]|of[ ])?|[ ]?\((?=\w)|,[ ]on[ ]")
_CLOCK_DAY = re.compile(r",?[ ]{1,3}(?:on[ ]|of[ ]|at[ ]|around[ ]|about[ ]|by[ ])?(?:early[ ]|late[ ])?")
_OF = re.compile(r"(?:,|[ ]of|[ ]in|,[ ]in)?[ ]{1,3}")
_TO = re.compile(rf"{SPACE}(?:to|until|till|through|thru|into){SPACE}|{SPACE}?[-–—]{SPACE}?")
_AND = re.compile(rf"{SPACE}and{SPACE}")


def combine(text: str, atoms: list[Atom]) -> list[Atom]:
    """Return the atoms joined as far as they belong together, in order of the text."""
    joined = _fold(text, [_part_of_day(text, atom) for atom in atoms], _pair)
    joined = [_modified(text, atom) for atom in joined]
    joined = _fold(text, joined, _pair)
    joined = _fold(text, _shared_years(text, joined), _range)
    return [_bounded(text, atom) for atom in joined if not _unjoined(atom.node)]


def _fold(text: str, atoms: list[Atom], join: object) -> list[Atom]:
    stack: list[Atom] = []
    for atom in atoms:
        if stack and atom.span.start < stack[-1].span.end:
            continue  # a modifier of the one before has taken it in
        merged = atom
        while stack:
            left = stack[-1]
            gap = text[left.span.end : merged.span.start]
            both = join(text, left, gap, merged) if len(gap) <= _LONGEST_GAP else None  # type: ignore[operator]
            if both is None:
                break
            stack.pop()
            merged = both
        stack.append(merged)
    return stack


def _atom(left: Atom, right: Atom, node: Node, extra: int = 0) -> Atom:
    span = Span(left.span.start, right.span.end + extra)
    return Atom(span, node, span)


def is_day(node: Node) -> bool:
    """Whether the phrase names a day."""
    if isinstance(node, Fixed):
        return grain_of(node.edtf) == "day"
    if isinstance(node, Offset):
        return node.unit == "day"
    if isinstance(node, Anaphor | Shifted):
        return node.unit == "day"
    if isinstance(node, Part):
        return node.part.startswith("weekday") or is_day(node.base)
    return isinstance(node, Day | Weekday | Holiday)


def _is_year(node: Node) -> bool:
    if isinstance(node, Fixed):
        return grain_of(node.edtf) == "year"
    return isinstance(node, Offset | Anaphor | Shifted) and node.unit == "year"


def _yearless(node: Node) -> bool:
    if isinstance(node, Part):
        return _yearless(node.base)
    return isinstance(node, Day | Month | Season | Holiday) and node.year is None and node.relative is None


def _unjoined(node: Node) -> bool:
    """Whether the phrase waited for one that did not come: "the three months to", "the first week of"."""
    return isinstance(node, Stretch | Part) and isinstance(node.base, Vague)


def _pair(text: str, left: Atom, gap: str, right: Atom) -> Atom | None:
    a, b = left.node, right.node
    if _unjoined(a) and isinstance(a, Stretch | Part) and re.fullmatch(r"[ ]{1,3}(?:the[ ])?", gap):
        return _atom(left, right, replace(a, base=b))
    if isinstance(a, Weekday) and isinstance(b, Day | Fixed) and is_day(b) and _TIGHT.fullmatch(gap):
        close = 1 if "(" in gap and text[right.span.end : right.span.end + 1] == ")" else 0
        return _atom(left, right, b, close)
    if (
        isinstance(a, Clock)
        and isinstance(a.base, Weekday)
        and isinstance(b, Day | Fixed)
        and is_day(b)
        and _TIGHT.fullmatch(gap)
    ):
        return _atom(left, right, replace(a, base=b))
    if (
        isinstance(a, Clock)
        and isinstance(b, Clock)
        and gap == " ("
        and text[right.span.end : right.span.end + 1] == ")"
    ):
        return _atom(left, right, _zoned(a, b), 1)
    if (
        isinstance(a, Offset | Anaphor)
        and a.unit == "year"
        and isinstance(b, Season | Anaphor | Month)
        and gap in {"'s ", "’s "}
    ):
        return _atom(left, right, Within(b, a))
    if isinstance(a, Anaphor) and a.unit == "quarter" and _year_back(b) and gap == " ":
        return _atom(left, right, Anaphor("year", -1, "quarter", whole=True))
    if isinstance(a, Clock) and a.base is None and is_day(b) and _CLOCK_DAY.fullmatch(gap):
        return _atom(left, right, replace(a, base=b))
    if is_day(a) and isinstance(b, Clock) and b.base is None and _CLOCK_DAY.fullmatch(gap):
        return _atom(left, right, replace(b, base=a))
    if _yearless(a) and _is_year(b) and _OF.fullmatch(gap):
        if isinstance(b, Anaphor | Shifted) or "," in gap or " in" in gap:
            return _atom(left, right, Within(a, b)) if isinstance(b, Anaphor) and "," not in gap else None
        return _atom(left, right, Within(a, b))
    return None


def _year_back(node: Node) -> bool:
    return isinstance(node, Anaphor | Shifted) and node.unit == "year" and node.count == -1


def _zoned(local: Clock, other: Clock) -> Clock:
    """10:35 a.m. (0735 GMT): the second says how far the first is from Greenwich."""
    if local.zone is not None or other.zone is None:
        return local
    hours = (local.hour - other.hour) + (local.minute - other.minute) / 60 + other.zone
    return replace(local, zone=(hours + 12) % 24 - 12)


_DAY_PART = re.compile(
    rf"(?:[’']s)?,?{SPACE}(?:(?:in{SPACE}the|at|around){SPACE})?(?:(?:early|late|mid)[ -])?(?:{PARTS_OF_DAY})\b(?:{SPACE}local{SPACE}time\b)?"
    rf"|{SPACE}local{SPACE}time\b|,?{SPACE}in{SPACE}the{SPACE}early{SPACE}hours\b"
)
_LEFT_PART = re.compile(
    rf"(?:(?:the|in{SPACE}the){SPACE})?(?:(?:early|late|mid){SPACE}|early{SPACE}hours{SPACE}of{SPACE}|(?:morning|afternoon|evening|night|dawn|early{SPACE}hours){SPACE}(?:of|on){SPACE})?$"
)
_NIGHT_OF = re.compile(
    rf"(?P<the>the{SPACE})?(?P<p>morning|afternoon|evening|night|eve|early{SPACE}hours|dawn){SPACE}(?:of|on){SPACE}(?:the{SPACE})?$",
    re.IGNORECASE,
)
_SOON = re.compile(rf"(?P<p>early|late|later|earlier|mid){SPACE}(?:on{SPACE})?$", re.IGNORECASE)


def _part_of_day(text: str, atom: Atom) -> Atom:
    """Take in "night" behind a day; a part of a day is the day."""
    if not (is_day(atom.node) or isinstance(atom.node, Clock)):
        return atom
    match = _DAY_PART.match(text, atom.span.end)
    if match is None or (isinstance(atom.node, Clock) and "local" not in match[0]):
        return atom
    if match[0].startswith(("'s", "’s")) and not re.search(r"(?:morning|night|evening|afternoon)$", match[0]):
        return atom
    span = Span(atom.span.start, match.end())
    return Atom(span, atom.node, span)


_PARTS = {
    "early": "early", "mid": "mid", "middle": "mid", "late": "late", "beginning": "start", "start": "start",
    "end": "end", "close": "end", "opening": "start", "outset": "start", "turn": "start", "later": "", "earlier": "",
    "sometime": "", "rest": "", "remainder": "", "course": "", "whole": "", "month": "", "year": "", "week": "",
}  # fmt: skip
_PART_BEFORE = re.compile(
    rf"(?:\bthe{SPACE})?(?:(?:very|relatively|as){SPACE})?\b(?:(?P<a>early|mid|late)(?:{SPACE}(?:in|on|into|part{SPACE}of|days{SPACE}of|months{SPACE}of))?(?:{SPACE}|-)"
    rf"|(?P<b>beginning|start|end|close|middle|turn){SPACE}of{SPACE}"
    rf"|(?P<c>earlier|later|sometime){SPACE}(?:in{SPACE}|on{SPACE})?"
    rf"|(?P<d>rest|remainder|course|whole|month){SPACE}of{SPACE}"
    rf"|(?P<e>year-)(?P<f>end){SPACE}|(?P<g>week|weekend){SPACE}(?:of|ending|ended|beginning|starting){SPACE}(?:on{SPACE})?)(?:the{SPACE})?$",
    re.IGNORECASE,
)


def _modified(text: str, atom: Atom) -> Atom:
    """Take in what stands before: early, mid, late, the end of, the night of, the week of."""
    at, node = atom.span.start, atom.node
    if isinstance(node, Vague | Clock) or _unjoined(node):
        return _early_clock(text, atom)
    lead = text[max(0, at - 40) : at]
    if is_day(node):
        match = _NIGHT_OF.search(lead) or _SOON.search(lead)
        week = _PART_BEFORE.search(lead)
        if match:
            if match["p"].lower() == "eve":
                node = Shifted("day", -1, node)
            return _wider(atom, match, lead, node)
        if week and week["g"]:
            return _wider(atom, week, lead, Part(week["g"].lower(), node))
        return atom
    match = _PART_BEFORE.search(lead)
    if match is None or match["g"]:
        return atom
    word = next(match[key] for key in "abcdf" if match[key]).lower()
    part = _PARTS[word]
    return _wider(atom, match, lead, Part(part, node) if part else node)


def _early_clock(text: str, atom: Atom) -> Atom:
    return atom


def _wider(atom: Atom, match: re.Match[str], lead: str, node: Node) -> Atom:
    span = Span(atom.span.start - (len(lead) - match.start()), atom.span.end)
    return Atom(span, node, span)


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


def _shared_years(text: str, atoms: list[Atom]) -> list[Atom]:
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


def _range(text: str, left: Atom, gap: str, right: Atom) -> Atom | None:
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


def _bounded(text: str, atom: Atom) -> Atom:
    """Take in since, until, by, before, about; not before "Tuesday's vote"."""
    node, span = atom.node, atom.span
    if isinstance(node, Vague | Stretch | Anaphor) and not isinstance(node, Anaphor):
        return atom
    lead = text[max(0, span.start - 24) : span.start]
    onwards = _ONWARDS.match(text, span.end)
    if onwards and re.search(r"\bfrom[ ]{1,3}$", lead, re.IGNORECASE):
        return replace(atom, span=Span(span.start - 5, onwards.end()), node=Bounded("since", node))
    match = _BOUND_BEFORE.search(lead)
    if match is None:
        return atom
    kind = next(key for key in ("since", "until", "after", "about") if match[key])
    owned = text[span.end : span.end + 2] in {"'s", "’s"} or isinstance(node, Range)
    follows = re.match(
        r"[ ](?:vote|election|attack|war|trial|visit|trip|summit|talks|meeting|crisis|invasion|deadline)\b",
        text[span.end : span.end + 12],
    )
    if (owned or follows) and kind != "since":
        return atom
    whole = Span(span.start - (len(lead) - match.start()), span.end)
    return replace(atom, span=whole, node=Bounded(kind, node))  # type: ignore[arg-type]
