"""Countries by name, abbreviation, inhabitants and capital (CLDR through babel, and our own table)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from secondsource.text.names.lexicon import table_lines, table_toml

__all__ = ["CountryTable", "country_name", "country_of", "country_table", "demonym", "is_government_metonym"]

# CLDR's territories that are no country of their own, or only ways of writing for software.
_NOT_COUNTRIES = frozenset("EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA".split())
# Names that are first of all something else; only our own table may give them.
_LONG_FORMS = {"HK": "Hong Kong", "MO": "Macau", "MM": "Myanmar", "PS": "Palestine"}
_PLURAL_LESS = ("ese", "ish", "ch", "ss", "x", "s")


@dataclass(frozen=True, slots=True)
class CountryTable:
    """Forms and the ISO 3166 code that each stands for; ``capitals`` gives code and usual spelling."""

    names: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, tuple[str, str]]
    printed: dict[str, str]
    adjective: dict[str, str]


def _plural(word: str) -> str | None:
    return None if word.endswith(_PLURAL_LESS) or word.endswith("men") else word + "s"


@lru_cache(maxsize=1)
def country_table() -> CountryTable:
    """Return the table; the first call loads CLDR's English names (about 0.1 s)."""
    from babel import Locale

    names: dict[str, str] = {}
    printed: dict[str, str] = {}
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code not in _NOT_COUNTRIES:
            shown = _LONG_FORMS.get(code, name)
            printed[code] = shown
            names[shown] = code
            if " & " in shown:
                names[shown.replace(" & ", " and ")] = code
    table = CountryTable(names, {}, {}, printed, {})
    for line in table_lines("countries.txt"):
        code, aliases, demonyms, capitals = (part.strip() for part in line.split("|"))
        for alias in filter(None, aliases.split(";")):
            names[alias.removeprefix("the ").removeprefix("The ")] = code
        for k, word in enumerate(filter(None, demonyms.split(";"))):
            table.demonyms.setdefault(word, code)
            plural = _plural(word)
            if plural:
                table.demonyms.setdefault(plural, code)
            if k == 0:
                table.adjective[code] = word
        listed = [each for each in capitals.split(";") if each]
        for each in listed:
            table.capitals.setdefault(each, (code, listed[0]))
    return table


@lru_cache(maxsize=1)
def _folded() -> dict[str, str]:
    table = country_table()
    found: dict[str, str] = {}
    for forms in (table.names, table.demonyms):
        for form, code in forms.items():
            found.setdefault(form.lower() if len(form) > 3 else form, code)
    for form, (code, _) in table.capitals.items():
        found.setdefault(form.lower(), code)
    for body in table_toml("bodies.toml")["body"]:
        for word in body["words"]:
            found.setdefault(word.lower(), str(body["country"])[:2])
    return found


def _bare(word: str) -> str:
    bare = word.strip().replace("’", "'").removesuffix("'s").removesuffix("'")
    if bare[:4].lower() == "the ":
        bare = bare[4:]
    return bare


def country_of(word: str) -> str | None:
    """Return the ISO 3166 code for a country's name, abbreviation, inhabitants, capital or seat of power.

    >>> country_of("South Korean"), country_of("the U.S."), country_of("Kyiv"), country_of("the Kremlin")
    ('KR', 'US', 'UA', 'RU')
    """
    bare = _bare(word)
    found = _folded()
    return (
        found.get(bare) or found.get(bare.rstrip(".")) or (found.get(bare.lower()) if len(bare) > 3 else None)
    )


def country_name(code: str) -> str | None:
    """Return the usual English name of the country with the ISO 3166 code ``code``."""
    return country_table().printed.get(code)


def demonym(code: str) -> str | None:
    """Return the adjective for the country with the ISO 3166 code ``code``."""
    return country_table().adjective.get(code)


def is_government_metonym(word: str) -> bool:
    """Whether ``word`` can stand for a government: a capital ("Moscow") or a seat of power ("the Kremlin")."""
    bare = _bare(word)
    table = country_table()
    if bare in table.capitals:
        return True
    return any(bare in body["words"] for body in table_toml("bodies.toml")["body"])
