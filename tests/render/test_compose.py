"""What the brief says, in which order, and that every line can be checked."""

from __future__ import annotations

import dataclasses
import re

import pytest
from factories import fire_findings, fire_reading
from factories.maker import report

from secondsource.model import (
    Brief,
    Claim,
    ClaimGroup,
    Comparison,
    Extraction,
    Findings,
    Line,
    OriginCount,
    Position,
    Reading,
    Section,
    Span,
    Story,
)
from secondsource.render import compose


def section(brief: Brief, kind: str) -> Section:
    return next(s for s in brief.stories[0].sections if s.kind == kind)


def texts(brief: Brief, kind: str) -> list[str]:
    return [line.text for line in section(brief, kind).lines]


def words(brief: Brief, line: Line) -> list[str]:
    return [e.span.of(brief.reading.text[e.report]) for e in line.evidence]


def test_every_line_has_evidence_that_selects_visible_words(fire: Brief) -> None:
    assert len(fire.lines) > 25
    for line in fire.lines:
        assert line.evidence, line.text
        assert all(each.strip() for each in words(fire, line)), line.text


def test_no_two_lines_share_an_anchor(fire: Brief) -> None:
    ids = [line.id for line in fire.lines]
    assert len(ids) == len(set(ids))


def test_every_word_in_quotation_marks_stands_in_a_report(fire: Brief) -> None:
    known = " ".join(" ".join(text.split()) for text in fire.reading.text.values())
    # The one example of the fixed phrases is no quotation.
    for line in fire.lines:
        for quoted in re.findall("“([^“”]+)”", line.text):
            for piece in quoted.split(" …"):
                assert piece in known, quoted


def test_sections_come_in_the_order_of_their_weight(fire: Brief) -> None:
    assert [s.kind for s in fire.stories[0].sections] == [
        "differs",
        "agreed",
        "single",
        "said",
        "silent",
        "copied",
        "timeline",
        "unestablished",
        "check_next",
    ]


def test_conflicts_come_before_denials_before_later_figures(fire: Brief) -> None:
    assert [line.tag for line in section(fire, "differs").lines] == ["conflicts", "denies", "updates"]


def test_a_conflict_shows_both_versions_side_by_side_with_the_figures_that_decide(fire: Brief) -> None:
    conflict = section(fire, "differs").lines[0]
    sides = [(e.side, e.focus.of(fire.reading.text[e.report]) if e.focus else "") for e in conflict.evidence]
    assert sides == [
        (1, "at least 12,000 tonnes of wheat"),
        (1, "Some 12,000 tonnes of wheat"),
        (2, "at least 21,000 tonnes of wheat"),
    ]


def test_a_denial_is_quoted_with_the_words_that_deny_and_its_scope(fire: Brief) -> None:
    denial = section(fire, "differs").lines[1]
    target, denied = words(fire, denial)
    assert target == "the sprinklers had been switched off for repairs"
    assert denied.startswith("The owner, Korn & Lund, denied that")
    assert "limited to “on the night of the fire”" in denial.evidence[1].note


def test_a_later_figure_stands_second(fire: Brief) -> None:
    assert (
        texts(fire, "differs")[2]
        == "How many firefighters were hurt: “Two firefighters”, later “Four firefighters”"
    )


def test_what_several_reports_repeat_from_one_origin_is_not_called_agreed(fire: Brief) -> None:
    assert not any("wheat" in text for text in texts(fire, "agreed"))
    (echo,) = [line for line in section(fire, "single").lines if line.tag == "echoed"]
    assert "wheat" in echo.text
    assert echo.origins == OriginCount(1, 1, "all rest on one interview with Radio Nord", origins=("o1",))
    assert (
        section(fire, "agreed").note
        == "1 point told by several reports rests on one origin: see the next section."
    )


def test_an_unestablished_second_origin_is_said_as_an_interval(fire: Brief) -> None:
    (line,) = section(fire, "agreed").lines
    assert line.origins is not None
    assert (line.origins.low, line.origins.high) == (1, 2)


def test_the_chain_runs_from_the_outlet_to_the_speaker(fire: Brief) -> None:
    labels = {e.label for line in fire.lines for e in line.evidence}
    assert "Veldmar Courier ← Radio Nord ← Ilse Brandt" in labels


def test_who_declined_has_a_line_with_what_was_asked(fire: Brief) -> None:
    (line,) = section(fire, "silent").lines
    assert line.text == "“Police”: “Police would not comment on the cause.”"


def test_a_changed_figure_is_named_and_no_direction_is_claimed_without_dates(fire: Brief) -> None:
    (line,) = section(fire, "copied").lines
    assert line.text == (
        "Veldmar Courier and r3.txt share a passage with 1 difference: "
        "“12,000” in Veldmar Courier, “21,000” in r3.txt"
    )
    assert line.why == "Which report had it first is not established."


