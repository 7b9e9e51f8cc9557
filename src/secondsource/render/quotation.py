"""What a page shows of a piece of evidence: exact words, a little of their sentence, chain, date, link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model import Evidence, Reading, Span
from secondsource.render.evidence import chain_names, report_name, sentence_at
from secondsource.render.passages import anchor
from secondsource.render.wording import LINKS, date_said

__all__ = ["Quote", "link_of", "quote_of"]

# Words around a quotation that help to judge it; the link leads to all of them.
_CONTEXT = 140
_LONGEST = 640


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words with a little of their sentence around them, and where they stand.

    ``parts`` are the words in runs, each with whether it is the figure or date that decides.
    """

    report: str
    name: str
    date: str
    href: str
    chain: tuple[tuple[str, str], ...]
    label: str
    before: str
    parts: tuple[tuple[str, bool], ...]
    after: str
    note: str
    span: Span


def link_of(reading: Reading, evidence: Evidence) -> str:
    """Return the link to the passage in the full text: ``#t1-120-164``."""
    place = next(i for i, r in enumerate(reading.reports, 1) if r.id == evidence.report)
    return f"#{anchor(place, evidence.span)}"


def quote_of(reading: Reading, evidence: Evidence, focus: Sequence[Span] = ()) -> Quote:
    """Return what is shown of a piece of evidence; ``focus`` are the parts to stress, in order."""
    focus = focus or ([evidence.focus] if evidence.focus else [])
    text, span = reading.text[evidence.report], evidence.span
    whole = sentence_at(reading, evidence.report, span)
    report, name = reading.report[evidence.report], report_name(reading, evidence.report)
    day = date_said(report.published_at[:10]) if report.published_at else ""
    return Quote(
        evidence.report,
        name,
        "" if day and day in name else day or "no date",
        link_of(reading, evidence),
        _chain(reading, evidence),
        evidence.label,
        _cut_left(text[whole.start : span.start]),
        tuple(_parts(text, evidence, focus)),
        _cut_right(text[span.end : whole.end]),
        evidence.note,
        span,
    )


def _chain(reading: Reading, evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """Return the links of the chain behind the report, each with how it passes the words on."""
    claim = reading.claim.get(evidence.link or "")
    attribution = reading.attribution.get((claim.attribution if claim else evidence.link) or "")
    if attribution is None:
        return ()
    names = chain_names(reading, attribution)
    kinds = [LINKS[k] for k in attribution.chain_kind] + [""] * len(names)
    return tuple(zip(names, kinds, strict=False))


def _parts(text: str, evidence: Evidence, focus: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield the quoted words in runs; past ``_LONGEST`` the rest is left to the full text."""
    span, at = evidence.span, evidence.span.start
    if len(span) > _LONGEST and (not focus or focus[0].start > span.start + _LONGEST):
        yield _cut_right(span.of(text), _LONGEST), False
        return
    for each in focus:
        if each.start >= at:
            yield text[at : each.start], False
            yield each.of(text), True
            at = each.end
    rest = text[at : span.end]
    yield (rest if at - span.start + len(rest) <= _LONGEST else _cut_right(rest, _LONGEST)), False


def _cut_left(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    return "… " + text[-_CONTEXT:].partition(" ")[2]


def _cut_right(text: str, limit: int = _CONTEXT) -> str:
    if len(text) <= limit:
        return text
    return text[:limit].rpartition(" ")[0] + " …"
