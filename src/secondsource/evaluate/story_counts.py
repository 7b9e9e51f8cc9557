"""What follows from the origins, the doubts about them and the relations of a group: positions and counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from secondsource.trace.count import count_origins

__all__ = ["derived_count", "derived_positions", "origins_of"]


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
