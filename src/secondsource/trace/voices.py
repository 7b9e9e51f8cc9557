"""One voice per claim: who the report names as furthest upstream, or that it names no one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from secondsource.model import Attribution, Claim, Entity, Reading, Report, Story
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
    speaking = _speaking_bodies(reading)
    own = {report.id: _own(reading, report, speaking) for report in reading.reports}
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


def _own(reading: Reading, report: Report, speaking: Mapping[str, set[str]]) -> Voice:
    """The report's own voice: its owner's where it speaks for itself, or none that is stated."""
    for entity in reading.entities:
        if entity.type == "organisation" and _press_of(report.outlet or "", entity.name):
            why = f"{report.outlet} publishes for {entity.name}"
            return Voice(f"entity:{entity.id}", entity.name, "institution", entity.id, reason=why)
    body = _speaks_elsewhere(reading, report, speaking)
    if body is not None:
        why = f"{report.label} is {body.name}’s own publication: other reports quote it"
        return Voice(f"entity:{body.id}", body.name, "institution", body.id, reason=why)
    return unstated(report)


# Words in the names of outlets; who bears none and is quoted elsewhere publishes about itself.
_MEDIA = re.compile(
    r"(?i)(?:\w+(?:wire|press|news)\b)|\b(?:news\w*|press\w*|wire|agency|agencia|radio|tv|television|channel|post|times|herald|journal|gazette|daily|"
    r"weekly|mail|express|tribune|courier|observer|chronicle|sentinel|standard|mirror|sun|star|globe|echo|ledger|review|"
    r"magazine|media|online|report\w*|bulletin|monitor|blog|live|zeitung|presse|prensa|diario|giornale|broadcast\w*)\b"
)


def _speaking_bodies(reading: Reading) -> dict[str, set[str]]:
    """Id of each organisation that speaks in a report, itself or through a person, to those reports."""
    found: dict[str, set[str]] = {}
    for extraction in reading.extractions:
        for attribution in extraction.attributions:
            speaker = reading.entity.get(attribution.speaker or "")
            body = reading.entity.get(speaker.speaks_for or "", speaker) if speaker else None
            if body is not None and body.type == "organisation":
                found.setdefault(body.id, set()).add(extraction.report)
    return found


def _speaks_elsewhere(reading: Reading, report: Report, speaking: Mapping[str, set[str]]) -> Entity | None:
    """The body that the outlet is, where another report has it speak: a press release, a party's or agency's page."""
    outlet = report.outlet or ""
    if not outlet or _MEDIA.search(outlet):
        return None
    for key, reports in speaking.items():
        if reports - {report.id} and same_name(outlet, reading.entity[key].name):
            return (
                None
                if _relays(reading, outlet) or _lets_others_speak(reading, report, key)
                else reading.entity[key]
            )
    return None


def _relays(reading: Reading, outlet: str) -> bool:
    """Whether a report has words through the outlet: then it is one, whatever it is called."""
    return any(
        kind in ("relays", "quotes", "interviews", "cites") and name is not None and same_name(outlet, name)
        for extraction in reading.extractions
        for attribution in extraction.attributions
        for name, kind in zip(attribution.chain[1:], attribution.chain_kind[1:], strict=False)
    )


def _lets_others_speak(reading: Reading, report: Report, body: str) -> bool:
    """Whether most speakers of a report speak for others than ``body``: that is news, no release."""
    extraction = reading.extraction.get(report.id)
    own = others = 0
    for attribution in extraction.attributions if extraction else ():
        speaker = reading.entity.get(attribution.speaker or "")
        if speaker is not None and body in (speaker.id, speaker.speaks_for):
            own += 1
        elif speaker is not None:
            others += 1
    return others > 2 * own + 2


def _press_of(outlet: str, name: str) -> bool:
    low = outlet.lower()
    ending = next((p for p in _PRESS if low.endswith(p)), None)
    owner = outlet[: -len(ending)].strip() if ending else ""
    return bool(owner) and same_name(owner, name) and not same_name(outlet, name)
