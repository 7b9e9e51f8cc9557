"""Denials: one against its target, and denial beside denial with their scopes."""

from __future__ import annotations

from secondsource.compare.base import Verdict
from secondsource.model import Attribution, Claim, Reading
from secondsource.text.actions import actions_of
from secondsource.text.names import country_in_key

__all__ = ["compare_stances"]


def compare_stances(reading: Reading, a: Claim, b: Claim) -> Verdict | None:
    """Return a verdict where one of the two claims, or both, stand in a denial; else None."""
    mine, theirs = reading.attribution.get(a.attribution or ""), reading.attribution.get(b.attribution or "")
    denied = [x is not None and x.stance == "denies" for x in (mine, theirs)]
    if not any(denied):
        return None
    if all(denied):
        assert mine is not None
        assert theirs is not None
        return _two_denials(reading, mine, theirs)
    denial = mine if denied[0] else theirs
    other = b if denied[0] else a
    assert denial is not None
    if other.polarity == "negative":
        return Verdict("same", "one denies what the other says did not happen", "stance", turned=denied[0])
    stance = reading.attribution.get(other.attribution or "")
    if stance is not None and stance.stance in ("declines", "asks"):
        return Verdict("compatible", "a refusal to answer denies nothing", "stance")
    if other.modality in ("possible", "conditional"):
        return Verdict(
            "compatible", "what is only possible is not asserted, so the denial opposes nothing", "stance"
        )
    if not _one_matter(reading, a, b):
        return Verdict("compatible", "nothing says that the denial is of this", "stance")
    scope = _scope(reading, denial)
    return Verdict("denies", f"a denial{scope} of what the other says", "stance", turned=denied[0])


def _one_matter(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether a denial and a claim share an action and someone, or an action and two words more."""
    acts = set(a.events) & set(b.events) or ({a.predicate} & {b.predicate} - {None, "be", "have", "do"})
    if not acts:
        return False
    people = [{_party(reading, key) for key in claim.about} - {""} for claim in (a, b)]
    words = {t for t in set(a.terms) & set(b.terms) if not actions_of(t)}
    return bool(people[0] & people[1]) or len(words) > 1


def _party(reading: Reading, key: str) -> str:
    """A country where the entity is of one, else the entity itself."""
    entity = reading.entity.get(key)
    return (country_in_key(entity.key) or entity.id) if entity is not None else ""


def _two_denials(reading: Reading, a: Attribution, b: Attribution) -> Verdict:
    """Denials of one scope are the same; a limited one leaves room that a full one does not."""
    first, second = (x.scope.of(reading.text[x.report]) if x.scope else "" for x in (a, b))
    if first.lower() == second.lower():
        return Verdict("same", "both deny it, in the same scope", "stance")
    if first and second:
        why = f"both deny, in different scope: “{first}” and “{second}”"
        return Verdict("compatible", why, "stance")
    limited = first or second
    why = f"both deny, in different scope: one without limit, one only “{limited}”"
    return Verdict("compatible", why, "stance")


def _scope(reading: Reading, denial: Attribution) -> str:
    if denial.scope is None:
        return ""
    return f" (limited to “{denial.scope.of(reading.text[denial.report])}”)"
