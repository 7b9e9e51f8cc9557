"""JSON, JSON Lines, CSV and story files."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from secondsource.ingest import Ingested, IngestOptions, Limits, ingest

Read = Callable[..., Ingested]
RECORD = {
    "url": "https://aldermerepost.example/ferry",
    "title": "Ferry runs aground",
    "text": "A ferry ran aground off Aldermere on Tuesday.\n\nNobody was hurt, said the coastguard.",
    "published_at": "2031-03-04T09:10:00Z",
    "outlet": "Aldermere Post",
    "author": "Jane Holt",
    "language": "en",
}
STORY = {
    "format": "secondsource-story/1",
    "id": "ferry",
    "title": "A ferry",
    "reports": [
        {
            "id": "r1", "outlet": "Aldermere Post", "publisher": None, "url": None, "language": "en",
            "published_at": "2031-03-04T09:10:00+00:00", "dateline": None, "headline": "Ferry runs aground",
            "byline": None, "credit": None, "version_of": None, "also_in": ["storm"],
            "text": "KESTREL, March 4 (Northern Wire) -  A ferry ran “aground”.\r\n\n Nobody was hurt. \n",
        },
        {"id": "r2", "outlet": None, "published_at": None, "headline": None, "version_of": "r1", "text": "2031-03-04: the ferry is afloat."},
    ],
    "attributions": [{"id": "a1", "report": "r1", "source": "gold that is never read"}],
}  # fmt: skip


def _one(result: Ingested) -> tuple[object, ...]:
    (report,) = result.reports
    return (
        report.headline,
        report.text,
        report.outlet,
        report.byline,
        report.url,
        report.published_at,
        report.date_source,
        report.language,
    )


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(RECORD),
        json.dumps([RECORD]),
        json.dumps({"status": "ok", "articles": [RECORD]}, indent=2),
        json.dumps({"response": {"results": [RECORD]}}),
        json.dumps({**RECORD, "outlet": {"id": None, "name": "Aldermere Post"}}),
        json.dumps({("Published At" if key == "published_at" else key.upper()): value for key, value in RECORD.items()}),
        json.dumps(
            {
                "link": RECORD["url"], "headline": RECORD["title"], "articleBody": RECORD["text"], "pubDate": "Tue, 04 Mar 2031 09:10:00 GMT",
                "source": {"name": "Aldermere Post"}, "authors": ["Jane Holt"], "lang": "en-GB",
            }
        ),
        json.dumps({**RECORD, "text": RECORD["text"].split("\n\n")}),
    ],
)  # fmt: skip
def test_json_records_are_read_under_their_usual_names(read: Read, content: str) -> None:
    assert _one(read({"a.json": content})) == (
        "Ferry runs aground",
        RECORD["text"],
        "Aldermere Post",
        "Jane Holt",
        "https://aldermerepost.example/ferry",
        "2031-03-04T09:10:00+00:00",
        "input",
        "en",
    )


def test_json_lines_lose_only_their_bad_lines(read: Read) -> None:
    lines = [
        json.dumps(RECORD),
        "{broken",
        json.dumps({"title": "no text here"}),
        "",
        json.dumps({**RECORD, "text": "The ferry is afloat again."}),
    ]
    result = read({"a.jsonl": "\n".join(lines)})
    assert [report.provenance.name for report in result.reports] != []
    assert {report.text for report in result.reports} == {RECORD["text"], "The ferry is afloat again."}
    assert {(each.name, each.status) for each in result.skipped} == {
        ("a.jsonl line 2", "unreadable"),
        ("a.jsonl#2", "empty"),
    }


def test_json_is_recognised_without_its_ending(read: Read) -> None:
    assert _one(read({"export.txt": json.dumps([RECORD])}))[2] == "Aldermere Post"
    result = ingest(["-"], options=IngestOptions(stdin=json.dumps(RECORD).encode()))
    assert _one(result)[2] == "Aldermere Post"


def test_a_text_that_begins_with_a_bracket_stays_a_text(read: Read) -> None:
    (report,) = read({"a.txt": "[Aldermere] A ferry ran aground off the coast on Tuesday."}).reports
    assert report.text.startswith("[Aldermere]")


def test_csv_rows_are_reports_and_formulas_stay_text(read: Read) -> None:
    content = 'Headline;Body;Date;Source\nFerry;"=HYPERLINK(""http://x.example"") was in the mail; nobody clicked on it.";2031-03-04;Post\nEmpty;;;\n'
    result = read({"a.csv": content})
    (report,) = result.reports
    assert report.text == '=HYPERLINK("http://x.example") was in the mail; nobody clicked on it.'
    assert (report.headline, report.outlet, report.published_at, report.provenance.name) == (
        "Ferry",
        "Post",
        "2031-03-04",
        "a.csv#1",
    )
    assert [(each.name, each.status) for each in result.skipped] == [("a.csv#2", "empty")]


def test_tsv_and_huge_fields_are_read(read: Read) -> None:
    text = "A ferry ran aground off the coast. " * 20_000
    (report,) = read({"a.tsv": f"title\ttext\nFerry\t{text.strip()}\n"}).reports
    assert len(report.text) == len(text) - 1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", "one,two\n1,2\n", "no column for the text; name it text, body, content or article"),
        ("a.json", '{"title": ', "no valid JSON: Expecting value in line 1, column 11"),
        ("a.json", "[" * 200_000, "JSON nested too deep"),
        ("a.json", '{"a": ' * 100_000 + "1" + "}" * 100_000, "JSON nested too deep"),
        ("a.json", "[1" + "0" * 5000 + "]", "no valid JSON"),
        ("a.json", '"just words"', "no text in this record"),
        (
            "a.json",
            '{"format": "secondsource-story/9", "reports": []}',
            "secondsource-story/9 is not read by this version",
        ),
        (
            "a.json",
            '{"format": "secondsource-story/1", "reports": [{"id": "r1"}]}',
            "report 1 has no id or no text",
        ),
        ("a.json", '{"format": "secondsource-story/1", "reports": {}}', "a story without a list of reports"),
    ],
)
def test_records_that_cannot_be_read_are_named(read: Read, name: str, content: str, reason: str) -> None:
    result = read({name: content, "good.txt": "A ferry ran aground off the coast."})
    (skipped,) = result.skipped
    assert skipped.name == name
    assert reason in skipped.reason
    assert len(result.reports) == 1


def test_records_past_the_limit_are_left_out_and_said(read: Read) -> None:
    content = "\n".join(json.dumps({"text": f"The ferry ran aground {n} times."}) for n in range(5))
    result = read({"a.jsonl": content}, limits=Limits(max_records=3))
    assert len(result.reports) == 3
    assert [each.status for each in result.skipped] == ["over_limit"]


def test_thousands_of_bad_records_are_counted_not_listed(read: Read) -> None:
    result = read({"a.json": "[" + "1," * 5000 + '{"text": "A ferry ran aground off the coast."}]'})
    assert len(result.reports) == 1
    assert len(result.skipped) == 21
    assert ("a.json", "4,980 more records gave no report") in {
        (each.name, each.reason) for each in result.skipped
    }


def test_markup_in_a_record_is_taken_out_and_said(read: Read) -> None:
    body = "<p>A ferry ran &quot;aground&quot; &amp; stuck.</p>\n<script>x()</script><p>Nobody<br/>was <b>hurt</b>.</p>"
    (report,) = read({"a.json": json.dumps({"title": "Ferry &amp; <i>ship</i>", "content": body})}).reports
    assert report.full_text == 'Ferry & ship\n\nA ferry ran "aground" & stuck.\nNobody\nwas hurt.'
    assert "the text was HTML; its markup was taken out" in report.provenance.notes


@pytest.mark.parametrize("unit", ["<!--", "<a ", "<![CDATA[", "<script>", "<div>", "&#", "<p a='"])
def test_unclosed_markup_takes_no_time(read: Read, unit: str) -> None:
    result = read(
        {"a.json": json.dumps({"text": "<p>A ferry ran aground off the coast.</p>" + unit * 40_000})}
    )
    assert len(result.reports) + len(result.skipped) == 1


def test_markup_nested_too_deep_is_kept_rather_than_cut(read: Read) -> None:
    text = "<div>" * 300 + "A ferry ran aground off the coast." + "</div>" * 300
    (report,) = read({"a.json": json.dumps({"text": text})}).reports
    assert report.text == text
    assert "the text was HTML; it is nested too deep and was left as it is" in report.provenance.notes


def test_a_smaller_sign_in_a_record_is_no_markup(read: Read) -> None:
    (report,) = read(
        {"a.json": json.dumps({"text": "The ferry was <b or > late,\r\nand 3 < 4 & 5 > 4."})}
    ).reports
    assert report.text == "The ferry was <b or > late,\nand 3 < 4 & 5 > 4."


@pytest.mark.parametrize(
    ("author", "byline", "credit"),
    [
        ("Reuters", "Reuters", "Reuters"),
        ("Jane Holt, The Associated Press", "Jane Holt, The Associated Press", "Associated Press"),
        ("Jane Holt", "Jane Holt", None),
        ("Aldermere Post", None, None),  # the outlet, where nobody signs
    ],
)
def test_an_agency_that_signs_is_credited(author: str, byline: str | None, credit: str | None) -> None:
    stdin = json.dumps({**RECORD, "author": author}).encode()
    (report,) = ingest(["-"], options=IngestOptions(stdin=stdin)).reports
    assert (report.byline, report.credit) == (byline, credit)


def test_half_a_surrogate_pair_is_replaced_and_counted(read: Read) -> None:
    (report,) = read(
        {"a.json": '{"title": "A \\ud83d ferry", "text": "It ran \\udc00 aground off the coast."}'}
    ).reports
    assert report.text == "It ran \ufffd aground off the coast."
    assert any("2 halves of characters" in note for note in report.provenance.notes)


def test_story_reports_keep_ids_and_characters_and_no_gold(read: Read) -> None:
    result = read({"ferry.json": json.dumps(STORY)})
    first, second = sorted(result.reports, key=lambda report: report.id)
    assert (first.id, first.full_text) == ("r1", "Ferry runs aground\n\n" + str(STORY["reports"][0]["text"]))  # type: ignore[index]
    assert (first.credit, first.dateline, first.also_in) == (None, None, ("storm",))  # null is an answer
    assert (second.id, second.version_of, second.published_at, second.date_source) == (
        "r2",
        "r1",
        None,
        "unknown",
    )
    assert (first.published_at, first.date_source, first.provenance.media) == (
        "2031-03-04T09:10:00+00:00",
        "input",
        "story",
    )
    assert "gold" not in repr(result)


def test_ids_that_two_stories_share_are_kept_apart_by_the_story(read: Read) -> None:
    other = {**STORY, "id": "storm", "reports": [{**STORY["reports"][1], "text": "A storm broke the pier."}]}  # type: ignore[index]
    result = read({"ferry.json": json.dumps(STORY), "storm.json": json.dumps(other)})
    assert sorted(report.id for report in result.reports) == ["ferry/r2", "r1", "storm/r2"]
    assert {report.version_of for report in result.reports} == {None, "r1"}
