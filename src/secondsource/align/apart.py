"""What keeps two claims apart whatever their words share: other places, other times."""

from __future__ import annotations

from secondsource.model import Claim, Reading
from secondsource.text.names import country_in_key
from secondsource.text.times import bounds

__all__ = ["apart"]

# Two dated things further apart than this are two things; plans are put off for longer.
MAX_DAYS_APART, MAX_DAYS_PLANNED = 31, 366


def apart(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether two claims say that they are somewhere else, or at another time, than each other.

    Two clauses of one sentence tell two things.
    """
    if a.report == b.report and a.sentence == b.sentence:
        return True
    if _counts(reading, a) and _counts(reading, b) and (a.voice == "background") != (b.voice == "background"):
        return True
    if _long_past(reading, a) != _long_past(reading, b):
        return True
    planned = "planned" in (a.modality, b.modality)
    return _elsewhere(reading, a, b) or _far_apart(
        a.when, b.when, MAX_DAYS_PLANNED if planned else MAX_DAYS_APART
    )


def _counts(reading: Reading, claim: Claim) -> bool:
    return any(v in reading.quantity for v in claim.values)


def _long_past(reading: Reading, claim: Claim) -> bool:
    """Whether the claim dates what it tells to more than a year before its report: background, not news."""
    published = reading.report[claim.report].published_at
    if not claim.when or not published:
        return False
    last, day = bounds(claim.when)[1], bounds(published)[0]
    return last is not None and day is not None and (day - last).days > 366


def _elsewhere(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether both say where, in countries that are known, and share neither place nor country."""
    mine, theirs = _places(reading, a), _places(reading, b)
    if not mine or not theirs or "" in mine.values() or "" in theirs.values():
        return False
    return not set(mine) & set(theirs) and not set(mine.values()) & set(theirs.values())


def _places(reading: Reading, claim: Claim) -> dict[str, str]:
    """Joined entity id → country code, or an empty string where the country is not known."""
    found = {}
    for local in claim.places:
        entity = reading.entity.get(local)
        if entity is not None:
            found[entity.id] = country_in_key(entity.key) or ""
    return found


def _far_apart(a: str | None, b: str | None, days: int) -> bool:
    if not a or not b:
        return False
    (a_first, a_last), (b_first, b_last) = bounds(a), bounds(b)
    if a_last and b_first and a_last < b_first:
        return (b_first - a_last).days > days
    if b_last and a_first and b_last < a_first:
        return (a_first - b_last).days > days
    return False
