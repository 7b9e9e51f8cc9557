"""`secondsource evaluate`: measure this installation against gold data."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from secondsource.cli.console import put, say
from secondsource.cli.inputs import SKIPPED
from secondsource.cli.tables import table

if TYPE_CHECKING:
    from secondsource.evaluate.measures import Score
    from secondsource.evaluate.scoreboard import Run

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("evaluate", epilog="Try: secondsource evaluate quantities --errors 10")(evaluate)


def evaluate(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[STAGE]...",
            help="Stage verbs or single evaluations (a wrong one lists them); all of them if none is named.",
            show_default=False,
        ),
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", metavar="N", min=0, help="Show so many of the worst errors of each.")
    ] = 0,
    diff: Annotated[
        str | None,
        typer.Option(
            "--diff",
            metavar="REV",
            help="Show the errors gained and lost since a revision instead of scores.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=1,
            help="Read so many documents of each set at most.",
            show_default=False,
        ),
    ] = None,
    peers: Annotated[
        bool, typer.Option("--peers", help="Run the peers too (see evaluation/peers/README.md).")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write the scoreboard as Markdown.", show_default=False),
    ] = None,
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help="Form of the scores.")
    ] = "table",
) -> None:
    """Measure this installation on gold data.

    Prints precision, recall and F1, each with the number of gold items, beside naive floors.

    The environment variable SECONDSOURCE_DATA names the folder of the gold data. A set that is not
    there is named and left out, and the exit status is then 3.
    """
    from secondsource.evaluate.registry import EVALUATIONS, chosen, load, worst_of
    from secondsource.evaluate.sets.folder import has_data

    names, missing = [], []
    for name in chosen(what or ()):
        absent = [data for data in EVALUATIONS[name] if not has_data(data)]
        missing += absent
        if not absent or len(absent) < len(EVALUATIONS[name]):
            names.append(name)
    if diff is not None:
        _say_changes(diff, names, limit, errors)
    else:
        runs = [_run(name, limit, peers) for name in names]
        cases = [(name, worst_of(load(name).errors(limit=limit), errors)) for name in names if errors]
        if runs:
            put(_printed([score for run in runs for score in run.scores], cases, format_))
        if output is not None:
            _write(runs, output)
    for data in dict.fromkeys(missing):
        say(f"not measured: no gold data {data!r}")
    if missing:
        say("set SECONDSOURCE_DATA to the folder that holds the gold data")
        raise typer.Exit(SKIPPED)


def _run(name: str, limit: int | None, peers: bool) -> Run:
    from secondsource.evaluate.peers import peers_of
    from secondsource.evaluate.registry import data_hash, load
    from secondsource.evaluate.scoreboard import Run

    say(f"measuring {name}")
    began = time.monotonic()
    scores = load(name).run(limit=limit)
    seconds = time.monotonic() - began
    run = Run(name, scores, seconds, {d: data_hash(d) for d in dict.fromkeys(s.dataset for s in scores)})
    if peers:
        for peer in peers_of(name):
            say(f"measuring {peer.name} on {name}")
            run.scores += peer.run(limit=limit)
            run.how[peer.title] = peer.how
    if name == "stories":
        from secondsource.evaluate.stories import confusion, dataset_of, folders

        run.confusion = {dataset_of(each): confusion(each, limit=limit) for each in folders()}
    return run


def _write(runs: Sequence[Run], output: Path) -> None:
    from secondsource.evaluate.scoreboard import read_published, scoreboard

    published = read_published(Path("evaluation") / "published.toml")
    output.write_text(scoreboard(runs, published), encoding="utf-8")
    say(f"written: {output}")


def _say_changes(revision: str, names: Sequence[str], limit: int | None, number: int) -> None:
    from secondsource.evaluate.diff import changes

    found = changes(revision, names, limit=limit)
    for head, cases in (("gone", found.gained), ("new", found.lost)):
        put(f"errors {head} since {revision}: {len(cases)}")
        for name, kind, words in cases[: number or None]:
            put(f"- {name}, {kind}: {words}")


def _printed(scores: Sequence[Score], cases: Sequence[tuple[str, list[tuple[str, str]]]], form: str) -> str:
    if form == "json":
        rows = [_plain(score) for score in scores]
        listed = {name: [f"{kind}: {words}" for kind, words in found] for name, found in cases}
        return json.dumps({"scores": rows, "errors": listed}, indent=2, ensure_ascii=False)
    head = ("stage", "data", "measure", "system", "P", "R", "F1", "value", "n")
    body = [_row(score) for score in scores]
    parts = [table(head, body, right=frozenset({4, 5, 6, 7, 8}))]
    for name, found in cases:
        parts.append(f"{name}, errors:\n" + "\n".join(f"- {kind}: {words}" for kind, words in found))
    return "\n\n".join(parts)


def _plain(score: Score) -> dict[str, Any]:
    raw = {key: value for key, value in asdict(score).items() if key != "parts"}
    prf = score.prf
    return raw if prf is None else raw | {"precision": prf.precision, "recall": prf.recall, "f1": prf.f1}


def _row(score: Score) -> tuple[str, ...]:
    prf = score.prf
    figures = (
        ("", "", "") if prf is None else (_percent(prf.precision), _percent(prf.recall), _percent(prf.f1))
    )
    value = "" if score.value is None else _percent(score.value)
    return (score.stage, score.dataset, score.measure, score.system, *figures, value, str(score.n))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
