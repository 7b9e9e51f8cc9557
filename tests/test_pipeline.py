"""What the order of the stages promises beyond the stages themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource import pipeline, plugins
from secondsource.errors import SpanError
from secondsource.model import Report, Span


class Careless:
    """An extractor that selects what no text holds."""

    name = "careless"

    def extract(self, report: Report) -> object:
        return Span(4, len(report.text) + 7).of(report.text)


def test_a_fault_of_an_extractor_names_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A span that does not fit is a fault of ours: it is never skipped, but it must say where it was."""
    written = tmp_path / "ferry.txt"
    written.write_text("The harbour office of Sandvær said on Monday that two ferries had stopped.\n")
    monkeypatch.setattr(plugins, "load", lambda stage, name: Careless())
    with pytest.raises(SpanError, match=r"ferry\.txt: .*fault of the extractor 'rules'"):
        pipeline.read(written)
