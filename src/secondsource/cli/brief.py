"""`secondsource brief`: read reports, write the brief."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from secondsource.cli import files
from secondsource.cli.console import progress, put, to_terminal
from secondsource.cli.inputs import (
    SKIPPED,
    Dates,
    Extractor,
    Inputs,
    Meta,
    Outlets,
    Quiet,
    options_of,
    tell_skipped,
)
from secondsource.errors import OptionError

__all__ = ["register"]

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
}


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(
        "brief",
        epilog="Try: secondsource brief reports/ --date a.txt=2031-03-04 -o brief.html",
        no_args_is_help=True,
    )(brief)


def brief(
    inputs: Inputs,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; else to stdout.", show_default=False
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="html|markdown|json",
            help="Form of the brief. Else the suffix of -o decides; without one it is html, "
            "and markdown on a terminal.",
            show_default=False,
        ),
    ] = None,
    dates: Dates = None,
    outlets: Outlets = None,
    meta: Meta = None,
    excerpts: Annotated[
        bool, typer.Option("--excerpts", help="Print the passages that are evidence, not the full texts.")
    ] = False,
    extractor: Extractor = "rules",
    quiet: Quiet = False,
) -> None:
    """Read reports, write the brief.

    Reports of one event make one story; several events in a folder give one section each. The brief
    says what is claimed, who says it through whom, on how many origins it stands, and where the
    reports differ. Exit status 3 says that an input was skipped; stderr names it.
    """
    if output is not None:
        _check_output(output, inputs)
    chosen = _format(output, format_)
    from secondsource import pipeline, plugins

    # Before the work: a renderer that is missing should not cost a run.
    render = plugins.find("render", chosen).load()
    options = options_of(inputs, dates=dates, outlets=outlets, meta=meta, extractor=extractor)
    with progress(quiet) as report:
        made = pipeline.brief(inputs, options=options, progress=report)
    read = len(made.reading.reports)
    if not read:
        # An old brief stays: it is worth more than an empty one.
        tell_skipped(made.skipped, read, but="no brief was written")
        raise typer.Exit(SKIPPED)
    text = render(made, excerpts=excerpts)
    if output is None:
        put(text)
    else:
        files.write(output, text)
    tell_skipped(made.skipped, read)


def _format(output: Path | None, given: str | None) -> str:
    """Return the format that was asked for, else the one that the file's suffix or the terminal suggests."""
    if given is not None:
        return given
    if output is None:
        return "markdown" if to_terminal() else "html"
    if output.suffix.lower() in SUFFIXES:
        return SUFFIXES[output.suffix.lower()]
    raise OptionError(
        f"-o {output}: its suffix names no format; use {', '.join(SUFFIXES)} or add --format html"
    )


def _check_output(output: Path, inputs: list[str]) -> None:
    """Refuse, before any work, an output that cannot be written or that would damage or join the inputs."""
    if output.is_dir():
        raise OptionError(f"-o {output}: is a folder; name a file in it, for example {output / 'brief.html'}")
    target = Path(os.path.realpath(output))
    if not target.parent.is_dir():
        raise OptionError(f"-o {output}: no folder {output.parent}; make it with `mkdir -p {output.parent}`")
    for each in inputs:
        given = Path(os.path.realpath(each))
        if given == target:
            raise OptionError(f"-o {output}: is one of the reports and would be overwritten")
        if given.is_dir() and given in target.parents:
            raise OptionError(
                f"-o {output}: lies in {each}, where the next run would read it as a report; write it elsewhere"
            )