def test_a_change_in_a_copy_with_a_known_direction_says_what_became_what() -> None:
    findings = fire_findings()
    copies = tuple(dataclasses.replace(c, direction="time") for c in findings.copies)
    brief = compose(fire_reading(), dataclasses.replace(findings, copies=copies))
    (text,) = texts(brief, "copied")
    assert text == "r3.txt has a passage of Veldmar Courier with 1 change: “12,000” became “21,000”"


def test_the_timeline_is_in_order_of_time(fire: Brief) -> None:
    assert [line.when for line in section(fire, "timeline").lines] == ["2031-05-12", "2031-05-14"]


@pytest.mark.parametrize(
    "text",
    [
        "Date of publication not given: r3.txt",
        "Outlet not given: r3.txt",
        "Source not named in Northern Ledger: “A harbour inspector who asked not to be named”",
        "Date not resolved: “on Monday night”, “next week”",
        "Inferred, not stated: the three reports name one interview; inferred for the undated one",
    ],
)
def test_what_is_not_established_is_said(fire: Brief, text: str) -> None:
    assert text in texts(fire, "unestablished")


def test_what_to_check_names_whom_to_ask_and_what_to_get(fire: Brief) -> None:
    asked = texts(fire, "check_next")
    assert any(
        text.startswith("Ask Ilse Brandt, and get the interview of Radio Nord itself,") for text in asked
    )
    assert any(text.startswith("Read the document itself, the port authority’s register,") for text in asked)
    assert any(text.startswith("Settle: How much wheat was lost:") for text in asked)


def test_nobody_is_called_a_liar_and_nothing_false_or_true(fire: Brief) -> None:
    said = " ".join([fire.stories[0].head, *(f"{line.text} {line.why}" for line in fire.lines)]).lower()
    assert not re.search(r"\b(lie[sd]?|liar|lying|false|falsely|true|truth|wrong|debunk\w*|fake)\b", said)


def test_the_head_counts_what_was_read(fire: Brief) -> None:
    counts = dict(fire.stories[0].counts)
    assert counts["reports"] == "3"
    assert counts["outlets, 1 not given"] == "2"
    assert (counts["named origins"], counts["unnamed sources"]) == ("4", "1")
    assert (counts["conflicts"], counts["denials"]) == ("1", "1")


def test_silence_about_differences_is_said_not_to_mean_agreement() -> None:
    findings = dataclasses.replace(fire_findings(), comparisons=())
    note = section(compose(fire_reading(), findings), "differs").note
    assert note == "No difference was found. That is not a finding that the reports agree."


def test_no_story_gives_a_brief_without_lines() -> None:
    brief = compose(Reading((), ()), Findings())
    assert (brief.stories, brief.lines) == ((), ())


def test_the_order_of_the_findings_changes_no_line() -> None:
    findings = fire_findings()
    turned = dataclasses.replace(
        findings,
        comparisons=findings.comparisons[::-1],
        origins=findings.origins[::-1],
        timeline=findings.timeline[::-1],
        copies=findings.copies[::-1],
    )
    one, other = compose(fire_reading(), findings), compose(fire_reading(), turned)
    assert sorted(line.text for line in one.lines) == sorted(line.text for line in other.lines)


def many(n: int) -> Brief:
    """A brief of two reports that conflict on ``n`` points."""
    text = " ".join(f"Point {i} stands at figure {i}." for i in range(n))
    reports = (
        report("a", text, outlet="A", day="2031-01-01"),
        report("b", text, outlet="B", day="2031-01-02"),
    )
    starts = [text.index(f"Point {i} stands") for i in range(n)]
    extractions = tuple(
        Extraction(
            r.id,
            "hand",
            claims=tuple(Claim(f"{r.id}{i}", r.id, Span(s, s + 12)) for i, s in enumerate(starts)),
        )
        for r in reports
    )
    groups = tuple(ClaimGroup(f"g{i}", f"point {i}", (f"a{i}", f"b{i}"), "s") for i in range(n))
    findings = Findings(
        stories=(Story("s", "Points", ("a", "b")),),
        groups=groups,
        comparisons=tuple(Comparison(g.id, *g.claims, "conflicts", "they differ") for g in groups),
        positions=tuple(Position(g.id, (c,), OriginCount(1, 1)) for g in groups for c in g.claims),
    )
    return compose(Reading(reports, extractions), findings)


def test_a_long_list_is_cut_and_says_how_much_is_left_out() -> None:
    differs = section(many(75), "differs")
    assert len(differs.lines) == 60
    assert differs.note == "15 further lines are left out here; the JSON has all objects."


def test_majority_decides_between_two_versions_whose_claims_relate_differently() -> None:
    findings = fire_findings()
    turned = tuple(
        dataclasses.replace(c, relation="updates") if c.group == "g1" and c.relation == "conflicts" else c
        for c in findings.comparisons
    )
    brief = compose(fire_reading(), dataclasses.replace(findings, comparisons=turned))
    assert [line.tag for line in section(brief, "differs").lines] == ["denies", "updates", "updates"]


