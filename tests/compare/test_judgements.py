"""Who dismisses a figure is no second source for it."""

import pytest

from secondsource.pipeline import brief

GIVEN = (
    "Potash in Riga\nFarm Minister Ada Linde said on Monday that 140 wagons of potash had entered Latvia.\n"
)


def relations(tmp_path, judgement: str) -> set[str]:
    (tmp_path / "a.txt").write_text(GIVEN, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Potash in Minsk\n" + judgement + "\n", encoding="utf-8")
    found = brief([tmp_path]).findings.comparisons
    return {c.relation for c in found}


@pytest.mark.parametrize(
    "judgement",
    [
        "The director of the plant, Viktor Maro, called the number of 140 wagons of potash exaggerated.",
        "The director Viktor Maro called the figure of 140 wagons of potash “a fabrication”.",
    ],
)
def test_a_dismissed_figure_is_denied_and_not_repeated(tmp_path, judgement):
    assert relations(tmp_path, judgement) == {"denies"}


def test_a_figure_that_is_judged_but_not_dismissed_is_not_repeated_either(tmp_path):
    found = relations(tmp_path, "The director Viktor Maro called the 140 wagons of potash “a good start”.")
    assert found <= {"compatible"}


def test_a_figure_that_is_named_in_a_judgement_is_given(tmp_path):
    found = relations(tmp_path, "The director Viktor Maro called it “a flood of 140 wagons of potash”.")
    assert not found & {"denies"}
