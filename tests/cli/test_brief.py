"""`secondsource brief`, run as a user runs it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from secondsource.cli.app import run
from tests.cli.conftest import FERRY, Command

HTML, MARKDOWN, JSON = "<!doctype html", "# ", "{"


@pytest.mark.parametrize(
    ("name", "begins"), [("b.html", HTML), ("b.htm", HTML), ("b.md", MARKDOWN), ("b.json", JSON)]
)
def test_the_suffix_of_the_output_decides_the_format(
    folder: Path, tmp_path: Path, name: str, begins: str
) -> None:
    assert run(["brief", str(folder), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text().lower().startswith(begins)


def test_a_named_format_wins_over_the_suffix(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "b.txt"
    assert run(["brief", str(folder), "-o", str(out), "--format", "json"]) == 0
    assert json.loads(out.read_text())["format"]


def test_the_result_goes_to_stdout_and_nothing_else_does(folder: Path, command: Command) -> None:
    done = command("brief", folder, "--format", "json")
    assert done.returncode == 0
    assert {r["id"] for r in json.loads(done.stdout)["reports"]}
    assert done.stderr == ""


def test_html_is_the_format_of_a_pipe(folder: Path, command: Command) -> None:
    assert command("brief", folder).stdout.lower().startswith(HTML)


def test_a_missing_file_is_named_and_the_others_are_done(folder: Path, command: Command) -> None:
    done = command("brief", folder / "a.txt", "nope.txt", "--format", "json")
    assert done.returncode == 3
    assert done.stderr.splitlines() == ["skipped nope.txt: no such file", "1 of 2 reports skipped"]
    assert len(json.loads(done.stdout)["reports"]) == 1


def test_no_brief_is_written_where_nothing_could_be_read(tmp_path: Path, command: Command) -> None:
    out = tmp_path / "b.html"
    out.write_text("yesterday's")
    done = command("brief", "nope.txt", "-o", out)
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "skipped nope.txt: no such file",
        "1 of 1 report skipped; no brief was written",
    ]
    assert out.read_text() == "yesterday's"


def test_a_report_comes_through_standard_input(command: Command) -> None:
    done = command("brief", "-", "--format", "json", input_=FERRY)
    assert done.returncode == 0
    assert "214 people were taken off" in json.loads(done.stdout)["reports"][0]["text"]


def test_dates_and_outlets_reach_the_reports(folder: Path, command: Command) -> None:
    done = command(
        "brief", folder, "--format", "json", "--date", "a.txt=2031-03-04", "--outlet", "b.txt=Aldermere Post"
    )
    reports = json.loads(done.stdout)["reports"]
    assert sorted(str(r["published_at"]) for r in reports) == ["2031-03-04", "None"]
    assert sorted(str(r["outlet"]) for r in reports) == ["Aldermere Post", "None"]


def test_a_table_beside_the_reports_gives_the_same(folder: Path, tmp_path: Path, command: Command) -> None:
    (tmp_path / "meta.csv").write_text("file,date,outlet\na.txt,2031-03-04,Aldermere Post\n")
    done = command("brief", folder, "--format", "json", "--meta", "meta.csv")
    assert ("2031-03-04", "Aldermere Post") in [
        (r["published_at"], r["outlet"]) for r in json.loads(done.stdout)["reports"]
    ]


def test_excerpts_leave_the_full_texts_out(folder: Path, command: Command) -> None:
    whole = json.loads(command("brief", folder, "--format", "json").stdout)
    excerpts = json.loads(command("brief", folder, "--format", "json", "--excerpts").stdout)
    assert all("text" in report for report in whole["reports"])
    assert not any("text" in report for report in excerpts["reports"])
    assert excerpts["claims"] == whole["claims"]


def test_the_same_run_gives_the_same_bytes(folder: Path, command: Command) -> None:
    runs = [command("brief", folder, "--format", "json", env={"PYTHONHASHSEED": seed}) for seed in "12"]
    assert [run.stderr for run in runs] == ["", ""]
    assert runs[0].stdout == runs[1].stdout


def test_no_folder_name_is_in_the_brief(folder: Path, command: Command) -> None:
    for form in ("html", "markdown", "json"):
        done = command("brief", folder, "--format", form)
        assert str(folder.parent) not in done.stdout


USAGE = [
    (["brief"], "Usage:"),
    (["brief", "a.txt", "--format", "pdf"], "pdf"),
    (["brief", "a.txt", "-o", "b.docx"], "its suffix names no format; use .html"),
    (["brief", "a.txt", "-o", "no/such/b.html"], "no folder no/such; make it with `mkdir -p no/such`"),
    (["brief", "a.txt", "-o", "a.txt"], "is one of the reports and would be overwritten"),
    (["brief", "a.txt", "-o", "sub"], "is a folder; name a file in it, for example sub/brief.html"),
    (["brief", "sub", "-o", "sub/b.html"], "the next run would read it as a report"),
    (["brief", "a.txt", "--date", "2031-03-04"], "--date '2031-03-04' is no NAME=VALUE"),
    (["brief", "a.txt", "--outlet", "=Post"], "--outlet '=Post' is no NAME=VALUE"),
    (["brief", "a.txt", "--outlet", "a=x", "--outlet", "a=y"], "--outlet gives 'a' two values: 'x' and 'y'"),
    (["brief", "a.txt", "--meta", "none.csv"], "--meta none.csv: no such file"),
    (["brief", "a.txt", "--extractor", "oracle"], "no implementation 'oracle' of extract; installed: "),
    (["breif", "a.txt"], "breif"),
]


@pytest.mark.parametrize(
    ("arguments", "message"), USAGE, ids=lambda v: " ".join(v) if isinstance(v, list) else ""
)
def test_wrong_use_is_said_before_any_work(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(FERRY)
    Path("sub").mkdir()
    status = run(arguments)
    printed = capsys.readouterr()
    assert status == 2
    assert message in printed.err + printed.out
    assert "Traceback" not in printed.err
    assert Path("a.txt").read_text() == FERRY


def test_an_equals_sign_may_stand_in_the_name_of_a_dated_report(command: Command, tmp_path: Path) -> None:
    (tmp_path / "id=7.txt").write_text(FERRY)
    done = command("brief", "id=7.txt", "--date", "id=7.txt=2031-03-04", "--format", "json")
    assert json.loads(done.stdout)["reports"][0]["published_at"] == "2031-03-04"


def test_a_link_to_an_output_among_the_reports_is_seen_through(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").symlink_to(folder)
    assert run(["brief", str(folder), "-o", str(tmp_path / "elsewhere" / "b.html")]) == 2


def test_a_hostile_file_name_cannot_steer_the_terminal(tmp_path: Path, command: Command) -> None:
    name = "a\x1b[2J\u202etxt.exe"
    (tmp_path / name).write_bytes(b"")
    done = command("brief", name)
    assert done.returncode == 3
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr
    assert re.search(r"a\\(x|u00)1b\[2J\\u202etxt\.exe", done.stderr)


def test_a_file_name_that_is_no_utf_8_is_shown_and_does_no_harm(tmp_path: Path, command: Command) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / os.fsdecode(b"a\xff.txt")).write_text(FERRY)
    done = command("brief", "reports", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["reports"]) == 1


def test_a_bug_is_told_in_one_line_and_with_its_traceback_when_debugging(command: Command) -> None:
    # A date that cannot be one is an error of the user's; it stands for all that the stages raise.
    quiet = command("brief", "-", "--date", "-=yesterday-ish", input_=FERRY)
    loud = command("brief", "-", "--date", "-=yesterday-ish", input_=FERRY, env={"SECONDSOURCE_DEBUG": "1"})
    assert quiet.returncode == loud.returncode != 0
    assert "Traceback" not in quiet.stderr
    assert re.match(r"secondsource: .*yesterday-ish", quiet.stderr)
    assert "Traceback" in loud.stderr
