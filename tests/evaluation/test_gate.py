"""No score falls under its floor, and a planted fall is seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.gate import FLOORS, main
from secondsource.evaluate.floors import read_floors
from secondsource.evaluate.gate import measure, verdict
from secondsource.evaluate.registry import EVALUATIONS, GATED
from secondsource.evaluate.sets.folder import has_data


@pytest.mark.parametrize("name", GATED)
def test_no_score_falls(name: str) -> None:
    absent = [data for data in EVALUATIONS[name] if not has_data(data)]
    if absent:
        pytest.skip(f"the gold data {', '.join(absent)} is not at hand; set SECONDSOURCE_DATA")
    measured = measure(name)
    assert measured is not None
    assert list(verdict(read_floors(FLOORS), measured)) == []


def test_a_planted_fall_fails_the_gate_and_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = json.loads(FLOORS.read_text(encoding="utf-8"))
    key = "extract | examples | content exact"
    raw[key]["figure"] = 1.0
    planted = tmp_path / "floors.json"
    planted.write_text(json.dumps(raw), encoding="utf-8")
    assert main(["stories", "--floors", str(planted)]) == 1
    assert f"{key}: " in capsys.readouterr().out
