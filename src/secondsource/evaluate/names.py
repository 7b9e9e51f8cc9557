"""Measure names: spans and types on re3d, worldwide newswire and UNER-EWT, pronouns on GAP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from secondsource.evaluate.measures import PRF, Measured, Score, exact_spans, overlap_spans, scores_of
from secondsource.evaluate.sets.folder import has_data
from secondsource.evaluate.sets.named import GapRow, NamedText, load_gap, load_newswire, load_re3d, load_uner
from secondsource.model import EntityType, Report, Span
from secondsource.text.names import country_of, find_entities, referent
from secondsource.text.names.variants import known_as

__all__ = ["errors", "predict", "run"]

Named = list[tuple[Span, EntityType]]
_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place")
_RUN = re.compile(r"(?<![.!?\n“\"] )(?<!\n)(?<!^)\b[A-Z]\w+(?: [A-Z]\w+)*")


def predict(text: str) -> Named:
    """Return the name mentions of ``text``. Capitals that act are places here, as in all gold but re3d's."""
    found: Named = []
    for entity in find_entities(Report("r", text)):
        if entity.type == "identifier":
            continue
        kind: EntityType = "place" if (entity.key or "").startswith("country:") else entity.type
        for mention in entity.mentions:
            words = mention.span.of(text)
            known = known_as(words)
            # "The Russian army" is a body to us and no name to the gold.
            if words.split()[-1][:1].islower() and not words.split()[-1].startswith("al-"):
                continue
            if known is None or known.kind != "demonym":
                found.append((mention.span, kind))
    return sorted(found)


def floor(text: str) -> Named:
    """The floor: runs of capitals inside sentences; countries and capitals are places, pairs are persons."""
    found: Named = []
    for match in _RUN.finditer(text):
        size = len(match.group().split())
        kind: EntityType = "place" if country_of(match.group()) else "person" if size == 2 else "organisation"
        found.append((Span(match.start(), match.end()), kind))
    return found


def _sources(limit: int | None) -> Iterator[tuple[str, str, Callable[[], Iterator[NamedText]]]]:
    if has_data("re3d"):
        yield "re3d", "re3d", load_re3d
    if has_data("en_worldwide_newswire"):
        yield "en_worldwide_newswire", "worldwide newswire", load_newswire
    if has_data("uner_ewt"):
        yield "uner_ewt", "UNER-EWT dev", load_uner


def _count(text: NamedText, predicted: Named, kind: EntityType | None) -> tuple[PRF, PRF]:
    """Exact and overlap counts of one text, for one type or for all types taken together."""
    gold = [span for span, each in text.gold if kind in {None, each}]
    got = [
        span
        for span, each in predicted
        if kind in {None, each}
        and (any(span.overlaps(g) for g in gold) or not any(span.overlaps(f) for f in text.free))
    ]
    return exact_spans(gold, got), overlap_spans(gold, got)


def _measured(text: NamedText, of: Callable[[str], Named]) -> Measured:
    measured = Measured()
    predicted = of(text.text)
    for kind in _TYPES:
        exact, overlap = _count(text, predicted, kind)
        for measure, prf in (("exact", exact), ("overlap", overlap)):
            measured.add(f"typed {measure}", prf)
            measured.add(f"{kind} {measure}", prf)
    exact, overlap = _count(text, predicted, None)
    measured.add("any type exact", exact)
    measured.add("any type overlap", overlap)
    return measured


def run(*, limit: int | None = None) -> list[Score]:
    """Return the scores of all sets at hand; ``limit`` takes only the first texts of each."""
    found: list[Score] = []
    for _, name, load in _sources(limit):
        texts = list(islice(load(), limit))
        for system, of in (("secondsource", predict), ("floor: capital runs", floor)):
            found += scores_of([_measured(text, of) for text in texts], "extract", name, system)
    if has_data("gap"):
        found += scores_of([_gap(row) for row in islice(load_gap(), limit)], "extract", "GAP development")
    return found


def _gap(row: GapRow) -> Measured:
    """Count, over both names of a row, whether the pronoun was resolved to them."""
    measured = Measured()
    entities = find_entities(Report("r", row.text))
    chosen = referent(row.text, row.pronoun, entities)
    spans = [m.span for e in entities if e.id == chosen for m in e.mentions]
    for name, right in ((row.a, row.a_is), (row.b, row.b_is)):
        said = any(span.overlaps(name) for span in spans)
        measured.add("pronoun", PRF(int(said and right), int(said and not right), int(right and not said)))
    return measured


def errors(*, limit: int | None = None) -> list[tuple[str, str]]:
    """Return missed and false names, each with its kind and the words around it."""
    return [
        (f"{name}, {kind}", words)
        for _, name, load in _sources(limit)
        for text in islice(load(), limit)
        for kind, words in _misses(text)
    ]


def _misses(text: NamedText) -> list[tuple[str, str]]:
    predicted = predict(text.text)
    rows: list[tuple[int, str, str]] = []
    for label, mine, theirs in (("missed", text.gold, predicted), ("false", predicted, list(text.gold))):
        for span, kind in mine:
            near = [(other, each) for other, each in theirs if other.overlaps(span)]
            if any(each == kind for _, each in near) or (
                label == "false" and any(span.overlaps(f) for f in text.free)
            ):
                continue
            around = text.text[max(0, span.start - 40) : span.start] + "[[" + span.of(text.text) + "]]"
            around += text.text[span.end : span.end + 40]
            other = near[0][1] if near else "-"
            words = f"{kind} (other side: {other}): {' '.join(around.split())}"
            rows.append((span.start, f"{label} {kind}", words))
    return [(kind, words) for _, kind, words in sorted(rows)]
