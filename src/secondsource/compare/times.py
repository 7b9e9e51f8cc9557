"""Compare when two claims say that one thing happens."""

from __future__ import annotations

from secondsource.compare.base import Verdict
from secondsource.model import Claim, Reading, TimeExpression
from secondsource.text.times import bounds, contains, days_apart, describe

__all__ = ["compare_times"]


def compare_times(reading: Reading, a: Claim, b: Claim) -> Verdict | None:
    """Return what the times of two claims say, or None where one gives none.

    A day whose zone is unknown may be the neighbouring one: a day apart is no conflict. An unresolved
    time settles nothing, and the reason says so.
    """
    mine, theirs = _time(reading, a), _time(reading, b)
    if mine is None or theirs is None:
        return None
    said = f"“{reading.quote(mine)}” and “{reading.quote(theirs)}”"
    values = (mine.id, theirs.id)
    if mine.edtf is None or theirs.edtf is None:
        open_one = mine if mine.edtf is None else theirs
        reason = open_one.reason or "its date is unknown"
        why = f"{said}: whether they are one day is not established ({reason})"
        return Verdict("compatible", why, "time", values=values)
    named = f"{said} ({describe(mine.edtf)}; {describe(theirs.edtf)})"
    if _same(mine.edtf, theirs.edtf):
        return Verdict("same", f"{said} are both {describe(mine.edtf)}", "time", values=values)
    if contains(mine.edtf, theirs.edtf):
        return Verdict("refines", f"{named}: the second lies inside the first", "time", values=values)
    if contains(theirs.edtf, mine.edtf):
        return Verdict("refines", f"{named}: the first lies inside the second", "time", True, values)
    apart = days_apart(mine.edtf, theirs.edtf)
    if apart is None or apart == 0:
        return Verdict("compatible", f"{named} overlap", "time", values=values)
    if apart <= 1 and not (mine.zone_known and theirs.zone_known):
        why = f"{named} are a day apart, and the time zone of one is unknown: no conflict is established"
        return Verdict("compatible", why, "time", values=values)
    return Verdict("conflicts", f"{named} exclude each other", "time", values=values)


def _time(reading: Reading, claim: Claim) -> TimeExpression | None:
    """The time that gives the claim its ``when``, else its first time that is unresolved."""
    listed = [reading.time[v] for v in claim.values if v in reading.time]
    if claim.when:
        return next((t for t in listed if t.edtf == claim.when), None)
    return next((t for t in listed if t.edtf is None), None)


def _same(a: str, b: str) -> bool:
    return bounds(a) == bounds(b)
