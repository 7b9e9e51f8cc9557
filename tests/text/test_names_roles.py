"""Roles, and the bodies that people speak for."""

import pytest

from secondsource.model import Entity, Report
from secondsource.text.names import find_entities


def body_key(text: str, name: str) -> str | None:
    """Return the key of the body that ``name`` speaks for in ``text``."""
    entities = find_entities(Report("r", text))
    (person,) = [e for e in entities if e.type == "person" and e.name == name]
    return next((e.key for e in entities if e.id == person.speaks_for), None)


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("South Korean Defense Minister Baek Ji-hoon spoke.", "Baek Ji-hoon", "body:KR:defence"),
        ("South Korea's defence minister, Baek Ji-hoon, spoke.", "Baek Ji-hoon", "body:KR:defence"),
        ("Baek Ji-hoon, the South Korean defence minister, spoke.", "Baek Ji-hoon", "body:KR:defence"),
        ("The minister of agriculture of Latvia Ilga Ozola spoke.", "Ilga Ozola", "body:LV:agriculture"),
        ("Kremlin spokesman Oleg Barsukov spoke.", "Oleg Barsukov", "body:RU:presidency"),
        ("Russian President Oleg Barsukov spoke.", "Oleg Barsukov", "body:RU:presidency"),
        ("US national security spokesman John Farrow spoke.", "John Farrow", "body:US:national security"),
        ("Moscow's ambassador to Norway, Igor Sidorkin, came.", "Igor Sidorkin", "body:RU:foreign"),
        ("Israeli army spokesperson Lt. Col. Avi Pelad spoke.", "Avi Pelad", "body:IL:military"),
        ("Kestrelvik police chief Anne Lundby spoke.", "Anne Lundby", "body:-kestrelvik:police"),
        ("French Prime Minister Alain Morvan spoke.", "Alain Morvan", "body:FR:cabinet"),
        ("Ola Nordby, a professor of hydrology at the University of Tromsdal, spoke.", "Ola Nordby", "org:university of tromsdal"),
        ("Vantra Corp. lost. The company's chief executive, Lars Eidem, spoke.", "Lars Eidem", "org:vantra corp"),
        ("A spokesman for Vantra Corp., Lars Eidem, spoke.", "Lars Eidem", "org:vantra corp"),
        ("EU spokeswoman Clara Weissmann spoke.", "Clara Weissmann", "org:european union"),
        ("Lars Eidem walked home.", "Lars Eidem", None),
    ],
)  # fmt: skip
def test_who_somebody_speaks_for(text: str, name: str, key: str | None) -> None:
    assert body_key(text, name) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("South Korea's Ministry of Defense said so.", "body:KR:defence"),
        ("The South Korean defence ministry said so.", "body:KR:defence"),
        ("The defence ministry in Seoul said so.", "body:KR:defence"),
        ("The Ministry of Foreign Affairs of Belarus said so.", "body:BY:foreign"),
        ("Peru's national weather service said so.", "body:PE:national weather service"),
        ("Police in Peru said so.", "body:PE:police"),
        ("The White House said so.", "body:US:presidency"),
    ],
)
def test_a_body_has_one_key_however_it_is_written(text: str, key: str) -> None:
    assert key in {e.key for e in find_entities(Report("r", text))}


def test_minister_and_ministry_meet_in_one_body() -> None:
    text = "South Korean Defense Minister Baek Ji-hoon spoke. South Korea's Ministry of Defense confirmed it."
    entities = {e.name: e for e in find_entities(Report("r", text))}
    ministry = next(e for e in entities.values() if e.key == "body:KR:defence")
    assert entities["Baek Ji-hoon"].speaks_for == ministry.id
    assert [m.span.of(text) for m in ministry.mentions] == ["Ministry of Defense"]


