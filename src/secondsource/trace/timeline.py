"""What happened when: dated claims, one line for each group and day."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Claim, ClaimGroup, Reading, Story, TimelineEntry
from secondsource.text.times import earliest

__all__ = ["timeline"]


def timeline(
    reading: Reading, stories: Sequence[Story], groups: Sequence[ClaimGroup]
) -> tuple[TimelineEntry, ...]:
    """Return the dated things that happened or are planned, in order of their dates.

    Only claims with a resolved time of their own; what is negated, possible or conditional did not
    happen and is left out. Claims of one group with one value are one entry.
    """
    group_of = {c: g for g in groups for c in g.claims}
    inside = {r: s.id for s in stories for r in s.reports}
    bundles: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in reading.claims:
        if claim.report not in inside or not _happens(claim):
            continue
        group = group_of.get(claim.id)
        key = (inside[claim.report], group.id if group else claim.id, claim.when or "")
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


def _happens(claim: Claim) -> bool:
    if not claim.when or claim.polarity == "negative" or claim.modality not in ("actual", "planned"):
        return False
    return not claim.when.startswith("..") and not claim.when.endswith("..")
