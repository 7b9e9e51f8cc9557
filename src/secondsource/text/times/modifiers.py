"""What stands before and behind a time: early, late, the end of, at night, the week of."""

from __future__ import annotations

import re

from secondsource.model import Span
from secondsource.text.times.edtf import grain_of
from secondsource.text.times.lexicon import PARTS_OF_DAY, SPACE
from secondsource.text.times.nodes import (
    Anaphor,
    Atom,
    Clock,
    Day,
    Fixed,
    Holiday,
    Node,
    Offset,
    Part,
    Shifted,
    Stretch,
    Vague,
    Weekday,
)

__all__ = ["is_day", "modified", "part_of_day", "unjoined"]


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


def unjoined(node: Node) -> bool:
    """Whether the phrase waited for one that did not come: "the three months to", "the first week of"."""
    return isinstance(node, Stretch | Part) and isinstance(node.base, Vague)


_DAY_PART = re.compile(
    rf"(?:[’']s)?,?{SPACE}(?:(?:in{SPACE}the|at|around){SPACE})?(?:(?:early|late|mid)[ -])?(?:{PARTS_OF_DAY})\b(?:{SPACE}local{SPACE}time\b)?"
    rf"|{SPACE}local{SPACE}time\b|,?{SPACE}in{SPACE}the{SPACE}early{SPACE}hours\b"
)


_NIGHT_OF = re.compile(
    rf"(?:(?:(?:just|shortly|soon){SPACE})?(?:before|after|around|at){SPACE}(?=dawn|dusk|sun|day|lunch|midn))?"
    rf"(?:the{SPACE})?(?P<p>morning|afternoon|evening|night|eve|early{SPACE}hours|dawn|dusk|sunrise|sunset|daybreak|lunchtime|lunch){SPACE}(?:of|on){SPACE}(?:the{SPACE})?$",
    re.IGNORECASE,
)


_SOON = re.compile(rf"(?P<p>early|late|later|earlier|mid){SPACE}(?:on{SPACE})?$", re.IGNORECASE)


def part_of_day(text: str, atom: Atom) -> Atom:
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


def modified(text: str, atom: Atom) -> Atom:
    """Take in what stands before: early, mid, late, the end of, the night of, the week of."""
    at, node = atom.span.start, atom.node
    if isinstance(node, Vague | Clock) or unjoined(node):
        return atom
    lead = text[max(0, at - 48) : at]
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


def _wider(atom: Atom, match: re.Match[str], lead: str, node: Node) -> Atom:
    span = Span(atom.span.start - (len(lead) - match.start()), atom.span.end)
    return Atom(span, node, span)
