"""Puts the rules together: drafts of every unit, then parents, chains, venues, ids."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.continued import carry_on, cited_drafts
from secondsource.extract.attribution.cues import is_hypothetical, verb_cues
from secondsource.extract.attribution.drafts import Draft
from secondsource.extract.attribution.linking import link
from secondsource.extract.attribution.nominal import adverb_drafts, noun_drafts
from secondsource.extract.attribution.participles import gerund_draft, stated_drafts
from secondsource.extract.attribution.passive import passive_draft, quoted_drafts
from secondsource.extract.attribution.prepositional import as_drafts, headline_drafts, preposition_drafts
from secondsource.extract.attribution.refusals import is_refusal
from secondsource.extract.attribution.speakers import can_speak, widen
from secondsource.extract.attribution.tagging import tag
from secondsource.extract.attribution.tokens import Unit, units
from secondsource.extract.attribution.verbal import finite_draft
from secondsource.extract.attribution.withheld import silent_drafts
from secondsource.model import Attribution, Entity, Report, TimeExpression

__all__ = ["find_attributions"]


def find_attributions(
    report: Report, *, entities: Sequence[Entity] = (), times: Sequence[TimeExpression] = ()
) -> tuple[Attribution, ...]:
    """Return the attributions of ``report`` in order of the text; spans are of ``report.full_text``."""
    text = report.full_text
    drafts: list[Draft] = []
    found = units(text, body_start=report.body_start)
    for unit in found:
        drafts.extend(unit_drafts(unit))
    carry_on(found, drafts)
    return link(report, drafts, entities=entities, times=times)


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
        elif cue.form == "finite" and (cue.negated or not is_hypothetical(unit, cue)):
            found = finite_draft(unit, cue, cues, drafts)
        else:
            found = None
        if found is not None:
            drafts.append(found)
    drafts += preposition_drafts(unit, cues)
    drafts += quoted_drafts(unit, cues)
    drafts += silent_drafts(unit)
    drafts += stated_drafts(unit, drafts)
    drafts += headline_drafts(unit, drafts)
    taken = {draft.cue_index for draft in drafts if draft.rule != "forward"}
    quoting = [draft for draft in as_drafts(unit, cues) if draft.cue_index not in taken]
    drafts = [d for d in drafts if d.cue_index not in {q.cue_index for q in quoting}] + quoting
    drafts += cited_drafts(unit, drafts)
    begun = {piece.start for draft in drafts for piece in draft.content}
    drafts += [d for d in noun_drafts(unit, cues) if d.content[0].start not in begun]
    drafts += adverb_drafts(unit, cues)
    for draft in drafts:
        widen(draft)
    return [draft for draft in drafts if can_speak(draft) and not is_refusal(draft)]
