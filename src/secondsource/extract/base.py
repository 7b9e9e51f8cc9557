"""What every extractor offers."""

from __future__ import annotations

from typing import Protocol

from secondsource.model import Extraction, Report

__all__ = ["Extractor"]


class Extractor(Protocol):
    """Reads one report and finds everything in it. Pure: the same report gives the same extraction."""

    name: str

    def extract(self, report: Report) -> Extraction:
        """Return quantities, times, entities, attributions and claims as spans of ``report.full_text``.

        A report that is not English gives an extraction without objects and a note that says so.
        """
        ...
