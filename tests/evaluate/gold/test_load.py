from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from secondsource.errors import StoryError
from secondsource.evaluate.gold.anchors import locate, nearest, number_of, occurrences
from secondsource.evaluate.gold.load import load_story


def saved(folder: Path, raw: dict[str, Any]) -> Path:
    path = folder / "ferry.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_words_become_the_spans_that_their_numbers_name(story: dict[str, Any], tmp_path: Path) -> None:
    gold = load_story(saved(tmp_path, story))
    text = gold.reading.text["r1"]
    fisherman = gold.reading.attribution["a2"]
    assert fisherman.cue is not None
    assert text[: fisherman.cue.start].endswith("A fisherman ")
    assert [span.of(text) for span in fisherman.content] == ["52 people were on board"]


def test_spans_count_from_the_headline(story: dict[str, Any], tmp_path: Path) -> None:
    gold = load_story(saved(tmp_path, story))
    assert gold.reading.claim["c1"].span.start == len("Aground\n\n")
    assert gold.reading.claim["c4"].span.start == 0


def test_reports_come_in_order_of_publication(story: dict[str, Any], tmp_path: Path) -> None:
    assert [r.id for r in load_story(saved(tmp_path, story)).reading.reports] == ["r2", "r1"]


def test_each_report_has_its_part_of_an_entity(story: dict[str, Any], tmp_path: Path) -> None:
    reading = load_story(saved(tmp_path, story)).reading
    assert reading.extraction["r2"].entities[0].id == "e1@r2"
    assert reading.entity["e1@r2"] is reading.entity["e1"]
    assert len(reading.extraction["r1"].entities[0].mentions) == 1


def test_the_counted_noun_lies_inside_its_quantity(story: dict[str, Any], tmp_path: Path) -> None:
    reading = load_story(saved(tmp_path, story)).reading
    item = reading.quantity["q2"].item_span
    assert item is not None
    assert item.of(reading.text["r1"]) == "people"
    assert reading.quantity["q2"].span.contains(item)


def test_findings_keep_counts_relations_and_positions(story: dict[str, Any], tmp_path: Path) -> None:
    findings = load_story(saved(tmp_path, story)).findings
    assert (findings.group_counts["g1"].low, findings.group_counts["g1"].high) == (1, 2)
    assert {c.relation for c in findings.comparisons} == {"same", "conflicts", "updates"}
    assert [p.claims for p in findings.positions] == [("c1", "c4"), ("c2",), ("c3",)]
    assert findings.origins[0].occasions[0].attributions == ("a1", "a4")


def test_a_copy_carries_the_spans_of_its_changes(story: dict[str, Any], tmp_path: Path) -> None:
    story["copies"] = [
        {
            "from": "r2",
            "to": "r1",
            "text_from": "Some 40 people were on",
            "text_to": "52 people were on",
            "changes": [{"from": "40", "to": "52", "kind": "figure"}],
        }
    ]
    gold = load_story(saved(tmp_path, story))
    change = gold.findings.copies[0].changes[0]
    assert change.from_span is not None
    assert change.to_span is not None
    assert change.from_span.of(gold.reading.text["r2"]) == "40"
    assert change.to_span.of(gold.reading.text["r1"]) == "52"


@pytest.mark.parametrize(
    ("key", "number", "change", "message"),
    [
        ("quantities", 1, {"text": "53 people"}, "quantity q2.*not in the text"),
        ("attributions", 0, {"cue_n": None}, "attribution a1, cue.*occurs 3 times"),
        ("attributions", 0, {"cue_n": 4}, "no number 4"),
        ("attributions", 0, {"speaker": "nobody"}, "speaker 'nobody' is no entity"),
        ("attributions", 0, {"content_n": []}, "one number"),
        ("claims", 0, {"report": "r9"}, "no 'r9' among reports"),
        ("reports", 0, {"text": 5}, "'text' is 5"),
        ("reports", 0, {"text": "  "}, "whole text"),
    ],
)
def test_a_broken_story_says_where(
    story: dict[str, Any], tmp_path: Path, key: str, number: int, change: dict[str, Any], message: str
) -> None:
    story[key][number].update(change)
    with pytest.raises(StoryError, match=rf"ferry\.json: .*{message}"):
        load_story(saved(tmp_path, story))


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": "other/1"}', "\x00", "[" * 100_000])
def test_what_is_no_story_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StoryError, match=r"other\.json"):
        load_story(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match=r"gone\.json"):
        load_story(tmp_path / "gone.json")


def test_occurrences_count_inside_words_and_overlapping() -> None:
    assert [s.start for s in occurrences("banana ban", "an")] == [1, 3, 8]
    assert [s.start for s in occurrences("aaa", "aa")] == [0, 1]
    assert occurrences("text", "") == []


def test_number_of_is_the_inverse_of_locate() -> None:
    text = "said and said and said"
    for span in occurrences(text, "said"):
        assert locate(text, "said", number_of(text, span), "test") == span
    assert number_of(text, occurrences(text, "d and said and")[0]) is None


def test_the_nearest_occurrence_wins() -> None:
    text = "he said, she laughed, he left"
    near = occurrences(text, "left")[0]
    assert nearest(text, "he", near, "test").start == text.rindex("he")
