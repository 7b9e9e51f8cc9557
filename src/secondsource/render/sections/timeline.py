"""The timeline: what happened when, in resolved dates."""

from __future__ import annotations

from datetime import date

from secondsource.model import Evidence, Section, TimelineEntry
from secondsource.render.evidence import claim_evidence, sentence_at
from secondsource.render.fragments import hangs_on
from secondsource.render.sections.lines import claims_of, line, section
from secondsource.render.view import StoryView
from secondsource.render.wording import quoted
from secondsource.text.times.edtf import earliest, is_valid

__all__ = ["timeline"]

_LONGEST = 200


def timeline(view: StoryView) -> Section:
    """Return the story's entries in order of time; those whose value cannot be read come last."""
    mine = [e for e in view.findings.timeline if e.story == view.story.id and claims_of(view, e.claims)]
    mine.sort(key=_key)
    lines = []
    for entry in mine:
        evidence = [claim_evidence(view.reading, claim) for claim in claims_of(view, entry.claims)]
        what = " ".join(entry.what.split())
        exact = next((e for e in evidence if what in " ".join(e.span.of(_text(view, e)).split())), None)
        text = quoted(_whole(view, exact)) if exact else what
        lines.append(line(view, "timeline", "event", text, evidence, links=entry.claims, when=entry.edtf))
    return section("timeline", lines)


def _text(view: StoryView, evidence: Evidence) -> str:
    return view.reading.text[evidence.report]


def _whole(view: StoryView, evidence: Evidence) -> str:
    """Return the words shown; those of a clause that hangs on another with the sentence before it."""
    text, span = _text(view, evidence), evidence.span
    start = sentence_at(view.reading, evidence.report, span).start
    short = span.end - start <= _LONGEST
    return text[start if short and hangs_on(text, span) else span.start : span.end]


def _key(entry: TimelineEntry) -> tuple[date, date, str]:
    return earliest(entry.edtf) if is_valid(entry.edtf) else (date.max, date.max, entry.edtf)
