"""What a page shows of each line: sides, badges, origin trees and quotations with their links.

Both the HTML and the Markdown are written from these, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondsource.model import Brief, Evidence, Line, Origin, OriginCount, Reading, Section, Span, StoryBrief
from secondsource.render.evidence import chain_names, report_name, sentence_at
from secondsource.render.passages import anchor
from secondsource.render.sections.lines import SHOWN
from secondsource.render.view import StoryView
from secondsource.render.wording import (
    LINKS,
    RELATIONS,
    count,
    date_said,
    kind_said,
    origins_said,
    quoted,
    venue_said,
)

__all__ = ["Badge", "Branch", "PageLine", "PageSection", "Quote", "Side", "page_sections", "quote_of"]

# Words around a quotation that help to judge it; the link leads to all of them.
_CONTEXT = 140
_LONGEST = 640

_TAGS = {
    **RELATIONS,
    "agreed": "Told alike",
    "echoed": "Echo",
    "shared": "Shared origin",
    "alone": "One report",
    "denies": "Denial",
    "doubts": "Doubt",
    "speaker": "",
    "declines": "No answer",
    "changed": "Changed",
    "copied": "Copied",
    "event": "",
    "settle": "Settle",
    "ask": "Ask",
    "inferred": "Inferred",
    "maybe_same": "One or two?",
    "unnamed": "Unnamed",
    "unresolved": "Date",
    "no_date": "Date",
    "inferred_date": "Date",
    "no_outlet": "Outlet",
    "language": "Language",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """How many origins stand behind something: ``sure`` of them established, up to ``high``."""

    sure: int
    high: int
    said: str
    reports: str

    @property
    def weak(self) -> bool:
        """Whether it may rest on one origin."""
        return self.sure <= 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words with a little of their sentence around them, and where they stand.

    ``parts`` are the words in runs, each with whether it is the figure or date that decides.
    """

    report: str
    name: str
    date: str
    href: str
    chain: tuple[tuple[str, str], ...]
    label: str
    before: str
    parts: tuple[tuple[str, bool], ...]
    after: str
    note: str
    span: Span


@dataclass(frozen=True, slots=True)
class Side:
    """One version of a difference."""

    words: tuple[str, ...]
    badge: Badge | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """An origin with the reports that lead to it, each with the link of its passage."""

    name: str
    kind: str
    venues: str
    reports: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line as it is shown. ``layout`` is ``sides``, ``quotes`` or ``links``."""

    line: Line
    number: int
    word: str
    layout: str
    badge: Badge | None
    sides: tuple[Side, ...]
    tree: tuple[Branch, ...]
    quotes: tuple[Quote, ...]
    when: str


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section with the lines that are shown at once and those behind "more"."""

    section: Section
    anchor: str
    first: tuple[PageLine, ...]
    more: tuple[PageLine, ...]


def page_sections(brief: Brief, story: StoryBrief, place: int, start: int) -> list[PageSection]:
    """Return the sections of the story at ``place``; its first line has the number ``start``."""
    view = StoryView(brief.reading, brief.findings, story.story)
    sections = []
    for section in story.sections:
        lines = [_line(view, each, section, start + i) for i, each in enumerate(section.lines)]
        start += len(lines)
        shown = SHOWN[section.kind]
        # One line more is no reason to make the reader open a list.
        shown += len(lines) - shown == 1
        name = f"s{place}-{section.kind.replace('_', '-')}"
        sections.append(PageSection(section, name, tuple(lines[:shown]), tuple(lines[shown:])))
    return sections


def _line(view: StoryView, line: Line, section: Section, number: int) -> PageLine:
    quotes = [quote_of(view.reading, e) for e in line.evidence]
    sided = any(e.side for e in line.evidence)
    layout = "sides" if sided and section.kind in ("differs", "copied") else "quotes"
    if section.kind in ("timeline", "unestablished", "check_next"):
        layout = "links"
    return PageLine(
        line,
        number,
        _TAGS.get(line.tag, line.tag),
        layout,
        _badge(view, line.origins, [e.report for e in line.evidence]) if line.origins else None,
        tuple(_sides(view, line)) if layout == "sides" else (),
        tuple(_tree(view, line)) if section.kind in ("agreed", "single") else (),
        tuple(quotes),
        date_said(line.when) if line.when else "",
    )


