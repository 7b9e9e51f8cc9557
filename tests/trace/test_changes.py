import pytest

from secondsource.model import Span
from secondsource.trace.changes import changes_between


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (
            "The spill reached 400,000 litres by dawn.",
            "The spill reached 500,000 litres by dawn.",
            [("figure", "400,000", "500,000")],
        ),
        (
            "The spill began on Monday at the dock.",
            "The spill began on Tuesday at the dock.",
            [("date", "Monday", "Tuesday")],
        ),
        (
            "Captain Ilse Maurer left the bridge.",
            "Captain Ilsa Mauer left the bridge.",
            [("name", "Ilse Maurer", "Ilsa Mauer")],
        ),
        (
            "He called it “a small leak” at noon.",
            "He called it “a big leak” at noon.",
            [("quote", "small", "big")],
        ),
        ("The pump failed twice in March.", "The pump failed in March.", [("other", "twice", None)]),
        ("Nobody was hurt, he said.", "Nobody was hurt – he said!", []),
    ],
)
def test_what_changed_inside_a_copied_sentence(before, after, changes):
    found = changes_between(before, Span(0, len(before)), after, Span(0, len(after)))
    said = [
        (c.kind, c.from_span.of(before) if c.from_span else None, c.to_span.of(after) if c.to_span else None)
        for c in found
    ]
    assert said == changes
