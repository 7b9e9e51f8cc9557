"""What `brief` and `extract` have in common: the reports, and what is told about them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.console import say
from secondsource.errors import OptionError

if TYPE_CHECKING:
    from secondsource.model import Skipped
    from secondsource.pipeline import BriefOptions

__all__ = [
    "SKIPPED",
    "Dates",
    "Extractor",
    "Inputs",
    "Meta",
    "Outlets",
    "Quiet",
    "options_of",
    "tell_skipped",
]

SKIPPED = 3

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|FOLDER|URL|-...",
        help="Reports: text, Markdown, HTML, JSON, JSON lines, CSV, PDF, DOCX or story files; "
        "a folder of them; an address; or - for standard input.",
        show_default=False,
    ),
]
Dates = Annotated[
    list[str] | None,
    typer.Option(
        "--date",
        metavar="NAME=DATE",
        help="Day on which the report NAME was published, as in A.txt=2031-03-04.",
        show_default=False,
    ),
]
Outlets = Annotated[
    list[str] | None,
    typer.Option(
        "--outlet",
        metavar="NAME=OUTLET",
        help="Who published the report NAME, as in A.txt='Aldermere Post'.",
        show_default=False,
    ),
]
Meta = Annotated[
    Path | None,
    typer.Option(
        "--meta",
        metavar="META.csv",
        help="A table with a row a report: file, date, outlet, url, author and so on.",
        show_default=False,
    ),
]
Extractor = Annotated[str, typer.Option("--extractor", metavar="NAME", help="How attributions are found.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr; errors are still said.")]


def options_of(
    inputs: Sequence[str],
    *,
    dates: Sequence[str] | None,
    outlets: Sequence[str] | None,
    meta: Path | None,
    extractor: str,
) -> BriefOptions:
    """Return the options of the pipeline; standard input is read here if ``-`` is among the inputs.

    Raises:
        OptionError: A pair is no NAME=VALUE, a name is given twice, or the table is not there.
    """
    from secondsource.pipeline import BriefOptions
    from secondsource.plugins import find

    find("extract", extractor)
    if meta is not None and not meta.is_file():
        raise OptionError(f"--meta {meta}: no such file")
    return BriefOptions(
        dates=_pairs("--date", dates or ()),
        outlets=_pairs("--outlet", outlets or ()),
        meta=meta,
        stdin=_standard_input() if "-" in inputs else None,
        extractor=extractor,
    )


def _pairs(option: str, given: Iterable[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for each in given:
        name, equals, value = each.rpartition("=") if option == "--date" else each.partition("=")
        if not (name and equals and value):
            raise OptionError(f"{option} {each!r} is no NAME=VALUE; write for example {option} A.txt=…")
        if pairs.setdefault(name, value) != value:
            raise OptionError(f"{option} gives {name!r} two values: {pairs[name]!r} and {value!r}")
    return pairs


def _standard_input() -> bytes:
    from secondsource.ingest import Limits

    if sys.stdin.isatty():
        say("reading a report from the terminal; end it with Ctrl-D")
    # One byte past the limit is enough for `ingest` to see that there is more.
    return sys.stdin.buffer.read(Limits().max_bytes + 1)


def tell_skipped(skipped: Sequence[Skipped], read: int, *, but: str = "") -> None:
    """Name every skipped input on stderr, and end with status 3 if something is missing from the result.

    A second copy of a report is named too, but nothing is missing without it. ``but`` adds what
    follows from it.

    Raises:
        typer.Exit: At least one input gave no report.
    """
    for each in skipped:
        say(f"skipped {each.name}: {each.reason}")
    lost = [each for each in skipped if each.status != "duplicate"]
    if lost:
        total = read + len(lost)
        counted = f"{len(lost)} of {total} report{'s' if total != 1 else ''} skipped"
        say(f"{counted}; {but}" if but else counted)
        raise typer.Exit(SKIPPED)
