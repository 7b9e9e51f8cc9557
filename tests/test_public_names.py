"""What ``__all__`` promises is there, and what the package offers is a decision."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import secondsource

MODULES = sorted(
    m.name
    for m in pkgutil.walk_packages(secondsource.__path__, "secondsource.")
    if not m.name.endswith("__main__")
)


def test_the_public_names_are_these() -> None:
    assert secondsource.__all__ == [
        "Brief",
        "BriefOptions",
        "Reading",
        "Report",
        "SecondsourceError",
        "__version__",
        "brief",
        "read",
        "render_html",
        "render_json",
        "render_markdown",
    ]


@pytest.mark.parametrize("name", secondsource.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(secondsource, name) is not None
    assert name in dir(secondsource)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'summarise'"):
        secondsource.summarise  # noqa: B018


@pytest.mark.parametrize("module", MODULES)
def test_all_names_of_a_module_exist_once(module: str) -> None:
    loaded = importlib.import_module(module)
    names = getattr(loaded, "__all__", [])
    assert len(names) == len(set(names))
    assert not [name for name in names if not hasattr(loaded, name)]


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    assert (importlib.import_module(module).__doc__ or "").strip()
