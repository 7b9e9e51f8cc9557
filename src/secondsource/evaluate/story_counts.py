"""What follows from the origins, the doubts about them and the relations of a group: positions and counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from secondsource.trace.count import count_origins

__all__ = ["derived_count", "derived_positions", "origins_of"]


def derived_positions(claims: Sequence[str], relations: Iterable[Mapping[str, Any]]) -> list[list[str]]:
    """Return the positions of a group: claims joined by ``same``, each with all claims that refine them.

    A claim that refines another stands in its own position and in that of the other.

    >>> derived_positions(["a", "b", "c"], [{"a": "a", "b": "b", "is": "same"}, {"a": "b", "b": "c", "is": "refines"}])
    [['a', 'b', 'c'], ['c']]
    """
    listed = list(relations)
    joined = {claim: {claim} for claim in claims}
    for relation in listed:
        a, b = relation["a"], relation["b"]
        if relation["is"] == "same" and joined[a] is not joined[b]:
            joined[a] |= joined[b]
            for claim in joined[b]:
                joined[claim] = joined[a]
    finer: dict[str, set[str]] = {claim: set() for claim in claims}
    for relation in listed:
        if relation["is"] == "refines":
            finer[relation["a"]].add(relation["b"])
    positions: list[list[str]] = []
    for claim in claims:
        if min(joined[claim], key=claims.index) != claim:
            continue
        members = set(joined[claim])
        queue = sorted(members)
        while queue:
            fresh = {each for below in finer[queue.pop()] for each in joined[below]} - members
            members |= fresh
            queue.extend(sorted(fresh))
        positions.append([each for each in claims if each in members])
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
