"""Whom a phrase stands for. `[phrase](Name)` marks it; `-` is nobody; `A + B` is a pair."""

import re

import pytest

from secondsource.model import Report, Span
from secondsource.text.names import belongs_to, find_entities, referent, referents

_MARK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<name>[^)]+)\)")


def resolve(marked: str) -> list[tuple[str, str, str]]:
    """Return for each mark the phrase, the wanted name and the name that it was resolved to."""
    text, spans, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((Span(len(text), len(text) + len(match["words"])), match["name"]))
        text += match["words"]
        at = match.end()
    text += marked[at:]
    entities = find_entities(Report("r", text))
    names = {e.id: e.name for e in entities}
    results = []
    for span, wanted in spans:
        if "+" in wanted:
            got = " + ".join(names[each] for each in referents(text, span, entities))
        else:
            got = names.get(referent(text, span, entities) or "", "-")
        results.append((span.of(text), wanted, got))
    return results


@pytest.mark.parametrize(
    "marked",
    [
        "[South Korean Defense Minister Baek Ji-hoon](Baek Ji-hoon) spoke.",
        "[Lars Eidem, a wheat grower near Vestby](Lars Eidem) spoke.",
        "[A spokesman for the European Commission](European Commission) spoke.",
        "[a Kremlin spokesman](Kremlin) spoke.",
        "[A lawyer for Mr. Eidem](-) spoke.",
        "[Lars Eidem's sister](-) spoke.",
        "[The newspaper Dagsnytt](Dagsnytt) wrote.",
        "[South Korean officials](-) spoke.",
    ],
)
def test_a_name_counts_where_it_is_the_head(marked: str) -> None:
    for phrase, wanted, got in resolve(marked):
        assert (phrase, got) == (phrase, wanted)


@pytest.mark.parametrize(
    "marked",
    [
        "Erik Dahlman met Astrid Holm. [He](Erik Dahlman) smiled, and [she](Astrid Holm) left.",
        "Mr. Dahlman said [he](Dahlman) would pay. [His](Dahlman) car burned.",
        "The Halden Bank failed. [It](Halden Bank) owed millions.",
        "Janis Ozolin grows wheat. “Cheap is cheap,” he said. [He](Janis Ozolin) shrugged.",
        "[They](-) left. [He](-) stayed.",
        "Felicita Romero slept. The president cancelled a trip, [his office](-) announced.",
        "The White House and the Kremlin waited; Beijing said [it](Beijing) would not.",
    ],
)
def test_pronouns(marked: str) -> None:
    for phrase, wanted, got in resolve(marked):
        assert (phrase, got) == (phrase, wanted)


@pytest.mark.parametrize(
    "marked",
    [
        "South Korean Defense Minister Baek Ji-hoon arrived. [The minister](Baek Ji-hoon) will speak.",
        "Prime Minister Alain Morvan met Defense Minister Rosa Quint. [The minister](Rosa Quint) left.",
        "Russian President Oleg Barsukov met Baek Ji-hoon. [The Kremlin leader](Oleg Barsukov) smiled.",
        "Vantra Corp. lost a ship. [The company](Vantra Corp.) is insured.",
        "Ilga Ozola is Latvia's agriculture minister. [Her ministry](Latvian agriculture ministry) agreed.",
        "Peru's civil defence agency came. [The agency](Peruvian civil defence agency) stayed.",
        "[The minister](-) will speak.",
        "[The official](-) said so.",
    ],
)
def test_definite_role_phrases(marked: str) -> None:
    for phrase, wanted, got in resolve(marked):
        assert (phrase, got) == (phrase, wanted)


@pytest.mark.parametrize(
    "marked",
    [
        "Norway and Sweden signed. [Both countries](Norway + Sweden) denied it.",
        "Oleg Barsukov met Baek Ji-hoon. [The two leaders](Oleg Barsukov + Baek Ji-hoon) ate.",
        "Vantra Corp. will buy Halden Motors, [the companies](Vantra Corp. + Halden Motors) said.",
    ],
)
def test_plural_phrases_stand_for_a_clear_pair(marked: str) -> None:
    for phrase, wanted, got in resolve(marked):
        assert (phrase, got) == (phrase, wanted)


def test_both_countries_of_three_is_open() -> None:
    text = "Norway, Sweden and Denmark signed. Both countries denied it."
    span = Span(text.index("Both"), text.index(" denied"))
    assert referents(text, span, find_entities(Report("r", text))) == ()


def test_officials_belong_to_their_country_and_are_not_it() -> None:
    text = "South Korean officials spoke."
    entities = find_entities(Report("r", text))
    span = Span(0, len("South Korean officials"))
    assert referent(text, span, entities) is None
    assert belongs_to(text, span, entities) == next(e.id for e in entities if e.key == "country:KR")


@pytest.mark.parametrize("phrase", ["Police in Palermo, Sicily", "Krall press secretary Ada Lunt"])
def test_a_name_that_only_leads_or_places_a_phrase_is_not_whom_it_stands_for(phrase: str) -> None:
    text = f"{phrase} said the road was open. Mayor Ivo Krall had closed it."
    entities = find_entities(Report("r", text))
    found = referent(text, Span(0, len(phrase)), entities)
    assert next((e.name for e in entities if e.id == found), None) not in {"Sicily", "Palermo", "Ivo Krall"}
