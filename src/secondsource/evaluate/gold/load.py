"""Load a gold story: the words of its annotations become spans, its objects the nouns of the model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondsource.errors import StoryError
from secondsource.evaluate.gold.links import link_problems
from secondsource.evaluate.gold.reader import StoryReader
from secondsource.evaluate.gold.shape import LISTS, shape_problems
from secondsource.model import Findings, Reading, sha256_of

__all__ = ["FORMAT", "Gold", "gold_of", "is_story", "load_story", "read_raw"]

FORMAT = "secondsource-story/1"


@dataclass(frozen=True)
class Gold:
    """A story with its annotation, in the nouns that the tool writes, and as it stands in the file."""

    reading: Reading
    findings: Findings
    raw: dict[str, Any]


def load_story(path: str | Path) -> Gold:
    """Read a story file.

    Entities of the file are joined already: each report gets its own part of them, with the id
    ``e1@r2``, and ``Reading.joined`` leads back.

    Raises:
        StoryError: The file breaks the format; the message says where and what to do.
    """
    return gold_of(read_raw(path), Path(path).name, sha256_of(Path(path).read_bytes()))


def gold_of(raw: dict[str, Any], name: str, sha256: str = "") -> Gold:
    """Return the gold of a story that is in memory, as `load_story` does; ``name`` is how messages call it.

    Raises:
        StoryError: It breaks the format.
    """
    for rules in (shape_problems, link_problems):
        for problem in rules(raw):
            raise StoryError(f"{name}: {problem}")
    reader = StoryReader(raw)
    try:
        return Gold(reader.reading(sha256), reader.findings(), raw)
    except StoryError as error:
        raise StoryError(f"{name}: {error}") from error


def is_story(path: str | Path) -> bool:
    """Whether a file is JSON that calls itself a story."""
    try:
        read_raw(path)
    except StoryError:
        return False
    return True


def read_raw(path: str | Path) -> dict[str, Any]:
    """Return the JSON of a story file, with every list of the format present.

    Raises:
        StoryError: It cannot be read, is no JSON object, or is of another format.
    """
    name = Path(path).name
    try:
        raw = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise StoryError(f"{name}: not read as JSON ({error})") from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise StoryError(f'{name}: not a story file; it must be an object with "format": "{FORMAT}"')
    for key in LISTS:
        raw.setdefault(key, [])
    return raw
