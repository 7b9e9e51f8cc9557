"""What could not be established: dates, outlets, unnamed sources, links that no report states."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.model import (
    Attribution,
    Evidence,
    Line,
    Origin,
    OriginLink,
    Position,
    Report,
    Section,
    TimeExpression,
)
from secondsource.render.evidence import (
    attribution_evidence,
    claim_evidence,
    quoted_if_exact,
    report_evidence,
    report_name,
)
from secondsource.render.sections.lines import best_claim, claims_of, coarsest, line, section, told_alike
from secondsource.render.sections.occasions import inferred_line, shared_occasions
from secondsource.render.view import StoryView
from secondsource.render.wording import listed, quoted

__all__ = ["unestablished"]


def unestablished(view: StoryView) -> Section:
    """Return what a reader could take for granted and must not."""
    return section(
        "unestablished",
        [
            *_inferred(view),
            *_open(view),
            *_maybe_same(view),
            *_reports(view),
            *_unnamed(view),
            *_unresolved(view),
        ],
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
        "no_outlet": "Whether it comes from the publisher of another report is not known.",
    }[tag]


def _heads(view: StoryView, reports: list[Report]) -> Iterator[Evidence]:
    for report in reports:
        extraction = view.reading.extraction.get(report.id)
        found = report_evidence(
            report, extraction.sentences if extraction else (), report_name(view.reading, report.id)
        )
        if found:
            yield found


def _open(view: StoryView) -> Iterator[Line]:
    """Values of two reports that may exclude each other, where the texts alone do not settle it."""
    seen: set[frozenset[str]] = set()
    for comparisons in view.comparisons.values():
        for each in comparisons:
            a, b = view.reading.claim[each.a], view.reading.claim[each.b]
            values = frozenset(v for v in (each.a_value, each.b_value) if v)
            if a.report == b.report or "not established" not in each.why or len(values) < 2 or values in seen:
                continue
            seen.add(values)
            kind = (
                "Not known to be one date" if each.slot == "time" else "Not known which is the later figure"
            )
            words = [
                quoted(view.reading.quote(view.reading.value(v)), 60)
                for v in (each.a_value, each.b_value)
                if v
            ]
            evidence = [claim_evidence(view.reading, c) for c in (a, b)]
            yield line(
                view, "unestablished", "open", f"{kind}: {listed(words)}", evidence, why=_sentence(each.why)
            )


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:] + ("" if why.endswith((".", ")")) else ".")


def _unnamed(view: StoryView) -> Iterator[Line]:
    """Sources that nobody could ring up, one line a report."""
    unnamed = {
        a for o in view.origins if o.kind == "unnamed" for each in o.occasions for a in each.attributions
    }
    held: dict[tuple[str, str], dict[str, list[Evidence]]] = {}
    for attribution in view.attributions:
        vague = attribution.source_type in ("vague", "unstated") and not attribution.speaker
        evidence = attribution_evidence(view.reading, attribution)
        if evidence is None or not (vague or attribution.id in unnamed):
            continue
        if attribution.source_type == "role" and _is_office(view, attribution):
            continue
        kind = "No source given" if attribution.source_type == "unstated" else "Source not named"
        words = attribution.source or attribution.cue
        said = quoted(words.of(view.reading.text[attribution.report]), 60) if words else ""
        held.setdefault((kind, attribution.report), {}).setdefault(said, []).append(evidence)
    for (kind, report), told in sorted(held.items(), key=lambda item: item[0][0], reverse=True):
        names = [
            f"{said} (×{len(found)})" if len(found) > 1 else said for said, found in told.items() if said
        ]
        text = f"{kind} in {report_name(view.reading, report)}: {', '.join(names)}"
        yield line(view, "unestablished", "unnamed", text, [e for found in told.values() for e in found])


def _is_office(view: StoryView, attribution: Attribution) -> bool:
    """Whether the source is an office or body that one could ring up: "the hospital in Oberwart", "the mayor of Orr"."""
    words = attribution.source.of(view.reading.text[attribution.report]) if attribution.source else ""
    return words[:4].lower() == "the "


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
    """Occasions and origins that were joined although no report says so."""
    for origin in view.origins:
        for shared in shared_occasions(view, origin):
            found = inferred_line(view, shared)
            if found:
                yield found
        for reason in origin.reasons:
            if "inferred" in reason.lower():
                text = f"Inferred, not stated: {reason}"
                yield line(
                    view, "unestablished", "inferred", text, _origin_evidence(view, origin), links=[origin.id]
                )


def _maybe_same(view: StoryView) -> Iterator[Line]:
    """Origins that may be one, for each position that several reports tell."""
    for position in told_alike(view):
        links = [k for k in _links(view, position) if k.a in view.origin and k.b in view.origin]
        origins = [view.origin[o] for o in dict.fromkeys(o for k in links for o in (k.a, k.b))]
        if not origins:
            continue
        evidence = [e for o in origins for e in _origin_evidence(view, o, position.claims)]
        names = listed([_said(view, o) for o in origins])
        text = f"Whether it is one origin or more, for {_words(view, position)}: {names}"
        why = "; ".join(dict.fromkeys(k.why for k in links if k.why))
        ids = [position.group, *(o.id for o in origins)]
        yield line(view, "unestablished", "maybe_same", text, evidence, why=why, links=ids)


def _words(view: StoryView, position: Position) -> str:
    return quoted(view.reading.quote(best_claim(view, coarsest(view, position))), 100)


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
    return f"what {listed(reports)} {'gives' if len(reports) == 1 else 'give'} no source for"


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
