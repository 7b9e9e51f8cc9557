"""Links lead somewhere, generated pages are current, and every page can be reached."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from docs.make_reference import PAGE, reference
from secondsource.cli.app import run
from secondsource.plugins import Stage

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")


def links(page: Path) -> list[str]:
    return [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_to_a_file_and_a_heading_of_it(page: Path) -> None:
    for link in links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), f"{link} of {page.name}"
        if anchor:
            assert anchor in anchors(target), f"{link} of {page.name}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, todo = set(), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page in reached:
            continue
        reached.add(page)
        todo += [
            target
            for link in links(page)
            if (target := (page.parent / link.partition("#")[0]).resolve()).suffix == ".md"
        ]
    assert not set(PAGES) - reached


def test_the_command_line_reference_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run `make docs`"


@pytest.mark.parametrize("stage", get_args(Stage))
def test_every_stage_has_a_page_that_names_its_files(stage: str) -> None:
    text = (ROOT / "docs" / "stages" / f"{stage}.md").read_text(encoding="utf-8")
    for file in re.findall(r"`((?:ingest|extract|cluster|align|trace|compare|render|text)/[\w/.]*)`", text):
        assert (ROOT / "src" / "secondsource" / file).exists(), file
    assert f"`{stage}/" in text


def test_every_printed_key_is_in_the_json_reference(tmp_path: Path) -> None:
    story = min((ROOT / "examples").glob("*.json"))
    assert run(["brief", str(story), "-o", str(tmp_path / "b.json"), "--quiet"]) == 0
    text = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    printed = keys(json.loads((tmp_path / "b.json").read_text(encoding="utf-8")))
    assert not {key for key in printed if f"`{key}`" not in text}


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(keys(v) for v in value.values())) if value else set()
    return set().union(*(keys(v) for v in value)) if isinstance(value, list) else set()


def test_the_changelog_has_a_section_for_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
