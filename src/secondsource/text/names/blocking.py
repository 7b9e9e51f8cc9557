"""Which names are worth comparing: those that share a key, so that many names do not mean all pairs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from secondsource.model import EntityType
from secondsource.text.names.agencies import agency_name
from secondsource.text.names.keys import fold
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.variants import person_parts, skeleton

__all__ = ["Blocks", "blocking_keys"]

T = TypeVar("T")


def blocking_keys(kind: EntityType, name: str) -> frozenset[str]:
    """Return keys of which two names share one wherever ``same_person`` or ``same_organisation`` can hold.

    Persons: first and last letter of each part's skeleton (spellings of one sound keep both), and of
    the whole. Organisations: first word, the last of an outlet, initials, and the agency they are known as.
    """
    if kind == "person":
        parts = [skeleton(part).replace("q", "k").replace("g", "k") for part in person_parts(name)]
        parts = [part for part in parts if part]
        ends = {part[0] + part[-1] for part in parts}
        return frozenset(ends | ({parts[0][0] + parts[-1][-1]} if parts else set()))
    words = [part for part in fold(name).split() if part != "the"]
    if not words:
        return frozenset({""})
    capitals = "".join(w[0] for w in name.replace("-", " ").split() if w[:1].isupper() and w.lower() != "the")
    keys = {words[0], f"={capitals.lower()}", f"={name.replace('.', '').lower()}"}
    if words[-1] in lexicon().outlet_words:
        keys.add(words[-1])
    agency = agency_name(name)
    return frozenset(keys | ({f"@{agency}"} if agency else set()))


class Blocks(Generic[T]):
    """Things by the keys of their names."""

    def __init__(self) -> None:
        self._by_key: dict[str, dict[int, T]] = {}
        self._size = 0

    def add(self, item: T, keys: Iterable[str]) -> None:
        """File ``item`` under ``keys``."""
        self._size += 1
        for key in keys:
            self._by_key.setdefault(key, {})[self._size] = item

    def near(self, keys: Iterable[str]) -> list[T]:
        """Return what shares a key, in the order in which it was added, each once."""
        found: dict[int, T] = {}
        for key in keys:
            found.update(self._by_key.get(key, {}))
        unique: dict[int, T] = {}
        for _, item in sorted(found.items(), key=lambda pair: pair[0]):
            unique.setdefault(id(item), item)
        return list(unique.values())
