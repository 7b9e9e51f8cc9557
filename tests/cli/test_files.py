"""Files are whole or not there."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from secondsource.cli.files import write

SIZE = 30_000_000

KILLED_WHILE_WRITING = """
import sys, threading, os, signal
from pathlib import Path
from secondsource.cli import files

target = Path(sys.argv[1])
moment = sys.argv[2]
if moment == "before the rename":
    os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
else:
    # A text this long takes longer to write than the timer waits.
    threading.Timer(float(moment), lambda: os.kill(os.getpid(), signal.SIGKILL)).start()
while True:
    files.write(target, "n" * int(sys.argv[3]))
"""


def test_a_file_is_written_in_utf_8_and_ends_with_a_newline(tmp_path: Path) -> None:
    write(tmp_path / "b.md", "Kyïv — “said”")
    assert (tmp_path / "b.md").read_bytes() == "Kyïv — “said”\n".encode()


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "b.md", "one")
    write(tmp_path / "b.md", "two")
    assert [p.name for p in tmp_path.iterdir()] == ["b.md"]


@pytest.mark.parametrize("moment", ["before the rename", "0.02", "0.05", "0.1"])
def test_kill_9_while_writing_leaves_the_old_file_whole(tmp_path: Path, moment: str) -> None:
    target = tmp_path / "brief.html"
    target.write_text("old and whole\n")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_WRITING, str(target), moment, str(SIZE)], check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    assert target.read_bytes() in (b"old and whole\n", b"n" * SIZE + b"\n")
    if moment == "before the rename":
        assert target.read_text() == "old and whole\n"


def test_kill_9_while_writing_a_new_file_leaves_none(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_WRITING, str(target), "before the rename"],
        check=False,
        timeout=60,
    )
    assert not target.exists()


def test_a_failed_write_leaves_the_old_file_and_no_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "brief.html"
    target.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(target, "new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "link.html").symlink_to("real.html")
    write(tmp_path / "link.html", "new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text() == "new\n"


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_the_permissions_of_a_replaced_file_are_kept(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "brief.html"
    target.write_text("old")
    target.chmod(mode)
    write(target, "new")
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "brief.html", "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "brief.html").stat().st_mode) == 0o640


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    write(pipe, "through")
    assert reader.communicate(timeout=10)[0] == b"through\n"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
