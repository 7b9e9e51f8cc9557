"""Where in the text a mention stands: sentence, and what is named there and before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from secondsource.model import Entity, Span
from secondsource.text.names.genders import gender_of
from secondsource.text.names.standing import country_of_person
from secondsource.text.sentences import sentences

__all__ = ["Mentions", "mentions_of", "sentence_of", "sentences_of"]

# A reader who meets "the minister" does not think back through a whole book. No article of usual length
# has as many mentions; without the limit the time for a long one would grow with its square.
_MEMORY = 400


@lru_cache(maxsize=8)
def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text; those of the last texts asked for are kept."""
    return tuple(sentences(text))


@lru_cache(maxsize=8)
def _ends(text: str) -> list[int]:
    return [s.end for s in sentences_of(text)]


def sentence_of(text: str, at: int) -> int:
    """Return the index of the sentence at or after offset ``at``."""
    return bisect_right(_ends(text), at)


class Mentions:
    """The mentions of one report with their entities, in order of the text, found by place.

    Attributes:
        by_id: Entities by their ids.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._pairs = sorted(
            ((m.span, e) for e in entities for m in e.mentions),
            key=lambda pair: (pair[0].start, pair[0].end, pair[1].id),
        )
        self._starts = [s.start for s, _ in self._pairs]
        self.by_id = {e.id: e for e in entities}
        self._genders: dict[tuple[str, bool, str], str | None] = {}
        self._countries: dict[str, str | None] = {}

    def within(self, span: Span) -> list[tuple[Span, Entity]]:
        """Return the mentions inside ``span``."""
        first, last = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return [pair for pair in self._pairs[first:last] if pair[0].end <= span.end]

    def before(self, at: int) -> list[tuple[Span, Entity]]:
        """Return the last mentions that end at or before ``at``."""
        last = bisect_right(self._starts, at)
        return [pair for pair in self._pairs[max(0, last - _MEMORY) : last] if pair[0].end <= at]

    def around(self, at: int) -> list[tuple[Span, Entity]]:
        """Return the mentions nearest to ``at``, before and after it."""
        middle = bisect_right(self._starts, at)
        return self._pairs[max(0, middle - _MEMORY) : middle + _MEMORY]

    def gender(self, entity: Entity, text: str, *, by_name: bool) -> str | None:
        """Return what `gender_of` tells; asked once an entity."""
        key = (entity.id, by_name, text)
        if key not in self._genders:
            self._genders[key] = gender_of(entity, text, by_name=by_name)
        return self._genders[key]

    def country(self, entity: Entity) -> str | None:
        """Return what `country_of_person` tells; asked once an entity."""
        if entity.id not in self._countries:
            self._countries[entity.id] = country_of_person(entity, self.by_id)
        return self._countries[entity.id]


_KEPT = 4
_kept: list[tuple[tuple[Entity, ...], Mentions]] = []


def mentions_of(entities: Sequence[Entity]) -> Mentions:
    """Return the mentions of ``entities``, sorted once for the tuples that were asked for last.

    They are known by identity: to hash or compare all of them would cost as much as to sort them.
    """
    for held, mentions in tuple(_kept):
        if held is entities:
            return mentions
    made = Mentions(entities)
    if isinstance(entities, tuple):
        _kept[:] = [(entities, made), *_kept[: _KEPT - 1]]
    return made
