"""News agencies by name and abbreviation."""

from __future__ import annotations

from functools import lru_cache

from secondsource.text.names.lexicon import table_lines

__all__ = ["agency_name", "agency_names", "is_agency"]


@lru_cache(maxsize=1)
def agency_names() -> dict[str, str]:
    """Return every form of every agency in the table, with the name that it stands for."""
    found: dict[str, str] = {}
    for line in table_lines("agencies.txt"):
        forms = line.split(";")
        for form in forms:
            found.setdefault(form, forms[0])
    return found


@lru_cache(maxsize=1)
def _folded() -> dict[str, str]:
    return {form.lower(): name for form, name in agency_names().items()}


def agency_name(name: str) -> str | None:
    """Return the full name of the news agency ``name``, or null for anything else.

    >>> agency_name("AFP")
    'Agence France-Presse'
    """
    bare = name.strip().removeprefix("the ").removeprefix("The ").lower()
    return _folded().get(bare) or _folded().get(bare.removesuffix(" news agency"))


def is_agency(name: str) -> bool:
    """Whether ``name`` is a news agency of the table."""
    return agency_name(name) is not None
