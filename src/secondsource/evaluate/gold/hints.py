"""Point at what an annotator may have missed: numbers, quotations, cues and sentences that no mark covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from secondsource.evaluate.gold.reader import StoryReader
from secondsource.evaluate.gold.shape import Problem
from secondsource.model import Attribution, Span
from secondsource.text.sentences import sentences

__all__ = ["hints"]

_NUMBER = re.compile(
    r"\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"[^\"\n]{15,}\"|“[^”\n]{15,}”|„[^“”\n]{15,}[“”]|«[^»\n]{15,}»")
_CUE = re.compile(
    r"\b(?:said|says|told|according to|reportedly|allegedly|denied|denies|claimed|claims that|insisted|warned|announced|added|argued)\b"
)


def hints(raw: Mapping[str, Any]) -> list[Problem]:
    """Return what no annotation of a finished story covers, report by report. A hint may be mistaken."""
    reader = StoryReader(raw)
    found: list[Problem] = []
    for report in raw["reports"]:
        found += _of_report(report["id"], raw, reader)
    return found


def _of_report(name: str, raw: Mapping[str, Any], reader: StoryReader) -> Iterator[Problem]:
    def own(key: str) -> list[Span]:
        return [reader.own(item, item["id"]) for item in raw[key] if item["report"] == name]

    text = reader.report(reader.reports[name]).full_text
    attributions = [reader.attribution(item) for item in raw["attributions"] if item["report"] == name]
    contents = [Span.hull(a.content) for a in attributions if a.content]
    cues = [s for a in attributions for s in (a.cue, a.source) if s is not None]
    identifiers = [m.span for e in raw["entities"] for m in reader.entity(e).mentions if m.report == name]
    claims = own("claims")
    checks: Iterable[tuple[str, re.Pattern[str], list[Span]]] = (
        ("number", _NUMBER, [*own("quantities"), *own("times"), *identifiers]),
        ("quotation", _QUOTED, contents),
        ("cue", _CUE, cues),
    )
    for what, pattern, covered in checks:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in covered):
                yield Problem(f"{name}, {what}", f"no mark covers {_around(text, span)}")
    yield from _far(name, text, attributions)
    for sentence in sentences(text):
        touched = [*claims, *contents, *cues]
        if len(sentence) > 25 and not any(sentence.overlaps(other) for other in touched):
            yield Problem(f"{name}, sentence", f"no claim in {sentence.of(text)[:70]!r}")


def _far(name: str, text: str, attributions: Sequence[Attribution]) -> Iterator[Problem]:
    """A source or cue that stands in no sentence of its content may be another occurrence of the same words."""
    for each in attributions:
        hull = Span.hull(each.content) if each.content else None
        for role, span in (("source", each.source), ("cue", each.cue)):
            if hull is None or span is None:
                continue
            between = text[min(span.end, hull.end) : max(span.start, hull.start)]
            if _STOP.search(between):
                yield Problem(
                    f"{name}, {role}", f"of {each.id} stands far from its content: {_around(text, span)}"
                )


_STOP = re.compile(r"[.!?][”\"’'»)]*\s+\S")


def _around(text: str, span: Span) -> str:
    words = " ".join(text[max(0, span.start - 20) : span.end + 20].split())
    return f"{span.of(text)!r} in {words!r}"
