"""The scoreboard as Markdown: every data set with ours, floors, peers and published scores side by side."""

from __future__ import annotations

import os
import platform
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from secondsource import __version__
from secondsource.evaluate.bootstrap import interval
from secondsource.evaluate.measures import Score

__all__ = ["Published", "Run", "read_published", "scoreboard"]

_OURS = "secondsource"
_STAGES = ("ingest", "extract", "cluster", "align", "compare", "trace", "render")


@dataclass(frozen=True, slots=True)
class Published:
    """A score from the literature, on the same data or a part like it."""

    dataset: str
    measure: str
    system: str
    value: float
    on: str


@dataclass
class Run:
    """What one evaluation gave: its rows, how long it took, and what data it read.

    Attributes:
        name: Of the evaluation.
        data: Data set to the hash of its files.
        confusion: Data set to counts of pairs, wanted relation first.
        how: Peer to how it was run.
    """

    name: str
    scores: list[Score] = field(default_factory=list)
    seconds: float = 0.0
    data: dict[str, str] = field(default_factory=dict)
    confusion: dict[str, Mapping[tuple[str, str], int]] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)


def read_published(path: Path) -> list[Published]:
    """Return the published scores of ``evaluation/published.toml``; none where there is no such file."""
    if not path.is_file():
        return []
    return [Published(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["score"]]


def scoreboard(runs: Sequence[Run], published: Sequence[Published], *, now: datetime | None = None) -> str:
    """Return the page: what was measured, how, then one table a stage and data set.

    Figures are per cent. The bracket behind ours is the interval of 95 % over resampled documents.
    """
    moment = (now or datetime.now(UTC)).strftime("%Y-%m-%d %H:%M UTC")
    parts = [
        "# Scoreboard",
        (
            "Written by `secondsource evaluate --output evaluation/SCOREBOARD.md`; do not edit. Figures are F1 (P / R) or, "
            "for measures that are a share, that share, in per cent; brackets: 95 % interval over 500 resamples of the "
            "documents. Floors are naive systems. Published figures come from the literature and are on other parts or "
            "conventions, as the line says. Test parts are not in here."
        ),
        f"{moment}, secondsource {__version__}, {_machine()}.",
        _table(("evaluation", "seconds", "data", "SHA-256"), [row for run in runs for row in _read(run)]),
    ]
    how = {peer: words for run in runs for peer, words in run.how.items()}
    if how:
        parts += ["## Peers", _table(("peer", "how it was run"), sorted(how.items()))]
    scores = [score for run in runs for score in run.scores]
    for stage in _STAGES:
        mine = [score for score in scores if score.stage == stage]
        if mine:
            parts.append(f"## {stage}")
            for dataset in dict.fromkeys(score.dataset for score in mine):
                rows = [score for score in mine if score.dataset == dataset]
                parts += [f"### {dataset}", _dataset(rows, [p for p in published if p.dataset == dataset])]
    for run in runs:
        for dataset, counts in run.confusion.items():
            parts += [f"## Relations confused, {dataset}", _confusion(counts)]
    return "\n\n".join(parts) + "\n"


def _read(run: Run) -> list[tuple[str, str, str, str]]:
    """One row for what was read together, so that it has one hash."""
    together: dict[str, list[str]] = {}
    for dataset, digest in run.data.items():
        together.setdefault(digest, []).append(dataset)
    listed = [("; ".join(names), digest) for digest, names in together.items()] or [("–", "–")]
    return [(run.name, f"{run.seconds:.0f}", names, digest) for names, digest in listed]


def _machine() -> str:
    return f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"


def _dataset(rows: Sequence[Score], published: Sequence[Published]) -> str:
    systems = [_OURS, *(s for s in dict.fromkeys(row.system for row in rows) if s != _OURS)]
    at = {(row.measure, row.system): row for row in rows}
    others = {p.measure: [] for p in published}  # type: dict[str, list[str]]
    for each in published:
        others[each.measure].append(f"{each.system} {each.value:.1f} ({each.on})")
    head = ["measure", "n", *systems] + (["published"] if published else [])
    body = []
    for measure in dict.fromkeys(row.measure for row in rows):
        found = [at.get((measure, system)) for system in systems]
        n = next((row.n for row in found if row is not None), 0)
        cells = [
            measure,
            str(n),
            *("" if row is None else _figure(row, row.system == _OURS) for row in found),
        ]
        body.append(cells + (["; ".join(others.get(measure, []))] if published else []))
    return _table(head, body)


def _figure(row: Score, ours: bool) -> str:
    words = f"{100 * row.figure:.1f}"
    if row.prf is not None and row.value is None:
        words += f" ({100 * row.prf.precision:.1f} / {100 * row.prf.recall:.1f})"
    ends = interval(row) if ours else None
    return words if ends is None else f"{words} [{100 * ends[0]:.1f}–{100 * ends[1]:.1f}]"


def _confusion(counts: Mapping[tuple[str, str], int]) -> str:
    wanted = sorted({a for a, _ in counts})
    got = sorted({b for _, b in counts})
    body = [[a, *(str(counts.get((a, b), 0) or "·") for b in got)] for a in wanted]
    return _table(["gold ↓, found →", *got], body)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    cells = [list(head), *(list(row) for row in rows)]
    lines = ["| " + " | ".join(each.replace("|", "\\|") for each in row) + " |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(cells[0]), *lines[1:]])
