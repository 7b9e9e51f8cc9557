"""Two annotations of one story, with every difference planted and counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.errors import StoryError
from secondsource.evaluate.agreement import agreement_of, compare_passes, kappa
from tests.evaluate.gold.test_notation import MARKS, REPORTS


def folder_with(tmp_path: Path, second: str) -> Path:
    for name, text in (("reports.txt", REPORTS), ("first.marks", MARKS), ("second.marks", second)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def figures(folder: Path) -> dict[str, tuple[float | None, float | None, float | None]]:
    return {row.label: (row.f1, row.observed, row.kappa) for row in agreement_of([compare_passes(folder)])}


def test_equal_annotations_agree_in_everything(tmp_path: Path) -> None:
    for label, (f1, observed, _) in figures(folder_with(tmp_path, MARKS)).items():
        assert 1.0 in (f1, observed), label


def test_differences_are_counted(tmp_path: Path) -> None:
    second = (
        MARKS.replace("q | 52 people | =52 of people\n", "")
        .replace("a3 | A fisherman | said", "a3 | fisherman | said")
        .replace("role denies |", "role doubts |")
        .replace("forty -> again | refines", "forty -> again | compatible")
    )
    got = figures(folder_with(tmp_path, second))
    assert got["quantity value"][0] == pytest.approx(4 / 5)  # 2 of 3 and 2 of 2
    assert got["source exact"][0] == pytest.approx(4 / 5)  # the office is one source twice in r2
    assert got["source overlap"][0] == 1.0
    assert got["stance"][1] == pytest.approx(5 / 6)
    assert got["relation"][1] == pytest.approx(3 / 4)


def test_kappa_takes_out_what_chance_explains() -> None:
    # Observed 3/4; chance 1/4 · 2/4 + 3/4 · 2/4 = 1/2.
    assert kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]) == pytest.approx(0.5)
    assert kappa([("a", "a"), ("a", "a")]) is None
    assert kappa([]) is None


def test_a_missing_or_faulty_annotation_is_named(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, MARKS.replace("on Monday | 2031", "on Munday | 2031"))
    with pytest.raises(StoryError, match=r"second: line 5: .*not in the text"):
        compare_passes(folder)
    with pytest.raises(StoryError, match="not read"):
        compare_passes(folder, "first", "third")
