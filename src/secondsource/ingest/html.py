"""Web pages: the article's text by trafilatura, its data from the page's own markup. Nothing is fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from secondsource.errors import InputError, LimitError
from secondsource.ingest.base import Draft, RawInput
from secondsource.ingest.decode import read_text
from secondsource.ingest.htmlmeta import page_meta
from secondsource.ingest.markup import is_too_deep
from secondsource.model import Skipped

__all__ = ["HtmlReader"]

_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{2,40})""", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
# trafilatura holds a page several times in memory; no article comes near.
_MAX_HTML = 20_000_000
# A tenth of it is a very long live page; 100 microseconds a tag are spent at worst.
_MAX_TAGS = 200_000
# Dates are not compared with today: the same page gives the same date for ever.
_DATES = {"max_date": "2200-01-01", "original_date": True, "extensive_search": False}


class HtmlReader:
    """Reads saved and fetched pages."""

    name = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")

    def sniff(self, data: bytes) -> bool:
        """Whether the bytes begin as a page does."""
        return _START.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) is not None

    def read(self, raw: RawInput) -> Iterable[Draft | Skipped]:
        """Return the page's article; the clean text is the report's, the hash that of the raw bytes."""
        if len(raw.data) > _MAX_HTML:
            raise LimitError(f"a page of more than {_MAX_HTML:,} bytes")
        declared = _DECLARED.search(raw.data[:4096])
        html, notes = read_text(
            raw.data, declared=raw.charset or (declared[1].decode("ascii") if declared else None)
        )
        if html.count("<") > _MAX_TAGS:
            raise LimitError(f"a page of more than {_MAX_TAGS:,} tags")
        return [_article(html[match.end() :] if (match := _XML.match(html)) else html, raw, notes)]


def _article(html: str, raw: RawInput, notes: tuple[str, ...]) -> Draft:
    from trafilatura import bare_extraction, load_html

    # NUL ends a text for the parser, and what follows would be lost silently.
    if "\x00" in html:
        html, notes = html.replace("\x00", ""), (*notes, "NUL characters of the page were dropped")
    tree = load_html(html)
    if tree is None:
        raise InputError("no web page that can be parsed")
    if is_too_deep(tree):
        raise LimitError("a page nested too deep")
    try:
        meta = page_meta(tree)
        found = bare_extraction(
            tree, url=raw.url, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        )
    except RecursionError:
        raise LimitError("a page nested too deep") from None
    text = str(getattr(found, "text", None) or "")
    if not text.strip():
        raise InputError("no article text found in the page")
    title = meta.headline or _line(getattr(found, "title", None))
    weak = _line(getattr(found, "date", None))
    outlet = meta.outlet or _named_site(_line(getattr(found, "sitename", None)))
    return Draft(
        text=_without_title(text, title),
        media="html",
        headline=title,
        outlet=outlet,
        publisher=meta.publisher,
        url=raw.url or meta.url,
        # What a template declares is often wrong; it counts where the text is too short to tell.
        language=meta.language if len(text) < 200 else None,
        date=meta.date,
        weak_date=weak,
        weak_date_note="the date was inferred from the page",
        byline=_byline(meta.author or _line(getattr(found, "author", None))),
        extractor=f"trafilatura {version('trafilatura')}",
        notes=notes
        if meta.outlet or not outlet
        else (*notes, "the outlet was inferred from the page's title"),
    )


def _without_title(text: str, title: str | None) -> str:
    first, gap, rest = text.partition("\n")
    return rest.lstrip("\n") if gap and rest.strip() and title and " ".join(first.split()) == title else text


def _named_site(name: str | None) -> str | None:
    """Return a site's name where it is one: trafilatura gives the host where it finds none."""
    return None if name is None or re.fullmatch(r"[\w-]+(\.[\w-]+)+", name) else name


def _line(value: Any) -> str | None:
    joined = " ".join(str(value or "").split())
    return joined[:300] or None


def _byline(author: str | None) -> str | None:
    """Return the author's name; an address of a profile is none."""
    if author is None or author.startswith(("http://", "https://", "@")):
        return None
    return re.sub(r"^[Bb][Yy]\s+", "", author).replace("; ", ", ")
