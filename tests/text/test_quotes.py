"""Quotation marks: the answer is written with [ ] around each pair."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.quotes import quotations


def parse(marked: str) -> tuple[str, set[tuple[int, int]]]:
    """Return the text without brackets and the outer spans that they mark."""
    text, found, open_at = "", set(), []
    for char in marked:
        if char == "[":
            open_at.append(len(text))
        elif char == "]":
            found.add((open_at.pop(), len(text)))
        else:
            text += char
    return text, found


@pytest.mark.parametrize(
    "marked",
    [
        'She said ["no"] and left.',
        "She said [“no”] and left.",
        "Er sagte [„nein“] und ging.",
        "Il a dit [«non»] et [« rien »].",
        "Er sagte [»nein«] und ging.",
        "Han sade [”nej”] och gick.",
        "He wrote [``no''] in the log.",
        "He said [‘no’] twice.",
        "彼は[「いいえ」]と言った。",
        "He said [«it opened one way and closed another”], oddly.",
        "He said [“it opened one way and closed another»], oddly.",
        'She said ["he told me [‘stop’] twice"] and left.',
        "[“I said [‘stop’] and he didn't,”] the nurse recalled.",
        "[“He told me [“go”] now”] she said.",
        "[‘The ministers’ plan isn’t bad’], he said.",
        "It's the '90s, rock 'n' roll and the workers' pay: no quotation.",
        "Don’t touch the ministers’ bags.",
        "He is 6'2\" tall.",
        "[“First,”] she said, [“and second.”]",
        '["Why?"] he asked. ["Because,"] she said.',
        "A lone “mark is left open and goes nowhere.",
        "A lone mark” closes nothing.",
    ],
)
def test_marks_of_every_style_pair_inside_a_paragraph(marked: str) -> None:
    text, wanted = parse(marked)
    assert {(q.outer.start, q.outer.end) for q in quotations(text).pairs} == wanted


def test_levels_count_the_quotations_around() -> None:
    text = "“a ‘b “c” d’ e” and “f”"
    assert [(q.inner.of(text), q.level) for q in quotations(text).pairs] == [
        ("a ‘b “c” d’ e", 0),
        ("b “c” d", 1),
        ("c", 2),
        ("f", 0),
    ]


def test_a_quotation_goes_on_over_paragraphs_until_one_closes_it() -> None:
    text = "“We lost.\n\n“We go on.\n\n“We always do,” she said."
    assert [(q.outer.of(text), q.closed, q.continues) for q in quotations(text).pairs] == [
        ("“We lost.", False, False),
        ("“We go on.", False, True),
        ("“We always do,”", True, True),
    ]


def test_an_unclosed_mark_is_stray_and_spoils_nothing_after_it() -> None:
    text = "He called “it a day.\nShe said “no” to that."
    found = quotations(text)
    assert [q.outer.of(text) for q in found.pairs] == ["“no”"]
    assert [s.of(text) for s in found.stray] == ["“"]


@given(st.text(alphabet="ab ,.\n\"'“”„«»‹›‘’‚「」`", max_size=80))
def test_any_marks_give_spans_that_fit_and_nest(text: str) -> None:
    found = quotations(text)
    for q in found.pairs:
        assert q.outer.contains(q.inner)
        assert "\n" not in q.outer.of(text)
    for a in found.pairs:
        for b in found.pairs:
            assert not a.outer.overlaps(b.outer) or a.outer.contains(b.outer) or b.outer.contains(a.outer)
    assert all(re.match(r"\S", s.of(text)) for s in found.stray)


@pytest.mark.parametrize("piece", ["“", "‘a “", "”", "s’ ", '"', "“a” ", "'"])
def test_hostile_marks_take_linear_time(piece: str) -> None:
    def cost(times: int) -> float:
        begun = time.process_time()
        quotations(piece * times)
        return time.process_time() - begun

    cost(1000)
    assert cost(40_000) < 20 * 10 * max(cost(2000), 0.002)
