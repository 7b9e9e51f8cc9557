"""Measure clustering: ECB+ dev, Wikinews events and our own stories, all at once and one report at a time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from secondsource.evaluate.measures import PR, Measured, Score, mean_f1, scores_of
from secondsource.evaluate.partitions import b_cubed, ceaf_e, from_groups, muc, pairwise
from secondsource.evaluate.sets.events import EventSet, read_corpus, read_ecb, read_galaxy
from secondsource.evaluate.sets.folder import has_data
from secondsource.evaluate.stories import dataset_of, folders
from secondsource.model import Reading
from secondsource.pipeline import read_reports
from secondsource.plugins import load
from secondsource.text.names import link_entities

__all__ = ["errors", "in_order", "measure_partition", "run"]

Partition = Mapping[str, Hashable]


def run(*, limit: int | None = None) -> list[Score]:
    """Score the default clusterer on every set at hand; ``limit`` counts events or topics."""
    return [row for events in _sets(limit) for row in _scores(events)]


def _sets(limit: int | None) -> Iterator[EventSet]:
    if has_data("ecbplus"):
        yield read_ecb(limit=limit)
    if has_data("galaxy_events"):
        for name in ("handpicked", "wikinews_medium"):
            yield read_galaxy(name, limit=limit)
    for folder in folders():
        if folder.parent.name == "corpus" and folder.name != "train":
            yield read_corpus(folder, dataset_of(folder), limit=limit)


def _scores(events: EventSet) -> list[Score]:
    reading = read_reports(events.reports)
    ids = [r.id for r in reading.reports]
    gold: Partition = {i: events.event[i] for i in ids}
    systems: list[tuple[str, str, Partition]] = [
        (events.name, "secondsource", batch(reading)),
        (events.name, "floor: each report alone", {i: i for i in ids}),
        (events.name, "floor: all reports one story", dict.fromkeys(ids, 0)),
    ]
    if 2 * sum(r.published_at is not None for r in reading.reports) > len(ids):
        systems.insert(1, (f"{events.name}, in order of time", "secondsource", in_order(reading)))
    rows = []
    for dataset, system, found in systems:
        rows += measure_partition(dataset, system, gold, found)
        if events.lookalikes:
            rows += scores_of([_lookalikes(events, gold, found)], "cluster", dataset, system)
    return rows


def batch(reading: Reading) -> Partition:
    """Return the stories that the clusterer makes of all reports at once."""
    stories = load("cluster", "events").cluster(reading)
    return from_groups([s.reports for s in stories], [r.id for r in reading.reports])


def in_order(reading: Reading) -> Partition:
    """Return where each report goes as it arrives, seeing only what came before; nothing is moved later.

    It goes to the story of the report that it is put together with and that came first.
    """
    label: dict[str, Hashable] = {}
    clusterer = load("cluster", "events")
    for n in range(1, len(reading.reports) + 1):
        seen = _prefix(reading, n)
        newest = reading.reports[n - 1].id
        story = next(s for s in clusterer.cluster(seen) if newest in s.reports)
        earlier = [r.id for r in reading.reports[: n - 1] if r.id in story.reports]
        label[newest] = label[earlier[0]] if earlier else newest
    return label


def _prefix(reading: Reading, n: int) -> Reading:
    reports = reading.reports[:n]
    kept = {r.id for r in reports}
    extractions = tuple(x for x in reading.extractions if x.report in kept)
    entities, joined = link_entities([(x.report, x.entities) for x in extractions])
    return replace(reading, reports=reports, extractions=extractions, entities=entities, joined=joined)


def measure_partition(dataset: str, system: str, gold: Partition, found: Partition) -> list[Score]:
    """Score one partition: B³, MUC, CEAF, the mean of the three (CoNLL), and pairs."""
    parts: dict[str, Callable[[Partition, Partition], PR]] = {"B³": b_cubed, "MUC": muc, "CEAF-e": ceaf_e}
    counts = {name: count(gold, found) for name, count in parts.items()}
    measured = Measured({"B³": counts["B³"], "pairs": pairwise(gold, found)})
    conll = mean_f1([tuple(counts.values())])
    rows = scores_of([measured], "cluster", dataset, system)
    return [*rows, Score("cluster", dataset, "CoNLL", value=conll, n=len(gold), system=system)]


def _lookalikes(events: EventSet, gold: Partition, found: Partition) -> Measured:
    """A look-alike pair is kept apart where no report of one event is in a story with one of the other."""
    stories: dict[Hashable, set[Hashable]] = {}
    for report, story in found.items():
        stories.setdefault(gold[report], set()).add(story)
    measured = Measured()
    for a, b in events.lookalikes:
        apart = not stories.get(a, set()) & stories.get(b, set())
        measured.judge("look-alike pairs kept apart", apart, f"{a} and {b} share a story")
    return measured


def errors(*, limit: int | None = None) -> list[tuple[str, str]]:
    """Return pairs of reports that were wrongly put together or kept apart, one for each report."""
    found: list[tuple[str, str]] = []
    for events in _sets(limit):
        reading = read_reports(events.reports)
        stories = batch(reading)
        titles = {r.id: (r.headline or r.text.strip().partition("\n")[0])[:90] for r in reading.reports}
        found += _wrong(events, stories, titles, [r.id for r in reading.reports])
    return found


def _wrong(
    events: EventSet, stories: Partition, titles: Mapping[str, str], ids: Sequence[str]
) -> Iterator[tuple[str, str]]:
    for at, one in enumerate(ids):
        for kind, same_event in (("apart", True), ("together", False)):
            other = next(
                (i for i in ids[:at] if (events.event[i] == events.event[one]) == same_event
                 and (stories[i] == stories[one]) != same_event),
                None,
            )  # fmt: skip
            if other is not None:
                yield f"{events.name}, {kind}", f"{other} {titles[other]!r} | {one} {titles[one]!r}"
