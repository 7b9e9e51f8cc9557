"""What is known of a report while its claims are read, found by place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from secondsource.model import Entity, Quantity, Span, TimeExpression
from secondsource.text.names import referents

__all__ = ["Context"]


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_P = TypeVar("_P", bound=_Placed)


class Context:
    """Entities, quantities and times of one report, each looked up by the span that they lie in.

    Attributes:
        text: The report's ``full_text``.
        entities: All entities, in order of their first mention.
    """

    def __init__(
        self,
        text: str,
        entities: Sequence[Entity],
        quantities: Sequence[Quantity],
        times: Sequence[TimeExpression],
    ) -> None:
        self.text = text
        self.entities = entities
        self._quantities = _Index(quantities)
        self._times = _Index(times)
        self._mentions = _Index([_Named(m.span, e) for e in entities for m in e.mentions])
        self._meant: dict[Span, tuple[str, ...]] = {}

    def quantities(self, span: Span) -> list[Quantity]:
        """Return the quantities inside ``span``."""
        return self._quantities.inside(span)

    def times(self, span: Span) -> list[TimeExpression]:
        """Return the times inside ``span``."""
        return self._times.inside(span)

    def mentions(self, span: Span) -> list[tuple[Span, Entity]]:
        """Return the mentions inside ``span`` with their entities."""
        return [(m.span, m.entity) for m in self._mentions.inside(span)]

    def whole(self, span: Span) -> list[Span]:
        """Return the spans inside ``span`` that no clause boundary may cut."""
        counted = [q.span for q in self.quantities(span)]
        return counted + [t.span for t in self.times(span)] + [s for s, _ in self.mentions(span)]

    def referents(self, phrase: Span) -> tuple[str, ...]:
        """Return ids of the entities that a pronoun or role phrase stands for; asked once a phrase."""
        if phrase not in self._meant:
            self._meant[phrase] = referents(self.text, phrase, self.entities)
        return self._meant[phrase]


class _Named:
    def __init__(self, span: Span, entity: Entity) -> None:
        self.span = span
        self.entity = entity


class _Index(Generic[_P]):
    """Things in order of their start, so that those inside a span are a short run."""

    def __init__(self, things: Sequence[_P]) -> None:
        self._things = sorted(things, key=lambda t: t.span)
        self._starts = [t.span.start for t in self._things]

    def inside(self, span: Span) -> list[_P]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [t for t in self._things[first:last] if t.span.end <= span.end]
