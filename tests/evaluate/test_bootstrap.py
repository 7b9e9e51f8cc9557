from __future__ import annotations

from secondsource.evaluate.bootstrap import interval
from secondsource.evaluate.measures import PR, PRF, Measured, Score, mean_f1, scores_of


def row(parts: tuple[PRF, ...], *, share: bool = False) -> Score:
    measured = [Measured({"m": part}, shares={"m"} if share else set()) for part in parts]
    (score,) = scores_of(measured, "extract", "d")
    return score


def test_equal_documents_give_an_interval_of_one_point() -> None:
    assert interval(row((PRF(3, 1, 1),) * 5)) == (0.75, 0.75)


def test_the_interval_holds_the_figure_and_is_the_same_twice() -> None:
    score = row(tuple(PRF(i, 1, 2) for i in range(10)))
    ends = interval(score)
    assert ends is not None
    assert ends[0] < score.figure < ends[1]
    assert interval(score) == ends


def test_one_document_has_no_interval() -> None:
    assert interval(row((PRF(3, 1, 1),))) is None


def test_a_share_counts_hits_of_gold_and_no_false_positives() -> None:
    score = row((PRF(1, 0, 0), PRF(0, 1, 1), PRF(1, 0, 0), PRF(1, 0, 0)), share=True)
    assert (score.value, score.n) == (0.75, 4)
    ends = interval(score)
    assert ends is not None
    assert ends[1] == 1.0


def test_the_mean_over_classes_leaves_out_those_without_gold() -> None:
    # Class 1: tp 2 fn 2, F1 2/3. Class 2: F1 1. Class 3 has no gold; what was found of it counts nowhere.
    parts = [(PRF(1, 0, 2), PRF(1, 0, 0), PRF(0, 1, 0)), (PRF(1, 0, 0), PRF(0, 0, 0), PRF(0, 0, 0))]
    assert mean_f1(parts) == (2 / 3 + 1) / 2
    score = Score("compare", "d", "macro", value=mean_f1(parts), parts=tuple(parts))
    assert interval(score) is not None


def test_precision_and_recall_counted_over_different_things_add_up() -> None:
    total = PR(1, 2, 1, 4) + PR(1, 2, 1, 4)
    assert (total.precision, total.recall) == (0.5, 0.25)
