"""Copied passages: what stands word for word, or nearly, in two reports, and what changed on the way."""

from __future__ import annotations

from secondsource.model import Change, Copy, Evidence, Line, Section, Span
from secondsource.render.evidence import report_name
from secondsource.render.sections.lines import line, section
from secondsource.render.view import StoryView
from secondsource.render.wording import count, listed, quoted

__all__ = ["copied"]

_KIND_RANK = ("figure", "date", "name", "quote", "other")
_DIRECTION = {
    "time": "The order follows the times of publication.",
    "credit": "The order follows the credit line.",
    "unknown": "Which report had it first is not established.",
}


def copied(view: StoryView) -> Section:
    """Return passages with a changed figure, date or name one by one, the others once for two reports."""
    mine = [c for c in view.findings.copies if c.source in view.order and c.to in view.order]
    changed = [c for c in mine if any(_weighs(change) for change in c.changes)]
    changed.sort(key=lambda c: (_worst(c), view.order[c.to], c.to_span))
    plain: dict[tuple[str, str], list[Copy]] = {}
    for copy in mine:
        if copy not in changed:
            plain.setdefault((copy.source, copy.to), []).append(copy)
    ranked = sorted(plain.values(), key=lambda each: -sum(len(c.to_span) for c in each))
    return section(
        "copied", [*(_changed(view, c) for c in changed), *(_plain(view, each) for each in ranked)]
    )


def _weighs(change: Change) -> bool:
    return change.kind != "other"


def _worst(copy: Copy) -> int:
    return min(_KIND_RANK.index(change.kind) for change in copy.changes)


def _changed(view: StoryView, copy: Copy) -> Line:
    said = [_change_said(view, copy, change) for change in copy.changes if _weighs(change)]
    source, to = _names(view, copy)
    text = f"{to} has a passage of {source} with {count(len(said), 'change')}: {listed(said)}"
    if copy.direction == "unknown":
        text = f"{source} and {to} share a passage with {count(len(said), 'difference')}: {'; '.join(said)}"
    return line(
        view,
        "copied",
        "changed",
        text,
        _evidence(view, copy),
        why=_DIRECTION[copy.direction],
        links=[copy.id],
    )


def _change_said(view: StoryView, copy: Copy, change: Change) -> str:
    before = _words(view, copy.source, change.from_span)
    after = _words(view, copy.to, change.to_span)
    if before and after:
        source, to = _names(view, copy)
        apart = f"{before} in {source}, {after} in {to}"
        return apart if copy.direction == "unknown" else f"{before} became {after}"
    return f"{before} is left out" if before else f"{after} is added"


def _words(view: StoryView, report: str, span: Span | None) -> str:
    words = span.of(view.reading.text[report]).strip() if span else ""
    return quoted(words, 80) if words else ""


def _plain(view: StoryView, copies: list[Copy]) -> Line:
    source, to = _names(view, copies[0])
    verb = "also stands" if len(copies) == 1 else "also stand"
    text = f"{count(len(copies), 'passage')} of {source} {verb} in {to}"
    if copies[0].direction == "unknown":
        text = f"{source} and {to} share {count(len(copies), 'passage')}"
    evidence = [e for copy in copies for e in _evidence(view, copy)]
    links = [copy.id for copy in copies]
    return line(view, "copied", "copied", text, evidence, why=_DIRECTION[copies[0].direction], links=links)


def _evidence(view: StoryView, copy: Copy) -> list[Evidence]:
    source, to = _names(view, copy)
    return [
        Evidence(copy.source, copy.source_span, source, side=1, link=copy.id),
        Evidence(copy.to, copy.to_span, to, side=2, link=copy.id),
    ]


def _names(view: StoryView, copy: Copy) -> tuple[str, str]:
    return report_name(view.reading, copy.source), report_name(view.reading, copy.to)
