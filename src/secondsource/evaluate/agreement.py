"""How far two annotators of a story agree, label by label.

Spans, links and groups: F1 of one annotation against the other, which is the same both ways. Labels of things
that both have marked: observed agreement and Cohen's kappa (1960).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from secondsource.errors import StoryError
from secondsource.evaluate.gold.compile import compile_marks
from secondsource.evaluate.gold.load import Gold, gold_of, read_raw
from secondsource.evaluate.measures import Measured, Score, scores_of
from secondsource.evaluate.story.extraction import best_pairs
from secondsource.evaluate.story.findings import Match
from secondsource.evaluate.story.whole import score_story
from secondsource.model import Attribution, Claim

__all__ = ["Agreement", "Pair", "agreement_of", "compare_passes", "kappa", "read_pass"]


@dataclass
class Pair:
    """Two annotations of one story, compared: counts as `stories` has them, and labels of matched things."""

    story: str
    measured: Measured
    labels: dict[str, list[tuple[Hashable, Hashable]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Agreement:
    """One line of the table: ``f1`` of spans and links, or ``observed`` and ``kappa`` of labels; ``n`` items."""

    label: str
    n: int
    f1: float | None = None
    observed: float | None = None
    kappa: float | None = None


def read_pass(folder: Path, name: str) -> Gold:
    """Return the annotation ``name`` (``first``, ``second`` or ``settled``) of the story in ``folder``.

    Raises:
        StoryError: It is not there, or something is wrong with it.
    """
    whole, marks = folder / f"{name}.json", folder / f"{name}.marks"
    if whole.is_file():
        return gold_of(read_raw(whole), f"{folder.name}, {name}")
    raw, problems = compile_marks(marks)
    for problem in problems:
        raise StoryError(f"{folder.name}, {name}: {problem}")
    return gold_of(raw, f"{folder.name}, {name}")


def compare_passes(folder: Path, one: str = "first", other: str = "second") -> Pair:
    """Compare two annotations of the story in ``folder``.

    Raises:
        StoryError: One of them is not there, or something is wrong with it.
    """
    first, second = read_pass(folder, one), read_pass(folder, other)
    measured, match = score_story(first, second.reading, second.findings)
    pair = Pair(folder.name, measured)
    _label_attributions(first, second, pair)
    _label_claims(first, second, match, pair)
    _label_relations(first, second, match, pair)
    return pair


_ATTRIBUTION: dict[str, Callable[[Attribution], Hashable]] = {
    "kind": lambda a: a.kind,
    "stance": lambda a: a.stance,
    "source type": lambda a: a.source_type,
    "nested": lambda a: a.parent is not None,
    "links between outlet and speaker": lambda a: max(0, len(a.chain) - 2),
    "venue": lambda a: a.venue,
}
_CLAIM: dict[str, Callable[[Claim], Hashable]] = {
    "voice": lambda c: c.voice,
    "polarity": lambda c: c.polarity,
    "modality": lambda c: c.modality,
}


def _label_attributions(first: Gold, second: Gold, pair: Pair) -> None:
    for report in first.reading.reports:
        mine = first.reading.extraction[report.id].attributions
        theirs = second.reading.extraction[report.id].attributions
        for a, b in best_pairs(mine, theirs, lambda x: x.content or ((x.cue,) if x.cue else ())):
            for label, read in _ATTRIBUTION.items():
                pair.labels.setdefault(label, []).append((read(a), read(b)))


def _label_claims(first: Gold, second: Gold, match: Match, pair: Pair) -> None:
    for one, other in match.claims.items():
        for label, read in _CLAIM.items():
            values = (read(first.reading.claim[one]), read(second.reading.claim[other]))
            pair.labels.setdefault(label, []).append(values)


def _label_relations(first: Gold, second: Gold, match: Match, pair: Pair) -> None:
    """Relations of pairs that both have put into one group; the direction is not part of the label here."""
    theirs: dict[frozenset[str], str] = {}
    for comparison in second.findings.comparisons:
        theirs[frozenset((comparison.a, comparison.b))] = comparison.relation
    for comparison in first.findings.comparisons:
        ends = [match.claims.get(c) for c in (comparison.a, comparison.b)]
        key = frozenset(end for end in ends if end is not None)
        if len(key) == 2 and key in theirs:
            pair.labels.setdefault("relation", []).append((comparison.relation, theirs[key]))


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Return Cohen's kappa; null where both always give one and the same label, so that chance explains all.

    >>> kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")])
    0.5
    """
    n = len(pairs)
    if not n:
        return None
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / n**2
    observed = sum(a == b for a, b in pairs) / n
    return None if chance == 1 else (observed - chance) / (1 - chance)


_FLOORS = ("always 1–1", "as many as outlets", "each claim alone")


def agreement_of(pairs: Iterable[Pair]) -> list[Agreement]:
    """Return the table over several stories: first what is F1 or a share, then the labels with kappa."""
    listed = list(pairs)
    rows = scores_of([pair.measured for pair in listed], "", "")
    table = [
        Agreement(row.measure, row.n, f1=None if row.value is not None else row.figure, observed=row.value)
        for row in rows
        if not row.measure.endswith(_FLOORS) and _is_shown(row)
    ]
    labels: dict[str, list[tuple[Any, Any]]] = {}
    for pair in listed:
        for label, values in pair.labels.items():
            labels.setdefault(label, []).extend(values)
    table += [
        Agreement(
            label, len(values), observed=sum(a == b for a, b in values) / len(values), kappa=kappa(values)
        )
        for label, values in labels.items()
    ]
    return table


def _is_shown(row: Score) -> bool:
    """Leave out what only makes sense between gold and a system, or is said better by a label's kappa."""
    return not row.measure.startswith(
        ("linked recall", "relation ", "stance of", "venue of", "number of")
    ) and bool(row.n)
