"""What every reader takes and gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from secondsource.ingest.options import Limits
from secondsource.model import Skipped

__all__ = ["Draft", "RawInput", "Reader"]


@dataclass(frozen=True, slots=True)
class RawInput:
    """One input as bytes, before any reader has seen it.

    Attributes:
        name: How it is called in messages: base name, URL or ``-``, made safe to print.
        data: The raw bytes; ``sha256`` is their hash.
        suffix: Lower-case ending of the name with its dot, or empty.
        url: Address that it was fetched from, or null.
        media: Media of the declared content type of a URL, or null.
        charset: Declared by the server, or null.
        notes: What was done on the way here.
    """

    name: str
    data: bytes
    suffix: str = ""
    url: str | None = None
    media: str | None = None
    charset: str | None = None
    limits: Limits = field(default_factory=Limits)
    notes: tuple[str, ...] = ()
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its reader found it. Null means "this input does not say".

    Attributes:
        text: The body, as it came.
        date: Date of publication as the input writes it, or null; ``published_at`` is made from it.
        weak_date: A date of the input that need not be that of publication (a PDF's creation), or
            null; ``weak_date_note`` says what it is. A date that the text states is preferred.
        settled: Names of fields that the input answers even where it answers null: nothing is looked
            for in the text then.
        id: Id that a story file gives, or null. ``scope`` is the id of that story.
        record: 1-based number inside a file with several reports, or null.
    """

    text: str
    media: str
    headline: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    date: str | None = None
    weak_date: str | None = None
    weak_date_note: str = ""
    dateline: str | None = None
    byline: str | None = None
    credit: str | None = None
    version_of: str | None = None
    also_in: tuple[str, ...] = ()
    settled: frozenset[str] = frozenset()
    id: str | None = None
    scope: str | None = None
    record: int | None = None
    extractor: str | None = None
    notes: tuple[str, ...] = ()


class Reader(Protocol):
    """Makes drafts of reports from the bytes of one input. Fetches nothing, runs nothing.

    Registered under the entry-point group ``secondsource.readers``.

    Attributes:
        name: Name of the reader; also the ``media`` of its reports.
        suffixes: Lower-case endings, each with its dot, that it is tried for.
    """

    name: str
    suffixes: tuple[str, ...]

    def sniff(self, data: bytes) -> bool:
        """Whether the bytes are certainly of this format, whatever the name says."""
        ...

    def read(self, raw: RawInput) -> Iterable[Draft | Skipped]:
        """Return the reports of the input, and its records that gave none.

        Raises:
            InputError: The whole input cannot be read; the message is the reason.
        """
        ...
