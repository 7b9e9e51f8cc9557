from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from secondsource.errors import InputError
from secondsource.evaluate.gold.load import Gold, load_story
from secondsource.evaluate.measures import PR, PRF, Measured
from secondsource.evaluate.stories import run, story_files
from secondsource.evaluate.story.extraction import is_noun_cue, score_attributions, score_quantities
from secondsource.evaluate.story.findings import match_claims
from secondsource.evaluate.story.whole import score_story
from secondsource.model import Copy, Findings, OriginCount, Span


@pytest.fixture
def gold(story: dict[str, Any], tmp_path: Path) -> Gold:
    path = tmp_path / "ferry.json"
    path.write_text(json.dumps(story), encoding="utf-8")
    return load_story(path)


def across(gold: Gold, findings: Findings) -> Measured:
    return score_story(gold, gold.reading, findings)[0]


def test_gold_against_itself_is_perfect(gold: Gold) -> None:
    tally = across(gold, gold.findings)
    baselines = ("always 1–1", "as many as outlets")
    for measure, counted in tally.counts.items():
        if measure.endswith((*baselines, "each claim alone")):
            continue
        if isinstance(counted, PRF):
            assert (counted.fp, counted.fn) == (0, 0), measure
        else:
            assert (counted.hits, counted.found) == (counted.predicted, counted.gold), measure
    assert tally.errors == []


def test_baselines_are_counted_by_hand(gold: Gold) -> None:
    counts = across(gold, gold.findings).counts
    # Group 1–2 of two outlets; positions 1–1 of two outlets, 1–1 of one, 1–1 of one.
    assert counts["interval by group, always 1–1"] == PRF(0, 1, 1)
    assert counts["interval by group, as many as outlets"] == PRF(0, 1, 1)
    assert counts["interval by position, always 1–1"] == PRF(3, 0, 0)
    assert counts["interval by position, as many as outlets"] == PRF(2, 1, 1)


def test_nothing_found_is_no_score(gold: Gold) -> None:
    counts = across(gold, Findings()).counts
    assert counts["grouped pairs"] == PRF(0, 0, 6)
    assert counts["relation conflicts"] == PRF(0, 0, 3)
    assert counts["interval by group"] == PRF(0, 1, 1)
    # B³: every claim stands alone, so each is right about itself and finds a quarter of its group.
    assert counts["B³"] == PR(hits=4, predicted=4, found=1, gold=4)


def test_a_turned_relation_is_wrong_where_direction_matters(gold: Gold) -> None:
    turned = tuple(
        dataclasses.replace(c, a=c.b, b=c.a) if c.relation in ("updates", "conflicts") else c
        for c in gold.findings.comparisons
    )
    counts = across(gold, dataclasses.replace(gold.findings, comparisons=turned)).counts
    assert counts["relation updates"] == PRF(0, 2, 2)
    assert counts["relation conflicts"] == PRF(3, 0, 0)


def test_a_split_and_a_merge_of_origins_are_told_apart(gold: Gold) -> None:
    office, fisherman = gold.findings.origins
    merged = dataclasses.replace(office, claims=("c1", "c2", "c4"))
    split = dataclasses.replace(fisherman, claims=("c3",))
    tally = across(gold, dataclasses.replace(gold.findings, origins=(merged, split)))
    # Gold together: c1 c3 c4. Found together: c1 c2 c4. Right: c1–c4.
    assert tally.counts["pairs with one origin"] == PRF(1, 2, 2)
    assert sorted(kind for kind, _ in tally.errors) == ["false merge"] * 2 + ["false split"] * 2


def test_a_wrong_interval_is_an_error_in_words(gold: Gold) -> None:
    wrong = dataclasses.replace(gold.findings, group_counts={"g1": OriginCount(2, 2)})
    tally = across(gold, wrong)
    assert tally.counts["interval by group"] == PRF(0, 1, 1)
    assert any("(1, 2), not (2, 2)" in words for _, words in tally.errors)


def test_a_quantity_is_judged_by_value_then_unit_then_bound(gold: Gold) -> None:
    first, *rest = gold.reading.extraction["r1"].quantities
    changed = dataclasses.replace(
        gold.reading.extraction["r1"],
        quantities=(dataclasses.replace(first, unit="sailor"), dataclasses.replace(rest[0], bound="about")),
    )
    reading = dataclasses.replace(gold.reading, extractions=(gold.reading.extraction["r2"], changed))
    tally = Measured()
    score_quantities(gold.reading, reading, tally)
    assert tally.counts["quantity value"] == PRF(3, 0, 1)
    assert tally.counts["quantity value and unit"] == PRF(2, 1, 2)
    assert tally.counts["quantity value, unit and bound"] == PRF(1, 2, 3)


