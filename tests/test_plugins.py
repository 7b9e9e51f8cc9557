"""Implementations are found by entry point, ours and another package's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource import plugins
from secondsource.errors import MissingExtraError, OptionError
from secondsource.plugins import GROUPS, Implementation, Stage, find, implementations, load

ENTRY_POINTS = """
[secondsource.extractors]
loud = echo_extractor.loud:LOUD
rules = echo_extractor.loud:LOUD
heavy = echo_extractor.heavy:HEAVY [model]
gone = echo_extractor.loud:MISSING
lost = echo_nowhere.module:THING
"""


@pytest.fixture
def echo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installed third-party package, with the metadata that pip writes."""
    package = tmp_path / "echo_extractor"
    package.mkdir()
    (package / "__init__.py").write_text('"""A plug-in."""\n')
    (package / "loud.py").write_text('class Loud:\n    name = "loud"\n\n\nLOUD = Loud()\n')
    (package / "heavy.py").write_text("import a_model_that_is_not_installed\n\nHEAVY = None\n")
    metadata = tmp_path / "echo_extractor-1.4.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: echo-extractor\nVersion: 1.4\n")
    (metadata / "entry_points.txt").write_text(ENTRY_POINTS)
    monkeypatch.syspath_prepend(str(tmp_path))
    plugins.forget()
    yield tmp_path
    plugins.forget()


def test_a_package_that_is_installed_offers_its_extractor(echo: Path) -> None:
    found = find("extract", "loud")
    assert (found.distribution, found.version) == ("echo-extractor", "1.4")
    assert found.file == "echo_extractor/loud.py"
    assert load("extract", "loud").name == "loud"


def test_a_package_cannot_change_what_a_built_in_name_means(echo: Path) -> None:
    assert find("extract", "rules").distribution == "secondsource"
    assert [e.distribution for e in implementations("extract") if e.name == "rules"] == [
        "secondsource",
        "echo-extractor",
    ]


def test_naming_the_plug_ins_imports_none_of_them(echo: Path) -> None:
    assert "heavy" in [e.name for e in implementations("extract")]
    assert find("extract", "heavy").file == "echo_extractor/heavy.py"


def test_a_missing_extra_says_how_to_install_it(echo: Path) -> None:
    with pytest.raises(MissingExtraError) as caught:
        load("extract", "heavy")
    assert str(caught.value) == (
        "'heavy' needs a_model_that_is_not_installed, which is not installed; "
        "run `pip install 'echo-extractor[model]'`"
    )


def test_a_plug_in_without_the_object_it_promises_is_named(echo: Path) -> None:
    with pytest.raises(OptionError, match="echo-extractor offers 'gone', but"):
        load("extract", "gone")


def test_a_module_that_is_not_there_has_no_file(echo: Path) -> None:
    assert find("extract", "lost").file is None


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(OptionError, match=r"no implementation 'oracle' of extract; installed: .*rules"):
        find("extract", "oracle")


def test_an_unknown_stage_lists_the_stages() -> None:
    with pytest.raises(OptionError, match="the stages are ingest, extract, cluster"):
        implementations("guess")  # type: ignore[arg-type]


@pytest.mark.parametrize("stage", GROUPS)
def test_every_stage_has_an_implementation_of_ours(stage: Stage) -> None:
    assert [e for e in implementations(stage) if e.distribution == "secondsource"]


OURS = [e for stage in GROUPS for e in implementations(stage) if e.distribution == "secondsource"]


@pytest.mark.parametrize("ours", OURS, ids=lambda e: f"{e.stage}-{e.name}")
def test_every_implementation_of_ours_loads_and_lies_in_its_stage(ours: Implementation) -> None:
    assert ours.load() is not None
    assert ours.file is not None
    assert ours.file.startswith(f"secondsource/{ours.stage}/")
