"""Check what the annotations of a gold story say: values, chains, nesting, copies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, get_args

from secondsource.evaluate.gold.reader import StoryReader
from secondsource.evaluate.gold.shape import Problem
from secondsource.model import Attribution, Claim, LinkKind, Span
from secondsource.text.times.edtf import is_valid

__all__ = ["meaning_problems"]

_TIMES = (
    ("attributions", "venue_when"),
    ("quantities", "as_of"),
    ("quantities", "period"),
    ("times", "edtf"),
    ("claims", "when"),
    ("timeline", "edtf"),
)


def meaning_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Find values, chains, contents, claims and copies that say something the format rules out."""
    reader = StoryReader(raw)
    yield from _report_problems(raw)
    yield from _time_problems(raw)
    for item in raw["quantities"]:
        yield from _quantity_problems(item, reader)
    for item in raw["attributions"]:
        yield from _attribution_problems(item, reader)
    yield from _claim_problems(raw, reader)
    for number, item in enumerate(raw["copies"], 1):
        yield from _copy_problems(item, f"copy {number}")


def _report_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    for item in raw["reports"]:
        where = f"report {item['id']}"
        published = item.get("published_at")
        try:
            zoned = published is None or "T" not in published or datetime.fromisoformat(published).tzinfo
        except ValueError:
            zoned = None
        if not zoned:
            yield Problem(where, f"published_at {published!r} is no ISO 8601 day or time with its zone")
        if item["text"] != item["text"].strip() or "\r" in item["text"]:
            yield Problem(where, "the text has spaces around it or carriage returns; take them out")


def _time_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    for key, name in _TIMES:
        for number, item in enumerate(raw[key], 1):
            if item.get(name) is not None and not is_valid(item[name]):
                yield Problem(
                    f"{key} {item.get('id', number)}", f"{name} {item[name]!r} is no EDTF of the format"
                )
    for origin in raw["origins"]:
        for occasion in origin["occasions"]:
            if occasion.get("when") is not None and not is_valid(occasion["when"]):
                yield Problem(f"origin {origin['id']}", f"when {occasion['when']!r} is no EDTF of the format")


def _quantity_problems(item: Mapping[str, Any], reader: StoryReader) -> Iterator[Problem]:
    where = f"quantity {item['id']}"
    low, high, bound = item["low"], item["high"], item["bound"]
    fits = {
        "exact": low is not None and low == high,
        "about": low is not None and low == high,
        "range": low is not None and high is not None and low < high,
        "at_least": low is not None and high is None,
        "more_than": low is not None and high is None,
        "at_most": low is None and high is not None,
        "less_than": low is None and high is not None,
    }[bound]
    if not fits:
        yield Problem(where, f"low {low} and high {high} do not go with the bound {bound!r}")
    if item["item"] is not None and item["item"] not in reader.text(item, where):
        yield Problem(where, f"the item {item['item']!r} is not in the text")


def _attribution_problems(item: Mapping[str, Any], reader: StoryReader) -> Iterator[Problem]:
    where = f"attribution {item['id']}"
    lengths = {len(item[key]) for key in ("chain", "chain_text", "chain_kind")}
    outlet = reader.reports[item["report"]].get("outlet")
    if len(lengths) != 1 or max(lengths) < 2:
        yield Problem(where, "chain, chain_text and chain_kind must be equally long, from outlet to speaker")
    elif item["chain"][0] != outlet or item["chain_text"][0] is not None:
        yield Problem(where, f"the chain must start with the outlet {outlet!r} and null in chain_text")
    elif item["chain_kind"][0] != "publishes" or item["chain_kind"][-1] != "speaks":
        yield Problem(where, "chain_kind must start with 'publishes' and end with 'speaks'")
    for kind in item["chain_kind"]:
        if kind not in get_args(LinkKind):
            yield Problem(where, f"chain_kind {kind!r} must be one of {', '.join(get_args(LinkKind))}")
    if (item["source"] is None) != (item["source_type"] == "unstated"):
        yield Problem(where, "source is null exactly where source_type is 'unstated'")
    if not item["content"] and item["stance"] != "declines":
        yield Problem(where, "content may be empty only where the stance is 'declines'")
    found = reader.attribution(item)
    parts = [s for s in (found.source, found.cue, *found.content) if s is not None]
    for one, other in pairwise(sorted(parts)):
        # A source may hold its cue ("a statement by …", "his claim that"); contents hold neither.
        if one.overlaps(other) and (one in found.content or other in found.content):
            yield Problem(where, "a content overlaps another part of the attribution")


def _claim_problems(raw: Mapping[str, Any], reader: StoryReader) -> Iterator[Problem]:
    claims = [reader.claim(item) for item in raw["claims"]]
    attributions = [reader.attribution(item) for item in raw["attributions"]]
    values = {q["id"]: reader.quantity(q).span for q in raw["quantities"]}
    values |= {t["id"]: reader.time(t).span for t in raw["times"]}
    for one, other in pairwise(sorted(claims, key=lambda c: (c.report, c.span))):
        if one.report == other.report and one.span.overlaps(other.span):
            yield Problem(f"claim {other.id}", f"overlaps claim {one.id}; claims do not nest")
    for claim in claims:
        where = f"claim {claim.id}"
        if (claim.attribution is None) == (claim.voice == "reported"):
            yield Problem(where, "has an attribution exactly where its voice is 'reported'")
        innermost = _innermost(claim, attributions)
        if claim.attribution != innermost:
            yield Problem(
                where, f"has the attribution {claim.attribution}; it stands in the content of {innermost}"
            )
        for value in claim.values:
            if not claim.span.contains(values[value]):
                yield Problem(where, f"the value {value} does not stand inside it")


def _innermost(claim: Claim, attributions: list[Attribution]) -> str | None:
    """The attribution with the shortest content around the claim; of equally long ones the claim's own."""
    around = [
        (len(Span.hull(a.content)), a.id != claim.attribution, a.id)
        for a in attributions
        if a.report == claim.report and a.content and Span.hull(a.content).contains(claim.span)
    ]
    return min(around)[2] if around else None


def _copy_problems(item: Mapping[str, Any], where: str) -> Iterator[Problem]:
    before, after = (re.findall(r"\d[\d,.]*\d|\w+", item[key]) for key in ("text_from", "text_to"))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    # Lightly edited: at least half of the words stand in both, in order.
    if matcher.ratio() < 0.5:
        yield Problem(where, f"the passages share only {matcher.ratio():.0%} of their words; that is no copy")
    changed = " ".join(str(c.get(side)) for c in item.get("changes") or [] for side in ("from", "to"))
    for kind, i, j, k, m in matcher.get_opcodes():
        for word in before[i:j] + after[k:m] if kind != "equal" else []:
            if word[0].isdigit() and word not in changed:
                yield Problem(where, f"the figure {word} differs and is not in 'changes'")
