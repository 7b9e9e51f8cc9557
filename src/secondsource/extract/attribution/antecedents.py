"""Which unnamed source a pronoun stands for: "A study nurse said … She had been told"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Literal

from secondsource.extract.attribution.closed import DOCUMENT_HEADS, GROUP_HEADS
from secondsource.extract.attribution.phrases import head_of
from secondsource.extract.attribution.sources import PRONOUNS, joint
from secondsource.extract.attribution.tagging import tag
from secondsource.extract.attribution.tokens import Unit, plain_tokens
from secondsource.model import Span
from secondsource.text.words import lemma

__all__ = ["Antecedents"]

Number = Literal["one", "many", "body"]

_PRONOUNS: dict[str, Number] = {"he": "one", "she": "one", "it": "body", "they": "many"}
# How far back, in sources and in characters, an unnamed one is still meant.
_BACK, _FAR = 6, 500
# Singular nouns that end in s.
_ALWAYS_S = frozenset("customs boss press news business".split())


class Antecedents:
    """The sources of one text in order, to find whom a pronoun without an entity stands for."""

    def __init__(self, text: str, sources: Iterable[Span]) -> None:
        self._text = text
        self._sources = sorted(set(sources))

    def of(self, pronoun: Span) -> Span | None:
        """Return the last source before ``pronoun`` of its number that is none itself, or null."""
        wanted = _PRONOUNS.get(pronoun.of(self._text).lower())
        if wanted is None:
            return None
        last = bisect_left(self._sources, pronoun)
        for span in reversed(self._sources[max(0, last - _BACK) : last]):
            if pronoun.start - span.end > _FAR:
                return None
            if self._number(span) == wanted:
                return span
        return None

    def _number(self, source: Span) -> Number | None:
        unit = Unit(self._text, source, plain_tokens(self._text, source))
        tag(unit)
        tokens = unit.tokens
        if not tokens or tokens[0].low in PRONOUNS or joint(source.of(self._text)):
            return None
        head = tokens[head_of(tokens, 0, len(tokens))].low
        single = lemma(head, "NOUN")
        # A plural that the table does not know ("survivors") still ends like one.
        plural = single != head or (head.endswith("s") and not head.endswith("ss"))
        if plural and head not in _ALWAYS_S:
            return "many"
        return "body" if single in GROUP_HEADS or single in DOCUMENT_HEADS else "one"
