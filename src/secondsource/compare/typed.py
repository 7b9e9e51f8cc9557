"""Typed comparison: stance against stance, interval against interval, day against day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from secondsource.compare.base import Verdict
from secondsource.compare.judgements import compare_judgements
from secondsource.compare.occasion import Occasioned, occasioned
from secondsource.compare.quantities import compare_quantities
from secondsource.compare.settle import settle
from secondsource.compare.stances import compare_stances
from secondsource.compare.times import compare_times
from secondsource.compare.wording import close, compare_wording, verbatim
from secondsource.model import ClaimGroup, Comparison, Origin, Reading

__all__ = ["TypedComparer"]


class TypedComparer:
    """Compares every pair of a group by its typed slots; never by a similarity score alone."""

    name = "typed"

    def compare(
        self, reading: Reading, groups: Sequence[ClaimGroup], origins: Sequence[Origin]
    ) -> tuple[Comparison, ...]:
        """Return exactly one relation for every pair of claims of a group."""
        origin_of = {c: o for o in origins for c in o.claims}
        found = []
        for group in groups:
            claims = [
                occasioned(reading, reading.claim[c], origin_of[c].id, origin_of[c].name)
                for c in group.claims
            ]
            for a, b in combinations(sorted(claims, key=_order), 2):
                found.append(_comparison(group.id, a, b, _verdict(reading, a, b)))
        return tuple(found)


def _order(claim: Occasioned) -> tuple[str, str, int]:
    return (claim.published_at or "9999", claim.claim.report, claim.claim.span.start)


def _verdict(reading: Reading, a: Occasioned, b: Occasioned) -> Verdict:
    """Let the slots speak in order of what they can settle."""
    stance = compare_stances(reading, a.claim, b.claim) or compare_judgements(reading, a.claim, b.claim)
    if stance is not None:
        return stance
    if verbatim(reading, a.claim, b.claim):
        return Verdict("same", "both in the same words", "wording")
    quantity = compare_quantities(reading, a, b)
    time = settle(reading, a, b, compare_times(reading, a.claim, b.claim), quantity)
    wording = compare_wording(reading, a.claim, b.claim)
    return _together([v for v in (quantity, time) if v], wording, event=close(reading, a.claim, b.claim))


def _together(typed: Sequence[Verdict], wording: Verdict, *, event: bool) -> Verdict:
    """The gravest of the typed verdicts; the same values mean the same only where the words agree."""
    if wording.relation in ("conflicts", "denies"):
        return wording
    order = ["conflicts", "updates", "refines", "same", "compatible", "not_comparable"]
    if not typed:
        return wording
    grave = min(typed, key=lambda v: order.index(v.relation))
    refining = {v.turned for v in typed if v.relation == "refines"}
    if grave.relation == "refines" and len(refining) == 2:
        return Verdict(
            "compatible",
            "each is more precise than the other in one respect",
            grave.slot,
            values=grave.values,
        )
    if grave.relation == "same" and grave.slot == "time" and wording.relation != "same":
        why = f"{grave.why}, but they need not be one event" if not event else grave.why
        return Verdict("same" if event else "compatible", why, "time", values=grave.values)
    if grave.relation == "same" and any(v.relation in ("compatible", "not_comparable") for v in typed):
        other = next(v for v in typed if v.relation in ("compatible", "not_comparable"))
        return Verdict("compatible", other.why, other.slot, values=other.values)
    return grave


def _comparison(group: str, a: Occasioned, b: Occasioned, verdict: Verdict) -> Comparison:
    first, second = (b, a) if verdict.turned else (a, b)
    one, other = verdict.values[::-1] if verdict.turned else verdict.values
    return Comparison(
        group=group,
        a=first.claim.id,
        b=second.claim.id,
        relation=verdict.relation,
        why=verdict.why,
        a_value=one,
        b_value=other,
        slot=verdict.slot,
    )
