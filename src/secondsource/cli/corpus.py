"""`secondsource corpus`: check gold stories and the marks they are made of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from secondsource.cli.console import put, say
from secondsource.cli.tables import table
from secondsource.errors import StoryError

__all__ = ["register"]

FAULTY = 1


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    corpus = typer.Typer(
        help="Check, build and compare gold stories.",
        epilog="Try: secondsource corpus check --hints corpus",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    corpus.command("check", epilog="Try: secondsource corpus check examples")(check)
    corpus.command("build", epilog="Try: secondsource corpus build")(build)
    corpus.command("agreement", epilog="Try: secondsource corpus agreement --differences aldermere-ferry")(
        agreement
    )
    corpus.command("readme", epilog="Try: secondsource corpus readme corpus")(readme)
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
    for path in paths or [Path("corpus")]:
        faulty = _check_whole(path) or faulty
    if faulty:
        raise typer.Exit(FAULTY)


def _check_whole(folder: Path) -> bool:
    """Look at the parts of a corpus together, and print a line of counts for each."""
    from secondsource.evaluate.gold.corpus import corpus_problems, counts_of, pairs_of, read_corpus_raw

    corpus = read_corpus_raw(folder)
    for part, stories in corpus.items():
        pairs = pairs_of(stories)
        put(f"{part}: {len(stories)} stories ({len(pairs)} look-alike pairs), {counts_of(stories)}")
    problems = list(corpus_problems(corpus))
    for problem in problems:
        put(f"{folder}: {problem}")
    return bool(problems)


def build(
    folder: Annotated[Path, typer.Argument(help="Folder of the corpus.")] = Path("corpus"),
) -> None:
    """Make the story files of the corpus from its settled marks.

    Each folder of FOLDER/passes that holds `settled.marks` becomes a file in train, dev or test, as its
    `reports.txt` says. Nothing is written for a story with a fault; the exit status is then 1.
    """
    from secondsource.evaluate.gold.compile import compile_marks, split_of

    faulty = False
    for marks in sorted((folder / "passes").glob("*/settled.marks")):
        raw, problems = compile_marks(marks)
        for problem in problems:
            put(f"{marks}: {problem}")
        faulty = faulty or bool(problems)
        if not problems:
            path = folder / split_of(marks.parent) / f"{raw['id']}.json"
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            put(f"{path}: written")
    if faulty:
        raise typer.Exit(FAULTY)


def agreement(
    folder: Annotated[Path, typer.Argument(help="Folder with one folder a story.")] = Path("corpus/passes"),
    differences: Annotated[
        str | None,
        typer.Option(
            "--differences", metavar="STORY", help="List where the two annotations of a story differ."
        ),
    ] = None,
    passes: Annotated[
        tuple[str, str], typer.Option("--passes", help="Names of the two annotations.", show_default=False)
    ] = ("first", "second"),
) -> None:
    """Print how far two annotators of the corpus agree, label by label.

    Stories that have only one of the two annotations are counted and left out.
    """
    from secondsource.evaluate.agreement import agreement_of, compare_passes

    if differences is not None:
        pair = compare_passes(folder / differences, *passes)
        for kind, words in pair.measured.errors:
            put(f"{kind}: {words}")
        return
    both = [f for f in sorted(folder.iterdir()) if all(_has(f, name) for name in passes)]
    pairs = [compare_passes(each, *passes) for each in both]
    rows = [
        (row.label, str(row.n), *(_share(v) for v in (row.f1, row.observed)), _kappa(row.kappa))
        for row in agreement_of(pairs)
    ]
    put(f"{len(both)} stories with both annotations, of {sum(f.is_dir() for f in folder.iterdir())}")
    put(table(("label", "n", "F1", "agreed", "kappa"), rows, right=frozenset({1, 2, 3, 4})))


def readme(
    folder: Annotated[Path, typer.Argument(help="Folder of the corpus.")] = Path("corpus"),
) -> None:
    """Make the counts, the list of stories and the agreement in FOLDER/README.md anew."""
    from secondsource.evaluate.corpus_page import rewritten

    page = folder / "README.md"
    page.write_text(rewritten(page.read_text(encoding="utf-8"), folder), encoding="utf-8")
    put(f"{page}: written")


def _has(folder: Path, name: str) -> bool:
    return any((folder / f"{name}.{ending}").is_file() for ending in ("marks", "json"))


def _share(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f}"


def _kappa(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _files(paths: Sequence[Path]) -> list[Path]:
    """Files as they are named; of a folder its marks, and what says that it is a story."""
    from secondsource.evaluate.gold.load import is_story

    found: list[Path] = []
    for path in paths:
        inside = sorted([*path.rglob("*.json"), *path.rglob("*.marks")]) if path.is_dir() else [path]
        found += [each for each in inside if each == path or each.suffix == ".marks" or is_story(each)]
    return found
