"""Merge voices into origins, and their attributions into occasions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from secondsource.model import (
    Claim,
    ClaimGroup,
    Copy,
    Origin,
    Reading,
    Story,
    content_id,
)
from secondsource.trace.carry import carry_on, follow_copies, head_carries_on
from secondsource.trace.occasions import occasions
from secondsource.trace.union import Union
from secondsource.trace.voice import Voice
from secondsource.trace.voices import voices_of

__all__ = ["merge_origins"]

_MIN_SAME_WORDS = 6


def merge_origins(
    reading: Reading,
    stories: Sequence[Story],
    claims: Sequence[Claim],
    groups: Sequence[ClaimGroup],
    copies: Sequence[Copy],
) -> tuple[tuple[Origin, ...], dict[str, str], dict[str, Voice]]:
    """Return origins, claim id → origin id, and origin id → voice.

    A claim in the report's own voice goes where a neighbour leads it: to the origin of the passage that
    it was copied with, else to the one attribution of its own report that its group has.
    """
    voices = voices_of(reading, claims, stories)
    follow_copies(reading, claims, copies, voices)
    carry_on(reading, groups, copies, voices)
    head_carries_on(reading, claims, voices)
    union = Union(v.key for v in voices.values())
    reasons: dict[str, set[str]] = defaultdict(set)
    for one, other, words in _same_words(reading, claims):
        a, b = voices[one].key, voices[other].key
        if a != b and "unnamed" in (voices[one].kind, voices[other].kind):
            union.join(a, b)
            reasons[a].add(f"the same words are quoted: {words}")
    made: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        made[union.find(voices[claim.id].key)].append(claim)
    origins: list[Origin] = []
    origin_of: dict[str, str] = {}
    by_id: dict[str, Voice] = {}
    for listed in made.values():
        best = min((voices[c.id] for c in listed), key=lambda v: (_RANK[v.kind], v.key))
        why = {voices[c.id].reason for c in listed} | {r for c in listed for r in reasons[voices[c.id].key]}
        origin = Origin(
            id=content_id("o", best.key),
            name=best.name,
            kind=best.kind,
            entity=best.entity,
            occasions=occasions(reading, listed),
            claims=tuple(c.id for c in listed),
            reasons=tuple(sorted(why - {""})),
        )
        origins.append(origin)
        by_id[origin.id] = best
        origin_of.update((c.id, origin.id) for c in listed)
    return tuple(origins), origin_of, by_id


_RANK = {
    "institution": 0, "person": 1, "document": 2, "data": 2, "agency": 3, "outlet": 4, "unnamed": 5, "unstated": 6,
}  # fmt: skip


def _same_words(reading: Reading, claims: Sequence[Claim]) -> list[tuple[str, str, str]]:
    """Pairs of directly quoted claims of different reports with the same words."""
    seen: dict[str, str] = {}
    found = []
    for claim in claims:
        attribution = reading.attribution.get(claim.attribution or "")
        if attribution is None or attribution.kind == "indirect":
            continue
        quote = " ".join(w.strip(".,;:!?“”\"'’") for w in reading.quote(claim).lower().split())
        if len(quote.split()) < _MIN_SAME_WORDS:
            continue
        if quote in seen and reading.claim[seen[quote]].report != claim.report:
            found.append((seen[quote], claim.id, f"“{reading.quote(claim)}”"))
        seen.setdefault(quote, claim.id)
    return found
