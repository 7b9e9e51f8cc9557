"""Compare what the whole flow makes of a story's reports with the story's gold."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from secondsource.errors import InputError
from secondsource.evaluate.gold.load import load_story
from secondsource.evaluate.measures import PRF, Score
from secondsource.evaluate.story.extraction import Tally, score_attributions, score_quantities, score_times
from secondsource.evaluate.story.findings import (
    Match,
    match_claims,
    score_copies,
    score_groups,
    score_origins,
    score_relations,
)
from secondsource.model import Relation
from secondsource.pipeline import analyse, read_reports

__all__ = ["compare_story", "run", "story_files", "worst"]

_STAGES = {
    "relation": "compare", "macro": "compare", "interval": "trace", "pairs with one origin": "trace",
    "copied": "trace", "changed": "trace", "B³": "align", "grouped": "align",
}  # fmt: skip


def story_files(folder: str | Path | None = None) -> list[Path]:
    """Return the story files of ``folder``, or else of the ``examples`` of this folder or of the project.

    Raises:
        InputError: There are none.
    """
    project = Path(__file__).parents[3]
    folders = [Path(folder)] if folder is not None else [Path("examples"), project / "examples"]
    for each in folders:
        files = sorted(each.glob("*.json")) if each.is_dir() else []
        if files:
            return files
    raise InputError("no story files; run this where the folder 'examples' of the project lies")


def compare_story(path: Path) -> Tally:
    """Run the flow on the reports of a story, never its gold, and count what agrees with the gold."""
    gold = load_story(path)
    reading = read_reports(gold.reading.reports)
    findings = analyse(reading)
    tally = Tally()
    score_attributions(gold.reading, reading, tally)
    score_quantities(gold.reading, reading, tally)
    score_times(gold.reading, reading, tally)
    match = Match(gold, reading, findings, match_claims(gold.reading, reading))
    for score in (score_groups, score_relations, score_origins, score_copies):
        score(match, tally)
    return tally


@lru_cache(maxsize=64)
def _compared(path: Path) -> Tally:
    return compare_story(path)


def run(*, errors: int = 0, limit: int | None = None, folder: str | Path | None = None) -> list[Score]:
    """Score the whole flow on story files.

    Args:
        errors: Unused here; `worst` lists errors.
        limit: Read only so many stories of each folder.
        folder: Where they lie; without one, the bundled stories and each part of the corpus that may be
            tuned on, apart.

    Returns:
        For each folder one row a measure, added up over its stories, and the macro average of the relations.
    """
    del errors
    folders = [Path(folder)] if folder is not None else [f for f in _folders() if list(f.glob("*.json"))]
    if not folders:
        story_files()
    return [score for each in folders for score in _scores(each, story_files(each)[:limit])]


def _folders() -> list[Path]:
    project = next((p for p in (Path(), Path(__file__).parents[3]) if (p / "examples").is_dir()), Path())
    return [project / "examples", project / "corpus" / "train", project / "corpus" / "dev"]


def _scores(folder: Path, files: list[Path]) -> list[Score]:
    total: dict[str, PRF] = {}
    for path in files:
        for measure, prf in _compared(path.resolve()).counts.items():
            total[measure] = total.get(measure, PRF()) + prf
    name = folder.name if folder.parent.name != "corpus" else f"corpus {folder.name}"
    dataset = f"{name}, {len(files)} stories"
    relations = {m: prf for m, prf in total.items() if m.split()[-1] in Relation.__args__ and "relation" in m}  # type: ignore[attr-defined]
    scores = [_row(dataset, measure, prf) for measure, prf in total.items() if _is_shown(measure)]
    seen = [prf.f1 for prf in relations.values() if prf.tp + prf.fn]
    if seen:
        n = round(sum(prf.tp + prf.fn for prf in relations.values()))
        scores.append(Score("compare", dataset, "macro F1 of relations", value=sum(seen) / len(seen), n=n))
    return scores


def _is_shown(measure: str) -> bool:
    return measure not in ("relation not compared", "relation claim not found")


def _row(dataset: str, measure: str, prf: PRF) -> Score:
    stage = next((stage for key, stage in _STAGES.items() if measure.startswith(key)), "extract")
    n = round(prf.tp + prf.fn)
    measure, _, system = measure.partition(", always") if ", always" in measure else (measure, "", "")
    name = f"always{system}" if system else "secondsource"
    if measure.endswith(", as many as outlets"):
        measure, name = measure.removesuffix(", as many as outlets"), "as many as outlets"
    if measure.startswith(("interval", "B³")) or measure.endswith("of found"):
        return Score(stage, dataset, measure, value=prf.tp / n if n else 0.0, n=n, system=name)
    return Score(stage, dataset, measure, prf=prf, n=n, system=name)


def worst(number: int, *, folder: str | Path | None = None) -> list[str]:
    """Return so many errors of each kind, story by story."""
    listed: list[str] = []
    for path in story_files(folder):
        seen: dict[str, int] = {}
        for kind, words in _compared(path.resolve()).errors:
            seen[kind] = seen.get(kind, 0) + 1
            if seen[kind] <= number:
                listed.append(f"{path.stem}, {kind}: {words}")
    return listed
