"""Stage 4 of 7: bring claims about the same thing together. Reads Reading, Story. Writes ClaimGroup."""

from secondsource.align.base import Aligner
from secondsource.align.slots import SlotAligner

__all__ = ["Aligner", "SlotAligner"]
