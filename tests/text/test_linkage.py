from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.linkage import average_linkage


def test_the_best_pair_merges_first_and_the_average_decides_on_the_third():
    scores = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.1}
    assert average_linkage(["a", "b", "c"], scores, min_score=0.5) == [["a", "b"], ["c"]]
    assert average_linkage(["a", "b", "c"], scores, min_score=0.4) == [["a", "b", "c"]]


def test_items_without_a_score_stay_alone():
    assert average_linkage(["x", "y"], {}, min_score=0.1) == [["x"], ["y"]]


names = st.sampled_from("abcdefg")
tables = st.dictionaries(
    st.tuples(names, names).filter(lambda p: p[0] < p[1]), st.floats(0, 1, width=16), max_size=15
)


@given(tables, st.permutations("abcdefg"))
def test_the_order_of_the_items_changes_nothing_and_none_is_lost(scores, order):
    expected = average_linkage(list("abcdefg"), scores, min_score=0.5)
    assert average_linkage(list(order), dict(sorted(scores.items(), reverse=True)), min_score=0.5) == expected
    assert sorted(x for cluster in expected for x in cluster) == list("abcdefg")
