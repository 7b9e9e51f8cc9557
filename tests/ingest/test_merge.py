from __future__ import annotations

import itertools
import json
from collections.abc import Callable

import pytest

from secondsource.ingest import Ingested, IngestOptions, ingest

Read = Callable[..., Ingested]
TEXT = (
    "A ferry ran aground off Aldermere on Tuesday with 214 people on board, the coastguard said. Nobody was hurt, and "
    "the crew waited for the tide. The company has owned the ship since 2019 and did not answer questions. A second "
    "ship stood by. The harbour master said that the channel is marked well and that the night had been clear."
)


def _record(**changes: object) -> dict[str, object]:
    return {
        "title": "Ferry runs aground",
        "text": TEXT,
        "outlet": "Aldermere Post",
        "date": "2031-03-04T09:00:00Z",
    } | changes


def _read(*records: dict[str, object]) -> Ingested:
    stdin = "\n".join(json.dumps(record) for record in records).encode()
    return ingest(["-"], options=IngestOptions(stdin=stdin))


def test_the_same_report_twice_is_one_and_both_are_named(read: Read) -> None:
    result = read({"a.txt": TEXT, "b.txt": TEXT})
    assert [report.provenance.name for report in result.reports] == ["a.txt"]
    assert [(each.name, each.reason, each.status) for each in result.skipped] == [
        ("b.txt", "the same report as a.txt", "duplicate")
    ]


@pytest.mark.parametrize(
    ("other", "reports"),
    [
        ({}, 1),
        ({"text": TEXT.replace(" ", "\n", 3)}, 1),  # other line ends
        ({"outlet": None}, 1),  # says less
        ({"date": None}, 1),
        ({"outlet": "Kestrel Courier"}, 2),  # a reprint
        ({"date": "2031-03-05T09:00:00Z"}, 2),  # printed again
        ({"text": TEXT + " It is afloat."}, 2),
    ],
)
def test_what_counts_as_the_same_report(other: dict[str, object], reports: int) -> None:
    assert len(_read(_record(), _record(**other)).reports) == reports


def test_of_two_copies_the_one_that_says_more_is_kept() -> None:
    for order in ((_record(outlet=None, date=None), _record()), (_record(), _record(outlet=None, date=None))):
        (report,) = _read(*order).reports
        assert report.outlet == "Aldermere Post"


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            {"url": "https://post.example/f"},
            {"url": "https://www.post.example/f#top", "title": "Ferry afloat again", "date": "2031-03-05"},
        ),
        ({}, {"date": "2031-03-04T12:00:00Z"}),
        ({"date": None}, {"date": None, "title": "UPDATED: Ferry runs aground"}),
        ({}, {"title": "CORRECTED - Ferry runs aground", "date": "2031-03-04T12:00:00Z"}),
        (
            {"date": None},
            {"date": None, "text": "Correction: the number of people has been corrected.\n\n" + TEXT},
        ),
    ],
)
def test_a_changed_report_is_linked_to_the_earlier_one(
    earlier: dict[str, object], later: dict[str, object]
) -> None:
    second = _record(**later)
    second["text"] = str(second["text"]).replace("214", "219")
    result = _read(_record(**earlier), second)
    by_text = {"219" in report.text: report for report in result.reports}
    assert by_text[True].version_of == by_text[False].id
    assert by_text[False].version_of is None


@pytest.mark.parametrize(
    "later",
    [
        {"title": "Ferry afloat again"},  # another headline and no address
        {"outlet": "Kestrel Courier"},
        {
            "text": "The ferry that ran aground is afloat again. It left for the yard, where divers will look at its hull for a day."
        },
        {"date": "2031-03-04T09:00:00Z"},  # not later
        {"url": "https://post.example/", "title": "News"},
    ],
)
def test_what_is_no_version_is_not_linked(later: dict[str, object]) -> None:
    second = {"date": "2031-03-05", **later}
    record = _record(**second)
    record["text"] = str(record["text"]).replace("214", "219")
    result = _read(_record(url="https://post.example/"), record)
    assert [report.version_of for report in result.reports] == [None, None]


def test_a_chain_of_versions_goes_back_one_by_one() -> None:
    records = [_record(text=TEXT.replace("214", str(n)), date=f"2031-03-0{n - 210}") for n in (214, 215, 216)]
    first, second, third = _read(*records).reports
    assert (first.version_of, second.version_of, third.version_of) == (None, first.id, second.id)


def test_the_order_of_the_inputs_changes_nothing() -> None:
    records = [
        _record(),
        _record(text=TEXT.replace("214", "219"), date="2031-03-05"),
        _record(outlet=None),
        _record(outlet="Kestrel Courier"),
        _record(
            outlet=None, title="A storm", text="A storm broke the pier of the town in the night.", date=None
        ),
    ]
    results = []
    for order in itertools.permutations(records):
        result = _read(*order)
        results.append([(report.id, report.outlet, report.version_of) for report in result.reports])
    assert all(result == results[0] for result in results)


def test_reports_come_in_order_of_publication() -> None:
    result = _read(
        _record(text="The third of them, without a date, about a ferry.", date=None),
        _record(text="The second of them, in the evening, about a ferry.", date="2031-03-04T23:00:00-02:00"),
        _record(text="The first of them, in the morning, about a ferry.", date="2031-03-05T00:30:00Z"),
    )
    assert [report.text.split()[1] for report in result.reports] == ["first", "second", "third"]
