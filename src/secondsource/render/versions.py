"""Versions of a group: claims that say the same, and how each two versions relate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from secondsource.model import Claim, ClaimGroup, Comparison, Quantity, Relation, TimeExpression
from secondsource.render.view import StoryView

__all__ = ["RANK", "Difference", "Pair", "differences", "value_in"]

RANK: tuple[Relation, ...] = ("conflicts", "denies", "updates", "refines")


@dataclass(frozen=True, slots=True)
class Pair:
    """How two versions relate, read from ``first`` to ``second``, with the comparisons that say so."""

    first: int
    second: int
    relation: Relation
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Versions of one group that hang together, in the order in which a reader should meet them.

    ``pairs`` refer to the versions by their place.
    """

    group: ClaimGroup
    versions: tuple[tuple[str, ...], ...]
    pairs: tuple[Pair, ...]

    @property
    def relation(self) -> Relation:
        """The weightiest relation in it."""
        return min((p.relation for p in self.pairs), key=RANK.index)


def differences(view: StoryView, group: ClaimGroup) -> list[Difference]:
    """Return the differences of a group; none where all its claims go together."""
    classes = view.classes(group)
    found = [_ordered(view, group, classes, pairs) for pairs in _components(_pairs(view, group, classes))]
    return [each for each in found if _worth_showing(view, each)]


def _worth_showing(view: StoryView, difference: Difference) -> bool:
    """Whether it is more than one report being vague first and precise later."""
    reports = view.reports_of(claim for version in difference.versions for claim in version)
    return len(reports) > 1 or difference.relation in ("conflicts", "denies")


def _pairs(view: StoryView, group: ClaimGroup, classes: Sequence[tuple[str, ...]]) -> list[Pair]:
    """Return for each two classes the relation that most of their claims stand in, the weightier on a tie."""
    of = {claim: i for i, each in enumerate(classes) for claim in each}
    between: dict[tuple[int, int], list[Comparison]] = {}
    for c in view.comparisons.get(group.id, ()):
        if c.a in of and c.b in of and of[c.a] != of[c.b]:
            between.setdefault((min(of[c.a], of[c.b]), max(of[c.a], of[c.b])), []).append(c)
    pairs = []
    for _, compared in sorted(between.items()):
        counts = Counter(c.relation for c in compared if c.relation in RANK)
        if not counts:
            continue
        relation = min(counts, key=lambda r: (-counts[r], RANK.index(r)))
        kept = tuple(sorted((c for c in compared if c.relation == relation), key=lambda c: (c.a, c.b)))
        pairs.append(Pair(of[kept[0].a], of[kept[0].b], relation, kept))
    return pairs


def _components(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return the pairs in sets that share a version, in order."""
    sets: list[tuple[set[int], list[Pair]]] = []
    for pair in pairs:
        ends = {pair.first, pair.second}
        joined = [each for each in sets if each[0] & ends]
        sets = [each for each in sets if not each[0] & ends]
        members = [p for each in joined for p in each[1]]
        sets.append((ends.union(*(each[0] for each in joined)), [*members, pair]))
    return [sorted(members, key=lambda p: (p.first, p.second)) for _, members in sets]


def _ordered(
    view: StoryView, group: ClaimGroup, classes: Sequence[tuple[str, ...]], pairs: Sequence[Pair]
) -> Difference:
    """Order versions: older, coarser and denied ones first, then by figure, denials last; renumber the pairs."""
    depth: Counter[int] = Counter()
    denial: set[int] = set()
    for pair in pairs:
        depth[pair.first] += 0
        depth[pair.second] += pair.relation in ("updates", "refines")
        if pair.relation == "denies":
            denial.add(pair.second)
    order = sorted(depth, key=lambda i: (i in denial, depth[i], _figure(view, classes[i]), i))
    place = {index: i for i, index in enumerate(order)}
    renumbered = [Pair(place[p.first], place[p.second], p.relation, p.comparisons) for p in pairs]
    renumbered.sort(key=lambda p: (RANK.index(p.relation), p.first, p.second))
    return Difference(group, tuple(classes[i] for i in order), tuple(renumbered))


def _figure(view: StoryView, version: tuple[str, ...]) -> float:
    """The figure of a version whose claims have one each; last where there is none."""
    values = [_among(view, claim, view.reading.quantity) for claim in version]
    only = [view.reading.quantity[each[0]] for each in values if len(each) == 1]
    figures = [q.low if q.low is not None else q.high for q in only]
    return min((f for f in figures if f is not None), default=float("inf"))


def value_in(view: StoryView, difference: Difference, claim: Claim) -> Quantity | TimeExpression | None:
    """Return the figure or date of a claim that decided; its only one where the comparisons name none."""
    for pair in difference.pairs:
        for c in pair.comparisons:
            ident = c.a_value if c.a == claim.id else c.b_value if c.b == claim.id else None
            value = _value(view, ident) if ident else None
            if value:
                return value
    denials = {c.b for pair in difference.pairs if pair.relation == "denies" for c in pair.comparisons}
    if claim.id in denials or all(pair.relation == "denies" for pair in difference.pairs):
        return None
    for known in (view.reading.quantity, view.reading.time):
        # Figures decide where every version has one claim with one figure; else dates do.
        if all(any(len(_among(view, c, known)) == 1 for c in version) for version in difference.versions):
            mine = _among(view, claim.id, known)
            return _value(view, mine[0]) if len(mine) == 1 else None
    return None


def _among(view: StoryView, claim: str, known: Container[str]) -> list[str]:
    """The values of a claim that are of one kind."""
    return [v for v in view.reading.claim[claim].values if v in known] if claim in view.reading.claim else []


def _value(view: StoryView, ident: str) -> Quantity | TimeExpression | None:
    return view.reading.quantity.get(ident) or view.reading.time.get(ident)
