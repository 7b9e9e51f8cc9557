"""The `secondsource` command: its subcommands, and how each kind of failure ends."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from secondsource import __version__
from secondsource.cli import brief, corpus, evaluate, extract, plugins
from secondsource.cli.console import say
from secondsource.errors import OptionError, SecondsourceError

__all__ = ["app", "main", "run"]

FAILED, USAGE, INTERRUPTED = 1, 2, 130

app = typer.Typer(
    name="secondsource",
    help="Read many reports of the same events and say how many independent origins stand behind each claim.",
    epilog="Try: secondsource brief reports/ -o brief.html",
    no_args_is_help=True,
    add_completion=False,
    # Plain help: rich's takes twice the time to start and wraps what people paste.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for command in (brief, extract, evaluate, corpus, plugins):
    command.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"secondsource {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options before the command."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line on ``arguments`` and return its exit status; nothing escapes but bugs of Python.

    0: done. 1: failed. 2: wrong use. 3: something was skipped. 130: interrupted.
    Errors come as one line; with ``SECONDSOURCE_DEBUG`` set, with their traceback.
    """
    try:
        status = app(list(arguments), prog_name="secondsource", standalone_mode=False)
    except typer.TyperException as error:
        show = getattr(error, "show", None)
        if show is not None:
            show()
        else:
            say(str(error))
        return error.exit_code
    except OptionError as error:
        return _fail(error, str(error), USAGE)
    except SecondsourceError as error:
        return _fail(error, str(error), FAILED)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:
        return _fail(error, f"{error.filename}: {error.strerror}" if error.filename else str(error), FAILED)
    except Exception as error:
        hint = "this is a bug; set SECONDSOURCE_DEBUG=1 to see where"
        return _fail(error, f"{type(error).__name__}: {error}\n{hint}", FAILED)
    return status if isinstance(status, int) else 0


def _fail(error: BaseException, message: str, status: int) -> int:
    if os.environ.get("SECONDSOURCE_DEBUG"):
        traceback.print_exception(error)
    say(f"secondsource: {message}")
    return status


def main() -> NoReturn:
    """Run the command line on the arguments of the process."""
    sys.exit(run(sys.argv[1:]))
