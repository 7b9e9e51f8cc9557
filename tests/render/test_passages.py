"""Marking passages that overlap, nest, touch and cross paragraphs."""

from __future__ import annotations

import re

from factories.page import Page
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model import Span
from secondsource.render.marks import marked, shown
from secondsource.render.passages import Passage, paragraphs_of

TEXTS = st.text(alphabet="ab \n<é\u202e", min_size=1, max_size=60)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, list[Passage]]:
    """A text and passages of it that begin and end with visible characters, as a brief's do."""
    text = draw(TEXTS)
    places = [i for i, c in enumerate(text) if not c.isspace()]
    if not places:
        return text, []
    pairs = draw(
        st.lists(st.tuples(st.sampled_from(places), st.sampled_from(places)), max_size=8, unique=True)
    )
    spans = sorted({Span(min(p), max(p) + 1) for p in pairs}, key=lambda s: (s.start, -s.end))
    return text, [Passage(f"t1-{s.start}-{s.end}", s, (("l1", 1),)) for s in spans]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(passages())
def test_the_pieces_of_a_text_are_the_text(made: tuple[str, list[Passage]]) -> None:
    text, found = made
    paragraphs = paragraphs_of(text, found)
    assert all("".join(piece.text for piece in p.pieces) == p.span.of(text) for p in paragraphs)
    assert squeezed("".join(piece.text for p in paragraphs for piece in p.pieces)) == squeezed(text)


@given(passages())
def test_every_passage_begins_once_ends_once_and_is_covered_by_its_own_words(
    made: tuple[str, list[Passage]],
) -> None:
    text, found = made
    pieces = [piece for p in paragraphs_of(text, found) for piece in p.pieces]
    for passage in found:
        assert sum(passage in piece.starts for piece in pieces) == 1
        assert sum(passage in piece.ends for piece in pieces) == 1
        covered = "".join(piece.text for piece in pieces if passage in piece.covering)
        assert squeezed(covered) == squeezed(passage.span.of(text))


@given(passages())
def test_the_html_is_well_formed_and_has_every_anchor_once(made: tuple[str, list[Passage]]) -> None:
    text, found = made
    html = "".join(f"<p>{marked(p)}</p>" for p in paragraphs_of(text, found))
    assert sorted(Page(html).ids) == sorted(p.id for p in found)
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)([a-z]+)", html):
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert opened == []


@given(st.text())
def test_shown_text_holds_no_markup_and_nothing_hidden(text: str) -> None:
    html = str(shown(text))
    assert {tag for tag, _ in Page(html).tags} <= {"span"}
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)


def test_a_window_cuts_only_its_own_part() -> None:
    text = "One here. Two there. Three nowhere."
    (paragraph,) = paragraphs_of(text, [Passage("t1-10-13", Span(10, 13), ())], Span(10, 20))
    assert [piece.text for piece in paragraph.pieces] == ["Two", " there."]


def test_ten_thousand_passages_of_one_long_paragraph_are_cut_in_reasonable_time() -> None:
    text = "word " * 100_000
    found = [Passage(f"t1-{i}-{i + 4}", Span(i, i + 4), ()) for i in range(0, 50_000, 5)]
    (paragraph,) = paragraphs_of(text, found)
    assert sum(bool(piece.covering) for piece in paragraph.pieces) == 10_000
