"""Finish a draft of a gold story: numbers, links and counts are found by machine, never typed.

A draft has the keys of the story format, with less to write:

- words that occur more than once stand in their context, ``"killed [12 people] in the port"``; the
  context occurs once. The source and the cue of an attribution need none: the nearest to its content is meant;
- an entity has ``forms`` instead of ``mentions``: every occurrence of one of them as a whole word counts,
  the longest first; ``{"the minister": ["r2"]}`` limits a form to some reports;
- ``via`` in an attribution lists the links between outlet and speaker as ``[name, words, kind]``;
- a claim's ``attribution``, ``voice`` and ``values`` follow from where it stands;
- an origin's ``occasions`` follow from the attributions of its claims;
- ``maybe_same`` needs no pair with an unstated origin; counts and positions are filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from secondsource.errors import StoryError
from secondsource.evaluate.gold.anchors import in_context, is_whole, locate, number_of, occurrences
from secondsource.evaluate.gold.check import fill_counts
from secondsource.evaluate.gold.counts import origins_of
from secondsource.evaluate.gold.reader import StoryReader
from secondsource.evaluate.gold.shape import LISTS
from secondsource.model import Span

__all__ = ["finish_story"]


def finish_story(draft: Mapping[str, Any]) -> dict[str, Any]:
    """Return the story of ``draft`` in the story format. The draft is left as it is.

    Raises:
        StoryError: Words of the draft are not in the text, or occur more than once without a context.
    """
    raw = {
        key: [dict(i) for i in value] if isinstance(value, list) and key in LISTS else value
        for key, value in draft.items()
    }
    raw["lookalike_of"] = list(draft.get("lookalike_of", ()))
    texts = {str(r["id"]): StoryReader({**raw, "entities": []}).report(r).full_text for r in raw["reports"]}
    outlets = {r["id"]: r.get("outlet") for r in raw["reports"]}
    for key in ("quantities", "times", "claims"):
        for item in raw[key]:
            _number(item, texts[item["report"]], f"{key} {item['id']}")
    for item in raw["attributions"]:
        _finish_attribution(item, texts[item["report"]], outlets[item["report"]])
    raw["entities"] = [_finish_entity(item, texts) for item in raw["entities"]]
    _link_claims(raw)
    for origin in raw["origins"]:
        origin.setdefault("entity", None)
        origin["occasions"] = origin.get("occasions") or _occasions(origin, raw)
    unstated = {o["id"] for o in raw["origins"] if o["kind"] == "unstated"}
    for group in raw["groups"]:
        group["origins"] = dict(group.get("origins") or {})
        pairs = [list(pair) for pair in group["origins"].get("maybe_same") or ()]
        for pair in combinations(origins_of(group["claims"], raw["origins"]), 2):
            if set(pair) & unstated and list(pair) not in pairs and list(reversed(pair)) not in pairs:
                pairs.append(list(pair))
        group["origins"]["maybe_same"] = pairs
    fill_counts(raw)
    return raw


def _number(item: dict[str, Any], text: str, where: str) -> Span:
    if "n" in item:
        return locate(text, item["text"], item["n"], where)
    span = in_context(text, item["text"], where)
    item["text"] = span.of(text)
    number = number_of(text, span)
    if number is not None:
        item["n"] = number
    return span


def _finish_attribution(item: dict[str, Any], text: str, outlet: str | None) -> None:
    where = f"attribution {item['id']}"
    given = item.get("content_n")
    spans = [
        in_context(text, words, f"{where}, content")
        if given is None
        else locate(text, words, given[at], f"{where}, content")
        for at, words in enumerate(item["content"])
    ]
    item["content"] = [span.of(text) for span in spans]
    numbers = [number_of(text, span) for span in spans]
    if any(numbers):
        item["content_n"] = numbers
    near = Span.hull(spans) if spans else None
    for key in ("source", "cue"):
        words = item.get(key)
        item.setdefault(key, None)
        if words is not None:
            here = f"{where}, {key}"
            known = item.get(f"{key}_n")
            span = _near(text, words, near, here) if known is None else locate(text, words, known, here)
            item[key] = span.of(text)
            number = number_of(text, span)
            if number is not None:
                item[f"{key}_n"] = number
            near = near or span
    via = list(item.pop("via", ()))
    ends = item.pop("as", None) or item.get("speaker") or item["source"]
    item["chain"] = [outlet, *(link[0] for link in via), ends]
    item["chain_text"] = [None, *(link[1] for link in via), item["source"]]
    item["chain_kind"] = ["publishes", *(link[2] for link in via), "speaks"]
    defaults = {"speaker": None, "parent": None, "venue": None, "venue_host": None, "venue_when": None,
                "denies": None, "scope": None}  # fmt: skip
    for key, value in defaults.items():
        item.setdefault(key, value)


def _near(text: str, words: str, near: Span | None, where: str) -> Span:
    if "[" in words or near is None:
        return in_context(text, words, where)
    whole = [span for span in occurrences(text, words) if is_whole(text, span)]
    if not whole:
        raise StoryError(f"{where}: {words!r} is not in the text; copy the words character for character")
    return min(whole, key=lambda span: (span.gap(near), span.start))


def _finish_entity(item: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    finished = {"speaks_for": None, **item}
    forms = finished.pop("forms", None)
    if forms is None:
        return finished
    limited = forms if isinstance(forms, Mapping) else dict.fromkeys(forms)
    mentions = []
    for report, text in texts.items():
        wanted = [form for form, reports in limited.items() if reports is None or report in reports]
        for span in _all_of(text, wanted):
            mention = {"report": report, "text": span.of(text)}
            number = number_of(text, span)
            mentions.append(mention if number is None else {**mention, "n": number})
    if limited and not mentions:
        raise StoryError(f"entity {item['id']}: none of its forms is in any report")
    return {**finished, "mentions": mentions}


def _all_of(text: str, forms: Iterable[str]) -> list[Span]:
    """Every occurrence of the forms, whole words, of overlapping ones the one that begins first, the longest."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    if not ordered:
        return []
    pattern = "|".join(re.escape(form) for form in ordered)
    return [Span(*m.span()) for m in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text)]


