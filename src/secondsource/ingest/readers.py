"""The built-in readers, and which of them an input is for."""

from __future__ import annotations

from secondsource.errors import InputError
from secondsource.ingest.base import RawInput, Reader
from secondsource.ingest.jsonfile import JsonReader
from secondsource.ingest.text import MarkdownReader, TextReader

__all__ = ["BUILT_IN", "choose_reader", "media_of"]

BUILT_IN: tuple[Reader, ...] = (JsonReader(), MarkdownReader(), TextReader())

# What a file begins with that no reader reads, and what to say of it.
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


def choose_reader(raw: RawInput, readers: tuple[Reader, ...] = BUILT_IN) -> Reader:
    """Return the reader of an input: by what its bytes are, else by its ending, else as text.

    Raises:
        InputError: The bytes are of a kind that nothing reads; the message names it.
    """
    for reader in readers:
        if reader.sniff(raw.data):
            return reader
    for start, what in _OTHERS:
        if raw.data.startswith(start):
            raise InputError(what)
    for reader in readers:
        if reader.name == raw.media:
            return reader
    for reader in readers:
        if raw.suffix in reader.suffixes:
            return reader
    return next(reader for reader in readers if reader.name == "text")


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
