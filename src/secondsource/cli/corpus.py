"""`secondsource corpus`: check gold stories and the marks they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from secondsource.cli.console import put, say
from secondsource.errors import StoryError

__all__ = ["register"]

FAULTY = 1


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    corpus = typer.Typer(
        help="Check, build and compare gold stories.", no_args_is_help=True, rich_markup_mode=None
    )
    corpus.command("check", epilog="Try: secondsource corpus check examples")(check)
    app.add_typer(corpus, name="corpus")


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Story files, files of marks, or folders of them; the corpus if none.",
            show_default=False,
        ),
    ] = None,
    hints: Annotated[
        bool, typer.Option("--hints", help="Point at what an annotator may have missed.")
    ] = False,
) -> None:
    """Check every span, id and label of gold stories, and print counts.

    The exit status is 1 where anything is wrong.
    """
    from secondsource.evaluate.gold.check import check_raw
    from secondsource.evaluate.gold.compile import compile_marks
    from secondsource.evaluate.gold.counts import count_story
    from secondsource.evaluate.gold.hints import hints as hints_of
    from secondsource.evaluate.gold.load import read_raw

    faulty = False
    for path in _files(paths or [Path("corpus")]):
        try:
            if path.suffix == ".marks":
                raw, problems = compile_marks(path)
            else:
                raw = read_raw(path)
                problems = check_raw(raw)
        except StoryError as error:
            say(str(error))
            faulty = True
            continue
        faulty = faulty or bool(problems)
        for problem in problems:
            put(f"{path}: {problem}")
        if not problems:
            put(f"{path}: nothing wrong; {count_story(raw)}")
        for hint in hints_of(raw) if hints and not problems else ():
            put(f"{path}: hint: {hint}")
    if faulty:
        raise typer.Exit(FAULTY)


def _files(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted([*path.rglob("*.json"), *path.rglob("*.marks")]) if path.is_dir() else [path]
    return found
