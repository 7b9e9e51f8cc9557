from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from secondsource.evaluate.fingerprint import fingerprint
from secondsource.evaluate.measures import PRF, Measured, Score, scores_of
from secondsource.evaluate.scoreboard import Published, Run, read_published, scoreboard


def test_a_row_shows_ours_with_its_interval_beside_floors_peers_and_published_scores() -> None:
    ours = scores_of(
        [Measured({"value": PRF(3, 1, 1)}), Measured({"value": PRF(1, 1, 1)})], "extract", "toy dev"
    )
    floor = [Score("extract", "toy dev", "value", prf=PRF(1, 3, 5), n=6, system="floor: digits")]
    run = Run(
        "quantities",
        [*ours, *floor],
        1.6,
        {"toy dev": "0123456789ab"},
        how={"peer 1.0": "as its manual says"},
    )
    page = scoreboard(
        [run],
        [Published("toy dev", "value", "Other (2020)", 70.5, "its test part")],
        now=datetime(2031, 3, 4, 9, 10, tzinfo=UTC),
    )
    assert "2031-03-04 09:10 UTC" in page
    assert "| quantities | 2 | toy dev | 0123456789ab |" in page
    assert "| peer 1.0 | as its manual says |" in page
    row = next(line for line in page.splitlines() if line.startswith("| value |"))
    assert "66.7 (66.7 / 66.7) [50.0–75.0]" in row
    assert "20.0 (25.0 / 16.7)" in row
    assert "Other (2020) 70.5 (its test part)" in row


def test_the_confusion_of_relations_is_a_table() -> None:
    run = Run("stories", [], confusion={"corpus dev": {("same", "same"): 4, ("updates", "conflicts"): 2}})
    page = scoreboard([run], [])
    assert "| gold ↓, found → | conflicts | same |" in page
    assert "| updates | 2 | · |" in page


def test_the_published_scores_of_the_project_are_read() -> None:
    found = read_published(Path("evaluation/published.toml"))
    assert any(p.system.startswith("CQE") and p.value == 85.6 for p in found)
    assert read_published(Path("nowhere.toml")) == []


def test_the_hash_of_data_changes_with_bytes_and_names_only(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("1", encoding="utf-8")
    b.write_text("2", encoding="utf-8")
    first = fingerprint([a, b], tmp_path)
    assert fingerprint([b, a], tmp_path) == first
    b.write_text("3", encoding="utf-8")
    assert fingerprint([a, b], tmp_path) != first
