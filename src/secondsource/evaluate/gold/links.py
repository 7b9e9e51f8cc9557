"""Check that the ids of a gold story are unique and lead somewhere, and that every claim has one origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from secondsource.evaluate.gold.shape import LISTS, Problem

__all__ = ["link_problems"]

# list, key, and the lists that the ids under it may be of
_LINKS = (
    ("reports", "version_of", ("reports",)),
    ("attributions", "report", ("reports",)),
    ("attributions", "parent", ("attributions",)),
    ("attributions", "denies", ("attributions", "claims")),
    ("quantities", "report", ("reports",)),
    ("quantities", "relative_to", ("quantities",)),
    ("times", "report", ("reports",)),
    ("entities", "speaks_for", ("entities",)),
    ("claims", "report", ("reports",)),
    ("claims", "attribution", ("attributions",)),
    ("claims", "about", ("entities",)),
    ("claims", "values", ("quantities", "times")),
    ("origins", "entity", ("entities",)),
    ("origins", "claims", ("claims",)),
    ("groups", "claims", ("claims",)),
    ("copies", "from", ("reports",)),
    ("copies", "to", ("reports",)),
    ("timeline", "claims", ("claims",)),
)

_INNER = (
    ("entities", "mentions", "report", ("reports",)),
    ("origins", "occasions", "attributions", ("attributions",)),
)


def link_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Find ids given twice, ids that lead nowhere or into another report, and claims without one origin."""
    ids = {key: {item["id"]: item for item in raw[key] if "id" in item} for key in LISTS}
    counted = Counter(item["id"] for key in LISTS for item in raw[key] if "id" in item)
    for name, times in counted.items():
        if times > 1:
            yield Problem("story", f"the id {name!r} is given {times} times; ids are unique in the file")
    for key, link, targets in _LINKS:
        for number, item in enumerate(raw[key], 1):
            yield from _leads(item.get(link), targets, ids, f"{key} {item.get('id', number)}, {link}")
    for key, inner, link, targets in _INNER:
        for item in raw[key]:
            for each in item[inner]:
                yield from _leads(each.get(link), targets, ids, f"{key} {item['id']}, {inner}")
    names = Counter(entity["name"] for entity in raw["entities"])
    for name, times in names.items():
        if times > 1:
            yield Problem("entities", f"the name {name!r} is given to {times} entities")
    yield from _same_report(raw, ids)
    yield from _partition(raw)


def _leads(value: Any, targets: tuple[str, ...], ids: Mapping[str, Any], where: str) -> Iterator[Problem]:
    for one in value if isinstance(value, list) else [value]:
        if one is not None and not any(one in ids[target] for target in targets):
            yield Problem(where, f"there is no {one!r} among {' and '.join(targets)}")


def _same_report(raw: Mapping[str, Any], ids: Mapping[str, Any]) -> Iterator[Problem]:
    for key, link, targets in _LINKS:
        if (key, link) not in {("attributions", "parent"), ("claims", "attribution"), ("claims", "values")}:
            continue
        for item in raw[key]:
            value = item.get(link)
            for one in value if isinstance(value, list) else [value]:
                found = next((ids[t][one] for t in targets if one in ids[t]), None)
                if found is not None and found.get("report") != item.get("report"):
                    yield Problem(f"{key} {item['id']}, {link}", f"{one!r} is of another report")


def _partition(raw: Mapping[str, Any]) -> Iterator[Problem]:
    resting = Counter(claim for origin in raw["origins"] for claim in origin["claims"])
    for claim in raw["claims"]:
        if resting[claim["id"]] != 1:
            yield Problem(
                f"claim {claim['id']}",
                f"rests on {resting[claim['id']]} origins; every claim has exactly one",
            )
    report = {claim["id"]: claim["report"] for claim in raw["claims"]}
    copied = {frozenset((copy["from"], copy["to"])) for copy in raw["copies"]}
    copied |= {frozenset((r["id"], r["version_of"])) for r in raw["reports"] if r.get("version_of")}
    for origin in raw["origins"]:
        reports = sorted({report[c] for c in origin["claims"] if c in report})
        # The voice of a copied passage is that of the report that it was copied from.
        apart = [r for r in reports[1:] if not any(frozenset((r, other)) in copied for other in reports)]
        if origin["kind"] == "unstated" and apart:
            yield Problem(
                f"origin {origin['id']}",
                f"is unstated in {reports}; an unstated origin is of one report, or of copies and versions of it",
            )
