"""Web pages, PDF and DOCX."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from secondsource.ingest import Ingested, IngestOptions, Limits, ingest
from secondsource.ingest.dewrap import dewrap

Read = Callable[..., Ingested]
BODY = (
    "<p>A ferry ran aground off Aldermere on Tuesday with 214 people on board, the coastguard said.</p>"
    "<blockquote><p>“Nobody is hurt,” said the captain of the ferry on the quay of the harbour.</p></blockquote>"
    "<p>The ferry company did not answer questions about the age of the ship and its last inspection.</p>"
)
LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ferry runs aground",'
    '"datePublished": "2031-03-04T09:10:00+01:00", "author": {"name": "Jane Holt"},'
    '"publisher": {"name": "Aldermere Media Group"}}]}</script>'
)


def _page(head: str = "", body: str = BODY) -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Ferry runs aground</h1>{body}</article><footer>Imprint and terms</footer></body></html>"
    )


def test_a_page_gives_its_article_and_what_its_markup_says(read: Read) -> None:
    head = '<title>Ferry | AP</title><meta property="og:site_name" content="Aldermere Post"><link rel="canonical" href="https://post.example/f">'
    (report,) = read({"a.html": _page(head + LD)}).reports
    assert report.text.split("\n") == [
        "A ferry ran aground off Aldermere on Tuesday with 214 people on board, the coastguard said.",
        "“Nobody is hurt,” said the captain of the ferry on the quay of the harbour.",
        "The ferry company did not answer questions about the age of the ship and its last inspection.",
    ]
    assert (report.headline, report.outlet, report.publisher) == (
        "Ferry runs aground",
        "Aldermere Post",
        "Aldermere Media Group",
    )
    assert (report.published_at, report.date_source) == ("2031-03-04T09:10:00+01:00", "input")
    assert (report.byline, report.url, report.language) == ("Jane Holt", "https://post.example/f", "en")
    assert (report.provenance.extractor or "").startswith("trafilatura ")


@pytest.mark.parametrize(
    ("head", "published_at"),
    [
        (
            '<meta property="article:published_time" content="2031-03-04T09:10:00Z">',
            "2031-03-04T09:10:00+00:00",
        ),
        ('<meta name="date" content="2031-03-04">', "2031-03-04"),
        ("", None),
    ],
)
def test_dates_of_a_page_come_from_its_markup(read: Read, head: str, published_at: str | None) -> None:
    (report,) = read({"a.html": _page(head)}).reports
    assert report.published_at == published_at


def test_a_page_without_any_name_has_no_outlet(read: Read) -> None:
    (report,) = read({"a.html": _page()}).reports
    assert report.outlet is None


def test_an_address_stands_for_the_outlet_and_that_is_said(read: Read) -> None:
    (report,) = read(
        {"a.html": _page('<meta property="og:url" content="https://www.post.example/2031/03/04/ferry">')}
    ).reports
    assert report.outlet == "post.example"
    assert "nothing names the outlet: its web address stands for it" in report.provenance.notes
    assert (report.published_at, report.date_source) == ("2031-03-04", "inferred")


def test_scripts_and_hidden_markup_of_a_page_are_no_text(read: Read) -> None:
    hostile = (
        BODY
        + "<script>document.write('owned')</script><style>p{}</style><iframe src='file:///etc/passwd'></iframe><p onclick='x()'>The last paragraph is as long as the others of this page.</p>"
    )
    (report,) = read({"a.html": _page(body=hostile)}).reports
    assert "owned" not in report.text
    assert "passwd" not in report.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_pages_in_other_encodings_are_read(read: Read, encoding: str) -> None:
    page = _page().replace("charset='utf-8'", f"charset='{encoding}'")
    (report,) = read({"a.html": page.encode(encoding)}).reports
    assert "“Nobody is hurt,”" in report.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + "A ferry ran aground." + "</div>" * 100_000,
        "<html>" + "<p>" * 50_000,
        "<html><head>" + LD.replace('{"@graph"', "[" * 50_000) + "</head><body></body></html>",
        "<html><body>" + " " * 300_000 + "\n" * 300_000 + BODY + "</body></html>",
        "<html><body></body></html>",
        "<!DOCTYPE html><html>\x00<<<>>&#0;&#xD800;<![CDATA[",
    ],
)
def test_hostile_pages_are_read_or_named_but_never_crash(read: Read, page: str) -> None:
    result = read({"a.html": page, "b.txt": "A ferry ran aground off the coast."})
    assert len(result.reports) + len(result.skipped) == 2


@pytest.mark.parametrize(("depth", "read_whole"), [(150, True), (249, False), (400, False)])
def test_a_page_nested_too_deep_is_named_rather_than_cut(read: Read, depth: int, read_whole: bool) -> None:
    result = read({"a.html": _page(body="<div>" * depth + BODY + "</div>" * depth)})
    assert [each.reason for each in result.skipped] == ([] if read_whole else ["a page nested too deep"])
    assert [report.text.startswith("A ferry ran aground") for report in result.reports] == (
        [True] if read_whole else []
    )


def test_a_pdf_is_unwrapped_and_its_date_is_marked_as_inferred(
    read: Read, make_pdf: Callable[..., bytes]
) -> None:
    lines = [
        "Ferry runs aground",
        "A ferry ran aground off Aldermere on Tuesday with 214 people on board, con-",
        "tainers of fruit and a circus, the coastguard said at noon. It is a well-known ship",
        "of this coast.",
        "Nobody was hurt.",
    ]
    data = make_pdf(lines, ["The second page goes on."], title="Ferry runs aground", created="20310304091000")
    (report,) = read({"a.pdf": data}).reports
    assert report.headline == "Ferry runs aground"
    assert report.text.split("\n") == [
        (
            "A ferry ran aground off Aldermere on Tuesday with 214 people on board, containers of fruit and a circus, "
            "the coastguard said at noon. It is a well-known ship of this coast."
        ),
        "Nobody was hurt.",
        "The second page goes on.",
    ]
    assert (report.published_at, report.date_source) == ("2031-03-04", "inferred")
    assert "the date was inferred from the day the PDF was made" in report.provenance.notes


def test_a_pdf_title_that_is_a_file_name_is_no_headline(read: Read, make_pdf: Callable[..., bytes]) -> None:
    (report,) = read(
        {"a.pdf": make_pdf(["A ferry ran aground off the coast."], title="Microsoft Word - draft7.doc")}
    ).reports
    assert report.headline is None


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        (["The ferry carried con-\ntainers."], "The ferry carried containers."),
        (["Mr. Kim Jong-\nUn went."], "Mr. Kim Jong-Un went."),
        (["from 2030-\n31 on"], "from 2030- 31 on"),
        (["a soft hy\u00ad\nphen"], "a soft hyphen"),
        (["one page ends and", "the next goes on."], "one page ends and the next goes on."),
        (["One.\n\nTwo."], "One.\nTwo."),
        ([], ""),
    ],
)
def test_lines_are_joined_by_the_documented_rule(pages: list[str], text: str) -> None:
    assert dewrap(pages) == text


def test_a_docx_gives_title_paragraphs_and_tables(read: Read, make_docx: Callable[..., bytes]) -> None:
    data = make_docx(
        "PARIS (AFP) — A ferry ran aground off the coast.",
        "Nobody was hurt.",
        title="Ferry runs aground",
        table=[["people", "214"], ["hurt", "0"]],
    )
    (report,) = read({"a.docx": data}).reports
    assert (
        report.full_text
        == "Ferry runs aground\n\nPARIS (AFP) — A ferry ran aground off the coast.\nNobody was hurt.\npeople\t214\nhurt\t0"
    )
    assert (report.dateline, report.credit) == ("PARIS", "AFP")
    assert (report.published_at, report.date_source) == (None, "unknown")  # the template's day is not ours


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:document>" + b" " * 30_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "reason", "status"),
    [
        ("a.pdf", lambda pdf, docx: pdf(["x"], encrypted=True), "password-protected", "unreadable"),
        ("a.pdf", lambda pdf, docx: b"%PDF-1.7\nnothing more", "a PDF that is damaged", "unreadable"),
        ("a.pdf", lambda pdf, docx: pdf([]), "a PDF without a text layer (a scan?)", "unreadable"),
        ("a.pdf", lambda pdf, docx: b"not a PDF at all, only words", "a PDF that is damaged", "unreadable"),
        ("a.docx", lambda pdf, docx: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password-protected", "unreadable"),
        ("a.doc", lambda pdf, docx: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument", "an old Office document; save it as DOCX", "unreadable"),
        ("a.docx", lambda pdf, docx: docx("x")[:900], "a DOCX that is damaged", "unreadable"),
        ("a.docx", lambda pdf, docx: _bomb(), "unpacks to far more than a document holds", "over_limit"),
        ("a.docx", lambda pdf, docx: docx(), "no text in it", "empty"),
    ],
)  # fmt: skip
def test_documents_that_cannot_be_read_are_named(
    read: Read,
    make_pdf: Callable[..., bytes],
    make_docx: Callable[..., bytes],
    name: str,
    make: Callable[..., bytes],
    reason: str,
    status: str,
) -> None:
    (skipped,) = read({name: make(make_pdf, make_docx)}, limits=Limits(max_expanded=20_000_000)).skipped
    assert (skipped.name, skipped.status) == (name, status)
    assert reason in skipped.reason


def test_what_a_file_is_counts_more_than_its_ending(
    read: Read, make_pdf: Callable[..., bytes], make_docx: Callable[..., bytes]
) -> None:
    result = read(
        {
            "a.txt": make_pdf(["A ferry ran aground off the coast."]),
            "b.pdf": make_docx("A storm broke the pier of the town."),
            "c.json": _page(),
        }
    )
    assert sorted((report.provenance.name, report.provenance.media) for report in result.reports) == [
        ("a.txt", "pdf"),
        ("b.pdf", "docx"),
        ("c.json", "html"),
    ]


def test_standard_input_is_recognised_by_its_bytes(make_pdf: Callable[..., bytes]) -> None:
    for data, media in (
        (make_pdf(["A ferry ran aground."]), "pdf"),
        (_page().encode(), "html"),
        (b"A ferry ran aground.", "text"),
    ):
        (report,) = ingest(["-"], options=IngestOptions(stdin=data)).reports
        assert (report.provenance.name, report.provenance.media) == ("-", media)
