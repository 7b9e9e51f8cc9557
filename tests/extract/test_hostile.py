"""Texts that no newsroom writes: what is held in memory grows with the text, not with its square.

How time grows is measured by ``python -m benchmarks``.
"""

import tracemalloc

import pytest

from benchmarks.hostile import NEWS, PATTERNS, report_of
from secondsource.extract.rules import RuleExtractor
from secondsource.model import Entity, Mention, Span
from secondsource.text.names import context, referent


def test_memory_grows_with_the_text() -> None:
    def peak(size: int) -> int:
        tracemalloc.start()
        RuleExtractor().extract(report_of(NEWS, size))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(1_000)
    assert peak(12_000) < 8 * peak(3_000)


def test_spans_of_hostile_texts_fit() -> None:
    for pattern in PATTERNS.values():
        report = report_of(pattern, 1_000)
        found = RuleExtractor().extract(report)
        for claim in found.claims:
            assert claim.span.of(report.full_text).strip()
        for quantity in found.quantities:
            assert quantity.span.of(report.full_text).strip()


def test_the_mentions_of_a_report_are_sorted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ida Krohn spoke. " * 300
    entity = Entity(
        "e1", "person", "Ida Krohn", tuple(Mention("r", Span(k * 17, k * 17 + 9)) for k in range(300))
    )
    made: list[int] = []

    class Counted(context.Mentions):
        def __init__(self, entities: tuple[Entity, ...]) -> None:
            made.append(len(entities))
            super().__init__(entities)

    monkeypatch.setattr(context, "Mentions", Counted)
    entities = (entity,)
    assert all(referent(text, Span(k * 17, k * 17 + 9), entities) == "e1" for k in range(300))
    assert made == [1]


def test_a_name_is_looked_for_only_as_far_back_as_a_reader_remembers() -> None:
    # 3,000 mentions: what one look-up sees does not grow with them.
    entity = Entity(
        "e1", "person", "Ida Krohn", tuple(Mention("r", Span(k * 17, k * 17 + 9)) for k in range(3_000))
    )
    mentions = context.mentions_of((entity,))
    assert len(mentions.before(2_999 * 17 - 1)) == len(mentions.before(999 * 17 - 1)) <= 400
    assert len(mentions.around(25_000)) <= 800
    assert mentions.within(Span(17, 59)) == [(Span(17, 26), entity), (Span(34, 43), entity)]
