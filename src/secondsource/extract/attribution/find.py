"""Puts the rules together: drafts of every unit, then parents, chains, venues, ids."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.cues import verb_cues
from secondsource.extract.attribution.drafts import Draft
from secondsource.extract.attribution.others import (
    adverb_drafts,
    gerund_draft,
    noun_drafts,
    passive_draft,
    preposition_drafts,
)
from secondsource.extract.attribution.tagging import tag
from secondsource.extract.attribution.tokens import Unit, units
from secondsource.extract.attribution.verbal import finite_draft
from secondsource.model import Attribution, Entity, Kind, Report, Span, TimeExpression, content_id

__all__ = ["find_attributions"]


def find_attributions(
    report: Report, *, entities: Sequence[Entity] = (), times: Sequence[TimeExpression] = ()
) -> tuple[Attribution, ...]:
    """Return the attributions of ``report`` in order of the text; spans are of ``report.full_text``."""
    text = report.full_text
    drafts: list[Draft] = []
    for unit in units(text, body_start=report.body_start):
        drafts.extend(unit_drafts(unit))
    drafts.sort(key=lambda d: (d.cue.start, d.cue.end))
    return tuple(_finished(report, text, draft) for draft in drafts)


def unit_drafts(unit: Unit) -> list[Draft]:
    """Return the drafts of one unit."""
    tag(unit)
    cues = verb_cues(unit)
    drafts: list[Draft] = []
    for cue in cues:
        if cue.passive:
            found = passive_draft(unit, cue, cues)
        elif cue.form == "gerund":
            found = gerund_draft(unit, cue, cues, drafts)
        elif cue.form == "finite":
            found = finite_draft(unit, cue, cues, drafts)
        else:
            found = None
        if found is not None:
            drafts.append(found)
    drafts += preposition_drafts(unit, cues)
    drafts += noun_drafts(unit, cues)
    drafts += adverb_drafts(unit, cues)
    return drafts


def _finished(report: Report, text: str, draft: Draft) -> Attribution:
    return Attribution(
        id=content_id("a", report.id, draft.cue.start, draft.cue.end),
        report=report.id,
        source=draft.source,
        cue=draft.cue,
        content=tuple(draft.content),
        kind=_kind(draft),
        stance=draft.stance,
        source_type="unstated" if draft.source is None else "named",
        score=draft.score,
    )


def _kind(draft: Draft) -> Kind:
    quotes = [t.span for t in draft.unit.tokens if t.tag == "QUO"]
    whole = [any(q.contains(piece) for q in quotes) for piece in draft.content]
    if whole and all(whole):
        return "direct"
    return "mixed" if any(Span.overlaps(q, piece) for q in quotes for piece in draft.content) else "indirect"
