import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.compare.intervals import Interval, interval_of, rounds_to
from secondsource.model import Quantity, Span


def quantity(low, high, bound):
    return Quantity("q", "r", Span(0, 1), low, high, bound)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (quantity(20, None, "more_than"), quantity(20, 20, "exact"), True),
        (quantity(20, None, "at_least"), quantity(20, 20, "exact"), False),
        (quantity(20, None, "more_than"), quantity(24, 24, "exact"), False),
        (quantity(5, None, "at_least"), quantity(None, 12, "at_most"), False),
        (quantity(None, 4, "less_than"), quantity(4, None, "at_least"), True),
        (quantity(12, 12, "exact"), quantity(19, 19, "exact"), True),
        (quantity(6700, 6700, "about"), quantity(10000, None, "at_least"), True),
        (quantity(2, 3, "range"), quantity(2.4, 2.4, "exact"), False),
    ],
)
def test_bounds_decide_whether_two_quantities_exclude_each_other(a, b, apart):
    assert interval_of(a).apart(interval_of(b)) is apart
    assert interval_of(b).apart(interval_of(a)) is apart


def test_a_finer_figure_lies_inside_a_bound():
    assert interval_of(quantity(24, 24, "exact")).inside(interval_of(quantity(20, None, "more_than")))
    assert not interval_of(quantity(20, 20, "exact")).inside(interval_of(quantity(20, None, "more_than")))


@pytest.mark.parametrize(
    ("fine", "coarse", "same"),
    [
        (6712, 6700, True),
        (2.94e6, 3e6, True),
        (6712, 7000, True),
        (6412, 7000, False),
        (12, 10, False),
        (19, 20, False),
        (400000, 500000, False),
    ],
)
def test_a_round_figure_stands_for_what_rounds_to_it(fine, coarse, same):
    assert rounds_to(fine, coarse) is same


ends = st.floats(-1e6, 1e6)
intervals = st.builds(
    lambda a, b, lo, hi: Interval(min(a, b), max(a, b), lo and a != b, hi and a != b),
    ends,
    ends,
    st.booleans(),
    st.booleans(),
)


@given(intervals, intervals)
def test_to_be_apart_is_mutual_and_what_is_inside_is_not_apart(a, b):
    assert a.apart(b) == b.apart(a)
    if a.inside(b) and a.low < a.high:
        assert not a.apart(b)
