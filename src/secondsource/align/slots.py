"""Align by typed slots: claims that share who, what and how much, by average linkage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from secondsource.align.apart import apart
from secondsource.align.features import Features, features_of, similarity
from secondsource.model import Claim, ClaimGroup, Reading, Story, content_id
from secondsource.text.linkage import average_linkage

__all__ = ["SlotAligner"]

MIN_SCORE = 0.28
ONE_DENIAL, TWO_DENIALS, UNLIKE_MODALITY = 1.5, 0.9, 0.6
_COMMON_SHARE = 0.34


class SlotAligner:
    """Groups the claims of each story by typed slots, not by wording alone."""

    name = "slots"

    def align(self, reading: Reading, stories: Sequence[Story]) -> tuple[ClaimGroup, ...]:
        """Return the groups of every story, in order of their first claim."""
        found: list[ClaimGroup] = []
        for story in stories:
            inside = set(story.reports)
            claims = [c for c in reading.claims if c.report in inside]
            found += self._story(reading, story, claims)
        return tuple(found)

    def _story(self, reading: Reading, story: Story, claims: Sequence[Claim]) -> list[ClaimGroup]:
        features = features_of(reading, claims)
        by_id = {c.id: c for c in claims}
        scores = {}
        for a, b in _candidates(features):
            one, other = by_id[a], by_id[b]
            if _may_be_one(one, other, features[a], features[b]) and not apart(reading, one, other):
                scores[a, b] = _score(reading, one, other, features[a], features[b])
        clusters = average_linkage([c.id for c in claims], scores, min_score=MIN_SCORE)
        place = {c.id: n for n, c in enumerate(claims)}
        groups = [
            _group(reading, story, sorted(ids, key=place.__getitem__), features, scores) for ids in clusters
        ]
        return sorted(groups, key=lambda g: place[g.claims[0]])


def _candidates(features: dict[str, Features]) -> Iterable[tuple[str, str]]:
    """Pairs that share a feature which not every other claim has; each pair once, smaller id first."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(features):
        for feature in features[key].weights:
            holders[feature].append(key)
    cap = max(12, int(len(features) * _COMMON_SHARE))
    pairs = {
        (a, b)
        for ids in holders.values()
        if 1 < len(ids) <= cap
        for n, a in enumerate(ids)
        for b in ids[n + 1 :]
    }
    return sorted(pairs)


def _score(reading: Reading, a: Claim, b: Claim, fa: Features, fb: Features) -> float:
    """Likeness of two claims. A denial repeats little of what it denies, so less has to be shared with it.

    Two denials of one action by a common party are about one thing, however wide each is; an open
    question asserts nothing.
    """
    stances = [reading.attribution[c.attribution].stance if c.attribution else "" for c in (a, b)]
    denials = stances.count("denies")
    act, party = (fa.of(*kinds) & fb.of(*kinds) for kinds in (("action", "event"), ("who", "country")))
    if denials == 2 and act and party:
        return TWO_DENIALS
    unlike = "possible" in (a.modality, b.modality) and a.modality != b.modality
    weight = (ONE_DENIAL if denials else 1.0) * (UNLIKE_MODALITY if unlike else 1.0)
    return similarity(fa, fb) * weight


# Everything can be given in these.
_TELLS_NOTHING = frozenset(["unit:percent", "unit:ratio", "unit:times"])


def _may_be_one(a: Claim, b: Claim, fa: Features, fb: Features) -> bool:
    """Whether two claims can be about the same thing at all."""
    act = fa.of("action", "verb", "event") & fb.of("action", "verb", "event")
    counted = fa.of("counted", "value", "measure") & fb.of("counted", "value", "measure")
    who = fa.of("who", "country") & fb.of("who", "country")
    terms = fa.of("term") & fb.of("term")
    measured = {f for f in fa.of("unit") & fb.of("unit") if f not in _TELLS_NOTHING}
    named = fa.of("who") & fb.of("who")
    if not (act or counted or measured or len(terms) >= 3 or len(named) >= 2):
        return False
    when = fa.of("when") & fb.of("when")
    return bool(who or counted or measured or len(terms) >= 2 or (act and (terms or when)))


def _group(
    reading: Reading,
    story: Story,
    ids: Sequence[str],
    features: dict[str, Features],
    scores: dict[tuple[str, str], float],
) -> ClaimGroup:
    pairs = [scores.get((min(a, b), max(a, b)), 0.0) for n, a in enumerate(ids) for b in ids[n + 1 :]]
    return ClaimGroup(
        id=content_id("g", *sorted(ids)),
        about=_about(reading, ids, features),
        claims=tuple(ids),
        story=story.id,
        score=sum(pairs) / len(pairs) if pairs else 1.0,
        reasons=_reasons(reading, [features[i] for i in ids]) if len(ids) > 1 else (),
    )


def _about(reading: Reading, ids: Sequence[str], features: dict[str, Features]) -> str:
    """Quote the shortest claim of the group that still has most of what the group shares."""
    shared = set.intersection(*(set(features[i].weights) for i in ids)) if len(ids) > 1 else set()

    def fit(key: str) -> tuple[int, int, str]:
        claim = reading.claim[key]
        return (-len(shared & set(features[key].weights)), len(claim.span), key)

    return reading.quote(reading.claim[min(ids, key=fit)])


_SAID = {
    "who": "who: {}", "country": "country: {}", "action": "action: {}", "verb": "action: {}", "event": "action: {}",
    "said": "speaker: {}", "place": "place: {}", "counted": "counted: {}", "measure": "counted: {}", "value": "figure: {}", "unit": "unit: {}", "when": "time: {}", "term": "word: {}",
}  # fmt: skip


def _reasons(reading: Reading, listed: Sequence[Features]) -> tuple[str, ...]:
    """Name the slots that at least two claims share, the heaviest first."""
    counted: dict[str, float] = defaultdict(float)
    for features in listed:
        for feature, weight in features.weights.items():
            if sum(feature in other.weights for other in listed) > 1:
                counted[feature] += weight
    best = sorted(counted, key=lambda f: (-counted[f], f))[:6]
    said = []
    for feature in best:
        kind, _, value = feature.partition(":")
        entity = reading.entity.get(value) if kind in ("who", "said", "place") else None
        said.append(_SAID[kind].format(entity.name if entity else value))
    return tuple(dict.fromkeys(said))
