"""Where in the text a mention stands: sentence, and what is named there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from secondsource.model import Entity, Span
from secondsource.text.sentences import sentences

__all__ = ["mentions_of", "sentence_of", "sentences_of"]


@lru_cache(maxsize=8)
def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text; those of the last texts asked for are kept."""
    return tuple(sentences(text))


def sentence_of(text: str, at: int) -> int:
    """Return the index of the sentence at or after offset ``at``."""
    bounds = sentences_of(text)
    low, high = 0, len(bounds)
    while low < high:
        mid = (low + high) // 2
        if bounds[mid].end <= at:
            low = mid + 1
        else:
            high = mid
    return low


def mentions_of(entities: Sequence[Entity]) -> list[tuple[Span, Entity]]:
    """Return all mentions with their entities, in order of the text."""
    return sorted(((m.span, e) for e in entities for m in e.mentions), key=lambda pair: (pair[0], pair[1].id))
