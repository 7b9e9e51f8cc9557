from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.trace.count import count_origins, minimum_clique_cover


@pytest.mark.parametrize(
    ("origins", "maybe", "interval"),
    [
        ([], [], (0, 0)),
        (["a"], [], (1, 1)),
        (["a", "b"], [], (2, 2)),
        (["a", "b"], [("a", "b")], (1, 2)),
        # an unnamed official beside three named bodies is 3-4, not 1-4
        (["a", "b", "c", "u"], [("u", "a"), ("u", "b"), ("u", "c")], (3, 4)),
        # two unnamed voices beside two bodies: each may be another's
        (["a", "b", "u", "v"], [("u", "a"), ("u", "b"), ("v", "a"), ("v", "b"), ("u", "v")], (2, 4)),
        # a path of four covers with two pairs
        (["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("c", "d")], (2, 4)),
        # a ring of five has no triangle
        (list("abcde"), [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "a")], (3, 5)),
    ],
)
def test_origins_are_counted_as_an_interval(origins, maybe, interval):
    assert count_origins(origins, maybe) == interval


def _brute(nodes: list[str], edges: set[frozenset[str]]) -> int:
    if not nodes:
        return 0
    first, rest = nodes[0], nodes[1:]
    best = len(nodes)
    for size in range(len(rest) + 1):
        for others in combinations(rest, size):
            clique = (first, *others)
            if all(frozenset(pair) in edges for pair in combinations(clique, 2)):
                left = [n for n in rest if n not in others]
                best = min(best, 1 + _brute(left, edges))
    return best


graphs = st.integers(1, 6).flatmap(
    lambda n: st.tuples(
        st.just([chr(97 + i) for i in range(n)]),
        st.sets(
            st.sampled_from([(chr(97 + i), chr(97 + j)) for i in range(6) for j in range(i)]), max_size=12
        ),
    )
)


@given(graphs)
def test_the_cover_is_as_small_as_an_exhaustive_search_finds(graph):
    nodes, edges = graph
    known = {frozenset(e) for e in edges if set(e) <= set(nodes)}
    assert minimum_clique_cover(nodes, edges) == _brute(nodes, known)


@given(graphs)
def test_the_order_of_the_input_changes_nothing(graph):
    nodes, edges = graph
    assert count_origins(nodes, edges) == count_origins(nodes[::-1], [(b, a) for a, b in sorted(edges)[::-1]])


def test_forty_unnamed_voices_beside_ten_bodies_are_counted_at_once():
    bodies = [f"body{i}" for i in range(10)]
    voices = [f"voice{i}" for i in range(30)]
    maybe = [(v, other) for v in voices for other in bodies + voices if other != v]
    assert count_origins(bodies + voices, maybe) == (10, 40)
