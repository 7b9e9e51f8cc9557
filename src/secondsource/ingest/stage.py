"""The stage itself: every input read, every failure named, the reports in order."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from secondsource.errors import InputError, LimitError, MissingExtraError, RefusedError, StoryError
from secondsource.ingest.assemble import assemble
from secondsource.ingest.base import Draft, RawInput
from secondsource.ingest.given import GivenTable, sidecars_of
from secondsource.ingest.inputs import Found, find_inputs, read_file
from secondsource.ingest.merge import Entry, merge
from secondsource.ingest.options import Fetcher, Ingested, IngestOptions
from secondsource.ingest.readers import choose_reader, media_of
from secondsource.model import Skipped, sha256_of

__all__ = ["ingest"]


def ingest(inputs: Sequence[str | Path] | str | Path, *, options: IngestOptions | None = None) -> Ingested:
    """Read every input and return its reports.

    What cannot be read is named in ``skipped`` with the reason, and the others are done. The order of
    ``inputs`` changes nothing.

    Args:
        inputs: Files, folders (read recursively, hidden files left out; a ``meta.csv`` in one is the
            table for its files), ``-`` for standard input, or http(s) addresses.
        options: See `IngestOptions`.

    Returns:
        Nothing at all for no inputs.

    Raises:
        OptionError: An option makes no sense, such as a date for an input that is not there.
    """
    chosen = options or IngestOptions()
    listed = [inputs] if isinstance(inputs, str | Path) else inputs
    sidecars = sidecars_of(listed, chosen)
    run = _Run(chosen, sidecars)
    tables = {path.resolve() for path in sidecars}
    for found in find_inputs(listed, chosen.limits):
        if isinstance(found, Found) and found.path is not None and found.path.resolve() in tables:
            continue
        if isinstance(found, Skipped):
            run.skipped.append(found)
        else:
            run.read(found)
    run.given.check_used()
    reports, duplicates = merge(run.entries)
    skipped = sorted({*run.skipped, *duplicates}, key=lambda each: (each.name, each.reason))
    return Ingested(reports, tuple(skipped), tuple(sorted(set(run.inputs))))


# A table of the wrong kind has thousands of bad records; the first few say what is wrong with it.
_NAMED_RECORDS = 20


class _Run:
    """What one call has read so far."""

    def __init__(self, options: IngestOptions, sidecars: Sequence[Path]) -> None:
        self.options = options
        self.given = GivenTable(options, sidecars)
        self.entries: list[Entry] = []
        self.skipped: list[Skipped] = []
        self.inputs: list[tuple[str, str]] = []
        self._fetcher: Fetcher | None = options.fetcher

    def read(self, found: Found) -> None:
        """Read one input; on failure only what names the reason is kept of it."""
        self.given.of(found.aliases)
        try:
            raw = self._raw(found)
            self.inputs.append((raw.name, raw.sha256))
            before = len(self.skipped)
            for draft in choose_reader(raw).read(raw):
                self._add(draft, raw, found)
            self._shorten(before, found)
        except (InputError, StoryError, MissingExtraError) as error:
            self.skipped.append(Skipped(found.name, str(error), _status(error)))

    def _add(self, draft: Draft | Skipped, raw: RawInput, found: Found) -> None:
        if isinstance(draft, Skipped):
            self.skipped.append(draft)
            return
        name = found.name if draft.record is None else f"{found.name}#{draft.record}"
        aliases = found.aliases if draft.record is None else (f"{found.name}#{draft.record}", *found.aliases)
        try:
            report = assemble(draft, raw, self.given.of(aliases), name=name)
        except InputError as error:
            self.skipped.append(Skipped(name, str(error), _status(error)))
        else:
            self.entries.append(Entry(report, draft.scope))

    def _shorten(self, before: int, found: Found) -> None:
        """Name the first bad records of an input and count the rest."""
        more = len(self.skipped) - before - _NAMED_RECORDS
        if more > 1:
            del self.skipped[before + _NAMED_RECORDS :]
            self.skipped.append(Skipped(found.name, f"{more:,} more records gave no report"))

    def _raw(self, found: Found) -> RawInput:
        limits = self.options.limits
        if found.url is not None:
            return self._fetched(found, found.url)
        if found.path is not None:
            data = read_file(found.path, limits.max_bytes)
        else:
            data = (
                self.options.stdin
                if self.options.stdin is not None
                else sys.stdin.buffer.read(limits.max_bytes + 1)
            )
            if len(data) > limits.max_bytes:
                raise LimitError(f"larger than {limits.max_bytes:,} bytes")
        return RawInput(found.name, data, suffix=found.suffix, limits=limits, sha256=sha256_of(data))

    def _fetched(self, found: Found, url: str) -> RawInput:
        if self._fetcher is None:
            from secondsource.ingest.url import PageFetcher

            self._fetcher = PageFetcher(self.options.limits)
        page = self._fetcher.fetch(url)
        return RawInput(
            found.name,
            page.data,
            suffix=found.suffix,
            url=page.url,
            media=media_of(page.content_type),
            charset=page.charset,
            limits=self.options.limits,
            notes=page.notes,
            sha256=sha256_of(page.data),
        )


def _status(error: Exception) -> Literal["unreadable", "empty", "over_limit", "refused"]:
    if isinstance(error, LimitError):
        return "over_limit"
    if isinstance(error, RefusedError):
        return "refused"
    return "empty" if str(error) in {"empty", "no text in it"} else "unreadable"
