"""Whose words are they? Each stretch of a sentence belongs to one attribution, or to the report itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondsource.model import Attribution, Span, trim

__all__ = ["Region", "regions"]

_EDGES = ' \t\n\r\u00a0,;:.–—-“”"«»„‟‹›()[]'


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of one sentence in one voice."""

    span: Span
    sentence: Span
    attribution: Attribution | None


def regions(text: str, sentences: Sequence[Span], attributions: Sequence[Attribution]) -> list[Region]:
    """Return the stretches of every sentence, in order, without sources and cues.

    A stretch inside several contents belongs to the innermost, which is the shortest.
    """
    found: list[Region] = []
    by_length = sorted(attributions, key=lambda a: (sum(map(len, a.content)), a.id))
    near_by = _near(sentences, by_length)
    for sentence in sentences:
        near = near_by.get(sentence, [])
        cuts = sorted(
            {sentence.start, sentence.end}
            | {
                min(max(edge, sentence.start), sentence.end)
                for a in near
                for s in _spans(a)
                for edge in (s.start, s.end)
            }
        )
        pieces = [Span(a, b) for a, b in pairwise(cuts)]
        found += _voiced(text, sentence, pieces, near)
    return found


def _near(sentences: Sequence[Span], attributions: Sequence[Attribution]) -> dict[Span, list[Attribution]]:
    """Attributions by each sentence that one of their spans touches, in the given order."""
    starts = [s.start for s in sentences]
    found: dict[Span, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        touched = {
            at
            for span in _spans(attribution)
            for at in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end))
            if sentences[at].overlaps(span)
        }
        for at in sorted(touched):
            found[sentences[at]].append(attribution)
    return found


# A source this close to its cue frames the words ("the mayor said"); one further off is part of the
# sentence that it stands in ("The mayor went home, saying …").
_MAX_FRAME = 25


# Room for the auxiliaries and "to" of "the deal [is widely expected to] close".
_AROUND_CUE = 18


def _spans(attribution: Attribution) -> list[Span]:
    return [*_content(attribution), *_marks(attribution)]


def _content(attribution: Attribution) -> list[Span]:
    """Pieces of the content; one piece where only a word like "allegedly" stands between."""
    cue = attribution.cue
    if attribution.source is None and cue and len(attribution.content) > 1:
        hull = Span.hull(attribution.content)
        if hull.contains(cue) and len(hull) - sum(map(len, attribution.content)) <= len(cue) + _AROUND_CUE:
            return [hull]
    return list(attribution.content)


def _marks(attribution: Attribution) -> list[Span]:
    """Source and cue where they only frame what is said."""
    source, cue = attribution.source, attribution.cue
    if cue is None:
        return [source] if source else []
    if source is None:
        return [] if any(c.contains(cue) for c in _content(attribution)) else [cue]
    # A participle behind its own clause ("…, praising") leaves its subject to that clause.
    return [source, cue] if source.gap(cue) <= _MAX_FRAME else [cue]


def _voiced(text: str, sentence: Span, pieces: Sequence[Span], near: Sequence[Attribution]) -> list[Region]:
    """Name the owner of each piece, join neighbours of one owner, and drop what only names a source."""
    owned: list[tuple[Span, Attribution | None]] = []
    for piece in pieces:
        inside = [a for a in near if any(c.contains(piece) for c in _content(a))]
        owner = inside[0] if inside else None
        mark = next((a for a in near if any(s.contains(piece) for s in _marks(a))), None)
        # A source or cue that lies inside the words of its owner names a nested attribution.
        if mark is not None and (owner is None or (mark is not owner and not _within(owner, mark))):
            continue
        if owned and owned[-1][0].end == piece.start and owned[-1][1] is owner:
            owned[-1] = (Span(owned[-1][0].start, piece.end), owner)
        else:
            owned.append((piece, owner))
    out = []
    for span, owner in owned:
        kept = trim(text, span, _EDGES)
        if len(kept):
            out.append(Region(kept, sentence, owner))
    return out


def _within(owner: Attribution, mark: Attribution) -> bool:
    """Whether ``mark`` is the wider attribution, whose source cannot lie inside ``owner``'s content."""
    return sum(map(len, mark.content)) > sum(map(len, owner.content))
