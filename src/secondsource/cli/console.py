"""Talk on stderr and data on stdout, with nothing in it that steers a terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

__all__ = ["Progress", "progress", "put", "say", "to_terminal", "visible"]

Progress = Callable[[str, int, int], None]
"""Called with the verb of the stage, the number done and the number in all."""

# Control characters but tab and newline; marks that reorder the line (Unicode TR 36, 2.7); lone
# surrogates, which stand for bytes of a file name that are no UTF-8.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

BROKEN_PIPE = 141  # 128 + SIGPIPE, as a shell reports a writer whose reader left


def visible(text: str) -> str:
    r"""Return ``text`` with terminal escapes and bidirectional overrides written out.

    >>> print(visible("red \x1b[31m alert"))
    red \u001b[31m alert
    """
    return _STEERING.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def say(message: str) -> None:
    """Print one message for the user on stderr."""
    sys.stderr.write(visible(message) + "\n")
    sys.stderr.flush()


def to_terminal() -> bool:
    """Whether the result would appear on a terminal."""
    return sys.stdout.isatty()


def put(text: str) -> None:
    """Write a result to stdout in UTF-8, whatever the locale; made harmless where that is a terminal.

    A reader that leaves early (``| head``) ends the run quietly.
    """
    if to_terminal():
        text = visible(text)
    data = text.encode("utf-8", "backslashreplace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes stdout once more at exit, and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """Show a progress bar on stderr while the block runs; nothing where stderr is no terminal or ``quiet``.

    Yields:
        The function to report progress with, or null.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("ingest", total=None)

        def report(stage: str, done: int, total: int) -> None:
            bars.update(task, description=visible(stage), completed=done, total=total)

        yield report
