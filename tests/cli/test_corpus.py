"""`secondsource corpus`: check, build, agreement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondsource.cli.app import run
from tests.evaluate.gold.test_notation import MARKS, REPORTS


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "passes" / "harbour"
    folder.mkdir(parents=True)
    (folder / "reports.txt").write_text(REPORTS, encoding="utf-8")
    for name in ("first", "second", "settled"):
        (folder / f"{name}.marks").write_text(MARKS, encoding="utf-8")
    return tmp_path


def test_check_prints_counts_and_ends_with_0(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corpus", "check", str(corpus / "passes" / "harbour" / "first.marks")]) == 0
    assert "nothing wrong; 2 reports" in capsys.readouterr().out


def test_check_names_faults_and_ends_with_1(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marks = corpus / "passes" / "harbour" / "first.marks"
    marks.write_text(MARKS.replace("on Monday | 2031", "on Munday | 2031"), encoding="utf-8")
    assert run(["corpus", "check", str(marks)]) == 1
    assert "line 5" in capsys.readouterr().out


def test_the_examples_are_checked_as_story_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corpus", "check", "examples"]) == 0
    assert capsys.readouterr().out.count("nothing wrong") >= 4


def test_build_writes_settled_stories_into_their_split(corpus: Path) -> None:
    assert run(["corpus", "build", str(corpus)]) == 0
    story = json.loads((corpus / "dev" / "harbour.json").read_text(encoding="utf-8"))
    assert story["id"] == "harbour"


def test_build_writes_nothing_for_a_story_with_a_fault(corpus: Path) -> None:
    settled = corpus / "passes" / "harbour" / "settled.marks"
    settled.write_text(MARKS.replace("=52 of people", "many"), encoding="utf-8")
    assert run(["corpus", "build", str(corpus)]) == 1
    assert not (corpus / "dev").exists()


def test_agreement_prints_a_table_and_differences(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corpus", "agreement", str(corpus / "passes")]) == 0
    printed = capsys.readouterr().out
    assert "1 stories with both annotations, of 1" in printed
    assert "stance" in printed
    second = corpus / "passes" / "harbour" / "second.marks"
    second.write_text(MARKS.replace("q | 52 people | =52 of people\n", ""), encoding="utf-8")
    assert run(["corpus", "agreement", str(corpus / "passes"), "--differences", "harbour"]) == 0
    assert "'52 people'" in capsys.readouterr().out


def test_a_folder_without_annotations_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run(["corpus", "agreement", str(tmp_path)]) == 0
    assert "0 stories with both annotations, of 1" in capsys.readouterr().out


def test_the_readme_gets_its_tables_between_the_marks(corpus: Path) -> None:
    page = corpus / "README.md"
    page.write_text(
        "# C\n<!-- counts -->\nold\n<!-- end -->\n<!-- agreement -->\n<!-- end -->\nlast\n", encoding="utf-8"
    )
    assert run(["corpus", "build", str(corpus)]) == 0
    assert run(["corpus", "readme", str(corpus)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "old" not in text
    assert "| dev | 1 | 0 | 2 |" in text
    assert "1 stories with two annotations" in text
    assert text.endswith("<!-- end -->\nlast\n")
    assert run(["corpus", "readme", str(corpus)]) == 0
    assert page.read_text(encoding="utf-8") == text
