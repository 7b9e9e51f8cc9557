"""Help, version, and the commands other than `brief`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from secondsource import __version__
from secondsource.cli.app import run
from secondsource.evaluate.registry import EVALUATIONS
from tests.cli.conftest import Command

COMMANDS = ["brief", "extract", "evaluate", "corpus", "plugins"]


@pytest.mark.parametrize("arguments", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_ends_with_a_command_to_paste(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*arguments, "--help"]) == 0
    last = capsys.readouterr().out.rstrip().splitlines()[-1]
    assert last.strip().startswith(f"Try: secondsource {' '.join(arguments)}".rstrip())


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    assert all(f"\n  {name} " in capsys.readouterr().out for name in COMMANDS[:1])


def test_the_version_is_printed(command: Command) -> None:
    done = command("--version")
    assert (done.returncode, done.stdout) == (0, f"secondsource {__version__}\n")


def test_extract_prints_what_each_report_holds(folder: Path, command: Command) -> None:
    done = command("extract", folder, "--format", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {"reports", "attributions", "quantities", "times", "entities", "claims"} <= set(found)
    texts = {r["id"]: "\n\n".join(filter(None, (r.get("headline"), r["text"]))) for r in found["reports"]}
    for each in (*found["quantities"], *found["times"], *found["claims"]):
        assert texts[each["report"]][each["start"] : each["end"]] == each["text"]
    assert any("214 people" in q["text"] for q in found["quantities"])


def test_extract_says_what_it_skipped(folder: Path, command: Command) -> None:
    done = command("extract", folder / "a.txt", "nope.txt")
    assert done.returncode == 3
    assert done.stderr.splitlines()[0] == "skipped nope.txt: no such file"


def test_extract_writes_to_a_file(folder: Path, tmp_path: Path) -> None:
    assert run(["extract", str(folder), "-o", str(tmp_path / "x.json")]) == 0
    assert json.loads((tmp_path / "x.json").read_text())["claims"]


def test_plugins_are_named_with_their_files(command: Command) -> None:
    done = command("plugins")
    assert done.returncode == 0
    head, *rows = done.stdout.splitlines()
    assert head.split() == ["stage", "name", "file", "package"]
    assert {row.split()[0] for row in rows} == {
        "ingest",
        "extract",
        "cluster",
        "align",
        "trace",
        "compare",
        "render",
    }
    for row in rows:
        assert (Path("src") / row.split()[2]).is_file() or "secondsource/" not in row


def test_plugins_as_json_hold_no_folder_of_this_machine(command: Command) -> None:
    done = command("plugins", "--format", "json")
    assert {each["name"] for each in json.loads(done.stdout)} >= {"rules", "html", "markdown", "json"}
    assert str(Path.cwd()) not in done.stdout


WITH_DATA = [name for name, needs in EVALUATIONS.items() if needs]


@pytest.mark.parametrize("name", WITH_DATA)
def test_gold_data_that_is_not_there_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SECONDSOURCE_DATA", str(tmp_path))
    assert run(["evaluate", name]) == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    *named, last = printed.err.splitlines()
    assert named == [f"not measured: no gold data {data!r}" for data in EVALUATIONS[name]]
    assert "SECONDSOURCE_DATA" in last


@pytest.mark.parametrize("name", WITH_DATA)
def test_every_set_that_an_evaluation_reads_is_named_where_it_is_missing(name: str) -> None:
    home = Path("src/secondsource/evaluate")
    code = (home / f"{name}.py").read_text(encoding="utf-8")
    readers = {r for names in re.findall(r"evaluate\.sets(?:\.(\w+))? import ([\w ]+)", code) for r in names}
    code += "".join(
        (home / "sets" / f"{reader.split()[0]}.py").read_text(encoding="utf-8")
        for reader in readers
        if reader.split() and (home / "sets" / f"{reader.split()[0]}.py").is_file()
    )
    read = set(re.findall(r'(?:has_data|data_folder)\(\s*"([\w.]+)"', code))
    assert read <= set(EVALUATIONS[name])


def test_scores_of_the_bundled_stories_are_printed(command: Command) -> None:
    done = command("evaluate", "stories", "--limit", "1", "--errors", "2")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[:7] == ["stage", "data", "measure", "system", "P", "R", "F1"]
    assert "stories, errors:" in done.stdout


def test_an_unknown_evaluation_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "everything"]) == 2
    assert (
        "there are pages, attribution, quantities, times, names, clusters, outlets, phrasing, stories, brief, ingest"
        in capsys.readouterr().err
    )
