"""The lowest accepted scores, and the gate that fails when one falls."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondsource.errors import OptionError
from secondsource.evaluate.measures import Score

__all__ = ["Fall", "Floor", "changed", "falls", "key_of", "read_floors", "renewed", "write_floors"]

SLACK = 0.0005
"""What rounding to a tenth of a per cent may hide."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest accepted figure, in [0, 1], on data with this hash; ``reason`` where it was once lowered."""

    figure: float
    data: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fall:
    """A score under its floor; ``figure`` is null where it was not measured though its data is the same."""

    key: str
    floor: float
    figure: float | None

    def __str__(self) -> str:
        got = "not measured" if self.figure is None else f"{100 * self.figure:.1f}"
        return f"{self.key}: {got}, floor {100 * self.floor:.1f}"


def key_of(score: Score) -> str:
    """Return the key of a score in the file of floors."""
    return f"{score.stage} | {score.dataset} | {score.measure}"


def read_floors(path: Path) -> dict[str, Floor]:
    """Return the floors of ``evaluation/floors.json``; none where there is no such file."""
    if not path.is_file():
        return {}
    raw: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return {key: Floor(**each) for key, each in raw.items()}


def write_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write the floors, sorted by key."""
    raw = {}
    for key, floor in sorted(floors.items()):
        raw[key] = {
            "figure": floor.figure,
            "data": floor.data,
            **({"reason": floor.reason} if floor.reason else {}),
        }
    path.write_text(json.dumps(raw, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _ours(scores: Iterable[Score]) -> dict[str, float]:
    return {key_of(score): score.figure for score in scores if score.system == "secondsource"}


def falls(floors: Mapping[str, Floor], scores: Sequence[Score], data: Mapping[str, str]) -> list[Fall]:
    """Return the scores under their floor, and the floors of these data sets that nothing was measured for.

    Args:
        floors: The accepted figures; only those on the same data are compared.
        scores: What was measured; other systems than ours are left out.
        data: Data set to the hash of what was read.
    """
    measured = _ours(scores)
    found = []
    for key, floor in sorted(floors.items()):
        if floor.data == data.get(_dataset(key)):
            figure = measured.get(key)
            if figure is None or figure < floor.figure - SLACK:
                found.append(Fall(key, floor.figure, figure))
    return found


def changed(floors: Mapping[str, Floor], data: Mapping[str, str]) -> list[str]:
    """Return the data sets whose hash is not that of their floors, or that have none."""
    known: dict[str, set[str]] = {}
    for key, floor in floors.items():
        known.setdefault(_dataset(key), set()).add(floor.data)
    return sorted(dataset for dataset, digest in data.items() if known.get(dataset) != {digest})


def _dataset(key: str) -> str:
    return key.split(" | ")[1]


def renewed(
    floors: Mapping[str, Floor],
    scores: Sequence[Score],
    data: Mapping[str, str],
    *,
    lower: str | None = None,
) -> dict[str, Floor]:
    """Return the floors raised to what was measured; those of this data that fell only with a reason.

    Floors of a data set whose hash is another now are set anew, since the two cannot be compared.

    Raises:
        OptionError: A score fell and no reason was given.
    """
    fallen = falls(floors, scores, data)
    if fallen and not (lower or "").strip():
        listed = "; ".join(str(fall) for fall in fallen)
        raise OptionError(f"lowering a floor needs --lower and a reason: {listed}")
    known = {key: floor for key, floor in floors.items() if floor.data == data.get(_dataset(key), floor.data)}
    for fall in fallen:
        if fall.figure is None:
            del known[fall.key]
        else:
            known[fall.key] = Floor(_rounded(fall.figure), known[fall.key].data, str(lower))
    for key, figure in _ours(scores).items():
        if key not in known or figure > known[key].figure:
            known[key] = Floor(_rounded(figure), data[_dataset(key)])
    return known


def _rounded(figure: float) -> float:
    return round(figure, 4)
