"""Stage 1 of 7: read reports from files, folders, standard input and addresses. Writes Report."""

from secondsource.ingest.base import Draft, RawInput, Reader
from secondsource.ingest.options import Fetched, Fetcher, Ingested, IngestOptions, Limits
from secondsource.ingest.stage import ingest

__all__ = [
    "Draft",
    "Fetched",
    "Fetcher",
    "IngestOptions",
    "Ingested",
    "Limits",
    "RawInput",
    "Reader",
    "ingest",
]
