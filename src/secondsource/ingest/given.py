"""What the user says about inputs: ``--date``, ``--outlet`` and a sidecar CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from secondsource.errors import InputError, OptionError
from secondsource.ingest.assemble import Given
from secondsource.ingest.dates import parse_date
from secondsource.ingest.decode import decode, unify_newlines
from secondsource.ingest.fields import canonical
from secondsource.ingest.inputs import read_file
from secondsource.ingest.options import IngestOptions

__all__ = ["EVERY", "SIDECAR", "GivenTable", "sidecars_of"]

EVERY = "*"
SIDECAR = "meta.csv"
_FIELDS = tuple(each.name for each in fields(Given))


class GivenTable:
    """Looks up what the user gave for an input by any of the names that it goes by.

    Raises:
        OptionError: A date is none, or the sidecar cannot be read; said before any input is.
    """

    def __init__(self, options: IngestOptions, sidecars: Sequence[Path] = ()) -> None:
        for name, written in options.dates.items():
            day, doubt = parse_date(written)
            if day is None:
                raise OptionError(f"for {name}: {doubt}; write it as 2031-03-04 or 2031-03-04T09:10+00:00")
        self._dates = dict(options.dates)
        self._outlets = dict(options.outlets)
        self._rows: dict[str, dict[str, str]] = {}
        for path in sidecars:
            self._rows |= _sidecar(path, options)
        self._used: set[str] = {EVERY}

    def of(self, aliases: Iterable[str]) -> Given:
        """Return what was given for the input that goes by ``aliases``, the most exact name first."""
        names = (*dict.fromkeys(aliases), EVERY)
        self._used.update(names)
        row = next((self._rows[name] for name in names if name in self._rows), {})
        values: dict[str, str | None] = {field: row.get(field) for field in _FIELDS}
        values["date"] = _first(self._dates, names) or values["date"]
        values["outlet"] = _first(self._outlets, names) or values["outlet"]
        return Given(**values)

    def check_used(self) -> None:
        """Raise ``OptionError`` where ``--date`` or ``--outlet`` named an input that there is none of."""
        for option, table in (("date", self._dates), ("outlet", self._outlets)):
            for name in table:
                if name not in self._used:
                    raise OptionError(f"--{option} names {name!r}, but no input is called that")


def sidecars_of(inputs: Iterable[str | Path], options: IngestOptions) -> tuple[Path, ...]:
    """Return the tables that say when and by whom inputs were published.

    The one that the user names; else the ``meta.csv`` of each folder among the inputs, where it has a
    column ``file`` and none for the text, so that it can be nothing else.
    """
    if options.meta is not None:
        return (Path(options.meta),)
    found = []
    for each in inputs:
        path = Path(each) / SIDECAR
        try:
            if Path(each).is_dir() and path.is_file() and _is_sidecar(path, options):
                found.append(path)
        except (OSError, ValueError):
            continue
    return tuple(found)


def _is_sidecar(path: Path, options: IngestOptions) -> bool:
    try:
        head = decode(read_file(path, options.limits.max_bytes))[0].partition("\n")[0]
    except InputError:
        return False
    columns = {
        _column(cell) for cell in next(csv.reader([head], delimiter="\t" if "\t" in head else ","), [])
    }
    return "file" in columns and "text" not in columns


def _first(table: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((table[name] for name in names if name in table), None)


def _sidecar(path: Path, options: IngestOptions) -> dict[str, dict[str, str]]:
    try:
        data = read_file(path, options.limits.max_bytes)
    except InputError as error:
        raise OptionError(f"the table {path.name} cannot be read: {error}") from None
    text = unify_newlines(decode(data)[0])[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter="\t" if "\t" in text.partition("\n")[0] else ","
    )
    try:
        rows = list(reader)
    except csv.Error as error:
        raise OptionError(f"the table {path.name} is no CSV: {error}") from None
    columns = [_column(cell) for cell in rows[0]] if rows else []
    if "file" not in columns:
        raise OptionError(f"the table {path.name} has no column called file")
    table: dict[str, dict[str, str]] = {}
    for number, cells in enumerate(rows[1:], start=2):
        row = {
            column: cell.strip()
            for column, cell in zip(columns, cells, strict=False)
            if column and cell.strip()
        }
        if "date" in row and (problem := parse_date(row["date"]))[0] is None:
            raise OptionError(f"the table {path.name}, row {number}: {problem[1]}")
        if name := row.pop("file", None):
            table[name] = row
    return table


def _column(cell: str) -> str | None:
    field = canonical(cell)
    # In a table about files "name" means the file, not the headline.
    return "file" if cell.strip().lower() == "name" else field
