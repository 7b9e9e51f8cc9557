"""Measure reading: 990 stored pages with gold segments, dates and authors; credited agencies of news articles.

The pages are trafilatura's own evaluation set, a floor beside it takes
all text of a page. PolNeAR's metadata says which agency an article is from ("wire").
"""

from __future__ import annotations

import csv
import json
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from secondsource.evaluate.measures import PRF, Measured, Score, scores_of
from secondsource.evaluate.sets.folder import data_folder, has_data
from secondsource.ingest import Fetched, IngestOptions, ingest
from secondsource.ingest.furniture import find_furniture
from secondsource.ingest.text import split_headline
from secondsource.model import Report

__all__ = ["PageCase", "errors", "run"]

_ARCHIVE = "trafilatura_eval.tar.xz"


@dataclass(frozen=True, slots=True)
class PageCase:
    """One page with its gold and what was read; ``report`` is null where nothing was."""

    url: str
    raw: bytes
    gold: Mapping[str, Any]
    report: Report | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Stored:
    """A fetcher that gives the one page it holds."""

    data: bytes = field(repr=False)

    def fetch(self, url: str) -> Fetched:
        return Fetched(url, self.data, content_type="text/html")


def run(*, limit: int | None = None) -> list[Score]:
    """Return the scores on all data that is at hand; ``limit`` is the number of pages."""
    scores: list[Score] = []
    if has_data(_ARCHIVE):
        name = "trafilatura pages"
        scores += scores_of([_page(case) for case in _cases(limit)], "ingest", name)
        floor = [Measured({"segments": _segments(case, _all_text(case.raw))}) for case in _cases(limit)]
        scores += scores_of(floor, "ingest", name, "all text of the page")
    if has_data("polnear"):
        credited = [Measured({"credited agency": _one(gold, found)}) for _, gold, found in _wires()]
        scores += scores_of(credited, "ingest", "polnear")
    return scores


def errors(*, limit: int | None = None) -> list[tuple[str, str]]:
    """Return pages whose segments, date or author are wrong, and wrongly credited articles, with both values."""
    found = [line for case in _cases(limit) for line in _wrong(case)] if has_data(_ARCHIVE) else []
    if has_data("polnear"):
        found += [
            f"credit: {name}: gold {gold}, found {ours}"
            for name, gold, ours in _wires()
            if _one(gold, ours).f1 < 1 and (gold or ours)
        ]
    return [(line.partition(":")[0], line.partition(": ")[2]) for line in found]


@cache
def _cases(limit: int | None) -> tuple[PageCase, ...]:
    return tuple(_read(limit))


def _read(limit: int | None) -> Iterator[PageCase]:
    with tarfile.open(data_folder(_ARCHIVE)) as archive:
        files = {member.name.rsplit("/", 1)[-1]: member for member in archive.getmembers() if member.isfile()}
        held = archive.extractfile(files["evaldata.json"])
        gold: dict[str, dict[str, Any]] = json.load(held) if held else {}
        wanted = {page["file"]: url for url, page in gold.items() if page["file"] in files}
        # In the order of the archive: it is one compressed stream, and going back means reading it anew.
        names = [name for name in files if name in wanted][:limit]
        for name in names:
            opened = archive.extractfile(files[name])
            raw = opened.read() if opened else b""
            url = wanted[name]
            # Some pages are listed without their address.
            address = url if "://" in url else "https://page.invalid/"
            result = ingest([address], options=IngestOptions(fetcher=_Stored(raw)))
            report = result.reports[0] if result.reports else None
            yield PageCase(url, raw, gold[url], report, result.skipped[0].reason if result.skipped else "")


def _page(case: PageCase) -> Measured:
    measured = Measured({"segments": _segments(case, case.report.full_text if case.report else "")})
    if case.gold.get("date"):
        for source in ("input", "inferred"):
            measured.add(f"date, {source}", _date(case, source))
    if case.report and "author" in case.gold:
        measured.add("author", _one(case.gold.get("author"), case.report.byline))
    return measured


def _segments(case: PageCase, text: str) -> PRF:
    """Count gold segments that are in the text, and segments of menus and the like that are not."""
    found = [segment in text for segment in case.gold["with"]]
    extra = sum(segment in text for segment in case.gold["without"])
    return PRF(sum(found), extra, len(found) - sum(found))


def _date(case: PageCase, source: str) -> PRF:
    """Whether a date from this source is the gold day."""
    if not case.report or case.report.date_source != source:
        return PRF(0, 0, 1)
    hit = case.gold["date"] == (case.report.published_at or "")[:10]
    return PRF(int(hit), int(not hit), int(not hit))


def _all_text(raw: bytes) -> str:
    from trafilatura import load_html

    tree = load_html(raw)
    return "" if tree is None else " ".join(str(part) for part in tree.itertext())


def _one(gold: str | list[str] | None, ours: str | None) -> PRF:
    """Compare one value that may be missing; a name inside the other counts."""
    gold = ", ".join(gold) if isinstance(gold, list) else gold
    if not gold or not ours:
        return PRF(0, int(bool(ours)), int(bool(gold)))
    same = gold.casefold() in ours.casefold() or ours.casefold() in gold.casefold()
    return PRF(1, 0, 0) if same else PRF(0, 1, 1)


def _wires() -> Iterator[tuple[str, str | None, str | None]]:
    """Yield name, gold and found agency of every article of PolNeAR."""
    root = data_folder("polnear")
    with (root / "metadata.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            path = root / row["compartment"] / "text" / f"{row['filename']}.txt"
            headline, body = split_headline(path.read_text(encoding="utf-8"))
            gold = None if row["wire"] in {"None", "NA", ""} else row["wire"]
            yield row["filename"], gold, find_furniture(body, headline=headline).credit


def _wrong(case: PageCase) -> Iterator[str]:
    if case.report is None:
        yield f"page: {case.url}: {case.reason}"
        return
    text = case.report.full_text
    yield from (f"missing: {case.url}: {segment!r}" for segment in case.gold["with"] if segment not in text)
    yield from (f"too much: {case.url}: {segment!r}" for segment in case.gold["without"] if segment in text)
    for label, gold, ours in (
        ("date", case.gold.get("date"), (case.report.published_at or "")[:10]),
        ("author", case.gold.get("author"), case.report.byline),
    ):
        if (gold or ours) and _one(gold, ours).f1 < 1:
            yield f"{label}: {case.url}: gold {gold!r}, found {ours!r} ({case.report.date_source})"
