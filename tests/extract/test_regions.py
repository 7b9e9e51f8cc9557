import pytest

from secondsource.extract.rules import RuleExtractor
from secondsource.model import Report


def told(text: str) -> list[str]:
    report = Report("r", text, published_at="2031-03-05")
    return [c.span.of(report.full_text) for c in RuleExtractor().extract(report).claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The sale is widely expected to close in June.", "The sale is widely expected to close in June"),
        ("Wages are expected to exceed 700 crowns.", "Wages are expected to exceed 700 crowns"),
        ("The bridge was reportedly shut.", "The bridge was reportedly shut"),
    ],
)
def test_a_claim_keeps_the_cue_that_stands_inside_it(text, claim):
    assert told(text) == [claim]


def test_a_source_and_its_cue_are_no_part_of_what_they_frame():
    assert told("The mill burned on Monday, the mayor said.") == ["The mill burned on Monday"]
