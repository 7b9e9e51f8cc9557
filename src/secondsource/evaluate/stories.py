"""Compare what the whole flow makes of a story's reports with the story's gold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import get_args

from secondsource.errors import InputError
from secondsource.evaluate.gold.load import load_story
from secondsource.evaluate.measures import PRF, Measured, Part, Score, mean_f1, scores_of
from secondsource.evaluate.story.whole import score_story
from secondsource.model import Relation
from secondsource.pipeline import analyse, read_reports

__all__ = ["compare_story", "confusion", "dataset_of", "errors", "folders", "project", "run", "story_files"]

_STAGES = {
    "relation": "compare", "interval": "trace", "pairs with one origin": "trace", "one origin": "trace",
    "two origins": "trace", "copied": "trace", "changed": "trace", "chain links": "trace", "B³": "align",
    "grouped": "align",
}  # fmt: skip
_FLOORS = ("always 1–1", "as many as outlets", "each claim alone")


def story_files(folder: str | Path | None = None) -> list[Path]:
    """Return the story files of ``folder``, or else of the ``examples`` of this folder or of the project.

    Raises:
        InputError: There are none.
    """
    looked = [Path(folder)] if folder is not None else [project() / "examples"]
    for each in looked:
        files = sorted(each.glob("*.json")) if each.is_dir() else []
        if files:
            return files
    raise InputError("no story files; run this where the folder 'examples' of the project lies")


def project() -> Path:
    """Return the folder of the project: this one where it holds examples, else that of the sources."""
    return next((p for p in (Path(), Path(__file__).parents[3]) if (p / "examples").is_dir()), Path())


def folders(*, test: bool = False) -> list[Path]:
    """Return the folders of stories that are scored: the examples, and the parts of the corpus that there are.

    The test part is looked at only where ``test`` says so.
    """
    parts = ("train", "dev", "test") if test else ("train", "dev")
    listed = [project() / "examples", *(project() / "corpus" / part for part in parts)]
    return [folder for folder in listed if list(folder.glob("*.json"))]


def compare_story(path: Path) -> Measured:
    """Run the flow on the reports of a story, never its gold, and count what agrees with the gold."""
    gold = load_story(path)
    reading = read_reports(gold.reading.reports)
    measured, _ = score_story(gold, reading, analyse(reading))
    return measured


@lru_cache(maxsize=256)
def _compared(path: Path) -> Measured:
    return compare_story(path)


def run(*, limit: int | None = None, folder: str | Path | None = None, test: bool = False) -> list[Score]:
    """Score the whole flow on story files.

    Args:
        limit: Read only so many stories of each folder.
        folder: Where they lie; without one, the bundled stories and each part of the corpus, apart.
        test: Score the test part of the corpus too.

    Returns:
        For each folder one row a measure, added up over its stories, and the macro average of the relations.
    """
    chosen = [Path(folder)] if folder is not None else folders(test=test)
    if not chosen:
        story_files()
    return [score for each in chosen for score in _scores(each, story_files(each)[:limit])]


def dataset_of(folder: Path) -> str:
    """Return what a folder of stories is called in tables."""
    return folder.name if folder.parent.name != "corpus" else f"corpus {folder.name}"


def _scores(folder: Path, files: list[Path]) -> list[Score]:
    measured = [_compared(path.resolve()) for path in files]
    dataset = dataset_of(folder)
    rows = [_named(score) for score in scores_of(measured, "extract", dataset) if _is_shown(score.measure)]
    parts: list[Part] = [tuple(_count(each, f"relation {name}") for name in _RELATIONS) for each in measured]
    value = mean_f1([part for part in parts if isinstance(part, tuple)])
    n = sum(row.n for row in rows if row.measure.startswith("relation "))
    macro = Score("compare", dataset, "macro F1 of relations", value=value, n=n, parts=tuple(parts))
    return [*rows, macro, *_majority(dataset, measured)]


_RELATIONS: tuple[str, ...] = get_args(Relation)


def _count(measured: Measured, name: str) -> PRF:
    found = measured.counts.get(name, PRF())
    return found if isinstance(found, PRF) else PRF()


def _majority(dataset: str, measured: list[Measured]) -> list[Score]:
    """The floor of the relations: the commonest one for every pair."""
    support = Counter(
        {name: sum(_count(m, f"relation {name}").support for m in measured) for name in _RELATIONS}
    )
    total, seen = sum(support.values()), sum(1 for n in support.values() if n)
    if not seen:
        return []
    name, most = max(support.items(), key=lambda item: (item[1], item[0]))
    value = PRF(most, total - most, 0).f1 / seen
    return [
        Score(
            "compare", dataset, "macro F1 of relations", value=value, n=round(total), system=f"always {name}"
        )
    ]


def _is_shown(measure: str) -> bool:
    return measure not in ("relation not compared", "relation claim not found")


def _named(score: Score) -> Score:
    """Give a row its stage, and take the name of a floor out of that of its measure."""
    stage = next((stage for key, stage in _STAGES.items() if score.measure.startswith(key)), "extract")
    for floor in _FLOORS:
        if score.measure.endswith(f", {floor}"):
            return replace(score, stage=stage, measure=score.measure.removesuffix(f", {floor}"), system=floor)
    return replace(score, stage=stage)


def confusion(folder: Path, *, limit: int | None = None) -> dict[tuple[str, str], int]:
    """Return how many pairs of gold groups have a relation (first) and got one (second)."""
    counts: Counter[tuple[str, str]] = Counter()
    for path in story_files(folder)[:limit]:
        measured = _compared(path.resolve())
        for kind, _ in measured.errors:
            if kind.startswith("relation "):
                wanted, _, got = kind.removeprefix("relation ").partition(" → ")
                counts[wanted, got] += 1
        for name in _RELATIONS:
            hits = round(_count(measured, f"relation {name}").tp)
            counts[name, name] += hits
    return {pair: n for pair, n in counts.items() if n}


def errors(*, limit: int | None = None, folder: str | Path | None = None) -> list[tuple[str, str]]:
    """Return every error with its kind, story by story."""
    chosen = [Path(folder)] if folder is not None else folders()
    return [
        (kind, f"{path.stem}, {words}")
        for each in chosen
        for path in story_files(each)[:limit]
        for kind, words in _compared(path.resolve()).errors
    ]
