"""Readings of invented reports, made by the real extractor."""

from __future__ import annotations

from collections.abc import Mapping

from secondsource.model import ClaimGroup, Comparison, Findings, Reading, Report
from secondsource.pipeline import analyse, read_reports

__all__ = ["Case", "case"]


class Case:
    """Reports read and analysed, with lookups by words so that tests name no ids."""

    def __init__(self, reading: Reading, findings: Findings) -> None:
        self.reading = reading
        self.findings = findings

    def claim(self, words: str, report: str | None = None) -> str:
        """Id of the one claim that holds ``words``."""
        found = [
            c.id
            for c in self.reading.claims
            if words in self.reading.quote(c) and (report is None or c.report == report)
        ]
        assert len(found) == 1, f"{len(found)} claims hold {words!r}"
        return found[0]

    def group(self, words: str, report: str | None = None) -> ClaimGroup:
        """The group of the claim that holds ``words``."""
        key = self.claim(words, report)
        return next(g for g in self.findings.groups if key in g.claims)

    def together(self, *words: str) -> bool:
        """Whether the claims that hold ``words`` are in one group."""
        return len({self.group(w).id for w in words}) == 1

    def relation(self, a: str, b: str) -> Comparison:
        """The relation between two claims, either way round."""
        pair = {self.claim(a), self.claim(b)}
        return next(c for c in self.findings.comparisons if {c.a, c.b} == pair)

    def origin(self, words: str, report: str | None = None) -> str:
        """Name of the origin of the claim that holds ``words``."""
        key = self.claim(words, report)
        return next(o.name for o in self.findings.origins if key in o.claims)


def case(texts: Mapping[str, str], *, day: str | None = "2031-03-05", **days: str) -> Case:
    """Read ``texts`` (report id → text, the id is the outlet too) and analyse them as they are."""
    reports = [
        Report(key, text, outlet=key.title(), published_at=days.get(key, day), date_source="given")
        for key, text in texts.items()
    ]
    reading = read_reports(reports)
    return Case(reading, analyse(reading))
