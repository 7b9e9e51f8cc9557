"""`Reading`: reports with their extractions and the names that join them; what stages 3 to 6 read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from secondsource.model.extraction import Attribution, Claim, Entity, Extraction, Quantity, TimeExpression
from secondsource.model.report import Report

__all__ = ["Reading"]


@dataclass(frozen=True)
class Reading:
    """A set of reports read together, with lookups by id.

    Attributes:
        reports: In order of publication where known, then by id.
        extractions: One per report, in the order of ``reports``.
        entities: Joined across the reports. Their mentions lie in several reports.
        joined: Id of an entity of one report → id of the joined entity.
    """

    reports: tuple[Report, ...]
    extractions: tuple[Extraction, ...]
    entities: tuple[Entity, ...] = ()
    joined: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def report(self) -> dict[str, Report]:
        """Reports by id."""
        return {r.id: r for r in self.reports}

    @cached_property
    def text(self) -> dict[str, str]:
        """Full texts by report id."""
        return {r.id: r.full_text for r in self.reports}

    @cached_property
    def extraction(self) -> dict[str, Extraction]:
        """Extractions by report id."""
        return {x.report: x for x in self.extractions}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {c.id: c for x in self.extractions for c in x.claims}

    @cached_property
    def attribution(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {a.id: a for x in self.extractions for a in x.attributions}

    @cached_property
    def quantity(self) -> dict[str, Quantity]:
        """Quantities by id."""
        return {q.id: q for x in self.extractions for q in x.quantities}

    @cached_property
    def time(self) -> dict[str, TimeExpression]:
        """Times by id."""
        return {t.id: t for x in self.extractions for t in x.times}

    @cached_property
    def entity(self) -> dict[str, Entity]:
        """Joined entities by id, and also by the id of each report's own entity that they join."""
        by_id = {e.id: e for e in self.entities}
        return by_id | {local: by_id[whole] for local, whole in self.joined.items() if whole in by_id}

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims, report by report."""
        return (c for x in self.extractions for c in x.claims)

    def value(self, key: str) -> Quantity | TimeExpression:
        """Return the quantity or time with the id ``key``."""
        return self.quantity[key] if key in self.quantity else self.time[key]

    def quote(self, item: Claim | Quantity | TimeExpression) -> str:
        """Return the exact words of a claim, quantity or time."""
        return item.span.of(self.text[item.report])
