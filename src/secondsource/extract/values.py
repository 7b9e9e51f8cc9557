"""Give found quantities and times their ids, and tie each quantity to the time that it is counted at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from secondsource.model import Attribution, Quantity, Report, Span, TimeExpression, content_id
from secondsource.text.quantities import FoundQuantity
from secondsource.text.times import FoundTime, bounds

__all__ = ["quantities_of", "times_of"]

_AS_OF = re.compile(r"\bas (?:of|at)\s*$", re.IGNORECASE)
_TIME_UNITS = frozenset(["year", "month", "week", "day", "hour", "minute", "second", "decade"])


def times_of(report: Report, found: Sequence[FoundTime]) -> tuple[TimeExpression, ...]:
    """Return the found times with ids."""
    return tuple(
        TimeExpression(
            id=content_id("t", report.id, t.span.start, t.span.end),
            report=report.id,
            span=t.span,
            edtf=t.edtf,
            grain=t.grain,
            anchor=t.anchor,
            zone_known=t.zone_known,
            reason=t.reason,
        )
        for t in found
    )


def quantities_of(
    report: Report,
    found: Sequence[FoundQuantity],
    times: Sequence[TimeExpression],
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
) -> tuple[Quantity, ...]:
    """Return the found quantities with ids, ``period`` and ``as_of``.

    A closed interval of the sentence is what a count was made over; "as of", "by" and "until" say when
    it was made. Durations and ages have neither. A time outside the content that a quantity stands in
    is when it was said, not when it was counted.
    """
    ids = [content_id("q", report.id, q.span.start, q.span.end, q.item or "") for q in found]
    text = report.full_text
    made = []
    beside = _by_sentence(times, sentences)
    voices = _voices([*(q.span for q in found), *(t.span for t in times)], attributions)
    for key, q in zip(ids, found, strict=True):
        near = [
            t for t in beside.get(_sentence_at(q.span, sentences), ()) if voices[q.span] == voices[t.span]
        ]
        period = as_of = None
        if q.unit not in _TIME_UNITS:
            period = next((t.edtf for t in near if _closed(t.edtf)), None)
            as_of = next((_end(t.edtf) for t in near if _counted_at(text, t)), None)
        made.append(
            Quantity(
                id=key,
                report=report.id,
                span=q.span,
                low=q.low,
                high=q.high,
                bound=q.bound,
                unit=q.unit,
                item=q.item,
                item_span=q.item_span,
                item_head=q.item_head,
                as_of=as_of,
                period=None if as_of else period,
                relative_to=ids[q.relative] if q.relative is not None else None,
                change=q.change,
            )
        )
    return tuple(made)


def _voices(spans: Iterable[Span], attributions: Sequence[Attribution]) -> dict[Span, frozenset[int]]:
    """Numbers of the attributions in whose content each span stands.

    A sweep from left to right: a long report costs no more than its depth of nesting.
    """
    pieces = sorted((piece, n) for n, x in enumerate(attributions) for piece in x.content)
    found: dict[Span, frozenset[int]] = {}
    opened: list[tuple[Span, int]] = []
    at = 0
    for span in sorted(set(spans)):
        while at < len(pieces) and pieces[at][0].start <= span.start:
            opened.append(pieces[at])
            at += 1
        opened = [pair for pair in opened if pair[0].end > span.start]
        found[span] = frozenset(n for piece, n in opened if piece.contains(span))
    return found


def _by_sentence(
    times: Sequence[TimeExpression], sentences: Sequence[Span]
) -> dict[int, list[TimeExpression]]:
    """Resolved times by the number of the sentence that they stand in."""
    found: dict[int, list[TimeExpression]] = defaultdict(list)
    for time in times:
        if time.edtf:
            found[_sentence_at(time.span, sentences)].append(time)
    return found


def _sentence_at(span: Span, sentences: Sequence[Span]) -> int:
    return bisect_right(sentences, span.start, key=lambda s: s.start)


def _closed(edtf: str | None) -> bool:
    if not edtf or "/" not in edtf:
        return False
    first, last = bounds(edtf)
    return first is not None and last is not None and (last - first).days > 1


def _counted_at(text: str, time: TimeExpression) -> bool:
    """Whether a time says when something was counted: "as of Monday", "by Monday"; "by Monday's storm" does not."""
    if _AS_OF.search(text, max(0, time.span.start - 12), time.span.start):
        return True
    own = time.span.of(text).lower()
    return own.startswith(("as of", "as at")) or (time.edtf or "").startswith("../")


def _end(edtf: str | None) -> str | None:
    return edtf.removeprefix("../") if edtf else None
