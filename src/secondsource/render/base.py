"""What every renderer offers."""

from __future__ import annotations

from typing import Protocol

from secondsource.model import Brief

__all__ = ["Renderer"]


class Renderer(Protocol):
    """Writes a brief in one format. Pure: the same brief gives the same characters."""

    def __call__(self, brief: Brief, *, excerpts: bool = False) -> str:
        """Return the brief as text.

        Args:
            brief: What ``compose`` made.
            excerpts: Leave the full texts of the reports out; only quoted sentences are printed.
        """
        ...
