"""Stage 5 of 7: what claims go back to, and what was copied. Reads Reading, ClaimGroup. Writes Origin, Copy."""

from secondsource.trace.base import Traced, Tracer
from secondsource.trace.count import count_origins
from secondsource.trace.timeline import timeline
from secondsource.trace.tracer import UpstreamTracer
from secondsource.trace.weigh import weigh

__all__ = ["Traced", "Tracer", "UpstreamTracer", "count_origins", "timeline", "weigh"]
