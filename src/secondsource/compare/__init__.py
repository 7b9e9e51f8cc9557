"""Stage 6 of 7: how two claims of a group relate, and why. Reads ClaimGroup, Origin. Writes Comparison."""

from secondsource.compare.base import Comparer
from secondsource.compare.typed import TypedComparer

__all__ = ["Comparer", "TypedComparer"]
