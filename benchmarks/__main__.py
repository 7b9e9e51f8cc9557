"""`python -m benchmarks`: prints one table of times and memory."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks.hostile import LONG, PATTERNS, SHORT, growth
from benchmarks.measure import Run, machine, measure
from benchmarks.reports import WORDS, write_reports
from secondsource import __version__
from secondsource.cli.tables import table

SIZES = (2, 20, 200)
STAGES = ("ingest", "extract", "cluster", "trace", "align", "compare", "render")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of reports")
    sizes = parser.parse_args().sizes
    print(f"secondsource {__version__} on {machine()}\n")
    rows = [_row("secondsource --help", measure(["-m", "secondsource", "--help"], times=7))]
    stages: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            write_reports(Path(folder), size)
            file = str(Path(folder) / f"{size}-reports.jsonl")
            out = str(Path(folder) / f"{size}.html")
            run = measure(["-m", "secondsource", "brief", file, "-o", out], times=3 if size < 100 else 1)
            rows.append(_row(f"brief of {size} reports", run))
            stages.append(_stages(size, measure(["-m", "benchmarks.stages", file]).output))
    print(table(("from a cold start", "seconds", "cpu seconds", "MB"), rows, right=frozenset({1, 2, 3})))
    print(f"\nThe fastest of several runs; reports of about {WORDS} words, one process.\n")
    head = ("reports", "stories", "claims", *STAGES, "extract, reports/s")
    print(table(head, stages, right=frozenset(range(len(head)))))
    print("\nSeconds a stage, imports included in the stage that first needs them.\n")
    grown = [(name, *_grown(*growth(pattern))) for name, pattern in PATTERNS.items()]
    grew = ("hostile text", f"{SHORT:,} characters", f"{LONG:,} characters", "times as long")
    print(table(grew, grown, right=frozenset({1, 2, 3})))
    print("\nProcessor seconds of extraction; linear time is 4 times as long, quadratic time 16 times.")


def _row(name: str, run: Run) -> tuple[str, ...]:
    return (name, f"{run.wall:.2f}", f"{run.cpu:.2f}", f"{run.memory / 1e6:.0f}")


def _grown(short: float, long: float) -> tuple[str, str, str]:
    return f"{short:.2f}", f"{long:.2f}", f"{long / short:.1f}" if short >= 0.01 else "–"


def _stages(size: int, printed: str) -> tuple[str, ...]:
    found = json.loads(printed)
    seconds = [found["stages"].get(stage, 0.0) for stage in STAGES]
    speed = found["reports"] / found["stages"]["extract"]
    return (
        str(size),
        str(found["stories"]),
        str(found["claims"]),
        *(f"{s:.2f}" for s in seconds),
        f"{speed:.1f}",
    )


if __name__ == "__main__":
    main()
