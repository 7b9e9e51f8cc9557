"""Reports read together: each once, versions linked, ids apart, in order of publication."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from secondsource.model import Report, Skipped

__all__ = ["Entry", "merge", "published_order"]

_SHINGLE = 5
# A corrected article keeps nearly all of its words; a follow-up by the same desk repeats its
# background only.
_MOSTLY = 0.6
# A live page may have hundreds of versions; the latest ones are compared.
_CANDIDATES = 20
_MARK = re.compile(
    r"\W*(?:updated?|corrected|correction|corrects|clarification|amended|revised|\d+(?:st|nd|rd|th) update|update \d+|refile)\b[\s:\-\u2013\u2014|]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A report on its way, with what its model has no place for.

    ``scope`` is the id of the story file that its id comes from, or null.
    """

    report: Report
    scope: str | None = None


def merge(entries: Sequence[Entry]) -> tuple[tuple[Report, ...], tuple[Skipped, ...]]:
    """Return the reports in order of publication, and those that were there already.

    Independent of the order of ``entries``.
    """
    ordered = sorted(_apart(entries), key=lambda entry: published_order(entry.report))
    reports, skipped = _once(ordered)
    return tuple(_linked(reports)), tuple(skipped)


def published_order(report: Report) -> tuple[bool, str, str, str]:
    """Sort key: dated reports first, by instant (a day counts from its start), then by id."""
    when = report.published_at
    if when and "T" in when:
        when = datetime.fromisoformat(when).astimezone(UTC).isoformat()
    return (when is None, when or "", report.id, report.provenance.name)


def _apart(entries: Sequence[Entry]) -> list[Entry]:
    """Put the story's id before report ids that several story files use."""
    scopes: dict[str, set[str | None]] = defaultdict(set)
    for entry in entries:
        scopes[entry.report.id].add(entry.scope)
    clashing = {id_ for id_, found in scopes.items() if len(found) > 1}

    def renamed(id_: str | None, scope: str | None) -> str | None:
        return f"{scope}/{id_}" if id_ in clashing and scope is not None else id_

    return [
        replace(
            entry,
            report=replace(
                entry.report,
                id=renamed(entry.report.id, entry.scope) or entry.report.id,
                version_of=renamed(entry.report.version_of, entry.scope),
            ),
        )
        for entry in entries
    ]


def _once(entries: Sequence[Entry]) -> tuple[list[Report], list[Skipped]]:
    by_text: dict[str, list[Report]] = defaultdict(list)
    kept: list[Report] = []
    ids: set[str] = set()
    skipped: list[Skipped] = []
    ranked = sorted(entries, key=lambda entry: (-_known(entry.report), published_order(entry.report)))
    for entry in ranked:
        report = entry.report
        key = " ".join(report.full_text.split())
        twin = next((other for other in by_text[key] if _is_same(report, other, entry.scope)), None)
        if twin is None and report.id in ids:
            skipped.append(Skipped(report.provenance.name, f"another report has the id {report.id} already"))
        elif twin is None:
            ids.add(report.id)
            by_text[key].append(report)
            kept.append(report)
        else:
            skipped.append(
                Skipped(report.provenance.name, f"the same report as {twin.provenance.name}", "duplicate")
            )
    kept.sort(key=published_order)
    return kept, sorted(skipped, key=lambda each: (each.name, each.reason))


def _known(report: Report) -> int:
    return sum(
        value is not None
        for value in (report.outlet, report.published_at, report.url, report.byline, report.credit)
    )


def _is_same(report: Report, other: Report, scope: str | None) -> bool:
    """Whether two reports with the same words are one: nothing that both say of themselves differs.

    Outlets that both are known and differ make a reprint of it, two dates a new version.
    """
    if scope is not None and report.id != other.id:
        # A story file says itself what is one report.
        return False
    return _agree(report.outlet, other.outlet) and (
        report.published_at is None
        or other.published_at is None
        or _agree(report.published_at, other.published_at)
    )


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.casefold() == b.casefold()


def _linked(reports: Sequence[Report]) -> list[Report]:
    """Set ``version_of`` where a later report of the same page or headline has mostly the same words."""
    families: dict[tuple[str, str], list[Report]] = defaultdict(list)
    earlier: dict[str, str] = {}
    # Where no date tells them apart, what is marked as corrected comes after what is not.
    for report in sorted(reports, key=lambda each: (published_order(each)[:2], _is_marked(each), each.id)):
        keys = _families(report)
        if report.version_of is None and report.provenance.media != "story":
            candidates = [other for key in keys for other in families[key]][-_CANDIDATES:]
            found = next((other for other in reversed(candidates) if _is_version(report, other)), None)
            if found is not None:
                earlier[report.id] = found.id
        for key in keys:
            families[key].append(report)
    return [replace(each, version_of=earlier[each.id]) if each.id in earlier else each for each in reports]


def _families(report: Report) -> list[tuple[str, str]]:
    keys = []
    if report.url and (page := _page(report.url)):
        keys.append(("url", page))
    if report.outlet and (title := _title(report)):
        keys.append((report.outlet.casefold(), title))
    return keys


def _page(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    # A path of nothing is a home page: everything was once there.
    return (
        host + parts.path.rstrip("/") + ("?" + parts.query if parts.query else "")
        if parts.path.strip("/") or parts.query
        else ""
    )


def _title(report: Report) -> str:
    first = report.headline if report.headline is not None else report.text.lstrip().partition("\n")[0][:200]
    return " ".join(re.findall(r"\w+", _MARK.sub("", first, count=1).casefold()))


def _is_version(report: Report, earlier: Report) -> bool:
    if report.outlet and earlier.outlet and report.outlet.casefold() != earlier.outlet.casefold():
        return False
    if not _is_later(report, earlier) and not _is_marked(report):
        return False
    return _shared(report.text, earlier.text) >= _MOSTLY


def _is_later(report: Report, earlier: Report) -> bool:
    """Whether both are dated and the first is the later; a day and a time of that day are not told apart."""
    if report.published_at is None or earlier.published_at is None:
        return False
    one, other = published_order(report)[1], published_order(earlier)[1]
    return one > other if "T" in one and "T" in other else one[:10] > other[:10]


def _is_marked(report: Report) -> bool:
    head = report.full_text[:400].split("\n")
    return any(_MARK.match(line.strip()) for line in head if len(line) < 200)


def _shared(a: str, b: str) -> float:
    """Return the share of the shorter text's shingles that stand in the other."""
    first, second = _shingles(a), _shingles(b)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _shingles(text: str) -> set[int]:
    words = re.findall(r"\w+", text.casefold())
    size = min(_SHINGLE, max(1, len(words)))
    return {hash(tuple(words[i : i + size])) for i in range(len(words) - size + 1)}
