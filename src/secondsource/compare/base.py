"""What every comparer offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from secondsource.model import ClaimGroup, Comparison, Origin, Reading, Relation

__all__ = ["Comparer", "Verdict"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one slot says about two claims.

    Attributes:
        relation: Read from the first to the second, or from the second to the first where ``turned``.
        why: A sentence.
        values: Ids of the two values that decided, in the order of the claims.
        slot: ``quantity``, ``time``, ``stance``, ``polarity`` or ``wording``.
    """

    relation: Relation
    why: str
    slot: str
    turned: bool = False
    values: tuple[str | None, str | None] = (None, None)


class Comparer(Protocol):
    """Compares the claims of each group, pair by pair. Pure."""

    name: str

    def compare(
        self, reading: Reading, groups: Sequence[ClaimGroup], origins: Sequence[Origin]
    ) -> tuple[Comparison, ...]:
        """Return exactly one relation for every pair of claims of a group."""
        ...
