"""Time of each stage on one file of reports: `python -m benchmarks.stages FILE` prints JSON.

Runs in a process of its own, so that memory is that of one run alone.
"""

from __future__ import annotations

import json
import sys
import time


def main(path: str) -> None:
    """Print seconds a stage, the number of reports and of their words."""
    from secondsource import pipeline, render

    spent: dict[str, float] = {}
    current, since = "start", time.perf_counter()

    def turn(stage: str, done: int, total: int) -> None:
        nonlocal current, since
        now = time.perf_counter()
        spent[current] = spent.get(current, 0.0) + now - since
        current, since = stage, now

    made = pipeline.brief([path], progress=turn)
    turn("render", 0, 1)
    render.render_html(made)
    turn("end", 1, 1)
    reports = made.reading.reports
    print(
        json.dumps(
            {
                "stages": spent,
                "reports": len(reports),
                "words": sum(len(r.full_text.split()) for r in reports),
                "stories": len(made.findings.stories),
                "claims": sum(1 for _ in made.reading.claims),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
