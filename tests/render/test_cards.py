"""More than two versions of one point: lettered, in order, with how each two relate."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import Maker, report

from secondsource.model import (
    Brief,
    ClaimGroup,
    Comparison,
    Extraction,
    Findings,
    OriginCount,
    Position,
    Reading,
    Story,
)
from secondsource.render import compose, render_markdown
from secondsource.render.page import PageLine, page_sections

SAID = {
    "a": ("12 boats sank", 12),
    "b": ("9 boats sank", 9),
    "c": ("20 boats sank", 20),
    "d": ("No boat sank", None),
}


@pytest.fixture
def boats() -> Brief:
    """Three figures and a denial, each in a report of its own."""
    reports, extractions = [], []
    for i, (ident, (words, value)) in enumerate(SAID.items(), 1):
        made = report(ident, f"{words}, the coastguard said.", outlet=ident.upper(), day=f"2031-01-0{i}")
        maker = Maker(made)
        figure = words.partition(" sank")[0]
        quantities = (maker.quantity(f"q{ident}", figure, value, value, "exact"),) if value else ()
        values = tuple(q.id for q in quantities)
        claim = maker.claim(f"c{ident}", words, values=values)
        reports.append(made)
        extractions.append(Extraction(ident, "hand", quantities=quantities, claims=(claim,)))
    pairs = (
        Comparison("g", "ca", "cb", "updates", "counted again", "qa", "qb"),
        Comparison("g", "ca", "cc", "conflicts", "12 is not 20", "qa", "qc"),
        Comparison("g", "cb", "cc", "conflicts", "9 is not 20", "qb", "qc"),
        Comparison("g", "ca", "cd", "denies", "none at all"),
        Comparison("g", "cb", "cd", "denies", "none at all"),
        Comparison("g", "cc", "cd", "denies", "none at all"),
    )
    claims = tuple(f"c{ident}" for ident in SAID)
    findings = Findings(
        stories=(Story("s", "Boats", tuple(SAID)),),
        groups=(ClaimGroup("g", "how many boats sank", claims, "s"),),
        comparisons=pairs,
        positions=tuple(Position("g", (c,), OriginCount(1, 1)) for c in claims),
    )
    return compose(Reading(tuple(reports), tuple(extractions)), findings)


@pytest.fixture
def line(boats: Brief) -> PageLine:
    (only,) = page_sections(boats, boats.stories[0], 1, 1)[0].first
    return only


def test_one_point_is_one_line_with_all_its_versions(line: PageLine) -> None:
    assert line.heading == "How many boats sank"
    assert [(side.letter, side.words, side.role) for side in line.sides] == [
        ("A", ("“12 boats”",), ""),
        ("B", ("“20 boats”",), ""),
        ("C", ("“9 boats”",), ""),
        ("D", (), "Denied"),
    ]


def test_each_two_versions_are_related_and_like_reasons_are_said_once(line: PageLine) -> None:
    assert [(row.word, row.pair, row.why) for row in line.rows] == [
        ("Conflict", "A against B", "12 is not 20."),
        ("Conflict", "B against C", "9 is not 20."),
        ("Denial", "A, B and C denied by D", "None at all."),
        ("Later figure", "A then C", "Counted again."),
    ]


def test_the_weightiest_relation_names_the_line(line: PageLine) -> None:
    assert (line.line.tag, line.word) == ("conflicts", "Conflict")


def test_a_version_that_updates_stands_behind_the_one_it_updates(line: PageLine) -> None:
    letters = {side.words[0]: side.letter for side in line.sides if side.words}
    assert letters["“12 boats”"] < letters["“9 boats”"]


def test_the_markdown_has_the_same_letters(boats: Brief) -> None:
    written = render_markdown(boats)
    assert "**C · “9 boats”**" in written
    assert "- *Denial*, A, B and C denied by D: None at all." in written


def test_of_counts_in_a_row_each_is_set_against_the_one_before_it(boats: Brief) -> None:
    steps = [("cb", "ca"), ("ca", "cc"), ("cb", "cc")]
    pairs = tuple(Comparison("g", a, b, "updates", f"{a} then {b}") for a, b in steps)
    again = compose(boats.reading, replace(boats.findings, comparisons=pairs))
    (only,) = page_sections(again, again.stories[0], 1, 1)[0].first
    assert [(row.pair, row.why) for row in only.rows] == [
        ("A then B", "Cb then ca."),
        ("B then C", "Ca then cc."),
    ]
