"""Who says it, through whom, and how many independent origins stand behind it.

ingest → extract → cluster → align → trace → compare → render

>>> import secondsource
>>> made = secondsource.brief(["reports/"])  # doctest: +SKIP
>>> page = secondsource.render_html(made)  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from secondsource.errors import SecondsourceError
    from secondsource.model import Brief, Reading, Report
    from secondsource.pipeline import BriefOptions, brief, read
    from secondsource.render import render_html, render_json, render_markdown

__version__ = "0.1.0"

__all__ = [
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

# Imported at first use: `secondsource --help` answers before any of it is needed.
_HOMES = {
    "Brief": "secondsource.model",
    "BriefOptions": "secondsource.pipeline",
    "Reading": "secondsource.model",
    "Report": "secondsource.model",
    "SecondsourceError": "secondsource.errors",
    "brief": "secondsource.pipeline",
    "read": "secondsource.pipeline",
    "render_html": "secondsource.render",
    "render_json": "secondsource.render",
    "render_markdown": "secondsource.render",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
