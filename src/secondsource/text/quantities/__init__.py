"""Quantities in running text: number grammar, units, bounds, counted nouns, changes.

`find_quantities` returns them with their spans; the rules of their values are those of the story format.
"""

from secondsource.text.quantities.finder import find_quantities
from secondsource.text.quantities.found import FoundQuantity

__all__ = ["FoundQuantity", "find_quantities"]
