"""Cases of phrases and sentences: timenorm, Recognizers-Text, our tricky sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.evaluate.sets import tricky
from secondsource.evaluate.sets.folder import data_folder
from secondsource.evaluate.sets.timex import normal_timex, timex_of
from secondsource.model import Span
from secondsource.text.times import FoundTime, bounds, find_times

__all__ = ["Case", "recognizers_cases", "timenorm_cases", "tricky_cases"]


@dataclass(frozen=True, slots=True)
class Case:
    """One gold time or one found one, with how they compare; ``kind`` groups the errors."""

    dataset: str
    kind: str
    words: str
    gold: str
    ours: str
    context: str


# timenorm


def timenorm_cases(part: str, limit: int | None) -> Iterator[Case]:
    """Phrases without their sentences: no tense, no earlier date but the phrases of the same document."""
    lines = (
        (data_folder("timenorm") / "datasets" / "en" / f"{part}.tsv").read_text(encoding="utf-8").splitlines()
    )
    published: str | None = None
    done = 0
    for line in lines:
        cells = line.split("\t")
        if len(cells) != 3:
            published = None
            continue
        if published is None:
            published = cells[0][:10]
            continue
        if cells[1] not in {"DATE", "TIME"} or "REF" in cells[2] or (limit is not None and done >= limit):
            continue
        done += 1
        phrase = cells[0]
        found = find_times(phrase, published=published)
        ours = timex_of(found[0], phrase) if len(found) == 1 else "-"
        gold = normal_timex(cells[2])
        yield Case("timenorm", "right" if ours == gold else "value", phrase, gold, ours, published)


# Recognizers-Text


def recognizers_cases(limit: int | None) -> Iterator[Case]:
    """Cases of the DateTime model with one result of type date or daterange that is a span of days."""
    path = data_folder("recognizers_specs") / "DateTime" / "English" / "DateTimeModel.json"
    for done, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
        if limit is not None and done >= limit:
            break
        results = case["Results"]
        if len(results) != 1 or results[0]["TypeName"] not in {"datetimeV2.date", "datetimeV2.daterange"}:
            continue
        values = (results[0].get("Resolution") or {}).get("values", [])
        gold = {ends for value in values if (ends := _recognized(value))}
        if not gold or _RANGE.search(results[0]["Text"]):
            continue
        text = case["Input"]
        reference = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        found = [f for f in find_times(text, published=reference or None) if f.edtf]
        ours = bounds(found[0].edtf or "") if len(found) == 1 else (None, None)
        span = Span(results[0]["Start"], results[0]["End"] + 1)
        right = len(found) == 1 and ours in gold and found[0].span.overlaps(span)
        said = f"{found[0].span.of(text)!r} {found[0].edtf}" if found else "-"
        yield Case(
            "recognizers",
            "right" if right else "value",
            results[0]["Text"],
            str(sorted(map(_said, gold))),
            said,
            f"{reference} {text}",
        )


# Their "from 2014 to 2018" leaves the last year out, ours takes it in: not compared.
_RANGE = re.compile(r"\b(?:from|between|to|through|till|until)\b|\d ?[-~] ?\d", re.IGNORECASE)


def _said(ends: tuple[date | None, date | None]) -> str:
    return "/".join(str(end) if end else ".." for end in ends)


def _recognized(value: dict[str, str]) -> tuple[date | None, date | None] | None:
    """Their resolution as inclusive days: their ends are exclusive, "since" and "before" have one end."""
    try:
        if value["type"] == "date" and "value" in value:
            day = date.fromisoformat(value["value"])
            return day, day
        if value["type"] == "daterange" and value.get("Mod") is None and "start" in value and "end" in value:
            return date.fromisoformat(value["start"]), date.fromisoformat(value["end"]) - timedelta(days=1)
    except (ValueError, KeyError):
        return None
    return None


# Tricky cases


def tricky_cases() -> Iterator[Case]:
    """Both ends of each date; the span may be ours, since "by" and "since" are inside it there or not."""
    for case in tricky.load():
        found = find_times(case.text, published=case.published)
        used: set[int] = set()
        for gold in case.times:
            at = next((i for i, f in enumerate(found) if f.span.overlaps(gold.span) and i not in used), None)
            words, wanted = gold.span.of(case.text), str(gold.edtf)
            if at is None:
                yield Case("tricky", "missed", words, wanted, "-", case.text)
                continue
            used.add(at)
            kind = "right" if _same_ends(gold, found[at]) else "value"
            yield Case("tricky", kind, words, wanted, str(found[at].edtf), case.text)
        for i, extra in enumerate(found):
            if i not in used and not any(extra.span.overlaps(span) for span in case.ignored):
                yield Case("tricky", "extra", extra.span.of(case.text), "-", str(extra.edtf), case.text)


def _same_ends(gold: tricky.TrickyTime, found: FoundTime) -> bool:
    if gold.edtf is None or found.edtf is None:
        return gold.edtf is found.edtf
    if ".." in gold.edtf:
        return bounds(gold.edtf) == bounds(found.edtf)
    return (gold.first, gold.last) == bounds(found.base or found.edtf)