def _link_claims(raw: dict[str, Any]) -> None:
    reader = StoryReader(raw)
    contents = [(a["id"], a["report"], reader.attribution(a).content) for a in raw["attributions"]]
    values = [(v["id"], v["report"], reader.own(v, v["id"])) for v in [*raw["quantities"], *raw["times"]]]
    for claim in raw["claims"]:
        span = reader.own(claim, f"claim {claim['id']}")
        around = [
            (len(Span.hull(pieces)), name)
            for name, report, pieces in contents
            if report == claim["report"] and pieces and Span.hull(pieces).contains(span)
        ]
        claim.setdefault("attribution", min(around)[1] if around else None)
        claim.setdefault("voice", "own" if claim["attribution"] is None else "reported")
        claim.setdefault("polarity", "positive")
        claim.setdefault("modality", "actual")
        claim.setdefault("when", None)
        claim.setdefault("about", [])
        inside = [
            (at, name) for name, report, at in values if report == claim["report"] and span.contains(at)
        ]
        claim.setdefault("values", [name for _, name in sorted(inside)])


def _occasions(origin: Mapping[str, Any], raw: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One a venue, host and day; a day that a report does not give is that of the only one known."""
    attributions = {a["id"]: a for a in raw["attributions"]}
    claims = {c["id"]: c for c in raw["claims"]}
    names = [claims[claim]["attribution"] for claim in origin["claims"] if claim in claims]
    items = [attributions[name] for name in dict.fromkeys(names) if name is not None]
    days: dict[tuple[Any, Any], set[str]] = {}
    for item in items:
        if item["venue_when"] is not None:
            days.setdefault((item["venue"], item["venue_host"]), set()).add(item["venue_when"])
    found: dict[tuple[Any, ...], list[str]] = {}
    for item in items:
        at = (item["venue"], item["venue_host"])
        known = days.get(at, set())
        when = next(iter(known)) if len(known) == 1 else item["venue_when"]
        found.setdefault((*at, when), []).append(item["id"])
    return [
        {"venue": venue, "host": host, "when": when, "attributions": sorted(listed)}
        for (venue, host, when), listed in found.items()
    ]