def _badge(view: StoryView, origins: OriginCount, reports: Iterable[str]) -> Badge:
    return Badge(origins.low, origins.high, origins_said(origins), count(len(set(reports)), "report"))


def _sides(view: StoryView, line: Line) -> Iterator[Side]:
    group = next((g.id for g in view.groups if g.id in line.links), "")
    for side in sorted({e.side for e in line.evidence}):
        mine = [e for e in line.evidence if e.side == side]
        focus = [quoted(e.focus.of(view.reading.text[e.report]), 90) for e in mine if e.focus]
        origins = view.count_of(group, [e.link for e in mine if e.link])
        badge = _badge(view, origins, [e.report for e in mine]) if origins else None
        quotes = tuple(quote_of(view.reading, e) for e in mine)
        yield Side(tuple(list(dict.fromkeys(focus))[:2]), badge, quotes)


def _tree(view: StoryView, line: Line) -> Iterator[Branch]:
    """Yield the origins of a line with their reports, where several reports tell it."""
    if len({e.report for e in line.evidence}) < 2:
        return
    held: dict[str, list[Evidence]] = {}
    for e in line.evidence:
        origin = next((o for o in view.findings.origins if _belongs(view, o, e)), None)
        if origin:
            held.setdefault(origin.id, []).append(e)
    for ident, evidence in held.items():
        origin = view.origin[ident]
        venues = [venue_said(o.venue, o.host, o.when) for o in origin.occasions]
        reports = {e.report: f"#{_anchor(view.reading, e)}" for e in reversed(evidence)}
        order = sorted(reports, key=lambda r: view.order.get(r, 0))
        name = quoted(origin.name, 80) if origin.kind == "unnamed" else origin.name
        if origin.kind == "unstated":
            name = "no source given"
        yield Branch(
            name,
            kind_said(origin.kind),
            "; ".join(dict.fromkeys(v for v in venues if v)),
            tuple((report_name(view.reading, r), reports[r]) for r in order),
        )


def _belongs(view: StoryView, origin: Origin, evidence: Evidence) -> bool:
    if evidence.link in origin.claims:
        return True
    return any(evidence.link in occasion.attributions for occasion in origin.occasions)


def _anchor(reading: Reading, evidence: Evidence) -> str:
    place = next(i for i, r in enumerate(reading.reports, 1) if r.id == evidence.report)
    return anchor(place, evidence.span)


def quote_of(reading: Reading, evidence: Evidence) -> Quote:
    """Return what is shown of a piece of evidence."""
    text, span = reading.text[evidence.report], evidence.span
    whole = sentence_at(reading, evidence.report, span)
    report = reading.report[evidence.report]
    return Quote(
        evidence.report,
        report_name(reading, evidence.report),
        date_said(report.published_at[:10]) if report.published_at else "no date",
        f"#{_anchor(reading, evidence)}",
        _chain(reading, evidence),
        evidence.label,
        _cut_left(text[whole.start : span.start]),
        tuple(_parts(text, evidence)),
        _cut_right(text[span.end : whole.end]),
        evidence.note,
        span,
    )


def _chain(reading: Reading, evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """Return the links of the chain behind the report, each with how it passes the words on."""
    claim = reading.claim.get(evidence.link or "")
    attribution = reading.attribution.get((claim.attribution if claim else evidence.link) or "")
    if attribution is None:
        return ()
    names = chain_names(reading, attribution)
    kinds = [LINKS[k] for k in attribution.chain_kind] + [""] * len(names)
    return tuple(zip(names, kinds, strict=False))


def _parts(text: str, evidence: Evidence) -> Iterator[tuple[str, bool]]:
    span, focus = evidence.span, evidence.focus
    if len(span) > _LONGEST and focus is None:
        yield _cut_right(span.of(text), _LONGEST), False
    elif focus is None:
        yield span.of(text), False
    else:
        yield text[span.start : focus.start], False
        yield focus.of(text), True
        yield text[focus.end : span.end], False


def _cut_left(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    return "… " + text[-_CONTEXT:].partition(" ")[2]


def _cut_right(text: str, limit: int = _CONTEXT) -> str:
    if len(text) <= limit:
        return text
    return text[:limit].rpartition(" ")[0] + " …"
