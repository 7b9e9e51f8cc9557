"""Entities across reports."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model import Entity, Report
from secondsource.text.names import find_entities, link_entities

SENTENCES = (
    "South Korean Defense Minister Baek Jihoon spoke in Oslo.",
    "Mr. Baek met Yury V. Ostapov, a Kremlin aide.",
    "Yuri Ostapov praised Vantra Technologies.",
    "Vantra said it would sue the defence ministry.",
    "Erik Dahlman met Astrid Dahlman in Kestrelvik.",
    "Dahlman left Kestrelvik for Kyiv.",
    "Police in Norway found Baek Ji-hoon in Kiev.",
)


def joined(*texts: str) -> dict[str, Entity]:
    """Return the joined entities of reports with these texts, by name."""
    local = [(f"r{k}", find_entities(Report(f"r{k}", text))) for k, text in enumerate(texts)]
    return {e.name: e for e in link_entities(local)[0]}


def reports_of(entity: Entity) -> set[str]:
    return {m.report for m in entity.mentions}


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Baek Jihoon spoke.", "Defense Minister Baek Ji-hoon spoke.", "Baek Ji-hoon"),
        ("Yury V. Ostapov spoke.", "Yuri Ostapov spoke.", "Yury V. Ostapov"),
        (
            "Yury V. Ostapov lives in Kestrelvik.",
            "Mr. Ostapov spoke in Kestrelvik.",
            "Yury V. Ostapov",
        ),
        ("Vantra Technologies grew.", "Shares in Vantra fell.", "Vantra Technologies"),
        ("They saw the US.", "They saw the United States.", "United States"),
        ("Fire in Kiev.", "Rain in Kyiv.", "Kyiv"),
    ],
)
def test_forms_of_one_name_join_across_reports(first: str, second: str, name: str) -> None:
    entities = joined(first, second)
    assert any(reports_of(e) == {"r0", "r1"} for e in entities.values()), entities.keys()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Erik Dahlman spoke.", "Astrid Dahlman spoke."),
        ("Baek Tae-il spoke.", "Baek Tae-un spoke."),
        ("Norwegian Energy Minister Ola Berg spoke.", "Swedish Energy Minister Ola Berg spoke."),
        ("The finance ministry of Norway spoke.", "The finance ministry of Sweden spoke."),
        ("Rain in Norway and Sweden, the finance ministry said.", "Sun in Peru and Chile, the finance ministry said."),
        ("The Bank of Lydford failed.", "Rain in Lydford."),
        ("Armando Teixoso spoke.", "Armando Teixeira spoke."),
    ],
)  # fmt: skip
def test_different_things_never_join(first: str, second: str) -> None:
    entities = joined(first, second)
    assert all(len(reports_of(e)) < 2 for e in entities.values() if e.type != "place")


def test_a_lone_surname_with_two_bearers_joins_neither() -> None:
    entities = joined("Erik Dahlman spoke.", "Astrid Dahlman spoke.", "Mr. Olsson met Dahlman.")
    assert all(len(reports_of(e)) == 1 for e in entities.values())


def test_a_ministry_without_country_joins_the_one_of_its_minister() -> None:
    entities = joined(
        "Latvian Agriculture Minister Ilga Ozola spoke in Kestrelvik.",
        "Rain in Poland and Estonia, fog in Kestrelvik. Minister Ozola left. The agriculture ministry closed.",
    )
    assert reports_of(entities["Latvian agriculture ministry"]) == {"r1"}
    assert entities["Ilga Ozola"].speaks_for == entities["Latvian agriculture ministry"].id


def test_a_surname_in_an_unrelated_report_is_somebody_else() -> None:
    entities = joined(
        "Yury V. Ostapov spoke in Kestrelvik.", "Mr. Ostapov spoke in Halden.", "Mr. Ostapov slept."
    )
    assert all(len(reports_of(e)) == 1 for e in entities.values())


def test_every_local_entity_has_a_joined_one_that_holds_its_mentions() -> None:
    local = [(f"r{k}", find_entities(Report(f"r{k}", text))) for k, text in enumerate(SENTENCES)]
    entities, mapping = link_entities(local)
    by_id = {e.id: e for e in entities}
    for _, listed in local:
        for entity in listed:
            assert set(entity.mentions) <= set(by_id[mapping[entity.id]].mentions)
            if entity.speaks_for:
                assert mapping[entity.speaks_for] in by_id


@given(st.permutations(range(len(SENTENCES))))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_reports_changes_nothing(order: list[int]) -> None:
    local = [(f"r{k}", find_entities(Report(f"r{k}", text))) for k, text in enumerate(SENTENCES)]
    assert link_entities([local[k] for k in order]) == link_entities(local)


def test_a_report_given_twice_changes_nothing() -> None:
    local = [("r0", find_entities(Report("r0", SENTENCES[0])))]
    assert link_entities(local * 2) == link_entities(local)


def test_no_reports_give_no_entities() -> None:
    assert link_entities([]) == ((), {})
    assert len(list(permutations(SENTENCES, 1))) == len(SENTENCES)


def test_a_minister_of_no_country_never_joins_another_countrys_ministry() -> None:
    entities = joined(
        "South Korean Defense Minister Baek Ji-hoon met new Defense Minister Andrei Belkov of the guests."
    )
    assert entities["Andrei Belkov"].speaks_for != entities["Baek Ji-hoon"].speaks_for


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Tresk Airlines (TRA) lost a plane. TRA said it was old.", {"Tresk Airlines", "TRA"}),
        ("Granite Motors closed a plant. GM said the plant was old.", {"Granite Motors", "GM"}),
        (
            "The LA Chronicle had it first. The Los Angeles Chronicle ran a photograph.",
            {"LA Chronicle", "Los Angeles Chronicle"},
        ),
        ("The Tresk Post had it first. The Post ran a photograph.", {"Tresk Post", "Post"}),
        ("Liberty GlobalWire laid the cable. Liberty said that it held.", {"Liberty GlobalWire", "Liberty"}),
        ("Orchard Inc. laid the cable. Orchard said that it held.", {"Orchard Inc.", "Orchard"}),
    ],
)
def test_a_short_form_is_the_organisation_that_the_report_names_in_full(text: str, forms: set[str]) -> None:
    named = [{m.span.of(text) for m in e.mentions} for e in find_entities(Report("r", text))]
    assert forms in named


@pytest.mark.parametrize(
    "text",
    [
        "Granite Motors closed a plant. The GN union said the plant was old.",
        "Orchard Inc. laid the cable. An orchard said to be older lies behind it.",
        "The Tresk Post and the Kestrel Post had it first. The Post ran a photograph.",
    ],
)
def test_other_letters_and_ordinary_words_are_no_short_form(text: str) -> None:
    long = [
        e for e in find_entities(Report("r", text)) if e.name.split()[0] in {"Granite", "Orchard", "Tresk"}
    ]
    assert long
    assert all(len(e.mentions) == 1 for e in long)


def test_two_letters_join_the_firm_of_another_report_only_where_the_reports_share_something() -> None:
    full = "Granite Motors closed a plant, said Ada Kreml of Norda Steel."
    near = "GM was silent. Ada Kreml wrote to its board."
    far = "GM was silent."
    for short, joined in ((near, True), (far, False)):
        reports = [(key, find_entities(Report(key, text))) for key, text in (("a", full), ("b", short))]
        _, mapping = link_entities(reports)
        ids = {e.name: mapping[e.id] for _, listed in reports for e in listed}
        assert (ids["GM"] == ids["Granite Motors"]) is joined
