"""Stage 7 of 7: write the brief. Reads Reading and Findings. Writes Brief, as HTML, Markdown or JSON."""

from secondsource.render.compose import compose
from secondsource.render.html import render_html
from secondsource.render.json import extraction_json, render_json
from secondsource.render.markdown import render_markdown
from secondsource.render.schema import brief_schema, extraction_schema

__all__ = [
    "brief_schema",
    "compose",
    "extraction_json",
    "extraction_schema",
    "render_html",
    "render_json",
    "render_markdown",
]
