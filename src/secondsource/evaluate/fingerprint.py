"""A hash of gold data, so that a score says what it was measured on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from secondsource.evaluate.sets.folder import data_folder

__all__ = ["fingerprint", "fingerprint_of"]


@cache
def fingerprint_of(name: str) -> str:
    """Return the hash of the gold data ``name``, a file or a folder.

    Raises:
        InputError: It is not at hand.
    """
    path = data_folder(name)
    return fingerprint([path] if path.is_file() else (p for p in path.rglob("*") if p.is_file()), path)


def fingerprint(files: Iterable[Path], root: Path) -> str:
    """Return the first 12 digits of a SHA-256 over the names (below ``root``) and bytes of ``files``."""
    digest = hashlib.sha256()
    for path in sorted(files):
        name = path.name if path == root else path.relative_to(root).as_posix()
        digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]
