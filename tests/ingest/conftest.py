"""Builders of documents, byte by byte where no library writes them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from secondsource.ingest import Ingested, IngestOptions, ingest


def _pdf(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, trailer, table)
    )
    return out.getvalue()


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Return a builder of a PDF with the given lines on each page."""

    def build(*pages: Sequence[str], title: str = "", created: str = "", encrypted: bool = False) -> bytes:
        count = len(pages)
        kids = b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(count))
        info = f"/Title ({title}) " if title else ""
        info += f"/CreationDate (D:{created})" if created else ""
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            f"<< {info} >>".encode(),
        ]
        for i, lines in enumerate(pages):
            shown = "".join(f"({line}) Tj T*\n" for line in lines)
            stream = f"BT /F1 11 Tf 14 TL 60 760 Td\n{shown}ET".encode("cp1252")
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
                b"/Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * i)
            )
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        trailer = b"/Info 4 0 R"
        if encrypted:
            secret = b"<" + b"5a" * 32 + b">"
            objects.append(b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>" % (secret, secret))
            trailer += (
                b" /Encrypt %d 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
                % len(objects)
            )
        return _pdf(objects, trailer)

    return build


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    """Return a builder of a DOCX with a title, paragraphs and a table."""

    def build(*paragraphs: str, title: str | None = None, table: Sequence[Sequence[str]] = ()) -> bytes:
        from docx import Document

        document = Document()
        if title is not None:
            document.add_heading(title, level=0)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        if table:
            made = document.add_table(rows=len(table), cols=len(table[0]))
            for row, cells in zip(made.rows, table, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return build


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Ingested]:
    """Return a function that writes files (name → text or bytes) into a folder and ingests it."""

    def run(files: dict[str, str | bytes], **options: object) -> Ingested:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return ingest([tmp_path], options=IngestOptions(**options))  # type: ignore[arg-type]

    return run
