"""Files that are whole or not there: never half-written."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

__all__ = ["write"]


def write(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` in UTF-8 so that a reader sees the old file or the new one, never a part.

    The text goes to a temporary file beside ``path``, which then takes its place. A link is followed;
    a pipe or a device is written to directly, since it has no old content to keep.

    Raises:
        OSError: The folder is missing, full or not writable; ``path`` is as it was.
    """
    data = text.encode("utf-8", "backslashreplace")
    if not data.endswith(b"\n"):
        data += b"\n"
    target = Path(os.path.realpath(path))
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        target.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            # Before the rename: after a power cut the name must not lead to an empty file.
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Permissions of the file that is replaced, else what the user's umask leaves of read and write."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
