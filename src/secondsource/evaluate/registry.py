"""What there is to evaluate: modules, the gold data that each reads, and the stage verbs that name several."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Sequence
from typing import Protocol, cast

from secondsource.errors import OptionError
from secondsource.evaluate.fingerprint import fingerprint, fingerprint_of
from secondsource.evaluate.measures import Score

__all__ = ["EVALUATIONS", "GATED", "TOGETHER", "Evaluation", "chosen", "data_hash", "load", "worst_of"]

EVALUATIONS: dict[str, tuple[str, ...]] = {
    "pages": ("trafilatura_eval.tar.xz", "polnear"),
    "attribution": ("polnear", "tricky_cases.json"),
    "quantities": ("newsquant", "quantulum3", "recognizers_specs", "tricky_cases.json"),
    "times": ("tempeval3", "timenorm", "recognizers_specs", "tricky_cases.json"),
    "names": ("re3d", "en_worldwide_newswire", "uner_ewt", "gap"),
    "clusters": ("ecbplus", "galaxy_events"),
    "outlets": ("nanco",),
    "phrasing": ("polnear",),
    "stories": (),
    "brief": (),
}
"""Modules of `secondsource.evaluate`, with the gold data that each reads; stories come with the project."""

GATED = ("pages", "attribution", "quantities", "times", "names", "outlets", "stories")
"""What the gate measures: all that takes a minute or two."""

TOGETHER: dict[str, tuple[str, ...]] = {
    "ingest": ("pages",),
    "extract": ("attribution", "quantities", "times", "names", "phrasing", "stories"),
    "cluster": ("clusters",),
    "align": ("outlets", "stories"),
    "trace": ("stories",),
    "compare": ("stories",),
    "render": ("brief",),
}
"""Stage verbs, with the evaluations that say something about them."""


class Evaluation(Protocol):
    """What every module of `EVALUATIONS` offers."""

    def run(self, *, limit: int | None = None) -> list[Score]:
        """Score all data at hand, the first ``limit`` documents of each set."""
        ...

    def errors(self, *, limit: int | None = None) -> list[tuple[str, str]]:
        """Return every error as its kind and its words in context."""
        ...


def chosen(names: Sequence[str]) -> list[str]:
    """Return the evaluations that are named, by themselves or by a stage, once each, in order; all for none.

    Raises:
        OptionError: There is no such evaluation.
    """
    parts = {part for name in names for part in TOGETHER.get(name, (name,))}
    unknown = sorted(parts - set(EVALUATIONS))
    if unknown:
        known = ", ".join(dict.fromkeys((*EVALUATIONS, *TOGETHER)))
        raise OptionError(f"nothing called {unknown[0]!r} to evaluate; there are {known}")
    return [name for name in EVALUATIONS if name in parts or not parts]


def load(name: str) -> Evaluation:
    """Import the module of an evaluation."""
    return cast("Evaluation", importlib.import_module(f"secondsource.evaluate.{name}"))


_DATA = {
    "trafilatura pages": "trafilatura_eval.tar.xz", "polnear": "polnear", "tricky cases": "tricky_cases.json",
    "newsquant": "newsquant", "quantulum3": "quantulum3", "recognizers": "recognizers_specs",
    "TempEval-3": "tempeval3", "timenorm": "timenorm", "re3d": "re3d", "worldwide newswire": "en_worldwide_newswire",
    "UNER-EWT": "uner_ewt", "GAP": "gap", "ECB+": "ecbplus", "galaxy": "galaxy_events", "NAnCo": "nanco",
}  # fmt: skip


def data_hash(dataset: str) -> str:
    """Return the hash of the gold data that ``dataset`` of a table was read from; stories by their folder.

    Raises:
        InputError: The data is not at hand.
        KeyError: No table has such a data set.
    """
    from secondsource.evaluate.stories import dataset_of, folders

    for folder in folders(test=True):
        if dataset.partition(",")[0] == dataset_of(folder):
            return fingerprint(folder.glob("*.json"), folder)
    return fingerprint_of(next(data for name, data in _DATA.items() if dataset.startswith(name)))


def worst_of(errors: Sequence[tuple[str, str]], number: int) -> list[tuple[str, str]]:
    """Return so many errors, taking one of each kind in turn, the commonest kinds first.

    >>> worst_of([("a", "1"), ("b", "2"), ("b", "3"), ("b", "4")], 3)
    [('b', '2'), ('a', '1'), ('b', '3')]
    """
    often = Counter(kind for kind, _ in errors)
    turn: Counter[str] = Counter()
    placed = []
    for kind, words in errors:
        turn[kind] += 1
        placed.append((turn[kind], -often[kind], kind, words))
    ordered = sorted(placed, key=lambda each: each[:3])
    return [(kind, words) for _, _, kind, words in ordered[:number]]
