"""Finds and opens what the user named. Never opens a FIFO or a device, never leaves a given folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from secondsource.errors import InputError, LimitError
from secondsource.ingest.display import display_name
from secondsource.ingest.options import Limits
from secondsource.model import Skipped

__all__ = ["STDIN", "Found", "find_inputs", "is_url", "read_file"]

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """One input before it is opened: a file, standard input or a URL.

    ``aliases`` are the names that an option may call it by.
    """

    name: str
    path: Path | None = None
    url: str | None = None
    aliases: tuple[str, ...] = field(default=())

    @property
    def suffix(self) -> str:
        """Lower-case ending of the file or of the URL's path."""
        source = (
            self.path.name if self.path else (self.url or "").split("?")[0].split("#")[0].rsplit("/", 1)[-1]
        )
        return Path(source).suffix.lower() if source else ""


def is_url(given: str | Path) -> bool:
    """Whether an input is an address rather than a file."""
    return isinstance(given, str) and "://" in given[:32]


def find_inputs(inputs: Sequence[str | Path], limits: Limits) -> Iterator[Found | Skipped]:
    """Yield every file, URL and standard input that ``inputs`` name, folders unfolded in sorted order.

    A file that is named twice, or named and inside a named folder, comes once.
    """
    seen: set[tuple[int, int] | str] = set()
    count = 0
    for given in inputs:
        for found in _unfold(given, limits):
            if isinstance(found, Found):
                key = _identity(found)
                if key in seen:
                    continue
                seen.add(key)
                count += 1
                if count > limits.max_files:
                    yield Skipped(
                        found.name,
                        f"more than {limits.max_files} files; this and the rest were left out",
                        "over_limit",
                    )
                    return
            yield found


def _unfold(given: str | Path, limits: Limits) -> Iterator[Found | Skipped]:
    if is_url(given):
        address = str(given)
        yield Found(display_name(address), url=address, aliases=(address,))
        return
    if str(given) == STDIN:
        yield Found(STDIN, aliases=(STDIN,))
        return
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Skipped(display_name(path.name or str(given)), _why(error))
        return
    if stat.S_ISDIR(mode):
        found_any = False
        for found in _walk(path, path, limits, 0):
            found_any = True
            yield found
        if not found_any:
            yield Skipped(display_name(path.resolve().name), "a folder without files", "empty")
    else:
        yield Found(display_name(path.name), path=path, aliases=(str(given), path.name, str(path)))


def _walk(folder: Path, root: Path, limits: Limits, depth: int) -> Iterator[Found | Skipped]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(display_name(folder.name), _why(error))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and (reason := _leads_out(path, root)):
            yield Skipped(display_name(entry.name), reason)
            continue
        if entry.is_dir():
            if entry.is_symlink():
                # What it links to lies in the same folder and is read there; following it could loop.
                continue
            if depth >= limits.max_depth:
                yield Skipped(
                    display_name(entry.name), f"more than {limits.max_depth} folders deep", "over_limit"
                )
                continue
            yield from _walk(path, root, limits, depth + 1)
        else:
            relative = path.relative_to(root).as_posix()
            yield Found(display_name(entry.name), path=path, aliases=(relative, entry.name, str(path)))


def _leads_out(link: Path, root: Path) -> str | None:
    """Return why a link in a folder is not followed, or null."""
    try:
        target = link.resolve(strict=True)
    except RuntimeError:
        return "a link that leads to itself"
    except OSError as error:
        return (
            "a link that leads to itself" if "symbolic links" in str(error) else "a link that leads nowhere"
        )
    return None if target.is_relative_to(root.resolve()) else "a link that leads out of the folder"


def _identity(found: Found) -> tuple[int, int] | str:
    if found.path is None:
        return found.url or found.name
    try:
        status = found.path.stat()
    except (OSError, ValueError):
        return str(found.path)
    return (status.st_dev, status.st_ino)


def read_file(path: Path, max_bytes: int) -> bytes:
    """Return the bytes of a regular file.

    Raises:
        LimitError: It is larger than ``max_bytes``.
        InputError: It is no regular file, or the system refuses it; the message holds no path.
    """
    try:
        # Looked at before it is opened: opening a device can do things, opening a FIFO waits for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError("no regular file (a pipe, socket or device)")
        # And looked at again after: it may have been swapped, so opening must not wait either.
        handle = os.open(
            path,
            os.O_RDONLY
            | getattr(os, "O_NONBLOCK", 0)
            | getattr(os, "O_CLOEXEC", 0)
            | getattr(os, "O_BINARY", 0),
        )
        with os.fdopen(handle, "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise InputError("no regular file (a pipe, socket or device)")
            data = opened.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise InputError(_why(error)) from None
    if len(data) > max_bytes:
        raise LimitError(f"larger than {max_bytes:,} bytes")
    return data


def _why(error: OSError | ValueError) -> str:
    """Return the system's reason without the path that it names."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    return "no valid file name"
