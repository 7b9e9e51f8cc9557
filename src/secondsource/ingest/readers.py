"""The readers, and which of them an input is for."""

from __future__ import annotations

from secondsource.errors import InputError
from secondsource.ingest.base import RawInput, Reader
from secondsource.ingest.csvfile import CsvReader
from secondsource.ingest.docx import DocxReader
from secondsource.ingest.html import HtmlReader
from secondsource.ingest.jsonfile import JsonReader
from secondsource.ingest.pdf import PdfReader
from secondsource.ingest.text import MarkdownReader, TextReader
from secondsource.plugins import implementations

__all__ = ["BUILT_IN", "choose_reader", "media_of"]

# In the order in which they are asked for sure signs; also offered as entry points of the group
# ``secondsource.readers``.
BUILT_IN: tuple[Reader, ...] = (
    PdfReader(),
    DocxReader(),
    HtmlReader(),
    JsonReader(),
    CsvReader(),
    MarkdownReader(),
    TextReader(),
)

# What a file begins with that no built-in reader reads, and what to say of it.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "an RTF document; save it as DOCX or text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as DOCX"),
    (b"PK\x03\x04", "a ZIP archive; unpack it and name the folder"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ\x00", "compressed with xz; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

_IN_ZIP = (
    (b"application/vnd.oasis.opendocument", "an OpenDocument file; save it as DOCX"),
    (b"application/epub+zip", "an e-book; save the article as text"),
    (b"xl/workbook", "a spreadsheet; save it as CSV"),
    (b"ppt/presentation", "a presentation; save it as PDF"),
)
_MEDIA = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
    "application/x-ndjson": "json",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/csv": "csv",
    "text/tab-separated-values": "csv",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


def media_of(content_type: str | None) -> str | None:
    """Return the reader's name for a declared content type, or null."""
    return _MEDIA.get((content_type or "").partition(";")[0].strip().lower())


def choose_reader(raw: RawInput) -> Reader:
    """Return the reader of an input: by what its bytes are, else by its ending, else as text.

    Readers of other packages are asked where no built-in one knows the bytes or the ending.

    Raises:
        InputError: The bytes are of a kind that nothing reads; the message names it.
        MissingExtraError: Another package's reader cannot be loaded.
    """
    if not raw.data.strip(b"\x00 \t\r\n"):
        raise InputError("empty")
    for reader in BUILT_IN:
        if reader.sniff(raw.data):
            return reader
    named = _by_suffix(BUILT_IN, raw.suffix) if raw.media is None else None
    # A damaged DOCX is a ZIP in which no document can be seen.
    if named and (not _other(raw.data) or (named.name == "docx" and raw.data.startswith(b"PK"))):
        return named
    foreign = _foreign()
    for reader in foreign:
        if reader.sniff(raw.data):
            return reader
    if found := _by_suffix(foreign, raw.suffix):
        return found
    if reason := _other(raw.data):
        raise InputError(reason)
    return next((reader for reader in BUILT_IN if reader.name == raw.media), BUILT_IN[-1])


def _by_suffix(readers: tuple[Reader, ...], suffix: str) -> Reader | None:
    return next((reader for reader in readers if suffix in reader.suffixes), None)


def _other(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        for sign, what in _IN_ZIP:
            if sign in data:
                return what
    if data[:256].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<rss", b"<feed")):
        return "XML (a feed?), and no article; save the article as a web page or text"
    return next((what for start, what in _OTHERS if data.startswith(start)), None)


def _foreign() -> tuple[Reader, ...]:
    loaded = (
        each.load() for each in implementations("ingest") if not each.module.startswith("secondsource.")
    )
    return tuple(each() if isinstance(each, type) else each for each in loaded)
