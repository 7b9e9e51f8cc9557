"""Where the public gold data lies on this machine."""

from __future__ import annotations

import os
from pathlib import Path

from secondsource.errors import InputError

__all__ = ["data_folder", "has_data"]

_DEFAULT = Path("..") / "shared" / "data"


def data_folder(name: str) -> Path:
    """Return the folder or file ``name`` of the gold data.

    The environment variable ``SECONDSOURCE_DATA`` names the folder that holds them all.

    Raises:
        InputError: It is not there.
    """
    path = Path(os.environ.get("SECONDSOURCE_DATA", _DEFAULT)) / name
    if not path.exists():
        raise InputError(f"no gold data {name!r}; set SECONDSOURCE_DATA to the folder that holds it")
    return path


def has_data(name: str) -> bool:
    """Whether the gold data ``name`` is at hand."""
    try:
        data_folder(name)
    except InputError:
        return False
    return True
