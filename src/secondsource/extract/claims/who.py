"""Who and where: the entities that a clause is about, named or meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.extract.claims.context import Context
from secondsource.model import Span

__all__ = ["about", "places_of"]

# Phrases that stand for someone named before; `referents` decides for whom, or for no one.
_REFERRING = re.compile(
    r"\b(?:he|she|they|him|her|his|their|them|its)\b"
    r"|\b(?:the|this|both|these)\s+(?:[A-Za-z][\w’'\-]*\s+){0,3}?[a-z][\w\-]*(?=\b)",
    re.IGNORECASE,
)
_LOCATIVE = re.compile(
    r"\b(?:in|at|to|into|near|off|around|across|towards?|inside|outside|reach(?:ed|es)?|visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|"
    r"enter(?:s|ed|ing)?|leav(?:e|es|ing)|left|onto|(?:leav(?:e|es|ing)|left|depart\w*|head\w*|bound|set\s+off|fl(?:y|ies|ew))\s+for)"
    r"\s+(?:the\s+)?(?:[\w’'\-]+\s+){0,2}?$",
    re.IGNORECASE,
)
_LEAD = 40


def about(context: Context, span: Span, subject: Sequence[str]) -> tuple[str, ...]:
    """Return ids of the entities in ``span``: named, or meant by a pronoun or role; then ``subject``'s."""
    inside = context.mentions(span)
    named = [(m.start, entity.id) for m, entity in inside]
    for match in _REFERRING.finditer(context.text, span.start, span.end):
        phrase = Span(match.start(), match.end())
        # "the Northern minister" means a person though it holds a name; "the Northern Star" is one.
        if not any(m.end >= phrase.end and m.overlaps(phrase) for m, _ in inside):
            named += [(phrase.start, key) for key in context.referents(phrase)]
    return tuple(dict.fromkeys([*(key for _, key in sorted(named)), *subject]))


def places_of(context: Context, span: Span) -> tuple[str, ...]:
    """Return ids of the entities that say where: behind a locative preposition or a verb of going.

    "In North Korean waters" and "in Oslo's harbour" are somewhere of that place as well.
    """
    found = []
    for mention, entity in context.mentions(span):
        lead = context.text[max(span.start, mention.start - _LEAD) : mention.start]
        somewhere = entity.type == "place" or (entity.key or "").startswith("country:")
        if somewhere and _LOCATIVE.search(lead):
            found.append(entity.id)
    return tuple(dict.fromkeys(found))
