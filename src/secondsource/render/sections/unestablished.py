"""What could not be established: dates, outlets, unnamed sources, links that no report states."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.model import Evidence, Line, Origin, OriginLink, Position, Report, Section, TimeExpression
from secondsource.render.evidence import (
    attribution_evidence,
    claim_evidence,
    quoted_if_exact,
    report_evidence,
    report_name,
    speaker_name,
)
from secondsource.render.sections.lines import claims_of, line, section
from secondsource.render.view import StoryView
from secondsource.render.wording import count, listed, quoted

__all__ = ["unestablished"]


def unestablished(view: StoryView) -> Section:
    """Return what a reader could take for granted and must not."""
    return section(
        "unestablished",
        [*_inferred(view), *_maybe_same(view), *_reports(view), *_unnamed(view), *_unresolved(view)],
    )


def _reports(view: StoryView) -> Iterator[Line]:
    """Reports without an outlet or a date of their own, or that were not read through."""
    wanting = (
        ("no_date", "Date of publication not given", lambda r: r.date_source == "unknown"),
        (
            "inferred_date",
            "Date of publication inferred from the text",
            lambda r: r.date_source == "inferred",
        ),
        ("no_outlet", "Outlet not given", lambda r: r.outlet is None),
    )
    for tag, said, holds in wanting:
        held = [r for r in view.reports if holds(r)]
        if held:
            names = listed([report_name(view.reading, r.id) for r in held])
            yield line(
                view, "unestablished", tag, f"{said}: {names}", [*_heads(view, held)], why=_because(tag)
            )
    foreign = [r for r in view.reports if r.language not in (None, "en")]
    for report in foreign:
        text = f"Not read for claims: {report_name(view.reading, report.id)} (language: {report.language})"
        yield line(view, "unestablished", "language", text, [*_heads(view, [report])])


def _because(tag: str) -> str:
    return {
        "no_date": "Days such as “Tuesday” are not resolved there, and which report came first is not known.",
        "inferred_date": "Dates that count from it are as certain as that.",
        "no_outlet": "Whether two of the reports come from one publisher is not known.",
    }[tag]


def _heads(view: StoryView, reports: list[Report]) -> Iterator[Evidence]:
    for report in reports:
        extraction = view.reading.extraction.get(report.id)
        found = report_evidence(
            report, extraction.sentences if extraction else (), report_name(view.reading, report.id)
        )
        if found:
            yield found


def _unnamed(view: StoryView) -> Iterator[Line]:
    """Sources that nobody could ring up, by their exact words in one report."""
    held: dict[tuple[str, str], list[tuple[str, Evidence]]] = {}
    unnamed = {
        a for o in view.origins if o.kind == "unnamed" for each in o.occasions for a in each.attributions
    }
    for attribution in view.attributions:
        vague = attribution.source_type in ("vague", "unstated") and not attribution.speaker
        if not (vague or attribution.id in unnamed):
            continue
        said = attribution_evidence(view.reading, attribution)
        if said is None:
            continue
        cue = attribution.source or attribution.cue
        words = " ".join(cue.of(view.reading.text[attribution.report]).split()) if cue else ""
        kind = "unstated" if attribution.source_type == "unstated" else "vague"
        key = speaker_name(view.reading, attribution) if kind == "vague" else words
        held.setdefault((kind, key.lower()), []).append((words, said))
    for (kind, _), told in sorted(held.items(), key=lambda item: -len(item[1])):
        words = told[0][0]
        times = f" ({count(len(told), 'statement')})" if len(told) > 1 else ""
        text = "No source given" if kind == "unstated" else "Source not named"
        text += f": {quoted(words)}{times}" if words else times
        yield line(view, "unestablished", "unnamed", text, [evidence for _, evidence in told])


def _unresolved(view: StoryView) -> Iterator[Line]:
    """Times that the texts do not resolve, by reason."""
    held: dict[str, list[TimeExpression]] = {}
    for report in view.reports:
        extraction = view.reading.extraction.get(report.id)
        for time in extraction.times if extraction else ():
            if time.edtf is None:
                held.setdefault(time.reason or "", []).append(time)
    for reason, times in sorted(held.items(), key=lambda item: (-len(item[1]), item[0])):
        words = list(dict.fromkeys(quoted(view.reading.quote(t), 40) for t in times))
        more = f" and {len(words) - 4} more" if len(words) > 4 else ""
        text = f"Date not resolved: {', '.join(words[:4])}{more}"
        evidence = [Evidence(t.report, t.span, report_name(view.reading, t.report), link=t.id) for t in times]
        yield line(view, "unestablished", "unresolved", text, evidence, why=reason)


def _inferred(view: StoryView) -> Iterator[Line]:
    """Origins that were joined although no report says so."""
    for origin in view.origins:
        for reason in origin.reasons:
            if "inferred" in reason.lower():
                text = f"Inferred, not stated: {reason}"
                yield line(
                    view, "unestablished", "inferred", text, _origin_evidence(view, origin), links=[origin.id]
                )


def _maybe_same(view: StoryView) -> Iterator[Line]:
    """Pairs of origins that may be one, for positions that several reports tell."""
    seen: set[frozenset[str]] = set()
    for group in view.groups:
        for position in view.positions.get(group.id, ()):
            if len(view.reports_of(position.claims)) < 2:
                continue
            for link in _links(view, position):
                pair = frozenset((link.a, link.b))
                a, b = view.origin.get(link.a), view.origin.get(link.b)
                if pair in seen or a is None or b is None:
                    continue
                seen.add(pair)
                evidence = [
                    *_origin_evidence(view, a, position.claims),
                    *_origin_evidence(view, b, position.claims),
                ]
                text = f"Whether these are two origins or one: {_said(view, a)} and {_said(view, b)}"
                yield line(
                    view, "unestablished", "maybe_same", text, evidence, why=link.why, links=[a.id, b.id]
                )


def _links(view: StoryView, position: Position) -> list[OriginLink]:
    """The pairs that may be one behind a position; the group's where the position names none."""
    if position.origins.maybe_same or position.origins.low == position.origins.high:
        return list(position.origins.maybe_same)
    group = view.findings.group_counts.get(position.group)
    mine = {view.origin_of[c].id for c in position.claims if c in view.origin_of}
    return [link for link in group.maybe_same if {link.a, link.b} <= mine] if group else []


def _said(view: StoryView, origin: Origin) -> str:
    if origin.kind == "unnamed":
        return quoted_if_exact(view.reading, origin.name)
    if origin.kind != "unstated":
        return origin.name
    reports = [report_name(view.reading, r) for r in view.reports_of(origin.claims)]
    return f"what {listed(reports)} gives no source for"


def _origin_evidence(view: StoryView, origin: Origin, among: tuple[str, ...] = ()) -> list[Evidence]:
    claims = [
        c for c in claims_of(view, origin.claims) if (not among or c.id in among) and c.report in view.order
    ]
    found = [claim_evidence(view.reading, c) for c in claims]
    if not found:
        spoken = {a for occasion in origin.occasions for a in occasion.attributions}
        made = [attribution_evidence(view.reading, a) for a in view.attributions if a.id in spoken]
        found = [e for e in made if e]
    return found
