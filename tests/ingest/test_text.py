from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.ingest import IngestOptions, ingest
from secondsource.ingest.decode import decode, unify_newlines
from secondsource.ingest.text import split_headline


@pytest.mark.parametrize(
    ("raw", "headline"),
    [
        ("Ferry runs aground\n\nA ferry ran aground on Tuesday.", "Ferry runs aground"),
        ("Ferry runs aground\nA ferry ran aground on Tuesday.", None),  # a single newline
        ("Ferry runs aground\n\n\nA ferry ran aground.", None),  # two blank lines
        ("Ferry runs aground\n\n", None),  # nothing follows
        ("Ferry runs aground", None),
        ("A ferry ran aground on Tuesday.\n\nNobody was hurt.", None),  # a sentence
        ("By Jane Holt\n\nA ferry ran aground.", None),
        ("Published: 4 March 2031\n\nA ferry ran aground.", None),
        ("4 March 2031\n\nA ferry ran aground.", None),
        ("# Ferry runs aground\n\nA ferry ran aground.", None),  # its mark is no part of a headline
        (" Ferry runs aground\n\nA ferry ran aground.", None),
        ("word " * 60 + "end\n\nA ferry ran aground.", None),
    ],
)
def test_a_first_line_is_the_headline_only_where_one_blank_line_follows(
    raw: str, headline: str | None
) -> None:
    found, rest = split_headline(raw)
    assert found == headline
    assert (rest if found is None else f"{found}\n\n{rest}") == raw


def test_plain_text_is_kept_character_for_character(tmp_path: Path) -> None:
    raw = (
        "Ferry runs aground\n\n  A ferry\u00a0ran “aground” off the coast, and the crew of the ferry was safe.  "
        "\n\n\n«Nobody» was hurt \t.\n"
    )
    (tmp_path / "a.txt").write_text(raw, encoding="utf-8", newline="")
    (report,) = ingest([tmp_path / "a.txt"]).reports
    assert report.full_text == raw
    assert report.provenance.notes == ()


def test_markdown_keeps_its_marks(tmp_path: Path) -> None:
    raw = "# Ferry runs aground\n\nA *ferry* ran [aground](https://ferry.example)."
    (tmp_path / "a.md").write_text(raw)
    (report,) = ingest([tmp_path / "a.md"]).reports
    assert (report.full_text, report.headline, report.provenance.media) == (raw, None, "markdown")


def test_byte_order_mark_and_crlf_are_dropped_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfA ferry ran aground.\r\nNobody was hurt.\rNot one.\r\n")
    (report,) = ingest([tmp_path / "a.txt"]).reports
    assert report.full_text == "A ferry ran aground.\nNobody was hurt.\rNot one.\n"
    assert report.provenance.notes[:2] == ("a byte order mark was dropped", "line ends CRLF were read as LF")


def test_a_report_keeps_one_id_on_every_run_and_another_with_another_outlet(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A ferry ran aground off Aldermere on Tuesday.")
    first, second = (ingest([path]).reports[0].id for _ in range(2))
    other = ingest([path], options=IngestOptions(outlets={"a.txt": "Aldermere Post"})).reports[0].id
    assert first == second != other


def test_provenance_names_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry ran aground.")
    result = ingest([tmp_path / "a.txt"])
    assert str(tmp_path) not in repr(result)
    assert result.inputs[0][0] == "a.txt"


@given(st.text().filter(lambda text: "\x00" not in text))
def test_any_text_comes_back_from_utf8_but_for_mark_and_line_ends(text: str) -> None:
    decoded, notes = decode(text.encode("utf-8"))
    back, _ = unify_newlines(decoded)
    assert back == text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert ("a byte order mark was dropped" in notes) == text.startswith("\ufeff")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(
        lambda text: text + " ran aground"
    )
)
def test_any_written_text_is_the_full_text_of_its_report(text: str) -> None:
    (report,) = ingest(["-"], options=IngestOptions(stdin=text.encode("utf-8"))).reports
    assert report.full_text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_decode_without_a_silent_loss(data: bytes) -> None:
    text, notes = decode(data)
    assert ("\ufffd" in text) == any("U+FFFD" in note for note in notes)
