"""Writes docs/reference/cli.md from the commands' own help: `make docs`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

__all__ = ["PAGE", "reference"]

PAGE = Path(__file__).parent / "reference" / "cli.md"

HEAD = """# Command line

Written by `make docs` from the commands' own help; a test compares the two.

| exit status | what happened |
|---|---|
| 0 | done |
| 1 | it failed; one line on stderr says why. `SECONDSOURCE_DEBUG=1` adds the traceback |
| 2 | it was called in a way that makes no sense; nothing was read or written |
| 3 | done, but something was skipped; stderr names it |
| 130 | interrupted with Ctrl-C |
| 141 | whoever read the output stopped reading |

The result goes to stdout or to the file of `-o`, everything else to stderr. A file is written
beside its place and then moved there, so that nobody sees half of it. `NO_COLOR` is respected.
On a terminal, control characters and marks that reorder text are written out (`\\u202e`).
"""


def reference() -> str:
    """Return the page as it should be."""
    parts = [HEAD, _section()]
    parts += [
        _section(name) for name in re.findall(r"^  (\w+)  ", _help().partition("Commands:")[2], re.MULTILINE)
    ]
    return "\n".join(parts)


def _section(*command: str) -> str:
    title = " ".join(("secondsource", *command))
    return f"## {title}\n\n```text\n{_help(*command)}\n```\n"


def _help(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "secondsource", *command, "--help"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"COLUMNS": "100", "TERMINAL_WIDTH": "100"},
    )
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines())


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(Path(__file__).parent.parent)}")
