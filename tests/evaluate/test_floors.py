from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.errors import OptionError
from secondsource.evaluate.floors import Floor, changed, falls, read_floors, renewed, write_floors
from secondsource.evaluate.measures import Score

KEY = "trace | corpus dev | interval by group"


def scored(figure: float, system: str = "secondsource") -> list[Score]:
    return [Score("trace", "corpus dev", "interval by group", value=figure, n=10, system=system)]


FLOORS = {KEY: Floor(0.5, "abc")}
DATA = {"corpus dev": "abc"}


def test_a_score_under_its_floor_falls() -> None:
    (fall,) = falls(FLOORS, scored(0.49), DATA)
    assert str(fall) == f"{KEY}: 49.0, floor 50.0"


def test_a_score_at_its_floor_or_above_does_not_fall() -> None:
    assert falls(FLOORS, scored(0.5), DATA) == []
    assert falls(FLOORS, scored(0.9), DATA) == []


def test_a_floor_that_nothing_was_measured_for_falls() -> None:
    (fall,) = falls(FLOORS, [], DATA)
    assert "not measured" in str(fall)


def test_a_floor_does_not_count_for_other_data_which_is_named() -> None:
    assert falls(FLOORS, scored(0.1), {"corpus dev": "xyz"}) == []
    assert changed(FLOORS, {"corpus dev": "xyz"}) == ["corpus dev"]
    assert changed(FLOORS, DATA) == []


def test_other_systems_have_no_floor() -> None:
    assert falls({}, scored(0.1, "always 1–1"), DATA) == []
    assert renewed({}, scored(0.1, "always 1–1"), DATA) == {}


def test_floors_rise_by_themselves_and_fall_only_with_a_reason() -> None:
    assert renewed(FLOORS, scored(0.6), DATA)[KEY] == Floor(0.6, "abc")
    with pytest.raises(OptionError, match="--lower and a reason"):
        renewed(FLOORS, scored(0.4), DATA)
    with pytest.raises(OptionError, match="--lower and a reason"):
        renewed(FLOORS, scored(0.4), DATA, lower="  ")
    assert renewed(FLOORS, scored(0.4), DATA, lower="gold mended")[KEY] == Floor(0.4, "abc", "gold mended")


def test_floors_of_other_data_are_set_anew() -> None:
    assert renewed(FLOORS, scored(0.3), {"corpus dev": "xyz"}) == {KEY: Floor(0.3, "xyz")}


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == {}
    write_floors(path, FLOORS)
    assert read_floors(path) == FLOORS
