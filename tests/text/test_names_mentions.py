"""Names in a text. `[words](p)` marks a person, `o` an organisation, `l` a place, `i` an identifier."""

import re

import pytest

from secondsource.model import Report
from secondsource.text.names import find_entities

_MARK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<kind>[poli])\)")
_LETTER = {"person": "p", "organisation": "o", "place": "l", "identifier": "i"}


def found_in(text: str) -> list[tuple[str, str]]:
    """Return the words and kinds of all mentions, in order."""
    report = Report("r", text)
    mentions = [(m.span, _LETTER[e.type]) for e in find_entities(report) for m in e.mentions]
    return [(span.of(text), kind) for span, kind in sorted(mentions)]


def check(marked: str) -> None:
    """Assert that exactly the marked names are found."""
    text = _MARK.sub(lambda m: m["words"], marked)
    assert found_in(text) == [(m["words"], m["kind"]) for m in _MARK.finditer(marked)]


@pytest.mark.parametrize(
    "marked",
    [
        "Defense Minister [Arvid Holm](p) resigned.",
        "[Norwegian](l) Energy Minister [Ingrid Solbakken](p) met [Ursula von der Linden](p).",
        "The report quotes [Yuri V. Ostapov](p), who leads the unit.",
        "“It held,” said [Marit Lund-Aho](p), 61.",
        "Mrs. [Delacroix](p) and Dr. [Ferreira da Silva](p) agreed.",
        "[Mohammed al-Masri](p) runs the clinic; [al-Masri](p) said so.",
        "Former mayor [Grace Okonkwo](p) stayed away.",
    ],
)
def test_persons_are_found_without_their_titles(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The [Ministry of Health and Welfare](o) answered.",
        "[Borden Mining Corp.](o) bought [Halden Technologies](o) in May.",
        "The newspaper [Dagsnytt](o) printed it.",
        "The [International Commission on Large Dams](o) ([ICOLD](o)) declined.",
        "The [University of Tromsdal](o) closed.",
        "The carmaker's rival, the exporter [Sorvanto](o), waited.",
        "[AFP](o) and [Xinhua](o) carried the picture.",
        "Shares in [Vantra](o) fell; [Vantra](o) said it would wait.",
    ],
)
def test_organisations_are_found_by_their_form_and_by_the_words_beside_them(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "They drove from [Oslo](l) to the village of [Kestrelvik](l).",
        "The [Halden River](l) flooded [Kaldor Province](l).",
        "Floods hit the [Korean Peninsula](l) and the [Black Sea](l).",
        "He crossed [Strand Square](l) near [Vestby](l).",
        "[Turkey](l) and [Chad](l) signed; the [U.S.](l) did not.",
    ],
)
def test_places_are_found(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Under [Resolution 2270](i) and [Article 12](i) it is banned.",
        "The tanker [Aurora Bay](i) ([IMO 9123456](i)) turned back.",
        "Prosecutors opened [Case No. 44-2031](i).",
    ],
)
def test_numbers_of_laws_cases_and_ships_are_identifiers(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "text",
    [
        "Satellite images show smoke.",
        "Officials said nothing. Despite this, observers came.",
        "International observers left on Monday, 3 March.",
        "In March and on Thursday it rained.",
        "Asked about it, nobody answered.",
        "He said: “Nobody knows.”",
        "See https://www.Example.org/Some-Page or write to Anna@Example.org.",
        "HELL ON MARKET STREET: town awaits rain",
    ],
)
def test_a_capital_that_the_place_in_the_sentence_owes_makes_no_name(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[North Korean](l) missiles hit a [Ukrainian](l) town, and [North Koreans](l) marched.",
        "A [US](l)-led force met [Russian](l)-made tanks.",
    ],
)
def test_a_nationality_is_a_mention_of_the_country(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She flew to Moscow.", "place"),
        ("Snow fell in Moscow.", "place"),
        ("Moscow denied the charge.", "organisation"),
        ("A treaty between Moscow and Pyongyang lapsed.", "organisation"),
        ("Moscow's cooperation was thin.", "organisation"),
    ],
)
def test_a_capital_is_a_place_or_its_government(text: str, kind: str) -> None:
    (first,) = [e for e in find_entities(Report("r", text)) if e.name in {"Moscow", "Russia"}]
    assert first.type == kind


def test_an_acting_capital_carries_the_key_of_its_country() -> None:
    keys = {e.name: e.key for e in find_entities(Report("r", "Beijing denied it; China protested."))}
    assert keys == {"Beijing": "country:CN", "China": "country:CN"}


def test_brussels_acts_for_the_union_unless_belgium_is_named() -> None:
    assert [e.key for e in find_entities(Report("r", "Brussels denied it."))] == ["org:european union"]
    keys = {e.key for e in find_entities(Report("r", "Brussels denied it, and Belgium paid."))}
    assert keys == {"country:BE"}


@pytest.mark.parametrize(
    "marked",
    [
        "[South Korea](l) waits. The [Halden Times](o) asked.",
        "The [Kestrelvik police](o) searched the house of [Tor Haugland](p) in [Kestrelvik](l).",
    ],
)
def test_bodies_of_a_town_and_outlets_are_organisations(marked: str) -> None:
    text = _MARK.sub(lambda m: m["words"], marked)
    wanted = {(m["words"], m["kind"]) for m in _MARK.finditer(marked)}
    assert wanted <= set(found_in(text))


def test_a_title_case_headline_makes_no_names_of_its_own() -> None:
    report = Report("r", "Tor Haugland spoke.", headline="Tor Haugland Denies Claims Over Broken Gates")
    assert [(e.name, len(e.mentions)) for e in find_entities(report)] == [("Tor Haugland", 2)]


def test_mentions_of_one_person_are_one_entity() -> None:
    text = "Yury V. Ostapov spoke. Mr. Ostapov left. Ostapov’s aide stayed."
    (entity,) = find_entities(Report("r", text))
    assert entity.name == "Yury V. Ostapov"
    assert [m.span.of(text) for m in entity.mentions] == ["Yury V. Ostapov", "Ostapov", "Ostapov"]


def test_two_persons_of_one_surname_stay_two_and_a_lone_surname_is_neither() -> None:
    text = "Erik Dahlman met Astrid Dahlman. Dahlman left early."
    names = [(e.name, len(e.mentions)) for e in find_entities(Report("r", text))]
    assert sorted(names) == [("Astrid Dahlman", 1), ("Dahlman", 1), ("Erik Dahlman", 1)]


def test_a_form_of_address_tells_two_bearers_of_one_surname_apart() -> None:
    text = "Erik Dahlman met Astrid Dahlman. Mr. Dahlman left; Ms. Dahlman stayed."
    names = [(e.name, len(e.mentions)) for e in find_entities(Report("r", text))]
    assert sorted(names) == [("Astrid Dahlman", 2), ("Erik Dahlman", 2)]


def test_a_square_named_after_somebody_is_no_mention_of_him() -> None:
    text = "Park Min-ho crossed Park Tae Jun Square. Mr. Park waved."
    names = {e.name: (e.type, len(e.mentions)) for e in find_entities(Report("r", text))}
    assert names == {"Park Min-ho": ("person", 2), "Park Tae Jun Square": ("place", 1)}


def test_short_form_and_letters_belong_to_the_full_name() -> None:
    text = "Vantra Industrial Group (VIG) grew. Vantra hired. VIG sold."
    (entity,) = find_entities(Report("r", text))
    assert (entity.name, len(entity.mentions)) == ("Vantra Industrial Group", 4)
