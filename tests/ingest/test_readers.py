"""What every reader keeps: any bytes give reports or a reason, never another error."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.errors import InputError, StoryError
from secondsource.ingest import Draft, IngestOptions, RawInput, Reader, ingest
from secondsource.ingest.readers import BUILT_IN, choose_reader
from secondsource.model import Skipped

STARTS = (b"", b"%PDF-1.7\n", b"PK\x03\x04word/document.xml", b"<!doctype html><html>", b'{"text": "', b'[{"body": ', b"text,date\n", b"\xff\xfe", b"\xef\xbb\xbf", b'{"format": "secondsource-story/1", "reports": [')  # fmt: skip


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.name)
def test_readers_offer_what_the_protocol_asks_for(reader: Reader) -> None:
    assert reader.name
    assert all(suffix == suffix.lower() for suffix in reader.suffixes)
    assert reader.sniff(b"") is False


def test_every_reader_is_registered() -> None:
    registered = {entry.name: entry.load() for entry in entry_points(group="secondsource.readers")}
    assert {name: registered.get(name) for name in (reader.name for reader in BUILT_IN)} == {
        reader.name: type(reader) for reader in BUILT_IN
    }


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.name)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    start=st.sampled_from(STARTS),
    data=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode()),
)
def test_any_bytes_give_drafts_or_a_reason(reader: Reader, start: bytes, data: bytes) -> None:
    reader.sniff(start + data)
    assert all(isinstance(each, Draft | Skipped | str) for each in _read(reader, start + data))


def _read(reader: Reader, data: bytes) -> list[Draft | Skipped | str]:
    try:
        return list(reader.read(RawInput("a", data)))
    except (InputError, StoryError) as error:
        return [str(error)]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_damaged_documents_give_drafts_or_a_reason(
    make_pdf: Callable[..., bytes], make_docx: Callable[..., bytes], data: st.DataObject
) -> None:
    whole = data.draw(
        st.sampled_from(
            [make_pdf(["A ferry ran aground."]), make_docx("A ferry ran aground.", title="Ferry")]
        )
    )
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:place] + data.draw(st.binary(max_size=8)) + whole[place + data.draw(st.integers(0, 40)) :]
    result = ingest(["-"], options=IngestOptions(stdin=broken))
    assert len(result.reports) + len(result.skipped) == 1


@pytest.mark.parametrize(
    ("suffix", "name"),
    [
        (".txt", "text"),
        (".md", "markdown"),
        (".csv", "csv"),
        ("", "text"),
        (".xyz", "text"),
        (".html", "html"),
    ],
)
def test_what_has_no_sign_is_read_by_its_ending(suffix: str, name: str) -> None:
    assert choose_reader(RawInput("a", b"A ferry, a ship.", suffix=suffix)).name == name
