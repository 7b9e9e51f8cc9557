"""Copied passages: sentences that stand, word for word or lightly edited, in another report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.model import Copy, Reading, Span, Story, content_id
from secondsource.text.quotes import quotations
from secondsource.text.words import Word, words
from secondsource.trace.changes import changes_between

__all__ = ["containment", "find_copies"]

Direction = Literal["time", "credit", "unknown"]

SHINGLE = 4
# A sentence counts as copied when this share of its word shingles stands in one sentence elsewhere;
# light edits (a figure, a name) break at most four shingles each.
MIN_CONTAINMENT = 0.5
MIN_WORDS = 8
_MAX_HOLDERS = 64
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class _Sentence:
    report: str
    number: int
    span: Span
    tokens: tuple[str, ...]

    @property
    def shingles(self) -> list[tuple[str, ...]]:
        return [self.tokens[i : i + SHINGLE] for i in range(len(self.tokens) - SHINGLE + 1)]


def containment(a: Sequence[str], b: Sequence[str], *, size: int = SHINGLE) -> float:
    """Return the share of ``a``'s word shingles that also occur in ``b`` (Broder 1997).

    Not symmetric: a shortened passage stays near 1 in the longer one.

    >>> containment("one two three".split(), "zero one two three four".split(), size=2)
    1.0
    """
    mine = {tuple(a[i : i + size]) for i in range(len(a) - size + 1)}
    theirs = {tuple(b[i : i + size]) for i in range(len(b) - size + 1)}
    return len(mine & theirs) / len(mine) if mine else 0.0


def find_copies(reading: Reading, story: Story) -> list[Copy]:
    """Return the passages of each report of the story that stand in an earlier one.

    Quoted speech is left out: two outlets that quote one sentence of a speaker did not copy each other.
    Direction: the report that credits the other outlet took from it; else the later one; with no
    dates it stays unknown, and the passage is given from the report first in order.
    """
    inside = [s for r in story.reports for s in _sentences(reading, r)]
    matches = _matches(inside)
    found = _first_sources(reading, [_copy(reading, run) for run in _runs(matches)])
    return sorted(found, key=lambda c: (story.reports.index(c.to), c.to_span, c.id))


def _sentences(reading: Reading, report: str) -> list[_Sentence]:
    text = reading.text[report]
    quoted = [q.outer for q in quotations(text).pairs if q.level == 0]
    found = []
    for number, span in enumerate(reading.extraction[report].sentences):
        tokens = tuple(w.lower for w in words(text, span) if _counts(w))
        spoken = sum(
            max(0, min(q.end, span.end) - max(q.start, span.start)) for q in quoted if q.overlaps(span)
        )
        if len(tokens) >= MIN_WORDS and spoken < _MOSTLY * len(span):
            found.append(_Sentence(report, number, span, tokens))
    return found


def _counts(word: Word) -> bool:
    return word.text[0].isalnum()


def _matches(inside: Sequence[_Sentence]) -> list[tuple[_Sentence, _Sentence, float]]:
    """Best match of every sentence in every other report, over the containment threshold."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, sentence in enumerate(inside):
        for shingle in dict.fromkeys(sentence.shingles):
            holders[shingle].append(place)
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for place, sentence in enumerate(inside):
        shared: Counter[int] = Counter()
        for shingle in dict.fromkeys(sentence.shingles):
            if len(holders[shingle]) <= _MAX_HOLDERS:
                shared.update(p for p in holders[shingle] if inside[p].report != sentence.report)
        total = len(set(sentence.shingles))
        for other, count in shared.items():
            key = (place, inside[other].report)
            if count / total > best.get(key, (0.0, 0))[0]:
                best[key] = (count / total, other)
    return [
        (inside[place], inside[other], share)
        for (place, _), (share, other) in sorted(best.items())
        if share >= MIN_CONTAINMENT
    ]


def _runs(
    matches: Sequence[tuple[_Sentence, _Sentence, float]],
) -> list[list[tuple[_Sentence, _Sentence, float]]]:
    """Join matches of neighbouring sentences; each unordered pair of passages once."""
    by_pair: dict[tuple[str, str], list[tuple[_Sentence, _Sentence, float]]] = defaultdict(list)
    for a, b, share in matches:
        if a.report < b.report:
            by_pair[a.report, b.report].append((a, b, share))
        elif not any(x[0] is b and x[1] is a for x in by_pair[b.report, a.report]):
            by_pair[b.report, a.report].append((b, a, share))
    runs = []
    for listed in by_pair.values():
        ordered = sorted({(a.number, b.number): (a, b, s) for a, b, s in listed}.items())
        run: list[tuple[_Sentence, _Sentence, float]] = []
        for _, match in ordered:
            if run and not _goes_on(run[-1], match):
                runs.append(run)
                run = []
            run.append(match)
        if run:
            runs.append(run)
    return runs


def _goes_on(before: tuple[_Sentence, _Sentence, float], match: tuple[_Sentence, _Sentence, float]) -> bool:
    """Whether two matches are neighbours on both sides; one short sentence may stand between them."""
    steps = [match[side].number - before[side].number for side in (0, 1)]  # type: ignore[union-attr]
    return all(1 <= step <= 2 for step in steps)


def _copy(reading: Reading, run: Sequence[tuple[_Sentence, _Sentence, float]]) -> Copy:
    a, b = run[0][0].report, run[0][1].report
    forward, direction = _direction(reading, a, b)
    source, to = (a, b) if forward else (b, a)
    pairs = [(m[0].span, m[1].span) if forward else (m[1].span, m[0].span) for m in run]
    source_span, to_span = Span.hull(p[0] for p in pairs), Span.hull(p[1] for p in pairs)
    changes = [
        change
        for before, after in pairs
        for change in changes_between(reading.text[source], before, reading.text[to], after)
    ]
    return Copy(
        id=content_id("x", source, source_span.start, to, to_span.start),
        source=source,
        to=to,
        source_span=source_span,
        to_span=to_span,
        changes=tuple(changes),
        containment=sum(m[2] for m in run) / len(run),
        direction=direction,
    )


def _first_sources(reading: Reading, copies: Sequence[Copy]) -> list[Copy]:
    """Of the reports that a passage stands in, only the credited or earliest is where it was copied from."""
    kept: list[Copy] = []

    def order(copy: Copy) -> tuple[bool, float, str]:
        published = reading.report[copy.source].published_at
        return (copy.direction != "credit", _instant(published) if published else 0.0, copy.id)

    for copy in sorted(copies, key=order):
        covered = sum(
            max(0, min(k.to_span.end, copy.to_span.end) - max(k.to_span.start, copy.to_span.start))
            for k in kept
            if k.to == copy.to
        )
        if covered < _MOSTLY * len(copy.to_span):
            kept.append(copy)
    return kept


def _direction(reading: Reading, a: str, b: str) -> tuple[bool, Direction]:
    """Whether ``a`` was there first, and how that is known."""
    one, other = reading.report[a], reading.report[b]
    for forward, giver, taker in ((True, one, other), (False, other, one)):
        if taker.credit and giver.outlet and taker.credit.lower() == giver.outlet.lower():
            return forward, "credit"
    if one.published_at and other.published_at and one.published_at[:10] != other.published_at[:10]:
        return one.published_at < other.published_at, "time"
    if one.published_at and other.published_at and min(len(one.published_at), len(other.published_at)) > 10:
        return _instant(one.published_at) <= _instant(other.published_at), "time"
    return True, "unknown"


def _instant(stamp: str) -> float:
    from datetime import UTC, datetime

    moment = datetime.fromisoformat(stamp)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
