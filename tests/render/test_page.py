"""The HTML page: self-contained, inert, complete, the same every time."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections import Counter

import pytest
from factories.page import Page

from secondsource.model import Brief, Findings, Reading
from secondsource.render import compose, render_html

HOSTILE = "\n\n<script>alert(1)</script> \u202ereversed\u202c \x1b[31mred\x1b[0m <img src=x onerror=alert(2)> {{ 7*7 }} \ud800"


@pytest.mark.parametrize("excerpts", [False, True])
def test_every_link_of_the_page_has_its_target(fire: Brief, excerpts: bool) -> None:
    page = Page(render_html(fire, excerpts=excerpts))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner
    assert inner <= set(page.ids)


@pytest.mark.parametrize("excerpts", [False, True])
def test_no_id_stands_twice(fire: Brief, excerpts: bool) -> None:
    page = Page(render_html(fire, excerpts=excerpts))
    assert [ident for ident, n in Counter(page.ids).items() if n > 1] == []


@pytest.mark.parametrize("excerpts", [False, True])
def test_each_piece_of_evidence_is_linked_to_a_marked_passage_with_its_words(
    fire: Brief, excerpts: bool
) -> None:
    html = render_html(fire, excerpts=excerpts)
    page = Page(html)
    places = {r.id: i for i, r in enumerate(fire.reading.reports, 1)}
    for line in fire.lines:
        for e in line.evidence:
            ident = f"t{places[e.report]}-{e.span.start}-{e.span.end}"
            assert f"#{ident}" in page.links
            words = "".join(page_mark(html, ident))
            assert words == e.span.of(fire.reading.text[e.report])


def page_mark(html: str, ident: str) -> list[str]:
    """The text of all pieces that carry a passage's class."""
    pieces = re.findall(rf'<mark[^>]* class="[^"]*\b{ident}\b[^"]*">(.*?)</mark>', html, re.DOTALL)
    return [Page(piece).text and "".join(Page(piece).text) for piece in pieces]


def test_marked_passages_lead_back_to_every_line_that_quotes_them(fire: Brief) -> None:
    html = render_html(fire)
    texts = html[html.index('id="texts"') :]
    back = {link[1:] for link in Page(texts).links}
    assert {line.id for line in fire.lines} <= back


def test_the_page_runs_no_script_and_loads_nothing(fire: Brief) -> None:
    page = Page(render_html(fire))
    assert not {"script", "iframe", "object", "embed", "form", "link", "img", "base"} & {
        tag for tag, _ in page.tags
    }
    for _, attrs in page.tags:
        assert not [name for name in attrs if name.startswith("on") or name in ("style", "src", "srcset")]
    assert "url(" not in page.style
    assert "@import" not in page.style
    assert "http" not in page.style


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(fire: Brief) -> None:
    page = Page(render_html(fire))
    policy = next(a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_outside_links_are_only_the_reports_own_addresses_and_send_no_referrer(fire: Brief) -> None:
    page = Page(render_html(fire))
    outside = {
        a["href"]: a.get("rel")
        for tag, a in page.tags
        if tag == "a" and not (a["href"] or "").startswith("#")
    }
    assert set(outside) == {r.url for r in fire.reading.reports if r.url}
    assert set(outside.values()) == {"noopener noreferrer"}


def test_an_address_that_is_no_web_address_is_no_link(fire: Brief, with_report) -> None:
    page = Page(render_html(with_report(fire, "r1", url="javascript:alert(1)")))
    assert not [link for link in page.links if "javascript" in link]


def test_hostile_text_is_shown_and_does_nothing(fire: Brief, with_report) -> None:
    text = fire.reading.report["r1"].text + HOSTILE
    html = render_html(
        with_report(fire, "r1", text=text, outlet='"><script>alert(3)</script>', headline=None)
    )
    page = Page(html)
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    shown = "".join(page.text)
    assert "<script>alert(1)</script>" in shown
    assert "{{ 7*7 }}" in shown
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)
    titles = {a.get("title") for tag, a in page.tags if a.get("class") == "hid"}
    assert {"U+202E RIGHT-TO-LEFT OVERRIDE", "U+001B CONTROL CHARACTER", "U+D800 SURROGATE"} <= titles
    html.encode("utf-8")


def test_the_same_brief_gives_the_same_page(fire: Brief) -> None:
    assert render_html(fire) == render_html(fire)


def test_excerpts_leave_out_what_no_line_quotes(fire: Brief, with_report) -> None:
    text = fire.reading.report["r1"].text + "\n\nA paragraph that nobody quotes stands here."
    brief = with_report(fire, "r1", text=text)
    assert "nobody quotes" in render_html(brief)
    assert "nobody quotes" not in render_html(brief, excerpts=True)


@pytest.mark.parametrize("name", ["fire", "two_stories"])
def test_the_headings_go_down_one_level_at_a_time(name: str, request: pytest.FixtureRequest) -> None:
    html = render_html(request.getfixturevalue(name))
    levels = [int(tag[1]) for tag, _ in Page(html).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_the_foot_gives_version_options_and_hashes(fire: Brief) -> None:
    page = Page(render_html(fire))
    shown = "".join(page.text)
    assert "secondsource 1.2.3" in shown
    assert "r2.txt=2031-05-14" in shown
    assert "abababababab" in shown
    assert "SHA-256 " + "ab" * 32 in {a.get("title") for _, a in page.tags}
    assert "scan.pdf" in shown


def test_what_changed_in_a_copy_is_stressed_on_both_sides(fire: Brief) -> None:
    html = render_html(fire)
    copied = html[html.index(">Copied passages</h2>") : html.index(">Timeline</h2>")]
    assert "<b>12,000</b>" in copied
    assert "<b>21,000</b>" in copied


def test_several_stories_have_a_section_each_and_a_place_in_the_contents(two_stories: Brief) -> None:
    page = Page(render_html(two_stories))
    assert [s.story.title for s in two_stories.stories] == ["Fire destroys grain store", "Bridge closed"]
    assert {"#s1", "#s2", "#s1-differs", "#s2-said"} <= set(page.links)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert "Brief on 2 stories" in "".join(page.text)


def test_a_story_of_one_report_has_nothing_to_compare_and_says_nothing_of_it(two_stories: Brief) -> None:
    kinds = [s.kind for s in two_stories.stories[1].sections]
    assert "differs" not in kinds
    assert "agreed" not in kinds


def test_what_was_not_read_is_said_at_the_top(fire: Brief) -> None:
    shown = " ".join("".join(Page(render_html(fire)).text).split())
    assert "1 input was not read: scan.pdf." in shown
    assert shown.index("1 input was not read") < shown.index("Where the reports differ", 400)


def test_a_brief_without_stories_says_so() -> None:
    page = Page(render_html(compose(Reading((), ()), Findings())))
    assert "No report could be read" in "".join(page.text)
