"""Whom a definite phrase without a name stands for: "the minister", "the North Korean leader", "the company"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Entity, Span
from secondsource.text.names.context import Mentions, mentions_of, sentence_of
from secondsource.text.names.keys import country_in_key
from secondsource.text.names.kinds import COMPANY_NOUNS, fits_kind, is_kind
from secondsource.text.names.phrases import Phrase
from secondsource.text.names.standing import role_fits

__all__ = ["definite"]


def definite(text: str, span: Span, phrase: Phrase, entities: Sequence[Entity]) -> Entity | None:
    """Return the entity that a definite phrase refers back to, or null."""
    mentions = mentions_of(entities)
    before = mentions.before(span.start)
    if phrase.role:
        found = _by_role(before, phrase, mentions)
        # A headline speaks of a minister whom only the text names; elsewhere only a country makes it sure.
        if found is None and (phrase.country or not any(e.type == "person" for _, e in before)):
            found = _by_role(mentions.around(span.start), phrase, mentions, only=True)
        return found
    return _by_kind(text, span, before, phrase) or _of_person(before, phrase, mentions)


def _of_person(before: Sequence[tuple[Span, Entity]], phrase: Phrase, mentions: Mentions) -> Entity | None:
    """Return the body of the person named last who speaks for one that fits ("the ministry" after its minister)."""
    if not is_kind(phrase.head):
        return None
    for _, e in reversed(before):
        body = mentions.by_id.get(e.speaks_for or "")
        if body is not None and fits_kind(phrase.head, body.name, body.key):
            return body
    return None


def _by_role(
    before: Sequence[tuple[Span, Entity]], phrase: Phrase, mentions: Mentions, *, only: bool = False
) -> Entity | None:
    """Return the person who holds the role: of that country where one is named, else the last one named."""
    fits: dict[str, Entity] = {}
    for _, e in reversed(before):
        if e.type != "person" or not role_fits(phrase.role or "", e.role):
            continue
        country = mentions.country(e)
        if phrase.country and country not in {None, phrase.country}:
            continue
        fits.setdefault(e.id, e)
    if not fits or (only and len(fits) > 1):
        return None
    sure = [e for e in fits.values() if phrase.country and mentions.country(e) == phrase.country]
    if phrase.country:
        return sure[0] if sure else next(iter(fits.values())) if len(fits) == 1 else None
    return next(iter(fits.values()))


def _by_kind(text: str, span: Span, before: Sequence[tuple[Span, Entity]], phrase: Phrase) -> Entity | None:
    head = phrase.head
    if not is_kind(head):
        return None
    for s, e in reversed(before):
        if e.type != "organisation" or (e.key or "").startswith("country:"):
            continue
        if phrase.country and country_in_key(e.key) not in {None, phrase.country}:
            continue
        if fits_kind(head, e.name, e.key) or fits_kind(head, s.of(text), e.key):
            return e
        if text[max(0, s.start - len(head) - 1) : s.start].lower() == f"{head} ":
            return e
    if head in COMPANY_NOUNS and not phrase.country:
        return _last_plain(text, span, before)
    return None


def _last_plain(text: str, span: Span, before: Sequence[tuple[Span, Entity]]) -> Entity | None:
    """Return the only organisation without a kind of its own in this sentence and the two before it."""
    here = sentence_of(text, span.start)
    found = {
        e.id: e
        for s, e in before
        if e.type == "organisation"
        and (e.key or "").startswith("org:")
        and here - sentence_of(text, s.start) <= 2
    }
    return next(iter(found.values())) if len(found) == 1 else None
