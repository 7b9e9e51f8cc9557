"""The brief in a real browser: without scripts, at two widths, by keyboard, in the dark, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from factories import fire_findings, fire_reading, fire_skipped

from secondsource.render import compose, render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]


@pytest.fixture(scope="module", params=[False, True], ids=["full", "excerpts"])
def page_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    brief = compose(
        fire_reading(),
        fire_findings(),
        skipped=fire_skipped(),
        options=[("date", "r2.txt=2031-05-14")],
        inputs=[("r1.txt", "ab" * 32)],
        version="1.2.3",
    )
    path = tmp_path_factory.mktemp("brief") / "brief.html"
    path.write_text(render_html(brief, excerpts=request.param), encoding="utf-8")
    return path


@pytest.fixture
def open_page(browser: Browser, page_file: Path) -> Iterator[Open]:
    """Open the brief from disk; what the browser complains of or asks the network for fails the test."""
    opened: list[Page] = []
    complaints: list[str] = []

    def opener(width: int = 1280, **context: Any) -> Page:
        page = browser.new_context(viewport={"width": width, "height": 800}, **context).new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda sent: None if sent.url.startswith("file:") else complaints.append(f"asked {sent.url}"),
        )
        page.goto(page_file.as_uri())
        opened.append(page)
        return page

    yield opener
    for page in opened:
        page.context.close()
    assert complaints == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_window(open_page: Open, width: int) -> None:
    page = open_page(width, java_script_enabled=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_style_sheet_is_allowed_by_the_pages_own_policy(open_page: Open) -> None:
    page = open_page()
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).borderTopWidth") != "0px"


def test_a_link_to_evidence_scrolls_to_the_marked_passage_without_javascript(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    link = page.locator(".part-differs figcaption a").first
    target = link.get_attribute("href") or ""
    link.click()
    passage = page.locator(f'[id="{target[1:]}"]')
    box = passage.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 800
    assert "12,000 tonnes" in (passage.text_content() or "")


def test_a_passage_that_others_cut_lights_up_as_a_whole(open_page: Open) -> None:
    page = open_page()
    reading = fire_reading()
    copy = fire_findings().copies[0]
    ident = f"t1-{copy.source_span.start}-{copy.source_span.end}"
    page.evaluate(f"location.hash = '{ident}'")
    colours = page.evaluate(
        f"[...document.getElementsByClassName('{ident}')].map(e => getComputedStyle(e).backgroundColor)"
    )
    assert len(colours) > 1
    assert len(set(colours)) == 1
    plain = page.evaluate(
        "getComputedStyle(document.querySelector('article:last-of-type mark')).backgroundColor"
    )
    assert plain not in colours
    shown = page.evaluate(f"[...document.getElementsByClassName('{ident}')].map(e => e.textContent).join('')")
    assert shown == copy.source_span.of(reading.text["r1"])


def test_the_small_figures_lead_back_to_a_line(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    back = page.locator(".texts .back a").first
    target = back.get_attribute("href") or ""
    back.click()
    box = page.locator(f'[id="{target[1:]}"]').bounding_box()
    assert box is not None
    assert -5 <= box["y"] <= 800


def test_the_keyboard_reaches_the_brief_first_then_the_contents_then_the_lines(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the brief"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('nav') !== null")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_folded_words_open_by_keyboard(open_page: Open) -> None:
    page = open_page()
    summary = page.locator("summary").first
    was_open = page.evaluate("document.querySelector('summary').parentElement.open")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('summary').parentElement.open") is not was_open


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing_to_complain_of(open_page: Open, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
    page = open_page(width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["impact"], [n["html"][:120] for n in v["nodes"]][:3]) for v in found] == []


def test_the_dark_page_is_dark(open_page: Open) -> None:
    colour = open_page(color_scheme="dark").evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(n) for n in re.findall(r"\d+", colour)[:3]) < 60


def test_the_folded_words_of_a_line_are_printed(open_page: Open) -> None:
    page = open_page()
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
    page.emulate_media(media="print")
    height = page.evaluate(
        "document.querySelector('.line details blockquote').getBoundingClientRect().height"
    )
    assert height > 0
