"""What every aligner offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from secondsource.model import ClaimGroup, Reading, Story

__all__ = ["Aligner"]


class Aligner(Protocol):
    """Groups claims about the same thing. Pure: the order of the input changes nothing."""

    name: str

    def align(self, reading: Reading, stories: Sequence[Story]) -> tuple[ClaimGroup, ...]:
        """Return groups in order of their first claim; every claim of a story is in exactly one."""
        ...
