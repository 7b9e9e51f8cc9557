from __future__ import annotations

from typing import Any

import pytest

from secondsource.errors import StoryError
from secondsource.evaluate.gold.anchors import in_context
from secondsource.evaluate.gold.check import check_raw
from secondsource.evaluate.gold.finish import finish_story

TEXT = 'He said "we sold 12 ships". Later Ms. Orlova of the yard said "we sold 12 ships and 12 barges". The yard is old.'


@pytest.fixture
def draft() -> dict[str, Any]:
    return {
        "format": "secondsource-story/1", "id": "yard", "title": "Ships sold", "topic": "test",
        "reports": [{"id": "r1", "outlet": "Dock News", "published_at": None, "headline": None, "text": TEXT}],
        "attributions": [
            {"id": "a1", "report": "r1", "source": "Ms. Orlova of the yard", "source_type": "named", "cue": "said",
             "content": ['"we sold 12 ships and 12 barges"'], "kind": "direct", "stance": "asserts",
             "speaker": "Orlova", "via": []},
        ],
        "quantities": [
            {"id": "q1", "report": "r1", "text": "and [12 barges]", "low": 12, "high": 12, "unit": None, "item": "barges", "bound": "exact"},
        ],
        "times": [], "entities": [
            {"id": "e1", "type": "person", "name": "Orlova", "speaks_for": "e2", "forms": ["Ms. Orlova", "Orlova"]},
            {"id": "e2", "type": "organisation", "name": "yard", "forms": {"the yard": None, "The yard": ["r1"]}},
        ],
        "claims": [
            {"id": "c1", "report": "r1", "text": "[we sold 12 ships and 12 barges]"},
            {"id": "c2", "report": "r1", "text": "The yard is old"},
        ],
        "origins": [
            {"id": "o1", "name": "yard", "kind": "institution", "entity": "e2", "claims": ["c1"]},
            {"id": "o2", "name": "unstated in r1", "kind": "unstated", "claims": ["c2"]},
        ],
        "groups": [{"id": "g1", "about": "the yard", "claims": ["c1", "c2"],
                    "relations": [{"a": "c1", "b": "c2", "is": "not_comparable", "why": "sale and age"}]}],
        "copies": [], "timeline": [],
    }  # fmt: skip


def test_a_finished_draft_is_a_good_story(draft: dict[str, Any]) -> None:
    assert check_raw(finish_story(draft)) == []


def test_the_cue_nearest_to_the_content_is_meant(draft: dict[str, Any]) -> None:
    assert finish_story(draft)["attributions"][0]["cue_n"] == 2


def test_a_claim_gets_attribution_voice_and_values_from_where_it_stands(draft: dict[str, Any]) -> None:
    claims = finish_story(draft)["claims"]
    assert (claims[0]["attribution"], claims[0]["voice"], claims[0]["values"]) == ("a1", "reported", ["q1"])
    assert (claims[1]["attribution"], claims[1]["voice"], claims[1]["values"]) == (None, "own", [])


def test_forms_become_mentions_the_longest_first(draft: dict[str, Any]) -> None:
    person, yard = finish_story(draft)["entities"]
    assert person["mentions"] == [{"report": "r1", "text": "Ms. Orlova"}]
    assert [m["text"] for m in yard["mentions"]] == ["the yard", "The yard"]


def test_an_unstated_voice_is_doubted_against_every_other(draft: dict[str, Any]) -> None:
    counted = finish_story(draft)["groups"][0]["origins"]
    assert (counted["maybe_same"], counted["min"], counted["max"]) == ([["o1", "o2"]], 1, 2)


def test_the_draft_is_left_as_it_is(draft: dict[str, Any]) -> None:
    finish_story(draft)
    assert draft["quantities"][0]["text"] == "and [12 barges]"
    assert "values" not in draft["claims"][0]


def test_words_without_context_must_be_alone() -> None:
    with pytest.raises(StoryError, match="occurs 3 times"):
        in_context(TEXT, "12", "q1")
    assert in_context(TEXT, "and [12]", "q1").start == TEXT.index("12 barges")
