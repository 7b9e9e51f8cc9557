"""Precision, recall and F1 that add up, and how spans are matched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.model import Span

__all__ = ["PR", "PRF", "Measured", "Score", "exact_spans", "mean_f1", "overlap_spans", "scores_of"]


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

    @property
    def support(self) -> float:
        """Number of gold items."""
        return self.tp + self.fn


@dataclass(frozen=True, slots=True)
class PR:
    """Precision and recall that are counted over different things, as B³ and MUC do; ``+`` adds the counts."""

    hits: float = 0
    predicted: float = 0
    found: float = 0
    gold: float = 0

    def __add__(self, other: PR) -> PR:
        return PR(
            self.hits + other.hits,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """``hits`` of what was ``predicted``; 0 where nothing was predicted."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """What was ``found`` of the ``gold``; 0 where there is none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def support(self) -> float:
        """Number of gold items."""
        return self.gold


Counts = PRF | PR
Part = Counts | tuple[Counts, ...]
"""The counts of one document, or of its classes where F1 is averaged over classes."""


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
        parts: The counts document by document, for intervals; empty where they are not kept.
    """

    stage: str
    dataset: str
    measure: str
    prf: PRF | PR | None = None
    value: float | None = None
    n: int = 0
    system: str = "secondsource"
    parts: tuple[Part, ...] = field(default=(), repr=False)

    @property
    def figure(self) -> float:
        """The one figure that the row is about: F1, or the value."""
        return self.value if self.value is not None else self.prf.f1 if self.prf is not None else 0.0


@dataclass
class Measured:
    """What was counted in one document: counts by measure, and its errors in words, each with its kind.

    ``shares`` are measures that are a plain share of right items: their counts are read as ``tp`` of all gold.
    """

    counts: dict[str, PRF | PR] = field(default_factory=dict)
    errors: list[tuple[str, str]] = field(default_factory=list)
    shares: set[str] = field(default_factory=set)

    def add(self, measure: str, counts: PRF | PR) -> None:
        """Add counts to a measure."""
        before = self.counts.get(measure)
        self.counts[measure] = counts if before is None else _sum([before, counts])

    def judge(self, measure: str, right: bool, error: str = "") -> None:
        """Count one gold item as right or wrong, and keep the words for a wrong one."""
        self.shares.add(measure)
        self.add(measure, PRF(1, 0, 0) if right else PRF(0, 1, 1))
        if not right and error:
            self.errors.append((measure, error))


def scores_of(
    measured: Sequence[Measured], stage: str | Mapping[str, str], dataset: str, system: str = "secondsource"
) -> list[Score]:
    """Return one row a measure, added up over documents, with the counts of each kept for intervals.

    Args:
        measured: The documents.
        stage: Stage verb, or the verb of each measure (``""`` for those not named).
        dataset: Name of the data set.
        system: Who was measured.
    """
    names = dict.fromkeys(name for each in measured for name in each.counts)
    shares = {name for each in measured for name in each.shares}
    rows = []
    for name in names:
        parts = tuple(each.counts[name] for each in measured if name in each.counts)
        total = _sum(parts)
        n = round(total.support)
        verb = stage if isinstance(stage, str) else stage.get(name, stage.get("", ""))
        if name in shares:
            rows.append(Score(verb, dataset, name, value=total.recall, n=n, system=system, parts=parts))
        else:
            rows.append(Score(verb, dataset, name, prf=total, n=n, system=system, parts=parts))
    return rows


def _sum(parts: Sequence[PRF | PR]) -> PRF | PR:
    total = parts[0]
    for part in parts[1:]:
        total = total + part  # type: ignore[operator]
    return total


def mean_f1(parts: Sequence[tuple[PRF | PR, ...]]) -> float:
    """Return the mean over classes of the F1 of their summed counts; classes without gold are left out."""
    if not parts:
        return 0.0
    sums = [_sum(column) for column in zip(*parts, strict=True)]
    seen = [each.f1 for each in sums if each.support]
    return sum(seen) / len(seen) if seen else 0.0


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
