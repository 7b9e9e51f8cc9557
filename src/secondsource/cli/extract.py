"""`secondsource extract`: print what each report holds, without comparing them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from secondsource.cli import files
from secondsource.cli.console import progress, put
from secondsource.cli.inputs import (
    Dates,
    Extractor,
    Inputs,
    Meta,
    Outlets,
    Quiet,
    options_of,
    tell_skipped,
)

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(
        "extract", epilog="Try: secondsource extract a.txt b.html -o claims.json", no_args_is_help=True
    )(extract)


def extract(
    inputs: Inputs,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; else to stdout.", show_default=False
        ),
    ] = None,
    format_: Annotated[Literal["json"], typer.Option("--format", help="Form of the result.")] = "json",
    dates: Dates = None,
    outlets: Outlets = None,
    meta: Meta = None,
    extractor: Extractor = "rules",
    quiet: Quiet = False,
) -> None:
    """Print what each report holds, as JSON.

    Attributions, quantities, times, entities and claims, each with the exact words and where they
    stand. Exit status 3 says that an input was skipped; stderr names it.
    """
    from secondsource import pipeline
    from secondsource.render import extraction_json

    options = options_of(inputs, dates=dates, outlets=outlets, meta=meta, extractor=extractor)
    with progress(quiet) as report:
        reading, ingested = pipeline.read(inputs, options=options, progress=report)
    text = extraction_json(reading)
    if output is None:
        put(text)
    else:
        files.write(output, text)
    tell_skipped(ingested.skipped, len(reading.reports))
