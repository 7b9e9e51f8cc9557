"""The brief of the fire."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from factories import Maker, fire_findings, fire_reading, fire_skipped, report

from secondsource.model import Brief, Extraction, Story
from secondsource.render import compose


@pytest.fixture
def fire() -> Brief:
    return compose(
        fire_reading(),
        fire_findings(),
        skipped=fire_skipped(),
        options=[("date", "r2.txt=2031-05-14")],
        inputs=[("r1.txt", "ab" * 32), ("r2.txt", "cd" * 32), ("r3.txt", "ef" * 32)],
        version="1.2.3",
    )


@pytest.fixture
def with_report() -> Callable[..., Brief]:
    """Return a function that changes fields of one report of a brief."""

    def changed(brief: Brief, report: str, **fields: object) -> Brief:
        reports = tuple(
            dataclasses.replace(r, **fields) if r.id == report else r  # type: ignore[arg-type]
            for r in brief.reading.reports
        )
        return dataclasses.replace(brief, reading=dataclasses.replace(brief.reading, reports=reports))

    return changed


@pytest.fixture
def two_stories() -> Brief:
    """The fire, and a second story of one report."""
    other = report(
        "r9", "The bridge at Hallin is closed, the mayor said.", outlet="Hallin News", day="2031-05-14"
    )
    m = Maker(other)
    extraction = Extraction(
        "r9",
        "hand",
        attributions=(m.said("b1", "the mayor", "said", "The bridge at Hallin is closed"),),
        claims=(m.claim("d1", "The bridge at Hallin is closed", attribution="b1", voice="reported"),),
    )
    reading, findings = fire_reading(), fire_findings()
    reading = dataclasses.replace(
        reading, reports=(*reading.reports, other), extractions=(*reading.extractions, extraction)
    )
    findings = dataclasses.replace(
        findings, stories=(Story("s2", "Bridge closed", ("r9",)), *findings.stories)
    )
    return compose(reading, findings, skipped=fire_skipped(), version="1.2.3")
