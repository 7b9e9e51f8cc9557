"""TIMEX3 documents, and our EDTF values said as TIMEX3 values so that the two compare.

What is converted, and what that hides:

- early, mid, late, start and end of a month, year or decade: TIMEX3 keeps the month, year or decade as its
  value and the part as ``mod``, so the part is not compared;
- since, until, by, before, about: the value is that of the date inside; TIMEX3 marks no direction;
- Monday/Sunday is a week, Saturday/Sunday a weekend, three months a quarter or season, six a half;
- a part of the day is the day in EDTF; the conversion reads the part (MO, AF, EV, NI) from the words;
- words for no definite time are PRESENT_REF, PAST_REF or FUTURE_REF by the words.

References:
    UzZaman et al., SemEval-2013 Task 1: TempEval-3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from secondsource.model import Span
from secondsource.text.times import FoundTime, bounds

__all__ = ["Said", "Timex", "TimexDocument", "normal_timex", "read_tml", "said", "timex_of"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A gold expression."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimexDocument:
    """Text without tags, single newlines as blanks (offsets kept), its day, and its gold."""

    name: str
    text: str
    published: str
    timexes: tuple[Timex, ...]


_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


def read_tml(path: Path) -> TimexDocument:
    """Read a TimeML file: the text inside TEXT and its TIMEX3 elements."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    created = re.search(r"<DCT>.*?value=\"([^\"]+)\"", raw, re.DOTALL)
    start, end = raw.index("<TEXT>") + 6, raw.rindex("</TEXT>")
    pieces: list[str] = []
    length = 0
    open_at: list[tuple[int, str]] = []
    found: list[Timex] = []
    at = start
    for tag in _TAG.finditer(raw, start, end):
        piece = _plain(raw[at : tag.start()])
        pieces.append(piece)
        length += len(piece)
        at = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if not tag[1]:
            open_at.append((length, tag[3]))
        elif open_at:
            begin, attributes = open_at.pop()
            kind, value = (re.search(rf'{name}="([^"]*)"', attributes) for name in ("type", "value"))
            if kind and value:
                found.append(Timex(Span(begin, length), kind[1], value[1]))
    pieces.append(_plain(raw[at:end]))
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", "".join(pieces))
    return TimexDocument(path.stem, text, created[1][:10] if created else "", tuple(found))


def _plain(raw: str) -> str:
    for entity, char in _ENTITIES.items():
        raw = raw.replace(entity, char)
    return raw


def normal_timex(value: str) -> str:
    """Return a gold value without what stands for unknown digits, seconds of zero and zones."""
    value = value.strip().replace("T24:00", "T00:00")
    value = re.sub(r"(-XX)+$", "", value)
    value = re.sub(r"^(\d{3})X$", r"\1", value)
    value = re.sub(r"^(\d{2})XX$", r"\1", value)
    value = re.sub(r"(T\d\d:\d\d):00", r"\1", value)
    value = re.sub(r"(T\d\d)$", r"\1:00", value)
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    return re.sub(r"(T\d\d(?::\d\d)?)(?:Z|[+-]\d\d(?::?\d\d)?)$", r"\1", value)


_DAY_PARTS = (("morning", "MO"), ("dawn", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI"))
_PRESENT = re.compile(r"\b(?:now|current|currently|nowadays|present|moment|these)\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:soon|future|coming|next|short|near)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """One of ours as TIMEX3 would mark it."""

    span: Span
    value: str
    reason: str


def said(found: FoundTime, text: str) -> list[Said]:
    """Return the TIMEX3 elements that one of ours stands for: a range is two of them."""
    reason = found.reason or ""
    if found.ends is None or found.edtf is None:
        return [Said(found.core, timex_of(found, text), reason)]
    left, _, right = (found.base or found.edtf).partition("/")
    values = (left, right or left)
    return [
        Said(span, timex_of(replace(found, span=span, edtf=value, base=None, ends=None), text), reason)
        for span, value in zip(found.ends, values, strict=True)
    ]


def timex_of(found: FoundTime, text: str) -> str:
    """Return our value as TIMEX3 would have it; an empty string where it is unresolved."""
    words = found.span.of(text).lower()
    if found.edtf is None:
        if found.grain != "vague":
            return ""
        return (
            "PRESENT_REF" if _PRESENT.search(words) else "FUTURE_REF" if _FUTURE.search(words) else "PAST_REF"
        )
    value = (found.base or found.edtf).replace("~", "")
    if "/" in value:
        return _interval(value, words)
    if _EDGE.search(words) and value[-3:] in {"-01", "-12"}:
        value = value[:4]
    if "T" in value:
        return normal_timex(value)
    if value.endswith("X"):
        return value.rstrip("X")
    part = next((code for word, code in _DAY_PARTS if word in words), "")
    return f"{value}T{part}" if part and len(value) == 10 else value


_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


_EDGE = re.compile(
    r"\b(?:end|start|beginning|turn|close|year-end)\b.*(?:year|\d{4})|year[- ]end|year['’]s end"
)


def _interval(value: str, words: str) -> str:
    start, end = bounds(value)
    if start is None or end is None:
        return value
    if (
        "week" in words
        and (end - start).days < 6
        and start.weekday() <= end.weekday()
        and "weekend" not in words
    ):
        iso = start.isocalendar()
        return f"{iso.year}-W{iso.week:02}"
    if re.search(r"\b(?:ended|ending|to|through)\b", words) and words.startswith("the "):
        return value.partition("/")[2]
    days, year = (end - start).days + 1, f"{start.year:04}"
    if days == 7 and start.weekday() == 0:
        iso = start.isocalendar()
        return f"{iso.year}-W{iso.week:02}"
    if days == 2 and start.weekday() == 5:
        iso = start.isocalendar()
        return f"{iso.year}-W{iso.week:02}-WE"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        if months == 3:
            season = _SEASONS.get(start.month)
            return f"{year}-{season}" if season else f"{year}-Q{start.month // 3 + 1}"
        if months == 6:
            return f"{year}-H{1 if start.month < 7 else 2}"
        if months == 4 and start.month in {1, 5, 9}:
            return year
        if months % 12 == 0 and start.year // 10 == end.year // 10:
            return year[:3]
        if months == 1200:
            return year[:2]
    if (start.year, start.month) == (end.year, end.month) and _is_part(start, end):
        return value[:7]
    return value


def _is_part(start: date, end: date) -> bool:
    last = (end + timedelta(days=1)).day == 1
    return (start.day, end.day) in {(1, 10), (11, 20), (1, 7)} or (
        last and (start.day == 21 or (end - start).days == 6)
    )
