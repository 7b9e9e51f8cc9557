from dataclasses import replace

import pytest
from factories.readings import case

from secondsource.pipeline import analyse, read_reports

ECHOES = {
    "herald": "Norwegian Trade Minister Ana Lubin told Radio Delta in an interview that 140 lorries of timber were stopped at the border.",
    "post": "Customs stopped 140 lorries of timber at the border, Ana Lubin, the Norwegian trade minister, said in an interview with Radio Delta.",
    "wire": "Norway's trade ministry said 140 lorries of timber had been stopped at the border.",
}


def test_a_minister_and_the_ministry_are_one_origin_in_however_many_reports():
    found = case(ECHOES)
    group = found.group("140 lorries", "herald")
    assert {found.origin("140 lorries", r) for r in ECHOES} == {found.origin("140 lorries", "wire")}
    count = found.findings.group_counts[group.id]
    assert (count.low, count.high) == (1, 1)
    assert "in 3 reports" in count.why


def test_one_interview_told_by_two_reports_is_one_occasion():
    found = case(ECHOES)
    (origin,) = [o for o in found.findings.origins if found.claim("140 lorries", "herald") in o.claims]
    shared = [
        o for o in origin.occasions if len({found.reading.attribution[a].report for a in o.attributions}) > 1
    ]
    assert [(o.venue, o.host) for o in shared] == [("interview", "Radio Delta")]


def test_an_unnamed_official_beside_a_named_body_is_one_or_two():
    found = case(
        {
            "herald": "Norway's trade ministry said 140 lorries of timber had been stopped at the border.",
            "post": "A Norwegian official said 140 lorries of timber had been stopped at the border.",
        }
    )
    count = found.findings.group_counts[found.group("140 lorries", "herald").id]
    assert (count.low, count.high) == (1, 2)
    assert "names no one" in count.why


def test_an_official_of_another_country_is_another_origin():
    found = case(
        {
            "herald": "Norway's trade ministry said 140 lorries of timber had been stopped at the border.",
            "post": "A Chilean official said 140 lorries of timber had been stopped at the border.",
        }
    )
    count = found.findings.group_counts[found.group("140 lorries", "herald").id]
    assert (count.low, count.high) == (2, 2)


@pytest.mark.parametrize("key", sorted(ECHOES))
def test_an_exact_copy_of_a_report_never_adds_an_origin(key):
    reports = list(case(ECHOES).reading.reports)
    before = analyse(read_reports(reports))
    twin = replace(next(r for r in reports if r.id == key), id="twin", outlet="Twin")
    after = analyse(read_reports([*reports, twin]))
    assert _counts(after) <= _counts(before)


def _counts(findings):
    return max(c.high for c in findings.group_counts.values())


def test_a_denial_never_counts_for_what_it_opposes():
    found = case(
        {
            "herald": "The Navy accused Veltra Shipping of dumping oil near Malta.",
            "post": "Veltra Shipping denied dumping any oil near Malta.",
        }
    )
    group = found.group("dumping oil")
    positions = [p for p in found.findings.positions if p.group == group.id]
    assert sorted((p.origins.low, p.origins.high) for p in positions) == [(1, 1), (1, 1)]
