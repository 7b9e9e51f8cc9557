"""Where an own voice leads: the passage that it was copied from, or the attribution that it carries on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from secondsource.model import Claim, ClaimGroup, Copy, Reading
from secondsource.trace.voice import Voice, unstated

__all__ = ["carry_on", "follow_copies", "head_carries_on"]

# Words, names and figures that a headline must share with the claim that it rests on.
_MIN_HEAD_SHARED = 3


def follow_copies(
    reading: Reading, claims: Sequence[Claim], copies: Sequence[Copy], voices: dict[str, Voice]
) -> None:
    """Give claims of a copied passage without a named source the voice of the claim that they were copied from."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    into: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        into[copy.to].append(copy)
    for copy in sorted(copies, key=lambda c: (reading.report[c.to].published_at or "9999", c.id)):
        sources = [c for c in by_report[copy.source] if copy.source_span.overlaps(c.span)]
        changed = [c.to_span for c in copy.changes if c.kind in ("figure", "date", "name") and c.to_span]
        figures = [c.to_span for c in copy.changes if c.kind == "figure" and c.to_span]
        for claim in by_report[copy.to]:
            if any(claim.span.contains(s) for s in figures) and not _true_elsewhere(
                claim, copy, into[copy.to]
            ):
                voices[claim.id] = _changed_in_copying(reading, copy)
                continue
            if not copy.to_span.contains(claim.span) or voices[claim.id].kind not in ("unstated", "unnamed"):
                continue
            if any(claim.span.overlaps(s) for s in changed):
                continue  # a figure changed inside a copy has no source any more
            near = max(sources, key=lambda s: (_shared(reading, s, claim), s.id), default=None)
            if near is not None and set(near.terms) & set(claim.terms) and _one_source(reading, near, claim):
                voices[claim.id] = voices[near.id]


def _true_elsewhere(claim: Claim, copy: Copy, into: Sequence[Copy]) -> bool:
    """Whether the claim stands unchanged in another passage that it may have been copied from (a correction)."""
    return any(
        other.id != copy.id
        and other.to_span.contains(claim.span)
        and not any(
            c.kind == "figure" and c.to_span and claim.span.contains(c.to_span) for c in other.changes
        )
        for other in into
    )


def _changed_in_copying(reading: Reading, copy: Copy) -> Voice:
    why = (
        f"the figure differs from the passage of {reading.report[copy.source].label} that it was copied from"
    )
    return replace(unstated(replace(reading.report[copy.to], credit=None)), reason=why)


def _one_source(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether two copied claims name their source in the same words; another source is another origin."""
    phrases = []
    for claim in (a, b):
        attribution = reading.attribution.get(claim.attribution or "")
        source = attribution.source if attribution else None
        phrases.append(source.of(reading.text[claim.report]).lower() if source else "")
    return phrases[0] == phrases[1] or not phrases[1]


def carry_on(
    reading: Reading, groups: Sequence[ClaimGroup], copies: Sequence[Copy], voices: dict[str, Voice]
) -> None:
    """An own-voice claim beside an attributed one of its report and group carries that one on.

    Not where it gives another figure, or a figure that was changed inside a copy: that one has no source.
    """
    for group in groups:
        by_report: dict[str, list[str]] = defaultdict(list)
        for key in group.claims:
            by_report[reading.claim[key].report].append(key)
        for ids in by_report.values():
            said = [i for i in ids if voices[i].kind != "unstated"]
            if len({voices[i].key for i in said}) != 1 or voices[said[0]].kind == "unnamed":
                continue
            figures = {f for i in said for f in _figures(reading, i)}
            for key in ids:
                own = voices[key].kind == "unstated" and reading.claim[key].attribution is None
                other = set(_figures(reading, key)) - figures
                if own and not (figures and other) and not _changed(reading, key, copies):
                    voices[key] = voices[said[0]]


def head_carries_on(reading: Reading, claims: Sequence[Claim], voices: dict[str, Voice]) -> None:
    """A headline tells what the report then attributes: it rests on the attributed claim that it shares most with."""
    for claim in claims:
        report = reading.report[claim.report]
        if claim.attribution or voices[claim.id].kind != "unstated" or not report.headline:
            continue
        if claim.span.end > len(report.headline):
            continue
        below = [
            c
            for c in reading.extraction[claim.report].claims
            if c.attribution
            and c.id in voices
            and c.modality == claim.modality
            and _one_matter(reading, claim, c)
        ]
        scored = [(_shared(reading, claim, c), -c.span.start, c.id) for c in below]
        best = max(scored, default=(0, 0, ""))
        if best[0] >= _MIN_HEAD_SHARED and voices[best[2]].kind not in ("unstated", "unnamed"):
            voices[claim.id] = voices[best[2]]


def _one_matter(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether two claims share an action and a place, where both name one, or a figure."""
    if set(_figures(reading, a.id)) & set(_figures(reading, b.id)):
        return True
    places = [{reading.entity[p].id for p in c.places if p in reading.entity} for c in (a, b)]
    elsewhere = bool(places[0] and places[1] and not places[0] & places[1])
    return bool(set(a.events) & set(b.events)) and not elsewhere


def _shared(reading: Reading, a: Claim, b: Claim) -> int:
    """Words, names and (doubly) figures that two claims of one report share."""
    figures = set(_figures(reading, a.id)) & set(_figures(reading, b.id))
    return len(set(a.terms) & set(b.terms)) + len(set(a.about) & set(b.about)) + 2 * len(figures)


def _figures(reading: Reading, claim: str) -> list[float]:
    listed = [reading.quantity[v] for v in reading.claim[claim].values if v in reading.quantity]
    return [q.low if q.low is not None else q.high or 0.0 for q in listed]


def _changed(reading: Reading, claim: str, copies: Sequence[Copy]) -> bool:
    """Whether the claim holds a figure that differs from the passage that it was copied from."""
    held = reading.claim[claim]
    return any(
        c.to == held.report
        and change.kind == "figure"
        and change.to_span
        and held.span.contains(change.to_span)
        for c in copies
        for change in c.changes
        if not _true_elsewhere(held, c, copies)
    )
