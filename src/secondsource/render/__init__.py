"""Stage 7 of 7: write the brief. Reads Reading and Findings. Writes Brief, as HTML, Markdown or JSON."""

from secondsource.render.compose import compose
from secondsource.render.html import render_html
from secondsource.render.json import extraction_json, render_json
from secondsource.render.markdown import render_markdown

__all__ = ["compose", "extraction_json", "render_html", "render_json", "render_markdown"]
