"""One page that the user named, fetched politely and within limits.

Only http and https; only addresses of the open internet, checked again at every redirect; robots.txt
kept; one deadline for everything; no cookies, no credentials, no proxy of the environment.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

from secondsource.errors import InputError, LimitError, RefusedError
from secondsource.ingest.addresses import CheckedBackend, Deadline
from secondsource.ingest.options import Fetched, Limits
from secondsource.ingest.readers import media_of

__all__ = ["USER_AGENT", "PageFetcher"]

USER_AGENT = f"secondsource/{version('secondsource')} (reads single pages that its user names)"
_AGENT = "secondsource"
_MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# RFC 9309 asks for at least 500 kibibytes of a robots.txt to be read.
_MAX_ROBOTS = 512 * 1024


class PageFetcher:
    """Fetches pages; keeps robots.txt and a pace for each host.

    Args:
        limits: ``max_bytes`` and ``timeout`` count.
        pace: Seconds between two pages of one host, where its robots.txt does not ask for more.
        allow_private: For tests against a server of their own; no option sets it.
    """

    def __init__(
        self, limits: Limits | None = None, *, pace: float = 1.0, allow_private: bool = False
    ) -> None:
        self._limits = limits or Limits()
        self._pace = pace
        self._allow_private = allow_private
        self._robots: dict[str, Any] = {}
        self._last: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """Return the page at ``url``.

        Raises:
            RefusedError: It must not be fetched: scheme, private address, robots.txt, endless redirect.
            LimitError: Too large or too slow.
            InputError: The server or the network gives no page.
        """
        deadline = Deadline(self._limits.timeout)
        with _translated(deadline), self._client(deadline) as client:
            for _ in range(_MAX_REDIRECTS + 1):
                host = _checked(url)
                self._keep_robots(client, url, deadline)
                self._keep_pace(host, deadline)
                with client.stream("GET", url) as response:
                    if target := _redirect(response, url):
                        url = target
                        continue
                    return self._page(response, url)
        raise RefusedError(f"more than {_MAX_REDIRECTS} redirects")

    @contextmanager
    def _client(self, deadline: Deadline) -> Iterator[httpx2.Client]:
        transport = _Transport(CheckedBackend(deadline, allow_private=self._allow_private))
        headers = {"User-Agent": USER_AGENT, "Accept": "text/html, */*;q=0.5", "Accept-Encoding": "gzip"}
        with httpx2.Client(
            transport=transport,
            headers=headers,
            trust_env=False,
            timeout=self._limits.timeout,
            follow_redirects=False,
        ) as client:
            yield client

    def _page(self, response: httpx2.Response, url: str) -> Fetched:
        if response.status_code != 200:
            raise InputError(f"the server answers {response.status_code}")
        declared = response.headers.get("content-type")
        kind = (declared or "").partition(";")[0].strip().lower()
        if (
            kind
            and media_of(kind) is None
            and not kind.startswith("text/")
            and kind != "application/octet-stream"
        ):
            raise InputError(f"the address gives {kind[:60]}, which is no report")
        data = _body(response, self._limits.max_bytes)
        return Fetched(url, data, content_type=declared, charset=response.charset_encoding)

    def _keep_robots(self, client: httpx2.Client, url: str, deadline: Deadline) -> None:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            self._robots[root] = self._read_robots(client, f"{root}/robots.txt")
        rules = self._robots[root]
        if not rules.can_fetch(url, _AGENT):
            raise RefusedError("robots.txt of the site does not allow it")
        delay = rules.crawl_delay(_AGENT)
        host = parts.hostname or ""
        if delay and host in self._last and delay > deadline.left():
            raise RefusedError(f"robots.txt of the site asks for {delay:g} seconds between pages")

    def _read_robots(self, client: httpx2.Client, url: str) -> Any:
        """Read as RFC 9309 says: none there allows everything, a server in trouble nothing."""
        from protego import Protego

        for _ in range(_MAX_REDIRECTS + 1):
            _checked(url)
            with client.stream("GET", url) as response:
                if target := _redirect(response, url):
                    url = target
                    continue
                if response.status_code >= 500:
                    return Protego.parse("User-agent: *\nDisallow: /")
                if response.status_code != 200:
                    return Protego.parse("")
                return Protego.parse(_body(response, _MAX_ROBOTS, cut=True).decode("utf-8", errors="replace"))
        return Protego.parse("")

    def _keep_pace(self, host: str, deadline: Deadline) -> None:
        delays = [
            rules.crawl_delay(_AGENT) or 0
            for root, rules in self._robots.items()
            if urlsplit(root).hostname == host
        ]
        if host in self._last:
            wait = self._last[host] + max(self._pace, *delays, 0) - time.monotonic()
            if wait > 0:
                time.sleep(min(wait, deadline.left()))
        self._last[host] = time.monotonic()


class _Transport(httpx2.BaseTransport):
    """Sends requests through a connection pool whose connections are checked."""

    def __init__(self, backend: CheckedBackend) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(), network_backend=backend
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _checked(url: str) -> str:
    """Return the host of an address that may be asked for."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise RefusedError("no valid address") from None
    if parts.scheme not in {"http", "https"}:
        raise RefusedError(f"{parts.scheme or 'no scheme'} is not read; http and https are")
    if not host or any(char.isspace() or char < " " for char in url):
        raise RefusedError("no valid address")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("an address with a user name or password in it")
    return host


def _redirect(response: httpx2.Response, url: str) -> str | None:
    location = response.headers.get("location")
    if response.status_code not in _REDIRECTS or not location:
        return None
    try:
        return urljoin(url, location)
    except ValueError:
        raise RefusedError("no valid address") from None


def _body(response: httpx2.Response, limit: int, *, cut: bool = False) -> bytes:
    """Return the body, unpacked piece by piece and never past ``limit``; cut there where ``cut``."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip", "deflate", ""}:
        raise InputError(f"the server packs the page as {encoding[:20]}, unasked")
    unpack = zlib.decompressobj(47) if encoding not in {"identity", ""} else None
    pieces: list[bytes] = []
    total = 0
    for chunk in response.iter_raw():
        try:
            piece = unpack.decompress(chunk, limit + 1 - total) if unpack else chunk
        except zlib.error:
            raise InputError("the page is packed wrongly") from None
        pieces.append(piece)
        total += len(piece)
        if total > limit:
            if cut:
                break
            raise LimitError(f"larger than {limit:,} bytes")
    return b"".join(pieces)[:limit]


@contextmanager
def _translated(deadline: Deadline) -> Iterator[None]:
    """Turn what the network libraries raise into our own errors."""
    try:
        yield
    except (httpx2.TimeoutException, httpcore2.TimeoutException):
        raise LimitError(f"no whole answer within {deadline.seconds:g} seconds") from None
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpcore2.UnsupportedProtocol, UnicodeError):
        raise RefusedError("no valid address") from None
    except (httpx2.HTTPError, httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
        raise InputError(f"not reachable ({type(error).__name__})") from None
