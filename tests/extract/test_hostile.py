"""Texts that no newsroom writes: time and memory grow with the text, not with its square."""

import time
import tracemalloc
from collections.abc import Callable

import pytest

from secondsource.extract.rules import RuleExtractor
from secondsource.model import Entity, Mention, Report, Span
from secondsource.text.names import context, referent

NEWS = (
    "The ferry Maren left Tolby on Monday with 214 passengers, harbour master Ida Krohn told the Tolby Post. "
    "“We counted 12 of them twice,” she said on 4 March 2031. The Ministry of Transport denied that the ship "
    "was overloaded. Its spokesman, Per Aas, said the company had paid 3.5 million euros since 2029. "
    "Norwegian officials were not told, according to two people familiar with the matter. "
)
PATTERNS: dict[str, str] = {
    "one paragraph of news": NEWS,
    "paragraphs of news": NEWS + "\n\n",
    "news without marks": "".join(c for c in NEWS if c.isalnum() or c == " "),
    "news in capitals": NEWS.upper(),
    "quotations that never close": "word and said 3 men “ ",
    "marks of quotations only": "“”\"'‘’«» ",
    "opening marks only": "“",
    "digits only": "1234567890 ",
    "one number": "7",
    "commas only": ",",
    "full stops": ". ",
    "one word": "x",
    "cues only": "said that he ",
    "names only": "Kim Varden ",
    "nested bodies": "Ministry of the ",
    "dates only": "4 March 2031, ",
    "shares only": "5% of ",
    "brackets only": "(",
    "slashes only": "/",
    "hyphens only": "a-",
    "blanks only": " ",
}


def _report(pattern: str, size: int) -> Report:
    return Report(
        "r", (pattern * (size // len(pattern) + 1))[:size], published_at="2031-03-05", outlet="Post"
    )


def _seconds(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


@pytest.mark.parametrize("name", PATTERNS)
def test_four_times_the_text_takes_no_sixteen_times_the_time(name: str) -> None:
    extract, pattern = RuleExtractor().extract, PATTERNS[name]
    extract(_report(pattern, 500))
    short = max(_seconds(lambda: extract(_report(pattern, 5_000))), 0.05)
    long = _seconds(lambda: extract(_report(pattern, 20_000)))
    # Linear time takes 4 times as long, quadratic time 16 times; the rest is for a busy machine.
    assert long < 12 * short


def test_memory_grows_with_the_text() -> None:
    def peak(size: int) -> int:
        tracemalloc.start()
        RuleExtractor().extract(_report(NEWS, size))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(1_000)
    assert peak(12_000) < 8 * peak(3_000)


def test_spans_of_hostile_texts_fit() -> None:
    for pattern in PATTERNS.values():
        report = _report(pattern, 1_000)
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
