"""What the user may set for reading, and what reading gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from secondsource.model import Report, Skipped

__all__ = ["Fetched", "Fetcher", "IngestOptions", "Ingested", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Where reading stops; past a limit the input is named and skipped, and the others are done.

    Attributes:
        max_bytes: Of one input.
        max_expanded: Bytes that a compressed document (DOCX) may unpack to.
        max_chars: Code points of one report.
        max_files: Files of one run.
        max_depth: Folders inside folders; also values inside values in JSON.
        max_records: Reports in one file (JSON, CSV).
        max_pages: Pages of a PDF.
        timeout: Seconds for one URL, from the first look-up to the last byte, redirects included.
    """

    max_bytes: int = 50_000_000
    max_expanded: int = 200_000_000
    max_chars: int = 5_000_000
    max_files: int = 10_000
    max_depth: int = 64
    max_records: int = 50_000
    max_pages: int = 2_000
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a URL gave: the address after redirects, the bytes, and the declared type and charset."""

    url: str
    data: bytes
    content_type: str | None = None
    charset: str | None = None
    notes: tuple[str, ...] = ()


class Fetcher(Protocol):
    """Fetches one page that the user named."""

    def fetch(self, url: str) -> Fetched:
        """Return the page; raises ``RefusedError``, ``LimitError`` or ``InputError``."""
        ...


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How inputs are read.

    Attributes:
        dates: Name of an input (base name, path as given, URL, or ``file#record``) → date of publication.
        outlets: The same for outlets.
        meta: A sidecar CSV with the columns file, outlet, publisher, date, author, credit, url,
            language, headline (or their aliases); one row a file.
        limits: Where reading stops.
        stdin: Bytes of standard input; read from it when null and ``-`` is asked for.
        fetcher: Fetches URLs; the checked one of ``ingest.url`` when null.
    """

    dates: Mapping[str, str] = field(default_factory=dict)
    outlets: Mapping[str, str] = field(default_factory=dict)
    meta: str | Path | None = None
    limits: Limits = field(default_factory=Limits)
    stdin: bytes | None = None
    fetcher: Fetcher | None = None


@dataclass(frozen=True, slots=True)
class Ingested:
    """What was read.

    Attributes:
        reports: In order of publication where known, then by id.
        skipped: Every input or record that gave no report, with the reason.
        inputs: Base name and SHA-256 of the raw bytes of every input that was read, sorted.
    """

    reports: tuple[Report, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
