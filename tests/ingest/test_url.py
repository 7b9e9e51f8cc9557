"""Fetching, against a server of this test on the loopback, and what is refused before any connection."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from secondsource.errors import InputError, LimitError, RefusedError
from secondsource.ingest import IngestOptions, Limits, ingest
from secondsource.ingest.addresses import is_public
from secondsource.ingest.url import USER_AGENT, PageFetcher

ARTICLE = (
    "<html><head><title>Ferry</title></head><body><article><h1>Ferry runs aground</h1>"
    + "<p>A ferry ran aground off Aldermere on Tuesday with 214 people on board, the coastguard said.</p>" * 3
    + "</article></body></html>"
)


class _Site(BaseHTTPRequestHandler):
    robots: ClassVar[tuple[int, str]] = (404, "")
    asked: ClassVar[list[tuple[str, str]]] = []
    release: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("User-Agent", "")))
        if self.path == "/robots.txt":
            self._send(self.robots[0], self.robots[1].encode(), "text/plain")
        elif self.path.startswith("/hop/"):
            left = int(self.path.rsplit("/", 1)[-1])
            self._redirect(f"/hop/{left - 1}" if left else "/article")
        elif self.path == "/loop":
            self._redirect("/loop")
        elif self.path.startswith("/to/"):
            self._redirect(self.path.removeprefix("/to/"))
        elif self.path == "/gzip":
            self._send(200, gzip.compress(ARTICLE.encode()), "text/html", "gzip")
        elif self.path == "/bomb":
            self._send(200, gzip.compress(b" " * 50_000_000), "text/html", "gzip")
        elif self.path == "/brotli":
            self._send(200, b"xx", "text/html", "br")
        elif self.path == "/big":
            self._send(200, b"x" * 200_000, "text/plain")
        elif self.path == "/picture":
            self._send(200, b"x", "image/png")
        elif self.path == "/latin":
            self._send(
                200,
                "Le café de la côte, où la mer est haute.".encode("latin-1"),
                "text/plain; charset=iso-8859-1",
            )
        elif self.path in {"/drip", "/drip-head"}:
            self._drip()
        elif self.path == "/article":
            self._send(200, ARTICLE.encode(), "text/html; charset=utf-8")
        else:
            self._send(404, b"no such page", "text/plain")

    def _send(self, status: int, body: bytes, kind: str, encoding: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        """Send a byte now and then, always before any time limit of a single read."""
        start = (
            b"HTTP/1.1 200 OK\r\n"
            if self.path == "/drip-head"
            else b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
        )
        try:
            self.wfile.write(start)
            while not self.release.wait(0.05):
                self.wfile.write(b"x")
                self.wfile.flush()
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """Return the address of a running site."""
    _Site.robots, _Site.asked = (404, ""), []
    _Site.release = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    _Site.release.set()
    server.shutdown()
    server.server_close()
    thread.join()


def _fetcher(**limits: float) -> PageFetcher:
    return PageFetcher(Limits(**limits), pace=0, allow_private=True)  # type: ignore[arg-type]


def test_a_page_is_read_with_an_honest_name(site: str) -> None:
    (report,) = ingest([f"{site}/article"], options=IngestOptions(fetcher=_fetcher())).reports
    assert report.text.startswith("A ferry ran aground off Aldermere")
    assert (report.url, report.provenance.name, report.provenance.media) == (
        f"{site}/article",
        f"{site}/article",
        "html",
    )
    assert [path for path, _ in _Site.asked] == ["/robots.txt", "/article"]
    assert {agent for _, agent in _Site.asked} == {USER_AGENT}
    assert USER_AGENT.startswith("secondsource/")


def test_a_declared_charset_and_gzip_are_read(site: str) -> None:
    result = ingest([f"{site}/latin", f"{site}/gzip"], options=IngestOptions(fetcher=_fetcher()))
    assert sorted(report.provenance.media for report in result.reports) == ["html", "text"]
    assert any(report.text == "Le café de la côte, où la mer est haute." for report in result.reports)


def test_robots_txt_is_kept(site: str) -> None:
    _Site.robots = (200, "User-agent: *\nDisallow: /article\nAllow: /latin\n")
    fetcher = _fetcher()
    assert fetcher.fetch(f"{site}/latin").data
    with pytest.raises(RefusedError, match=r"robots\.txt"):
        fetcher.fetch(f"{site}/article")
    with pytest.raises(RefusedError, match=r"robots\.txt"):
        fetcher.fetch(f"{site}/hop/1")  # leads to the same page
    assert "/article" not in [path for path, _ in _Site.asked]


def test_a_site_whose_robots_txt_fails_is_left_alone(site: str) -> None:
    _Site.robots = (503, "")
    with pytest.raises(RefusedError, match=r"robots\.txt"):
        _fetcher().fetch(f"{site}/article")


def test_redirects_are_followed_five_times(site: str) -> None:
    assert _fetcher().fetch(f"{site}/hop/4").url == f"{site}/article"
    for endless in ("/hop/5", "/loop"):
        with pytest.raises(RefusedError, match="more than 5 redirects"):
            _fetcher().fetch(site + endless)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://ferry.example/x", "//user:secret@127.0.0.1/", "http://[broken"]
)
def test_redirects_out_of_the_web_are_refused(site: str, target: str) -> None:
    with pytest.raises(RefusedError):
        _fetcher().fetch(f"{site}/to/{target}")


@pytest.mark.parametrize(
    ("path", "limits", "error", "message"),
    [
        ("/big", {"max_bytes": 1000}, LimitError, "larger than 1,000 bytes"),
        ("/bomb", {"max_bytes": 100_000}, LimitError, "larger than 100,000 bytes"),
        ("/drip", {"timeout": 0.4}, LimitError, "no whole answer within 0.4 seconds"),
        ("/drip-head", {"timeout": 0.4}, LimitError, "no whole answer within 0.4 seconds"),
        ("/brotli", {}, InputError, "packs the page as br"),
        ("/picture", {}, InputError, "image/png, which is no report"),
        ("/nowhere", {}, InputError, "the server answers 404"),
    ],
)
def test_what_is_no_page_within_the_limits_is_named(
    site: str, path: str, limits: dict[str, float], error: type[InputError], message: str
) -> None:
    with pytest.raises(error, match=message):
        _fetcher(**limits).fetch(site + path)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/",
        "http://10.1.2.3/", "http://192.168.0.1/", "http://172.16.9.9/", "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/", "http://2130706433/", "http://0x7f.1/", "http://[fe80::1]/", "http://[fd00::1]/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://224.0.0.1/", "http://255.255.255.255/",
        "file:///etc/passwd", "ftp://ferry.example/", "gopher://ferry.example/", "http:///nohost", "http://u:p@ferry.example/",
        "http://127.0.0.1:99999/", "http://ferry.example:port/", "https://a b.example/",
    ],
)  # fmt: skip
def test_addresses_inside_and_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        PageFetcher().fetch(url)


def test_a_redirect_to_an_address_inside_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The site itself stands for a public one; every other address is checked as always.
    port = int(site.rsplit(":", 1)[-1])
    monkeypatch.setattr("secondsource.ingest.addresses.is_public", lambda address: address == "127.0.0.1")
    fetcher = PageFetcher(Limits(), pace=0)
    assert fetcher.fetch(f"{site}/article").data
    with pytest.raises(RefusedError, match="not an address of the open internet"):
        fetcher.fetch(f"{site}/to/http://[::1]:{port}/article")


def test_a_name_is_checked_in_all_its_addresses_and_not_looked_up_again(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.rsplit(":", 1)[-1])
    answers = iter([["127.0.0.1"], ["93.184.216.34", "10.0.0.1"]])
    asked = []

    def resolve(host: str, port_: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(2, 1, 6, "", (address, port_)) for address in next(answers)]

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    with pytest.raises(RefusedError):
        PageFetcher(pace=0).fetch(f"http://ferry.example:{port}/article")
    with pytest.raises(RefusedError):
        PageFetcher(pace=0).fetch(f"http://ferry.example:{port}/article")
    assert asked == ["ferry.example", "ferry.example"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("64:ff9b::5db8:d822", True),
        ("no address", False),
    ],
)
def test_public_addresses_are_told(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_refused_address_is_named_and_the_others_are_done() -> None:
    result = ingest(
        ["http://127.0.0.1:9/x", "-"], options=IngestOptions(stdin=b"A ferry ran aground off the coast.")
    )
    assert [(each.name, each.status) for each in result.skipped] == [("http://127.0.0.1:9/x", "refused")]
    assert len(result.reports) == 1


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="not reachable"):
        _fetcher().fetch("http://127.0.0.1:9/")
