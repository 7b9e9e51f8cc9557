"""`secondsource evaluate`: measure this installation against gold data."""

from __future__ import annotations

import importlib
import inspect
import json
from collections.abc import Sequence
from dataclasses import asdict
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from secondsource.cli.console import put, say
from secondsource.cli.inputs import SKIPPED
from secondsource.cli.tables import table
from secondsource.errors import OptionError

if TYPE_CHECKING:
    from secondsource.evaluate.measures import Score

__all__ = ["register"]

EVALUATIONS: dict[str, tuple[str, ...]] = {
    "pages": ("trafilatura_eval.tar.xz", "polnear"),
    "attribution": ("polnear", "tricky_cases.json"),
    "quantities": ("newsquant", "quantulum3", "recognizers_specs", "tricky_cases.json"),
    "times": ("tempeval3", "timenorm", "recognizers_specs", "tricky_cases.json"),
    "names": ("re3d", "en_worldwide_newswire", "uner_ewt", "gap"),
    "stories": (),
}
"""Modules of `secondsource.evaluate`, with the gold data that each reads; `stories` come with the project."""

TOGETHER: dict[str, tuple[str, ...]] = {"extract": ("attribution", "quantities", "times", "names")}


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("evaluate", epilog="Try: secondsource evaluate quantities --errors 10")(evaluate)


def evaluate(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT]...",
            help=f"Among {', '.join((*EVALUATIONS, *TOGETHER))}; all of them if none is named.",
            show_default=False,
        ),
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", metavar="N", min=0, help="Show so many of the worst errors of each.")
    ] = 0,
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
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help="Form of the scores.")
    ] = "table",
) -> None:
    """Measure this installation on gold data.

    Prints precision, recall and F1, each with the number of gold items.

    The environment variable SECONDSOURCE_DATA names the folder of the gold data. A set that is not
    there is named and left out, and the exit status is then 3.
    """
    from secondsource.evaluate.sets.folder import has_data

    scores: list[Score] = []
    cases: list[tuple[str, list[str]]] = []
    missing: list[str] = []
    for name in _chosen(what or ()):
        absent = [data for data in EVALUATIONS[name] if not has_data(data)]
        missing += absent
        if absent and len(absent) == len(EVALUATIONS[name]):
            continue
        module = importlib.import_module(f"secondsource.evaluate.{name}")
        scores += module.run(errors=errors, limit=limit)
        if errors:
            cases.append((name, _worst(module, errors, limit)))
    if scores:
        put(_printed(scores, cases, format_))
    for data in dict.fromkeys(missing):
        say(f"not measured: no gold data {data!r}")
    if missing:
        say("set SECONDSOURCE_DATA to the folder that holds the gold data")
        raise typer.Exit(SKIPPED)


def _chosen(what: Sequence[str]) -> list[str]:
    """Return the evaluations that were named, once each, in the order of the table."""
    names = {part for name in what for part in TOGETHER.get(name, (name,))}
    unknown = sorted(names - set(EVALUATIONS))
    if unknown:
        known = ", ".join((*EVALUATIONS, *TOGETHER))
        raise OptionError(f"nothing called {unknown[0]!r} to evaluate; there are {known}")
    return [name for name in EVALUATIONS if name in names or not names]


def _worst(module: ModuleType, errors: int, limit: int | None) -> list[str]:
    """Ask a module for its worst errors; each takes those of the two numbers that it can use."""
    wanted = inspect.signature(module.worst).parameters
    given = {"errors": errors, "number": errors, "limit": limit}
    found: list[str] = module.worst(**{name: value for name, value in given.items() if name in wanted})
    return found[:errors]


def _printed(scores: Sequence[Score], cases: Sequence[tuple[str, list[str]]], form: str) -> str:
    if form == "json":
        rows = [asdict(score) | _figures(score) for score in scores]
        return json.dumps({"scores": rows, "errors": dict(cases)}, indent=2, ensure_ascii=False)
    head = ("stage", "data", "measure", "system", "P", "R", "F1", "value", "n")
    body = [_row(score) for score in scores]
    parts = [table(head, body, right=frozenset({4, 5, 6, 7, 8}))]
    parts += [f"{name}, errors:\n" + "\n".join(f"- {case}" for case in found) for name, found in cases]
    return "\n\n".join(parts)


def _figures(score: Score) -> dict[str, Any]:
    prf = score.prf
    return {} if prf is None else {"precision": prf.precision, "recall": prf.recall, "f1": prf.f1}


def _row(score: Score) -> tuple[str, ...]:
    prf = score.prf
    figures = (
        ("", "", "") if prf is None else (_percent(prf.precision), _percent(prf.recall), _percent(prf.f1))
    )
    value = "" if score.value is None else _percent(score.value)
    return (score.stage, score.dataset, score.measure, score.system, *figures, value, str(score.n))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
