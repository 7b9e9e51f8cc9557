"""Intervals of scores by resampling documents (Efron 1979; percentiles)."""

from __future__ import annotations

import random
from collections.abc import Sequence

from secondsource.evaluate.measures import PR, PRF, Score, mean_f1

__all__ = ["interval"]

RESAMPLES = 500
LEVEL = 0.95
SEED = 20261125


def interval(score: Score, *, resamples: int = RESAMPLES) -> tuple[float, float] | None:
    """Return the middle 95 % of the figure over resampled documents; null with fewer than two of them.

    Documents are drawn with replacement, as many as there are; the draw is seeded by nothing but a constant,
    so that the same counts give the same interval.
    """
    if len(score.parts) < 2:
        return None
    draw = random.Random(SEED)  # noqa: S311 - resampling, nothing secret
    size = len(score.parts)
    figures = sorted(_figure(score, draw.choices(range(size), k=size)) for _ in range(resamples))
    cut = int(resamples * (1 - LEVEL) / 2)
    return figures[cut], figures[-1 - cut]


def _figure(score: Score, chosen: Sequence[int]) -> float:
    first = score.parts[0]
    if isinstance(first, tuple):
        return mean_f1([part for i in chosen if isinstance(part := score.parts[i], tuple)])
    if isinstance(first, PRF):
        tp = fp = fn = 0.0
        for i in chosen:
            part = score.parts[i]
            assert isinstance(part, PRF)
            tp, fp, fn = tp + part.tp, fp + part.fp, fn + part.fn
        total = PRF(tp, fp, fn)
        return total.recall if score.value is not None else total.f1
    summed = PR()
    for i in chosen:
        part = score.parts[i]
        assert isinstance(part, PR)
        summed += part
    return summed.recall if score.value is not None else summed.f1
