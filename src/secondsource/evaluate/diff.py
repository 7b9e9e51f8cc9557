"""Which errors were gained and lost since a revision: both are run on the data at hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from secondsource.errors import OptionError

__all__ = ["Changes", "changes", "errors_at"]

Case = tuple[str, str, str]
"""Evaluation, kind of the error, its words."""

_DRIVER = """
import json, sys
from secondsource.evaluate import registry
limit = json.loads(sys.argv[1])
cases = [[name, *case] for name in sys.argv[2:] for case in registry.load(name).errors(limit=limit)]
json.dump(cases, sys.stdout)
"""


class Changes:
    """Errors that are new, and errors that are gone."""

    def __init__(self, before: Sequence[Case], after: Sequence[Case]) -> None:
        then, now = Counter(before), Counter(after)
        self.lost: list[Case] = list(dict.fromkeys(case for case in after if now[case] > then[case]))
        self.gained: list[Case] = list(dict.fromkeys(case for case in before if then[case] > now[case]))


def errors_at(revision: str, names: Sequence[str], *, limit: int | None = None) -> list[Case]:
    """Return the errors of the code of ``revision``, run in a worktree of its own on today's data and stories.

    Raises:
        OptionError: There is no such revision, this is no clone, or its code cannot list its errors.
    """
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        _git("worktree", "add", "--detach", "--quiet", str(tree), revision)
        try:
            environment = {**os.environ, "PYTHONPATH": str(tree / "src")}
            done = subprocess.run(  # noqa: S603 - our own interpreter and our own code
                [sys.executable, "-c", _DRIVER, json.dumps(limit), *names],
                env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
        finally:
            _git("worktree", "remove", "--force", str(tree))
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        raise OptionError(f"the code of {revision!r} cannot list its errors: {last[0]}")
    return [(name, kind, words) for name, kind, words in json.loads(done.stdout)]


def _git(*arguments: str) -> None:
    try:
        subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise OptionError("--diff needs git") from error
    except subprocess.CalledProcessError as error:
        raise OptionError(f"git {arguments[0]}: {error.stderr.strip().splitlines()[-1]}") from error


def changes(revision: str, names: Sequence[str], *, limit: int | None = None) -> Changes:
    """Return what errors today's code makes that ``revision`` did not, and the other way."""
    from secondsource.evaluate.registry import load

    now = [(name, kind, words) for name in names for kind, words in load(name).errors(limit=limit)]
    return Changes(errors_at(revision, names, limit=limit), now)
