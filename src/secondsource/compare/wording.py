"""Claims without comparable values: do actors, action and words agree?"""

from __future__ import annotations

from secondsource.compare.base import Verdict
from secondsource.model import Claim, Reading
from secondsource.text.actions import actions_of
from secondsource.text.names import country_in_key
from secondsource.text.words import Word, lemma, words

__all__ = ["alike", "close", "compare_wording", "one_event", "shared_names", "verbatim"]

# Share of the shorter claim's words that must be in the other for "the same", and the fewest words.
MIN_SHARED = 0.6
MIN_SHARED_LARGE = 0.3
MIN_WORDS = 2
# Share of all words above which two claims are one sentence, lightly edited.
MIN_RESEMBLANCE = 0.7
_LOOSE = frozenset(
    ["the", "a", "an", "that", "will", "would", "be", "is", "are", "was", "were", "has", "have", "had"]
)


def compare_wording(reading: Reading, a: Claim, b: Claim) -> Verdict:
    """Return ``same`` for one action of the same actors in like words, ``conflicts`` where one negates it."""
    if not alike(reading, a, b):
        return Verdict("compatible", "about the same thing, and neither follows from the other", "wording")
    if a.polarity != b.polarity and _negations(reading, a) != _negations(reading, b):
        if not close(reading, a, b):
            return Verdict(
                "compatible", "about the same actors, with other words for what they did", "wording"
            )
        return Verdict("conflicts", "one says what the other negates", "polarity")
    if (a.modality == "actual") != (b.modality == "actual"):
        return Verdict(
            "compatible", "one tells as done what the other gives as planned or possible", "wording"
        )
    return Verdict("same", "the same actors, action and words", "wording")


def alike(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether two claims tell one event in like words, or stand in nearly the same words."""
    if _resemblance(reading, a, b) >= MIN_RESEMBLANCE:
        return True
    if not one_event(reading, a, b):
        return False
    mine, theirs = _senses(a), _senses(b)
    names = _who(reading, a), _who(reading, b)
    shared = len(mine & theirs) + len(names[0] & names[1])
    sizes = sorted(len(x) + len(y) for x, y in zip((mine, theirs), names, strict=True))
    told = len(mine & theirs) >= MIN_WORDS or (mine & theirs and len(names[0] & names[1]) >= MIN_WORDS)
    return bool(told) and shared >= MIN_SHARED * sizes[0] and shared >= MIN_SHARED_LARGE * sizes[1]


def _resemblance(reading: Reading, a: Claim, b: Claim) -> float:
    """Share of the words of two claims that both have (Jaccard), lemmas of all words counted."""
    mine, theirs = (_plain({lemma(w.text) for w in _words(reading, c)}) for c in (a, b))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


_NEGATIONS = frozenset(
    ["not", "no", "never", "nobody", "none", "neither", "nor", "cannot", "without", "fail", "refuse"]
)


def _negations(reading: Reading, claim: Claim) -> int:
    """How many words negate in a claim: two wordings of one negative say the same, whatever verb is the main one."""
    found = words(reading.text[claim.report], claim.span)
    return sum(w.lower.endswith("n't") or lemma(w.lower) in _NEGATIONS for w in found)


def _plain(found: set[str]) -> set[str]:
    """Make one word of those that say the same: "no one" and "nobody"."""
    return (found - {"no", "one"}) | {"nobody"} if {"no", "one"} <= found else found


def verbatim(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether two claims stand in the same words, marks and capitals aside."""
    mine, theirs = (
        [w.lower for w in words(reading.text[c.report], c.span) if w.text[0].isalnum()] for c in (a, b)
    )
    return mine == theirs


def _words(reading: Reading, claim: Claim) -> list[Word]:
    text = reading.text[claim.report]
    return [w for w in words(text, claim.span) if w.text[0].isalnum() and w.lower not in _LOOSE]


def close(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether two claims tell one event and share at least one word beside its actors and action."""
    plain = (set(a.terms) & set(b.terms)) - {a.predicate, b.predicate}
    names = {
        w for e in (*a.about, *b.about) if e in reading.entity for w in reading.entity[e].name.lower().split()
    }
    return one_event(reading, a, b) and bool(plain - names)


def shared_names(reading: Reading, a: Claim, b: Claim) -> set[str]:
    """Return the joined entities that both claims are about; empty unless they tell one action."""
    return _who(reading, a) & _who(reading, b) if one_event(reading, a, b) else set()


def one_event(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether actors and action of two claims are shared, so that their values can exclude each other."""
    actions = _actions(a) & _actions(b)
    if not actions and not (a.predicate and a.predicate == b.predicate):
        return False
    if _others_act(reading, a, b):
        return False
    mine, theirs = _who(reading, a), _who(reading, b)
    # "The deal is to close" names no one; then its words have to do.
    return bool(mine & theirs) or (not (mine and theirs) and len(set(a.terms) & set(b.terms)) > 1)


def _others_act(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether the two are said of different actors: "A will support B" and "B will support A".

    Bodies and people of one country may act for each other; a passive turns the roles.
    """
    mine, theirs = _acting(reading, a), _acting(reading, b)
    return bool(mine and theirs and not mine & theirs)


def _acting(reading: Reading, claim: Claim) -> set[str]:
    found = set()
    for key in claim.actors:
        entity = reading.entity.get(key)
        if entity is not None:
            found |= {entity.id, country_in_key(entity.key) or entity.id}
            body = reading.entity.get(entity.speaks_for or "")
            found |= {country_in_key(body.key) or body.id} if body else set()
    return found


def _actions(claim: Claim) -> set[str]:
    return {claim.action} if claim.action else set(claim.events)


def _who(reading: Reading, claim: Claim) -> set[str]:
    return {reading.entity[e].id for e in claim.about if e in reading.entity}


def _senses(claim: Claim) -> set[str]:
    """Terms, with words of one class of actions made one."""
    return {min(actions_of(t), default=t) for t in claim.terms}
