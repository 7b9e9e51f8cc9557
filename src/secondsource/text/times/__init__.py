"""Times of a text as spans with EDTF values: grammar, calendar arithmetic, anchoring, resolution."""

from secondsource.text.times.edtf import (
    bounds,
    contains,
    days_apart,
    describe,
    earliest,
    grain_of,
    is_approximate,
    is_valid,
    same_or_overlapping,
)

__all__ = [
    "bounds",
    "contains",
    "days_apart",
    "describe",
    "earliest",
    "grain_of",
    "is_approximate",
    "is_valid",
    "same_or_overlapping",
]
