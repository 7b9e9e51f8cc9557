"""How varied the gold's phrasing is: does the corpus that we write have the breadth of real news?

The type/token ratio falls with length, so it is averaged over moving windows of 100 items (MATTR, Covington and
McFall 2010): 1.0 means that no cue comes twice among a hundred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from secondsource.evaluate.gold.load import load_story
from secondsource.evaluate.measures import Score
from secondsource.evaluate.sets.folder import has_data
from secondsource.evaluate.sets.polnear import plain_cue, read_polnear
from secondsource.evaluate.stories import dataset_of, folders, story_files

__all__ = ["errors", "moving_ratio", "run"]

WINDOW = 100
_SYSTEM = "gold"


def moving_ratio(items: Sequence[str], window: int = WINDOW) -> float:
    """Return the mean share of different items in every window of the list; of the whole where it is shorter.

    >>> moving_ratio(["said", "said", "told", "said"], window=2)
    0.8333333333333334
    """
    if len(items) <= window:
        return len(set(items)) / len(items) if items else 0.0
    seen = Counter(items[:window])
    total = len(seen)
    for at in range(window, len(items)):
        seen[items[at]] += 1
        seen[items[at - window]] -= 1
        if not seen[items[at - window]]:
            del seen[items[at - window]]
        total += len(seen)
    return total / (window * (len(items) - window + 1))


def run(*, limit: int | None = None) -> list[Score]:
    """Return the ratios of cues and sources for each part of the corpus and for PolNeAR dev."""
    sets: list[tuple[str, list[str], list[str]]] = []
    for folder in folders():
        cues: list[str] = []
        sources: list[str] = []
        for path in story_files(folder)[:limit]:
            gold = load_story(path).reading
            for report in gold.reports:
                for each in gold.extraction[report.id].attributions:
                    text = gold.text[report.id]
                    cues += [each.cue.of(text).lower()] if each.cue else []
                    sources += [each.source.of(text).lower()] if each.source else []
        sets.append((dataset_of(folder), cues, sources))
    if has_data("polnear"):
        cues, sources = [], []
        for document in read_polnear("dev", limit=limit):
            for gold_one in document.gold:
                cue = plain_cue(document.text, gold_one.cue)
                cues += [" ".join(p.of(document.text) for p in cue).lower()] if cue else []
                sources += (
                    [" ".join(p.of(document.text) for p in gold_one.source).lower()]
                    if gold_one.source
                    else []
                )
        sets.append(("polnear dev", cues, sources))
    rows = []
    for dataset, listed_cues, listed_sources in sets:
        for name, items in (("cues", listed_cues), ("sources", listed_sources)):
            rows.append(
                Score("extract", dataset, f"type/token ratio of {name}, windows of {WINDOW}",
                      value=moving_ratio(items), n=len(items), system=_SYSTEM)
            )  # fmt: skip
            said = sum(item in ("said", "says", "say") for item in items) / max(1, len(items))
            if name == "cues":
                rows.append(
                    Score(
                        "extract",
                        dataset,
                        "share of cues that are “say”",
                        value=said,
                        n=len(items),
                        system=_SYSTEM,
                    )
                )
    return rows


def errors(*, limit: int | None = None) -> list[tuple[str, str]]:
    """Return nothing: a phrase is no error."""
    del limit
    return []
