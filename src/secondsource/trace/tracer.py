"""The tracer by named upstream: voices to origins, copies, and what may be one."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import ClaimGroup, Reading, Story
from secondsource.trace.base import Traced
from secondsource.trace.copies import find_copies
from secondsource.trace.independence import maybe_same
from secondsource.trace.origins import merge_origins

__all__ = ["UpstreamTracer"]


class UpstreamTracer:
    """Counts who is named furthest upstream, not who published."""

    name = "upstream"

    def trace(self, reading: Reading, stories: Sequence[Story], groups: Sequence[ClaimGroup]) -> Traced:
        """Return origins, what claims go back to, which origins may be one, and copied passages."""
        inside = {r for story in stories for r in story.reports}
        claims = [c for c in reading.claims if c.report in inside]
        copies = tuple(c for story in stories for c in find_copies(reading, story))
        origins, origin_of, voices = merge_origins(reading, stories, claims, groups, copies)
        together = {tuple(sorted({origin_of[c] for c in group.claims})) for group in groups}
        return Traced(origins, origin_of, maybe_same(origins, voices, together), copies)
