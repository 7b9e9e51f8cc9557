"""Cluster by who, what and when: names and actions weigh more than wording."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from secondsource.model import Reading, Report, Story, content_id
from secondsource.text.actions import actions_of
from secondsource.text.linkage import average_linkage
from secondsource.text.times import bounds
from secondsource.text.words import can_be, lemma, words

__all__ = ["EventClusterer"]

MIN_SCORE = 0.2
# Reports further apart than this tell two events even where all names agree.
MAX_DAYS_APART = 10
_WEIGHT = {"person": 3.0, "organisation": 2.5, "place": 1.5, "identifier": 3.0}
_TERM, _ACTION = 1.0, 1.0
# The first sentences tell what a report is about.
_LEAD, _LEAD_WEIGHT = 3, 2.0


class EventClusterer:
    """Average linkage over weighted names, actions and words of whole reports."""

    name = "events"

    def cluster(self, reading: Reading) -> tuple[Story, ...]:
        """Return stories in order of their first report."""
        vectors = _vectors(reading)
        scores = {}
        ids = sorted(vectors)
        for a, b in _pairs(vectors):
            if not _far_apart(reading.report[a], reading.report[b]):
                scores[a, b] = _cosine(vectors[a], vectors[b])
        clusters = average_linkage(ids, scores, min_score=MIN_SCORE)
        place = {r.id: n for n, r in enumerate(reading.reports)}
        stories = [_story(reading, sorted(c, key=place.__getitem__), scores) for c in clusters]
        return tuple(sorted(stories, key=lambda s: place[s.reports[0]]))


def _vectors(reading: Reading) -> dict[str, dict[str, float]]:
    raw = {x.report: _counts(reading, x.report) for x in reading.extractions}
    df = Counter(f for counts in raw.values() for f in counts)
    total = len(raw)
    vectors = {}
    for key, counts in raw.items():
        # The half keeps a feature that all of a few reports share from weighing nothing.
        vector = {
            f: (1 + math.log(1 + n)) * (0.5 + math.log((1 + total) / df[f])) * _weight(f)
            for f, n in counts.items()
        }
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        vectors[key] = {f: v / norm for f, v in sorted(vector.items())}
    return vectors


def _weight(feature: str) -> float:
    kind = feature.partition(":")[0]
    return _WEIGHT.get(kind, _ACTION if kind == "action" else _TERM)


def _counts(reading: Reading, report: str) -> dict[str, float]:
    extraction, text = reading.extraction[report], reading.text[report]
    lead = extraction.sentences[_LEAD - 1].end if len(extraction.sentences) >= _LEAD else len(text)
    counts: dict[str, float] = defaultdict(float)
    named: set[int] = set()
    for local in extraction.entities:
        entity = reading.entity.get(local.id, local)
        for mention in local.mentions:
            counts[f"{entity.type}:{entity.id}"] += _LEAD_WEIGHT if mention.span.start < lead else 1.0
            named.update(range(mention.span.start, mention.span.end))
    for word in words(text):
        if not word.is_word or len(word.text) < 3 or word.span.start in named or not _content(word.lower):
            continue
        weight = _LEAD_WEIGHT if word.span.start < lead else 1.0
        counts[f"term:{lemma(word.text)}"] += weight
        for action in actions_of(word.text):
            counts[f"action:{action}"] += weight / 2
    return counts


def _content(word: str) -> bool:
    return can_be(word, "NOUN") or (can_be(word, "VERB") and not can_be(word, "AUX"))


def _pairs(vectors: Mapping[str, Mapping[str, float]]) -> list[tuple[str, str]]:
    """Pairs that share a name or a word that not half of all reports have."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(vectors):
        for feature in vectors[key]:
            holders[feature].append(key)
    cap = max(20, len(vectors) // 4)
    found = {
        (a, b)
        for ids in holders.values()
        if 1 < len(ids) <= cap
        for n, a in enumerate(ids)
        for b in ids[n + 1 :]
    }
    return sorted(found)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(v * b[f] for f, v in a.items() if f in b)


def _far_apart(a: Report, b: Report) -> bool:
    if not a.published_at or not b.published_at:
        return False
    first, second = bounds(a.published_at)[0], bounds(b.published_at)[0]
    return first is not None and second is not None and abs((first - second).days) > MAX_DAYS_APART


def _story(reading: Reading, ids: Sequence[str], scores: Mapping[tuple[str, str], float]) -> Story:
    pairs = [scores.get((min(a, b), max(a, b)), 0.0) for n, a in enumerate(ids) for b in ids[n + 1 :]]
    return Story(
        id=content_id("s", *sorted(ids)),
        title=_title(reading.report[ids[0]]),
        reports=tuple(ids),
        score=sum(pairs) / len(pairs) if pairs else 1.0,
    )


def _title(report: Report) -> str:
    """The headline of the first report, else its first line."""
    line = report.headline or report.text.strip().partition("\n")[0]
    return line if len(line) <= 120 else line[:117].rsplit(" ", 1)[0] + " …"
