"""Put claims together from regions, clauses and slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.extract.claims.clauses import Clause, clauses
from secondsource.extract.claims.context import Context
from secondsource.extract.claims.regions import Region, regions
from secondsource.extract.claims.slots import action_of, events_of, modality_of, moved, polarity_of, terms_of
from secondsource.extract.claims.voice import voice_of
from secondsource.extract.claims.when import when_of
from secondsource.extract.claims.who import about, places_of
from secondsource.model import (
    Attribution,
    Claim,
    Entity,
    Quantity,
    Report,
    Span,
    TimeExpression,
    content_id,
)
from secondsource.text.words import words

__all__ = ["find_claims"]

_MIN_WORDS = 3
# Longer ones are lists, tables or noise; no sentence of a report is.
MAX_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class _Part:
    region: Region
    clause: Clause
    before: Clause | None
    told: bool


def find_claims(
    report: Report,
    *,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
    quantities: Sequence[Quantity],
    times: Sequence[TimeExpression],
    entities: Sequence[Entity],
) -> tuple[Claim, ...]:
    """Return the claims of ``report``, in order of the text; they never overlap.

    Questions, fragments that only name a source, and clauses with neither verb nor number are no claims.
    """
    context = Context(report.full_text, entities, quantities, times)
    claims: list[Claim] = []
    subject: tuple[str, ...] = ()
    last_sentence: Span | None = None
    for part in _parts(context, sentences, attributions):
        if part.region.sentence != last_sentence:
            subject, last_sentence = (), part.region.sentence
        own = _subject(context, part.clause)
        inherited = () if own else subject or _framed_subject(context, part)
        inherited = (*inherited, *_denier(context, part.region.attribution))
        if part.told:
            claims.append(_claim(report, context, part, inherited, own or inherited))
        subject = own or subject
    return tuple(claims)


def _parts(context: Context, sentences: Sequence[Span], attributions: Sequence[Attribution]) -> list[_Part]:
    text = context.text
    found_regions = regions(text, sentences, attributions)
    framing = {r.sentence for r in found_regions if r.attribution}
    found: list[_Part] = []
    for region in found_regions:
        if region.sentence.of(text).rstrip("”\"’' ").endswith("?"):
            continue
        framed = region.attribution is None and region.sentence in framing
        if framed and _only_frames(text, region.span):
            continue
        if len(region.span) > MAX_SENTENCE:
            continue
        inner = context.quantities(region.span)
        before: Clause | None = None
        for clause in clauses(text, region.span, inner, context.whole(region.span)):
            told = _tells(text, clause, inner, framed=framed, said=region.attribution is not None)
            found.append(_Part(region, clause, before, told))
            before = clause
    return found


_FRAMES = frozenset(
    "in at on after before during speaking writing asked from by to for with while when as".split()
)


def _only_frames(text: str, span: Span) -> bool:
    """Whether a stretch beside a quotation only says where or when it was said ("In a letter sent to …")."""
    listed = words(text, span)
    return bool(listed) and listed[0].lower in _FRAMES


def _tells(text: str, clause: Clause, quantities: Sequence[Quantity], *, framed: bool, said: bool) -> bool:
    """Whether the clause states anything. What frames a quotation needs a verb of its own for it."""
    counted = any(clause.span.contains(q.span) for q in quantities)
    size = sum(1 for w in words(text, clause.span) if w.is_word)
    if said:
        return size >= _MIN_WORDS or (size > 1 and (counted or bool(clause.verbs)))
    if size < _MIN_WORDS and not (counted and clause.verbs):
        return False
    if framed:
        return any(v.finite for v in clause.verbs) or (counted and bool(clause.verbs))
    return bool(clause.verbs) or counted


def _subject(context: Context, clause: Clause) -> tuple[str, ...]:
    """Entities before the verb of the clause; all of a clause without a verb ("The ferry, which …")."""
    main = clause.main
    if clause.opener == "ing":
        return ()
    if main is None:
        return about(context, clause.span, ())
    return about(context, Span(clause.span.start, max(clause.span.start, main.span.start)), ())


def _framed_subject(context: Context, part: _Part) -> tuple[str, ...]:
    """Who a content without a subject is about: "accused the firm of dumping", "the firm denies dumping"."""
    attribution, main = part.region.attribution, part.clause.main
    if attribution is None or (main is not None and main.finite) or not attribution.content:
        return ()
    start = attribution.content[0].start
    if attribution.cue and attribution.cue.end < start:
        accused = about(context, Span(attribution.cue.end, start), ())
        if accused:
            return accused
    return about(context, attribution.source, ()) if attribution.source else ()


def _denier(context: Context, attribution: Attribution | None) -> tuple[str, ...]:
    """Who denies is a party to what is denied: "the firm rejects any link to the spill"."""
    if attribution is None or attribution.stance != "denies" or attribution.source is None:
        return ()
    return about(context, attribution.source, ())


def _stated(text: str, clause: Clause, attribution: Attribution | None) -> Span:
    """What an accusation states begins at its verb: "the firm of dumping waste" states "dumping waste"."""
    main = clause.main
    if attribution is None or main is None or main.form != "VBG" or main.finite:
        return clause.span
    lead = text[clause.span.start : main.span.start].rstrip()
    return Span(main.span.start, clause.span.end) if lead.endswith((" of", " for")) else clause.span


def _claim(
    report: Report, context: Context, part: _Part, inherited: tuple[str, ...], actors: tuple[str, ...]
) -> Claim:
    text, clause, attribution = context.text, part.clause, part.region.attribution
    span = _stated(text, clause, attribution)
    when = when_of(context, clause, part.region.sentence, attribution, part.before)
    values = [q.id for q in context.quantities(span)]
    values += [t.id for t in context.times(span)]
    if when is not None and when.id not in values:
        values.append(when.id)
    predicate, action = action_of(text, clause)
    places = places_of(context, span)
    action = moved(predicate, action, placed=bool(places))
    claim = Claim(
        id=content_id("c", report.id, span.start, span.end),
        report=report.id,
        span=span,
        attribution=attribution.id if attribution else None,
        voice="reported" if attribution else "own",
        polarity=polarity_of(text, clause),
        modality=modality_of(text, clause, attribution),
        when=when.edtf if when else None,
        about=about(context, clause.span, inherited),
        values=tuple(values),
        predicate=predicate,
        action=action,
        events=events_of(text, clause),
        places=places,
        actors=actors,
        terms=terms_of(text, span),
        sentence=part.region.sentence,
    )
    if attribution:
        return claim
    counted = bool(context.quantities(span))
    return replace(claim, voice=voice_of(text, clause, report, when, counted=counted))
