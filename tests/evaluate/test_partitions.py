"""Partitions are compared as the papers do it: every figure here is worked out by hand."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.evaluate.measures import PR, PRF
from secondsource.evaluate.partitions import b_cubed, ceaf_e, from_groups, muc, pairwise

# Gold {a b c} {d e} {f}; found {a b} {c d e f}.
GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 3}
FOUND = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 2, "f": 2}


def test_b_cubed_by_hand() -> None:
    got = b_cubed(GOLD, FOUND)
    # Precision: a 2/2, b 2/2, c 1/4, d 2/4, e 2/4, f 1/4. Recall: a 2/3, b 2/3, c 1/3, d e f 1.
    assert got.hits == pytest.approx(2 + 0.25 + 1 + 0.25)
    assert got.found == pytest.approx(5 / 3 + 3)
    assert got.precision == pytest.approx(3.5 / 6)
    assert got.recall == pytest.approx((5 / 3 + 3) / 6)


def test_muc_by_hand() -> None:
    # Found has 1 + 3 links; {c d e f} falls into three gold groups: 1 of 3 is right. Gold has 2 + 1; {a b c} is cut once.
    assert muc(GOLD, FOUND) == PR(hits=1 + 1, predicted=4, found=1 + 1, gold=3)


def test_ceaf_by_hand() -> None:
    # φ4: {abc}{ab} 4/5, {de}{cdef} 4/6; the third gold group finds no partner.
    got = ceaf_e(GOLD, FOUND)
    assert got.hits == pytest.approx(4 / 5 + 4 / 6)
    assert (got.predicted, got.gold) == (2, 3)


def test_pairs_by_hand() -> None:
    # Gold pairs ab ac bc de; found ab and the six of cdef. Shared: ab, de.
    assert pairwise(GOLD, FOUND) == PRF(tp=2, fp=5, fn=2)


def test_items_of_no_group_stand_alone() -> None:
    found = from_groups([["a", "b"]], ["a", "b", "c", "d"])
    assert found["a"] == found["b"]
    assert len(set(found.values())) == 3


partitions = st.dictionaries(st.sampled_from(string.ascii_lowercase[:8]), st.integers(0, 4), min_size=1)


@given(partitions, st.data())
def test_every_measure_is_symmetric_and_perfect_on_itself(gold: dict[str, int], data: st.DataObject) -> None:
    other = {item: data.draw(st.integers(0, 4)) for item in gold}
    for measure in (b_cubed, ceaf_e, muc):
        one, turned = measure(gold, other), measure(other, gold)
        assert one.precision == pytest.approx(turned.recall)
        assert one.recall == pytest.approx(turned.precision)
        assert measure(gold, gold).f1 == pytest.approx(
            1.0 if measure is not muc or muc(gold, gold).gold else 0.0
        )
    assert pairwise(gold, other).tp == pairwise(other, gold).tp