def test_a_report_that_was_not_read_for_claims_is_named_with_its_language() -> None:
    reading = fire_reading()
    reports = tuple(dataclasses.replace(r, language="de") if r.id == "r3" else r for r in reading.reports)
    brief = compose(dataclasses.replace(reading, reports=reports), fire_findings())
    assert "Not read for claims: r3.txt (language: de)" in texts(brief, "unestablished")


def test_two_reports_of_one_outlet_are_told_apart_by_their_days() -> None:
    reading = fire_reading()
    reports = tuple(dataclasses.replace(r, outlet="Courier") if r.id != "r3" else r for r in reading.reports)
    brief = compose(dataclasses.replace(reading, reports=reports), fire_findings())
    labels = " ".join(e.label for line in brief.lines for e in line.evidence)
    assert "Courier (13 May 2031)" in labels
    assert "Courier (14 May 2031)" in labels


def test_one_who_declined_in_two_reports_has_one_line() -> None:
    reading = fire_reading()
    first = reading.extractions[0]
    refusal = next(a for a in first.attributions if a.stance == "declines")
    again = dataclasses.replace(refusal, id="a44", speaker="r1e3")
    asked = dataclasses.replace(refusal, speaker="r1e3")
    kept = tuple(a for a in first.attributions if a.stance != "declines")
    extraction = dataclasses.replace(first, attributions=(*kept, asked, again))
    brief = compose(
        dataclasses.replace(reading, extractions=(extraction, *reading.extractions[1:])), fire_findings()
    )
    assert texts(brief, "silent") == ["Korn & Lund: “Police would not comment on the cause.”"]


def test_a_group_that_names_a_claim_that_is_gone_breaks_nothing() -> None:
    findings = fire_findings()
    groups = tuple(dataclasses.replace(g, claims=(*g.claims, "gone")) for g in findings.groups)
    brief = compose(fire_reading(), dataclasses.replace(findings, groups=groups))
    assert texts(brief, "differs") == texts(compose(fire_reading(), findings), "differs")


def test_a_heading_that_is_one_sides_own_words_is_quoted() -> None:
    findings = fire_findings()
    groups = tuple(
        dataclasses.replace(g, about="Two firefighters were hurt") if g.id == "g2" else g
        for g in findings.groups
    )
    brief = compose(fire_reading(), dataclasses.replace(findings, groups=groups))
    assert "On “Two firefighters were hurt”: “Two firefighters”, later “Four firefighters”" in texts(
        brief, "differs"
    )


def test_a_report_that_is_vague_first_and_precise_later_does_not_differ() -> None:
    text = "Some ships left on Monday. Twelve ships left on Monday."
    made = report("a", text, outlet="A", day="2031-01-01")
    claims = (Claim("v", "a", Span(0, 15)), Claim("w", "a", Span(27, 44)))
    findings = Findings(
        stories=(Story("s", "Ships", ("a",)),),
        groups=(ClaimGroup("g", "how many ships left", ("v", "w"), "s"),),
        comparisons=(Comparison("g", "v", "w", "refines", "twelve are some"),),
    )
    brief = compose(Reading((made,), (Extraction("a", "hand", claims=claims),)), findings)
    assert [s.kind for s in brief.stories[0].sections if s.kind == "differs"] == []


def test_a_finer_version_counts_for_the_one_that_it_refines() -> None:
    findings = fire_findings()
    comparisons = tuple(
        dataclasses.replace(c, relation="refines") if c.group == "g2" else c for c in findings.comparisons
    )
    positions = tuple(
        dataclasses.replace(p, origins=OriginCount(2, 2)) if p.claims == ("c3",) else p
        for p in findings.positions
    )
    brief = compose(
        fire_reading(), dataclasses.replace(findings, comparisons=comparisons, positions=positions)
    )
    line = next(each for each in section(brief, "agreed").lines if "firefighters" in each.text)
    assert {e.report for e in line.evidence} == {"r1", "r2"}
    assert "“Two firefighters were hurt”" in line.text


def test_an_interview_that_several_reports_draw_on_is_named(fire: Brief) -> None:
    assert (
        section(fire, "single").lines[0].text
        == "3 reports draw on one interview with Radio Nord: Ilse Brandt"
    )


def test_a_report_that_does_not_name_the_occasion_is_said_to_be_joined_by_inference() -> None:
    reading = fire_reading()
    last = reading.extractions[2]
    vague = tuple(dataclasses.replace(a, venue=None) for a in last.attributions)
    extractions = (*reading.extractions[:2], dataclasses.replace(last, attributions=vague))
    brief = compose(dataclasses.replace(reading, extractions=extractions), fire_findings())
    said = "r3.txt does not speak of the interview (Ilse Brandt, interview with Radio Nord); that it is the same one is inferred."
    assert f"Inferred, not stated: {said}" in texts(brief, "unestablished")
    assert section(brief, "single").lines[0].why == said
