import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.extract.claims.clauses import clauses
from secondsource.extract.rules import RuleExtractor
from secondsource.model import Report, Span

MARK = re.compile(r"\{(.*?)\}")


@pytest.mark.parametrize(
    "marked",
    [
        "{Norland, the largest maker of sails, is sending looms and yarn as well as spare parts}.",
        "{The storm passed over the bay}, {leaving the lighthouse without a roof}.",
        "{The fund has grown}, and {money came from both the county's harbour office and the town's bank backed it}.",
        "{The rent has doubled}, and {the tenants of the mill have left}.",
        "{The cause is known} and that {it was too early to say more}.",
        "{That year ended well}.",
    ],
)
def test_an_aside_or_a_pair_of_names_cuts_no_subject_from_its_verb(marked):
    text = re.sub(r"[{}]", "", marked)
    cut = [c.span.of(text) for c in clauses(text, Span(0, len(text)))]
    assert cut == MARK.findall(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "He said {the council “is not afraid of the bill.”}",
        "{The “quiet year”} was a promise.",
        "He spoke “{of no such thing}”.",
        'The clerk said {it was a "small matter"}.',
        "{The barge (built in Tarn)} sank.",
    ],
)
def test_a_clause_keeps_both_marks_of_a_quotation_inside_it(marked):
    text = re.sub(r"[{}]", "", marked)
    start = marked.index("{")
    inner = MARK.search(marked)[1].rstrip(".”\"')").lstrip("“\"'")
    span = Span(text.index(inner, start), text.index(inner, start) + len(inner))
    assert [c.span.of(text) for c in clauses(text, span)] == [MARK.search(marked)[1]]


def test_a_word_of_a_date_is_no_verb_of_the_clause():
    text = "Lies are what jurors heard on Friday in the trial of Eli Wren, the teen accused of shooting Ada Linde last May in Tarn."
    found = RuleExtractor().extract(Report("r", text, published_at="2031-03-05")).claims
    assert all(c.predicate != "last" for c in found)


@given(
    st.lists(
        st.sampled_from(
            "the mayor Ada Linde said that it will close last May on Friday , and who left 12 dead killing before Oslo "
            "denied “ ” . was to in two years ago".split()
        ),
        max_size=40,
    )
)
@settings(max_examples=60, deadline=None)
def test_claims_of_any_words_fit_the_text_and_stay_apart(listed):
    text = " ".join(listed)
    spans = sorted(
        c.span for c in RuleExtractor().extract(Report("r", text, published_at="2031-03-05")).claims
    )
    assert all(s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text(alphabet='ab he was said and both between “”«»()", .:;—\n', max_size=120))
def test_clauses_fit_the_text_and_stay_apart(text):
    found = [c.span for c in clauses(text, Span(0, len(text)))]
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
