"""Read the reports of a story from ``reports.txt``: a head, then each report with a head and its text."""

from __future__ import annotations

import re
from typing import Any

from secondsource.errors import StoryError
from secondsource.evaluate.gold.load import FORMAT

__all__ = ["read_story_text"]

_HEADER = {"story": "id", "title": "title", "topic": "topic", "split": "split"}
_REPORT = ("outlet", "publisher", "url", "language", "dateline", "byline", "credit", "headline", "version_of")


def read_story_text(text: str) -> dict[str, Any]:
    """Return the head of a story and its reports from the text of ``reports.txt``.

    Raises:
        StoryError: A line is not of the notation.
    """
    head, *parts = re.split(r"^== (\S+)[ \t]*\n", text.replace("\r\n", "\n"), flags=re.MULTILINE)
    story: dict[str, Any] = {"format": FORMAT, "lookalike_of": [], "reports": []}
    for line in filter(None, head.splitlines()):
        key, _, value = line.partition(" ")
        if key == "lookalike":
            story["lookalike_of"] += value.split()
        elif key in _HEADER:
            story[_HEADER[key]] = value.strip()
        else:
            raise StoryError(f"head of the story: {line!r} must begin with {', '.join(_HEADER)} or lookalike")
    for name, part in zip(parts[::2], parts[1::2], strict=True):
        story["reports"].append(_report(name, part))
    if "id" not in story or not story["reports"]:
        raise StoryError("the file must have a line 'story ID' and reports that begin with '== r1'")
    return story


def _report(name: str, part: str) -> dict[str, Any]:
    head, found, text = part.lstrip("\n").partition("\n\n")
    if not found:
        raise StoryError(f"report {name}: an empty line must stand between its head and its text")
    report: dict[str, Any] = {"id": name, **dict.fromkeys(_REPORT), "language": "en", "published_at": None}
    for line in head.splitlines():
        key, _, value = line.partition(" ")
        if key == "also_in":
            report[key] = value.split()
        elif key in ("published", *_REPORT):
            report["published_at" if key == "published" else key] = value.strip() or None
        else:
            raise StoryError(
                f"report {name}: {line!r} must begin with published, also_in, {', '.join(_REPORT)}"
            )
    report["text"] = text.strip()
    return report
