"""Names that inputs give to the fields of a report, and how a record with such names is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from secondsource.ingest.base import Draft
from secondsource.ingest.decode import unify_newlines
from secondsource.ingest.markup import has_markup, without_markup

__all__ = ["ALIASES", "canonical", "draft_of", "has_text", "plain"]

# In order of preference: where a record has several aliases of one field, the first with a value counts.
ALIASES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "articlebody", "articletext", "bodytext", "maintext", "story", "contenttext"),
    "headline": ("headline", "title", "heading", "name"),
    "url": ("url", "link", "canonicalurl", "weburl", "uri", "permalink", "href", "externalurl"),
    "date": ("publishedat", "datepublished", "published", "publicationdate", "publisheddate", "publishdate", "pubdate", "webpublicationdate", "date", "datetime", "time", "timestamp", "created", "createdat"),
    "outlet": ("outlet", "source", "sourcename", "site", "sitename", "newspaper", "publication", "medium", "domain"),
    "publisher": ("publisher", "owner", "group", "publishergroup"),
    "byline": ("byline", "author", "authors", "creator", "dccreator", "writer", "by"),
    "language": ("language", "lang", "inlanguage", "locale"),
    "credit": ("credit", "agency", "wire", "newswire"),
    "dateline": ("dateline",),
    "file": ("file", "filename", "path", "input"),
}  # fmt: skip
_FIELD = {alias: field for field, aliases in ALIASES.items() for alias in aliases}


def canonical(key: str) -> str | None:
    """Return the field that a column or key means, or null: case, ``_``, ``-``, ``:`` and spaces are ignored."""
    return _FIELD.get("".join(char for char in key.lower().lstrip("\ufeff") if char.isalnum()))


def plain(value: Any, *, depth: int = 0) -> str | None:
    """Return a value as text: numbers, lists of names and ``{"name": …}`` too; null where there is none."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool) or value is None or depth > 3:
        return None
    if isinstance(value, int | float):
        return repr(int(value)) if value == value and abs(value) < 1e15 else None
    if isinstance(value, Mapping):
        return next(
            (
                found
                for key in ("name", "title", "@value", "#text", "rendered", "text")
                if (found := plain(value.get(key), depth=depth + 1))
            ),
            None,
        )
    if isinstance(value, list):
        parts = [part for each in value[:50] if (part := plain(each, depth=depth + 1))]
        return ", ".join(parts) or None
    return None


def _collect(record: Mapping[str, Any]) -> dict[str, str]:
    ranked: dict[str, tuple[int, str]] = {}
    for key, value in record.items():
        field = canonical(str(key))
        if field is None:
            continue
        found = _text(value) if field == "text" else plain(value)
        if found is None:
            continue
        alias = "".join(char for char in str(key).lower().lstrip("\ufeff") if char.isalnum())
        rank = ALIASES[field].index(alias)
        if field not in ranked or rank < ranked[field][0]:
            ranked[field] = (rank, found)
    return {field: value for field, (_, value) in ranked.items()}


def _text(value: Any) -> str | None:
    """A body given as a list of paragraphs is joined by blank lines."""
    if isinstance(value, list):
        return "\n\n".join(part for each in value if (part := plain(each))) or None
    return plain(value)


def has_text(record: Mapping[str, Any]) -> bool:
    """Whether a record has a field that holds the text of a report."""
    return "text" in _collect(record)


def draft_of(record: Mapping[str, Any], *, media: str, number: int | None) -> Draft | None:
    """Return the report that a record describes, or null where it has no text."""
    found = _collect(record)
    if "text" not in found:
        return None
    text, notes = unify_newlines(found["text"])
    marked = has_markup(text)
    if marked:
        whole, text = text, without_markup(text)
        done = "its markup was taken out" if text != whole else "it is nested too deep and was left as it is"
        notes = (*notes, f"the text was HTML; {done}")
    one_line = {field: " ".join(value.split()) for field, value in found.items() if field != "text"}
    if marked and "headline" in one_line:
        one_line["headline"] = without_markup(one_line["headline"])
    outlet, publisher = one_line.get("outlet"), one_line.get("publisher")
    return Draft(
        text=text,
        media=media,
        notes=notes,
        headline=one_line.get("headline"),
        # A record that names only a publisher means who published it.
        outlet=outlet or publisher,
        publisher=publisher if outlet else None,
        url=one_line.get("url"),
        language=one_line.get("language"),
        date=one_line.get("date"),
        byline=one_line.get("byline"),
        credit=one_line.get("credit"),
        dateline=one_line.get("dateline"),
        record=number,
    )
