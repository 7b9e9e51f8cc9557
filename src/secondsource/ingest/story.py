"""Story files: the reports alone, character for character, never the gold beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from secondsource.errors import StoryError
from secondsource.ingest.base import Draft
from secondsource.model import Skipped

__all__ = ["STORY_FORMAT", "is_story", "read_story"]

STORY_FORMAT = "secondsource-story/1"
_ANSWERED = (
    "outlet",
    "publisher",
    "url",
    "language",
    "published_at",
    "dateline",
    "headline",
    "byline",
    "credit",
    "version_of",
)


def is_story(value: Any) -> bool:
    """Whether a JSON value says that it is a story, of whatever version."""
    return isinstance(value, dict) and str(value.get("format", "")).startswith("secondsource-story/")


def read_story(value: Mapping[str, Any], *, notes: tuple[str, ...] = ()) -> Iterator[Draft | Skipped]:
    """Yield the reports of a story.

    Raises:
        StoryError: It breaks the format; the message says where.
    """
    if value["format"] != STORY_FORMAT:
        raise StoryError(f"{str(value['format'])[:60]} is not read by this version; {STORY_FORMAT} is")
    reports, story = value.get("reports"), value.get("id")
    if not isinstance(reports, list):
        raise StoryError("a story without a list of reports")
    seen: set[str] = set()
    for number, report in enumerate(reports, start=1):
        draft = _draft(report, number, str(story) if story is not None else None, notes)
        if draft.id is None or draft.id in seen:
            raise StoryError(f"report {number}: the id {draft.id!r} stands twice in the story")
        seen.add(draft.id)
        yield draft


def _draft(report: Any, number: int, story: str | None, notes: tuple[str, ...]) -> Draft:
    if not isinstance(report, dict):
        raise StoryError(f"report {number} is no object")
    if not isinstance(report.get("text"), str) or not isinstance(report.get("id"), str):
        raise StoryError(f"report {number} has no id or no text")
    values: dict[str, str | None] = {}
    for key in _ANSWERED:
        value = report.get(key)
        if value is not None and not isinstance(value, str):
            raise StoryError(f"report {number}: {key} is neither text nor null")
        values[key] = value
    also_in = report.get("also_in") or ()
    if not isinstance(also_in, list | tuple):
        raise StoryError(f"report {number}: also_in is no list")
    return Draft(
        text=report["text"],
        media="story",
        headline=values["headline"],
        outlet=values["outlet"],
        publisher=values["publisher"],
        url=values["url"],
        language=values["language"],
        date=values["published_at"],
        dateline=values["dateline"],
        byline=values["byline"],
        credit=values["credit"],
        version_of=values["version_of"],
        also_in=tuple(str(each) for each in also_in),
        settled=frozenset("date" if key == "published_at" else key for key in _ANSWERED if key in report),
        id=report["id"],
        scope=story,
        notes=notes,
    )
