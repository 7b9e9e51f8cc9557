"""Nothing heavy is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Each takes longer to import than Python takes to start.
HEAVY = {
    "babel", "bs4", "docx", "hypothesis", "httpx2", "jinja2", "justext", "lemminflect", "lxml", "nh3", "numpy",
    "protego", "py3langid", "pydantic", "pypdfium2", "rapidfuzz", "rich", "trafilatura",
}  # fmt: skip
STAGES = {
    f"secondsource.{name}"
    for name in ("ingest", "extract", "cluster", "align", "trace", "compare", "render", "pipeline", "text")
}
SHOW = "import sys\ntry:\n    {code}\nfinally:\n    print('\\n'.join(sys.modules), file=sys.stderr)"


def imported_by(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(code=code)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    loaded = set(done.stderr.split())
    assert "sys" in loaded, done.stderr
    return loaded


@pytest.mark.parametrize(
    "code",
    [
        "import secondsource",
        "from secondsource.cli.app import run; run(['--help'])",
        "from secondsource.cli.app import run; run(['brief', '--help'])",
        "from secondsource.cli.app import run; run(['--version'])",
        "from secondsource.plugins import implementations; implementations('extract')",
    ],
)
def test_nothing_heavy_is_imported_for_what_needs_none_of_it(code: str) -> None:
    loaded = imported_by(code)
    assert sorted(HEAVY & loaded) == []
    assert sorted(STAGES & loaded) == []


@pytest.mark.parametrize(
    "module",
    ["secondsource.model", "secondsource.errors", "secondsource.plugins", "secondsource.evaluate.measures"],
)
def test_the_nouns_need_the_standard_library_alone(module: str) -> None:
    assert sorted(HEAVY & imported_by(f"import {module}")) == []
