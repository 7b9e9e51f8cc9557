"""How a section makes a line, and how many lines it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.model import (
    Claim,
    ClaimGroup,
    Evidence,
    Line,
    OriginCount,
    Position,
    Section,
    SectionKind,
    content_id,
)
from secondsource.render.evidence import report_name
from secondsource.render.fragments import hangs_on
from secondsource.render.view import StoryView
from secondsource.render.wording import quoted, sentence
from secondsource.text.actions import actions_of

__all__ = [
    "MOST",
    "SHOWN",
    "TITLES",
    "about_said",
    "best_claim",
    "claims_of",
    "coarsest",
    "is_verbatim",
    "line",
    "section",
    "told_alike",
    "weight",
]

TITLES: dict[SectionKind, str] = {
    "differs": "Where the reports differ",
    "agreed": "Agreed",
    "single": "Resting on one origin",
    "said": "Who said what",
    "silent": "Declined or did not answer",
    "copied": "Copied passages",
    "timeline": "Timeline",
    "unestablished": "Not established",
    "check_next": "What to check next",
}
# A desk reads the first screen of each section: the rest is one click away, and past MOST in the JSON only.
SHOWN: dict[SectionKind, int] = {
    "differs": 8,
    "agreed": 6,
    "single": 10,
    "said": 8,
    "silent": 10,
    "copied": 6,
    "timeline": 14,
    "unestablished": 8,
    "check_next": 8,
}
MOST = 60


def line(
    view: StoryView,
    kind: SectionKind,
    tag: str,
    text: str,
    evidence: Sequence[Evidence],
    *,
    why: str = "",
    origins: OriginCount | None = None,
    links: Iterable[str] = (),
    when: str | None = None,
) -> Line:
    """Return a line whose id is a hash of its story, its section, its words and its evidence."""
    evidence = [e for e in evidence if e.span.of(view.reading.text[e.report]).strip()]
    spans = [f"{e.report}:{e.span.start}-{e.span.end}" for e in evidence]
    ident = content_id("l", view.story.id, kind, tag, text, *spans)
    return Line(
        ident,
        tag,
        text,
        tuple(evidence),
        sentence(_renamed(view, why.strip())),
        origins,
        tuple(dict.fromkeys(links)),
        when,
    )


def _renamed(view: StoryView, reason: str) -> str:
    """A reason of an earlier stage with each report called what the page calls it."""
    for report in view.reports:
        if report.outlet is None and len(report.provenance.name) > 1:
            reason = reason.replace(report.provenance.name, report_name(view.reading, report.id))
    return reason


def section(kind: SectionKind, lines: Iterable[Line], note: str = "") -> Section:
    """Return a section of at most ``MOST`` lines; no line stands in it twice and none lacks evidence."""
    kept = [each for each in {each.id: each for each in lines}.values() if each.evidence]
    left = len(kept) - MOST
    if left > 0:
        note = f"{note} {left} further lines are left out here; the JSON has all objects.".strip()
    return Section(kind, TITLES[kind], tuple(kept[:MOST]), note)


def claims_of(view: StoryView, ids: Iterable[str]) -> list[Claim]:
    """Return the claims of ``ids`` that exist, in order of the story's reports, then of the text."""
    found = [view.reading.claim[i] for i in ids if i in view.reading.claim]
    return sorted(found, key=lambda c: (view.order.get(c.report, len(view.order)), c.span, c.id))


def coarsest(view: StoryView, position: Position) -> list[Claim]:
    """Return the claims of a position that the others refine: what all of them say."""
    inside = set(position.claims)
    finer = {
        c.b
        for c in view.comparisons.get(position.group, ())
        if c.relation == "refines" and c.a in inside and c.b in inside
    }
    claims = claims_of(view, position.claims)
    return [c for c in claims if c.id not in finer] or claims


def told_alike(view: StoryView) -> list[Position]:
    """Return the positions that several reports tell, without those that lie inside a wider one.

    A finer version on as many origins is part of the wider one; the cards show it apart.
    """
    found = [
        p
        for g in view.groups
        for p in view.positions.get(g.id, ())
        if len(view.reports_of(p.claims)) > 1 and claims_of(view, p.claims)
    ]

    def inside(p: Position, other: Position) -> bool:
        same_count = (p.origins.low, p.origins.high) == (other.origins.low, other.origins.high)
        return p.group == other.group and same_count and set(p.claims) < set(other.claims)

    return [p for p in found if not any(inside(p, other) for other in found)]


def weight(view: StoryView, claims: Sequence[Claim]) -> tuple[int, ...]:
    """Return how much claims matter, greatest first when sorted: reports, named sources, figures, actual."""
    named = sum(_is_named(view, c) for c in claims)
    figures = any(value in view.reading.quantity for c in claims for value in c.values)
    actual = any(c.modality == "actual" for c in claims)
    return -len({c.report for c in claims}), -int(figures), -min(named, 3), -int(actual)


def best_claim(view: StoryView, claims: Sequence[Claim]) -> Claim:
    """Return the claim that speaks for a position: it says least that no other report says.

    Then one with a figure, a named source, and short.
    """
    return min(
        claims,
        key=lambda c: (
            _said_alone(view, c, claims),
            not any(value in view.reading.quantity for value in c.values),
            not _is_named(view, c),
            c.span.end <= view.reading.report[c.report].body_start,
            abs(len(c.span) - 70),
            view.order.get(c.report, 0),
            c.span,
        ),
    )


def _said_alone(view: StoryView, claim: Claim, claims: Sequence[Claim]) -> float:
    """Return the share of words and figures that no claim of another report has ("… was freed on bail").

    A clause that hangs on another says too little to speak for several reports.
    """
    others = [c for c in claims if c.report != claim.report]
    if not others:
        return 0.0
    words, figures = {_sense(w) for w in claim.terms}, _figures(view, [claim])
    alone = len(words - {_sense(w) for c in others for w in c.terms}) + len(figures - _figures(view, others))
    # Two more than there are: one word of its own weighs more in a short claim than in a long one.
    share = alone / (len(words) + len(figures) + 2)
    return share + hangs_on(view.reading.text[claim.report], claim.span)


def _sense(word: str) -> str:
    """One word for all that name one action ("slaying", "kill")."""
    return min(actions_of(word), default=word)


def _figures(view: StoryView, claims: Iterable[Claim]) -> set[tuple[float | None, float | None]]:
    found = (view.reading.quantity.get(v) for c in claims for v in c.values)
    return {(q.low, q.high) for q in found if q}


def about_said(view: StoryView, group: ClaimGroup) -> str:
    """Return what a group is about as the beginning of a line; empty where it has no name.

    Words of one of its claims are quoted: a heading must not side with one version.
    """
    about = " ".join(group.about.split())
    if not about:
        return ""
    if is_verbatim(view, group):
        return f"On {quoted(about, 90)}: "
    return f"{about[0].upper()}{about[1:]}: "


def is_verbatim(view: StoryView, group: ClaimGroup) -> bool:
    """Whether a group is called by the words of one of its claims."""
    about = " ".join(group.about.split())
    return any(about in " ".join(view.reading.quote(c).split()) for c in claims_of(view, group.claims))


def _is_named(view: StoryView, claim: Claim) -> bool:
    attribution = view.attribution_of(claim)
    return bool(attribution and attribution.source_type in ("named", "role"))
