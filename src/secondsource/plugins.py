"""Implementations of the stages, found through entry points: ours and those of other packages.

A package offers an implementation with one line of its ``pyproject.toml``::

    [project.entry-points."secondsource.extractors"]
    mine = "my_package.extractor:MyExtractor"

The object is a class that needs no arguments, an instance, or a function: whatever offers what the
stage's ``base.py`` asks for. Nothing is imported until it is used, so a broken plug-in breaks only
the run that asks for it.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from dataclasses import dataclass
from functools import cache
from importlib.machinery import ModuleSpec, PathFinder
from importlib.metadata import Distribution, EntryPoint, distributions
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args

from secondsource.errors import MissingExtraError, OptionError

__all__ = ["GROUPS", "Implementation", "Stage", "find", "forget", "implementations", "load", "require"]

Stage = Literal["ingest", "extract", "cluster", "align", "trace", "compare", "render"]

GROUPS: dict[Stage, str] = {
    "ingest": "secondsource.readers",
    "extract": "secondsource.extractors",
    "cluster": "secondsource.clusterers",
    "align": "secondsource.aligners",
    "trace": "secondsource.tracers",
    "compare": "secondsource.comparers",
    "render": "secondsource.renderers",
}
"""Entry-point group of each stage, in the order of the flow."""

_OWN = "secondsource"


@dataclass(frozen=True, slots=True)
class Implementation:
    """One way of doing a stage.

    Attributes:
        stage: Verb of the stage.
        name: What the user calls it (``--extractor rules``).
        reference: ``module:attribute`` of the object.
        distribution: Name of the package that offers it, as it is installed.
        version: Version of that package.
        extras: Extras of that package that it needs.
    """

    stage: Stage
    name: str
    reference: str
    distribution: str
    version: str
    extras: tuple[str, ...] = ()

    @property
    def module(self) -> str:
        """Dotted name of the module that holds the object."""
        return self.reference.partition(":")[0]

    @property
    def file(self) -> str | None:
        """The module's file from its top-level package on (``secondsource/render/html.py``).

        Null where the module cannot be found. Nothing of its package is imported.
        """
        spec = _spec(self.module)
        if spec is None or spec.origin is None or not spec.has_location:
            return None
        path = Path(spec.origin)
        depth = self.module.count(".") + (2 if path.stem == "__init__" else 1)
        return "/".join(path.parts[-depth:])

    def load(self) -> Any:
        """Import the object and return it; an instance of it where it is a class.

        Raises:
            MissingExtraError: It needs a package that is not installed.
            OptionError: Its module has no such object.
        """
        entry = EntryPoint(self.name, self.reference, GROUPS[self.stage])
        try:
            loaded = entry.load()
        except ImportError as error:
            raise MissingExtraError(self._missing(error)) from error
        except AttributeError as error:
            raise OptionError(f"{self.distribution} offers {self.name!r}, but {error}") from error
        return loaded() if isinstance(loaded, type) else loaded

    def _missing(self, error: ImportError) -> str:
        wanted = f"{self.distribution}[{','.join(self.extras)}]" if self.extras else self.distribution
        lacks = error.name or str(error)
        return f"{self.name!r} needs {lacks}, which is not installed; run `pip install '{wanted}'`"


def require(module: str, *, extra: str) -> ModuleType:
    """Import a module of another package that only an extra of ours installs.

    Raises:
        MissingExtraError: It is not installed; the message has the line that installs it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        lacks = error.name or module
        raise MissingExtraError(
            f"this needs {lacks}, which is not installed; run `pip install '{_OWN}[{extra}]'`"
        ) from error


def implementations(stage: Stage) -> tuple[Implementation, ...]:
    """Return all implementations of ``stage``, by name: ours first, then those of other packages.

    Raises:
        OptionError: There is no such stage.
    """
    if stage not in GROUPS:
        raise OptionError(f"no stage {stage!r}; the stages are {', '.join(get_args(Stage))}")
    return _found(stage, tuple(sys.path))


def find(stage: Stage, name: str) -> Implementation:
    """Return the implementation of ``stage`` that is called ``name``.

    Ours wins over another package's of the same name: installing a package never changes what a
    built-in name means.

    Raises:
        OptionError: There is none; the message lists those that there are.
    """
    known = implementations(stage)
    for each in known:
        if each.name == name:
            return each
    names = ", ".join(dict.fromkeys(each.name for each in known)) or "none"
    raise OptionError(f"no implementation {name!r} of {stage}; installed: {names}")


def load(stage: Stage, name: str) -> Any:
    """Import and return the object that implements ``stage`` under ``name``; see `find` for its errors."""
    return find(stage, name).load()


def forget() -> None:
    """Forget what was found, so that a package installed since then is seen."""
    _found.cache_clear()


@cache
def _found(stage: Stage, path: tuple[str, ...]) -> tuple[Implementation, ...]:
    # The path is the key of the cache, so that a changed ``sys.path`` is looked through again.
    found: list[Implementation] = []
    seen: set[str] = set()
    for dist in distributions(path=list(path)):
        # The first on the path is the one that imports; a second copy further on is dead.
        if dist.name in seen:
            continue
        seen.add(dist.name)
        found += [_implementation(stage, e, dist) for e in dist.entry_points if e.group == GROUPS[stage]]
    return tuple(sorted(found, key=_rank))


def _implementation(stage: Stage, entry: EntryPoint, dist: Distribution) -> Implementation:
    reference = f"{entry.module}:{entry.attr}" if entry.attr else entry.module
    return Implementation(stage, entry.name, reference, dist.name, dist.version, tuple(entry.extras))


def _spec(module: str) -> ModuleSpec | None:
    """Find a module step by step: `importlib.util.find_spec` alone would import the packages above it."""
    top, *inner = module.split(".")
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError):
        return None
    for depth in range(len(inner)):
        if spec is None or spec.submodule_search_locations is None:
            return None
        name = ".".join((top, *inner[: depth + 1]))
        spec = PathFinder.find_spec(name, list(spec.submodule_search_locations))
    return spec


def _rank(each: Implementation) -> tuple[bool, str, str]:
    return (each.distribution != _OWN, each.distribution if each.distribution != _OWN else "", each.name)
