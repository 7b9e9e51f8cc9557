"""What rests on one origin, however many reports repeat it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from secondsource.model import Evidence, Line, Origin, Section, Span
from secondsource.render.evidence import attribution_evidence
from secondsource.render.sections.alone import alone
from secondsource.render.sections.lines import claims_of, line, section, told_alike, weight
from secondsource.render.sections.occasions import occasion_line, shared_occasions
from secondsource.render.sections.positions import position_line
from secondsource.render.view import StoryView
from secondsource.render.wording import count, kind_said, venue_said

__all__ = ["single"]


def single(view: StoryView) -> Section:
    """Return origins that several reports draw on, each before the points that rest on it; then the rest.

    The most repeated come first.
    """
    positions = [p for p in told_alike(view) if p.origins.high <= 1]
    positions.sort(key=lambda p: weight(view, claims_of(view, p.claims)))
    echoed: dict[str, list[Line]] = {}
    for position in positions:
        origins = [view.origin_of[c].id for c in position.claims if c in view.origin_of]
        made = position_line(view, position, "single", "echoed")
        echoed.setdefault(origins[0] if origins else position.group, []).append(made)
    blocks = []
    for origin in view.origins:
        mine = echoed.pop(origin.id, [])
        blocks.append([*_shared_lines(view, origin, mine), *mine])
    blocks += echoed.values()
    blocks = sorted((b for b in blocks if b), key=lambda b: (-_reports(b[0]), -len(b)))
    told = {claim for p in positions for claim in p.claims}
    return section("single", [*(each for block in blocks for each in block), *alone(view, told)])


def _reports(line: Line) -> int:
    return len({e.report for e in line.evidence})


def _shared_lines(view: StoryView, origin: Origin, echoed: Sequence[Line]) -> list[Line]:
    """Return lines for what several reports draw on: an interview, an article; then the origin as a whole.

    None where one echo says as much.
    """
    if origin.kind in ("unstated", "unnamed"):
        return []
    told = set(echoed[0].links) if len(echoed) == 1 else set()
    evidence = list(_origin_evidence(view, origin))
    reports = {e.report for e in evidence}
    if len(reports) < 2 or set(origin.claims) <= told:
        return []
    occasions = [occasion_line(view, shared) for shared in shared_occasions(view, origin)]
    covered = {(e.report, e.span) for each in occasions for e in each.evidence}
    if covered >= {(e.report, e.span) for e in evidence}:
        return occasions
    return [*occasions, _origin_line(view, origin, evidence, covered)]


def _origin_line(
    view: StoryView, origin: Origin, evidence: Sequence[Evidence], shown: Collection[tuple[str, Span]]
) -> Line:
    """Return the line of an origin; without the passages that the lines of its occasions have ``shown``."""
    reports = {e.report for e in evidence}
    rest = [e for e in evidence if (e.report, e.span) not in shown]
    where = [venue_said(o.venue, o.host, o.when) for o in origin.occasions if o.venue or o.host]
    venues = "; ".join(dict.fromkeys(where))
    text = f"{count(len(reports), 'report')} draw on one origin: {origin.name} ({kind_said(origin.kind)})"
    return line(
        view,
        "single",
        "shared",
        text + (f", {venues}" if venues else ""),
        rest,
        why="; ".join([*origin.reasons, *(["passages shown above are left out here"] if shown else [])]),
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
