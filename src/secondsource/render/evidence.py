"""Evidence: exact words with the chain they came through and the values read from them."""

from __future__ import annotations

from functools import lru_cache

from secondsource.model import Attribution, Claim, Evidence, Quantity, Reading, Report, Span, TimeExpression
from secondsource.render.fragments import with_verb
from secondsource.render.wording import (
    STANCES,
    date_said,
    number,
    quantity_said,
    quoted,
    time_said,
    venue_said,
)
from secondsource.text.sentences import sentences

__all__ = [
    "attribution_evidence",
    "attribution_span",
    "chain_label",
    "chain_names",
    "claim_evidence",
    "claim_label",
    "quoted_if_exact",
    "report_evidence",
    "report_name",
    "sentence_at",
    "speaker_name",
    "with_role",
]

_MODALITY = {"planned": "planned", "possible": "possible", "conditional": "conditional"}
_LONGEST_REFUSAL = 320
_LONGEST_NAME = 20
# Claims of these stances say nothing without their cue: "the pumps failed" is no fair quotation of a denial.
_SMALL = 12
_WITH_CUE = frozenset({"denies", "doubts", "declines"})


def report_name(reading: Reading, report: str) -> str:
    """Return what the page calls a report: its outlet, else its input; with its day where two share a name."""
    label = _short(reading.report[report])
    same = _namesakes(reading.reports)[label]
    if len(same) == 1:
        return label
    days = [(r.published_at or "")[:10] for r in same]
    place = next(i for i, r in enumerate(same) if r.id == report)
    apart = len(set(days)) == len(days) and all(days)
    return f"{label} ({date_said(days[place]) if apart else place + 1})"


_kept: list[tuple[tuple[Report, ...], dict[str, list[Report]]]] = []


def _namesakes(reports: tuple[Report, ...]) -> dict[str, list[Report]]:
    """Reports by label; kept for the tuple that was asked for last, known by identity (to hash it is slow)."""
    for held, by_label in tuple(_kept):
        if held is reports:
            return by_label
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(_short(report), []).append(report)
    _kept[:] = [(reports, found)]
    return found


def _short(report: Report) -> str:
    """The outlet; without one the name of the input, cut where it is longer than a reader can hold."""
    if report.outlet:
        return report.outlet
    name = report.provenance.name
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 6]}…"


def sentence_at(reading: Reading, report: str, span: Span) -> Span:
    """Return the sentences that ``span`` stands in, from the first to the last."""
    found = reading.extraction.get(report)
    known = found.sentences if found and found.sentences else _sentences(reading.text[report])
    held = [s for s in known if s.overlaps(span)]
    return Span.hull([*held, span])


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    """Sentences of a text whose extraction has none (a gold story)."""
    return tuple(sentences(text))


def speaker_name(reading: Reading, attribution: Attribution) -> str:
    """Return the speaker's full name, else the source's exact words, else that none is given."""
    if attribution.speaker and attribution.speaker in reading.entity:
        return reading.entity[attribution.speaker].name
    # An extractor may know who "he" is without an entity for it.
    if len(attribution.chain) > 1 and attribution.chain[-1]:
        return attribution.chain[-1]
    if attribution.source:
        return attribution.source.of(reading.text[attribution.report])
    return "no source given"


def with_role(reading: Reading, attribution: Attribution) -> str:
    """Return the name of the person who speaks with the role that the texts give; empty for no known person."""
    entity = reading.entity.get(attribution.speaker) if attribution.speaker else None
    if entity is None or entity.type != "person":
        return ""
    role = " ".join((entity.role or "").split())
    return f"{entity.name}, {role}" if role and role.lower() not in entity.name.lower() else entity.name


def quoted_if_exact(reading: Reading, name: str) -> str:
    """Return a name in quotation marks where a report has these very words, else as it is."""
    flat = " ".join(name.split())
    return quoted(flat, 80) if any(flat in _flat(text) for text in reading.text.values()) else flat


@lru_cache(maxsize=1024)
def _flat(text: str) -> str:
    return " ".join(text.split())


def chain_names(reading: Reading, attribution: Attribution) -> list[str]:
    """Return the names of a chain, from the report to the speaker."""
    first = report_name(reading, attribution.report)
    if len(attribution.chain) < 2:
        return [first, speaker_name(reading, attribution)]
    names = [first]
    for i, name in enumerate(attribution.chain[1:], 1):
        span = attribution.chain_text[i] if i < len(attribution.chain_text) else None
        words = span.of(reading.text[attribution.report]) if span else None
        named = name or words or "no source given"
        if named != names[-1]:  # an agency that quotes itself is one link
            names.append(named)
    return names


def chain_label(reading: Reading, attribution: Attribution) -> str:
    """Return the chain as a reader would write it: ``Aldermere Post ← Northern Wire ← coastguard``."""
    return " ← ".join(" ".join(name.split()) for name in chain_names(reading, attribution))


def claim_label(reading: Reading, claim: Claim) -> str:
    """Return whose words a claim is: its chain, or the report itself."""
    attribution = reading.attribution.get(claim.attribution) if claim.attribution else None
    if attribution:
        return chain_label(reading, attribution)
    name = report_name(reading, claim.report)
    return f"{name}, seen by its reporter" if claim.voice == "witnessed" else f"{name}, in its own words"


