"""JSON Schema of the extracted objects, and the small pieces that the whole schema is put together from."""

from __future__ import annotations

from typing import Any, get_args

from secondsource.model import (
    Bound,
    DateSource,
    EntityType,
    Kind,
    LinkKind,
    Modality,
    Polarity,
    SourceType,
    Stance,
    Venue,
    Voice,
)

__all__ = [
    "FLAG",
    "NUMBER",
    "OFFSET",
    "TEXT",
    "TEXTS",
    "Schema",
    "definitions",
    "extracted",
    "list_of",
    "maybe",
    "one_of",
    "record",
    "ref",
]

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
OFFSET: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
TEXTS: Schema = {"type": "array", "items": TEXT}


def record(fields: dict[str, Schema], *, optional: tuple[str, ...] = ()) -> Schema:
    """Return an object with exactly these fields."""
    required = [name for name in fields if name not in optional]
    return {"type": "object", "properties": fields, "required": required, "additionalProperties": False}


def list_of(items: Schema) -> Schema:
    """Return a list of such items."""
    return {"type": "array", "items": items}


def maybe(schema: Schema) -> Schema:
    """Return the schema or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(literal: Any) -> Schema:
    """Return the values of a ``Literal``."""
    return {"enum": list(get_args(literal))}


def ref(name: str) -> Schema:
    """Return a reference to one of ``definitions``."""
    return {"$ref": f"#/$defs/{name}"}


def definitions() -> Schema:
    """Return what is referred to by name."""
    count = {
        "min": OFFSET,
        "max": OFFSET,
        "why": TEXT,
        "maybe_same": list_of({"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}),
        "links": list_of(record({"a": TEXT, "b": TEXT, "why": TEXT})),
        "origins": TEXTS,
    }
    return {
        "words": record({"text": TEXT, "start": OFFSET, "end": OFFSET}),
        "ends": record({"start": OFFSET, "end": OFFSET}),
        "count": record(count),
    }


def extracted() -> dict[str, Schema]:
    """Return the lists that ``extract`` fills."""
    return {
        "reports": list_of(_report()),
        "attributions": list_of(_attribution()),
        "quantities": list_of(_quantity()),
        "times": list_of(_time()),
        "entities": list_of(_entity()),
        "claims": list_of(_claim()),
    }


def _words(fields: dict[str, Schema]) -> Schema:
    """A record that is a span of a report: its id, its report, its words, then the rest."""
    spanned = {"id": TEXT, "report": TEXT, "text": TEXT, "start": OFFSET, "end": OFFSET}
    return record(spanned | fields)


def _report() -> Schema:
    first = ("outlet", "publisher", "url", "language", "published_at")
    later = ("dateline", "headline", "byline", "credit", "version_of")
    made = {"name": TEXT, "sha256": TEXT, "media": TEXT, "extractor": maybe(TEXT), "notes": TEXTS}
    return record(
        {
            "id": TEXT,
            **{name: maybe(TEXT) for name in first},
            "date_source": one_of(DateSource),
            **{name: maybe(TEXT) for name in later},
            "also_in": TEXTS,
            "text": TEXT,
            "provenance": record(made),
        },
        optional=("text",),
    )


def _attribution() -> Schema:
    return record(
        {
            "id": TEXT,
            "report": TEXT,
            "source": maybe(ref("words")),
            "source_type": one_of(SourceType),
            "cue": maybe(ref("words")),
            "content": list_of(ref("words")),
            "kind": one_of(Kind),
            "stance": one_of(Stance),
            "speaker": maybe(TEXT),
            "parent": maybe(TEXT),
            "chain": list_of(maybe(TEXT)),
            "chain_text": list_of(maybe(TEXT)),
            "chain_kind": list_of(one_of(LinkKind)),
            "chain_spans": list_of(maybe(ref("ends"))),
            "venue": maybe(one_of(Venue)),
            "venue_host": maybe(TEXT),
            "venue_when": maybe(TEXT),
            "venue_span": maybe(ref("ends")),
            "denies": maybe(TEXT),
            "scope": maybe(TEXT),
            "scope_span": maybe(ref("ends")),
            "score": NUMBER,
        }
    )


def _quantity() -> Schema:
    return _words(
        {
            "low": maybe(NUMBER),
            "high": maybe(NUMBER),
            "unit": maybe(TEXT),
            "item": maybe(TEXT),
            "item_head": maybe(TEXT),
            "bound": one_of(Bound),
            "as_of": maybe(TEXT),
            "period": maybe(TEXT),
            "relative_to": maybe(TEXT),
            "change": {"enum": ["rise", "fall", None]},
        }
    )


def _time() -> Schema:
    text = maybe(TEXT)
    return _words({"edtf": text, "grain": TEXT, "anchor": text, "zone_known": FLAG, "reason": text})


def _entity() -> Schema:
    mention = {"report": TEXT, "text": TEXT, "start": OFFSET, "end": OFFSET}
    return record(
        {
            "id": TEXT,
            "type": one_of(EntityType),
            "name": TEXT,
            "speaks_for": maybe(TEXT),
            "key": maybe(TEXT),
            "role": maybe(TEXT),
            "mentions": list_of(record(mention)),
        }
    )


def _claim() -> Schema:
    return _words(
        {
            "attribution": maybe(TEXT),
            "voice": one_of(Voice),
            "polarity": one_of(Polarity),
            "modality": one_of(Modality),
            "when": maybe(TEXT),
            "about": TEXTS,
            "values": TEXTS,
            "predicate": maybe(TEXT),
            "action": maybe(TEXT),
            "terms": TEXTS,
            "sentence": maybe(ref("ends")),
            "score": NUMBER,
        }
    )
