"""A position of a group as a line."""

from __future__ import annotations

from secondsource.model import Line, Position, SectionKind
from secondsource.render.evidence import claim_evidence
from secondsource.render.sections.lines import about_said, best_claim, claims_of, coarsest, is_verbatim, line
from secondsource.render.view import StoryView
from secondsource.render.wording import quoted

__all__ = ["position_line"]


def _about(view: StoryView, group: str) -> str:
    """What a position is about, unless its own words say so anyway."""
    found = next((g for g in view.groups if g.id == group), None)
    return about_said(view, found) if found and not is_verbatim(view, found) else ""


def position_line(view: StoryView, position: Position, kind: SectionKind, tag: str) -> Line:
    """Return a position in the words of its coarsest claim, with one piece of evidence a claim."""
    claims = claims_of(view, position.claims)
    evidence = [claim_evidence(view.reading, claim) for claim in claims]
    best = best_claim(view, coarsest(view, position))
    shown = next(e for e in evidence if e.link == best.id)
    return line(
        view,
        kind,
        tag,
        _about(view, position.group) + quoted(shown.span.of(view.reading.text[shown.report])),
        evidence,
        why=position.origins.why,
        origins=position.origins,
        links=[position.group, *position.claims, *position.origins.origins],
    )
