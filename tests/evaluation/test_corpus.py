"""The corpus holds what its README says, and its story files are those that the settled marks make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondsource.evaluate.corpus_page import rewritten
from secondsource.evaluate.gold.check import check_raw
from secondsource.evaluate.gold.compile import compile_marks, split_of
from secondsource.evaluate.gold.corpus import PARTS, corpus_problems, counts_of, pairs_of, read_corpus_raw

CORPUS = Path("corpus")
SETTLED = sorted(CORPUS.glob("passes/*/settled.marks"))


def test_parts_have_the_size_and_mix_that_was_planned() -> None:
    corpus = read_corpus_raw(CORPUS)
    assert {part: len(stories) for part, stories in corpus.items()} == {"train": 36, "dev": 12, "test": 12}
    assert sum(len(pairs_of(stories)) for stories in corpus.values()) >= 12
    for part in PARTS:
        total = counts_of(corpus[part])
        assert total.share_one_origin <= 0.4
        assert 3 * total.with_long >= total.stories


def test_nothing_is_wrong_between_the_stories() -> None:
    assert [str(problem) for problem in corpus_problems(read_corpus_raw(CORPUS))] == []


@pytest.mark.parametrize("marks", SETTLED, ids=lambda path: path.parent.name)
def test_a_story_file_is_what_its_settled_marks_make(marks: Path) -> None:
    raw, problems = compile_marks(marks)
    assert [str(problem) for problem in problems] == []
    path = CORPUS / split_of(marks.parent) / f"{raw['id']}.json"
    assert json.loads(path.read_text(encoding="utf-8")) == raw
    assert check_raw(raw) == []


def test_every_story_has_its_passes() -> None:
    stories = {path.stem for part in PARTS for path in (CORPUS / part).glob("*.json")}
    assert {marks.parent.name for marks in SETTLED} == stories


def test_the_readme_says_what_is_counted_now() -> None:
    page = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert page == rewritten(page, CORPUS)
