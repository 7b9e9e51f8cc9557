"""Words of a text with their spans, lemmas, and the word classes that a form can have.

A table (the NIH SPECIALIST lexicon, through lemminflect) answers what a form *can* be; nothing here
decides what it *is* in a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from secondsource.model import Span

__all__ = ["Word", "can_be", "classes", "lemma", "words"]

# A word keeps inner apostrophes and hyphens ("North's", "Won-sik", "five-year-old"); numbers keep
# their separators ("3,000.5"); everything else that is no space is a token of its own.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_](?:[\w]|['’\-\u2010\u2011](?=\w)|\.(?=\w\.))*|\S")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark, with its span in the text."""

    span: Span
    text: str

    @property
    def lower(self) -> str:
        """The word in lower case, with straight apostrophes."""
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


def words(text: str, span: Span | None = None) -> list[Word]:
    """Return the words and marks of ``text`` (of its part ``span``), in order; spans are of ``text``."""
    if span is None:
        return list(_all(text)[0])
    listed, starts = _all(text)
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    cuts_first = first > 0 and listed[first - 1].span.end > span.start
    cuts_last = last > 0 and listed[last - 1].span.end > span.end
    if cuts_first or cuts_last:
        # The span begins or ends inside a word: what it holds of it is a word of its own.
        return [_word(m) for m in _WORD.finditer(text, span.start, span.end)]
    return list(listed[first:last])


# The texts at hand are few and each is asked for again and again, clause by clause.
@lru_cache(maxsize=8)
def _all(text: str) -> tuple[tuple[Word, ...], list[int]]:
    listed = tuple(_word(m) for m in _WORD.finditer(text))
    return listed, [w.span.start for w in listed]


def _word(match: re.Match[str]) -> Word:
    return Word(Span(match.start(), match.end()), match.group())


@lru_cache(maxsize=65536)
def _analyses(form: str) -> dict[str, tuple[str, ...]]:
    import lemminflect

    found: dict[str, tuple[str, ...]] = lemminflect.getAllLemmas(form)
    return found


def classes(form: str) -> frozenset[str]:
    """Return the Universal POS classes that ``form`` can have; empty for unknown forms and names.

    >>> sorted(classes("visits"))
    ['NOUN', 'VERB']
    """
    return frozenset(_analyses(form.lower()))


def can_be(form: str, upos: str) -> bool:
    """Whether ``form`` can be of the class ``upos`` (``VERB``, ``NOUN``, ``ADJ``, ``ADV``, ``AUX``)."""
    return upos in _analyses(form.lower())


@lru_cache(maxsize=65536)
def lemma(form: str, upos: str | None = None) -> str:
    """Return the lemma of ``form`` in lower case; of its reading as ``upos`` where that is given.

    A form without a reading is its own lemma. Without ``upos``, verb wins over noun over adjective.

    >>> lemma("shipped"), lemma("containers", "NOUN")
    ('ship', 'container')
    """
    low = form.lower().replace("’", "'")
    low = low.removesuffix("'s")
    found = _analyses(low)
    order = (upos,) if upos else ("VERB", "NOUN", "ADJ", "ADV")
    for each in order:
        if found.get(each or ""):
            return found[each or ""][0].lower()
    return low
