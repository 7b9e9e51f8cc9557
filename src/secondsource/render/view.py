"""`StoryView`: one story's objects with the look-ups that its sections need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from secondsource.model import (
    Attribution,
    Claim,
    ClaimGroup,
    Comparison,
    Copy,
    Findings,
    Origin,
    OriginCount,
    Position,
    Reading,
    Report,
    Story,
)

__all__ = ["StoryView"]


@dataclass(frozen=True)
class StoryView:
    """A story and everything that was found in its reports."""

    reading: Reading
    findings: Findings
    story: Story

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The story's reports, in its order."""
        return tuple(self.reading.report[r] for r in self.story.reports if r in self.reading.report)

    @cached_property
    def order(self) -> dict[str, int]:
        """Place of each report in the story."""
        return {r.id: i for i, r in enumerate(self.reports)}

    @cached_property
    def groups(self) -> tuple[ClaimGroup, ...]:
        """The story's groups."""
        return tuple(g for g in self.findings.groups if g.story == self.story.id)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the story's reports, report by report, in order of the text."""
        found = (self.reading.extraction.get(r.id) for r in self.reports)
        return tuple(c for x in found if x for c in x.claims)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """All attributions of the story's reports, report by report."""
        found = (self.reading.extraction.get(r.id) for r in self.reports)
        return tuple(a for x in found if x for a in x.attributions)

    @cached_property
    def comparisons(self) -> dict[str, list[Comparison]]:
        """Comparisons by group."""
        by_group: dict[str, list[Comparison]] = {}
        mine = {g.id for g in self.groups}
        for comparison in self.findings.comparisons:
            if comparison.group in mine:
                by_group.setdefault(comparison.group, []).append(comparison)
        return by_group

    @cached_property
    def positions(self) -> dict[str, list[Position]]:
        """Positions by group, each with the claims that refine it: they are counted with it."""
        by_group: dict[str, list[Position]] = {}
        mine = {g.id for g in self.groups}
        for position in self.findings.positions:
            if position.group in mine:
                whole = replace(position, claims=self._with_finer(position))
                by_group.setdefault(position.group, []).append(whole)
        return by_group

    def _with_finer(self, position: Position) -> tuple[str, ...]:
        refines = [c for c in self.comparisons.get(position.group, ()) if c.relation == "refines"]
        held, before = list(position.claims), 0
        while len(held) > before:
            before = len(held)
            held += dict.fromkeys(c.b for c in refines if c.a in held and c.b not in held)
        return tuple(held)

    @cached_property
    def copy(self) -> dict[str, Copy]:
        """Copies by id."""
        return {c.id: c for c in reversed(self.findings.copies)}

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """Origins with a claim or an attribution in one of the story's reports."""
        mine = {c.id for c in self.claims} | {a.id for a in self.attributions}
        return tuple(
            o
            for o in self.findings.origins
            if mine.intersection(o.claims)
            or any(mine.intersection(occasion.attributions) for occasion in o.occasions)
        )

    @cached_property
    def origin(self) -> dict[str, Origin]:
        """Origins by id."""
        return {o.id: o for o in self.findings.origins}

    @cached_property
    def origin_of(self) -> dict[str, Origin]:
        """Origin of each claim."""
        return {claim: o for o in self.findings.origins for claim in o.claims}

    @cached_property
    def origin_behind(self) -> dict[str, Origin]:
        """Origin by the id of a claim or of an attribution that rests on it."""
        found: dict[str, Origin] = {}
        for origin in self.findings.origins:
            for occasion in origin.occasions:
                found.update((a, origin) for a in occasion.attributions if a not in found)
            for claim in (self.reading.claim.get(c) for c in origin.claims):
                if claim and claim.attribution:
                    found.setdefault(claim.attribution, origin)
        return found | self.origin_of

    def classes(self, group: ClaimGroup) -> list[tuple[str, ...]]:
        """Return the group's claims joined by ``same``, each class and the list in the group's order."""
        root = {claim: claim for claim in group.claims if claim in self.reading.claim}

        def find(claim: str) -> str:
            while root[claim] != claim:
                claim = root[claim]
            return claim

        for c in self.comparisons.get(group.id, ()):
            if c.relation == "same" and c.a in root and c.b in root:
                root[find(c.b)] = find(c.a)
        joined: dict[str, list[str]] = {}
        for claim in root:
            joined.setdefault(find(claim), []).append(claim)
        return [tuple(each) for each in joined.values()]

    def position_of(self, group: str, claims: Iterable[str]) -> Position | None:
        """Return the position that holds ``claims``: the smallest of those that hold most of them."""
        wanted = set(claims)
        held = [p for p in self.positions.get(group, ()) if wanted.intersection(p.claims)]
        return min(held, key=lambda p: (-len(wanted.intersection(p.claims)), len(p.claims)), default=None)

    def count_of(self, group: str, claims: Iterable[str]) -> OriginCount | None:
        """Return the origin count of the position that holds ``claims``, or null."""
        position = self.position_of(group, claims)
        return position.origins if position else None

    def reports_of(self, claims: Iterable[str]) -> list[str]:
        """Return ids of the reports that carry ``claims``, in the story's order."""
        found = {self.reading.claim[c].report for c in claims if c in self.reading.claim}
        return sorted(found, key=lambda r: (self.order.get(r, len(self.order)), r))

    def attribution_of(self, claim: Claim) -> Attribution | None:
        """Return the attribution that a claim stands in, or null."""
        return self.reading.attribution.get(claim.attribution) if claim.attribution else None
