"""What a tracer offers, and what it hands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from secondsource.model import ClaimGroup, Copy, Origin, OriginLink, Reading, Story

__all__ = ["Traced", "Tracer"]


@dataclass(frozen=True, slots=True)
class Traced:
    """Origins and copies.

    Attributes:
        origins: All origins, in order of their first claim.
        origin_of: Claim id → origin id; every claim of a story has one.
        maybe_same: Pairs of origins that are not established against each other, with the reason.
        copies: Passages that stand in an earlier report too.
    """

    origins: tuple[Origin, ...] = ()
    origin_of: Mapping[str, str] = field(default_factory=dict)
    maybe_same: tuple[OriginLink, ...] = ()
    copies: tuple[Copy, ...] = ()


class Tracer(Protocol):
    """Follows claims upstream. Pure: adding an exact copy of a report never adds an origin."""

    name: str

    def trace(self, reading: Reading, stories: Sequence[Story], groups: Sequence[ClaimGroup]) -> Traced:
        """Return what the claims of the stories go back to."""
        ...
