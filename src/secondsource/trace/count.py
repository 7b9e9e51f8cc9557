"""Count independent origins as an interval: an exact minimum clique cover on small graphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable

__all__ = ["count_origins", "minimum_clique_cover"]


def count_origins(origins: Collection[str], maybe_same: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """Return the fewest and the most independent origins that there can be.

    The most keeps all apart. The fewest lets origins be one only where every two of them are
    named in ``maybe_same``: origins that are established as different never merge through a third.

    >>> count_origins(["navy", "port", "owner", "unnamed"], [("unnamed", "navy"), ("unnamed", "port")])
    (3, 4)
    """
    nodes = sorted(set(origins))
    return minimum_clique_cover(nodes, maybe_same), len(nodes)


def minimum_clique_cover(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> int:
    """Return the smallest number of cliques that cover the graph (0 for no nodes).

    It is the chromatic number of the complement graph, found by branch and bound over the nodes in
    order of falling conflict count (Brélaz 1979): exact, and quick for the tens of origins that a
    group has. Nodes that may be nothing else are counted at once.

    Args:
        nodes: Names of the nodes.
        edges: Pairs that may share a clique; pairs with a name outside ``nodes`` are ignored.
    """
    names = sorted(set(nodes))
    together: dict[str, set[str]] = {name: set() for name in names}
    for a, b in edges:
        if a in together and b in together and a != b:
            together[a].add(b)
            together[b].add(a)
    return sum(_cover(part, together) for part in _components(names, together))


def _components(names: list[str], together: dict[str, set[str]]) -> list[list[str]]:
    seen: set[str] = set()
    parts: list[list[str]] = []
    for name in names:
        if name in seen:
            continue
        part, queue = [], [name]
        seen.add(name)
        while queue:
            at = queue.pop()
            part.append(at)
            fresh = sorted(together[at] - seen)
            seen.update(fresh)
            queue.extend(fresh)
        parts.append(sorted(part))
    return parts


def _cover(part: list[str], together: dict[str, set[str]]) -> int:
    """Exact clique cover of one connected part; the greedy answer bounds the search from above."""
    if len(part) <= 2:
        return 1
    order = sorted(part, key=lambda name: (len(together[name]), name))
    best = _greedy(order, together)
    floor = _independent(order, together)
    cliques: list[set[str]] = []

    def place(at: int) -> None:
        nonlocal best
        if len(cliques) >= best or best == floor:
            return
        if at == len(order):
            best = len(cliques)
            return
        name = order[at]
        for clique in cliques:
            if clique <= together[name]:
                clique.add(name)
                place(at + 1)
                clique.discard(name)
        cliques.append({name})
        place(at + 1)
        cliques.pop()

    place(0)
    return best


def _greedy(order: list[str], together: dict[str, set[str]]) -> int:
    cliques: list[set[str]] = []
    for name in order:
        for clique in cliques:
            if clique <= together[name]:
                clique.add(name)
                break
        else:
            cliques.append({name})
    return len(cliques)


def _independent(order: list[str], together: dict[str, set[str]]) -> int:
    """Size of a greedy independent set: no cover has fewer cliques."""
    chosen: list[str] = []
    for name in order:
        if not any(name in together[other] for other in chosen):
            chosen.append(name)
    return len(chosen)
