"""What a phrase is resolved against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from secondsource.model import Span
from secondsource.text.times.anchors import Found, Unresolved
from secondsource.text.times.edtf import bounds
from secondsource.text.times.tense import Direction

__all__ = ["NO_DATE", "NO_YEAR", "Scene", "closed"]

NO_DATE = "no publication date to count from"


NO_YEAR = "no year, and no publication date to take it from"


@dataclass(slots=True)
class Scene:
    """What a phrase is resolved against.

    Attributes:
        day: The day that relative phrases count from, or null.
        direction: Which way the clause looks; a function, since few phrases need it.
        found: Times of the text that are already resolved.
        sentence: Number of the phrase's sentence.
        local: Whether the phrase says "local time" or the early hours, which may lie east of the outlet.
        until: Whether the phrase is the end of something; filled while resolving, as ``base``, its own value.
        anchors: What was counted from, filled while resolving.
        notes: What is less than certain, filled while resolving.
    """

    text: str
    sentences: list[Span]
    span: Span
    day: date | None
    direction: Callable[[], Direction]
    found: list[Found]
    sentence: int
    local: bool = False
    until: bool = False
    base: str | None = None
    anchors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def today(self, reason: str = NO_DATE) -> date:
        """Return the day to count from, and remember that it was used."""
        if self.day is None:
            raise Unresolved(reason)
        self.anchors.append(self.day.isoformat())
        return self.day


def closed(edtf: str) -> tuple[date, date]:
    """Return both ends; ``Unresolved`` where one is open."""
    start, end = bounds(edtf)
    if start is None or end is None:
        raise Unresolved("what it is counted from has an open end")
    return start, end
