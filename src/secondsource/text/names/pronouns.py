"""Whom a pronoun stands for, by gender, sentence and subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.model import Entity, Span
from secondsource.text.names.context import Mentions, mentions_of, sentence_of, sentences_of
from secondsource.text.names.cues import SAYING
from secondsource.text.names.definite import definite
from secondsource.text.names.kinds import is_kind
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.phrases import Phrase, parse_phrase
from secondsource.text.words import can_be

__all__ = ["PREPOSITIONS", "pronoun"]

_AUXILIARIES = frozenset(
    "is was has had will would can could may might does did do have are were must should".split()
)


PREPOSITIONS = frozenset(
    "of in for with to by from at on against about under over between through into".split()
)


# How many sentences back a pronoun may reach; further back it is as often wrong as right.
_REACH = 3


def pronoun(text: str, span: Span, phrase: Phrase, entities: Sequence[Entity]) -> Entity | None:
    """Return the entity that the pronoun at ``span`` (or its possessive) stands for, or null where it is open."""
    if phrase.pronoun == "p":
        return None
    here = sentence_of(text, span.start)
    mentions = mentions_of(entities)
    before = mentions.before(span.start)
    called, unnamed = _called(text, span, here, entities)
    # "The president cancelled the trip, his office said": of somebody whom nothing names.
    if unnamed and phrase.pronoun != "n":
        return None
    if called:
        before = sorted(before + called, key=lambda pair: (pair[0], pair[1].id))
    rows = _rows(text, before, here)
    for sure in (True, False):
        for back, standing in enumerate(rows):
            row = [(s, e) for s, e in standing if _agrees(phrase, s, e, text, mentions, sure=sure)]
            if row:
                return _subject(text, row, same=back == 0)
    fits = {
        e.id: e for s, e in before if e.type == "person" and _agrees(phrase, s, e, text, mentions, sure=True)
    }
    return next(iter(fits.values())) if len(fits) == 1 and phrase.pronoun != "n" else None


def _rows(text: str, before: Sequence[tuple[Span, Entity]], here: int) -> list[list[tuple[Span, Entity]]]:
    """Mentions of the pronoun's sentence, of the one before it, and so on as far as a pronoun reaches."""
    rows: list[list[tuple[Span, Entity]]] = [[] for _ in range(_REACH + 1)]
    for pair in reversed(before):
        back = here - sentence_of(text, pair[0].start)
        if back > _REACH:
            break
        rows[back].append(pair)
    return [row[::-1] for row in rows]


_CALLED = re.compile(r"\b[Tt]he (?:[\w-]+ ){0,3}?([a-z]+)\b")


def _called(
    text: str, span: Span, here: int, entities: Sequence[Entity]
) -> tuple[list[tuple[Span, Entity]], bool]:
    """Return definite phrases of this sentence and the one before ("The ministry said"), as mentions.

    The second value says whether this sentence opens with the role of somebody whom nothing names.
    """
    roles = lexicon().roles
    found: list[tuple[Span, Entity]] = []
    unnamed = False
    for k in (here - 1, here):
        if not 0 <= k < len(sentences_of(text)):
            continue
        bound = sentences_of(text)[k]
        for match in _CALLED.finditer(text, bound.start, min(bound.end, span.start, bound.start + 160)):
            noun = match.group(1)
            if not (noun in roles or is_kind(noun)):
                continue
            phrase = Span(match.start(), match.end())
            entity = definite(text, phrase, parse_phrase(text, phrase), entities)
            if entity is not None:
                found.append((phrase, entity))
            elif k == here and noun in roles and match.start() == bound.start:
                unnamed = True
    return found, unnamed


def _agrees(phrase: Phrase, span: Span, entity: Entity, text: str, mentions: Mentions, *, sure: bool) -> bool:
    """Whether the entity can be meant; unless ``sure``, a given name of the other gender is no hindrance."""
    if phrase.pronoun == "n":
        return entity.type == "organisation" or (
            (entity.key or "").startswith("country:") and not _adjectival(text, span)
        )
    if entity.type != "person":
        return False
    gender = mentions.gender(entity, text, by_name=sure)
    return gender in {None, "x", phrase.pronoun}


def _adjectival(text: str, span: Span) -> bool:
    following = text[span.end : span.end + 2]
    return following[:1] == "-" or (
        span.of(text).endswith(("n", "ese", "ish", "ch", "i")) and following[:1] == " "
    )


def _subject(text: str, row: Sequence[tuple[Span, Entity]], *, same: bool) -> Entity:
    """Of several in a sentence the likeliest: a subject, the nearest in the pronoun's own sentence, else the first."""
    subjects = [e for s, e in row if _is_subject(text, s)]
    if subjects:
        return subjects[-1] if same else subjects[0]
    for s, e in row:
        if text[s.end : s.end + 2] not in {"'s", "’s"}:
            return e
    return row[0][1]


_WORD_AFTER = re.compile(r"(?:, [^,.;]{1,60},| \([^)]{1,30}\))?\s(\w+)")


_WORD_BEFORE = re.compile(r"(\w+)[\s\"“‘]+(?:the )?$")


def _is_subject(text: str, span: Span) -> bool:
    """Whether a verb follows the name and no preposition stands before it."""
    after = _WORD_AFTER.match(text, span.end)
    if after is None:
        return False
    word = after.group(1).lower()
    if not (word in SAYING or word in _AUXILIARIES or (can_be(word, "VERB") and word.endswith(("ed", "s")))):
        return False
    before = _WORD_BEFORE.search(text, max(0, span.start - 24), span.start)
    return before is None or before.group(1).lower() not in PREPOSITIONS
