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
from secondsource.text.times.find import FoundTime, find_times

__all__ = [
    "FoundTime",
    "bounds",
    "contains",
    "days_apart",
    "describe",
    "earliest",
    "find_times",
    "grain_of",
    "is_approximate",
    "is_valid",
    "same_or_overlapping",
]
