"""A small union-find."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Union"]


class Union:
    """Disjoint sets of names (Tarjan 1975); the smallest name stands for its set.

    >>> union = Union(["a", "b", "c"])
    >>> union.join("c", "b")
    >>> union.find("c"), union.find("a")
    ('b', 'a')
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._parent = {name: name for name in names}

    def find(self, name: str) -> str:
        """Return the name that stands for the set of ``name``."""
        self._parent.setdefault(name, name)
        root = name
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[name] != root:
            self._parent[name], name = root, self._parent[name]
        return root

    def join(self, a: str, b: str) -> None:
        """Make one set of the two."""
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first
