"""What stages 3 to 6 write: stories, groups, relations, origins, copies, timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.model.span import Span

__all__ = [
    "Change",
    "ClaimGroup",
    "Comparison",
    "Copy",
    "Occasion",
    "Origin",
    "OriginCount",
    "OriginKind",
    "OriginLink",
    "Position",
    "Relation",
    "Story",
    "TimelineEntry",
]

OriginKind = Literal["person", "institution", "document", "data", "agency", "outlet", "unnamed", "unstated"]
Relation = Literal["same", "refines", "updates", "compatible", "conflicts", "denies", "not_comparable"]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one event. ``reports`` are ids in order of publication."""

    id: str
    title: str
    reports: tuple[str, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims about the same thing. ``reasons`` say which typed slots hold them together."""

    id: str
    about: str
    claims: tuple[str, ...]
    story: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims of a group relate, read from ``a`` to ``b`` (the newer, finer or denying one).

    ``why`` is a sentence. ``a_value`` and ``b_value`` are ids of the quantities or times that decided, or null.
    """

    group: str
    a: str
    b: str
    relation: Relation
    why: str
    a_value: str | None = None
    b_value: str | None = None
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """One venue at which an origin spoke: "interview with the Harbour Gazette, 2031-03".

    Attributes:
        attributions: Ids of the attributions that report it, from all reports.
        speaker: Name of who spoke, where that is not the origin itself, or null.
        inferred: Whether joining these attributions into one occasion goes beyond what each report
            says; ``why`` is the reason in a sentence, or empty.
    """

    venue: str | None
    host: str | None
    when: str | None
    attributions: tuple[str, ...] = ()
    speaker: str | None = None
    inferred: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What claims go back to, already merged: the furthest upstream that their reports name.

    Attributes:
        entity: Id of the entity, or null for an unnamed or unstated origin.
        claims: Ids of all claims that rest on it.
        reasons: Why what was merged is one ("the minister speaks for the ministry"), with the word
            "inferred" where no report says so.
    """

    id: str
    name: str
    kind: OriginKind
    entity: str | None = None
    occasions: tuple[Occasion, ...] = ()
    claims: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginLink:
    """Two origins that may be one: not established either way. ``why`` is a sentence."""

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins there are: an interval, with its reason in a sentence."""

    low: int
    high: int
    why: str = ""
    maybe_same: tuple[OriginLink, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One version of a group: claims joined by ``same``, with those that refine them."""

    group: str
    claims: tuple[str, ...]
    origins: OriginCount


@dataclass(frozen=True, slots=True)
class Change:
    """A difference inside a copied passage; ``from_span`` or ``to_span`` is null for an omission or addition."""

    kind: Literal["figure", "date", "name", "quote", "other"]
    from_span: Span | None
    to_span: Span | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage of ``to`` that stands, word for word or lightly edited, in ``source`` (printed as ``from``).

    ``direction`` says how the direction was found: by time, by credit line, or not at all ("unknown").
    """

    id: str
    source: str
    to: str
    source_span: Span
    to_span: Span
    changes: tuple[Change, ...] = ()
    containment: float = 1.0
    direction: Literal["time", "credit", "unknown"] = "time"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened when. ``claims`` are its evidence; ``story`` the story that it belongs to."""

    edtf: str
    what: str
    claims: tuple[str, ...]
    story: str
