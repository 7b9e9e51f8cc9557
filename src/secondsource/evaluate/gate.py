"""Run what the gate measures and hold it against the floors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.evaluate.floors import Floor, changed, falls
from secondsource.evaluate.measures import Score
from secondsource.evaluate.registry import EVALUATIONS, data_hash, load
from secondsource.evaluate.sets.folder import has_data

__all__ = ["Measurement", "measure", "verdict"]


@dataclass(frozen=True)
class Measurement:
    """Scores of one evaluation, and the hash of the data of each of its data sets."""

    scores: list[Score]
    data: dict[str, str]


def measure(name: str) -> Measurement | None:
    """Run one evaluation; null where a part of its data is not at hand, since the floors are of all of it."""
    if not all(has_data(data) for data in EVALUATIONS[name]):
        return None
    scores = load(name).run()
    return Measurement(scores, {dataset: data_hash(dataset) for dataset in {s.dataset for s in scores}})


def verdict(floors: dict[str, Floor], measured: Measurement) -> Sequence[str]:
    """Return what is wrong, in words: falls, and data sets whose floors are of other data or missing."""
    other = [
        f"{name}: the floors are of other data; look, then renew them"
        for name in changed(floors, measured.data)
    ]
    return [*(str(fall) for fall in falls(floors, measured.scores, measured.data)), *other]
