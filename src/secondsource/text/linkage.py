"""Average linkage over sparse scores."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

__all__ = ["average_linkage"]


def average_linkage(
    items: Sequence[str], scores: Mapping[tuple[str, str], float], *, min_score: float
) -> list[list[str]]:
    """Merge the two clusters whose members score highest on average, until none reaches ``min_score``.

    Pairs without a score count as 0. Ties are broken by the items' names, so that the order of the
    input changes nothing (UPGMA; Sokal and Michener 1958).

    Args:
        items: Names of the items; each ends in exactly one cluster.
        scores: Score in [0, 1] of pairs, smaller name first.
        min_score: Lowest average at which two clusters are still one.

    Returns:
        Clusters with their items in order of name, in order of their first items.
    """
    members = {item: [item] for item in items}
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        sums[a][b] = sums[b][a] = score
    heap = [(-score, a, b, 1) for (a, b), score in sorted(scores.items()) if score >= min_score]
    heapq.heapify(heap)
    while heap:
        negative, a, b, size = heapq.heappop(heap)
        if a not in members or b not in members or len(members[a]) * len(members[b]) != size:
            continue
        if abs(sums[a][b] / size + negative) > 1e-12:
            continue
        members[a] += members.pop(b)
        for other, value in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + value
        for other in sorted(sums[a]):
            size = len(members[a]) * len(members[other])
            score = sums[a][other] / size
            if score >= min_score:
                first, second = sorted((a, other))
                heapq.heappush(heap, (-score, first, second, size))
    return sorted(sorted(cluster) for cluster in members.values())
