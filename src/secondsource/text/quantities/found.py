"""`FoundQuantity`: what the finder returns, before a report and its ids are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.model import Bound, Span

__all__ = ["FoundQuantity"]


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A number with its bound, unit and counted noun, as `secondsource.model.Quantity` but without ids.

    Attributes:
        span: The whole expression with modifier and noun.
        low: Lowest value; null where only an upper bound is given.
        high: Highest value; null where only a lower bound is given.
        bound: How ``low`` and ``high`` limit the value; ``exact`` and ``about`` keep low = high.
        unit: Singular English, ISO 4217, ``percent``, ``times``, ``ratio``; null for plain counts.
        item: The counted noun as it stands in the text, or null.
        item_span: Where ``item`` stands; it may lie outside ``span`` ("the number of dead rose to 61").
        item_head: Lemma of the head noun of ``item``; also where the verb alone tells it ("killing 18": person).
        change: ``rise`` or ``fall`` for "rose by 12%"; null for levels.
        relative: Index, in the list that the finder returned, of the quantity that this one is relative to.
    """

    span: Span
    low: float | None
    high: float | None
    bound: Bound = "exact"
    unit: str | None = None
    item: str | None = None
    item_span: Span | None = None
    item_head: str | None = None
    change: Literal["rise", "fall"] | None = None
    relative: int | None = None

    @property
    def value(self) -> float:
        """The figure that is named: the lower one of a range."""
        if self.low is not None:
            return self.low
        return self.high if self.high is not None else 0.0
