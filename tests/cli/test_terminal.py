"""What differs on a terminal: progress, markdown, nothing that steers it; and pipes that close."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.cli.conftest import FERRY, environment

SECONDSOURCE = [sys.executable, "-m", "secondsource"]


def on_a_terminal(*arguments: str, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run with stdout and stderr on a pseudo-terminal and return the exit status and all that it shows."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*SECONDSOURCE, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=environment({"TERM": "xterm-256color", "COLUMNS": "100"} | dict(env or {})),
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return process.wait(timeout=60), shown.decode("utf-8", "replace")


def test_a_terminal_gets_markdown_and_progress(folder: Path) -> None:
    status, shown = on_a_terminal("brief", str(folder))
    assert status == 0
    assert "<html" not in shown
    assert "ingest" in shown


def test_quiet_shows_no_progress(folder: Path, tmp_path: Path) -> None:
    assert on_a_terminal("brief", str(folder), "--quiet", "-o", str(tmp_path / "b.html")) == (0, "")


def test_no_color_is_respected(folder: Path, tmp_path: Path) -> None:
    coloured = "\x1b[3"
    arguments = ("brief", str(folder), "-o", str(tmp_path / "b.html"))
    assert coloured in on_a_terminal(*arguments)[1]
    assert coloured not in on_a_terminal(*arguments, env={"NO_COLOR": "1"})[1]


def test_words_of_a_report_cannot_steer_the_terminal(tmp_path: Path) -> None:
    hostile = tmp_path / "a.txt"
    hostile.write_text('"Clear \x1b]0;title\x07 the \u202edecks," the captain said on 4 March 2031.\n')
    _, shown = on_a_terminal("brief", str(hostile), "--quiet", "--format", "json")
    assert "\x1b]0;" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown


def test_a_reader_that_leaves_early_ends_the_run_quietly(folder: Path) -> None:
    process = subprocess.Popen(
        [*SECONDSOURCE, "brief", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 141
    process.stderr.close()


def test_ctrl_c_ends_with_130_and_without_a_traceback(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*SECONDSOURCE, "brief", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        # A shell's background job would start with SIGINT ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdin is not None
    process.stdin.write(FERRY.encode())
    process.stdin.flush()
    _until_reading(process.pid)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err


def _until_reading(pid: int) -> None:
    """Wait until the process has read what was sent to it, so that the signal meets it at work."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if "pipe_read" in _waits_in(pid):
            return
        time.sleep(0.05)


def _waits_in(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/wchan").read_text()
    except OSError:
        return "pipe_read"
