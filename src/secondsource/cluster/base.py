"""What every clusterer offers."""

from __future__ import annotations

from typing import Protocol

from secondsource.model import Reading, Story

__all__ = ["Clusterer"]


class Clusterer(Protocol):
    """Groups reports by the event they tell. Pure: the order of the reports changes nothing."""

    name: str

    def cluster(self, reading: Reading) -> tuple[Story, ...]:
        """Return the stories; every report that has text is in exactly one."""
        ...
