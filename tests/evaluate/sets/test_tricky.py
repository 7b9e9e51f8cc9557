"""The tricky cases, read in the story format's conventions."""

from __future__ import annotations

import pytest

from secondsource.evaluate.sets.folder import has_data
from secondsource.evaluate.sets.tricky import FILE, TrickyCase, load

pytestmark = pytest.mark.skipif(not has_data(FILE), reason=f"the gold data {FILE} is not at hand")


@pytest.fixture(scope="module")
def cases() -> list[TrickyCase]:
    return load()


def test_every_span_begins_and_ends_with_a_word_or_a_mark(cases: list[TrickyCase]) -> None:
    for case in cases:
        spans = [q.span for q in case.quantities] + [t.span for t in case.times]
        for attribution in case.attributions:
            spans += [*attribution.content, *(s for s in (attribution.source, attribution.cue) if s)]
        for span in spans:
            words = span.of(case.text)
            assert words == words.strip()
            before = case.text[: span.start][-1:]
            assert not (before.isalpha() and words[0].isalpha())


def test_no_content_begins_with_that(cases: list[TrickyCase]) -> None:
    contents = [c.of(case.text) for case in cases for a in case.attributions for c in a.content]
    assert contents
    assert not [c for c in contents if c.lower().startswith("that ")]


def test_since_and_by_are_open_intervals(cases: list[TrickyCase]) -> None:
    times = [(t.span.of(case.text), t.edtf) for case in cases for t in case.times]
    assert all(edtf and edtf.endswith("/..") for words, edtf in times if words.startswith("since "))
    assert all(edtf and edtf.startswith("../") for words, edtf in times if words.startswith("by "))


def test_units_are_those_of_the_story_format(cases: list[TrickyCase]) -> None:
    units = {q.unit for case in cases for q in case.quantities}
    assert {"USD", "EUR", "GBP", "percent", "ratio", "times"} <= units
    assert not units & {"US dollar", "euro", "person", ""}


def test_a_lower_bound_has_no_upper_end(cases: list[TrickyCase]) -> None:
    for case in cases:
        for quantity in case.quantities:
            if quantity.bound in ("at_least", "more_than"):
                assert quantity.high is None
            if quantity.bound in ("exact", "about"):
                assert quantity.low == quantity.high
