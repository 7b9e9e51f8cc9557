"""The gender that a text or a given name tells of a person."""

from __future__ import annotations

import re

from secondsource.model import Entity
from secondsource.text.names.keys import fold
from secondsource.text.names.lexicon import lexicon

__all__ = ["gender_of", "given_gender"]

_BEFORE = re.compile(r"([A-Za-z]+)\.? $")


def gender_of(entity: Entity, text: str, *, by_name: bool = True) -> str | None:
    """Return ``m`` or ``f``, ``x`` where the given name is borne by both, or null where nothing tells.

    A form of address beside a mention tells most, then the role ("spokeswoman"), then the
    given name (not unless ``by_name``: "Janis" is a woman in one country and a man in another).
    """
    words = lexicon()
    for mention in entity.mentions:
        before = _BEFORE.search(text, max(0, mention.span.start - 12), mention.span.start)
        gender = words.address.get(before.group(1).lower()) if before else None
        if gender in {"m", "f"}:
            return gender
    role = fold(entity.role or "")
    if any(role == word or role.endswith(" " + word) for word in words.female_roles):
        return "f"
    if any(role == word or role.endswith(" " + word) for word in words.male_roles):
        return "m"
    return given_gender(entity.name) if by_name else None


def given_gender(name: str) -> str | None:
    """Return what the given name of a full name tells, or null; Korean and Chinese names tell nothing."""
    words = lexicon()
    parts = name.split()
    if len(parts) < 2 or fold(parts[0]) in words.family_first:
        return None
    return words.given.get(parts[0])
