"""Which noun a number counts where none follows it: a verb, a toll or "the number of" tells it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.nouns import is_number_word, noun_words
from secondsource.text.quantities.number_words import word_at
from secondsource.text.quantities.phrases import Noun, noun_after
from secondsource.text.words import can_be, lemma

__all__ = ["attributive", "counted", "from_context", "of_noun"]

_DETERMINERS = frozenset(
    "the those these its their his her our your my this that all a an such them us both any".split()
)
_ORDERS = frozenset("past last first next top final other remaining previous following initial".split())
_LOOK_BACK = 18


def _after_of(line: Sequence[Token], at: int) -> int | None:
    """Return where the noun begins after "of the", "of its 2,400", "of Mercer's" at token ``at``, or None."""
    if word_at(line, at) != "of":
        return None
    at += 1
    if word_at(line, at) in _DETERMINERS:
        at += 1
    if word_at(line, at) in _ORDERS:
        at += 1
    for ahead in range(at, min(at + 3, len(line))):
        if word_at(line, ahead).endswith(("'s", "s'")):
            at = ahead + 1
            break
        if not line[ahead].is_capital:
            break
    if (
        at + 1 < len(line)
        and line[at + 1].kind == "word"
        and (line[at].kind == "num" or is_number_word(line[at].lower))
    ):
        at += 1
    return at


def counted(
    line: Sequence[Token], at: int, *, plural: bool, partitive: bool, measure: Callable[[int], int | None]
) -> Noun | None:
    """Return the noun that a number ending at token ``at`` counts.

    ``partitive`` allows "of" and a bare noun ("hundreds of people"); else "of" needs a determiner.
    """
    skip = noun_words()["skip"] - {"of"}
    while word_at(line, at) in skip and word_at(line, at + 1) != "than":
        at += 1
    if word_at(line, at) == "of":
        inner = _after_of(line, at)
        if inner is None or not (partitive or inner > at + 1):
            return None
        found = noun_after(line, inner, plural=True, measure=measure)
        return found or (noun_after(line, inner, plural=False, measure=measure) if partitive else None)
    return noun_after(line, at, plural=plural, measure=measure)


def of_noun(line: Sequence[Token], at: int) -> Noun | None:
    """Return the noun of a share, percentage or measure: "of voters", "of its 2,400 staff"; half "the men"."""
    inner = _after_of(line, at)
    if inner is None and word_at(line, at) in _DETERMINERS:
        inner = at + 1
    if inner is None or inner >= len(line):
        return None
    return noun_after(line, inner, plural=True, bare=False) or noun_after(line, inner, plural=False)


def attributive(line: Sequence[Token], start: int, end: int) -> Noun | None:
    """Return the noun of money that stands before it ("a £1,000 payment") or after "in" ("$2bn in losses")."""
    if word_at(line, end) in ("in", "of", "worth"):
        step = end + (2 if word_at(line, end + 1) == "of" else 1)
        word = word_at(line, step)
        if word and not line[step].is_capital and can_be(word, "NOUN") and word not in noun_words()["no_in"]:
            return noun_after(line, step, plural=False)
        return None
    if word_at(line, start - 1) in (
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "another",
    ):
        return noun_after(line, end, plural=False)
    return None


def from_context(line: Sequence[Token], start: int, end: int) -> tuple[Noun | None, str | None]:
    """Return the noun elsewhere in the sentence, and its head, for a bare number at tokens ``[start:end)``."""
    if _people_verb(line, start, end):
        return None, "person"
    level = word_at(line, start - 1)
    if level not in noun_words()["before_level"]:
        return None, None
    for pos in range(start - 1, max(-1, start - _LOOK_BACK), -1):
        if line[pos].text in ".;" and line[pos].kind == "mark":
            break
        word = word_at(line, pos)
        if word == "toll":
            begin = pos - 1 if word_at(line, pos - 1) == "death" else pos
            return Noun(begin, pos + 1, "person"), "person"
        if word == "number" and word_at(line, pos + 1) == "of":
            noun = noun_after(line, _after_of(line, pos + 1) or pos + 2, plural=False)
            if noun and noun.end <= start:
                return noun, noun.head
    return None, None


def _people_verb(line: Sequence[Token], start: int, end: int) -> bool:
    verbs = noun_words()["people_verbs"]
    before = word_at(line, start - 1)
    if before in ("another", "further", "and") and start > 1:
        before = word_at(line, start - 2) if before != "and" else before
    if before and can_be(before, "VERB") and lemma(before, "VERB") in verbs:
        return True
    pos = end
    while pos < min(end + 4, len(line)) and word_at(line, pos) in noun_words()["auxiliary"]:
        pos += 1
    word = word_at(line, pos)
    if pos > end and word in noun_words()["people_states"]:
        return True
    return (
        bool(word) and (pos > end or word in ("died", "perished", "drowned")) and lemma(word, "VERB") in verbs
    )
