"""Each row of the table of bad input: named and skipped, or read and marked; the others are done."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from secondsource.ingest import Ingested, IngestOptions, Limits, ingest
from secondsource.ingest.display import display_name

Read = Callable[..., Ingested]
GOOD = (
    "A ferry ran aground off Aldermere on Tuesday, and the crew of the ferry was taken off by the coastguard."
)


@pytest.mark.parametrize(
    ("name", "data", "reason", "status"),
    [
        ("a.txt", b"", "empty", "empty"),
        ("a.txt", b" \n\t\r\n ", "empty", "empty"),
        ("a.txt", b"\x00" * 5000, "empty", "empty"),
        ("a.txt", b"...\n---\n***", "no text in it", "empty"),
        ("a.txt", bytes(range(256)) * 40, "binary, no text", "unreadable"),
        ("a.html", b"\x00\x01\x02\x03" * 400, "binary, no text", "unreadable"),
        ("a.csv", b"text\n" + b"\x01\x02\x03" * 400, "binary, no text", "unreadable"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "a picture (PNG)", "unreadable"),
        ("a.gz", b"\x1f\x8b\x08" + b"x" * 40, "compressed with gzip; unpack it first", "unreadable"),
        ("a.zip", b"PK\x03\x04" + b"x" * 40, "a ZIP archive; unpack it and name the folder", "unreadable"),
        (
            "a.odt",
            b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text" + b"x" * 40,
            "an OpenDocument file; save it as DOCX",
            "unreadable",
        ),
        (
            "a.xlsx",
            b"PK\x03\x04...xl/workbook.xml" + b"x" * 40,
            "a spreadsheet; save it as CSV",
            "unreadable",
        ),
        (
            "a.xml",
            b"<?xml version='1.0'?><rss/>",
            "XML (a feed?), and no article; save the article as a web page or text",
            "unreadable",
        ),
        ("a.rtf", b"{\\rtf1 A ferry ran aground.}", "an RTF document; save it as DOCX or text", "unreadable"),
        ("a", b"\x7fELF\x02\x01\x01" + b"\x00" * 40, "a program", "unreadable"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_others_are_done(
    read: Read, name: str, data: bytes, reason: str, status: str
) -> None:
    result = read({name: data, "good.txt": GOOD})
    assert [(each.name, each.reason, each.status) for each in result.skipped] == [(name, reason, status)]
    assert [report.text for report in result.reports] == [GOOD]


def test_a_missing_file_is_named_without_its_folder(tmp_path: Path) -> None:
    (skipped,) = ingest([tmp_path / "nope.txt"]).skipped
    assert (skipped.name, skipped.reason) == ("nope.txt", "no such file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(GOOD)
    path.chmod(0)
    result = ingest([path])
    assert [each.reason for each in result.skipped] == ["no permission to read it"]


def test_a_refusal_of_the_system_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(GOOD)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    (skipped,) = ingest([path]).skipped
    assert (skipped.name, skipped.reason) == ("secret.txt", "no permission to read it")


def test_names_that_no_system_takes_are_named() -> None:
    assert len(ingest(["a\x00b", "x" * 5000]).skipped) == 2


@pytest.mark.parametrize("limits", [Limits(max_bytes=50), Limits(max_chars=50)])
def test_a_text_past_a_limit_is_named(read: Read, limits: Limits) -> None:
    result = read({"long.txt": GOOD, "short.txt": "A ferry ran aground on the coast."}, limits=limits)
    assert [(each.name, each.status) for each in result.skipped] == [("long.txt", "over_limit")]
    assert len(result.reports) == 1


def test_standard_input_past_the_limit_is_named() -> None:
    result = ingest(["-"], options=IngestOptions(stdin=b"ferry " * 100, limits=Limits(max_bytes=50)))
    assert [(each.name, each.status) for each in result.skipped] == [("-", "over_limit")]


def test_a_paragraph_of_100000_words_is_read_as_it_is(read: Read) -> None:
    text = "the ferry ran aground and " * 20_000
    (report,) = read({"a.txt": text}).reports
    assert report.text == text


def test_a_report_in_another_language_is_kept_with_its_language(read: Read) -> None:
    text = "Die Fähre lief am Dienstag vor der Küste auf Grund, sagte ein Sprecher der Küstenwache. Niemand wurde verletzt."
    (report,) = read({"a.txt": text}).reports
    assert (report.text, report.language) == (text, "de")


def test_odd_characters_of_a_text_are_kept_and_nul_is_said(read: Read) -> None:
    text = GOOD + " \x1b[31mred\x1b[0m \u202egpj.exe\u202c \u200b\ufeff \x00 e\u0301 \U0001f6a2"
    (report,) = read({"a.txt": text}).reports
    assert report.text == text
    assert "1 NUL character stands in the text" in report.provenance.notes


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\x1b[31m.txt", "a\\x1b[31m.txt"),
        ("a\u202egpj.txt", "a\\u202egpj.txt"),
        ("a\nb.txt", "a\\x0ab.txt"),
        ("a\udcff.txt", "a\\udcff.txt"),
        ("übung – 1.txt", "übung – 1.txt"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_names_are_safe_to_print(name: str, shown: str) -> None:
    assert display_name(name) == shown


def test_odd_file_names_are_cleaned_where_they_are_shown(read: Read) -> None:
    result = read({"a\x1b[2J\u202e.txt": GOOD, "b\nc.txt": ""})
    assert result.reports[0].provenance.name == "a\\x1b[2J\\u202e.txt"
    assert result.skipped[0].name == "b\\x0ac.txt"
    assert result.inputs[0][0] == "a\\x1b[2J\\u202e.txt"


def test_names_that_are_no_utf8_are_read(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text(GOOD)
    (report,) = ingest([tmp_path]).reports
    assert report.provenance.name == "caf\\udce9.txt"


def test_links_that_loop_or_lead_out_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("A secret that is not in the folder.")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "out.txt").symlink_to(outside)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "same.txt").symlink_to(folder / "good.txt")
    result = ingest([folder])
    assert [report.text for report in result.reports] == [GOOD]
    assert [(each.name, each.reason) for each in result.skipped] == [
        ("gone.txt", "a link that leads nowhere"),
        ("out.txt", "a link that leads out of the folder"),
        ("self.txt", "a link that leads to itself"),
    ]


def test_pipes_sockets_and_devices_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(tmp_path)  # the path of a socket may not be long
        try:
            listener.bind("socket.txt")
        finally:
            os.chdir(here)
        result = ingest([tmp_path, "/dev/zero"])
    assert {(each.name, each.reason) for each in result.skipped} == {
        (name, "no regular file (a pipe, socket or device)") for name in ("pipe.txt", "socket.txt", "zero")
    }


def test_folders_are_read_in_order_without_hidden_files(read: Read) -> None:
    result = read(
        {
            "b/deep/x.txt": GOOD,
            "a.txt": GOOD + " Nobody was hurt.",
            ".hidden.txt": "A hidden text.",
            ".git/x.txt": "A hidden folder.",
        }
    )
    assert [name for name, _ in result.inputs] == ["a.txt", "x.txt"]


def test_folders_past_the_depth_and_files_past_the_number_are_said(read: Read) -> None:
    files: dict[str, str | bytes] = {
        f"{'d/' * depth}x{depth}.txt": GOOD + f" It was ferry {depth}." for depth in range(5)
    }
    deep = read(files, limits=Limits(max_depth=2))
    assert (len(deep.reports), [each.status for each in deep.skipped]) == (3, ["over_limit"])
    many = read(files, limits=Limits(max_files=2))
    assert (len(many.reports), [each.status for each in many.skipped]) == (2, ["over_limit"])


def test_an_empty_folder_and_no_input_at_all_are_fine(tmp_path: Path) -> None:
    assert [each.status for each in ingest([tmp_path]).skipped] == ["empty"]
    assert ingest([]) == Ingested()


def test_no_outlet_and_no_date_stay_unknown(read: Read) -> None:
    (report,) = read({"a.txt": GOOD}).reports
    assert (report.outlet, report.published_at, report.date_source) == (None, None, "unknown")
    assert (report.byline, report.credit, report.dateline, report.url) == (None, None, None, None)


def test_the_time_of_a_file_is_never_a_date(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD)
    before = ingest([path])
    os.utime(path, (1, 1))
    assert ingest([path]) == before
    assert before.reports[0].published_at is None


def test_a_day_in_the_name_of_a_file_counts_and_is_marked(read: Read) -> None:
    (report,) = read({"2031-03-04-ferry.txt": GOOD}).reports
    assert (report.published_at, report.date_source) == ("2031-03-04", "inferred")
    assert report.provenance.notes == ("the date was inferred from the file's name",)
