"""From objects to a brief: one head and nine sections a story, most important first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.model import Brief, Findings, Reading, Section, Skipped, Story, StoryBrief
from secondsource.render.head import counts_of, head_of
from secondsource.render.sections.agreed import agreed
from secondsource.render.sections.check_next import check_next
from secondsource.render.sections.copied import copied
from secondsource.render.sections.differs import differs
from secondsource.render.sections.said import said, silent
from secondsource.render.sections.single import single
from secondsource.render.sections.timeline import timeline
from secondsource.render.sections.unestablished import unestablished
from secondsource.render.view import StoryView

__all__ = ["compose"]

# Silence would mislead here: an empty section says in its note that nothing was found, and what that means.
_ALWAYS = ("differs", "agreed")


def compose(
    reading: Reading,
    findings: Findings,
    *,
    skipped: Iterable[Skipped] = (),
    options: Iterable[tuple[str, str]] = (),
    inputs: Iterable[tuple[str, str]] = (),
    version: str = "",
) -> Brief:
    """Choose, rank and word what the brief says; every line quotes the texts and carries its evidence.

    Args:
        reading: Reports and what was extracted from them.
        findings: Stories, groups, relations, origins, copies and timeline.
        skipped: Inputs that gave no report.
        options: Names and values of the options, without paths.
        inputs: Base name and SHA-256 of each input.
        version: Version of secondsource.

    Returns:
        The brief; the larger stories first, otherwise in the order of ``findings``.
    """
    stories = sorted(findings.stories, key=lambda s: -len(s.reports))
    return Brief(
        reading,
        findings,
        tuple(_story(reading, findings, story) for story in stories),
        tuple(skipped),
        tuple(options),
        tuple(inputs),
        version,
    )


def _story(reading: Reading, findings: Findings, story: Story) -> StoryBrief:
    view = StoryView(reading, findings, story)
    found = _sections(view)
    kept = tuple(s for s in found if s.lines or (s.kind in _ALWAYS and len(view.reports) > 1))
    return StoryBrief(story, head_of(view), kept, counts_of(view, found))


def _sections(view: StoryView) -> Sequence[Section]:
    unlike, alone, copies = differs(view), single(view), copied(view)
    return (
        unlike,
        agreed(view),
        alone,
        said(view),
        silent(view),
        copies,
        timeline(view),
        unestablished(view),
        check_next(view, unlike, alone, copies),
    )
