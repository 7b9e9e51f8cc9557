"""What several reports tell alike, and what rests on one origin however many reports repeat it."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.model import Claim, Evidence, Line, Origin, Position, Section
from secondsource.render.evidence import attribution_evidence, claim_evidence
from secondsource.render.sections.lines import (
    about_said,
    best_claim,
    claims_of,
    coarsest,
    is_verbatim,
    line,
    section,
    told_alike,
    weight,
)
from secondsource.render.view import StoryView
from secondsource.render.wording import count, kind_said, quoted, venue_said

__all__ = ["agreed", "single"]


def agreed(view: StoryView) -> Section:
    """Return the positions that several reports tell and that may have several origins."""
    held = told_alike(view)
    several = [p for p in held if p.origins.high > 1]
    several.sort(key=lambda p: (weight(view, claims_of(view, p.claims)), -p.origins.low, -p.origins.high))
    echoed = len(held) - len(several)
    note = "" if several else "Nothing that several reports tell has more than one origin."
    if echoed:
        verb = "rests" if echoed == 1 else "rest"
        note += (
            f" {count(echoed, 'point')} told by several reports {verb} on one origin: see the next section."
        )
    return section("agreed", [_position_line(view, p, "agreed") for p in several], note.strip())


def single(view: StoryView) -> Section:
    """Return what rests on one origin: what several reports repeat first, then shared origins, then the rest."""
    echoed = [p for p in told_alike(view) if p.origins.high <= 1]
    echoed.sort(key=lambda p: weight(view, claims_of(view, p.claims)))
    told = {claim for p in echoed for claim in p.claims}
    lines = [_position_line(view, p, "echoed") for p in echoed]
    lines += [each for each in (_shared_line(view, o, told) for o in view.origins) if each]
    # The most repeated first; an origin before the points that rest on it.
    lines.sort(key=lambda each: (-len({e.report for e in each.evidence}), each.tag != "shared"))
    return section("single", [*lines, *_alone(view, told)])


def _about(view: StoryView, group: str) -> str:
    """What a position is about, unless its own words say so anyway."""
    found = next((g for g in view.groups if g.id == group), None)
    return about_said(view, found) if found and not is_verbatim(view, found) else ""


def _position_line(view: StoryView, position: Position, tag: str) -> Line:
    claims = claims_of(view, position.claims)
    evidence = [claim_evidence(view.reading, claim) for claim in claims]
    best = best_claim(view, coarsest(view, position))
    shown = next(e for e in evidence if e.link == best.id)
    kind = "agreed" if tag == "agreed" else "single"
    return line(
        view,
        "agreed" if kind == "agreed" else "single",
        tag,
        _about(view, position.group) + quoted(shown.span.of(view.reading.text[shown.report])),
        evidence,
        why=position.origins.why,
        origins=position.origins,
        links=[position.group, *position.claims, *position.origins.origins],
    )


def _shared_line(view: StoryView, origin: Origin, told: set[str]) -> Line | None:
    """Return a line for an origin that several reports draw on with more than what is told as echoed."""
    if origin.kind in ("unstated", "unnamed"):
        return None
    evidence = list(_origin_evidence(view, origin))
    reports = {e.report for e in evidence}
    if len(reports) < 2 or set(origin.claims) <= told:
        return None
    where = [venue_said(o.venue, o.host, o.when) for o in origin.occasions if o.venue or o.host]
    venues = "; ".join(dict.fromkeys(where))
    text = f"{count(len(reports), 'report')} draw on one origin: {origin.name} ({kind_said(origin.kind)})"
    return line(
        view,
        "single",
        "shared",
        text + (f", {venues}" if venues else ""),
        evidence,
        why="; ".join(origin.reasons),
        links=[origin.id, *origin.claims],
    )


def _origin_evidence(view: StoryView, origin: Origin) -> Iterator[Evidence]:
    """Yield what each report has from an origin, one piece an attribution, in order of the reports."""
    mine = {c.attribution for c in claims_of(view, origin.claims)}
    mine |= {a for occasion in origin.occasions for a in occasion.attributions}
    for attribution in view.attributions:
        if attribution.id in mine:
            found = attribution_evidence(view.reading, attribution)
            if found:
                yield found


def _alone(view: StoryView, told: set[str]) -> list[Line]:
    """Return claims of one report with a source, which no other report tells and none opposes."""
    compared = {c for g in view.groups for c in g.claims if len(view.reports_of(g.claims)) > 1}
    left = [
        claim
        for claim in view.claims
        if claim.id not in told and claim.id not in compared and _has_source(view, claim)
    ]
    left.sort(key=lambda c: (weight(view, [c]), view.order.get(c.report, 0), c.span))
    lines = []
    for claim in left:
        origin = view.origin_of.get(claim.id)
        evidence = claim_evidence(view.reading, claim)
        text = quoted(evidence.span.of(view.reading.text[claim.report]))
        links = [claim.id, *([origin.id] if origin else [])]
        lines.append(line(view, "single", "alone", text, [evidence], links=links))
    return lines


def _has_source(view: StoryView, claim: Claim) -> bool:
    attribution = view.attribution_of(claim)
    return bool(attribution and attribution.stance not in ("declines", "asks"))
