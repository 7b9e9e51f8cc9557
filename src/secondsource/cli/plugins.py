"""`secondsource plugins`: name every implementation of every stage, with its file."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from secondsource.cli.console import put
from secondsource.cli.tables import table

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("plugins", epilog="Try: secondsource plugins --format json")(plugins)


def plugins(
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help="Form of the list.")
    ] = "table",
) -> None:
    """Name the implementations of every stage.

    With the file of each and the package that offers it.
    """
    from secondsource.plugins import GROUPS, implementations

    found = [each for stage in GROUPS for each in implementations(stage)]
    if format_ == "json":
        keys = ("stage", "name", "reference", "file", "distribution", "version")
        put(json.dumps([{key: getattr(each, key) for key in keys} for each in found], indent=2))
        return
    rows = [(e.stage, e.name, e.file or "not found", f"{e.distribution} {e.version}") for e in found]
    put(table(("stage", "name", "file", "package"), rows))
