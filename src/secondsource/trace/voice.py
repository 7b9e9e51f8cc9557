"""A voice: what stands behind a claim in its own report."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.model import OriginKind, Report

__all__ = ["Voice", "unstated"]


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


def unstated(report: Report) -> Voice:
    """Return the voice of a report that gives no source.

    Reports that carry one agency's words, or are of one publisher, have one such voice, not two.
    """
    if report.credit:
        return Voice(f"unstated:agency:{report.credit.lower()}", f"{report.credit}, own voice", "unstated")
    if report.publisher:
        name = f"{report.publisher}, own voice"
        return Voice(f"unstated:publisher:{report.publisher.lower()}", name, "unstated")
    return Voice(f"unstated:{report.id}", f"{report.label}, own voice", "unstated")
