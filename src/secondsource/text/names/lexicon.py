"""The word tables of the name rules, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["Lexicon", "lexicon", "table_lines", "table_toml"]


def table_lines(name: str) -> list[str]:
    """Return the lines of a resource table without comments and blank lines."""
    raw = (files(__package__) / "tables" / name).read_text(encoding="utf-8")
    return [line for line in raw.splitlines() if line.strip() and not line.startswith("#")]


def table_toml(name: str) -> dict[str, Any]:
    """Return a resource table that is written in TOML."""
    return tomllib.loads((files(__package__) / "tables" / name).read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of lower-case words and phrases, by what they say about a name beside them."""

    function_words: frozenset[str]
    address: dict[str, str]
    roles: frozenset[str]
    role_modifiers: frozenset[str]
    head_roles: frozenset[str]
    female_roles: frozenset[str]
    male_roles: frozenset[str]
    portfolios: dict[str, str]
    organisation_heads: frozenset[str]
    organisation_first: frozenset[str]
    organisation_suffixes: frozenset[str]
    announced: frozenset[str]
    outlet_words: frozenset[str]
    place_last: frozenset[str]
    place_first: frozenset[str]
    place_before: frozenset[str]
    calendar: frozenset[str]
    peoples: frozenset[str]
    things: frozenset[str]
    given: dict[str, str]
    surnames: frozenset[str]
    family_first: frozenset[str]
    institution_heads: frozenset[str]
    institution_modifiers: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return all tables; the first call reads them (about 20 ms)."""
    raw = table_toml("words.toml")
    roles, org, place, other = raw["roles"], raw["organisation"], raw["place"], raw["other"]
    outlets = ";".join(table_lines("outlets.txt")).lower().split(";")
    return Lexicon(
        function_words=frozenset(" ".join(table_lines("function_words.txt")).split()),
        address={word: gender for gender, listed in raw["address"].items() for word in listed},
        roles=frozenset(roles["nouns"]),
        role_modifiers=frozenset(roles["modifiers"]),
        head_roles=frozenset(roles["heads"]),
        female_roles=frozenset(roles["female"]),
        male_roles=frozenset(roles["male"]),
        portfolios={phrase: key for key, listed in raw["portfolios"].items() for phrase in listed},
        organisation_heads=frozenset(org["heads"]),
        organisation_first=frozenset(org["first"]),
        organisation_suffixes=frozenset(org["suffixes"]),
        announced=frozenset(org["announced"]),
        outlet_words=frozenset(outlets),
        place_last=frozenset(place["last"]),
        place_first=frozenset(place["first"]),
        place_before=frozenset(place["before"]),
        calendar=frozenset(other["calendar"]),
        peoples=frozenset(other["peoples"]),
        things=frozenset(other["things"]),
        given=dict(line.split("\t") for line in table_lines("given_names.tsv")),
        surnames=frozenset(table_lines("surnames.txt")),
        family_first=frozenset(" ".join(table_lines("family_first.txt")).lower().split()),
        institution_heads=frozenset(raw["institutions"]["heads"]),
        institution_modifiers=frozenset(raw["institutions"]["modifiers"]),
    )
