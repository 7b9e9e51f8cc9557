"""What the text tells of a person without a title beside the name: "the Russian president" after a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from secondsource.model import Entity
from secondsource.text.names.countries import country_of
from secondsource.text.names.keys import country_in_key, fold
from secondsource.text.names.lexicon import lexicon

__all__ = ["country_of_person", "role_fits"]

_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})


@lru_cache(maxsize=4096)
def role_fits(wanted: str, role: str | None) -> bool:
    """Whether a person with ``role`` can be called by ``wanted`` ("minister" for "Defense Minister")."""
    if not role:
        return False
    held = f" {fold(role)} ".replace(" defense ", " defence ")
    asked = fold(wanted).replace("defense", "defence")
    if f" {asked} " in held:
        # "the minister" is no prime minister, "the president" no vice president.
        return asked == "prime minister" or (
            not (asked == "minister" and " prime minister " in held)
            and not (asked == "president" and " vice president " in held)
        )
    if asked in _SPEAKING:
        return any(f" {word} " in held for word in _SPEAKING)
    heads = lexicon().head_roles
    return asked in {"leader", "ruler"} and any(f" {head} " in held for head in heads)


def country_of_person(entity: Entity, entities: Mapping[str, Entity]) -> str | None:
    """Return the country that a person's role or body (one of ``entities``, by id) tells, or null."""
    if entity.speaks_for:
        body = entities.get(entity.speaks_for)
        code = country_in_key(body.key) if body else None
        if code:
            return code
    parts = (entity.role or "").split()
    for size in (3, 2, 1):
        code = country_of(" ".join(parts[:size])) if len(parts) >= size else None
        if code:
            return code
    return None
