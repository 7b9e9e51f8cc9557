"""What is installed is what is locked, and nothing names a machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import secondsource

ROOT = Path(__file__).parent.parent


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == secondsource.__version__


def test_the_lock_file_names_the_public_index_alone() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text()))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_the_lock_file_names_no_folder_of_a_machine() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    sources = {tuple(p["source"].items()) for p in lock["package"] if p["name"] != "secondsource"}
    assert sources == {(("registry", "https://pypi.org/simple"),)}


def test_every_dependency_has_an_upper_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    assert not [each for each in wanted if ",<" not in each]


def test_ci_runs_what_developers_run() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make --no-print-directory test" in script.read_text()
