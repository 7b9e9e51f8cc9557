"""Compare two ways of putting the same items into groups: B³, MUC, CEAF, CoNLL and pairs.

References:
    Bagga and Baldwin 1998 (B³); Vilain et al. 1995 (MUC); Luo 2005 (CEAF with the similarity φ4);
    Pradhan et al. 2012 (the CoNLL score is the mean of the three F1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from secondsource.evaluate.measures import PR, PRF

__all__ = ["b_cubed", "ceaf_e", "from_groups", "muc", "pairwise"]

Partition = Mapping[str, Hashable]
"""Item to the group that it is in."""


def from_groups(groups: Iterable[Iterable[str]], items: Iterable[str]) -> dict[str, Hashable]:
    """Return the partition of ``items`` by ``groups``; what is in no group stands alone."""
    found: dict[str, Hashable] = {item: ("alone", item) for item in items}
    for number, group in enumerate(groups):
        for item in group:
            if item in found:
                found[item] = number
    return found


def b_cubed(gold: Partition, predicted: Partition) -> PR:
    """Precision and recall of each item's group, averaged over items.

    >>> round(b_cubed({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 1}).precision, 3)
    0.556
    """
    of_gold, of_predicted = Counter(gold.values()), Counter(predicted.values())
    both = Counter((gold[i], predicted[i]) for i in gold)
    hits = sum(both[gold[i], predicted[i]] / of_predicted[predicted[i]] for i in gold)
    found = sum(both[gold[i], predicted[i]] / of_gold[gold[i]] for i in gold)
    return PR(hits, len(gold), found, len(gold))


def muc(gold: Partition, predicted: Partition) -> PR:
    """Links that would have to be added or cut; items that stand alone do not count.

    >>> muc({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 2}).recall
    0.5
    """
    hits, made = _links(predicted, gold)
    found, wanted = _links(gold, predicted)
    return PR(hits, made, found, wanted)


def _links(whole: Partition, cut_by: Partition) -> tuple[int, int]:
    groups: dict[Hashable, list[str]] = {}
    for item, group in whole.items():
        groups.setdefault(group, []).append(item)
    kept = sum(len(items) - len({cut_by[i] for i in items}) for items in groups.values())
    return kept, sum(len(items) - 1 for items in groups.values())


def ceaf_e(gold: Partition, predicted: Partition) -> PR:
    """Groups matched one to one so that their shared items (φ4) are most.

    Raises:
        MissingExtraError: scipy is not installed.
    """
    mine, theirs = _groups(gold), _groups(predicted)
    scores = [[2 * len(a & b) / (len(a) + len(b)) for b in theirs] for a in mine]
    best = _assigned(scores)
    return PR(best, len(theirs), best, len(mine))


def _groups(partition: Partition) -> list[set[str]]:
    groups: dict[Hashable, set[str]] = {}
    for item, group in partition.items():
        groups.setdefault(group, set()).add(item)
    return list(groups.values())


def _assigned(scores: Sequence[Sequence[float]]) -> float:
    from secondsource.plugins import require

    optimize = require("scipy.optimize", extra="evaluate")
    rows, columns = optimize.linear_sum_assignment(scores, maximize=True)
    return float(sum(scores[i][j] for i, j in zip(rows, columns, strict=True)))


def pairwise(gold: Partition, predicted: Partition) -> PRF:
    """Pairs of items that are in one group.

    >>> pairwise({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 1})
    PRF(tp=1, fp=2, fn=0)
    """
    both = _pairs(Counter((gold[i], predicted[i]) for i in gold))
    return PRF(both, _pairs(Counter(predicted.values())) - both, _pairs(Counter(gold.values())) - both)


def _pairs(sizes: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())
