from __future__ import annotations

import pytest

from secondsource.evaluate.pages import errors, run
from secondsource.evaluate.sets.folder import has_data


@pytest.mark.skipif(
    not has_data("trafilatura_eval.tar.xz"), reason="the gold data trafilatura_eval.tar.xz is not at hand"
)
def test_pages_are_read_better_than_by_taking_all_their_text() -> None:
    scores = {
        (score.measure, score.system): score
        for score in run(limit=25)
        if score.dataset == "trafilatura pages"
    }
    ours, floor = scores["segments", "secondsource"].prf, scores["segments", "all text of the page"].prf
    assert ours is not None
    assert floor is not None
    assert ours.f1 > 0.8 > floor.f1
    assert ours.precision > floor.precision


@pytest.mark.skipif(not has_data("polnear"), reason="the gold data polnear is not at hand")
def test_credited_agencies_are_found() -> None:
    prf = next(score.prf for score in run(limit=25) if score.measure == "credited agency")
    assert prf is not None
    assert prf.precision > 0.9
    assert prf.recall > 0.85


@pytest.mark.skipif(not has_data("polnear"), reason="the gold data polnear is not at hand")
def test_errors_name_both_values() -> None:
    found = errors(limit=25)
    assert any(kind == "credit" and "gold" in words and "found" in words for kind, words in found)
