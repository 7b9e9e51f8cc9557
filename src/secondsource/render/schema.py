"""JSON Schema of what the tool prints, built from the model's own literals, so that the two cannot drift apart.

``additionalProperties`` is false everywhere: a key that is printed and not described here fails a test.

References:
    JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from secondsource.model import OriginKind, Relation, SectionKind
from secondsource.render.schema_parts import (
    FLAG,
    NUMBER,
    OFFSET,
    TEXT,
    TEXTS,
    Schema,
    definitions,
    extracted,
    list_of,
    maybe,
    one_of,
    record,
    ref,
)

__all__ = ["brief_schema", "extraction_schema"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def brief_schema() -> Schema:
    """Return the schema of ``secondsource brief --format json``."""
    return {
        "$schema": _DRAFT,
        "title": "secondsource-brief/1",
        **record(
            {
                "format": {"const": "secondsource-brief/1"},
                "version": TEXT,
                "options": list_of(record({"name": TEXT, "value": TEXT})),
                "inputs": list_of(record({"name": TEXT, "sha256": TEXT})),
                "skipped": list_of(record({"name": TEXT, "status": TEXT, "reason": TEXT})),
                "excerpts": FLAG,
                **extracted(),
                **_found(),
                "brief": list_of(_story_brief()),
            }
        ),
        "$defs": definitions(),
    }


def extraction_schema() -> Schema:
    """Return the schema of ``secondsource extract --format json``."""
    extractors = list_of(record({"report": TEXT, "extractor": TEXT, "notes": TEXTS}))
    return {
        "$schema": _DRAFT,
        "title": "secondsource-extraction/1",
        **record(
            {
                "format": {"const": "secondsource-extraction/1"},
                **extracted(),
                "extractors": extractors,
            }
        ),
        "$defs": definitions(),
    }


def _found() -> dict[str, Schema]:
    entry = {"edtf": TEXT, "what": TEXT, "claims": TEXTS, "story": TEXT}
    story = {"id": TEXT, "title": TEXT, "reports": TEXTS, "groups": TEXTS, "score": NUMBER}
    return {
        "origins": list_of(_origin()),
        "groups": list_of(_group()),
        "copies": list_of(_copy()),
        "timeline": list_of(record(entry)),
        "stories": list_of(record(story)),
    }


def _origin() -> Schema:
    occasion = {"venue": maybe(TEXT), "host": maybe(TEXT), "when": maybe(TEXT), "attributions": TEXTS}
    return record(
        {
            "id": TEXT,
            "name": TEXT,
            "kind": one_of(OriginKind),
            "entity": maybe(TEXT),
            "occasions": list_of(record(occasion)),
            "claims": TEXTS,
            "reasons": TEXTS,
        }
    )


def _group() -> Schema:
    relation = {
        "a": TEXT,
        "b": TEXT,
        "is": one_of(Relation),
        "why": TEXT,
        "a_value": maybe(TEXT),
        "b_value": maybe(TEXT),
        "slot": maybe(TEXT),
    }
    return record(
        {
            "id": TEXT,
            "about": TEXT,
            "claims": TEXTS,
            "relations": list_of(record(relation)),
            "origins": maybe(ref("count")),
            "positions": list_of(record({"claims": TEXTS, "origins": ref("count")})),
            "story": TEXT,
            "score": NUMBER,
            "reasons": TEXTS,
        }
    )


def _copy() -> Schema:
    change = {
        "from": maybe(TEXT),
        "to": maybe(TEXT),
        "kind": {"enum": ["figure", "date", "name", "quote", "other"]},
        "from_span": maybe(ref("ends")),
        "to_span": maybe(ref("ends")),
    }
    return record(
        {
            "id": TEXT,
            "from": TEXT,
            "to": TEXT,
            "text_from": ref("words"),
            "text_to": ref("words"),
            "changes": list_of(record(change)),
            "containment": NUMBER,
            "direction": {"enum": ["time", "credit", "unknown"]},
        }
    )


def _story_brief() -> Schema:
    section = {
        "kind": one_of(SectionKind),
        "title": TEXT,
        "note": TEXT,
        "lines": list_of(_line()),
    }
    return record(
        {
            "story": TEXT,
            "title": TEXT,
            "head": TEXT,
            "counts": list_of(record({"what": TEXT, "figure": TEXT})),
            "sections": list_of(record(section)),
        }
    )


def _line() -> Schema:
    evidence = {
        "report": TEXT,
        "text": TEXT,
        "start": OFFSET,
        "end": OFFSET,
        "label": TEXT,
        "note": TEXT,
        "side": OFFSET,
        "link": maybe(TEXT),
        "focus": maybe(ref("words")),
    }
    return record(
        {
            "id": TEXT,
            "tag": TEXT,
            "text": TEXT,
            "why": TEXT,
            "when": maybe(TEXT),
            "origins": maybe(ref("count")),
            "links": TEXTS,
            "evidence": {"type": "array", "items": record(evidence), "minItems": 1},
        }
    )
