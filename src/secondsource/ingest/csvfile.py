"""CSV and TSV with a header: one report a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from secondsource.errors import InputError
from secondsource.ingest.base import Draft, RawInput
from secondsource.ingest.decode import read_text
from secondsource.ingest.fields import canonical, draft_of
from secondsource.model import Skipped

__all__ = ["CsvReader", "delimiter_of"]

_DELIMITERS = ",;\t|"


def delimiter_of(header: str) -> str:
    """Return what separates the columns: of comma, semicolon, tab and bar the most frequent in the header."""
    return max(_DELIMITERS, key=lambda mark: (header.count(mark), -_DELIMITERS.index(mark)))


class CsvReader:
    """Reads tables whose header has a column for the text. Formula cells stay the text they are."""

    name = "csv"
    suffixes: tuple[str, ...] = (".csv", ".tsv", ".tab")

    def sniff(self, data: bytes) -> bool:
        """A table has no sure sign: text with commas looks like one."""
        return False

    def read(self, raw: RawInput) -> Iterable[Draft | Skipped]:
        """Return the report of every row; a row without text is skipped by its number."""
        text, notes = read_text(raw.data, declared=raw.charset)
        header, _, _ = text.lstrip("\r\n").partition("\n")
        # csv's own limit (128 kB) is for the whole process and too small for an article with tables;
        # what bounds a field here is the limit on the file.
        csv.field_size_limit(max(csv.field_size_limit(), raw.limits.max_bytes))
        rows = csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=delimiter_of(header))
        columns = _header(rows)
        return _rows(rows, columns, raw, notes)


def _header(rows: Iterator[list[str]]) -> list[str]:
    try:
        columns = next(rows, [])
    except csv.Error as error:
        raise InputError(f"no valid CSV: {error}") from None
    if not any(canonical(column) == "text" for column in columns):
        raise InputError("no column for the text; name it text, body, content or article")
    return columns


def _rows(
    rows: Iterator[list[str]], columns: list[str], raw: RawInput, notes: tuple[str, ...]
) -> Iterator[Draft | Skipped]:
    number = 0
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Skipped(raw.name, f"after row {number}: no valid CSV: {error}")
            return
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if number > raw.limits.max_records:
            yield Skipped(
                raw.name, f"more than {raw.limits.max_records} rows; the rest was left out", "over_limit"
            )
            return
        yield _report(dict(zip(columns, cells, strict=False)), number, raw, notes)


def _report(row: dict[str, str], number: int, raw: RawInput, notes: tuple[str, ...]) -> Draft | Skipped:
    draft = draft_of(row, media="csv", number=number)
    if draft is None:
        return Skipped(f"{raw.name}#{number}", "no text in this row", "empty")
    return replace(draft, notes=(*notes, *draft.notes))
