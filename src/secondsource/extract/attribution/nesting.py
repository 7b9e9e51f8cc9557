"""Which attribution stands inside the content of which."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.drafts import Draft
from secondsource.model import Span

__all__ = ["nest"]


def nest(drafts: Sequence[Draft]) -> None:
    """Give each draft the innermost draft whose content holds it.

    A sweep from left to right keeps only the contents that are still open, so that a long report costs no
    more than its depth of nesting.
    """
    pieces = sorted(
        ((piece, n) for n, draft in enumerate(drafts) for piece in draft.content),
        key=lambda pair: (pair[0], pair[1]),
    )
    at = 0
    opened: list[tuple[Span, Draft]] = []
    for child in sorted(drafts, key=lambda d: d.cue):
        while at < len(pieces) and pieces[at][0].start <= child.cue.start:
            opened.append((pieces[at][0], drafts[pieces[at][1]]))
            at += 1
        opened = [pair for pair in opened if pair[0].end > child.cue.start]
        if child.parent is None:
            holding = [(len(p), d) for p, d in opened if p.contains(child.cue) and _may_hold(d, child)]
            if holding:
                child.parent = min(holding, key=lambda pair: pair[0])[1]


def _may_hold(other: Draft, child: Draft) -> bool:
    if other is child or (other.source == child.source and other.unit is child.unit):
        return False
    if _interrupts(other, child):
        return False
    return not _circular(child, other)


def _interrupts(other: Draft, child: Draft) -> bool:
    """Whether the other stands between speaker and verb: "A driver, whose name we agreed to withhold, says …"."""
    if child.source is None or other.source is None or child.source.end > other.source.start:
        return False
    return not any(piece.contains(child.source) for piece in other.content)


def _circular(child: Draft, parent: Draft) -> bool:
    at: Draft | None = parent
    while at is not None:
        if at is child:
            return True
        at = at.parent
    return False
