from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.ingest.agencies import agency_in
from secondsource.ingest.furniture import find_furniture


@pytest.mark.parametrize(
    ("text", "dateline", "credit"),
    [
        ("KESTREL, June 18 (Northern Wire) - A ferry ran aground.", "KESTREL, June 18", "Northern Wire"),
        ("PARIS (AFP) — A ferry ran aground.", "PARIS", "AFP"),
        ("KYIV, Ukraine — A ferry ran aground.", "KYIV, Ukraine", None),
        ("ST. JOHN'S, Newfoundland (AP) -- A ferry ran aground.", "ST. JOHN'S, Newfoundland", "AP"),
        (
            "PORT ELGIN, March 4, 2031 (Reuters) – A ferry ran aground.",
            "PORT ELGIN, March 4, 2031",
            "Reuters",
        ),
        ("Kestrel (Northern Wire) - A ferry ran aground.", "Kestrel", "Northern Wire"),
        ("KESTREL/SEOUL, June 18 (Reuters) - A ferry ran aground.", "KESTREL/SEOUL, June 18", "Reuters"),
        ("(Reuters) - A ferry ran aground.", None, "Reuters"),
        ("A ferry — the Aldermere Star — ran aground.", None, None),
        ("The ferry (built in 2012) - a small one - ran aground.", None, None),
        ("Dec 29 (Reuters) - A ferry ran aground.", "Dec 29", "Reuters"),
        ("KESTREL – A ferry ran aground.", "KESTREL", None),
        ("AFL-CIO members saw the ferry.", None, None),
        ("EXCLUSIVE - A ferry ran aground.", None, None),
        ("NATO said that a ferry ran aground.", None, None),
        ("The NATO — as it was then — said so.", None, None),
        ("Ferry Aground (Updated) - The coastguard took off the crew.", None, None),
    ],
)
def test_datelines_and_the_agency_in_them(text: str, dateline: str | None, credit: str | None) -> None:
    found = find_furniture(text)
    assert (found.dateline, found.credit) == (dateline, credit)
    assert dateline is None or dateline in text


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(AP)", "AP"),
        ("— Reuters", "Reuters"),
        ("With agencies", "agencies"),
        ("(With inputs from agencies)", "agencies"),
        ("Agencies", "agencies"),
        ("Reuters contributed to this report.", "Reuters"),
        ("The Associated Press contributed to this report.", "Associated Press"),
        ("This story was supplied by Northern Wire.", "Northern Wire"),
        (
            "This article was distributed by the Coastal News Agency and edited for length.",
            "Coastal News Agency",
        ),
        ("Additional reporting by AFP", "AFP"),
        ("With reporting by Reuters", "Reuters"),
        ("Credit: Northern Wire", "Northern Wire"),
        ("Nobody was hurt. (Kyodo)", "Kyodo"),
        ("Nobody was hurt,” he said. (AFP)", "AFP"),
        ("dpa", "dpa"),
        ("— Jane Holt", None),
        ("(Jane Holt)", None),
        ("Jane Holt contributed to this report.", None),
        ("Additional reporting by Jane Holt in Kestrel", None),
        ("The ship carried 214 people (AP photo).", None),
        ("Reuters asked the ministry about it.", None),
    ],
)
def test_credit_lines(line: str, agency: str | None) -> None:
    assert agency_in(line) == agency
    assert find_furniture(f"A ferry ran aground on Tuesday.\n\n{line}").credit == agency


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Holt", "Jane Holt"),
        ("By JANE HOLT", "JANE HOLT"),
        ("By Jane Holt and Juan de la Cruz", "Jane Holt and Juan de la Cruz"),
        ("By Jane O’Hara-Smith, Aldermere Post", "Jane O’Hara-Smith, Aldermere Post"),
        ("By Tuesday the ferry was afloat again.", None),
        ("By the time it was dark, all were ashore.", None),
        ("Bystanders saw it.", None),
    ],
)
def test_bylines(line: str, byline: str | None) -> None:
    assert find_furniture(f"Ferry runs aground\n{line}\nA ferry ran aground.").byline == byline


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Published: 18 June 2031, 14:05 GMT\nA ferry ran aground.", "18 June 2031, 14:05 GMT"),
        ("Updated 19 June 2031\nPublished 18 June 2031\nA ferry ran aground.", "18 June 2031"),
        ("Last updated on June 19, 2031\nA ferry ran aground.", "June 19, 2031"),
        ("Tuesday, March 4, 2031\nA ferry ran aground.", "Tuesday, March 4, 2031"),
        ("KESTREL, March 4, 2031 (Northern Wire) - A ferry ran aground.", "KESTREL, March 4, 2031"),
        ("KESTREL, March 4 (Northern Wire) - A ferry ran aground.", None),
        ("A ferry ran aground on 4 March 2031.", None),
        ("Published reports say that a ferry ran aground.", None),
    ],
)
def test_date_lines(text: str, date: str | None) -> None:
    assert find_furniture(text).date == date


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("© 2031 Aldermere Post", "Aldermere Post"),
        ("Copyright 2031 Aldermere Post. All rights reserved.", "Aldermere Post"),
        ("Source: Harbour Office.", None),  # of a figure
        ("Reuters", None),
        ("It is the source of the Post.", None),
    ],
)
def test_the_outlet_in_the_foot(foot: str, outlet: str | None) -> None:
    assert find_furniture(f"A ferry ran aground.\n\n{foot}").outlet == outlet


def test_the_outlet_in_the_head() -> None:
    assert find_furniture("Source: Aldermere Post\nA ferry ran aground.").outlet == "Aldermere Post"
    assert find_furniture("Source: Reuters\nA ferry ran aground.").outlet is None


def test_an_agency_behind_a_sentence_counts_at_the_end_only() -> None:
    text = "A ferry ran aground. (AFP)\nNobody was hurt, the coastguard said.\nThe ship is old."
    assert find_furniture(text).credit is None


@given(st.text())
def test_no_text_is_too_strange_for_its_furniture(text: str) -> None:
    find_furniture(text)


@pytest.mark.parametrize(
    "unit", ["A", "A ", "AB, ", "A.", "By Ab ", "(", "KESTREL, ", "Reuters ", "— A ", "© A "]
)
def test_hostile_lines_take_no_time(unit: str) -> None:
    find_furniture(unit * 100_000)
    find_furniture("\n".join([unit * 200] * 50))
