"""`Brief`: what `render` prints. Every line carries its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from secondsource.model.findings import (
    ClaimGroup,
    Comparison,
    Copy,
    Origin,
    OriginCount,
    Position,
    Story,
    TimelineEntry,
)
from secondsource.model.reading import Reading
from secondsource.model.report import Skipped
from secondsource.model.span import Span

__all__ = ["Brief", "Evidence", "Findings", "Line", "Section", "SectionKind", "StoryBrief"]

SectionKind = Literal[
    "differs", "agreed", "single", "said", "silent", "copied", "timeline", "unestablished", "check_next"
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words behind a line.

    ``label`` says whose they are ("Aldermere Post ← Northern Wire ← coastguard"); ``note`` adds
    what was read from them ("at least 214 people; as of 2031-03-04"), or is empty.

    Attributes:
        side: 1, 2, … for the version of a difference that the words belong to; 0 where there are none.
        link: Id of the claim, attribution, origin or copy that the words show, or null.
        focus: The part of ``span`` that decides (a figure, a date), or null.
    """

    report: str
    span: Span
    label: str = ""
    note: str = ""
    side: int = 0
    link: str | None = None
    focus: Span | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the brief, in plain words, with at least one piece of evidence.

    Attributes:
        id: Content hash; the anchor in the page.
        tag: A word for what kind of line it is: a relation, a stance, ``agreed``, ``copied``, …
        text: The sentence.
        why: The reason in a sentence, or empty.
        evidence: In the order in which it should be shown; two sides for a difference.
        origins: Count that stands behind it, or null where none applies.
        links: Ids of the claims, groups, origins and copies that it rests on.
        when: EDTF, for timeline lines, or null.
    """

    id: str
    tag: str
    text: str
    evidence: tuple[Evidence, ...]
    why: str = ""
    origins: OriginCount | None = None
    links: tuple[str, ...] = ()
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a story's brief. Sections without lines are left out, except where silence would mislead."""

    kind: SectionKind
    title: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """One story: its head and its sections, most important first."""

    story: Story
    head: str
    sections: tuple[Section, ...]
    counts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What cluster, align, trace and compare wrote."""

    stories: tuple[Story, ...] = ()
    groups: tuple[ClaimGroup, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    origins: tuple[Origin, ...] = ()
    group_counts: dict[str, OriginCount] = field(default_factory=dict)
    positions: tuple[Position, ...] = ()
    copies: tuple[Copy, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that is printed, and what it was made from.

    Attributes:
        options: Names and values of the options that shaped it, without paths.
        inputs: Base name and SHA-256 of each input.
        version: Version of secondsource.
    """

    reading: Reading
    findings: Findings
    stories: tuple[StoryBrief, ...]
    skipped: tuple[Skipped, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    version: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all stories, in the order of the page."""
        return tuple(line for s in self.stories for section in s.sections for line in section.lines)
