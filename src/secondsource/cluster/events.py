"""Cluster by who, what and when: names and actions weigh more than wording."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from secondsource.model import Reading, Report, Span, Story, content_id
from secondsource.text.actions import actions_of
from secondsource.text.commonness import rarity
from secondsource.text.linkage import average_linkage
from secondsource.text.times import bounds
from secondsource.text.words import can_be, lemma, words

__all__ = ["EventClusterer"]

# Two reports of one event are less alike in a folder of ten than two of a thousand look by chance. Lowest
# average likeness at ten reports, and what each tenfold adds: B³ F1 on ECB+ topics 3, 4, 9, 12, 16, 20, 32, 41
# is best from 0.12 to 0.14 at 146 reports; in our stories events stay apart above 0.05 at 12.
MIN_SCORE, MIN_SCORE_TENFOLD = 0.045, 0.07
# A story goes on for a week at full strength; after that, what is alike is more and more another event.
FRESH_DAYS, FADING_DAYS = 7, 30
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
            scores[a, b] = _cosine(vectors[a], vectors[b]) * _fading(reading.report[a], reading.report[b])
        floor = MIN_SCORE + MIN_SCORE_TENFOLD * max(0.0, math.log10(len(ids) / 10)) if ids else MIN_SCORE
        clusters = average_linkage(ids, scores, min_score=floor)
        place = {r.id: n for n, r in enumerate(reading.reports)}
        stories = [_story(reading, sorted(c, key=place.__getitem__), scores) for c in clusters]
        return tuple(sorted(stories, key=lambda s: place[s.reports[0]]))


def _vectors(reading: Reading) -> dict[str, dict[str, float]]:
    raw = {x.report: _counts(reading, x.report) for x in reading.extractions}
    df = Counter(f for counts in raw.values() for f in counts)
    total = len(raw)
    vectors = {}
    for key, counts in raw.items():
        # The half keeps a feature that all of a few reports share from weighing nothing; what two reports
        # alone share weighs as much as what one has, or a folder of two would never be one story.
        vector = {
            f: (1 + math.log(1 + n)) * (0.5 + math.log((1 + total) / max(1, df[f] - 1))) * _weight(f)
            for f, n in counts.items()
        }
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        vectors[key] = {f: v / norm for f, v in sorted(vector.items())}
    return vectors


def _weight(feature: str) -> float:
    kind, _, value = feature.partition(":")
    if kind == "term":
        return _TERM * rarity(value)
    return _WEIGHT.get(kind, _ACTION)


def _counts(reading: Reading, report: str) -> dict[str, float]:
    extraction, text = reading.extraction[report], reading.text[report]
    lead = extraction.sentences[_LEAD - 1].end if len(extraction.sentences) >= _LEAD else len(text)
    counts: dict[str, float] = defaultdict(float)
    named: list[Span] = []
    for local in extraction.entities:
        entity = reading.entity.get(local.id, local)
        for mention in local.mentions:
            counts[f"{entity.type}:{entity.id}"] += _LEAD_WEIGHT if mention.span.start < lead else 1.0
            named.append(mention.span)
    for feature, weight in _worded(text, lead, tuple(sorted(named))):
        counts[feature] += weight
    return counts


@lru_cache(maxsize=512)
def _worded(text: str, lead: int, named: tuple[Span, ...]) -> tuple[tuple[str, float], ...]:
    """Words and actions of a text outside its names. Kept, since who clusters reports as they come asks again."""
    counts: dict[str, float] = defaultdict(float)
    taken = {at for span in named for at in range(span.start, span.end)}
    for word in words(text):
        if not word.is_word or len(word.text) < 3 or word.span.start in taken or not _content(word.lower):
            continue
        weight = _LEAD_WEIGHT if word.span.start < lead else 1.0
        counts[f"term:{lemma(word.text)}"] += weight
        for action in actions_of(word.text):
            counts[f"action:{action}"] += weight / 2
    return tuple(counts.items())


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


def _fading(a: Report, b: Report) -> float:
    """Factor in (0, 1] that falls with the days between two publications; 1 where a date is unknown."""
    if not a.published_at or not b.published_at:
        return 1.0
    first, second = bounds(a.published_at)[0], bounds(b.published_at)[0]
    if first is None or second is None:
        return 1.0
    late = max(0, abs((first - second).days) - FRESH_DAYS)
    return 1.0 / (1.0 + late / FADING_DAYS) ** 2


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
