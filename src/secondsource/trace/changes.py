"""What changed inside a copied sentence: figures, dates, names, quotations, other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from secondsource.model import Change, Span
from secondsource.text.quotes import quotations
from secondsource.text.words import Word, classes, words

__all__ = ["changes_between"]

_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen "
    "dozens hundreds thousands half third quarter".split()
)
_CALENDAR = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|today|yesterday|tomorrow|morning|afternoon|evening|night"
)
Kind = Literal["figure", "date", "name", "quote", "other"]


def changes_between(a_text: str, a_span: Span, b_text: str, b_span: Span) -> list[Change]:
    """Return the differences between two versions of a sentence, in order; equal ones give none.

    Runs of changed words are kept whole ("400,000 tonnes" → "500,000 tons"). Marks and case alone are no
    change.
    """
    mine, theirs = _body(a_text, a_span), _body(b_text, b_span)
    matcher = SequenceMatcher(None, [_key(w) for w in mine], [_key(w) for w in theirs], autojunk=False)
    quoted = [q for q in _quoted(b_text) if q.overlaps(b_span)]
    found = []
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            continue
        for left, right in _parts(_letters(mine[i1:i2]), _letters(theirs[j1:j2])):
            from_span = Span.hull(w.span for w in left) if left else None
            to_span = Span.hull(w.span for w in right) if right else None
            found.append(Change(_kind(left, right, to_span, quoted), from_span, to_span))
    return found


@lru_cache(maxsize=16)
def _quoted(text: str) -> tuple[Span, ...]:
    return tuple(q.inner for q in quotations(text).pairs)


# "KESTREL, June 18 (Northern Wire) -" comes and goes with every reprint.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’\-]{2,40}(?:,[^()\n]{0,30})?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)\s*(?:[-–—.]+\s*)?"
)


def _body(text: str, span: Span) -> list[Word]:
    match = _DATELINE.match(text, span.start, span.end)
    return words(text, Span(match.end(), span.end) if match else span)


def _parts(left: list[Word], right: list[Word]) -> list[tuple[list[Word], list[Word]]]:
    """Pairs of changed runs; a figure on each side is a change of its own, apart from the words around it."""
    if not left and not right:
        return []
    mine, theirs = ([w for w in side if w.text[0].isdigit()] for side in (left, right))
    if len(mine) != 1 or len(theirs) != 1 or len(left) + len(right) == 2:
        return [(left, right)]
    rest = [[w for w in side if not w.text[0].isdigit()] for side in (left, right)]
    figures = [(mine, theirs)] if mine[0].text != theirs[0].text else []
    return [*figures, *([(rest[0], rest[1])] if any(rest) else [])]


def _key(word: Word) -> str:
    return word.lower if word.text[0].isalnum() else "·"


def _letters(listed: Sequence[Word]) -> list[Word]:
    return [w for w in listed if w.text[0].isalnum()]


def _kind(left: Sequence[Word], right: Sequence[Word], to_span: Span | None, quoted: Sequence[Span]) -> Kind:
    both = [*left, *right]
    dated = any(_CALENDAR.fullmatch(w.lower) for w in both)
    figures = [w for w in both if w.text[0].isdigit() or w.lower in _NUMBER_WORDS]
    if {w.lower for w in both} & {"nobody", "no"}:
        figures = [w for w in figures if w.lower != "one"]
    if dated and left and right:
        return "date"
    if figures and left and right:
        return "figure"
    if to_span and any(q.contains(to_span) for q in quoted):
        return "quote"
    if left and right and all(any(_is_name(w) for w in side) for side in (left, right)):
        return "name"
    return "other"


def _is_name(word: Word) -> bool:
    """Whether it is capitalised and no word of the dictionary: "Nobody" opens a sentence, "Teixoso" is a name."""
    return word.text[0].isupper() and not classes(word.lower) and word.lower not in _OPENERS


_OPENERS = frozenset(
    ["nobody", "no", "the", "a", "an", "he", "she", "they", "it", "this", "that", "these", "those"]
)
