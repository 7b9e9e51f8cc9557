"""Extracted objects as records of the story format; things with a text carry ``start`` and ``end``."""

from __future__ import annotations

from typing import Any

from secondsource.model import (
    Attribution,
    Claim,
    Entity,
    Mention,
    Quantity,
    Reading,
    Report,
    Span,
    TimeExpression,
)

__all__ = [
    "attribution",
    "claim",
    "entity",
    "joined_entities",
    "quantity",
    "report",
    "time",
    "words",
]


def words(text: str, span: Span) -> dict[str, Any]:
    """Return a span as its words and its two ends."""
    return {"text": span.of(text), "start": span.start, "end": span.end}


def report(report: Report, *, text: bool) -> dict[str, Any]:
    """Return a report; without its text where ``text`` is false."""
    record: dict[str, Any] = {
        "id": report.id,
        "outlet": report.outlet,
        "publisher": report.publisher,
        "url": report.url,
        "language": report.language,
        "published_at": report.published_at,
        "date_source": report.date_source,
        "dateline": report.dateline,
        "headline": report.headline,
        "byline": report.byline,
        "credit": report.credit,
        "version_of": report.version_of,
        "also_in": list(report.also_in),
    }
    if text:
        record["text"] = report.text
    made = report.provenance
    record["provenance"] = {
        "name": made.name,
        "sha256": made.sha256,
        "media": made.media,
        "extractor": made.extractor,
        "notes": list(made.notes),
    }
    return record


def attribution(reading: Reading, a: Attribution) -> dict[str, Any]:
    """Return an attribution; ``chain_text`` and ``scope`` as words, with their spans in further keys."""
    text = reading.text[a.report]
    return {
        "id": a.id,
        "report": a.report,
        "source": _maybe_words(text, a.source),
        "source_type": a.source_type,
        "cue": _maybe_words(text, a.cue),
        "content": [words(text, s) for s in a.content],
        "kind": a.kind,
        "stance": a.stance,
        "speaker": _joined(reading, a.speaker),
        "parent": a.parent,
        "chain": list(a.chain),
        "chain_text": [s.of(text) if s else None for s in a.chain_text],
        "chain_kind": list(a.chain_kind),
        "chain_spans": [_ends(s) for s in a.chain_text],
        "venue": a.venue,
        "venue_host": a.venue_host,
        "venue_when": a.venue_when,
        "venue_span": _ends(a.venue_span),
        "denies": a.denies,
        "scope": a.scope.of(text) if a.scope else None,
        "scope_span": _ends(a.scope),
        "score": a.score,
    }


def quantity(reading: Reading, q: Quantity) -> dict[str, Any]:
    """Return a quantity; whole numbers are printed without a decimal point."""
    return {
        "id": q.id,
        "report": q.report,
        **words(reading.text[q.report], q.span),
        "low": _number(q.low),
        "high": _number(q.high),
        "unit": q.unit,
        "item": q.item,
        "item_head": q.item_head,
        "bound": q.bound,
        "as_of": q.as_of,
        "period": q.period,
        "relative_to": q.relative_to,
        "change": q.change,
    }


def time(reading: Reading, t: TimeExpression) -> dict[str, Any]:
    """Return a time; ``reason`` says why ``edtf`` is null or less certain."""
    return {
        "id": t.id,
        "report": t.report,
        **words(reading.text[t.report], t.span),
        "edtf": t.edtf,
        "grain": t.grain,
        "anchor": t.anchor,
        "zone_known": t.zone_known,
        "reason": t.reason,
    }


def joined_entities(reading: Reading) -> list[Entity]:
    """Return the joined entities, and those of single reports that nothing joins."""
    known = {e.id for e in reading.entities}
    left = [
        e for x in reading.extractions for e in x.entities if e.id not in known and e.id not in reading.joined
    ]
    return [*reading.entities, *left]


def entity(reading: Reading, e: Entity) -> dict[str, Any]:
    """Return an entity with all its mentions."""
    return {
        "id": e.id,
        "type": e.type,
        "name": e.name,
        "speaks_for": _joined(reading, e.speaks_for),
        "key": e.key,
        "role": e.role,
        "mentions": [_mention(reading, m) for m in e.mentions],
    }


def claim(reading: Reading, c: Claim) -> dict[str, Any]:
    """Return a claim; ``sentence`` is the span that it stands in."""
    return {
        "id": c.id,
        "report": c.report,
        **words(reading.text[c.report], c.span),
        "attribution": c.attribution,
        "voice": c.voice,
        "polarity": c.polarity,
        "modality": c.modality,
        "when": c.when,
        "about": list(dict.fromkeys(_joined(reading, e) for e in c.about)),
        "values": list(c.values),
        "predicate": c.predicate,
        "action": c.action,
        "terms": list(c.terms),
        "sentence": _ends(c.sentence),
        "score": c.score,
    }


def _mention(reading: Reading, mention: Mention) -> dict[str, Any]:
    return {"report": mention.report, **words(reading.text[mention.report], mention.span)}


def _joined(reading: Reading, ident: str | None) -> str | None:
    """The id of the joined entity: what is printed refers to what is printed."""
    return reading.joined.get(ident, ident) if ident else None


def _maybe_words(text: str, span: Span | None) -> dict[str, Any] | None:
    return words(text, span) if span else None


def _ends(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == value // 1 and abs(value) < 2**53 else value
