"""Markdown: the same lines, with nothing in the texts that Markdown would act on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from secondsource.model import Brief
from secondsource.render import render_markdown
from secondsource.render.markdown import escaped

READER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


def shown(markdown: str) -> str:
    """The text that a reader of CommonMark sees, without any markup."""
    children = [child for token in READER.parse(markdown) for child in token.children or []]
    return "".join(" " if c.type in ("softbreak", "hardbreak") else c.content for c in children)


@pytest.mark.parametrize(
    "text",
    [
        "*stars* and _lines_ and `ticks`",
        "1. no list",
        "12) no list",
        "# no heading",
        "> no quotation",
        "- no list",
        "+ no list",
        "[no link](https://a.example) ![no picture](b)",
        "<script>alert(1)</script> &amp; <b>",
        "| no | table |",
        "~~not struck~~ $no formula$",
        "back\\slash",
        "***",
        "ends in a hash #",
        "===",
        "https://a.example stays as it is",
    ],
)
def test_text_is_shown_as_it_stands(text: str) -> None:
    tokens = READER.parse(escaped(text))
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or []} <= {"text", "text_special"}
    assert shown(escaped(text)) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Zs", "Co", "Cn"])))
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    assert shown(escaped(text)) == text


def test_hidden_characters_are_named() -> None:
    assert escaped("a\u202eb\x1bc") == "a⟨U+202E⟩b⟨U+001B⟩c"


def test_every_line_is_there_with_its_evidence_and_offsets(fire: Brief) -> None:
    markdown = render_markdown(fire)
    read = " ".join(shown(markdown).split())
    for line in fire.lines:
        for e in line.evidence:
            assert f"[{e.span.start}–{e.span.end}]" in read
        assert " ".join(line.text.split()) in read


def test_excerpts_leave_the_full_texts_out(fire: Brief, with_report) -> None:
    brief = with_report(fire, "r1", text=fire.reading.report["r1"].text + "\n\nNobody quotes this.")
    assert "Nobody quotes this" in render_markdown(brief)
    assert "Nobody quotes this" not in render_markdown(brief, excerpts=True)


def test_the_same_brief_gives_the_same_markdown(fire: Brief) -> None:
    assert render_markdown(fire) == render_markdown(fire)


def test_the_fire_brief_reads_as_before(fire: Brief, golden) -> None:
    golden("fire.md", render_markdown(fire, excerpts=True))


def test_a_title_that_ends_in_a_hash_keeps_it() -> None:
    assert shown(f"# {escaped('Route #')}") == "Route #"
