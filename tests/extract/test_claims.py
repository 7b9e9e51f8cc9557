import re

import pytest
from factories.readings import case
from hypothesis import given
from hypothesis import strategies as st

from secondsource.extract.claims.clauses import clauses
from secondsource.extract.rules import RuleExtractor
from secondsource.model import Quantity, Report, Span
from secondsource.text.quantities import find_quantities

MARK = re.compile(r"\[(.*?)\]")


@pytest.mark.parametrize(
    "marked",
    [
        "[The ferry sank off the cape]; [nobody was hurt].",
        "[The ferry], [which left at dawn], [sank off the cape], [killing 18].",
        "Nine days ago, after [Mr. Orr arrived by train], [the two met in Tarn and signed a pact].",
        "[The port reopened on Monday], but [two of the cranes are still out of use].",
        "[She arrived in Lima], [her first visit in 11 years].",
        "[At least 19 people were killed] and [40 injured].",
        "[The mayor visited boots such as farmers wear].",
        "[Trade reached $3 million on June 19 and 20].",
    ],
)
def test_a_sentence_is_cut_where_another_verb_or_count_follows(marked):
    text = re.sub(r"[\[\]]", "", marked)
    found = [
        Quantity(str(n), "r", q.span, q.low, q.high, q.bound, q.unit)
        for n, q in enumerate(find_quantities(text))
    ]
    dates = [Span(m.start(), m.end()) for m in re.finditer(r"June 19 and 20", text)]
    cut = [c.span.of(text) for c in clauses(text, Span(0, len(text)), found, dates)]
    assert [c for c in cut if c != "Nine days ago"] == MARK.findall(marked)


def claims_of(text: str, **about):
    report = Report("r", text, published_at="2031-03-05", **about)
    extraction = RuleExtractor().extract(report)
    return {c.span.of(report.full_text): c for c in extraction.claims}


@pytest.mark.parametrize(
    ("sentence", "claim", "modality"),
    [
        ("The bank will close three branches.", "The bank will close three branches", "planned"),
        ("The bank said it would close three branches.", "it would close three branches", "planned"),
        ("The bank plans to close three branches.", "The bank plans to close three branches", "planned"),
        ("The bank may close three branches.", "The bank may close three branches", "possible"),
        ("It is unclear whether the bank closed.", "It is unclear whether the bank closed", "possible"),
        ("The bank closed three branches.", "The bank closed three branches", "actual"),
    ],
)
def test_a_plan_and_a_question_are_no_fact(sentence, claim, modality):
    assert claims_of(sentence)[claim].modality == modality


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("The dam did not break.", "negative"),
        ("No passengers were hurt in the crash.", "negative"),
        ("The company failed to pay its crew.", "negative"),
        ("The dam broke on Monday.", "positive"),
    ],
)
def test_polarity_is_of_the_main_verb(sentence, polarity):
    (claim,) = claims_of(sentence).values()
    assert claim.polarity == polarity


@pytest.mark.parametrize(
    ("sentence", "words", "when"),
    [
        ("The deal will replace a treaty signed in 1961.", "The deal will replace", None),
        ("It was her first win, since a match in 2020.", "It was her first win", None),
        ("The dam broke on Monday.", "The dam broke", "2031-03-03"),
        (
            "The trip followed that of Ana Lubin last May, when she went to Oslo by train.",
            "she went to Oslo",
            "2030-05",
        ),
    ],
)
def test_a_time_dates_the_verb_that_it_belongs_to(sentence, words, when):
    (claim,) = [c for text, c in claims_of(sentence).items() if words in text]
    assert claim.when == when


def test_an_accusation_states_what_is_done_and_is_about_who_does_it():
    found = case({"r": "The Navy accused Veltra Shipping of dumping oil near Malta."})
    claim = found.reading.claim[found.claim("dumping oil")]
    assert found.reading.quote(claim) == "dumping oil near Malta"
    assert "Veltra Shipping" in {found.reading.entity[e].name for e in claim.about}


def test_words_that_only_frame_a_quotation_are_no_claim():
    found = claims_of("In an interview with Radio Delta on Monday, Ana Lubin said 12 lorries were stopped.")
    assert list(found) == ["12 lorries were stopped"]


def test_a_question_is_no_claim():
    assert claims_of("What does the minister want?") == {}


def test_what_a_reporter_saw_is_witnessed():
    found = claims_of("Our reporter counted 11 lorries at the gate. The police closed the road.")
    assert [c.voice for c in found.values()] == ["witnessed", "own"]


def test_a_report_in_another_language_is_not_extracted_and_says_so():
    extraction = RuleExtractor().extract(Report("r", "La ministra habló.", language="es"))
    assert extraction.claims == ()
    assert "es" in extraction.notes[0]


@given(st.text(max_size=300))
def test_claims_of_any_text_fit_it_and_never_overlap(text):
    report = Report("r", text)
    extraction = RuleExtractor().extract(report)
    spans = [c.span for c in extraction.claims]
    assert all(s.of(report.full_text) for s in spans)
    assert not any(a.overlaps(b) for n, a in enumerate(spans) for b in spans[n + 1 :])
