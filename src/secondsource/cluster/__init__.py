"""Stage 3 of 7: bring reports of one event together. Reads Reading. Writes Story."""

from secondsource.cluster.base import Clusterer
from secondsource.cluster.events import EventClusterer

__all__ = ["Clusterer", "EventClusterer"]
