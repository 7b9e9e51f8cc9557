"""A claim with what is known of when and by whom it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from secondsource.model import Claim, Quantity, Reading
from secondsource.text.times import bounds

__all__ = ["Occasioned", "occasioned"]


@dataclass(frozen=True, slots=True)
class Occasioned:
    """A claim, its origin, and the time at which it was said or published (EDTF, or null)."""

    claim: Claim
    origin: str
    origin_name: str
    said_at: str | None
    published_at: str | None

    def counted_at(self, quantity: Quantity) -> str | None:
        """Return the best known time of counting: as of, end of the period, saying, publication."""
        if quantity.as_of:
            return quantity.as_of
        if quantity.period:
            return quantity.period
        if self.said_at and self.published_at and self.published_at.startswith(self.said_at):
            return self.published_at  # said on the day of publication: the hour of that is the better bound
        return self.said_at or self.published_at

    def before(self, other: Occasioned, mine: str | None, theirs: str | None) -> bool | None:
        """Whether ``other``'s time lies before this one's; None where neither is established as first."""
        if not mine or not theirs:
            return None
        if "T" in mine and "T" in theirs:
            a, b = _instant(mine), _instant(theirs)
            if a is not None and b is not None:
                return None if a == b else b < a
        a_last, b_last = bounds(mine)[1], bounds(theirs)[1]
        a_first, b_first = bounds(mine)[0], bounds(theirs)[0]
        if a_last and b_first and a_last < b_first:
            return False
        if b_last and a_first and b_last < a_first:
            return True
        return None


def occasioned(reading: Reading, claim: Claim, origin: str, origin_name: str) -> Occasioned:
    """Return ``claim`` with its origin and times."""
    attribution = reading.attribution.get(claim.attribution or "")
    said_at = attribution.venue_when if attribution else None
    return Occasioned(
        claim,
        origin,
        origin_name,
        said_at or _entry_time(reading, claim),
        reading.report[claim.report].published_at,
    )


def _entry_time(reading: Reading, claim: Claim) -> str | None:
    """The clock time that opens the entry of a running report ("09:15 At least …"), or null."""
    if claim.sentence is None:
        return None
    for time in reading.extraction[claim.report].times:
        if (
            time.grain == "time"
            and time.edtf
            and "T" in time.edtf
            and abs(time.span.start - claim.sentence.start) <= 2
        ):
            return time.edtf
    return None


def _instant(stamp: str) -> float | None:
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
