"""Check a gold story against the rules of its format, and fill in what follows from the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from secondsource.errors import StoryError
from secondsource.evaluate.gold.counts import derived_count, derived_positions, origins_of
from secondsource.evaluate.gold.links import link_problems
from secondsource.evaluate.gold.load import read_raw
from secondsource.evaluate.gold.meaning import meaning_problems
from secondsource.evaluate.gold.reader import StoryReader
from secondsource.evaluate.gold.shape import LISTS, Problem, shape_problems

__all__ = ["Problem", "check_raw", "check_story", "fill_counts"]


def check_story(path: str | Path, *, fill: bool = False) -> list[Problem]:
    """Return everything that is wrong with a story file; nothing for a good one.

    Args:
        path: The file.
        fill: Write ``min``, ``max`` and ``positions`` as they follow from the rest into the file, where
            nothing else is wrong with it.

    Raises:
        StoryError: The file is no story file at all.
    """
    raw = read_raw(path)
    if not fill:
        return check_raw(raw)
    found = check_raw(raw, counts=False)
    if not found:
        fill_counts(raw)
        found = check_raw(raw)
        Path(path).write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return found


def check_raw(raw: Mapping[str, Any], *, counts: bool = True) -> list[Problem]:
    """Return everything that is wrong with the content of a story file.

    Later rules are looked at only where the earlier ones hold: keys, then links, then spans, then meaning.
    ``counts=False`` leaves ``min``, ``max`` and ``positions`` alone.
    """
    raw = {key: [] for key in LISTS} | dict(raw)
    for rules in (shape_problems, link_problems, _span_problems):
        found = list(rules(raw))
        if found:
            return found
    found = [*meaning_problems(raw), *_group_problems(raw)]
    return found if found or not counts else list(_count_problems(raw))


def fill_counts(raw: Mapping[str, Any]) -> None:
    """Set ``min`` and ``max`` of every group and its ``positions`` from the origins and relations, in place."""
    for group in raw["groups"]:
        doubts = group["origins"].get("maybe_same") or []
        rest = {key: value for key, value in group["origins"].items() if key not in ("min", "max")}
        group["origins"] = derived_count(group["claims"], raw["origins"], doubts) | rest
        group["positions"] = [
            {"claims": claims, "origins": derived_count(counted, raw["origins"], doubts)}
            for claims, counted in derived_positions(group["claims"], group["relations"])
        ]


def _span_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    reader = StoryReader(raw)
    readers: dict[str, Callable[[Mapping[str, Any]], object]] = {
        "reports": reader.report, "attributions": reader.attribution, "quantities": reader.quantity,
        "times": reader.time, "entities": reader.entity, "claims": reader.claim,
    }  # fmt: skip
    for key, read in readers.items():
        for item in raw[key]:
            yield from _attempt(lambda item=item, read=read: read(item))  # type: ignore[misc]
    for number, item in enumerate(raw["copies"], 1):
        yield from _attempt(lambda item=item, number=number: reader.copy(item, number))  # type: ignore[misc]


def _attempt(read: Callable[[], object]) -> Iterator[Problem]:
    try:
        read()
    except StoryError as error:
        where, _, what = str(error).partition(": ")
        yield Problem(where, what)


def _group_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    unstated = {o["id"] for o in raw["origins"] if o["kind"] == "unstated"}
    for group in raw["groups"]:
        where = f"group {group['id']}"
        given: dict[frozenset[str], int] = {}
        for relation in group["relations"]:
            pair = frozenset((relation["a"], relation["b"]))
            given[pair] = given.get(pair, 0) + 1
        for a, b in combinations(group["claims"], 2):
            times = given.pop(frozenset((a, b)), 0)
            if times != 1:
                yield Problem(where, f"the pair {a}, {b} has {times} relations; every pair has exactly one")
        for pair in given:
            yield Problem(
                where, f"the relation of {', '.join(sorted(pair))} is not one of two claims of the group"
            )
        concerned = origins_of(group["claims"], raw["origins"])
        doubts = {frozenset(pair) for pair in group["origins"].get("maybe_same") or []}
        for doubt in sorted(map(sorted, doubts)):
            if len(doubt) != 2 or not set(doubt) <= set(concerned):
                yield Problem(
                    where, f"maybe_same {doubt} must name two origins that claims of the group rest on"
                )
        for a, b in combinations(concerned, 2):
            if {a, b} & unstated and frozenset((a, b)) not in doubts:
                yield Problem(where, f"{a} and {b} must be in maybe_same: an unstated voice may be any other")
        yield from _positions_agree(group, where)


def _positions_agree(group: Mapping[str, Any], where: str) -> Iterator[Problem]:
    if any({r["a"], r["b"]} - set(group["claims"]) for r in group["relations"]):
        return
    opposed = {frozenset((r["a"], r["b"])) for r in group["relations"] if r["is"] in ("conflicts", "denies")}
    for position, _ in derived_positions(group["claims"], group["relations"]):
        for pair in combinations(position, 2):
            if frozenset(pair) in opposed:
                yield Problem(
                    where, f"{pair[0]} and {pair[1]} are the same through others, and exclude each other"
                )


def _count_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    for group in raw["groups"]:
        where = f"group {group['id']}"
        doubts = group["origins"].get("maybe_same") or []
        wanted = derived_count(group["claims"], raw["origins"], doubts)
        got = {key: group["origins"].get(key) for key in ("min", "max")}
        if got != wanted:
            yield Problem(where, f"origins are {got}; {wanted} follows from origins and maybe_same")
        positions = {
            frozenset(claims): derived_count(counted, raw["origins"], doubts)
            for claims, counted in derived_positions(group["claims"], group["relations"])
        }
        for position in group.get("positions") or []:
            stated = frozenset(position["claims"])
            if stated not in positions:
                yield Problem(
                    where, f"{sorted(stated)} is no position; positions follow from same and refines"
                )
                continue
            wanted = positions.pop(stated)
            got = {key: position["origins"].get(key) for key in ("min", "max")}
            if got != wanted:
                yield Problem(where, f"the origins of position {sorted(stated)} are {got}; {wanted} follows")
        for missing in positions:
            yield Problem(where, f"the position {sorted(missing)} is missing")
