"""The measures of quantities: how gold is read and matched, and what they must not fall below."""

from __future__ import annotations

import pytest

from secondsource.evaluate.measures import Score
from secondsource.evaluate.quantities import errors, run
from secondsource.evaluate.sets import library_cases as specs
from secondsource.evaluate.sets import newsquant as news
from secondsource.evaluate.sets import tricky
from secondsource.evaluate.sets.folder import has_data
from secondsource.model import Span


def gold(
    low: float, high: float | None = None, unit: str = "-", normalised: str = "-", change: str = "="
) -> news.Gold:
    return news.Gold(low, low if high is None else high, change, unit, normalised, frozenset())


def test_a_figure_matches_one_gold_figure_only() -> None:
    sentence = news.Sentence("He paid $5 and $5 and $6.", (gold(5, unit="$", normalised="dollar"),))
    assert len(news.pairs(sentence.gold, news.predict(sentence))) == 1


def test_equal_values_are_matched_by_unit_first() -> None:
    sentence = news.Sentence("It took 5 days and 5 kg.", (gold(5, unit="kg", normalised="kilogram"),))
    predicted = news.predict(sentence)
    ((_, index),) = news.pairs(sentence.gold, predicted)
    assert predicted[index].found.unit == "kilogram"


@pytest.mark.parametrize(
    ("text", "unit", "normalised", "same"),
    [
        ("It cost $5.", "$", "dollar", True),
        ("It cost €5.", "$", "dollar", False),
        ("They sold 5 red boats.", "red boats", "red boat", True),
        ("They sold 5 red boats.", "houses", "house", False),
        ("A third of them left.", "% of them", "%", True),
    ],
)
def test_units_are_compared_by_their_normalised_names(
    text: str, unit: str, normalised: str, same: bool
) -> None:
    (predicted, *_) = news.predict(news.Sentence(text, ()))
    assert news.same_unit(gold(5, unit=unit, normalised=normalised), predicted) is same


def test_scores_are_left_out_only_where_conventions_are_converted() -> None:
    sentence = news.Sentence("They won 3-1 at home.", ())
    assert news.predict(sentence) == []
    assert [p.low for p in news.predict(sentence, converted=False)] == [3, 1]


def test_a_case_counts_hits_extras_and_misses() -> None:
    text = "It weighs 5 kg and 7 km."
    case = specs.Case(
        text, (specs.Expected(Span(10, 14), 5, 5, "kilogram"), specs.Expected(None, 9, 9, None)), ""
    )
    score = specs.score(case)
    assert (score.tp, score.fp, score.fn) == (1, 1, 1)
    described = specs.describe(case)
    assert described is not None
    assert "9" in described


@pytest.mark.skipif(not has_data(tricky.FILE), reason=f"the gold data {tricky.FILE} is not at hand")
def test_tricky_quantities_do_not_fall_back() -> None:
    figures = {s.measure: s.value for s in run() if s.dataset == "tricky cases, quantities"}
    assert figures["quantity value"] == 1.0
    assert figures["quantity bound"] == 1.0
    assert (figures["quantity counted noun"] or 0) >= 0.9


@pytest.mark.skipif(not has_data(news.FILE), reason=f"the gold data {news.FILE} is not at hand")
def test_newsquant_does_not_fall_back() -> None:
    scores: dict[str, Score] = {s.measure: s for s in run(limit=200) if s.dataset == "newsquant dev"}
    unit = scores["quantity value and unit"].prf
    assert unit is not None
    assert unit.f1 >= 0.90


@pytest.mark.skipif(not has_data(news.FILE), reason=f"the gold data {news.FILE} is not at hand")
def test_errors_are_listed_with_their_sentence() -> None:
    lines = [words for kind, words in errors(limit=40) if kind.startswith("newsquant dev")]
    assert lines
    assert all(" | " in line for line in lines)
