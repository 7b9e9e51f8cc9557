"""Countries, seats of power, agencies, identifiers."""

import pytest

from secondsource.text.names import (
    agency_name,
    country_in_key,
    country_name,
    country_of,
    demonym,
    is_agency,
    is_government_metonym,
)
from secondsource.text.names.identifiers import find_identifiers


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("North Korea", "KP"),
        ("North Korean", "KP"),
        ("South Koreans", "KR"),
        ("DPRK", "KP"),
        ("the U.S.", "US"),
        ("America's", "US"),
        ("Britain", "GB"),
        ("Briton", "GB"),
        ("Kyiv", "UA"),
        ("Kiev", "UA"),
        ("the Kremlin", "RU"),
        ("Downing Street", "GB"),
        ("Ivory Coast", "CI"),
        ("Côte d'Ivoire", "CI"),
        ("Bosnia and Herzegovina", "BA"),
        ("Congolese", "CD"),
        ("Myanmar", "MM"),
        ("Burma", "MM"),
        ("Hong Kong", "HK"),
        ("Turkey", "TR"),
        ("the Netherlands", "NL"),
        ("Dutch", "NL"),
        ("Swiss", "CH"),
        ("Spaniards", "ES"),
        ("russia", "RU"),
    ],
)
def test_a_country_is_known_by_name_people_capital_and_seat(word: str, code: str) -> None:
    assert country_of(word) == code


@pytest.mark.parametrize("word", ["us", "Europe", "Kestrelvik", "", "the", "Northern"])
def test_other_words_are_no_country(word: str) -> None:
    assert country_of(word) is None


def test_names_and_adjectives_of_countries() -> None:
    assert (country_name("KR"), demonym("KR")) == ("South Korea", "South Korean")
    assert (country_name("QQ"), demonym("QQ")) == (None, None)


def test_seats_of_power_and_capitals_stand_for_governments() -> None:
    assert all(is_government_metonym(word) for word in ("the Kremlin", "Beijing", "the White House"))
    assert not any(is_government_metonym(word) for word in ("Kharkiv", "Osaka", "China"))


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("AFP", "Agence France-Presse"),
        ("the Associated Press", "Associated Press"),
        ("Xinhua news agency", "Xinhua"),
        ("Yonhap News Agency", "Yonhap"),
        ("IPS", "Inter Press Service"),
    ],
)
def test_agencies_are_known_by_all_their_forms(form: str, name: str) -> None:
    assert agency_name(form) == name
    assert is_agency(form)


def test_a_newspaper_is_no_agency() -> None:
    assert not is_agency("Kestrelvik Times")


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("country:KR", "KR"),
        ("body:KR:defence", "KR"),
        ("place:UA:kharkiv", "UA"),
        ("body:NO-kestrelvik:police", "NO"),
        ("body:?:defence (r1)", None),
        ("place:kestrelvik", None),
        ("org:us steel", None),
        (None, None),
    ],
)
def test_a_key_tells_its_country(key: str | None, code: str | None) -> None:
    assert country_in_key(key) == code


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("UN Security Council Resolution 2270 (2016) stands", ["id:resolution 2270"]),
        ("IMO number 9123456, MMSI 257123456", ["id:imo 9123456", "id:mmsi 257123456"]),
        (
            "Regulation (EU) No 833/2014 and Directive 2014/65/EU",
            ["id:regulation 8332014", "id:directive 201465eu"],
        ),
        ("flight MH17 and Flight 370", ["id:flight mh17", "id:flight 370"]),
        ("in 2270 cases, article after article", []),
        ("a resolution of 12 March", []),
    ],
)
def test_identifiers_have_a_key_of_kind_and_number(text: str, keys: list[str]) -> None:
    assert [key for _, key in find_identifiers(text)] == keys
