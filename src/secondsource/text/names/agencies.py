"""News agencies by name and abbreviation."""

from __future__ import annotations

from functools import lru_cache

from secondsource.text.names.lexicon import table_lines

__all__ = ["agency_name", "agency_names", "is_agency"]


@lru_cache(maxsize=2)
def agency_names(*, ambiguous: bool = False) -> dict[str, str]:
    """Return the forms of the agencies in the table, with the name that each stands for.

    With ``ambiguous`` also letters that have other meanings ("IPS").
    """
    found: dict[str, str] = {}
    for line in table_lines("agencies.txt"):
        forms = line.split(";")
        for form in forms:
            if ambiguous or not form.startswith("?"):
                found.setdefault(form.removeprefix("?"), forms[0].removeprefix("?"))
    return found


@lru_cache(maxsize=1)
def _folded() -> dict[str, str]:
    return {form.lower(): name for form, name in agency_names(ambiguous=True).items()}


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
