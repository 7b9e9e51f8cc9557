"""EDTF values: what days they cover, how they compare, how they read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.times import (
    bounds,
    contains,
    days_apart,
    describe,
    earliest,
    grain_of,
    is_approximate,
    is_valid,
    same_or_overlapping,
)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2031-03~", "2031-03-01", "2031-03-31"),
        ("2031-03-04T06:00:00+00:00", "2031-03-04", "2031-03-04"),
        ("2031-03-04T23:30:00", "2031-03-04", "2031-03-04"),
        ("2023-12/2024-02", "2023-12-01", "2024-02-29"),
        ("2031-03-02/..", "2031-03-02", None),
        ("../2031", None, "2031-12-31"),
        ("../..", None, None),
    ],
)
def test_bounds_are_the_first_and_last_day(edtf: str, first: str | None, last: str | None) -> None:
    wanted = tuple(date.fromisoformat(day) if day else None for day in (first, last))
    assert bounds(edtf) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "2024-W24",
        "2024-Q2",
        "2024-13",
        "2024-02-30",
        "24",
        "0000",
        "203X-04",
        "2031/2030",
        "2031-03-04T6:00",
        "soon",
    ],
)
def test_what_is_no_value_of_the_story_format_is_refused(text: str) -> None:
    assert not is_valid(text)
    with pytest.raises(ValueError):  # noqa: PT011 - the message names the value, whatever it is
        bounds(text)


@pytest.mark.parametrize(
    ("a", "b", "overlap", "a_contains_b"),
    [
        ("2023", "2023-09", True, True),
        ("2023-09", "2023", True, False),
        ("2024-06-19/2024-06-20", "2024-06-22/2024-06-23", False, False),
        ("2024-06-19/2024-06-20", "2024-06-20", True, True),
        ("2023/..", "2031-01-01", True, True),
        ("../2023", "2024", False, False),
        ("../2023", "2022/..", True, False),
        ("../..", "../2023", True, True),
    ],
)
def test_comparing_two_values(a: str, b: str, overlap: bool, a_contains_b: bool) -> None:
    assert same_or_overlapping(a, b) is overlap
    assert same_or_overlapping(b, a) is overlap
    assert contains(a, b) is a_contains_b


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2024-06-18", "2024-06-19", 1),
        ("2024-06", "2024-06-19", 0),
        ("2024-07-02", "2024-06-30", 2),
        ("2024/..", "2023", 1),
    ],
)
def test_days_between_two_values(a: str, b: str, days: int) -> None:
    assert days_apart(a, b) == days == days_apart(b, a)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("203X", "the 2030s"),
        ("18XX", "the 1800s"),
        ("1950~", "about 1950"),
        ("2024-06-19/2024-06-20", "19–20 June 2024"),
        ("2024-06-28/2024-07-02", "28 June to 2 July 2024"),
        ("2023-12/2024-02", "December 2023 to February 2024"),
        ("2024-01/2024-04", "January to April 2024"),
        ("2031-03-02/..", "since 2 March 2031"),
        ("../2031-03~", "until about March 2031"),
        ("../..", "at any time"),
        ("2031-03-04T06:05:00+00:00", "4 March 2031, 06:05 UTC"),
        ("2031-03-04T06:05:09-05:00", "4 March 2031, 06:05:09 UTC-05:00"),
        ("2014/2018", "2014 to 2018"),
    ],
)
def test_values_read_as_a_reader_would_write_them(edtf: str, words: str) -> None:
    assert describe(edtf) == words


def test_sorting_puts_the_earlier_and_the_shorter_first() -> None:
    values = ["2031-03-04", "2030/..", "2031-03", "2031-03-04T06:00:00", "../2029-05", "2030-01-01"]
    assert sorted(values, key=earliest) == [
        "../2029-05",
        "2030-01-01",
        "2030/..",
        "2031-03",
        "2031-03-04",
        "2031-03-04T06:00:00",
    ]


def test_grains_and_approximation() -> None:
    grains = [
        grain_of(v)
        for v in ("2031-03-04T06:00:00", "2031-03-04", "2031-03~", "2031", "203X", "20XX", "2031/..")
    ]
    assert grains == ["time", "day", "month", "year", "decade", "century", "interval"]
    assert is_approximate("../1950~")
    assert not is_approximate("1950")


days = st.dates(date(1000, 1, 1), date(3000, 12, 31))


@given(days, days)
def test_an_interval_contains_its_ends_and_overlaps_itself(a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    assert bounds(edtf) == (first, last)
    assert contains(edtf, first.isoformat())
    assert contains(edtf, last.isoformat())
    assert same_or_overlapping(edtf, edtf)
    assert describe(edtf)


@given(st.text(max_size=40))
def test_any_text_is_valid_or_refused_and_never_crashes(text: str) -> None:
    if is_valid(text):
        assert describe(text)
        earliest(text)
