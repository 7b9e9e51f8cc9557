"""What the user says about inputs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from secondsource.errors import OptionError
from secondsource.ingest import Ingested, IngestOptions, ingest

Read = Callable[..., Ingested]
TEXT = (
    "By Jane Holt\nPublished: 1 January 2030\n\nKESTREL (AFP) - A ferry ran aground off the coast on Tuesday."
)


@pytest.mark.parametrize("name", ["a.txt", "sub/a.txt", "*"])
def test_a_given_date_and_outlet_stand_above_what_the_text_says(read: Read, name: str) -> None:
    (report,) = read(
        {"sub/a.txt": TEXT}, dates={name: "2031-03-04"}, outlets={name: "Aldermere Post"}
    ).reports
    assert (report.published_at, report.date_source, report.outlet) == (
        "2031-03-04",
        "given",
        "Aldermere Post",
    )
    assert "outlet given by the user" in report.provenance.notes


def test_a_record_of_a_file_can_be_named(read: Read) -> None:
    lines = "\n".join(json.dumps({"text": f"The ferry ran aground {n} times."}) for n in (1, 2))
    result = read({"a.jsonl": lines}, dates={"a.jsonl#2": "2031-03-04", "a.jsonl": "2031-03-01"})
    assert {report.provenance.name: report.published_at for report in result.reports} == {
        "a.jsonl#1": "2031-03-01",
        "a.jsonl#2": "2031-03-04",
    }


def test_a_sidecar_table_gives_what_the_files_lack(read: Read, tmp_path: Path) -> None:
    table = tmp_path.parent / f"{tmp_path.name}-meta.csv"
    table.write_text(
        "\ufefffile,Source,publisher,Published At,author,agency,link,lang,title\r\n"
        "a.txt,Aldermere Post,Aldermere Media,4 March 2031,Ann Bell,Northern Wire,https://post.example/f,en,Ferry runs aground\r\n"
        "other.txt,Kestrel Courier,,,,,,,\r\n"
    )
    (report,) = read({"a.txt": "A ferry ran aground off the coast on Tuesday."}, meta=table).reports
    assert (report.outlet, report.publisher, report.byline) == (
        "Aldermere Post",
        "Aldermere Media",
        "Ann Bell",
    )
    assert (report.published_at, report.date_source) == ("2031-03-04", "given")
    assert (report.credit, report.url, report.language) == ("Northern Wire", "https://post.example/f", "en")
    assert report.full_text == "Ferry runs aground\n\nA ferry ran aground off the coast on Tuesday."


def test_a_headline_that_stands_in_the_text_is_not_put_before_it_again(read: Read, tmp_path: Path) -> None:
    table = tmp_path.parent / f"{tmp_path.name}-meta.csv"
    table.write_text("file,headline\na.txt,Ferry runs aground\n")
    raw = "Ferry runs aground\nA ferry ran aground off the coast."
    (report,) = read({"a.txt": raw}, meta=table).reports
    assert report.full_text == raw


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"dates": {"a.txt": "last week"}}, "for a.txt: the date 'last week' was not understood"),
        ({"dates": {"b.txt": "2031-03-04"}}, "--date names 'b.txt', but no input is called that"),
        ({"outlets": {"b.txt": "Post"}}, "--outlet names 'b.txt', but no input is called that"),
        ({"meta": "nowhere.csv"}, "the table nowhere.csv cannot be read: no such file"),
    ],
)
def test_options_that_make_no_sense_are_said(read: Read, options: dict[str, object], message: str) -> None:
    with pytest.raises(OptionError, match=message.replace("(", r"\(")):
        read({"a.txt": TEXT}, **options)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("outlet,date\nPost,2031-03-04\n", "no column called file"),
        ("file,date\na.txt,soon\n", "row 2: the date 'soon'"),
        ("", "no column called file"),
    ],
)
def test_tables_that_make_no_sense_are_said(tmp_path: Path, table: str, message: str) -> None:
    (tmp_path / "meta.csv").write_text(table)
    with pytest.raises(OptionError, match=message):
        ingest([], options=IngestOptions(meta=tmp_path / "meta.csv"))


def test_a_date_for_an_input_that_cannot_be_read_is_no_mistake(read: Read) -> None:
    assert len(read({"a.txt": ""}, dates={"a.txt": "2031-03-04"}).skipped) == 1


def test_the_meta_csv_of_a_folder_is_the_table_for_its_files(tmp_path):
    (tmp_path / "a.txt").write_text("The ferry ran aground on Tuesday.", "utf-8")
    (tmp_path / "meta.csv").write_text("file,outlet,date\na.txt,Aldermere Post,2031-03-05\n", "utf-8")
    made = ingest(tmp_path)
    assert [(r.outlet, r.published_at) for r in made.reports] == [("Aldermere Post", "2031-03-05")]
    assert made.skipped == ()


def test_a_table_of_articles_called_meta_csv_is_read_as_articles(tmp_path):
    (tmp_path / "meta.csv").write_text(
        "outlet,text\nAldermere Post,The ferry ran aground on Tuesday.\n", "utf-8"
    )
    assert [r.outlet for r in ingest(tmp_path).reports] == ["Aldermere Post"]
