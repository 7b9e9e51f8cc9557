"""Precision, recall and F1 that add up, and how spans are matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.model import Span

__all__ = ["PRF", "Score", "exact_spans", "overlap_spans"]


@dataclass(frozen=True, slots=True)
class PRF:
    """Counts of true positives, false positives and false negatives; ``+`` adds them (micro average).

    >>> (PRF(1, 1, 0) + PRF(1, 0, 1)).f1
    0.6666666666666666
    """

    tp: float = 0
    fp: float = 0
    fn: float = 0

    def __add__(self, other: PRF) -> PRF:
        return PRF(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Share of the predicted items that are right; 0 where nothing was predicted."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold items that were found; 0 where there are none."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """One row of the scoreboard.

    Attributes:
        stage: Stage verb.
        dataset: Name of the data set and its part ("polnear dev").
        measure: What was measured ("source overlap").
        prf: Counts, or null where ``value`` is a plain figure.
        value: A figure in [0, 1] where there are no counts (value accuracy); else null.
        n: Number of gold items.
        system: ``secondsource`` or the name and version of a peer or floor.
    """

    stage: str
    dataset: str
    measure: str
    prf: PRF | None = None
    value: float | None = None
    n: int = 0
    system: str = "secondsource"


def exact_spans(gold: Iterable[Span], predicted: Iterable[Span]) -> PRF:
    """Count spans that match to the character."""
    wanted, got = set(gold), set(predicted)
    return PRF(len(wanted & got), len(got - wanted), len(wanted - got))


def overlap_spans(gold: Sequence[Span], predicted: Sequence[Span]) -> PRF:
    """Count spans that share at least one character, one to one, greedily by size of the overlap."""
    pairs = sorted(
        (
            (min(g.end, p.end) - max(g.start, p.start), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(predicted)
            if g.overlaps(p)
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, i, j in pairs:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
    hits = len(used_gold)
    return PRF(hits, len(predicted) - hits, len(gold) - hits)