def test_a_claim_is_matched_only_where_half_of_it_is_shared(gold: Gold) -> None:
    r2 = gold.reading.extraction["r2"]
    (claim,) = r2.claims
    end = claim.span.end
    near = dataclasses.replace(claim, id="near", span=Span(end - 10, end + 5))
    far = dataclasses.replace(claim, id="far", span=Span(end - 4, end + 20))
    for other, wanted in ((near, {"c4": "near"}), (far, {})):
        reading = dataclasses.replace(gold.reading, extractions=(dataclasses.replace(r2, claims=(other,)),))
        assert match_claims(gold.reading, reading) == wanted


def test_the_stories_of_the_project_are_scored_with_their_baselines() -> None:
    scores = run(limit=1)
    measures = {(score.measure, score.system) for score in scores}
    assert ("interval by position", "secondsource") in measures
    assert ("interval by position", "always 1–1") in measures
    assert ("interval by position", "as many as outlets") in measures
    assert ("macro F1 of relations", "secondsource") in measures
    assert all(0 <= (score.value or 0) <= 1 for score in scores)


def test_a_folder_without_stories_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no story files"):
        story_files(tmp_path)


def attributed(gold: Gold, **changes: Any) -> Measured:
    """Score the gold's attributions against themselves with the first of report r1 changed."""
    r1 = gold.reading.extraction["r1"]
    first, *rest = r1.attributions
    changed = dataclasses.replace(r1, attributions=(dataclasses.replace(first, **changes), *rest))
    others = tuple(x for x in gold.reading.extractions if x.report != "r1")
    tally = Measured()
    score_attributions(gold.reading, dataclasses.replace(gold.reading, extractions=(*others, changed)), tally)
    return tally


def test_a_triple_is_linked_only_with_its_own_source(gold: Gold) -> None:
    n = sum(len(x.attributions) for x in gold.reading.extractions)
    tally = attributed(gold, source=Span(0, 1))
    assert tally.counts["linked"] == PRF(n - 1, 1, 1)
    assert tally.counts["linked recall, indirect"] == PRF(n - 1, 1, 1)
    assert tally.counts["content exact"] == PRF(n, 0, 0)
    assert [kind for kind, _ in tally.errors if kind.startswith("attribution")] == ["attribution not linked"]


def test_a_missing_source_links_only_with_a_missing_source(gold: Gold) -> None:
    n = sum(len(x.attributions) for x in gold.reading.extractions)
    assert attributed(gold, source=None).counts["linked"] == PRF(n - 1, 1, 1)


def test_links_of_a_chain_are_counted_behind_the_outlet(gold: Gold) -> None:
    links = sum(len(a.chain) - 1 for x in gold.reading.extractions for a in x.attributions)
    first = gold.reading.extraction["r1"].attributions[0]
    longer = attributed(
        gold,
        chain=(first.chain[0], "Pier Radio", *first.chain[1:]),
        chain_text=(None, None, *first.chain_text[1:]),
        chain_kind=("publishes", "interviews", *first.chain_kind[1:]),
    )
    assert longer.counts["chain links"] == PRF(links, 1, 0)


@pytest.mark.parametrize(
    ("text", "cue", "noun"),
    [
        ("His claim that it sank", "claim", True),
        ("They claim it sank", "claim", False),
        ("the ministry’s assurance that", "assurance", True),
        ("he said it", "said", False),
    ],
)
def test_a_cue_is_a_noun_behind_an_article_or_possessive(text: str, cue: str, noun: bool) -> None:
    at = text.index(cue)
    assert is_noun_cue([Span(at, at + len(cue))], text) is noun


def test_a_copied_passage_is_found_where_both_sides_overlap(gold: Gold) -> None:
    mine = Copy("k1", "r1", "r2", Span(0, 40), Span(10, 50))
    found = (
        Copy("k2", "r1", "r2", Span(30, 60), Span(45, 70)),  # overlaps on both sides
        Copy("k3", "r1", "r2", Span(0, 40), Span(60, 90)),  # on one side only
        Copy("k4", "r2", "r1", Span(10, 50), Span(0, 40)),  # the other way
    )
    wanted = dataclasses.replace(gold, findings=dataclasses.replace(gold.findings, copies=(mine,)))
    tally = across(wanted, dataclasses.replace(gold.findings, copies=found))
    assert tally.counts["copied passages"] == PRF(1, 2, 0)
