"""Sentences: the answer is written with | where one ends."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "The ferry sank.|Nobody was hurt.",
        "Mr. Orr saw it.|Dr. Vane did not.",
        "Gen. Ada Orr met Lt. Col. Vane on Sept. 3.|They spoke for an hour.",
        "Anton V. Belikov spoke first.|The others waited.",
        "He sat in the U.S. Senate for years.|He left in May.",
        "She flew to the U.S.|The trip was short.",
        "No. 5 won the race.|They met in the bar at No. 12.",
        "He asked twice and was told no.|Then he left.",
        "Rates rose to 4.5 percent.|Shares fell 1.25 points.",
        "It begins at 6 a.m. on Monday.|It ends at 9 p.m.|The doors close then.",
        '"It is over."|The minister paused.|"We lost," he added.',
        "“Two ships.|No crew,” the pilot said.",
        "“Stop the boat!” Ms. Vane, a nurse, said.|Nobody did.",
        "“Are you sure?”|She waited.",
        "The ships left port. according to the harbour office.|They came back.",
        "The leader waved, the film showed. .|Mr. Orr led him to the car.",
        "He waited … and left.|She stayed…|Then it rained.",
        "LIMA, Feb. 17 — The town was evacuated.|It rained.",
        "The plan failed (nobody was told).|The next one worked.",
        "The plan failed.|(Nobody was told.)",
        "What now?|Nobody knows!|Not even she.",
        "All is quiet at Orr & Sons Inc. in Norra.|It will stay so.",
        "It cost $3.5bn.|5,000 people paid.",
        "He called it “needed.”|Mr. Orr agreed.",
        "船が沈んだ。|乗客は無事だ。",
        "A headline without a stop",
        "1. The first item of a list.|It has two sentences.",
    ],
)
def test_a_sentence_ends_where_it_is_over(marked: str) -> None:
    assert split(marked.replace("|", " ")) == marked.split("|")


def test_a_stop_before_a_closing_mark_ends_it_without_a_blank() -> None:
    assert split("He sold the “shells.”Mrs. Orr bought them.") == [
        "He sold the “shells.”",
        "Mrs. Orr bought them.",
    ]


def test_no_sentence_crosses_a_newline() -> None:
    text = "A headline\n\nThe first line goes on\nand on. Then it ends.\n- a bullet\n"
    assert split(text) == ["A headline", "The first line goes on", "and on.", "Then it ends.", "- a bullet"]


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    text = "\n One \n\n\t\ntwo\r\n"
    assert [p.of(text) for p in paragraphs(text)] == ["One", "two"]


@pytest.mark.parametrize("text", ["", "\n", "   ", ".", "...", "\u00a0"])
def test_nothing_gives_no_more_than_its_marks(text: str) -> None:
    assert all(len(span) for span in sentences(text))


@given(st.text(alphabet="ab A.!?…\"'“”«» \n0U.S", max_size=120))
def test_every_sentence_fits_and_is_trimmed_and_none_overlap(text: str) -> None:
    found = sentences(text)
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = "".join(span.of(text) for span in found)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["word ", ". ", ".", '."', "a.b.", "“", "U.S. ", "! A "])
def test_a_hostile_paragraph_takes_linear_time(piece: str) -> None:
    def cost(times: int) -> float:
        begun = time.process_time()
        sentences(piece * times)
        return time.process_time() - begun

    cost(1000)
    # A quadratic splitter would need hundreds of times longer for twenty times the text.
    assert cost(60_000) < 20 * 10 * max(cost(3000), 0.002)
