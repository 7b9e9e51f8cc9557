"""What follows from the origins, the doubts about them and the relations of a group: positions and counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from secondsource.trace.count import count_origins

__all__ = ["StoryCounts", "count_story", "derived_count", "derived_positions", "origins_of"]


def derived_positions(
    claims: Sequence[str], relations: Iterable[Mapping[str, Any]]
) -> list[tuple[list[str], list[str]]]:
    """Return the positions of a group: claims joined by ``same``, and those that count for the position.

    A claim that refines another counts for the position of the other beside its own.

    >>> derived_positions(["a", "b", "c"], [{"a": "a", "b": "b", "is": "same"}, {"a": "b", "b": "c", "is": "refines"}])
    [(['a', 'b'], ['a', 'b', 'c']), (['c'], ['c'])]
    """
    listed = list(relations)
    joined = {claim: {claim} for claim in claims}
    for relation in listed:
        a, b = relation["a"], relation["b"]
        if relation["is"] == "same" and joined[a] is not joined[b]:
            joined[a] |= joined[b]
            for claim in joined[b]:
                joined[claim] = joined[a]
    positions: list[tuple[list[str], list[str]]] = []
    for claim in claims:
        members = joined[claim]
        if min(members, key=claims.index) == claim:
            finer = {r["b"] for r in listed if r["is"] == "refines" and r["a"] in members}
            positions.append(
                ([c for c in claims if c in members], [c for c in claims if c in members | finer])
            )
    return positions


def origins_of(claims: Iterable[str], origins: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the ids of the origins that ``claims`` rest on, in the order of ``origins``."""
    wanted = set(claims)
    return [origin["id"] for origin in origins if wanted & set(origin["claims"])]


def derived_count(
    claims: Iterable[str], origins: Iterable[Mapping[str, Any]], maybe_same: Iterable[Sequence[str]]
) -> dict[str, int]:
    """Return ``min`` and ``max`` of the independent origins behind ``claims``."""
    low, high = count_origins(origins_of(claims, origins), [(a, b) for a, b in maybe_same])
    return {"min": low, "max": high}


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """How much one story, or several added up, holds.

    ``shared`` groups have several claims; ``one_origin`` are those of them whose interval is 1–1. ``long``
    reports have more than 800 words; ``with_long`` stories have such a report.
    """

    stories: int = 0
    reports: int = 0
    words: int = 0
    attributions: int = 0
    nested: int = 0
    quantities: int = 0
    times: int = 0
    claims: int = 0
    origins: int = 0
    groups: int = 0
    shared: int = 0
    one_origin: int = 0
    copies: int = 0
    with_long: int = 0

    def __add__(self, other: StoryCounts) -> StoryCounts:
        return StoryCounts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(StoryCounts)))

    @property
    def share_one_origin(self) -> float:
        """Share of the groups with several claims that rest on exactly one origin; 0 without any."""
        return self.one_origin / self.shared if self.shared else 0.0

    def __str__(self) -> str:
        return (
            f"{self.reports} reports, {self.words} words, {self.attributions} attributions ({self.nested} nested), "
            f"{self.quantities} quantities, {self.times} times, {self.claims} claims, {self.origins} origins, "
            f"{self.groups} groups, {self.shared} of several claims ({self.share_one_origin:.0%} of them 1–1), "
            f"{self.copies} copies"
        )


def count_story(raw: Mapping[str, Any]) -> StoryCounts:
    """Count what a story in the story format holds."""
    words = [len(report["text"].split()) for report in raw["reports"]]
    shared = [group for group in raw["groups"] if len(group["claims"]) > 1]
    return StoryCounts(
        stories=1, reports=len(words), words=sum(words), attributions=len(raw["attributions"]),
        nested=sum(1 for a in raw["attributions"] if a.get("parent")), quantities=len(raw["quantities"]),
        times=len(raw["times"]), claims=len(raw["claims"]), origins=len(raw["origins"]), groups=len(raw["groups"]),
        shared=len(shared), one_origin=sum(1 for g in shared if (g["origins"]["min"], g["origins"]["max"]) == (1, 1)),
        copies=len(raw["copies"]), with_long=int(max(words, default=0) > 800),
    )  # fmt: skip
