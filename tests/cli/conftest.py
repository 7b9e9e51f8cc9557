"""Runs the command as a user does: in a process of its own, with stdin, stdout and stderr apart."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]

FERRY = """Ferry runs aground off Aldermere

A coastguard spokesman said on Tuesday that 214 people were taken off the ferry.

"Nobody was hurt," the spokesman, Piet Larsen, told Northern Wire.
"""
FERRY_AGAIN = """Passengers taken off stranded ferry

At least 200 people left the ferry on Tuesday, according to the coastguard.

The operator denied that the ship was overloaded.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two small reports of one event."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(FERRY, encoding="utf-8")
    (reports / "b.txt").write_text(FERRY_AGAIN, encoding="utf-8")
    return reports


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of the test run without what changes the output of a command."""
    kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "SECONDSOURCE_DEBUG"}}
    return kept | dict(extra or {})


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Run `secondsource` with arguments in an empty folder; ``input_`` and ``env`` are optional."""

    def run(
        *arguments: str | Path, input_: str | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "secondsource", *map(str, arguments)],
            input=input_,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment(env),
            timeout=120,
            check=False,
        )

    return run
