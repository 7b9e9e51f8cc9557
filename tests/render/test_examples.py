"""The bundled stories, with their gold findings: what must hold of any brief."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from factories.page import Page

from secondsource.evaluate.gold.load import load_story
from secondsource.model import Brief
from secondsource.render import brief_schema, compose, render_html, render_json, render_markdown

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


@pytest.fixture(params=EXAMPLES, ids=[path.stem for path in EXAMPLES])
def brief(request: pytest.FixtureRequest) -> Brief:
    gold = load_story(request.param)
    return compose(gold.reading, gold.findings, inputs=[(request.param.name, "ab" * 32)], version="1.2.3")


def test_every_line_quotes_only_words_of_the_reports(brief: Brief) -> None:
    known = " ".join(" ".join(text.split()) for text in brief.reading.text.values())
    assert brief.lines
    for line in brief.lines:
        assert line.evidence
        for quoted in re.findall('“([^“”«»"]+)”', line.text):
            for piece in quoted.split(" …"):
                assert piece.strip() in known, line.text


@pytest.mark.parametrize("excerpts", [False, True])
def test_every_link_has_one_target(brief: Brief, excerpts: bool) -> None:
    page = Page(render_html(brief, excerpts=excerpts))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_full_texts_stand_on_the_page_character_for_character(brief: Brief) -> None:
    html = render_html(brief)
    shown = " ".join("".join(Page(re.sub('<sup class="back">.*?</sup>', "", html)).text).split())
    for text in brief.reading.text.values():
        for paragraph in filter(str.strip, text.split("\n")):
            assert " ".join(paragraph.split()) in shown


def test_the_json_is_valid(brief: Brief) -> None:
    jsonschema.Draft202012Validator(brief_schema()).validate(json.loads(render_json(brief)))


def test_the_first_screen_is_short(brief: Brief) -> None:
    """What is not folded away fits a few pages: a desk reads it before a deadline."""
    assert 10 < Page(render_html(brief)).open_lines <= 75


def test_the_same_story_gives_the_same_brief_in_every_format(brief: Brief) -> None:
    again = compose(brief.reading, brief.findings, inputs=brief.inputs, version=brief.version)
    for render in (render_html, render_markdown, render_json):
        assert render(again) == render(brief)
