"""Verbs and nouns of rise and fall, and what a bare number after a verb counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from secondsource.text.quantities.lexer import Token
from secondsource.text.words import can_be, lemma

__all__ = ["change_at", "is_change_word"]

Change = Literal["rise", "fall"]

_RISE = frozenset(
    "rise increase grow climb jump surge soar gain add advance rally expand swell rocket leap up higher edge "
    "accelerate strengthen appreciate improve boost raise hike lift growth double".split()
)
_FALL = frozenset(
    "fall drop decline decrease slide slip sink plunge plummet tumble lose shed dip shrink contract down lower "
    "cut reduce slash ease weaken crash trim narrow slump retreat depreciate halve reduction loss".split()
)
# Words that may stand between the verb and its figure: "rose by about 12%", "fell as much as 12%".
_BETWEEN = frozenset(
    "by a an another further nearly almost about around roughly approximately some only just as much up to more "
    "than over at least under less well even sharply slightly another yet fully sharp steep whopping".split()
)
_NOUN_AFTER = frozenset(
    "increase rise drop fall decline decrease gain jump surge growth reduction cut hike slump dip plunge higher "
    "lower more less fewer up down".split()
)
_REACH = 6


# Verbs beside which "up" and "down" keep their own sense ("ended down 1%"); with others they are one verb
# ("make up 14%", "gunned down 49 people").
_OPEN_VERBS = frozenset(
    "be end close finish trade trend move go edge inch creep tick open settle stay remain stand finish come rate "
    "share price profit sale cost import export turn".split()
)
_PHRASAL = frozenset(
    "make take give set put pick build back sum hold buy blow split bring show sign add call count pull shut lay "
    "break burn cut write draw gun shoot strike knock mow hunt track".split()
)


def is_change_word(word: str) -> Change | None:
    """Whether ``word`` says that something rises or falls."""
    base = lemma(word, "VERB") if word not in ("up", "down", "higher", "lower") else word
    if base in _RISE:
        return "rise"
    return "fall" if base in _FALL else None


# Verbs that take what they move as their object: "added 12 players" is a count, not a change of one.
_TRANSITIVE = frozenset(
    "add lose gain cut raise hike boost lift shed trim advance expand lower improve reduce slash".split()
)


def _other_sense(line: Sequence[Token], at: int) -> bool:
    """Whether "up" or "down" at token ``at`` is part of "up to" or of a verb like "make up"."""
    word = line[at].lower
    if word not in ("up", "down"):
        return False
    if at + 1 < len(line) and line[at + 1].lower == "to":
        return True
    before = line[at - 1].lower if at > 0 and line[at - 1].kind == "word" else ""
    base = lemma(before, "VERB") if before else ""
    if base in _OPEN_VERBS or not can_be(before, "VERB"):
        return False
    return base in _PHRASAL or not can_be(before, "NOUN")


def change_at(line: Sequence[Token], start: int, end: int, *, count: bool = False) -> Change | None:
    """Return the change that the figure at tokens ``[start:end)`` measures, or None for a level.

    "rose by 12%", "up 19 cents", "a 12% drop" and "5% higher" are changes; "rose to 61", "up from 40" are levels.
    ``count`` says that the figure is a count or a sum of money that such a verb takes as its object.
    """
    for pos in range(start - 1, max(-1, start - 1 - _REACH), -1):
        token = line[pos]
        found = is_change_word(token.lower) if token.kind == "word" else None
        if found and count and lemma(token.lower, "VERB") in _TRANSITIVE and line[start - 1].lower != "by":
            return None
        if found and not _other_sense(line, pos):
            return found
        if token.lower not in _BETWEEN or (token.lower == "to" and (pos == 0 or line[pos - 1].lower != "up")):
            break
    for pos in range(end, min(len(line), end + 3)):
        token = line[pos]
        if token.kind != "word":
            if token.is_dash and token.glued:
                continue
            break
        if token.lower in (
            "this",
            "last",
            "next",
            "that",
            "in",
            "of",
            "the",
            "and",
        ):  # "nine voters this fall"
            break
        if token.lower in _NOUN_AFTER and token.lower not in ("more", "less", "fewer"):
            nxt = line[pos + 1] if pos + 1 < len(line) else None
            if token.lower in ("up", "down") and (pos > end or count):
                return None
            levels = nxt is not None and (
                nxt.kind == "num" or nxt.text in "$£€¥" or nxt.lower in ("from", "to")
            )
            return None if token.lower in ("up", "down") and levels else is_change_word(token.lower)
    if start >= 2 and line[start - 1].lower == "of" and line[start - 2].kind == "word":
        return is_change_word(line[start - 2].lower) if line[start - 2].lower in _NOUN_AFTER else None
    return None
