"""Typed slots of a claim as weighted features: who, which action, what is counted, when, which words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from secondsource.model import Claim, Quantity, Reading
from secondsource.text.commonness import rarity
from secondsource.text.measures import kind_of, state_of, unit_kind
from secondsource.text.names import country_in_key

__all__ = ["Features", "features_of", "similarity"]

# Weight of each kind of slot. Best pairwise F on the train stories; flat within 30% of each figure.
WEIGHT = {
    "who": 1.6,
    "country": 0.8,
    "action": 1.4,
    "verb": 1.4,
    "event": 0.8,
    "counted": 2.0,
    "measure": 2.4,
    "value": 2.4,
    "unit": 0.7,
    "said": 0.8,
    "place": 0.6,
    "term": 1.0,
    "when": 0.8,
}


class Features:
    """Slots of one claim, as feature → weight, and by their kind.

    Attributes:
        weights: "kind:value" → weight; heavier slots tell more.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self._by_kind: dict[str, set[str]] = defaultdict(set)
        for feature in weights:
            self._by_kind[feature.partition(":")[0]].add(feature)

    def of(self, *kinds: str) -> set[str]:
        """Return the features of the given kinds."""
        return set().union(*(self._by_kind.get(kind, ()) for kind in kinds))


def features_of(reading: Reading, claims: Iterable[Claim]) -> dict[str, Features]:
    """Return the features of ``claims`` by id.

    A feature weighs more the fewer of the claims have it (inverse document frequency; Spärck Jones
    1972): in reports of one event, what they are all about tells nothing apart. What two claims alone
    share weighs as much as what one has: else a pair could never be alike in a small story.
    """
    listed = list(claims)
    raw = {c.id: _raw(reading, c) for c in listed}
    counted = Counter(f for features in raw.values() for f in features)
    total = max(2, len(listed))
    weighted = {}
    for claim in listed:
        weights = {
            f: WEIGHT[f.partition(":")[0]]
            * math.log((total + 1) / max(1, counted[f] - 1))
            / math.log(total + 1)
            for f in sorted(raw[claim.id])
        }
        weighted[claim.id] = Features(weights)
    return weighted


def _weight(feature: str) -> float:
    kind, _, value = feature.partition(":")
    return WEIGHT[kind] * (rarity(value) if kind in ("term", "verb") else 1.0)


def _raw(reading: Reading, claim: Claim) -> set[str]:
    found: set[str] = set()
    names: set[str] = set()
    for local in claim.about:
        entity = reading.entity.get(local)
        if entity is None:
            continue
        names.update(entity.name.lower().split())
        country = country_in_key(entity.key)
        found.add(f"country:{country}" if country and entity.type == "place" else f"who:{entity.id}")
        if country:
            found.add(f"country:{country}")
    for local in claim.places:
        entity = reading.entity.get(local)
        if entity is not None:
            found.add(f"place:{country_in_key(entity.key) or entity.id}")
    if claim.action:
        found.add(f"action:{claim.action}")
    elif claim.predicate not in (None, "be", "have", "do"):
        found.add(f"verb:{claim.predicate}")
    heads = {q.item_head for v in claim.values if (q := reading.quantity.get(v)) is not None}
    for term in claim.terms:
        # What is counted is a slot of its own; as a word it would weigh twice.
        if term not in names and term not in heads:
            found.add(f"term:{term}")
    found.update(f"event:{action}" for action in claim.events)
    for value in claim.values:
        if value in reading.quantity:
            found |= _measured(reading, claim, reading.quantity[value])
    if claim.when:
        found.add(f"when:{claim.when[:7]}")
    attribution = reading.attribution.get(claim.attribution or "")
    speaker = reading.entity.get(attribution.speaker) if attribution and attribution.speaker else None
    if speaker is not None:
        body = reading.entity.get(speaker.speaks_for or "", speaker)
        found.add(f"said:{body.id}")
    return found


# Small counts meet by chance, and so do shares, ages and lengths of time.
_SMALL = frozenset(range(11))
# "the two countries" counts nothing.
_GENERIC = frozenset(
    ["country", "side", "leader", "nation", "party", "government", "time", "way", "thing", "man", "other"]
)
_LOOSE = frozenset(
    ["day", "hour", "minute", "second", "week", "month", "year", "year of age", "ratio", "times"]
)


def _measured(reading: Reading, claim: Claim, quantity: Quantity) -> set[str]:
    """Features of one quantity: what is counted, what befell it, its unit and its figure."""
    found = set()
    state = state_of(reading.text[claim.report], quantity.span, claim.span)
    figure = quantity.low if quantity.low is not None else quantity.high
    if quantity.item_head and not (figure in _SMALL and quantity.item_head in _GENERIC):
        kind = kind_of(quantity.item_head)
        found.add(f"counted:{kind}")
        if kind == "person" and state:
            found.add(f"measure:{state}")
    elif quantity.unit is None and state:
        found |= {"counted:person", f"measure:{state}"}
    if quantity.unit:
        found.add(f"unit:{unit_kind(quantity.unit)}")
    if figure is not None and figure not in _SMALL and quantity.unit not in _LOOSE:
        found.add(f"value:{figure:g}")
    return found


def similarity(a: Features, b: Features) -> float:
    """Return the weighted overlap of two claims' slots, in [0, 1].

    The geometric mean of the two containments (Ochiai 1957), so that one claim may say more than the
    other. A counted thing and its figure are what a claim is about: where they are shared, the
    words that only one side has weigh half.
    """
    # In the order of the slots, not of a set: a sum of floats depends on its order.
    both = dict.fromkeys(f for f in a.weights if f in b.weights)
    shared = sum(min(a.weights[f], b.weights[f]) for f in both)
    kinds = {f.partition(":")[0] for f in both}
    mine, theirs = (sum(f.weights.values()) for f in (a, b))
    if kinds & {"counted", "value"}:
        mine, theirs = ((shared + total) / 2 for total in (mine, theirs))
    score = shared / math.sqrt(mine * theirs) if mine and theirs else 0.0
    return max(score, _same_figure(a, b, kinds), _same_measure(a, b, both, kinds))


# One figure of one kind of thing, in reports of one event, is one measure whatever the words around it.
# So are two counts of people to whom the same happened.
SAME_FIGURE, SAME_NUMBER, SAME_MEASURE, SAME_RATE, SAME_EVENT = 0.6, 0.4, 0.45, 0.4, 0.36
_TELLING = 0.7


def _same_measure(a: Features, b: Features, both: Iterable[str], kinds: set[str]) -> float:
    """Score of two counts of people to whom the same happened, of one named rate ("turnout"), of one act somewhere."""
    if "measure" in kinds:
        return SAME_MEASURE
    if {"action", "who", "place"} <= kinds:
        return SAME_EVENT
    rare = any(f.startswith("term:") and rarity(f[5:]) >= _TELLING for f in both)
    single = all(len(f.of("unit")) == 1 and not f.of("counted") for f in (a, b))
    return SAME_RATE if "unit" in kinds and rare and single else 0.0


def _same_figure(a: Features, b: Features, kinds: set[str]) -> float:
    """Score that an equal figure alone gives: high with the same noun or unit, less without any."""
    if "value" not in kinds:
        return 0.0
    if kinds & {"counted", "unit"}:
        return SAME_FIGURE
    named = [f.of("counted", "unit") for f in (a, b)]
    return SAME_NUMBER if not all(named) else 0.0
