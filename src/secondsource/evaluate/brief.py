"""Measure what a reader sees: the share of a brief's lines that are true to the texts, judged by hand.

From the brief of each development story a fixed number of lines is drawn by the hash of what they say, so that
the same lines are drawn until they change. Judgements are kept in ``evaluation/brief/judged.json``; a line that
says something new is drawn as unjudged, and is counted as that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from secondsource.evaluate.measures import Measured, Score, scores_of
from secondsource.evaluate.stories import folders, project, story_files
from secondsource.model import Brief, Line, SectionKind
from secondsource.pipeline import brief

__all__ = ["Drawn", "drawn", "errors", "judgements", "run"]

PER_STORY = 8
_DATASET = "corpus dev, lines drawn"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn line as a judge reads it: what it says and, below, whose words it shows for that."""

    story: str
    section: SectionKind
    text: str

    @property
    def key(self) -> str:
        """Hash of story and text."""
        return hashlib.sha256(f"{self.story}\n{self.section}\n{self.text}".encode()).hexdigest()[:16]


def judged_file() -> Path:
    """Return where the judgements are kept."""
    return project() / "evaluation" / "brief" / "judged.json"


def judgements(path: Path | None = None) -> dict[str, tuple[bool, str]]:
    """Return by key whether a line is true, and why not; none where there is no file."""
    file = path or judged_file()
    if not file.is_file():
        return {}
    return {
        row["key"]: (row["true"], row.get("why", "")) for row in json.loads(file.read_text(encoding="utf-8"))
    }


@lru_cache(maxsize=64)
def drawn(path: Path, number: int = PER_STORY) -> tuple[Drawn, ...]:
    """Return so many lines of the brief of a story file's reports: those with the smallest hashes."""
    lines = sorted(_lines(path.stem, brief([path])), key=lambda line: line.key)
    return tuple(lines[:number])


def _lines(story: str, made: Brief) -> Iterator[Drawn]:
    for each in made.stories:
        for section in each.sections:
            for line in section.lines:
                if section.kind not in ("check_next", "silent"):
                    yield Drawn(story, section.kind, _written(made, line))


def _written(made: Brief, line: Line) -> str:
    head = " · ".join(filter(None, (line.tag, line.when, line.text, line.why)))
    if line.origins is not None:
        head += f" [{line.origins.low}–{line.origins.high} origins]"
    shown = [
        f"{f'({e.side}) ' if e.side else ''}{e.label or e.report}: “{' '.join(e.span.of(made.reading.text[e.report]).split())}”"
        + (f" ({e.note})" if e.note else "")
        for e in line.evidence
    ]
    return "\n".join([head, *shown])


def _stories(limit: int | None) -> list[Path]:
    dev = [folder for folder in folders() if folder.parent.name == "corpus" and folder.name == "dev"]
    return [path for folder in dev for path in story_files(folder)[:limit]]


def run(*, limit: int | None = None) -> list[Score]:
    """Return the share of drawn lines that are true, of those judged, and the share that is judged."""
    known = judgements()
    measured = []
    for path in _stories(limit):
        counted = Measured()
        for line in drawn(path):
            if line.key in known:
                counted.judge("lines true", known[line.key][0])
                counted.judge(f"lines true, {line.section}", known[line.key][0])
            counted.judge("lines judged", line.key in known)
        measured.append(counted)
    return scores_of(measured, "render", _DATASET)


def errors(*, limit: int | None = None) -> list[tuple[str, str]]:
    """Return drawn lines that are judged false, with the reason, and those that nobody has judged."""
    known = judgements()
    found: list[tuple[str, str]] = []
    for line in _drawn_of(_stories(limit)):
        if line.key not in known:
            found.append(("not judged", f"{line.key} {line.story}: {line.text}"))
        elif not known[line.key][0]:
            found.append((f"false, {line.section}", f"{line.story}: {line.text} – {known[line.key][1]}"))
    return found


def _drawn_of(paths: Sequence[Path]) -> Iterator[Drawn]:
    for path in paths:
        yield from drawn(path)
