"""PDF by pypdfium2: the text of the pages, de-wrapped (see ``dewrap``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from secondsource.errors import InputError, LimitError
from secondsource.ingest.base import Draft, RawInput
from secondsource.ingest.dewrap import dewrap
from secondsource.model import Skipped

__all__ = ["PdfReader"]

_CREATED = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


class PdfReader:
    """Reads the text layer; a scan without one is named and skipped."""

    name = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)

    def sniff(self, data: bytes) -> bool:
        """Whether the header stands in the first kilobyte, where viewers look for it."""
        return data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"%PDF-")

    def read(self, raw: RawInput) -> Iterable[Draft | Skipped]:
        """Return the one report that a PDF is."""
        import pypdfium2

        try:
            document = pypdfium2.PdfDocument(raw.data)
        except pypdfium2.PdfiumError as error:
            reason = "password-protected" if "password" in str(error).lower() else "a PDF that is damaged"
            raise InputError(reason) from None
        try:
            return [_report(document, raw, f"pypdfium2 {pypdfium2.PYPDFIUM_INFO}")]
        except pypdfium2.PdfiumError as error:
            raise InputError(f"a PDF that is damaged ({error})") from None
        finally:
            document.close()


def _report(document: Any, raw: RawInput, extractor: str) -> Draft:
    if len(document) > raw.limits.max_pages:
        raise LimitError(f"a PDF of more than {raw.limits.max_pages:,} pages")
    pages: list[str] = []
    total = 0
    for number in range(len(document)):
        pages.append(_page(document, number))
        total += len(pages[-1])
        if total > raw.limits.max_chars:
            raise LimitError(f"a text of more than {raw.limits.max_chars:,} characters")
    text = dewrap(pages)
    if not text.strip():
        raise InputError("a PDF without a text layer (a scan?)")
    data = document.get_metadata_dict(skip_empty=True)
    title = " ".join(data.get("Title", "").split())
    created = _CREATED.match(data.get("CreationDate", ""))
    return Draft(
        text=_without_title(text, title),
        media="pdf",
        headline=title if _is_title(title, text) else None,
        weak_date="-".join(created.groups()) if created else None,
        weak_date_note="the date was inferred from the day the PDF was made",
        extractor=extractor,
        notes=("line ends and hyphenation of the PDF were undone",),
    )


def _page(document: Any, number: int) -> str:
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            # PDFium writes a hyphen at the end of a line as one of these and leaves the line end out.
            return re.sub(r"[\ufffe\x02](?:\r?\n)?", "-\n", str(textpage.get_text_bounded()))
        finally:
            textpage.close()
    finally:
        page.close()


def _is_title(title: str, text: str) -> bool:
    """Whether a title is the article's: it stands in the text; else it is a file's name or a template's."""
    return bool(title) and " ".join(text[:2000].split()).casefold().find(title.casefold()) >= 0


def _without_title(text: str, title: str) -> str:
    if title and text.casefold().startswith(title.casefold()) and text[len(title) :].strip():
        return text[len(title) :].lstrip()
    return text
