"""From what a reader found, what the user gave and what the text says to a `Report`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from secondsource.errors import InputError, LimitError, OptionError
from secondsource.ingest.agencies import agency_of_byline
from secondsource.ingest.base import Draft, RawInput
from secondsource.ingest.dates import parse_date
from secondsource.ingest.display import mend_surrogates
from secondsource.ingest.furniture import Furniture, find_furniture
from secondsource.ingest.hosts import date_of_name, date_of_url, outlet_of_url
from secondsource.ingest.language import identify
from secondsource.model import DateSource, Provenance, Report, content_id

__all__ = ["Given", "assemble"]


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of one input; stands above everything that the input says."""

    date: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    byline: str | None = None
    credit: str | None = None
    url: str | None = None
    language: str | None = None
    headline: str | None = None


def assemble(draft: Draft, raw: RawInput, given: Given, *, name: str) -> Report:
    """Return the report.

    Raises:
        InputError: The draft has no text.
        LimitError: Its text is longer than the limit.
        OptionError: The user gave a date that is none.
    """
    if not any(char.isalnum() for char in draft.text):
        raise InputError("no text in it")
    if len(draft.text) > raw.limits.max_chars:
        raise LimitError(f"a text of more than {raw.limits.max_chars:,} characters")
    draft = _with_given(_mended(draft), given)
    seen = find_furniture(draft.text, headline=draft.headline)
    draft = _with_seen(draft, seen, raw)
    published_at, source, notes = _date(draft, seen, raw, given)
    full = draft.text if draft.headline is None else f"{draft.headline}\n\n{draft.text}"
    language, doubt = _language(draft, full)
    return Report(
        id=draft.id or content_id("r", draft.outlet, published_at, full),
        text=draft.text,
        headline=draft.headline,
        outlet=draft.outlet,
        publisher=draft.publisher,
        url=draft.url,
        language=language,
        published_at=published_at,
        date_source=source,
        dateline=draft.dateline,
        byline=draft.byline,
        credit=draft.credit,
        version_of=draft.version_of,
        also_in=draft.also_in,
        provenance=Provenance(
            name=name,
            sha256=raw.sha256,
            media=draft.media,
            extractor=draft.extractor,
            notes=(*raw.notes, *draft.notes, *notes, *doubt),
        ),
    )


def _mended(draft: Draft) -> Draft:
    """Return the draft without halves of surrogate pairs, and with names on one line."""
    text, lost = mend_surrogates(draft.text)
    headline, more = mend_surrogates(draft.headline) if draft.headline is not None else (None, 0)
    fields: dict[str, Any] = {
        field: mend_surrogates(value)[0]
        for field in ("outlet", "publisher", "url", "byline", "credit", "dateline", "date", "language")
        if (value := getattr(draft, field)) is not None
    }
    if lost + more:
        fields_note = f"{lost + more} halves of characters (lone surrogates) were replaced by U+FFFD"
        draft = replace(draft, notes=(*draft.notes, fields_note))
    return replace(draft, text=text, headline=headline if headline and headline.strip() else None, **fields)


def _with_given(draft: Draft, given: Given) -> Draft:
    changes: dict[str, Any] = {}
    notes: list[str] = []
    for field in ("outlet", "publisher", "byline", "credit", "url", "language"):
        value = getattr(given, field)
        if value is not None:
            changes[field] = value
            notes.append(f"{'author' if field == 'byline' else field} given by the user")
    if given.headline is not None and draft.headline is None:
        if draft.text.lstrip().startswith(given.headline):
            notes.append("the headline that the user gives stands in the text already")
        else:
            changes["headline"] = given.headline
            notes.append("headline given by the user; it stands before the text")
    return replace(draft, notes=(*draft.notes, *notes), settled=draft.settled | changes.keys(), **changes)


def _with_seen(draft: Draft, seen: Furniture, raw: RawInput) -> Draft:
    """Fill what is unknown and not settled from the text's own furniture, then from the address."""
    changes: dict[str, Any] = {}
    notes: list[str] = []
    for field in ("outlet", "byline", "dateline", "credit"):
        value = getattr(seen, field)
        if value is not None and getattr(draft, field) is None and field not in draft.settled:
            changes[field] = value
    if "outlet" in changes:
        notes.append("the outlet is named in the text")
    byline = draft.byline or changes.get("byline")
    if byline and draft.credit is None and "credit" not in changes and "credit" not in draft.settled:
        changes |= {"credit": agency} if (agency := agency_of_byline(byline)) else {}
    if (
        byline
        and draft.outlet
        and byline.casefold() == draft.outlet.casefold()
        and "byline" not in draft.settled
    ):
        # Content systems fill in the outlet where nobody signs.
        changes["byline"] = None
    url = draft.url or raw.url
    if url is not None and draft.url is None and "url" not in draft.settled:
        changes["url"] = url
    if draft.outlet is None and "outlet" not in changes and "outlet" not in draft.settled and url:
        host = outlet_of_url(url)
        if host is not None:
            changes["outlet"] = host
            notes.append("nothing names the outlet: its web address stands for it")
    return replace(draft, notes=(*draft.notes, *notes), **changes)


def _date(
    draft: Draft, seen: Furniture, raw: RawInput, given: Given
) -> tuple[str | None, DateSource, tuple[str, ...]]:
    """Return the date of publication, where it comes from, and what to say of it."""
    if given.date is not None:
        day, doubt = parse_date(given.date)
        if day is None:
            raise OptionError(f"{doubt}; write it as 2031-03-04 or 2031-03-04T09:10+00:00")
        return day, "given", (doubt,) if doubt else ()
    notes: list[str] = []
    if draft.date is not None:
        day, doubt = parse_date(draft.date)
        notes += [doubt] if doubt else []
        if day is not None:
            return day, "input", tuple(notes)
    if "date" in draft.settled:
        return None, "unknown", tuple(notes)
    guesses = (
        (seen.date, "the date was inferred from the text"),
        (draft.weak_date, draft.weak_date_note),
        (date_of_url(draft.url or raw.url), "the date was inferred from the web address"),
        (date_of_name(raw.name), "the date was inferred from the file's name"),
    )
    for written, note in guesses:
        if written is not None:
            day, doubt = parse_date(written)
            if day is not None:
                return day, "inferred", (*notes, note, *((doubt,) if doubt else ()))
    return None, "unknown", tuple(notes)


def _language(draft: Draft, full: str) -> tuple[str | None, tuple[str, ...]]:
    if draft.language is not None:
        code = draft.language.strip().replace("_", "-").split("-")[0].lower()
        if len(code) == 2 and code.isascii() and code.isalpha():
            return code, ()
    if "language" in draft.settled and draft.language is None:
        return None, ()
    return identify(full)
