"""One voice per claim: who the report names as furthest upstream, or that it names no one."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Attribution, Claim, Reading, Report, Story
from secondsource.text.names import country_in_key, same_name
from secondsource.trace.speakers import Speakers
from secondsource.trace.voice import Voice, unstated

__all__ = ["voices_of"]

# Words that a company or office adds to its name where it publishes itself.
_PRESS = (
    "newsroom",
    "press office",
    "press service",
    "press release",
    "media centre",
    "media center",
    "communications",
)


def voices_of(reading: Reading, claims: Sequence[Claim], stories: Sequence[Story]) -> dict[str, Voice]:
    """Return the voice of each claim, from its innermost attribution or from the report's own."""
    by_attribution: dict[str, Voice] = {}
    together = {r: frozenset(story.reports) for story in stories for r in story.reports}
    for extraction in reading.extractions:
        speakers = Speakers(reading, extraction.report, together.get(extraction.report, frozenset()))
        for attribution in sorted(extraction.attributions, key=_place):
            by_attribution[attribution.id] = speakers.voice(attribution)
    own = {report.id: _own(reading, report) for report in reading.reports}
    found = {}
    for claim in claims:
        said = by_attribution.get(claim.attribution or "")
        if said is None:
            report = reading.report[claim.report]
            told = _telling_subject(reading, claim)
            said = _witness(report) if claim.voice == "witnessed" else told or own[claim.report]
        found[claim.id] = said
    return found


def _place(attribution: Attribution) -> tuple[int, str]:
    spans = [*attribution.content, *(s for s in (attribution.source, attribution.cue) if s)]
    return (min((s.start for s in spans), default=0), attribution.id)


# "The register lists 12 ships", "the board's file gives 61 percent": the subject tells, no cue needed.
_TELLING = frozenset(
    "give list name count record register note show estimate reckon tally document put".split()
)


def _telling_subject(reading: Reading, claim: Claim) -> Voice | None:
    """The body whose file, count or register a claim with a figure reports in the outlet's own words."""
    if claim.predicate not in _TELLING or not any(v in reading.quantity for v in claim.values):
        return None
    named = [reading.entity[a] for a in claim.actors if a in reading.entity]
    bodies = [e for e in named if e.type == "organisation"]
    if len(bodies) != 1:
        return None
    (body,) = bodies
    code = country_in_key(body.key)
    return Voice(f"entity:{body.id}", body.name, "institution", body.id, (code,) if code else ())


def _witness(report: Report) -> Voice:
    name = report.outlet or report.label
    return Voice(f"outlet:{(report.publisher or name).lower()}", name, "outlet")


def _own(reading: Reading, report: Report) -> Voice:
    """The report's own voice: its owner's where it speaks for itself, or none that is stated."""
    for entity in reading.entities:
        if entity.type == "organisation" and _press_of(report.outlet or "", entity.name):
            why = f"{report.outlet} publishes for {entity.name}"
            return Voice(f"entity:{entity.id}", entity.name, "institution", entity.id, reason=why)
    return unstated(report)


def _press_of(outlet: str, name: str) -> bool:
    low = outlet.lower()
    ending = next((p for p in _PRESS if low.endswith(p)), None)
    owner = outlet[: -len(ending)].strip() if ending else ""
    return bool(owner) and same_name(owner, name) and not same_name(outlet, name)
