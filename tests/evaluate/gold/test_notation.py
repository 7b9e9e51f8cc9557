"""The short notation: what an annotator writes, and the story that comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from secondsource.errors import StoryError
from secondsource.evaluate.gold.check import check_raw
from secondsource.evaluate.gold.compile import compile_marks, split_of
from secondsource.evaluate.gold.hints import hints
from secondsource.evaluate.gold.notation import read_marks
from secondsource.evaluate.gold.report_text import read_story_text

REPORTS = """story harbour
title A ferry aground
topic accident
split dev
lookalike barge

== r1
outlet Quay Post
published 2031-03-04T09:10:00+00:00
headline Ferry aground

A ferry with at least 40 people ran aground on Monday, the harbour office told Pier Radio. "Nobody is hurt," said Lena Okoro, its head. A fisherman said 52 people were on board.

The crew would not comment.

== r2
outlet Pier Times

Some 41 people were on the ferry, according to the harbour office, which denied that anyone was hurt on the lower deck.
"""
MARKS = """// what the harbour office says
== r1
c0 | [Ferry aground] | when 2031-03-03 | @office
q1 | at least 40 people | >=40 of people
t | on Monday | 2031-03-03
a1 | the harbour office | told | A ferry … on Monday | role | by harbour office | via Pier Radio / Pier Radio / interviews | @office
c1 | A ferry … on Monday | when 2031-03-03 | #aboard forty
a2 | Lena Okoro, its head | said | "Nobody is hurt," | named | by Lena Okoro | @office
c2 | Nobody is hurt | negative | #hurt
a3 | A fisherman | said | 52 people were on board | role | @fisherman
q | 52 people | =52 of people
c3 | 52 people were on board | #aboard more
a4 | The crew | would not comment | - | role declines
== r2
q1 | Some 41 people | ~41 of people | as_of 2031-03-03
a1 | the harbour office | according to | Some 41 people were on the ferry | role | by harbour office | @office
a2 | the harbour office | denied | anyone was hurt on the lower deck | role denies | by harbour office | denies r1c2 | scope on the lower deck | @office
c1 | Some 41 people were on the ferry | #aboard again
c2 | anyone was hurt on the lower deck | negative | #hurt deck
== story
e | organisation | harbour office | forms the harbour office
e | person | Lena Okoro | for harbour office
@office | institution | harbour office
@fisherman | unnamed | a fisherman
#aboard | how many people were on board | the office twice, and a fisherman
#aboard | forty -> more | compatible | at least 40 and 52
#aboard | again -> more | conflicts | about 41 and 52
#aboard | forty -> again | refines | about 41 is at least 40
#hurt | whether anyone was hurt
#hurt | A -> deck | refines | the lower deck is part of the ferry
when | 2031-03-03 | ferry runs aground | r1c0 r1c1
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports.txt").write_text(REPORTS, encoding="utf-8")
    (tmp_path / "first.marks").write_text(MARKS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def raw(folder: Path) -> dict[str, Any]:
    compiled, problems = compile_marks(folder / "first.marks")
    assert problems == []
    return compiled


def test_marks_make_a_good_story(raw: dict[str, Any]) -> None:
    assert check_raw(raw) == []
    assert raw["id"] == "harbour"
    assert raw["lookalike_of"] == ["barge"]
    assert "split" not in raw


def test_words_are_found_with_their_number(raw: dict[str, Any]) -> None:
    office = next(a for a in raw["attributions"] if a["id"] == "r2a2")
    assert office["source"] == "the harbour office"
    claim = next(c for c in raw["claims"] if c["id"] == "r1c1")
    assert claim["text"] == "A ferry with at least 40 people ran aground on Monday"
    assert claim["values"] == ["r1q1", "r1t_1"]


def test_the_kind_follows_from_quotation_marks(raw: dict[str, Any]) -> None:
    assert {a["id"]: a["kind"] for a in raw["attributions"]} == {
        "r1a1": "indirect", "r1a2": "direct", "r1a3": "indirect", "r1a4": "indirect", "r2a1": "indirect",
        "r2a2": "indirect",
    }  # fmt: skip


def test_chains_run_from_outlet_to_speaker(raw: dict[str, Any]) -> None:
    told = raw["attributions"][0]
    assert told["chain"] == ["Quay Post", "Pier Radio", "harbour office"]
    assert told["chain_kind"] == ["publishes", "interviews", "speaks"]


def test_claims_rest_on_the_origin_of_their_attribution(raw: dict[str, Any]) -> None:
    resting = {o["id"]: o["claims"] for o in raw["origins"]}
    assert resting == {"@office": ["r1c0", "r1c1", "r1c2", "r2c1", "r2c2"], "@fisherman": ["r1c3"]}


def test_positions_and_counts_follow(raw: dict[str, Any]) -> None:
    aboard = raw["groups"][0]
    assert (aboard["origins"]["min"], aboard["origins"]["max"]) == (2, 2)
    assert [p["claims"] for p in aboard["positions"]] == [["r1c1"], ["r1c3"], ["r2c1"]]
    relations = {(r["a"], r["b"]): r["is"] for r in aboard["relations"]}
    assert relations == {
        ("r1c1", "r1c3"): "compatible",
        ("r2c1", "r1c3"): "conflicts",
        ("r1c1", "r2c1"): "refines",
    }


def test_the_split_is_that_of_the_reports(folder: Path) -> None:
    assert split_of(folder) == "dev"


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("on Monday | 2031", "on Munday | 2031", "line 5", "is not in the text"),
        ("role denies", "role denis", "line 17", "must be one of"),
        ("=52 of people", "fifty-two", "line 11", "is no value"),
        ("| #hurt deck", "| #hurt", "group #hurt", "neither a claim nor a position 'deck'"),
        (
            "#aboard | forty -> more | compatible | at least 40 and 52\n",
            "",
            "group #aboard",
            "positions forty and more relate",
        ),
        ("@fisherman | unnamed | a fisherman\n", "", "claim r1c3", "no line of the story part defines"),
        ("| role | @fisherman", "| role", "claim r1c3", "names no origin"),
        ("#hurt | whether anyone was hurt\n", "", "group #hurt", "what it is about"),
        ("for harbour office\n", "for harbour police\n", "entity Lena Okoro", "no entity's name"),
        ("== r2\nq1", "== r7\nq1", "line 15", "no report 'r7'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    folder: Path, old: str, new: str, where: str, what: str
) -> None:
    assert old in MARKS
    (folder / "first.marks").write_text(MARKS.replace(old, new), encoding="utf-8")
    _, problems = compile_marks(folder / "first.marks")
    assert any(p.where == where and what in p.what for p in problems), list(map(str, problems))


def test_all_faults_are_named_at_once(folder: Path) -> None:
    _, problems = read_marks(read_story_text(REPORTS), MARKS.replace("on Monday", "on Munday"))
    assert len(problems) >= 3


@pytest.mark.parametrize(
    ("value", "low", "high", "unit", "item", "bound"),
    [
        (">=52 of people", 52, None, None, "people", "at_least"),
        ("~1.5 USD", 1.5, 1.5, "USD", None, "about"),
        ("3..5 percent", 3, 5, "percent", None, "range"),
        ("24_000 .. 30000 of people", 24000, 30000, None, "people", "range"),
        ("<7 nautical_mile", None, 7, "nautical mile", None, "less_than"),
        ("12", 12, 12, None, None, "exact"),
    ],
)
def test_values_are_read(
    folder: Path,
    value: str,
    low: float | None,
    high: float | None,
    unit: str | None,
    item: str | None,
    bound: str,
) -> None:
    draft, problems = read_marks(read_story_text(REPORTS), MARKS.replace("=52 of people", value))
    assert problems == []
    quantity = next(q for q in draft["quantities"] if q["text"] == "52 people")
    assert [quantity[key] for key in ("low", "high", "unit", "item", "bound")] == [
        low,
        high,
        unit,
        item,
        bound,
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title x\n\n== r1\noutlet A\n\nWords.", "line 'story ID'"),
        ("story x\n\n== r1\noutlet A", "an empty line"),
        ("story x\nmood y\n\n== r1\noutlet A\n\nWords.", "must begin with"),
        ("story x\n\n== r1\ncolour A\n\nWords.", "must begin with published"),
    ],
)
def test_reports_out_of_form_are_refused(text: str, message: str) -> None:
    with pytest.raises(StoryError, match=message):
        read_story_text(text)


