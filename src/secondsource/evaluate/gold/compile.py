"""Make a gold story from its reports and one annotator's marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from secondsource.errors import StoryError
from secondsource.evaluate.gold.check import check_raw
from secondsource.evaluate.gold.finish import finish_story
from secondsource.evaluate.gold.notation import read_marks
from secondsource.evaluate.gold.report_text import read_story_text
from secondsource.evaluate.gold.shape import Problem

__all__ = ["REPORTS", "compile_marks", "split_of"]

REPORTS = "reports.txt"


def compile_marks(marks: str | Path) -> tuple[dict[str, Any], list[Problem]]:
    """Return the story that a file of marks and the ``reports.txt`` beside it make, and what is wrong.

    The story is complete only where nothing is wrong.

    Raises:
        StoryError: One of the files cannot be read or breaks the notation of reports.
    """
    path = Path(marks)
    try:
        story = read_story_text((path.parent / REPORTS).read_text(encoding="utf-8-sig"))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise StoryError(f"{path.parent.name}: not read ({error})") from error
    story.pop("split", None)
    draft, problems = read_marks(story, text)
    if problems:
        return draft, problems
    try:
        raw = finish_story(draft)
    except StoryError as error:
        where, _, what = str(error).partition(": ")
        return draft, [Problem(where, what)]
    return raw, check_raw(raw)


def split_of(folder: Path) -> str:
    """Return the part of the corpus (``train``, ``dev`` or ``test``) that the story in ``folder`` belongs to.

    Raises:
        StoryError: Its ``reports.txt`` does not say so.
    """
    split = read_story_text((folder / REPORTS).read_text(encoding="utf-8-sig")).get("split")
    if split not in ("train", "dev", "test"):
        raise StoryError(
            f"{folder.name}: {REPORTS} must have a line 'split train', 'split dev' or 'split test'"
        )
    return str(split)
