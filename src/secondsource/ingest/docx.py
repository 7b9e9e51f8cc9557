"""DOCX by python-docx: paragraphs and table cells in the order of the document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

from secondsource.errors import InputError, LimitError
from secondsource.ingest.base import Draft, RawInput
from secondsource.model import Skipped

__all__ = ["DocxReader"]

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What a DOCX of words and pictures never reaches, and a bomb does.
_RATIO = 1000
_PARTS = 5000


class DocxReader:
    """Reads Word documents; macros are never run and linked parts never fetched.

    The day on which a document was made is not taken for a date of publication: templates pass
    theirs on.
    """

    name = "docx"
    suffixes: tuple[str, ...] = (".docx",)

    def sniff(self, data: bytes) -> bool:
        """Whether it is a ZIP with a Word document in it, or an encrypted one."""
        if data.startswith(_COMPOUND):
            return _ENCRYPTED in data
        return data.startswith(b"PK\x03\x04") and b"word/document" in data

    def read(self, raw: RawInput) -> Iterable[Draft | Skipped]:
        """Return the one report that a document is."""
        if raw.data.startswith(_COMPOUND):
            raise InputError(
                "password-protected" if _ENCRYPTED in raw.data else "an old Office document; save it as DOCX"
            )
        _check_sizes(raw)
        from docx import Document

        try:
            document = Document(io.BytesIO(raw.data))
            blocks = list(_blocks(document))
        except RecursionError:
            raise LimitError("a document nested too deep") from None
        except Exception as error:
            # python-docx lets KeyError, ValueError, lxml's and zlib's errors of damaged parts through.
            raise InputError(f"a DOCX that is damaged ({type(error).__name__})") from error
        headline = None
        if blocks and blocks[0][0] and len(blocks) > 1:
            headline = " ".join(blocks[0][1].split())
            blocks = blocks[1:]
        text = "\n".join(text for _, text in blocks)
        return [
            Draft(
                text=text, media="docx", headline=headline, extractor=f"python-docx {version('python-docx')}"
            )
        ]


def _check_sizes(raw: RawInput) -> None:
    """Refuse bombs by what the ZIP's directory says, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(f"a DOCX that is damaged ({error})") from None
    total = sum(part.file_size for part in parts)
    if len(parts) > _PARTS or total > raw.limits.max_expanded or total > max(1, len(raw.data)) * _RATIO:
        raise LimitError("unpacks to far more than a document holds")
    if any(part.flag_bits & 0x1 for part in parts):
        raise InputError("password-protected")


def _blocks(document: Any) -> Iterator[tuple[bool, str]]:
    """Yield the paragraphs that are not empty; each with whether it is styled as a title."""
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                if line := "\t".join(
                    dict.fromkeys(cell.text.replace("\n", " ") for cell in row.cells)
                ).strip():
                    yield False, line
        elif block.text.strip():
            style = block.style.name.lower() if block.style is not None and block.style.name else ""
            yield style in {"title", "heading 1"}, block.text
