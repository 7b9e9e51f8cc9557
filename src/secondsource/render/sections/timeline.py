"""The timeline: what happened when, in resolved dates."""

from __future__ import annotations

from datetime import date

from secondsource.model import Section, TimelineEntry
from secondsource.render.evidence import claim_evidence
from secondsource.render.sections.lines import claims_of, line, section
from secondsource.render.view import StoryView
from secondsource.render.wording import quoted
from secondsource.text.times.edtf import earliest, is_valid

__all__ = ["timeline"]


def timeline(view: StoryView) -> Section:
    """Return the story's entries in order of time; those whose value cannot be read come last."""
    mine = [e for e in view.findings.timeline if e.story == view.story.id and claims_of(view, e.claims)]
    mine.sort(key=_key)
    lines = []
    for entry in mine:
        evidence = [claim_evidence(view.reading, claim) for claim in claims_of(view, entry.claims)]
        what = " ".join(entry.what.split())
        exact = any(what in " ".join(e.span.of(view.reading.text[e.report]).split()) for e in evidence)
        text = quoted(what) if exact else what
        lines.append(line(view, "timeline", "event", text, evidence, links=entry.claims, when=entry.edtf))
    return section("timeline", lines)


def _key(entry: TimelineEntry) -> tuple[date, date, str]:
    return earliest(entry.edtf) if is_valid(entry.edtf) else (date.max, date.max, entry.edtf)