@pytest.mark.parametrize(
    "text",
    [
        "Police said the kiosk had been set alight. A friend of the owner lives in Britain.",
        "Three sailors were picked up near Malta. The Navy said a tug was on its way.",
        "The mill burned down. The fire service said a truck had come from Norway.",
        "A barge sank off Denmark. The coastguard said its crew was safe.",
    ],
)
def test_a_country_that_merely_stands_in_the_report_is_not_that_of_a_bare_body(text: str) -> None:
    bodies = [e for e in find_entities(Report("r", text)) if (e.key or "").startswith("body:")]
    assert bodies
    assert all((e.key or "").startswith("body:?:") for e in bodies)
    assert all(e.name.lower() in {"police", "navy", "fire service", "coastguard"} for e in bodies)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Norwegian police said the shop was closed.", "body:NO:police"),
        ("The police in Norway said the shop was closed.", "body:NO:police"),
        ("Norway's navy said the shop was closed.", "body:NO:navy"),
    ],
)
def test_a_body_takes_the_country_of_its_own_modifier(text: str, key: str) -> None:
    assert key in {e.key for e in find_entities(Report("r", text))}


def test_a_ministry_is_of_the_country_of_the_dateline() -> None:
    text = "OSLO (AP) — Prices rose in Sweden, Denmark and Finland, the finance ministry said."
    assert "body:NO:finance" in {e.key for e in find_entities(Report("r", text))}


def test_a_ministry_of_no_known_country_belongs_to_its_report_alone() -> None:
    text = "Prices rose in Sweden and Denmark, the finance ministry said."
    assert "body:?:finance (r)" in {e.key for e in find_entities(Report("r", text))}


def test_an_office_given_in_passing_goes_to_the_person_before_it() -> None:
    text = (
        "Oleg Barsukov arrived at dawn. It is the Russian president's first visit since the flood. "
        "He met Baek Ji-hoon, and the South Korean leader smiled."
    )
    assert body_key(text, "Oleg Barsukov") == "body:RU:presidency"
    assert body_key(text, "Baek Ji-hoon") == "body:KR:presidency"


def test_the_father_of_a_leader_is_not_the_leader() -> None:
    text = "The book is about Baek Tae-il, father of the current North Korean leader."
    assert body_key(text, "Baek Tae-il") is None


@pytest.mark.parametrize(
    "text", ["Police station burned down.", "A police dog barked.", "They policed the gate."]
)
def test_a_part_of_a_compound_is_no_body(text: str) -> None:
    def is_body(entity: Entity) -> bool:
        return (entity.key or "").startswith("body:")

    assert not any(map(is_body, find_entities(Report("r", text))))


def test_initials_of_the_outlet_are_the_outlet() -> None:
    report = Report("r", "LIMA (IPS) — Rain fell, she told IPS.", outlet="Iberian Press Service")
    assert "org:iberian press service" in {e.key for e in find_entities(report)}


@pytest.mark.parametrize(
    ("text", "name", "role", "body"),
    [
        ("Metal Union chair Ada Kreml said no.", "Ada Kreml", "Metal Union chair", "Metal Union"),
        (
            "Union leader Ada Kreml said no. The Metal Union met.",
            "Ada Kreml",
            "Union leader",
            "Metal Union",
        ),
        (
            "The Metal Union met. The union's leader, Ada Kreml, left.",
            "Ada Kreml",
            "leader",
            "Metal Union",
        ),
        (
            "The Orla Cooperative paid. Ada Kreml, a spokeswoman for the cooperative, left.",
            "Ada Kreml",
            "spokeswoman for the cooperative",
            "Orla Cooperative",
        ),
        ("Mayor Ada Kreml of Philadelphia left.", "Ada Kreml", "Mayor", "Philadelphia mayor's office"),
        (
            "The regional commander of the police, Ada Kreml, left.",
            "Ada Kreml",
            "regional commander of the police",
            None,
        ),
        (
            "Two unions, the Weavers' Union and the Metal Union, met. Union leader Tom Hale left.",
            "Tom Hale",
            "Union leader",
            "Metal Union",
        ),
    ],
)
def test_a_role_tells_whom_somebody_speaks_for(text: str, name: str, role: str, body: str | None) -> None:
    entities = find_entities(Report("r", text))
    (person,) = [e for e in entities if e.name == name]
    assert person.role == role
    assert next((e.name for e in entities if e.id == person.speaks_for), None) == body


def test_the_role_before_the_next_name_is_not_that_of_the_one_before() -> None:
    entities = find_entities(Report("r", "He shot at Ivo Krall, deputy Tom Hale and a guard."))
    roles = {e.name: e.role for e in entities}
    assert roles == {"Ivo Krall": None, "Tom Hale": "deputy"}
