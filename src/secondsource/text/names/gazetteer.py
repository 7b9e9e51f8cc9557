"""Names that are known beforehand: countries, cities, regions, agencies, international bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from secondsource.text.names.agencies import agency_names
from secondsource.text.names.countries import country_table
from secondsource.text.names.lexicon import table_lines, table_toml
from secondsource.text.names.tokens import Token, tokens

__all__ = ["Known", "longest"]

KnownKind = Literal["country", "demonym", "capital", "city", "region", "body", "organisation"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables say of a name: its kind, the key that joins its forms, the name to print, its country."""

    kind: KnownKind
    key: str
    name: str
    country: str | None = None


def _forms() -> Iterator[tuple[str, Known]]:
    """Yield every known form; of two readings of one form the first counts."""
    table = country_table()
    for name, code in table.names.items():
        yield name, Known("country", f"country:{code}", table.printed[code], code)
    for name, code in table.demonyms.items():
        yield name, Known("demonym", f"country:{code}", table.printed[code], code)
    for name, (code, first) in table.capitals.items():
        yield name, Known("capital", f"place:{code}:{first.lower()}", name, code)
    for body in table_toml("bodies.toml")["body"]:
        for word in body["words"]:
            yield word, Known("body", f"body:{body['country']}:{body['key']}", body["name"], body["country"])
    for form, name in agency_names().items():
        yield form, Known("organisation", f"org:{name.lower()}", name)
    words = table_toml("words.toml")
    for line in words["known"]["organisations"]:
        forms = line.split("|")
        for form in forms:
            yield form, Known("organisation", f"org:{forms[0].lower()}", forms[0])
    for region in words["place"]["regions"]:
        yield region, Known("region", f"place:{region.lower()}", region)
    for line in table_lines("cities.tsv"):
        name, code = line.split("\t")
        yield name, Known("city", f"place:{code}:{name.lower()}", name, code)


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    found: dict[tuple[str, ...], Known] = {}

    def add(form: str, known: Known) -> None:
        parts: tuple[str, ...]
        if form.replace(" ", "").isalpha():
            parts = tuple(form.split())
        else:
            parts = tuple(_bare(token) for token in tokens(form))
        if parts:
            found.setdefault(parts, known)

    for form, known in _forms():
        add(form, known)
    index: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for parts, known in found.items():
        index.setdefault(parts[0], []).append((parts, known))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in index.items()}


def _bare(token: Token) -> str:
    return token.text.rstrip(".").replace("’", "'") if len(token.text) > 1 else token.text


def longest(listed: Sequence[Token], at: int) -> tuple[Known, int] | None:
    """Return the longest known name that begins at token ``at``, and how many tokens it takes."""
    form = _bare(listed[at])
    rows = _index().get(form)
    shout = rows is None and len(form) > 3 and form.isupper()
    if shout:
        rows = _index().get(form.capitalize())
    if not rows:
        return None
    for parts, known in rows:
        if at + len(parts) <= len(listed) and _stands(listed, at, parts, shout):
            return known, len(parts)
    return None


def _stands(listed: Sequence[Token], at: int, parts: tuple[str, ...], shout: bool) -> bool:
    for k, part in enumerate(parts):
        token = listed[at + k]
        form = _bare(token)
        if form != part and not (shout and form == part.upper()):
            return False
        if k and (listed[at + k - 1].possessive or not (token.near or part in "-'")):
            return False
    return True
