"""A voice: what stands behind a claim in its own report."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.model import OriginKind

__all__ = ["Voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """What stands behind a claim in its own report.

    Attributes:
        key: Equal keys are one origin, within and across reports.
        countries: Codes of the countries that the voice belongs to; empty where none is named.
        classes: Words for the kind of people of an unnamed voice ("official", "analyst").
        person: Name of the speaker where the key is the body that they speak for, or null.
        reason: Why the key is not the speaker itself, or empty.
    """

    key: str
    name: str
    kind: OriginKind
    entity: str | None = None
    countries: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    person: str | None = None
    reason: str = ""
