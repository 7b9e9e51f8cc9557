"""Any text: spans fit, nothing crashes, time stays in bounds."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model import Report, Span
from secondsource.text.names import belongs_to, find_entities, referent, referents

PIECES = (
    "Mr.", "President", "Kim", "Jong-un", "the", "of", "Ministry", "and", "Korea's", "North", "South Korean", "said", ",", ".", "(", ")",
    "“", "”", "-", "—", "\n\n", "\n", "U.S.", "al-", "van der", "IMO", "9123456", "Resolution", "police", "defence", "ministry", "in",
    "Moscow", "Inc.", "’", "'s", "É", "ß", "漢字", "\u202e", "\ud7ff", "&", "it", "he", "company", "A", "B.", "x" * 50, "NATO", "Case No.",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join), st.booleans())
@settings(max_examples=150, deadline=None)
def test_spans_fit_and_select_what_they_say(text: str, headline: bool) -> None:
    report = Report("r", text, headline="Kim Says No" if headline else None)
    entities = find_entities(report)
    ids = [e.id for e in entities]
    assert len(ids) == len(set(ids))
    for entity in entities:
        assert entity.name.strip()
        assert entity.speaks_for is None or entity.speaks_for in ids
        for mention in entity.mentions:
            words = mention.span.of(report.full_text)
            assert words == words.strip()
            assert words
    spans = [Span(k, min(len(report.full_text), k + 9)) for k in range(0, len(report.full_text), 7)]
    for span in spans:
        assert referent(report.full_text, span, entities) in {None, *ids}
        assert belongs_to(report.full_text, span, entities) in {None, *ids}
        assert set(referents(report.full_text, span, entities)) <= set(ids)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_crashes(text: str) -> None:
    report = Report("r", text)
    assert find_entities(report) == find_entities(report)


@pytest.mark.parametrize(
    "unit",
    ["Kim ", "Ministry of ", "the defence ministry ", "Bank of the ", "A.", "al-", "Mr. Kim said he ", "(", "Case No. ", "word ", "New York Times and "],
)  # fmt: skip
def test_a_very_long_paragraph_takes_time_in_proportion(unit: str) -> None:
    def seconds(words: int) -> float:
        report = Report("r", unit * words)
        begin = time.process_time()
        find_entities(report)
        return time.process_time() - begin

    seconds(50)
    short = max(seconds(2_000), 0.02)
    # Eight times the words: quadratic time would take 64 times as long.
    assert seconds(16_000) < 26 * short
