"""Python use as the README shows it; mypy checks that its types are what a user sees."""

from pathlib import Path
from typing import assert_type

import secondsource
from secondsource import Brief, BriefOptions, Reading, brief, read, render_html, render_json, render_markdown

made = brief(["a.txt", Path("b.html")])
assert_type(made, Brief)
assert_type(brief("reports"), Brief)
assert_type(render_html(made), str)
assert_type(render_html(made, excerpts=True), str)
assert_type(render_markdown(made), str)
assert_type(render_json(made, excerpts=True), str)

dated = brief(Path("reports"), options=BriefOptions(dates={"a.txt": "2031-03-04"}, outlets={"a.txt": "Post"}))
for line in dated.lines:
    assert_type(line.text, str)
    for evidence in line.evidence:
        assert_type(evidence.span.of(dated.reading.text[evidence.report]), str)

reading, ingested = read(["a.txt"])
assert_type(reading, Reading)
assert_type(secondsource.__version__, str)


def follow(stage: str, done: int, total: int) -> None:
    """Progress, as a user may want it."""


assert_type(brief("reports", progress=follow), Brief)
