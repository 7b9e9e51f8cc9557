"""What holds for every text: spans fit, nothing crashes, time grows with length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.quantities import find_quantities

_PIECES = st.sampled_from(
    "3 million 152 mm shells more than at least up to between and from to 12% $5 £1.3bn half a third of one in five "
    "two-thirds dozens twice as many rose by fell , . ( ) - – — / : % 1/2 3½ US$ Article June 2031 5pm 6 ft 2 in a "
    "the its ships people killed -5 C °C 51–49 ... “ ” ’s Rs 1,000 1,00,000 .5 one two hundred thousand point five"
    .split(" ")
)  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join)))
@settings(max_examples=300, deadline=None)
def test_spans_fit_the_text_and_items_select_what_they_say(text: str) -> None:
    for found in find_quantities(text):
        assert found.span.of(text).strip() == found.span.of(text)
        assert len(found.span) > 0
        if found.item_span is not None:
            assert found.item_span.of(text) == found.item
        if found.low is not None and found.high is not None:
            assert found.low <= found.high
        assert not (found.low is None and found.high is None)


@given(st.lists(_PIECES, max_size=14).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_quantities_are_sorted_and_their_digits_are_the_texts_own(text: str) -> None:
    found = find_quantities(text)
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
    for each in found:
        assert each.relative is None or 0 <= each.relative < len(found)
        # No span cuts a run of digits in two.
        before, after = text[: each.span.start][-1:], text[each.span.end :][:1]
        words = each.span.of(text)
        assert not (before.isdigit() and words[0].isdigit())
        assert not (after.isdigit() and words[-1].isdigit())


@given(st.integers(min_value=0, max_value=999_999))
@settings(deadline=None)
def test_grouped_digits_keep_their_value(number: int) -> None:
    text = f"They counted exactly {number:,} crates on the quay."
    values = [q.low for q in find_quantities(text)]
    assert values == [float(number)]


@pytest.mark.parametrize(
    "unit",
    [
        "1, ",
        "one-",
        "1 and ",
        "x@",
        "million ",
        "thousands of ",
        "12 a-1-",
        "1,11,",
        "$1 ",
        "9",
        "5 foot ",
        "“",
        "(",
        "1 Jan ",
    ],
)
def test_time_grows_with_length_and_not_with_its_square(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        begun = time.process_time()
        find_quantities(text)
        return time.process_time() - begun

    seconds(10)
    short, long = seconds(250), seconds(2000)
    # Eight times the length in far less than sixty-four times the time; tiny times are noise.
    assert long < max(0.2, 24 * short)
