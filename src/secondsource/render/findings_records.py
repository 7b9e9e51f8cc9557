"""What the later stages found as records of the story format: stories, groups, origins, copies, timeline."""

from __future__ import annotations

from typing import Any

from secondsource.model import (
    Change,
    ClaimGroup,
    Comparison,
    Copy,
    Findings,
    Origin,
    OriginCount,
    Reading,
    Span,
    Story,
    TimelineEntry,
)
from secondsource.render.records import words

__all__ = ["findings_records", "origins_record"]


def findings_records(reading: Reading, findings: Findings) -> dict[str, list[dict[str, Any]]]:
    """Return the lists ``origins``, ``groups``, ``copies``, ``timeline`` and ``stories``."""
    return {
        "origins": [_origin(reading, o) for o in findings.origins],
        "groups": [_group(findings, g) for g in findings.groups],
        "copies": [_copy(reading, c) for c in findings.copies],
        "timeline": [_entry(t) for t in findings.timeline],
        "stories": [_story(findings, s) for s in findings.stories],
    }


def origins_record(count: OriginCount) -> dict[str, Any]:
    """Return a count of origins; ``links`` gives each pair of ``maybe_same`` its reason."""
    return {
        "min": count.low,
        "max": count.high,
        "why": count.why,
        "maybe_same": [[link.a, link.b] for link in count.maybe_same],
        "links": [{"a": link.a, "b": link.b, "why": link.why} for link in count.maybe_same],
        "origins": list(count.origins),
    }


def _origin(reading: Reading, origin: Origin) -> dict[str, Any]:
    return {
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind,
        "entity": reading.joined.get(origin.entity, origin.entity) if origin.entity else None,
        "occasions": [
            {"venue": o.venue, "host": o.host, "when": o.when, "attributions": list(o.attributions)}
            for o in origin.occasions
        ],
        "claims": list(origin.claims),
        "reasons": list(origin.reasons),
    }


def _group(findings: Findings, group: ClaimGroup) -> dict[str, Any]:
    count = findings.group_counts.get(group.id)
    return {
        "id": group.id,
        "about": group.about,
        "claims": list(group.claims),
        "relations": [_relation(c) for c in findings.comparisons if c.group == group.id],
        "origins": origins_record(count) if count else None,
        "positions": [
            {"claims": list(p.claims), "origins": origins_record(p.origins)}
            for p in findings.positions
            if p.group == group.id
        ],
        "story": group.story,
        "score": group.score,
        "reasons": list(group.reasons),
    }


def _relation(comparison: Comparison) -> dict[str, Any]:
    return {
        "a": comparison.a,
        "b": comparison.b,
        "is": comparison.relation,
        "why": comparison.why,
        "a_value": comparison.a_value,
        "b_value": comparison.b_value,
        "slot": comparison.slot,
    }


def _copy(reading: Reading, copy: Copy) -> dict[str, Any]:
    source, to = reading.text[copy.source], reading.text[copy.to]
    return {
        "id": copy.id,
        "from": copy.source,
        "to": copy.to,
        "text_from": words(source, copy.source_span),
        "text_to": words(to, copy.to_span),
        "changes": [_change(source, to, change) for change in copy.changes],
        "containment": copy.containment,
        "direction": copy.direction,
    }


def _change(source: str, to: str, change: Change) -> dict[str, Any]:
    def said(text: str, span: Span | None) -> str | None:
        return span.of(text) if span else None

    def ends(span: Span | None) -> dict[str, int] | None:
        return {"start": span.start, "end": span.end} if span else None

    return {
        "from": said(source, change.from_span),
        "to": said(to, change.to_span),
        "kind": change.kind,
        "from_span": ends(change.from_span),
        "to_span": ends(change.to_span),
    }


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    return {"edtf": entry.edtf, "what": entry.what, "claims": list(entry.claims), "story": entry.story}


def _story(findings: Findings, story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": story.title,
        "reports": list(story.reports),
        "groups": [g.id for g in findings.groups if g.story == story.id],
        "score": story.score,
    }
