"""Another package's implementation is used by its name, as ours are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command

HEADLINES = '''
"""A renderer."""


def headlines(brief, *, excerpts=False):
    return "\\n".join(f"HEAD: {story.head}" for story in brief.stories)
'''


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """An environment in which the package is installed, with the metadata that pip writes."""
    site = tmp_path / "site"
    metadata = site / "headlines-1.0.dist-info"
    metadata.mkdir(parents=True)
    (site / "headlines.py").write_text(HEADLINES)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: headlines\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(
        "[secondsource.renderers]\nheadlines = headlines:headlines\nbroken = headlines_extra:render [extra]\n"
    )
    return {"PYTHONPATH": str(site)}


def test_a_renderer_of_another_package_writes_the_brief(
    folder: Path, command: Command, installed: dict[str, str]
) -> None:
    done = command("brief", folder, "--format", "headlines", env=installed)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("HEAD: ")


def test_it_is_listed_with_its_package(command: Command, installed: dict[str, str]) -> None:
    rows = [line.split() for line in command("plugins", env=installed).stdout.splitlines()]
    assert ["render", "headlines", "headlines.py", "headlines", "1.0"] in rows


def test_what_it_lacks_is_said_with_the_install_line(
    folder: Path, command: Command, installed: dict[str, str]
) -> None:
    done = command("brief", folder, "--format", "broken", env=installed)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "secondsource: 'broken' needs headlines_extra, which is not installed; "
        "run `pip install 'headlines[extra]'`\n"
    )


def test_an_unknown_format_lists_the_known_ones(
    folder: Path, command: Command, installed: dict[str, str]
) -> None:
    done = command("brief", folder, "--format", "pdf", env=installed)
    assert done.returncode == 2
    assert (
        "no implementation 'pdf' of render; installed: html, json, markdown, broken, headlines" in done.stderr
    )
