"""Where reports differ: versions of one fact side by side, conflicts before denials, updates, refinements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model import (
    ClaimGroup,
    Comparison,
    Evidence,
    Line,
    Quantity,
    Relation,
    Section,
    TimeExpression,
)
from secondsource.render.evidence import claim_evidence
from secondsource.render.sections.lines import about_said, best_claim, claims_of, line, section, weight
from secondsource.render.view import StoryView
from secondsource.render.wording import listed, quoted

__all__ = ["RANK", "differs"]

RANK: tuple[Relation, ...] = ("conflicts", "denies", "updates", "refines")
_JOINED = {"conflicts": " or ", "updates": ", later ", "refines": ", more precisely "}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two versions of a group and what decides between them; ``first`` and ``second`` index the classes."""

    first: int
    second: int
    relation: Relation
    comparisons: tuple[Comparison, ...]


def differs(view: StoryView) -> Section:
    """Return one line for each group, relation and set of versions that hang together by it."""
    found: list[tuple[tuple[object, ...], Line]] = []
    for group in view.groups:
        classes = view.classes(group)
        pairs = _pairs(view, group, classes)
        for relation in RANK:
            for together in _components([p for p in pairs if p.relation == relation]):
                made = _line(view, group, classes, together)
                claims = claims_of(view, [c for c in made.links if c in view.reading.claim])
                found.append(((RANK.index(relation), weight(view, claims), len(found)), made))
    found.sort(key=lambda each: each[0])
    note = "" if found else "No difference was found. That is not a finding that the reports agree."
    return section("differs", [made for _, made in found], note)


def _pairs(view: StoryView, group: ClaimGroup, classes: list[tuple[str, ...]]) -> list[_Pair]:
    """Return for each two classes the relation that most of their claims stand in, the stronger on a tie."""
    of = {claim: i for i, each in enumerate(classes) for claim in each}
    between: dict[tuple[int, int], list[Comparison]] = {}
    for c in view.comparisons.get(group.id, ()):
        if c.a in of and c.b in of and of[c.a] != of[c.b]:
            between.setdefault((min(of[c.a], of[c.b]), max(of[c.a], of[c.b])), []).append(c)
    pairs = []
    for compared in between.values():
        counts = Counter(c.relation for c in compared if c.relation in RANK)
        if not counts:
            continue
        relation = min(counts, key=lambda r: (-counts[r], RANK.index(r)))
        kept = tuple(c for c in compared if c.relation == relation)
        pairs.append(_Pair(of[kept[0].a], of[kept[0].b], relation, kept))
    return pairs


def _components(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """Return the pairs in sets that share a version, in order."""
    sets: list[tuple[set[int], list[_Pair]]] = []
    for pair in pairs:
        ends = {pair.first, pair.second}
        joined = [each for each in sets if each[0] & ends]
        sets = [each for each in sets if not each[0] & ends]
        members = sorted((p for each in joined for p in each[1]), key=lambda p: (p.first, p.second))
        sets.append((ends.union(*(each[0] for each in joined)), [*members, pair]))
    return [members for _, members in sets]


def _line(view: StoryView, group: ClaimGroup, classes: list[tuple[str, ...]], pairs: Sequence[_Pair]) -> Line:
    relation = pairs[0].relation
    values = _values(view, pairs)
    evidence: list[Evidence] = []
    said: list[str] = []
    seconds = {p.second for p in pairs}
    answers: list[str] = []
    for side, index in enumerate(_sides(pairs), 1):
        claims = claims_of(view, classes[index])
        mine = [
            claim_evidence(view.reading, claim, side=side, value=values.get(claim.id)) for claim in claims
        ]
        evidence += mine
        best = best_claim(view, claims)
        shown = next((e for e in mine if e.link == best.id), mine[0])
        (answers if index in seconds else said).append(
            quoted((shown.focus or shown.span).of(view.reading.text[shown.report]), 120)
        )
    reasons = dict.fromkeys(c.why.strip() for p in pairs for c in p.comparisons if c.why.strip())
    return line(
        view,
        "differs",
        relation,
        about_said(view, group) + _joined(relation, said, answers),
        evidence,
        why=" ".join(_sentence(reason) for reason in list(reasons)[:3]),
        links=[group.id, *(e.link for e in evidence if e.link)],
    )


def _joined(relation: Relation, said: list[str], answers: list[str]) -> str:
    """Put the versions into one line: what was said first, then what denies, updates or refines it."""
    if relation == "denies":
        return f"{listed(list(dict.fromkeys(said)))}; denied: {listed(list(dict.fromkeys(answers)))}"
    return _JOINED[relation].join(dict.fromkeys(said + answers))


def _sides(pairs: Sequence[_Pair]) -> list[int]:
    """Return the versions in order: what is denied, older or coarser first."""
    depth: Counter[int] = Counter()
    for pair in pairs:
        depth[pair.first] += 0
        depth[pair.second] += 1
    return sorted(depth, key=lambda index: (depth[index], index))


def _values(view: StoryView, pairs: Sequence[_Pair]) -> dict[str, Quantity | TimeExpression]:
    """Return for each claim the value that decided, by claim id."""
    found: dict[str, Quantity | TimeExpression] = {}
    for c in (c for p in pairs for c in p.comparisons):
        for claim, ident in ((c.a, c.a_value), (c.b, c.b_value)):
            value = (view.reading.quantity.get(ident) or view.reading.time.get(ident)) if ident else None
            if value:
                found.setdefault(claim, value)
    return found


def _sentence(reason: str) -> str:
    return reason[0].upper() + reason[1:] + ("" if reason[-1] in ".!?" else ".")
