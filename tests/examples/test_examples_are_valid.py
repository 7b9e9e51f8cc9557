from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.evaluate.gold.check import check_story
from secondsource.evaluate.gold.load import load_story

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


def test_there_are_stories_of_four_kinds_of_trouble() -> None:
    names = {path.stem for path in EXAMPLES}
    assert {"echoed-interview", "casualty-update", "business-figures", "mutated-copy"} <= names


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_story_passes_the_checker(path: Path) -> None:
    assert [str(problem) for problem in check_story(path)] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_story_loads_with_every_report_annotated(path: Path) -> None:
    gold = load_story(path)
    assert 4 <= len(gold.reading.reports) <= 5
    assert all(x.attributions or x.claims for x in gold.reading.extractions)
    assert gold.findings.groups


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_quotation_mark_of_a_report_that_opens_speech_is_annotated(path: Path) -> None:
    gold = load_story(path)
    for report in gold.reading.reports:
        text = report.full_text
        contents = [s for a in gold.reading.extraction[report.id].attributions for s in a.content]
        for at, mark in enumerate(text):
            if mark in "“«":
                assert any(s.start <= at < s.end for s in contents), text[at : at + 40]
