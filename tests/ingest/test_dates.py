from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.ingest.dates import parse_date
from secondsource.ingest.hosts import date_of_name, date_of_url, outlet_of_url


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T09:10:00+00:00", "2031-03-04T09:10:00+00:00"),
        ("2031-03-04T09:10Z", "2031-03-04T09:10:00+00:00"),
        ("2031-03-04T09:10:22.123+0530", "2031-03-04T09:10:22+05:30"),
        ("2031-03-04 09:10:00 UTC", "2031-03-04T09:10:00+00:00"),
        ("20310304", "2031-03-04"),
        ("2031/3/4", "2031-03-04"),
        ("04.03.2031", "2031-03-04"),
        ("4 March 2031", "2031-03-04"),
        ("4th of March, 2031", "2031-03-04"),
        ("Tuesday, March 4, 2031", "2031-03-04"),
        ("Mar. 4, 2031 at 9:10 a.m. EST", "2031-03-04T09:10:00-05:00"),
        ("March 4, 2031 12:05 am GMT", "2031-03-04T00:05:00+00:00"),
        ("18 June 2031, 14:05 GMT", "2031-06-18T14:05:00+00:00"),
        ("14:05 GMT, 18 June 2031", "2031-06-18T14:05:00+00:00"),
        ("Tue, 04 Mar 2031 09:10:00 +0100", "2031-03-04T09:10:00+01:00"),
        ("Tue, 04 Mar 2031 09:10:00 GMT", "2031-03-04T09:10:00+00:00"),
        ("25/12/2031", "2031-12-25"),
        ("12/25/2031", "2031-12-25"),
        ("4/4/2031", "2031-04-04"),
        ("1930381800", "2031-03-04T09:10:00+00:00"),
        ("1930381800000", "2031-03-04T09:10:00+00:00"),
    ],
)
def test_dates_that_are_written_out_are_read(written: str, day: str) -> None:
    assert parse_date(written) == (day, None)


@pytest.mark.parametrize(
    "written", ["March 4, 2031 at 9:10 a.m. ET", "2031-03-04T09:10:00", "4 March 2031 09:10 IST"]
)
def test_a_clock_without_a_certain_zone_leaves_the_day(written: str) -> None:
    day, note = parse_date(written)
    assert day == "2031-03-04"
    assert note is not None
    assert "no zone that is certain" in note


@pytest.mark.parametrize(
    "written", ["", "03/04/2031", "yesterday", "March 4", "2031-02-30", "June 2031", "31 April 2031", "12"]
)
def test_what_would_have_to_be_guessed_is_no_date(written: str) -> None:
    day, note = parse_date(written)
    assert day is None
    assert note


@given(st.text())
def test_no_text_is_too_strange_for_a_date(written: str) -> None:
    assert len(parse_date(written)) == 2


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2031-03-04-ferry.txt", "2031-03-04"),
        ("ferry_20310304.txt", "2031-03-04"),
        ("ferry.txt", None),
        ("120310304.txt", None),
        ("2031-03.txt", None),
    ],
)
def test_a_day_in_a_file_name_is_found(name: str, day: str | None) -> None:
    assert date_of_name(name) == day


@pytest.mark.parametrize(
    ("url", "day", "outlet"),
    [
        ("https://www.aldermerepost.example/2031/03/04/ferry", "2031-03-04", "aldermerepost.example"),
        ("https://news.bbc.co.uk/ferry", None, "bbc.co.uk"),
        ("https://192.0.2.7/2031/3/4/ferry", "2031-3-4", None),
        ("http://localhost/ferry", None, None),
        ("https://[broken/ferry", None, None),
    ],
)
def test_what_an_address_says(url: str, day: str | None, outlet: str | None) -> None:
    found = date_of_url(url)
    assert (found and parse_date(found)[0]) == (day and parse_date(day)[0])
    assert outlet_of_url(url) == outlet
