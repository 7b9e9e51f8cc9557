"""What a page shows of each line: sides, badges, origin trees and quotations with their links.

Both the HTML and the Markdown are written from these, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model import Brief, Evidence, Line, Section, StoryBrief
from secondsource.render.cards import Badge, Row, Side, badge_of, quote_in, rows_of, sides_of
from secondsource.render.evidence import quoted_if_exact, report_name
from secondsource.render.quotation import Quote, link_of
from secondsource.render.sections.lines import SHOWN, about_said
from secondsource.render.view import StoryView
from secondsource.render.wording import (
    RELATIONS,
    date_said,
    kind_said,
    venue_said,
)

__all__ = ["Branch", "PageLine", "PageSection", "page_sections"]

# So many quotations stand open below an agreed point; more are folded.
_UNFOLDED = 3

_TAGS: dict[str, str] = {
    **{str(relation): word for relation, word in RELATIONS.items()},
    "agreed": "",
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
    "settle": "",
    "ask": "",
    "inferred": "Inferred",
    "open": "Open",
    "maybe_same": "One or two?",
    "unnamed": "Unnamed",
    "unresolved": "Date",
    "no_date": "Date",
    "inferred_date": "Date",
    "no_outlet": "Outlet",
    "language": "Language",
}


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
    heading: str
    layout: str
    badge: Badge | None
    sides: tuple[Side, ...]
    rows: tuple[Row, ...]
    tree: tuple[Branch, ...]
    unfolded: bool
    quotes: tuple[Quote, ...]
    when: str

    @property
    def sources(self) -> list[tuple[str, list[str]]]:
        """Each report once, with the links of all its passages."""
        found: dict[str, list[str]] = {}
        for quote in self.quotes:
            found.setdefault(quote.name, []).append(quote.href)
        return list(found.items())


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section with the lines that are shown at once, those behind "more", and those behind "earlier"."""

    section: Section
    anchor: str
    first: tuple[PageLine, ...]
    more: tuple[PageLine, ...]
    before: tuple[PageLine, ...] = ()


def page_sections(brief: Brief, story: StoryBrief, place: int, start: int) -> list[PageSection]:
    """Return the sections of the story at ``place``; its first line has the number ``start``."""
    view = StoryView(brief.reading, brief.findings, story.story)
    sections = []
    for section in story.sections:
        shared = {link for each in section.lines if each.tag == "shared" for link in each.links}
        lines = [_line(view, each, section, start + i, shared) for i, each in enumerate(section.lines)]
        start += len(lines)
        shown = SHOWN[section.kind]
        # One line more is no reason to make the reader open a list.
        shown += len(lines) - shown == 1
        name = f"s{place}-{section.kind.replace('_', '-')}"
        # A timeline is read from its end: what is folded is the beginning, and stays in front.
        late = max(0, len(lines) - shown) if section.kind == "timeline" else 0
        before, first, after = lines[:late], lines[late : late + shown], lines[late + shown :]
        sections.append(PageSection(section, name, tuple(first), tuple(after), tuple(before)))
    return sections


def _line(view: StoryView, line: Line, section: Section, number: int, shared: set[str]) -> PageLine:
    """Return what is shown of a line; ``shared`` are the origins and claims that a line above shows."""
    quotes = [quote_in(view, e) for e in line.evidence]
    sided = any(e.side for e in line.evidence)
    layout = "sides" if sided and section.kind in ("differs", "copied") else "quotes"
    below = line.tag == "echoed" and bool(shared.intersection(line.links))
    if below or section.kind in ("timeline", "unestablished", "check_next"):
        layout = "links"
    sides = tuple(sides_of(view, line)) if layout == "sides" else ()
    return PageLine(
        line,
        number,
        _TAGS.get(line.tag, line.tag),
        _heading(view, line, sides),
        layout,
        badge_of(line.origins, [e.report for e in line.evidence]) if line.origins else None,
        sides,
        tuple(rows_of(view, line)) if section.kind == "differs" else (),
        tuple(_tree(view, line)) if section.kind in ("agreed", "single") and not below else (),
        section.kind == "agreed" and len(quotes) <= _UNFOLDED,
        tuple(quotes),
        date_said(line.when) if line.when else "",
    )


def _heading(view: StoryView, line: Line, sides: Sequence[Side]) -> str:
    """What a difference is about, or who speaks, where the quotations say the rest; else the line itself."""
    if line.tag == "alone":
        return ""
    if line.tag == "shared":
        return line.text.partition(": ")[0]
    if line.tag in ("denies", "doubts", "declines") and not sides:
        return line.text.partition(": “")[0]
    group = next((g for g in view.groups if g.id in line.links), None)
    about = about_said(view, group).removesuffix(": ") if group else ""
    telling = all(side.words or side.role or side.letter for side in sides)
    return about if sides and about and telling else line.text


def _tree(view: StoryView, line: Line) -> Iterator[Branch]:
    """Yield the origins of a line with their reports, where several reports tell it."""
    if len({e.report for e in line.evidence}) < 2:
        return
    held: dict[str, list[Evidence]] = {}
    for e in line.evidence:
        origin = view.origin_behind.get(e.link or "")
        if origin:
            held.setdefault(origin.id, []).append(e)
    for ident, evidence in held.items():
        origin = view.origin[ident]
        mine = {_spoken(view, e) for e in evidence}
        occasions = [o for o in origin.occasions if mine.intersection(o.attributions)]
        venues = [venue_said(o.venue, o.host, o.when) for o in occasions]
        reports = {e.report: link_of(view.reading, e) for e in reversed(evidence)}
        order = sorted(reports, key=lambda r: view.order.get(r, 0))
        unstated = origin.kind == "unstated"
        name = quoted_if_exact(view.reading, origin.name) if origin.kind == "unnamed" else origin.name
        yield Branch(
            "no source given" if unstated else name,
            "" if unstated else kind_said(origin.kind),
            "" if unstated else "; ".join(dict.fromkeys(v for v in venues if v)),
            tuple((report_name(view.reading, r), reports[r]) for r in order),
        )


def _spoken(view: StoryView, evidence: Evidence) -> str | None:
    """The attribution that a piece of evidence comes from."""
    claim = view.reading.claim.get(evidence.link or "")
    return claim.attribution if claim else evidence.link
