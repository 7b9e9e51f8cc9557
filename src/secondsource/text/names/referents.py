"""Who a name, a pronoun or a definite role phrase stands for."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Entity, Span

__all__ = ["referent", "referents"]


def _inside(span: Span, entities: Sequence[Entity]) -> list[tuple[Span, Entity]]:
    return sorted(
        ((m.span, e) for e in entities for m in e.mentions if span.contains(m.span)),
        key=lambda pair: (pair[1].type != "person", pair[1].type != "organisation", pair[0]),
    )


def referent(text: str, span: Span, entities: Sequence[Entity]) -> str | None:
    """Return the id of the entity that the phrase at ``span`` stands for, or null where the text leaves it open."""
    hits = _inside(span, entities)
    return hits[0][1].id if hits else None


def referents(text: str, span: Span, entities: Sequence[Entity]) -> tuple[str, ...]:
    """Return the ids of all entities that the phrase at ``span`` stands for ("both countries"); empty for none."""
    one = referent(text, span, entities)
    return (one,) if one else ()
