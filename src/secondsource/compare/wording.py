"""Claims without comparable values: do actors, action and words agree?"""

from __future__ import annotations

from secondsource.compare.base import Verdict
from secondsource.model import Claim, Reading
from secondsource.text.actions import actions_of

__all__ = ["compare_wording", "one_event"]

# Share of the shorter claim's words that must be in the other for "the same"; checked on dev stories.
MIN_SHARED = 0.5


def compare_wording(reading: Reading, a: Claim, b: Claim) -> Verdict:
    """Return ``same`` for one action of the same actors in like words, ``conflicts`` where one negates it."""
    shared = _overlap(a, b)
    alike = one_event(reading, a, b) and shared >= MIN_SHARED
    if alike and a.polarity != b.polarity:
        return Verdict("conflicts", "one says what the other negates", "polarity")
    if alike and (a.modality == "actual") == (b.modality == "actual"):
        return Verdict("same", "the same actors, action and words", "wording")
    if alike:
        return Verdict(
            "compatible", "one tells as done what the other gives as planned or possible", "wording"
        )
    return Verdict("compatible", "about the same thing, and neither follows from the other", "wording")


def one_event(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether actors and action of two claims are shared, so that their values can exclude each other."""
    actions = _actions(a) & _actions(b)
    who = _who(reading, a) & _who(reading, b)
    return bool(actions or (a.predicate and a.predicate == b.predicate)) and bool(who)


def _actions(claim: Claim) -> set[str]:
    return {claim.action} if claim.action else {x for t in claim.terms for x in actions_of(t)}


def _who(reading: Reading, claim: Claim) -> set[str]:
    return {reading.entity[e].id for e in claim.about if e in reading.entity}


def _overlap(a: Claim, b: Claim) -> float:
    mine, theirs = _senses(a), _senses(b)
    small = min(len(mine), len(theirs))
    return len(mine & theirs) / small if small else 0.0


def _senses(claim: Claim) -> set[str]:
    """Terms, with words of one class of actions made one."""
    return {min(actions_of(t), default=t) for t in claim.terms}
