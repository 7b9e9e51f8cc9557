"""One interview, article, briefing or statement that several reports draw on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.model import Attribution, Evidence, Line, Occasion, Origin
from secondsource.render.evidence import attribution_evidence, report_name
from secondsource.render.sections.lines import line
from secondsource.render.view import StoryView
from secondsource.render.wording import count, listed, venue_said

__all__ = ["SharedOccasion", "inferred_line", "occasion_line", "shared_occasions"]


@dataclass(frozen=True, slots=True)
class SharedOccasion:
    """An occasion with what several reports have from it.

    ``inferred`` are the reports that name its host or day only: that they mean this occasion is inferred.
    """

    origin: Origin
    occasion: Occasion
    attributions: tuple[Attribution, ...]
    inferred: tuple[str, ...]

    @property
    def said(self) -> str:
        """The occasion in words: ``interview with Radio Nord, 12 May 2031``."""
        return venue_said(self.occasion.venue, self.occasion.host, self.occasion.when)


def shared_occasions(view: StoryView, origin: Origin) -> Iterator[SharedOccasion]:
    """Yield the occasions of an origin that several reports draw on and that can be told from others."""
    spoken = {a.id: a for a in view.attributions}
    for occasion in origin.occasions:
        mine = tuple(spoken[a] for a in occasion.attributions if a in spoken)
        reports = dict.fromkeys(a.report for a in mine)
        if len(reports) < 2 or not occasion.venue or not (occasion.host or occasion.when):
            continue
        named = {a.report for a in mine if a.venue}
        yield SharedOccasion(origin, occasion, mine, tuple(r for r in reports if named and r not in named))


def occasion_line(view: StoryView, shared: SharedOccasion) -> Line:
    """Return a line that says how many reports draw on one occasion."""
    evidence = _evidence(view, shared)
    reports = len({e.report for e in evidence})
    return line(
        view,
        "single",
        "shared",
        f"{count(reports, 'report')} draw on one {shared.said}: {shared.origin.name}",
        evidence,
        why=_inference(view, shared),
        links=[
            shared.origin.id,
            *(c.id for c in view.claims if c.attribution in shared.occasion.attributions),
        ],
    )


def inferred_line(view: StoryView, shared: SharedOccasion) -> Line | None:
    """Return a line for "not established" where a report does not name the occasion; else null."""
    if not shared.inferred:
        return None
    evidence = _evidence(view, shared)
    text = f"Inferred, not stated: {_inference(view, shared)}"
    return line(view, "unestablished", "inferred", text, evidence, links=[shared.origin.id])


def _inference(view: StoryView, shared: SharedOccasion) -> str:
    if not shared.inferred:
        return ""
    names = listed([report_name(view.reading, r) for r in shared.inferred])
    verb = "does" if len(shared.inferred) == 1 else "do"
    venue = shared.occasion.venue
    return f"{names} {verb} not speak of the {venue} ({shared.origin.name}, {shared.said}); that it is the same one is inferred."


def _evidence(view: StoryView, shared: SharedOccasion) -> list[Evidence]:
    found = (attribution_evidence(view.reading, a) for a in shared.attributions)
    return [e for e in found if e]
