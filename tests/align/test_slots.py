from factories.readings import case
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.align import SlotAligner
from secondsource.model import Reading

TEXTS = {
    "herald": "The ferry Aldis ran aground off Cape Noll on Monday. Rescuers took 214 people off the ship, the coastguard said.",
    "post": "Some 214 passengers were taken off the Aldis after it ran aground near Cape Noll, a coastguard officer said.",
    "wire": "A second ferry, the Brina, left Port Selm with 90 passengers. The mayor of Selm opened a new library.",
}


def test_claims_that_share_little_wording_are_aligned_by_what_they_count():
    found = case(TEXTS)
    assert found.together("214 people", "214 passengers")


def test_claims_about_other_things_stay_apart():
    found = case(TEXTS)
    assert not found.together("214 people", "90 passengers")
    assert found.group("new library").claims == (found.claim("new library"),)


def test_the_same_traveller_going_elsewhere_is_another_claim():
    found = case(
        {
            "herald": "President Mirna Sokol arrived in Norway on Monday.",
            "post": "President Mirna Sokol will travel to Chile on Friday.",
        }
    )
    assert not found.together("arrived in Norway", "travel to Chile")


def test_events_of_the_same_kind_months_apart_are_two():
    found = case(
        {
            "herald": "The bridge at Torva was closed on 3 January 2031 by the police.",
            "post": "The bridge at Torva was closed on 9 November 2030 by the police.",
        }
    )
    assert not found.together("3 January 2031", "9 November 2030")


def test_every_claim_is_in_exactly_one_group():
    found = case(TEXTS)
    listed = [c for g in found.findings.groups for c in g.claims]
    assert sorted(listed) == sorted(c.id for c in found.reading.claims)


@settings(max_examples=6, deadline=None)
@given(st.permutations(sorted(TEXTS)))
def test_the_order_of_the_reports_changes_no_group(order):
    found = case(TEXTS)
    reading = found.reading
    turned = Reading(
        tuple(reading.report[r] for r in order),
        tuple(reading.extraction[r] for r in order),
        reading.entities,
        reading.joined,
    )
    again = SlotAligner().align(turned, found.findings.stories)
    assert {frozenset(g.claims) for g in again} == {frozenset(g.claims) for g in found.findings.groups}
