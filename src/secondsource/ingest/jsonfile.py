"""JSON and JSON Lines: one record, a list, or a list under ``articles`` and its like."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from secondsource.errors import InputError, LimitError
from secondsource.ingest.base import Draft, RawInput
from secondsource.ingest.decode import read_text
from secondsource.ingest.fields import draft_of, has_text
from secondsource.ingest.story import is_story, read_story
from secondsource.model import Skipped

__all__ = ["JsonReader", "parse_json"]

_LISTS = (
    "articles",
    "reports",
    "results",
    "items",
    "documents",
    "docs",
    "stories",
    "entries",
    "records",
    "data",
    "response",
    "hits",
    "value",
)
_OPENINGS = (b"{", b"[")


def parse_json(text: str) -> Any:
    """Return the value of a JSON text.

    Raises:
        LimitError: Values are nested too deep to be read.
        InputError: It is no JSON; the message says where.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise LimitError("JSON nested too deep") from None
    except json.JSONDecodeError as error:
        raise InputError(f"no valid JSON: {error.msg} in line {error.lineno}, column {error.colno}") from None
    except ValueError as error:
        raise InputError(f"no valid JSON: {error}") from None


class JsonReader:
    """Reads records, and story files by their ``format``."""

    name = "json"
    suffixes: tuple[str, ...] = (".json", ".jsonl", ".ndjson", ".jsonlines")

    def sniff(self, data: bytes) -> bool:
        """Whether it is JSON whose records have a text. A note that begins with a brace is none."""
        if not data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_OPENINGS):
            return False
        try:
            values = _values(read_text(data)[0])
        except InputError:
            return False
        return any(
            is_story(value) or has_text(record)
            for value in values[:20]
            if not isinstance(value, Skipped)
            for record in _records(value)[:20]
            if isinstance(record, dict)
        )

    def read(self, raw: RawInput) -> Iterable[Draft | Skipped]:
        """Return the report of every record; one that has no text is skipped by its number."""
        text, notes = read_text(raw.data, declared=raw.charset)
        number = 0
        values = _values(text)
        single = len(values) == 1
        for value in values:
            if isinstance(value, Skipped):
                yield Skipped(f"{raw.name} {value.name}", value.reason)
                continue
            if is_story(value):
                yield from read_story(value, notes=notes)
                continue
            records = _records(value)
            alone = single and len(records) == 1 and records[0] is value
            for record in records:
                number += 1
                if number > raw.limits.max_records:
                    yield Skipped(
                        raw.name,
                        f"more than {raw.limits.max_records} records; the rest was left out",
                        "over_limit",
                    )
                    return
                yield _draft(record, raw, None if alone else number, notes)


def _draft(record: Any, raw: RawInput, number: int | None, notes: tuple[str, ...]) -> Draft | Skipped:
    name = raw.name if number is None else f"{raw.name}#{number}"
    draft = draft_of(record, media="json", number=number) if isinstance(record, dict) else None
    if draft is None:
        keys = (
            ", ".join(sorted(str(key) for key in record)[:8])
            if isinstance(record, dict)
            else type(record).__name__
        )
        return Skipped(name, f"no text in this record; it has {keys or 'nothing'}", "empty")
    return replace(draft, notes=(*notes, *draft.notes))


def _values(text: str) -> list[Any]:
    """Return the one value of a JSON text, or the values of its lines, bad lines as `Skipped`."""
    text = text.removeprefix("\ufeff")
    try:
        return [parse_json(text)]
    except LimitError:
        raise
    except InputError:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        # One of the first two lines must be a whole value, else it is broken JSON and no JSON Lines.
        if len(lines) < 2 or not any(_is_json(line) for _, line in lines[:2]):
            raise
    return [_value(number, line) for number, line in lines]


def _value(number: int, line: str) -> Any:
    try:
        return parse_json(line)
    except InputError as error:
        return Skipped(f"line {number}", str(error))


def _is_json(line: str) -> bool:
    try:
        return isinstance(parse_json(line), dict | list)
    except InputError:
        return False


def _records(value: Any, depth: int = 0) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not has_text(value) and depth < 3:
        for key in _LISTS:
            inner = value.get(key)
            if isinstance(inner, list):
                return inner
            if isinstance(inner, dict) and (found := _records(inner, depth + 1)) != [inner]:
                return found
    return [value]
