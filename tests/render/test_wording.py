"""How values, times, venues and origins are said."""

from __future__ import annotations

import doctest
from typing import Any

import pytest

from secondsource.model import OriginCount, Quantity, Span
from secondsource.render import markdown, visible, wording
from secondsource.render.wording import bare, origins_said, quantity_said, quoted, venue_said


def quantity(low: float | None, high: float | None, bound: Any, **more: Any) -> Quantity:
    return Quantity("q", "r", Span(0, 1), low, high, bound, **more)


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (quantity(214, None, "at_least", item="people"), "at least 214 people"),
        (quantity(None, 4_800_000, "at_most", item="shells"), "up to 4,800,000 shells"),
        (quantity(3_000_000, None, "more_than", item="shells"), "more than 3,000,000 shells"),
        (quantity(12_000, 12_000, "about", unit="tonne", item="wheat"), "about 12,000 tonnes of wheat"),
        (quantity(1, 1, "exact", unit="tonne"), "1 tonne"),
        (quantity(6, 6, "exact", unit="foot"), "6 feet"),
        (quantity(90, 90, "exact", unit="kilometre per hour"), "90 kilometres per hour"),
        (quantity(40, 40, "exact", unit="percent", item="households"), "40% of households"),
        (quantity(12, 12, "exact", unit="percent", change="rise"), "rise of 12%"),
        (quantity(1.3e9, 1.3e9, "exact", unit="GBP"), "GBP 1,300,000,000"),
        (quantity(9, 9, "exact", unit="times"), "9 times"),
        (quantity(0.2, 0.2, "exact", unit="ratio"), "a share of 0.2"),
        (quantity(7, 12, "range", item="boats"), "7–12 boats"),
        (
            quantity(6700, 6700, "about", item="containers", period="2023-08/2024-02"),
            "about 6,700 containers, August 2023 to February 2024",
        ),
        (quantity(19, 19, "exact", as_of="2031-03-04"), "19, as of 4 March 2031"),
    ],
)
def test_a_quantity_is_said_with_its_bound_unit_and_period(read: Quantity, said: str) -> None:
    assert quantity_said(read) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 0, "0 origins"),
        (1, 1, "1 origin"),
        (1, 2, "1–2 independent origins"),
        (3, 3, "3 independent origins"),
    ],
)
def test_origins_are_said_as_an_interval(low: int, high: int, said: str) -> None:
    assert origins_said(OriginCount(low, high)) == said


@pytest.mark.parametrize(
    ("venue", "host", "when", "said"),
    [
        ("interview", "Radio Nord", None, "interview with Radio Nord"),
        ("article", "The Daily", "2031-05", "article in The Daily, May 2031"),
        ("briefing", None, "2031-05-12", "briefing, 12 May 2031"),
        (None, None, "2031-05-12", "said: 12 May 2031"),
        (None, "Radio Nord", None, "to Radio Nord"),
        (None, None, None, ""),
    ],
)
def test_venues_are_said_as_far_as_they_are_known(
    venue: str | None, host: str | None, when: str | None, said: str
) -> None:
    assert venue_said(venue, host, when) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("twelve ships", "“twelve ships”"),
        ("“twelve ships”", "“twelve ships”"),
        ("«twelve ships»", "“twelve ships”"),
        ("twelve\n ships", "“twelve ships”"),
        ("“one” and “two”", "““one” and “two””"),
    ],
)
def test_exact_words_stand_in_one_pair_of_marks(words: str, said: str) -> None:
    assert quoted(words) == said


def test_long_words_are_cut_between_words_and_say_so() -> None:
    assert quoted("twelve ships left the port", 14) == "“twelve ships …”"


def test_one_mark_alone_is_left_as_it_is() -> None:
    assert bare("“twelve ships") == "“twelve ships"


@pytest.mark.parametrize("module", [markdown, visible, wording])
def test_the_examples_in_the_documentation_hold(module: Any) -> None:
    found = doctest.testmod(module, extraglobs={"OriginCount": OriginCount})
    assert found.attempted
    assert found.failed == 0
