"""`find_times`: scan, join, resolve."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import dataclass
from datetime import date

from secondsource.model import Span
from secondsource.text.sentences import sentences
from secondsource.text.times.anchors import Found, Unresolved
from secondsource.text.times.combine import combine
from secondsource.text.times.edtf import bounds, grain_of
from secondsource.text.times.grammar_anaphora import ANAPHORA
from secondsource.text.times.grammar_clock import CLOCK
from secondsource.text.times.grammar_dates import DATES
from secondsource.text.times.grammar_parts import PARTS
from secondsource.text.times.grammar_relative import RELATIVE
from secondsource.text.times.grammar_years import YEARS
from secondsource.text.times.nodes import (
    Atom,
    Node,
    Vague,
)
from secondsource.text.times.resolve import resolve
from secondsource.text.times.rules import DIGITS
from secondsource.text.times.scene import Scene
from secondsource.text.times.tense import Tenses
from secondsource.text.times.traits import compares, dated, event_of, is_season, unresolved_grain
from secondsource.text.words import classes

__all__ = ["FoundTime", "find_times"]


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time in a text.

    Attributes:
        span: The phrase with since, until, by, before, about, which change its value; without on, in, at.
        edtf: Its value, or null; then ``reason`` says why.
        grain: ``time``, ``day``, ``month``, ``year``, ``decade``, ``interval``, or ``vague``.
        anchor: EDTF of what a relative phrase was counted from, or null for an absolute one.
        zone_known: False where a day or clock time may be the neighbouring day's in another zone.
        reason: Null, or why ``edtf`` is null or less certain.
        core: The phrase without since, until, by, before, about.
        ends: The two times of a range ("between August 2023 and February 2024"), or null.
        base: Value of ``core``: the day itself where ``edtf`` is everything until it.
    """

    span: Span
    edtf: str | None
    grain: str
    anchor: str | None
    zone_known: bool
    reason: str | None
    core: Span
    ends: tuple[Span, Span] | None = None
    base: str | None = None


_START = re.compile(r"(?<![^\W_])(?:[A-Za-z]+|\d+|['’](?=\d0s))")
_BOOKS = (DATES, CLOCK, YEARS, RELATIVE, ANAPHORA, PARTS)
_STARTS = frozenset[str]().union(*(book.starts for book in _BOOKS))
_EAST = re.compile(r"local[ ]time|^early\b|\bdawn\b|early[ ]hours", re.IGNORECASE)


def find_times(
    text: str,
    *,
    published: str | None,
    dateline: str | None = None,
    zone_known: bool = False,
    vague: bool = False,
) -> list[FoundTime]:
    """Return the times of ``text`` in order, without overlaps.

    Args:
        text: A report's full text.
        published: Day or instant of publication (ISO 8601), in the outlet's zone; null if unknown.
        dateline: "KESTREL, June 18" as the text has it; its day is then what relative times count from.
        zone_known: Whether the zone of the publication is the zone of the events.
        vague: Also return words for no definite time ("now", "recently"), unresolved.

    Returns:
        Durations ("for two days") and repeated times ("every night") are not in it.
    """
    day = _anchor_day(published, dateline)
    listed = sentences(text)
    return _Reading(text, day, listed, zone_known).run(combine(text, scan(text)), vague)


def scan(text: str) -> list[Atom]:
    """Return the longest phrase of the grammar at each place, left to right."""
    atoms: list[Atom] = []
    at = 0
    for start in _START.finditer(text):
        if start.start() < at:
            continue
        word = start.group()
        key = DIGITS if word[0].isdigit() else "'" if word[0] in "'’" else word.lower()
        if key not in _STARTS:
            continue
        best: tuple[int, Node] | None = None
        for book in _BOOKS:
            found = book.longest(text, start.start(), key)
            if found and (best is None or found[0] > best[0]):
                best = found
        if best:
            at = best[0]
            span = Span(start.start(), at)
            atoms.append(Atom(span, best[1], span))
    return atoms


def _anchor_day(published: str | None, dateline: str | None) -> date | None:
    """The day to count from: the dateline's where it has one near the publication, else the publication's."""
    if published is None:
        return None
    try:
        day = bounds(published[:10])[0]
    except ValueError:
        return None
    if dateline is None or day is None:
        return day
    found = [t for t in find_times(dateline, published=published) if t.edtf and t.grain == "day"]
    if len(found) != 1:
        return day
    told = bounds(found[0].edtf or "")[0]
    return told if told and abs((told - day).days) <= 31 else day


