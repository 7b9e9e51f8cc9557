"""What one report alone tells of a source: one line for what was said in one breath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.model import Claim, Evidence, Line, Span
from secondsource.render.evidence import claim_evidence, sentence_at
from secondsource.render.fragments import hangs_on
from secondsource.render.sections.lines import line, weight
from secondsource.render.view import StoryView
from secondsource.render.wording import quoted

__all__ = ["alone"]

_LONGEST = 300
# Longest subject that an aside cuts off from what is said of it.
_SUBJECT = 60
_MARKS = ' \n“”"«»‘’,'


def alone(view: StoryView, told: set[str]) -> list[Line]:
    """Return claims of one report with a source, which no other report tells and none opposes.

    Neighbours of one sentence and one speaker are one line; a clause that hangs on another, which stands
    elsewhere, is none.
    """
    compared = {c for g in view.groups for c in g.claims if len(view.reports_of(g.claims)) > 1}
    left = {c.id for c in view.claims if c.id not in told and c.id not in compared and _has_source(view, c)}
    runs = [run for run in _runs(view, left) if not _hangs(view, run)]
    runs.sort(key=lambda run: (weight(view, run), view.order.get(run[0].report, 0), run[0].span))
    lines = [_line(view, run) for run in runs]
    shown = [each.evidence[0] for each in lines]
    return [each for each in lines if not any(_holds(e, each.evidence[0]) for e in shown)]


def _holds(whole: Evidence, part: Evidence) -> bool:
    return whole.report == part.report and whole.span != part.span and whole.span.contains(part.span)


def _runs(view: StoryView, left: set[str]) -> Iterator[list[Claim]]:
    """Yield claims of ``left`` in runs of one attribution and one sentence, broken by any other claim."""
    run: list[Claim] = []
    for claim in view.claims:
        if run and not (claim.id in left and _goes_on(view, run, claim)):
            yield run
            run = []
        if claim.id in left:
            run.append(claim)
    if run:
        yield run


def _goes_on(view: StoryView, run: Sequence[Claim], claim: Claim) -> bool:
    first = run[0]
    if (first.report, first.attribution) != (claim.report, claim.attribution):
        return False
    whole = Span(first.span.start, claim.span.end)
    return len(whole) <= _LONGEST and sentence_at(view.reading, first.report, first.span).contains(whole)


def _hangs(view: StoryView, run: Sequence[Claim]) -> bool:
    """Whether a lone clause says little without the one that it hangs on, and has no figure of its own."""
    if len(run) > 1 or any(value in view.reading.quantity for value in run[0].values):
        return False
    return hangs_on(view.reading.text[run[0].report], run[0].span)


def _line(view: StoryView, run: Sequence[Claim]) -> Line:
    evidence = _joined([claim_evidence(view.reading, claim) for claim in run])
    span = _to_words_within(view, run[-1], _from_subject(view, run[0], evidence.span))
    evidence = replace(evidence, span=span)
    text = quoted(evidence.span.of(view.reading.text[evidence.report]))
    origins = [o.id for o in (view.origin_of.get(c.id) for c in run) if o]
    return line(view, "single", "alone", text, [evidence], links=[*(c.id for c in run), *origins])


def _joined(pieces: Sequence[Evidence]) -> Evidence:
    """One piece of evidence over several of one sentence, with all that was read from them."""
    notes = [part for e in pieces for part in e.note.split("; ") if part]
    return replace(pieces[0], span=Span.hull([e.span for e in pieces]), note="; ".join(dict.fromkeys(notes)))


def _from_subject(view: StoryView, first: Claim, span: Span) -> Span:
    """Return ``span`` with the subject that an aside cut off: "The loft, which stored wool, was lost"."""
    attribution, text = view.attribution_of(first), view.reading.text[first.report]
    piece = next((p for p in attribution.content if p.contains(span)), None) if attribution else None
    if piece is None or not 0 < span.start - piece.start <= _SUBJECT:
        return span
    lead = Span(piece.start, span.start)
    if any(c.report == first.report and c.span.overlaps(lead) for c in view.claims):
        return span
    return Span(piece.start + len(lead.of(text)) - len(lead.of(text).lstrip(_MARKS)), span.end)


def _to_words_within(view: StoryView, last: Claim, span: Span) -> Span:
    """Return ``span`` to the end of what was said where words of another end it: "reject what he called …"."""
    attribution = view.attribution_of(last)
    piece = next((p for p in attribution.content if p.contains(span)), None) if attribution else None
    if piece is None or piece.end - span.start > _LONGEST:
        return span
    tail = Span(span.end, piece.end)
    within = any(a.report == last.report and a.cue and tail.contains(a.cue) for a in view.attributions)
    return Span(span.start, piece.end) if within else span


def _has_source(view: StoryView, claim: Claim) -> bool:
    attribution = view.attribution_of(claim)
    return bool(attribution and attribution.stance not in ("declines", "asks"))