def test_hints_name_what_no_mark_covers(folder: Path) -> None:
    thin = "\n".join(line for line in MARKS.splitlines() if not line.startswith(("q | 52", "a4", "c3", "a3")))
    thin = thin.replace("@fisherman | unnamed | a fisherman\n", "").replace(
        "#aboard | forty -> more | compatible | at least 40 and 52\n#aboard | again -> more | conflicts | about 41 and 52\n",
        "",
    )
    (folder / "first.marks").write_text(thin, encoding="utf-8")
    raw, problems = compile_marks(folder / "first.marks")
    assert problems == []
    found = [str(hint) for hint in hints(raw)]
    assert any("r1, number: no mark covers '52'" in hint for hint in found)
    assert any("r1, sentence" in hint and "crew" in hint for hint in found)


def test_hints_name_a_cue_far_from_its_content(folder: Path) -> None:
    far = MARKS.replace("a3 | A fisherman | said |", "a3 | A fisherman | [said] Lena |")
    (folder / "first.marks").write_text(far, encoding="utf-8")
    raw, problems = compile_marks(folder / "first.marks")
    assert problems == []
    assert [str(h) for h in hints(raw) if "far from" in h.what] == [
        "r1, cue: of r1a3 stands far from its content: 'said' in '. \"Nobody is hurt,\" said Lena Okoro, its hea'"
    ]
