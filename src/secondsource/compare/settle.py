"""When do two days that exclude each other make a conflict?"""

from __future__ import annotations

from secondsource.compare.base import Verdict
from secondsource.compare.occasion import Occasioned
from secondsource.compare.wording import close, shared_names
from secondsource.model import Reading

__all__ = ["settle"]

# What is said or published again on another day is another occasion.
_REPEATED = frozenset(
    "announce say tell write post tweet publish release report warn state declare comment speak meet talk add "
    "confirm update repeat call".split()
)


def settle(
    reading: Reading, a: Occasioned, b: Occasioned, time: Verdict | None, quantity: Verdict | None
) -> Verdict | None:
    """Return what two times say of two claims, given what their quantities say.

    Two days exclude each other only for one event: same actors, same action, and one more thing shared.
    A newer count has a newer day of its own. What one origin says of one event later replaces what it
    said before.
    """
    if time is None or time.relation != "conflicts":
        return time
    named = time.why.removesuffix(" exclude each other")
    if quantity is not None and quantity.relation == "updates":
        return None
    if {a.claim.predicate, b.claim.predicate} & _REPEATED:
        return Verdict("not_comparable", f"{named}: two occasions of saying so", "time", values=time.values)
    specific = close(reading, a.claim, b.claim) or len(shared_names(reading, a.claim, b.claim)) > 1
    if not specific or (quantity is not None and quantity.relation == "conflicts"):
        return Verdict(
            "not_comparable", f"{named}: nothing says that they are one event", "time", values=time.values
        )
    if a.origin == b.origin:
        order = a.before(b, a.published_at, b.published_at)
        if order is not None:
            why = f"{named}: both are {a.origin_name}'s, and the later report gives the later word"
            return Verdict("updates", why, "time", order, time.values)
    return time
