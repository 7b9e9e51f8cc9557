"""Who a name, a pronoun or a definite role phrase stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from secondsource.model import Entity, Span
from secondsource.text.names.classify import SAYING
from secondsource.text.names.genders import gender_of
from secondsource.text.names.keys import country_in_key
from secondsource.text.names.kinds import COMPANY_NOUNS, fits_kind, is_kind
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.phrases import Phrase, parse_phrase
from secondsource.text.names.standing import country_of_person, role_fits
from secondsource.text.sentences import sentences
from secondsource.text.words import can_be

__all__ = ["belongs_to", "referent", "referents"]

_AUXILIARIES = frozenset(
    "is was has had will would can could may might does did do have are were must should".split()
)
_PREPOSITIONS = frozenset(
    "of in for with to by from at on against about under over between through into".split()
)
# How many sentences back a pronoun may reach; further back it is as often wrong as right.
_REACH = 3


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(sentences(text))


def _sentence_of(text: str, at: int) -> int:
    bounds = _sentences(text)
    low, high = 0, len(bounds)
    while low < high:
        mid = (low + high) // 2
        if bounds[mid].end <= at:
            low = mid + 1
        else:
            high = mid
    return low


def _mentions(entities: Sequence[Entity]) -> list[tuple[Span, Entity]]:
    return sorted(((m.span, e) for e in entities for m in e.mentions), key=lambda pair: (pair[0], pair[1].id))


def _named(text: str, span: Span, entities: Sequence[Entity]) -> tuple[Entity | None, bool]:
    """Return the entity whose name is the head of the phrase, and whether any name is in it."""
    inside = [(s, e) for s, e in _mentions(entities) if span.contains(s)]
    if not inside:
        return None, False
    order = {"person": 0, "organisation": 1, "place": 2, "identifier": 3}
    for s, e in sorted(inside, key=lambda pair: (order[pair[1].type], pair[0])):
        if _is_head(text, span, s, e):
            return e, True
    return None, True


def _is_head(text: str, span: Span, name: Span, entity: Entity) -> bool:
    """Whether the phrase is the name, with title before or apposition after it, and not something of it."""
    before, after = text[span.start : name.start], text[name.end : span.end].strip()
    if after[:2] in {"'s", "’s"} or after[:1] in {"'", "’", "-"}:
        return False
    if _governed(before):
        return _apposed(before)
    if entity.type == "person":
        return True
    return (
        not after
        or after[0] in ",;:—–("
        or after.split()[0].lower() in {"in", "of", "itself", "and", "which"}
    )


def _governed(before: str) -> bool:
    """Whether a preposition stands right before the name and its title ("a lawyer for Mr.")."""
    words = lexicon()
    parts = before.lower().split()
    while parts and (
        parts[-1].rstrip(".") in words.address
        or parts[-1] in words.roles
        or parts[-1] in words.role_modifiers
        or parts[-1] in words.portfolios
        or parts[-1] in {"the", "a", "an", "prime"}
    ):
        parts.pop()
    return bool(parts) and parts[-1] in _PREPOSITIONS


def _apposed(before: str) -> bool:
    """Whether the name is the head after a comma: "a spokesman for the ministry, John X"."""
    return before.rstrip().endswith(",")


def referent(text: str, span: Span, entities: Sequence[Entity]) -> str | None:
    """Return the id of the entity that the phrase at ``span`` stands for, or null where the text leaves it open.

    A name that is the phrase's head comes first, then a body for which an unnamed person speaks
    ("a Kremlin spokesman"), then what a pronoun or a definite role phrase ("the minister", "the
    North Korean leader", "the company") refers back to. Officials of a country stand for nothing.
    """
    named, any_name = _named(text, span, entities)
    if named is not None:
        return named.id
    phrase = parse_phrase(text, span)
    if phrase.pronoun is not None:
        found = _pronoun(text, span, phrase, entities)
        if found is not None and phrase.owned and is_kind(phrase.head) and found.speaks_for:
            return found.speaks_for
        return found.id if found else None
    if (
        phrase.definite
        or phrase.seat
        or phrase.country
        or (phrase.role and span.of(text)[:1].isupper() and " " not in span.of(text))
    ):
        found = _definite(text, span, phrase, entities)
        if found is not None:
            return found.id
    return belongs_to(text, span, entities, bodies_only=True) if any_name else None


def belongs_to(text: str, span: Span, entities: Sequence[Entity], *, bodies_only: bool = False) -> str | None:
    """Return the id of the body or country that an unnamed source belongs to ("South Korean officials"), or null."""
    inside = [e for s, e in _mentions(entities) if span.contains(s)]
    for kind in ("organisation",) if bodies_only else ("organisation", "place"):
        for e in inside:
            if e.type == kind and not (bodies_only and (e.key or "").startswith("country:")):
                return e.id
    return None


def referents(text: str, span: Span, entities: Sequence[Entity]) -> tuple[str, ...]:
    """Return the ids of all entities that the phrase at ``span`` stands for ("both countries"); empty for none."""
    one = referent(text, span, entities)
    inside = sorted(
        {(m.span, e.id) for e in entities for m in e.mentions if span.contains(m.span) and e.type != "place"}
    )
    if len(inside) > 1 and " and " in span.of(text):
        return tuple(dict.fromkeys(each for _, each in inside))
    if one:
        return (one,)
    phrase = parse_phrase(text, span)
    if not phrase.plural:
        return ()
    return _pair(text, span, phrase, entities)


def _pair(text: str, span: Span, phrase: Phrase, entities: Sequence[Entity]) -> tuple[str, ...]:
    """Return the two that "both countries", "the two leaders", "they" can only mean, or nothing."""
    people = phrase.head in {"leaders", "presidents", "men", "ministers"} or phrase.pronoun == "p"
    wanted = "person" if people else None
    here = _sentence_of(text, span.start)
    seen: dict[str, Entity] = {}
    for s, e in reversed([pair for pair in _mentions(entities) if pair[0].end <= span.start]):
        if here - _sentence_of(text, s.start) > 1 or len(seen) > 2:
            break
        if (wanted and e.type == wanted) or (not wanted and (e.key or "").startswith("country:")):
            seen.setdefault(e.key or e.id, e)
    return tuple(e.id for e in reversed(seen.values())) if len(seen) == 2 else ()


def _pronoun(text: str, span: Span, phrase: Phrase, entities: Sequence[Entity]) -> Entity | None:
    if phrase.pronoun == "p":
        return None
    here = _sentence_of(text, span.start)
    before = [(s, e) for s, e in _mentions(entities) if s.end <= span.start]
    before = sorted(before + _called(text, span, here, entities), key=lambda pair: (pair[0], pair[1].id))
    for sure in (True, False):
        for back in range(_REACH + 1):
            row = [
                (s, e)
                for s, e in before
                if _sentence_of(text, s.start) == here - back and _agrees(phrase, s, e, text, sure=sure)
            ]
            if row:
                return _subject(text, row, same=back == 0)
    fits = {e.id: e for s, e in before if e.type == "person" and _agrees(phrase, s, e, text, sure=True)}
    return next(iter(fits.values())) if len(fits) == 1 and phrase.pronoun != "n" else None


_CALLED = re.compile(r"\b[Tt]he (?:[\w-]+ ){0,3}?([a-z]+)\b")


def _called(text: str, span: Span, here: int, entities: Sequence[Entity]) -> list[tuple[Span, Entity]]:
    """Return definite phrases that open this sentence and the one before ("The ministry said"), as mentions."""
    roles = lexicon().roles
    found: list[tuple[Span, Entity]] = []
    for k in (here - 1, here):
        if not 0 <= k < len(_sentences(text)):
            continue
        bound = _sentences(text)[k]
        for match in _CALLED.finditer(text, bound.start, min(bound.end, span.start, bound.start + 160)):
            noun = match.group(1)
            if not (noun in roles or is_kind(noun)):
                continue
            phrase = Span(match.start(), match.end())
            entity = _definite(text, phrase, parse_phrase(text, phrase), entities)
            if entity is not None:
                found.append((phrase, entity))
    return found


def _agrees(phrase: Phrase, span: Span, entity: Entity, text: str, *, sure: bool) -> bool:
    """Whether the entity can be meant; unless ``sure``, a given name of the other gender is no hindrance."""
    if phrase.pronoun == "n":
        return entity.type == "organisation" or (
            (entity.key or "").startswith("country:") and not _adjectival(text, span)
        )
    if entity.type != "person":
        return False
    gender = gender_of(entity, text, by_name=sure)
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
    return before is None or before.group(1).lower() not in _PREPOSITIONS


def _definite(text: str, span: Span, phrase: Phrase, entities: Sequence[Entity]) -> Entity | None:
    mentions = _mentions(entities)
    before = [(s, e) for s, e in mentions if s.end <= span.start]
    if phrase.role:
        found = _by_role(before, phrase, entities)
        # A headline speaks of a minister whom only the text names; elsewhere only a country makes it sure.
        if found is None and (phrase.country or not any(e.type == "person" for _, e in before)):
            found = _by_role(mentions, phrase, entities, only=True)
        return found
    return _by_kind(text, span, before, phrase) or _of_person(before, phrase, entities)


def _of_person(
    before: Sequence[tuple[Span, Entity]], phrase: Phrase, entities: Sequence[Entity]
) -> Entity | None:
    """Return the body of the person named last who speaks for one that fits ("the ministry" after its minister)."""
    if not is_kind(phrase.head):
        return None
    by_id = {e.id: e for e in entities}
    for _, e in reversed(before):
        body = by_id.get(e.speaks_for or "")
        if body is not None and fits_kind(phrase.head, body.name, body.key):
            return body
    return None


def _by_role(
    before: Sequence[tuple[Span, Entity]], phrase: Phrase, entities: Sequence[Entity], *, only: bool = False
) -> Entity | None:
    """Return the person who holds the role: of that country where one is named, else the last one named."""
    fits: dict[str, Entity] = {}
    for _, e in reversed(before):
        if e.type != "person" or not role_fits(phrase.role or "", e.role):
            continue
        country = country_of_person(e, entities)
        if phrase.country and country not in {None, phrase.country}:
            continue
        fits.setdefault(e.id, e)
    if not fits or (only and len(fits) > 1):
        return None
    sure = [e for e in fits.values() if phrase.country and country_of_person(e, entities) == phrase.country]
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
    here = _sentence_of(text, span.start)
    found = {
        e.id: e
        for s, e in before
        if e.type == "organisation"
        and (e.key or "").startswith("org:")
        and here - _sentence_of(text, s.start) <= 2
    }
    return next(iter(found.values())) if len(found) == 1 else None
