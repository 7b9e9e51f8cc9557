"""How many independent origins stand behind each group and each of its positions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from secondsource.model import ClaimGroup, Comparison, Origin, OriginCount, OriginLink, Position, Reading
from secondsource.trace.base import Traced
from secondsource.trace.count import count_origins
from secondsource.trace.union import Union

__all__ = ["weigh"]


def weigh(
    reading: Reading, groups: Sequence[ClaimGroup], comparisons: Sequence[Comparison], traced: Traced
) -> tuple[dict[str, OriginCount], tuple[Position, ...]]:
    """Return the count of every group, and its positions with theirs.

    A position is the claims that ``same`` joins, counted with the claims that refine them. A denial or
    another value is a position of its own: it never counts for what it opposes.
    """
    related: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        related[comparison.group].append(comparison)
    by_id = {o.id: o for o in traced.origins}
    counts, positions = {}, []
    for group in groups:
        counts[group.id] = _count(reading, group.claims, traced, by_id)
        for claims, counted in _positions(group.claims, related[group.id]):
            positions.append(Position(group.id, claims, _count(reading, counted, traced, by_id)))
    return counts, tuple(positions)


def _positions(
    claims: Sequence[str], related: Sequence[Comparison]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of (claims of the position, claims that count for it)."""
    union = Union(claims)
    for comparison in related:
        if comparison.relation == "same":
            union.join(comparison.a, comparison.b)
    joined: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        joined[union.find(claim)].append(claim)
    found = []
    for ids in joined.values():
        finer = {c.b for c in related if c.relation == "refines" and c.a in ids}
        # 17, 19 and 23 each fit "at least 12"; as they exclude each other, none of them counts for it.
        split = {
            x for c in related if c.relation in _APART and {c.a, c.b} <= finer | set(ids) for x in (c.a, c.b)
        }
        kept = finer - split
        found.append((tuple(ids), tuple(i for i in claims if i in ids or i in kept)))
    return found


_APART = frozenset(["conflicts", "updates", "denies", "not_comparable"])


def _count(
    reading: Reading, claims: Sequence[str], traced: Traced, by_id: Mapping[str, Origin]
) -> OriginCount:
    origins = tuple(dict.fromkeys(traced.origin_of[c] for c in claims))
    links = tuple(link for link in traced.maybe_same if link.a in origins and link.b in origins)
    low, high = count_origins(origins, [(link.a, link.b) for link in links])
    return OriginCount(low, high, _why(reading, claims, traced, by_id, origins, links), links, origins)


def _why(
    reading: Reading,
    claims: Sequence[str],
    traced: Traced,
    by_id: Mapping[str, Origin],
    origins: Sequence[str],
    links: Sequence[OriginLink],
) -> str:
    """Say what each origin is, how many reports rest on it, and what could not be established."""
    said = []
    for key in origins:
        origin = by_id[key]
        reports = list(dict.fromkeys(reading.claim[c].report for c in claims if traced.origin_of[c] == key))
        name = origin.name
        if len(reports) > 1:
            name += f" (in {len(reports)} reports)"
        reasons = [r for r in origin.reasons if len(reports) > 1 or "speaks for" in r]
        said.append(name + (f": {'; '.join(reasons[:2])}" if reasons and len(reports) > 1 else ""))
    text = "; ".join(said)
    if links:
        text += ". Not established: " + "; ".join(dict.fromkeys(link.why for link in links[:3]))
    return text
