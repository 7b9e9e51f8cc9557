"""What `extract` writes: quantities, times, names, attributions and claims of one report, all as spans.

Keys and values are those of the story format, version 1. Every ``Span`` selects from the
report's ``full_text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.model.span import Span

__all__ = [
    "Attribution",
    "Bound",
    "Claim",
    "Entity",
    "EntityType",
    "Extraction",
    "Kind",
    "LinkKind",
    "Mention",
    "Modality",
    "Polarity",
    "Quantity",
    "SourceType",
    "Stance",
    "TimeExpression",
    "Venue",
    "Voice",
]

Bound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"]
EntityType = Literal["person", "organisation", "place", "identifier"]
Kind = Literal["direct", "indirect", "mixed"]
LinkKind = Literal["publishes", "relays", "quotes", "interviews", "cites", "speaks"]
Modality = Literal["actual", "planned", "possible", "conditional"]
Polarity = Literal["positive", "negative"]
SourceType = Literal["named", "role", "vague", "unstated"]
Stance = Literal["asserts", "denies", "declines", "doubts", "predicts", "promises", "demands", "asks"]
Venue = Literal["interview", "statement", "briefing", "article", "post", "document", "court"]
Voice = Literal["reported", "own", "witnessed", "background"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bound, unit and counted noun.

    Attributes:
        span: The whole expression with modifier and noun ("more than 3 million 152 mm artillery shells").
        low: Lowest value; null where only an upper bound is given. ``exact`` and ``about`` keep low = high.
        high: Highest value; null where only a lower bound is given.
        unit: Singular English, ISO 4217, ``percent``, ``times``, ``ratio``; null for plain counts.
        item: The counted noun as it stands in the text, or null. ``item_head`` is its head noun's lemma.
        as_of: EDTF day or period at which it was counted, or null.
        period: EDTF interval that it was counted over, or null.
        relative_to: Id of the quantity that a change or multiple is relative to, or null.
        change: ``rise`` or ``fall`` for "rose by 12%"; null for levels.
    """

    id: str
    report: str
    span: Span
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    item: str | None = None
    item_span: Span | None = None
    item_head: str | None = None
    as_of: str | None = None
    period: str | None = None
    relative_to: str | None = None
    change: Literal["rise", "fall"] | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time in the text with its EDTF value.

    Attributes:
        edtf: Day, month, year, decade, interval or clock time; null where the text does not resolve it,
            and then ``reason`` says why.
        grain: ``time``, ``day``, ``month``, ``year``, ``decade`` or ``interval``; of the phrase, not of the value.
        anchor: EDTF of what a relative phrase was counted from, or null for an absolute one.
        zone_known: False where a day or clock time may be the neighbouring day's in another zone.
        reason: Null, or why ``edtf`` is null or less certain.
    """

    id: str
    report: str
    span: Span
    edtf: str | None
    grain: str = "day"
    anchor: str | None = None
    zone_known: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name, title or role of an entity."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that is named.

    ``name`` is the fullest form found. ``speaks_for`` is the id of the body that a person or office
    speaks for ("South Korean Defense Minister Shin Won-sik" speaks for "South Korea's Ministry of
    Defense"), or null. ``key`` joins variants across reports (canonical country code, name key).
    ``role`` is the title or role given in the text, or null.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Mention, ...] = ()
    speaks_for: str | None = None
    key: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, linked (Pareti 2016), with stance, chain and venue.

    Attributes:
        source: Whole noun phrase or pronoun; null where none is given ("reportedly").
        content: Pieces in order of the text; empty only for ``declines``.
        speaker: Id of an entity of this report, or null if unnamed.
        parent: Id of the attribution that relays this one, or null.
        chain: From the outlet (null if unknown) to the speaker, as names.
        chain_text: For each link the span that names it; null for the outlet of the report itself.
        chain_kind: For each link how it passes the words on; the last one ``speaks``.
        venue: Where it was said, or null where the text does not tell.
        venue_host: Outlet that held or carried it, or null; ``venue_span`` is the phrase that says so.
        venue_when: EDTF, or null.
        denies: Id of the attribution or claim that it denies, or null.
        scope: The exact words that limit a denial, or null.
        score: Confidence in [0, 1] of the extractor.
    """

    id: str
    report: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: Kind
    stance: Stance
    source_type: SourceType
    speaker: str | None = None
    parent: str | None = None
    chain: tuple[str | None, ...] = ()
    chain_text: tuple[Span | None, ...] = ()
    chain_kind: tuple[LinkKind, ...] = ()
    venue: Venue | None = None
    venue_host: str | None = None
    venue_span: Span | None = None
    venue_when: str | None = None
    denies: str | None = None
    scope: Span | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """The smallest proposition worth comparing.

    Attributes:
        span: The shortest run of words that states it, without marks, cue or source.
        attribution: Id of the innermost attribution that it stands in, or null for the report's own voice.
        when: EDTF of what happened, or null.
        about: Ids of the entities that it is about.
        values: Ids of the quantities and times inside it.
        actors: Ids of the entities that the verb is said of (its subject); a part of ``about``.
        places: Ids of the entities that say where ("in Oslo", "visit Norway"); a part of ``about``.
        predicate: Lemma of the main verb or event noun, or null; ``action`` its class
            (``transfer``, ``travel``, …; see the lexicon of actions), or null.
        events: All classes of actions that its verbs and event nouns name, sorted.
        terms: Lemmas of the content words, sorted; what alignment compares beside the typed slots.
        sentence: Span of the sentence that it stands in.
    """

    id: str
    report: str
    span: Span
    attribution: str | None = None
    voice: Voice = "own"
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    when: str | None = None
    about: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    predicate: str | None = None
    action: str | None = None
    terms: tuple[str, ...] = ()
    sentence: Span | None = None
    score: float = 1.0
    events: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was found in one report, in order of the text."""

    report: str
    extractor: str
    sentences: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()
