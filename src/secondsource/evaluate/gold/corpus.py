"""Look at a corpus as a whole: what holds between its stories and its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from secondsource.evaluate.gold.counts import StoryCounts, count_story
from secondsource.evaluate.gold.load import read_raw
from secondsource.evaluate.gold.shape import Problem

__all__ = ["PARTS", "corpus_problems", "counts_of", "pairs_of", "read_corpus_raw"]

PARTS = ("train", "dev", "test")
MAX_SHARE_ONE_ORIGIN = 0.40
"""At most so many groups of several claims may rest on exactly one origin, or guessing 1–1 would be good enough."""

Corpus = Mapping[str, Sequence[Mapping[str, Any]]]


def read_corpus_raw(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the stories of each part of the corpus in ``folder``; parts that are not there are left out."""
    return {
        part: [read_raw(path) for path in sorted((folder / part).glob("*.json"))]
        for part in PARTS
        if (folder / part).is_dir()
    }


def counts_of(stories: Sequence[Mapping[str, Any]]) -> StoryCounts:
    """Add up the counts of stories."""
    return sum(map(count_story, stories), StoryCounts())


def pairs_of(stories: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Return the look-alike pairs among stories, each once."""
    known = {story["id"] for story in stories}
    pairs = {
        tuple(sorted((story["id"], other))) for story in stories for other in story.get("lookalike_of") or ()
    }
    return [(a, b) for a, b in sorted(pairs) if {a, b} <= known]


def corpus_problems(corpus: Corpus) -> Iterator[Problem]:
    """Find what no single story shows: names in two parts, pairs that are torn, parts that are too easy."""
    yield from _ids(corpus)
    yield from _names(corpus)
    for part, stories in corpus.items():
        known = {story["id"]: story for story in stories}
        for story in stories:
            for other in story.get("lookalike_of") or ():
                if other not in known:
                    yield Problem(story["id"], f"looks like {other!r}, which is not in {part}")
                elif story["id"] not in (known[other].get("lookalike_of") or ()):
                    yield Problem(story["id"], f"looks like {other!r}, which does not name it")
        total = counts_of(stories)
        if total.share_one_origin > MAX_SHARE_ONE_ORIGIN:
            yield Problem(
                part, f"{total.share_one_origin:.0%} of the groups with several claims rest on one origin"
            )
        if 3 * total.with_long < total.stories:
            yield Problem(
                part,
                f"{total.with_long} of {total.stories} stories have a report of over 800 words; a third must",
            )


def _ids(corpus: Corpus) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for part, stories in corpus.items():
        for story in stories:
            if story["id"] in seen:
                yield Problem(story["id"], f"is in {seen[story['id']]} and in {part}")
            seen[story["id"]] = part


def _names(corpus: Corpus) -> Iterator[Problem]:
    """Invented persons and outlets belong to one part, or what is learned from one could help on another."""
    holders: dict[tuple[str, str], dict[str, str]] = {}
    for part, stories in corpus.items():
        for story in stories:
            persons = {e["name"] for e in story["entities"] if e["type"] == "person" and " " in e["name"]}
            outlets = {r["outlet"] for r in story["reports"] if r.get("outlet")}
            for kind, names in (("person", persons), ("outlet", outlets)):
                for name in names:
                    holders.setdefault((kind, name), {})[part] = story["id"]
    for (kind, name), parts in sorted(holders.items()):
        if len(parts) > 1:
            where = ", ".join(f"{part} ({story})" for part, story in parts.items())
            yield Problem(f"{kind} {name}", f"is in {where}")
