from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.evaluate.gold.check import check_raw, check_story, fill_counts
from secondsource.evaluate.gold.counts import derived_count, derived_positions

Story = dict[str, Any]


def test_a_good_story_has_no_problems(story: Story) -> None:
    assert check_raw(story) == []


def set_in(key: str, number: int, **change: Any) -> Callable[[Story], None]:
    return lambda story: story[key][number].update(change)


BREAKS: dict[str, tuple[Callable[[Story], None], str]] = {
    "a key is missing": (lambda s: s["claims"][0].pop("voice"), "claim c1: the key 'voice' is missing"),
    "a key is unknown": (set_in("claims", 0, scopes=1), "not of the format"),
    "a value is not of the list": (set_in("attributions", 0, stance="says"), "must be one of asserts"),
    "a text is null": (set_in("times", 0, text=None), "must not be null"),
    "a relation is unknown": (
        lambda s: s["groups"][0]["relations"][0].update({"is": "equal"}),
        "must be one of same",
    ),
    "an id is given twice": (set_in("claims", 1, id="c1"), "'c1' is given 2 times"),
    "a link leads nowhere": (set_in("attributions", 0, parent="a9"), "there is no 'a9' among attributions"),
    "a value is of another report": (set_in("claims", 3, values=["q1"]), "'q1' is of another report"),
    "a claim has no origin": (lambda s: s["origins"][1].update(claims=[]), "claim c2: rests on 0 origins"),
    "a claim has two origins": (
        lambda s: s["origins"][1].update(claims=["c2", "c3"]),
        "claim c3: rests on 2 origins",
    ),
    "an unstated origin spans reports": (
        lambda s: s["origins"][0].update(kind="unstated"),
        "is unstated in ['r1', 'r2']",
    ),
    "words are ambiguous": (set_in("attributions", 0, cue_n=None), "'said' occurs 3 times"),
    "words are not in the text": (set_in("times", 0, text="on Tuesday"), "'on Tuesday' is not in the text"),
    "a date does not exist": (set_in("times", 0, edtf="2031-02-30"), "no EDTF"),
    "a week is no EDTF of ours": (set_in("claims", 0, when="2024-W24"), "no EDTF"),
    "a bound does not go with its values": (
        set_in("quantities", 0, high=41),
        "do not go with the bound 'exact'",
    ),
    "a range is upside down": (
        set_in("quantities", 0, low=5, high=4, bound="range"),
        "do not go with the bound",
    ),
    "an item is not in the text": (set_in("quantities", 0, item="sailors"), "item 'sailors'"),
    "a chain does not start with the outlet": (
        set_in("attributions", 0, chain=["Other", "x"]),
        "start with the outlet",
    ),
    "chain lists differ in length": (set_in("attributions", 0, chain_kind=["speaks"]), "equally long"),
    "a chain does not end with the speaker": (
        set_in("attributions", 0, chain_kind=["publishes", "relays"]),
        "end with 'speaks'",
    ),
    "a chain kind is unknown": (
        set_in("attributions", 0, chain_kind=["publishes", "hums"]),
        "chain_kind 'hums'",
    ),
    "a source is null but stated": (set_in("attributions", 0, source=None), "source is null exactly where"),
    "an assertion has no content": (
        set_in("attributions", 2, content=[], content_n=[]),
        "content may be empty only",
    ),
    "a content holds its cue": (
        set_in("attributions", 1, content=["said 52 people were on board"]),
        "overlaps another part",
    ),
    "a claim nests in another": (
        set_in("claims", 1, text="ferry with 40 people", values=[], attribution="a1"),
        "overlaps claim c1",
    ),
    "a claim has the wrong attribution": (
        set_in("claims", 1, attribution="a1"),
        "stands in the content of a2",
    ),
    "a voice is reported without attribution": (
        set_in("claims", 1, attribution=None),
        "exactly where its voice",
    ),
    "a value stands outside its claim": (set_in("claims", 2, values=["q2"]), "does not stand inside it"),
    "a time of publication has no zone": (
        set_in("reports", 0, published_at="2031-03-04T09:00:00"),
        "with its zone",
    ),
    "a pair has no relation": (
        lambda s: s["groups"][0]["relations"].pop(),
        "pair c3, c4 has 0 relations; every pair",
    ),
    "a pair has two relations": (
        lambda s: s["groups"][0]["relations"].append({"a": "c4", "b": "c1", "is": "same", "why": "again"}),
        "pair c1, c4 has 2 relations",
    ),
    "a doubt names an origin outside the group": (
        lambda s: s["groups"][0]["origins"].update(maybe_same=[["o1", "o9"]]),
        "must name two origins",
    ),
    "an unstated voice is kept apart": (
        lambda s: (s["origins"][1].update(kind="unstated"), s["groups"][0]["origins"].update(maybe_same=[])),
        "an unstated voice may be any other",
    ),
    "a count is wrong": (
        lambda s: s["groups"][0]["origins"].update(min=2),
        "{'min': 1, 'max': 2} follows from",
    ),
    "a position's count is wrong": (
        lambda s: s["groups"][0]["positions"][0]["origins"].update(max=2),
        "of position ['c1', 'c4']",
    ),
    "a position is missing": (
        lambda s: s["groups"][0]["positions"].pop(),
        "the position ['c3'] is missing",
    ),
    "a position is made up": (
        lambda s: s["groups"][0]["positions"][0].update(claims=["c1", "c3"]),
        "['c1', 'c3'] is no position",
    ),
    "a copy shares no words": (
        lambda s: s["copies"].append(
            {"from": "r1", "to": "r2", "text_from": "ran aground on Monday", "text_to": "people were on a"}
        ),
        "that is no copy",
    ),
    "a changed figure is not said": (
        lambda s: s["copies"].append(
            {"from": "r2", "to": "r1", "text_from": "40 people were on", "text_to": "52 people were on"}
        ),
        "the figure 40 differs",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_checker_finds_that(story: Story, name: str) -> None:
    broken, message = BREAKS[name]
    broken(story)
    assert any(message in str(problem) for problem in check_raw(story)), [str(p) for p in check_raw(story)]


def test_counts_and_positions_are_filled(story: Story, tmp_path: Path) -> None:
    path = tmp_path / "ferry.json"
    wanted = copy.deepcopy(story)
    del story["groups"][0]["positions"], story["groups"][0]["origins"]["min"]
    path.write_text(json.dumps(story), encoding="utf-8")
    assert check_story(path)
    assert check_story(path, fill=True) == []
    assert json.loads(path.read_text(encoding="utf-8"))["groups"] == wanted["groups"]
    assert check_story(path) == []


def test_a_story_with_other_problems_is_not_written(story: Story, tmp_path: Path) -> None:
    story["claims"][0]["voice"] = "sung"
    path = tmp_path / "ferry.json"
    path.write_text(json.dumps(story), encoding="utf-8")
    before = path.read_bytes()
    assert check_story(path, fill=True)
    assert path.read_bytes() == before


def test_filling_twice_changes_nothing(story: Story) -> None:
    fill_counts(story)
    once = copy.deepcopy(story)
    fill_counts(story)
    assert story == once


def test_a_refining_claim_counts_for_both_positions() -> None:
    relations = [
        {"a": "broad", "b": "fine", "is": "refines"},
        {"a": "broad", "b": "again", "is": "refines"},
        {"a": "fine", "b": "again", "is": "same"},
    ]
    assert derived_positions(["broad", "fine", "again"], relations) == [
        (["broad"], ["broad", "fine", "again"]),
        (["fine", "again"], ["fine", "again"]),
    ]


def test_a_denial_does_not_count_for_what_it_denies() -> None:
    relations = [{"a": "claim", "b": "denial", "is": "denies"}]
    assert derived_positions(["claim", "denial"], relations) == [
        (["claim"], ["claim"]),
        (["denial"], ["denial"]),
    ]


def test_an_unstated_voice_beside_three_bodies_is_three_to_four() -> None:
    origins = [{"id": f"o{n}", "claims": [f"c{n}"]} for n in range(4)]
    doubts = [["o0", "o1"], ["o0", "o2"], ["o0", "o3"]]
    assert derived_count(["c0", "c1", "c2", "c3"], origins, doubts) == {"min": 3, "max": 4}
    assert derived_count(["c0", "c1"], origins, doubts) == {"min": 1, "max": 2}


@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(["same", "refines", "updates"])),
        max_size=20,
    )
)
def test_every_claim_stands_in_exactly_one_position(pairs: list[tuple[int, int, str]]) -> None:
    claims = [f"c{n}" for n in range(8)]
    relations = [{"a": f"c{a}", "b": f"c{b}", "is": kind} for a, b, kind in pairs if a != b]
    positions = derived_positions(claims, relations)
    assert sorted(claim for position, _ in positions for claim in position) == claims
    assert all(set(position) <= set(counted) for position, counted in positions)


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x), max_leaves=6)
)
def test_any_value_in_any_list_is_a_problem_or_none_but_no_crash(value: Any) -> None:
    keys = ["reports", "attributions", "quantities", "times", "entities", "claims", "origins", "groups"]
    for key in [*keys, "copies", "timeline"]:
        raw = {"id": "x", "title": "x", **{k: [] for k in [*keys, "copies", "timeline"]}, key: [value]}
        assert isinstance(check_raw(raw), list)
