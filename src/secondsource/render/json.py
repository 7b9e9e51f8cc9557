"""The brief and the extraction as JSON, with the keys of the story format."""

from __future__ import annotations

import json
import re
from typing import Any

from secondsource.model import Brief, Evidence, Line, Reading, Section
from secondsource.render import records
from secondsource.render.findings_records import findings_records, origins_record

__all__ = ["BRIEF_FORMAT", "EXTRACTION_FORMAT", "extraction_json", "render_json"]

BRIEF_FORMAT = "secondsource-brief/1"
EXTRACTION_FORMAT = "secondsource-extraction/1"

# JSON escapes the lower controls itself. These would reach a terminal or an editor as they are, or cannot be
# written as UTF-8 (lone surrogates).
_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def render_json(brief: Brief, *, excerpts: bool = False) -> str:
    """Return the brief as versioned JSON: all objects in flat lists, then the lines with their evidence.

    Args:
        brief: What ``compose`` made.
        excerpts: Leave the texts of the reports out; everything quoted stays.
    """
    reading, findings = brief.reading, brief.findings
    return _dump(
        {
            "format": BRIEF_FORMAT,
            "version": brief.version,
            "options": [{"name": name, "value": value} for name, value in brief.options],
            "inputs": [{"name": name, "sha256": sha} for name, sha in brief.inputs],
            "skipped": [{"name": s.name, "status": s.status, "reason": s.reason} for s in brief.skipped],
            "excerpts": excerpts,
            **_extracted(reading, excerpts=excerpts),
            **findings_records(reading, findings),
            "brief": [
                {
                    "story": s.story.id,
                    "title": s.story.title,
                    "head": s.head,
                    "counts": [{"what": what, "figure": figure} for what, figure in s.counts],
                    "sections": [_section(reading, each) for each in s.sections],
                }
                for s in brief.stories
            ],
        }
    )


def extraction_json(reading: Reading) -> str:
    """Return what was extracted from each report as versioned JSON, without anything that compares them."""
    return _dump(
        {
            "format": EXTRACTION_FORMAT,
            **_extracted(reading, excerpts=False),
            "extractors": [
                {"report": x.report, "extractor": x.extractor, "notes": list(x.notes)}
                for x in reading.extractions
            ],
        }
    )


def _extracted(reading: Reading, *, excerpts: bool) -> dict[str, Any]:
    found = reading.extractions
    return {
        "reports": [records.report(r, text=not excerpts) for r in reading.reports],
        "attributions": [records.attribution(reading, a) for x in found for a in x.attributions],
        "quantities": [records.quantity(reading, q) for x in found for q in x.quantities],
        "times": [records.time(reading, t) for x in found for t in x.times],
        "entities": [records.entity(reading, e) for e in records.joined_entities(reading)],
        "claims": [records.claim(reading, c) for x in found for c in x.claims],
    }


def _section(reading: Reading, section: Section) -> dict[str, Any]:
    return {
        "kind": section.kind,
        "title": section.title,
        "note": section.note,
        "lines": [_line(reading, line) for line in section.lines],
    }


def _line(reading: Reading, line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "tag": line.tag,
        "text": line.text,
        "why": line.why,
        "when": line.when,
        "origins": origins_record(line.origins) if line.origins else None,
        "links": list(line.links),
        "evidence": [_evidence(reading, e) for e in line.evidence],
    }


def _evidence(reading: Reading, evidence: Evidence) -> dict[str, Any]:
    text = reading.text[evidence.report]
    return {
        "report": evidence.report,
        **records.words(text, evidence.span),
        "label": evidence.label,
        "note": evidence.note,
        "side": evidence.side,
        "link": evidence.link,
        "focus": records.words(text, evidence.focus) if evidence.focus else None,
    }


def _dump(value: dict[str, Any]) -> str:
    written = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", written) + "\n"
