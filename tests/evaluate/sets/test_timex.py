"""TIMEX3 documents and what our values are in TIMEX3."""

from pathlib import Path

import pytest

from secondsource.evaluate.sets.folder import has_data
from secondsource.evaluate.sets.timex import normal_timex, read_tml, said
from secondsource.evaluate.times import errors, run
from secondsource.text.times import find_times


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It sank on 4 March 2031.", ["2031-03-04"]),
        ("It sank on Tuesday night.", ["2031-03-04TNI"]),
        ("It sank last week.", ["2031-W09"]),
        ("It sank last weekend.", ["2031-W09-WE"]),
        ("It sank in the third quarter of 2030.", ["2030-Q3"]),
        ("It sank last summer.", ["2030-SU"]),
        ("It sank in the second half of 2030.", ["2030-H2"]),
        ("It sank in late February.", ["2031-02"]),
        ("It sank early last year.", ["2030"]),
        ("It sank at the end of 2030.", ["2030"]),
        ("It was built in the 1990s.", ["199"]),
        ("It was shut between 1982 and 1992.", ["1982", "1992"]),
        ("It has been shut since March 2030.", ["2030-03"]),
        ("It must be open by April 2032.", ["2032-04"]),
        ("It is now shut.", ["PRESENT_REF"]),
        ("It sank at 9 a.m. on Tuesday.", ["2031-03-04T09:00"]),
        ("It sank the night before.", [""]),
    ],
)
def test_our_values_said_as_timex(text: str, values: list[str]) -> None:
    found = find_times(text, published="2031-03-05", vague=True)
    assert [each.value for time in found for each in said(time, text)] == values


@pytest.mark.parametrize(
    ("gold", "normal"),
    [
        ("1998-XX", "1998"),
        ("199X", "199"),
        ("1998-02-06T09", "1998-02-06T09:00"),
        ("1998-02-06T09:30:00Z", "1998-02-06T09:30"),
        ("2000-W7", "2000-W07"),
        ("PAST_REF", "PAST_REF"),
    ],
)
def test_gold_values_are_written_one_way(gold: str, normal: str) -> None:
    assert normal_timex(gold) == normal


def test_a_timeml_file_gives_text_with_true_offsets(tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2031-03-05">5 March</TIMEX3></DCT><TEXT>\n'
        'A &amp; B <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2031-03-03">Mon\nday</TIMEX3>'
        ' for <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.\n</TEXT></TimeML>',
        encoding="utf-8",
    )
    document = read_tml(path)
    assert document.published == "2031-03-05"
    assert [(t.span.of(document.text), t.type, t.value) for t in document.timexes] == [
        ("Mon day", "DATE", "2031-03-03"),
        ("two days", "DURATION", "P2D"),
    ]
    assert "A & B met" in document.text


# Floors below the scores of the record, so that a change that loses a group of times is seen.
FLOORS = {"relaxed span": 0.92, "strict span": 0.85, "value": 0.79}


@pytest.mark.skipif(not has_data("tempeval3"), reason="no gold data: tempeval3")
def test_tempeval_scores_hold_on_a_sample() -> None:
    scores = [s for s in run(limit=26) if s.dataset == "TempEval-3 TBAQ, DATE and TIME"]
    assert {s.measure for s in scores} == set(FLOORS)
    for score in scores:
        assert score.prf is not None
        assert score.prf.f1 >= FLOORS[score.measure] - 0.03


@pytest.mark.skipif(not has_data("tricky_cases.json"), reason="no gold data: tricky_cases.json")
def test_at_least_22_of_24_tricky_dates_have_both_ends_right() -> None:
    wrong = [words for kind, words in errors(limit=1) if kind.startswith("tricky") and "extra" not in kind]
    assert len(wrong) <= 2
