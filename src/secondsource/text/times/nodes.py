"""What a phrase says about a time, before it is anchored: the tree that the grammar builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.model import Span

__all__ = [
    "Anaphor",
    "Atom",
    "Bounded",
    "Clock",
    "Day",
    "Fixed",
    "Holiday",
    "Month",
    "Node",
    "Offset",
    "Part",
    "Range",
    "Relative",
    "Season",
    "Shifted",
    "Stretch",
    "Tense",
    "Vague",
    "Weekday",
    "Within",
]

Relative = Literal["last", "this", "next"] | None
Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no anchor: an ISO date, a year, a decade. ``note`` says what is less than certain."""

    edtf: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month, through ``last`` where the phrase names several ("June 19 and 20")."""

    month: int
    day: int
    last: int | None = None
    year: int | None = None
    relative: Relative = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month by name."""

    month: int
    year: int | None = None
    relative: Relative = None


@dataclass(frozen=True, slots=True)
class Season:
    """Months that come every year: a season, quarter or half; ``first`` 12 with 3 months is a winter."""

    first: int
    months: int
    year: int | None = None
    relative: Relative = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; ``number`` is its day of the month in "Friday the 13th"."""

    day: int
    relative: Relative = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast or memorial day by its key in the table of holidays."""

    name: str
    year: int | None = None
    relative: Relative = None


@dataclass(frozen=True, slots=True)
class Offset:
    """The calendar unit ``count`` before or after the one of the anchor: yesterday, last week, next year."""

    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Shifted:
    """``count`` units from the publication, or from ``base``: nine months ago, two days after June 5."""

    unit: str
    count: int
    base: Node | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Anaphor:
    """``count`` units from an earlier date of the text: a year earlier, the following day, that month.

    ``event`` are the words that name the event it is counted from ("the visit"), where there are any;
    ``whole`` keeps the grain of the earlier date ("the same period a year earlier"); ``compares`` marks
    "a year earlier", which sets figures of a quarter beside those of the year before.
    """

    unit: str
    count: int
    event: str | None = None
    whole: bool = False
    after: bool = False
    compares: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """``count`` units that end (negative) or begin (positive) at ``base``, or at the publication."""

    unit: str
    count: int
    base: Node | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``zone`` is hours east of Greenwich, or null, and ``summer`` whether US summer time adds one."""

    hour: int
    minute: int
    second: int = 0
    zone: float | None = None
    summer: bool = False
    base: Node | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a period: early, mid, late, start, end, or the n-th week or weekend of it."""

    part: str
    base: Node


@dataclass(frozen=True, slots=True)
class Within:
    """A yearless phrase inside a year that another one gives: March of last year."""

    inner: Node
    outer: Node


@dataclass(frozen=True, slots=True)
class Range:
    """From the start of ``left`` to the end of ``right``; the two share what only one of them says."""

    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Bounded:
    """``since``, ``until`` or ``about`` a time."""

    bound: Literal["since", "until", "about", "after"]
    base: Node


@dataclass(frozen=True, slots=True)
class Vague:
    """Words for a time that no calendar resolves: now, recently, in the coming days."""

    tense: Tense
    shown: bool = False


Node = (
    Fixed
    | Day
    | Month
    | Season
    | Weekday
    | Holiday
    | Offset
    | Shifted
    | Anaphor
    | Stretch
    | Clock
    | Part
    | Within
    | Range
    | Bounded
    | Vague
)


@dataclass(frozen=True, slots=True)
class Atom:
    """A phrase with its tree; ``core`` is the part without since, until, about.

    ``ends`` are the two times of a range.
    """

    span: Span
    node: Node
    core: Span
    ends: tuple[Span, Span] | None = None