class _Reading:
    """Resolves the phrases of one text in order, then those that count from an event told later."""

    def __init__(self, text: str, day: date | None, listed: list[Span], zone_known: bool) -> None:
        self.text, self.day, self.sentences, self.zone_known = text, day, listed, zone_known
        self.starts = [s.start for s in listed]
        self.tenses = Tenses(text)
        self.found: list[Found] = []

    def run(self, atoms: list[Atom], vague: bool) -> list[FoundTime]:
        times: list[FoundTime | None] = []
        late: list[tuple[int, Atom]] = []
        for atom in _events_whole(self.text, atoms):
            if isinstance(atom.node, Vague) and not (vague or atom.node.shown):
                continue
            if event_of(atom.node):
                late.append((len(times), atom))
                times.append(None)
            else:
                times.append(self.resolved(atom))
        for at, atom in late:
            times[at] = self.resolved(atom)
        kept = [t for t in times if t and t.reason != "duration"]
        return _without_inner(kept)

    def resolved(self, atom: Atom) -> FoundTime | None:
        scene = self.scene(atom)
        try:
            edtf: str | None = resolve(atom.node, scene)
            reason = "; ".join(dict.fromkeys(scene.notes)) or None
        except Unresolved as why:
            edtf, reason = None, str(why)
        grain = (
            "vague"
            if isinstance(atom.node, Vague)
            else grain_of(edtf)
            if edtf
            else unresolved_grain(atom.node)
        )
        if edtf:
            # Antecedents are looked for backwards, so they have to stay in order of the text.
            marks = is_season(atom.node), compares(atom.node), dated(atom.node)
            insort(self.found, Found(atom.span, edtf, scene.sentence, *marks), key=lambda f: f.span.start)
        known = self.zone_known or grain in {"month", "year", "decade"} or bool(edtf and _zoned(edtf))
        anchor = scene.anchors[0] if scene.anchors and edtf else None
        return FoundTime(
            atom.span, edtf, grain, anchor, known, reason, atom.core, atom.ends, scene.base or edtf
        )

    def scene(self, atom: Atom) -> Scene:
        number = max(0, bisect_right(self.starts, atom.span.start) - 1)
        sentence = self.sentences[number] if self.sentences else Span(0, len(self.text))
        before = [f for f in self.found[-40:] if f.span.end <= atom.span.start]
        bound = self.text[atom.span.start : atom.core.start].strip().lower()
        inner = event_of(atom.node) is not None
        return Scene(
            self.text,
            self.sentences,
            atom.span,
            self.day,
            lambda: self.tenses.direction(sentence, atom.core, bound),
            self.found if inner else before,
            number,
            bool(_EAST.search(atom.span.of(self.text))),
        )


def _zoned(edtf: str) -> bool:
    return "T" in edtf and edtf[-6] in "+-"


# "the vote", "Kim's visit": as much of the event as can be told without a parser.
_NOUN = re.compile(
    r"[ ]{1,3}(?:to[ ])?(?:the|a|an|his|her|its|their|[A-Z][\w-]*['’]s?)[ ](?P<noun>[a-z][\w-]+)"
)


def _events_whole(text: str, atoms: list[Atom]) -> list[Atom]:
    """Stretch "two months after" over the event that it names, up to a time that dates the event."""
    out: list[Atom] = []
    for at, atom in enumerate(atoms):
        event = event_of(atom.node)
        if event is not None:
            start = text.find(event, atom.span.end)
            end = start + len(event)
            inner = [a for a in atoms[at + 1 : at + 4] if start <= a.span.start and a.span.end <= end]
            if inner:
                whole = Span(atom.span.start, inner[0].span.end)
                out.append(Atom(whole, atom.node, whole))
                continue
            noun = _NOUN.match(text, atom.span.end)
            if noun and "ADJ" not in classes(noun["noun"]):
                whole = Span(atom.span.start, noun.end())
                out.append(Atom(whole, atom.node, atom.core))
                continue
        out.append(atom)
    return out


def _without_inner(times: list[FoundTime]) -> list[FoundTime]:
    """Drop the times that stand inside a longer one that is resolved."""
    kept: list[FoundTime] = []
    for time in sorted(times, key=lambda t: (t.span.start, -t.span.end)):
        if kept and time.span.start < kept[-1].span.end:
            if kept[-1].edtf is not None or time.edtf is None:
                continue
            kept.pop()  # the longer one is unresolved, the one inside it is not
        kept.append(time)
    return kept
