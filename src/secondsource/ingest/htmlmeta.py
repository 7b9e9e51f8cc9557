"""What a page's own markup says about its article: JSON-LD, meta elements, ``time`` elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from secondsource.errors import InputError
from secondsource.ingest.fields import plain
from secondsource.ingest.jsonfile import parse_json

__all__ = ["PageMeta", "page_meta"]

_ARTICLE = ("article", "report", "posting", "blogposting", "newsarticle", "reportagenewsarticle", "webpage")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "dcterms.issued", "citation_publication_date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "article.published", "originalpublicationdate", "displaydate",
)  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title", "cre")
# A page holds a handful of JSON-LD blocks; more are an attack.
_BLOCKS = 40
_NODES = 2000


@dataclass(frozen=True, slots=True)
class PageMeta:
    """Fields as the markup has them; null where it has none."""

    outlet: str | None = None
    publisher: str | None = None
    headline: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None


def page_meta(tree: Any) -> PageMeta:
    """Return what the markup of a parsed page says. Scripts are read as text, never run."""
    article = _article(tree)
    named = _named(tree)
    publisher = plain(article.get("publisher")) or plain(article.get("sourceOrganization"))
    outlet = (
        _first(named, _OUTLETS[:1])
        or plain(article.get("isPartOf"))
        or publisher
        or _first(named, _OUTLETS[1:])
    )
    links = tree.xpath('//link[@rel="canonical"]/@href')
    return PageMeta(
        outlet=_line(outlet),
        publisher=_line(publisher)
        if publisher and outlet and publisher.casefold() != outlet.casefold()
        else None,
        headline=_line(plain(article.get("headline")) or named.get("og:title")),
        date=plain(article.get("datePublished")) or _first(named, _DATES) or _time(tree),
        author=_line(plain(article.get("author")) or named.get("byl")),
        url=_address(named.get("og:url")) or _address(links[0] if links else None),
        language=_line(plain(article.get("inLanguage")) or tree.get("lang")),
    )


def _first(named: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if named.get(name)), None)


def _line(value: str | None) -> str | None:
    joined = " ".join((value or "").split())
    return joined[:300] or None


def _address(value: Any) -> str | None:
    text = str(value or "").strip()
    return text if text.startswith(("http://", "https://")) and len(text) < 2000 else None


def _named(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if key and content:
            found.setdefault(key.strip().lower(), content[:2000])
    return found


def _time(tree: Any) -> str | None:
    found = tree.xpath('//*[@itemprop="datePublished"]/@datetime | //time[@pubdate]/@datetime')
    return str(found[0]) if found else None


def _article(tree: Any) -> Mapping[str, Any]:
    """Return the JSON-LD object of the article, or an empty one."""
    best: Mapping[str, Any] = {}
    for block in tree.xpath('//script[@type="application/ld+json"]')[:_BLOCKS]:
        try:
            value = parse_json(block.text_content())
        except InputError:
            continue
        for node in _nodes(value):
            kinds = node.get("@type")
            names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
            if any(name.endswith(_ARTICLE[:-1]) for name in names):
                return node
            if "webpage" in names and not best:
                best = node
    return best


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    waiting, seen = [value], 0
    while waiting and seen < _NODES:
        seen += 1
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)