def attribution_span(attribution: Attribution, *, with_cue: bool) -> Span | None:
    """Return the span from the first to the last piece of the content, with source and cue if asked."""
    pieces = list(attribution.content)
    if with_cue or not pieces:
        pieces += [s for s in (attribution.source, attribution.cue) if s]
    return Span.hull(pieces) if pieces else None


def claim_evidence(
    reading: Reading, claim: Claim, *, side: int = 0, value: Quantity | TimeExpression | None = None
) -> Evidence:
    """Return a claim's exact words; those of a denial or doubt with the words that deny.

    Args:
        reading: Where it stands.
        claim: What is shown.
        side: Version of a difference that it belongs to.
        value: The figure or date that decided, marked inside.
    """
    attribution = reading.attribution.get(claim.attribution) if claim.attribution else None
    span = claim.span
    if attribution and attribution.stance in _WITH_CUE:
        wider = attribution_span(attribution, with_cue=True)
        span = Span.hull([span, wider]) if wider else span
    elif attribution:
        span = with_verb(reading.text[claim.report], span, attribution)
    focus = value.span if value and span.contains(value.span) and value.span != span else None
    return Evidence(
        claim.report,
        span,
        claim_label(reading, claim),
        _claim_note(reading, claim, value),
        side,
        claim.id,
        focus,
    )


def attribution_evidence(reading: Reading, attribution: Attribution, *, side: int = 0) -> Evidence | None:
    """Return what was said, in its exact words, with stance and venue; null where nothing is marked."""
    span = attribution_span(attribution, with_cue=attribution.stance in _WITH_CUE)
    if span is None:
        return None
    if attribution.stance not in _WITH_CUE:
        span = with_verb(reading.text[attribution.report], span, attribution)
    if attribution.stance == "declines":
        # What was asked stands behind the cue and belongs to no content: the sentence tells it.
        whole = sentence_at(reading, attribution.report, span)
        span = whole if len(whole) <= _LONGEST_REFUSAL else span
    label = chain_label(reading, attribution)
    return Evidence(
        attribution.report, span, label, attribution_note(reading, attribution), side, attribution.id
    )


def report_evidence(
    report: Report, sentences: tuple[Span, ...], label: str, note: str = ""
) -> Evidence | None:
    """Return a report's first words as evidence for what is said of the whole; null for an empty one."""
    if not report.full_text.strip():
        return None
    if report.headline and report.headline.strip():
        span = Span(0, len(report.headline))
    else:
        span = sentences[0] if sentences else Span(0, min(len(report.full_text), 120))
    return Evidence(report.id, span, label, note, link=report.id)


def attribution_note(reading: Reading, attribution: Attribution) -> str:
    """Say stance, venue and scope of an attribution, as far as the text gives them."""
    parts = [] if attribution.stance == "asserts" else [STANCES[attribution.stance]]
    venue = venue_said(attribution.venue, attribution.venue_host, attribution.venue_when)
    if venue:
        parts.append(venue)
    if attribution.scope:
        parts.append(f"limited to {quoted(attribution.scope.of(reading.text[attribution.report]))}")
    return "; ".join(parts)


def _claim_note(reading: Reading, claim: Claim, value: Quantity | TimeExpression | None) -> str:
    parts = []
    attribution = reading.attribution.get(claim.attribution) if claim.attribution else None
    if attribution and (said := attribution_note(reading, attribution)):
        parts.append(said)
    if claim.modality in _MODALITY:
        parts.append(_MODALITY[claim.modality])
    values = [v for v in (_value(reading, each) for each in claim.values) if v]
    if value and value not in values:
        values.insert(0, value)
    values = [v for v in values if not _inside_another(v, values)]
    parts += [said for said in (_read(reading, v) for v in values[:4]) if said]
    return "; ".join(dict.fromkeys(parts))


def _value(reading: Reading, ident: str) -> Quantity | TimeExpression | None:
    return reading.quantity.get(ident) or reading.time.get(ident)


def _inside_another(value: Quantity | TimeExpression, values: list[Quantity | TimeExpression]) -> bool:
    """Whether it is a part of a longer figure ("3 million 152 mm artillery shells")."""
    return any(other.span.contains(value.span) and other.span != value.span for other in values)


def _read(reading: Reading, value: Quantity | TimeExpression) -> str:
    """How a value was read; empty where that is what the words say anyway."""
    words = reading.quote(value)
    if isinstance(value, TimeExpression):
        said = time_said(value)
        told = {w.strip(",.") for w in words.split()}
        return "" if set(said.split()) - {"to"} <= told else f"{quoted(words, 60)}: {said}"
    plain = value.bound == "exact" and not (value.period or value.as_of or value.change)
    # A small number in words needs no translation.
    if plain and value.low is not None and (number(value.low) in words or value.low <= _SMALL):
        return ""
    said = quantity_said(value)
    return "" if said.lower() in words.lower() else f"read as {said}"
