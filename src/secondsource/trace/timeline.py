"""What happened when: dated claims, one line for each group and day."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Claim, Position, Reading, Story, TimelineEntry
from secondsource.text.times import earliest

__all__ = ["timeline"]


def timeline(
    reading: Reading, stories: Sequence[Story], positions: Sequence[Position]
) -> tuple[TimelineEntry, ...]:
    """Return the dated things that happened or are planned, in order of their dates.

    Only claims with a resolved time of their own; what is negated, denied, possible or conditional did not
    happen and is left out. Claims of one position with one date are one entry.
    """
    position_of = {c: p.claims[0] for p in positions for c in p.claims}
    inside = {r: s.id for s in stories for r in s.reports}
    bundles: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in reading.claims:
        said = reading.attribution.get(claim.attribution or "")
        if claim.report not in inside or not _happens(claim) or (said and said.stance in _UNTOLD):
            continue
        key = (inside[claim.report], position_of.get(claim.id, claim.id), claim.when or "")
        bundles.setdefault(key, []).append(claim)
    entries = [
        TimelineEntry(
            edtf=when,
            what=reading.quote(min(claims, key=lambda c: (len(c.span), c.id))),
            claims=tuple(c.id for c in claims),
            story=story,
        )
        for (story, _, when), claims in bundles.items()
    ]
    return tuple(sorted(entries, key=lambda e: (earliest(e.edtf), e.edtf, e.what)))


# Who denies or doubts a thing tells none that happened.
_UNTOLD = frozenset(["denies", "doubts", "declines", "asks"])


def _happens(claim: Claim) -> bool:
    if not claim.when or claim.polarity == "negative" or claim.modality not in ("actual", "planned"):
        return False
    return not claim.when.startswith("..") and not claim.when.endswith("..")
