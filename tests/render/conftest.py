"""The brief of the fire."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from factories import fire_findings, fire_reading, fire_skipped

from secondsource.model import Brief
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
