"""Measure who agrees with whom: NAnCo's answers of many outlets to one question, by three annotators."""

from __future__ import annotations

from collections.abc import Hashable

from secondsource.evaluate.measures import Measured, Score, scores_of
from secondsource.evaluate.partitions import b_cubed, from_groups, pairwise
from secondsource.evaluate.sets.folder import has_data
from secondsource.evaluate.sets.nanco import FILE, Question, read_nanco
from secondsource.model import Story
from secondsource.pipeline import read_reports
from secondsource.plugins import load

__all__ = ["errors", "run"]

_DATASET = "NAnCo dev"


def run(*, limit: int | None = None) -> list[Score]:
    """Score the aligner on each question, against each annotator; ``limit`` counts questions.

    All paragraphs of a question are one story. Two answers agree where claims that stand in them are in one
    group. Beside it each annotator is scored against the two others.
    """
    if not has_data(FILE):
        return []
    found: dict[str, list[Measured]] = {}
    for question in read_nanco(limit=limit):
        alone: dict[str, Hashable] = {r.id: r.id for r in question.reports}
        systems: dict[str, dict[str, Hashable]] = {"secondsource": _grouped(question), "floor: each answer alone": alone,
                   "floor: all answers agree": dict.fromkeys(alone, 0)}  # fmt: skip
        for system, partition in systems.items():
            measured = Measured()
            for gold in question.clusters:
                measured.add("B³", b_cubed(gold, partition))
                measured.add("pairs", pairwise(gold, partition))
            found.setdefault(system, []).append(measured)
        found.setdefault("annotators with each other", []).append(_people(question))
    return [row for system, each in found.items() for row in scores_of(each, "align", _DATASET, system)]


def _people(question: Question) -> Measured:
    measured = Measured()
    for one in question.clusters:
        for other in question.clusters:
            if one is not other:
                measured.add("B³", b_cubed(one, other))
                measured.add("pairs", pairwise(one, other))
    return measured


def _grouped(question: Question) -> dict[str, Hashable]:
    reading = read_reports(question.reports)
    story = Story("s1", question.text, tuple(r.id for r in reading.reports))
    holder = {c.id: c.report for c in reading.claims if c.span.overlaps(question.answer[c.report])}
    groups = load("align", "slots").align(reading, (story,))
    # Several claims of one answer may be in several groups: the largest speaks for the answer.
    ordered = sorted((sorted({holder[c] for c in g.claims if c in holder}) for g in groups), key=len)
    return from_groups(ordered, [r.id for r in reading.reports])


def errors(*, limit: int | None = None) -> list[tuple[str, str]]:
    """Return pairs of answers that all annotators put together and the aligner does not, and the other way."""
    found: list[tuple[str, str]] = []
    for question in read_nanco(limit=limit) if has_data(FILE) else ():
        mine = _grouped(question)
        texts = {r.id: question.answer[r.id].of(r.full_text) for r in question.reports}
        ids = list(texts)
        for at, a in enumerate(ids):
            for b in ids[at + 1 :]:
                votes = {gold[a] == gold[b] for gold in question.clusters}
                if len(votes) == 1 and votes != {mine[a] == mine[b]}:
                    kind = "apart" if votes == {True} else "together"
                    found.append((f"{_DATASET}, {kind}", f"{texts[a]!r} | {texts[b]!r}"))
    return found
