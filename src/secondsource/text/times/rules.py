"""How a rule of the grammar is written: a pattern, the words that it can begin with, a builder of the tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from secondsource.text.times.nodes import Node

__all__ = ["DIGITS", "FUNCTION_WORDS", "Rule", "RuleBook", "no_noun_follows", "word_after", "word_before"]

Builder = Callable[[re.Match[str]], Node | None]

DIGITS = "#"

# Words that end a phrase: what follows "19 and 20" or "2000" in a date, never in a count.
FUNCTION_WORDS = frozenset(
    "a an the and or but nor as at by for from in into of off on onto out over per than then to up until "
    "till with within without while when where which who whom whose that this these those he she it they we "
    "you i his her its their our is are was were be been has have had do does did will would shall should "
    "may might can could must not also only just after before during since because if so though although "
    "said says told according following about between through under against amid last next local there here "
    "both through onwards onward already still yet even meaning making ahead came went began".split()
)
_AFTER = re.compile(r"[ \t\u00a0]{0,3}(?P<mark>[^\w\s])?[ \t\u00a0]{0,3}(?P<word>[^\W\d_][\w’'-]*)?")
_BEFORE = re.compile(r"([^\W\d_][\w’'.-]*)[ \t\u00a0]{1,3}$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that is tried where a word of ``starts`` begins."""

    pattern: re.Pattern[str]
    build: Builder


class RuleBook:
    """Rules by the word, in lower case, that they begin with; ``DIGITS`` for numbers."""

    def __init__(self) -> None:
        self._rules: dict[str, list[Rule]] = {}

    def rule(self, starts: Iterable[str] | str, pattern: str) -> Callable[[Builder], Builder]:
        """Register the decorated builder; ``starts`` is a list of words, or words parted by blanks."""
        compiled = re.compile(pattern, re.IGNORECASE)
        listed = starts.split() if isinstance(starts, str) else list(starts)

        def register(build: Builder) -> Builder:
            for start in dict.fromkeys(listed):
                self._rules.setdefault(start, []).append(Rule(compiled, build))
            return build

        return register

    @property
    def starts(self) -> frozenset[str]:
        """The words that a phrase of this book can begin with."""
        return frozenset(self._rules)

    def longest(self, text: str, start: int, key: str) -> tuple[int, Node] | None:
        """Return end and tree of the longest phrase at ``start``; the first rule wins a tie."""
        best: tuple[int, Node] | None = None
        for rule in self._rules.get(key, ()):
            match = rule.pattern.match(text, start)
            if match is None or match.end() <= start or (best and match.end() <= best[0]):
                continue
            if text[match.end() - 1].isalnum() and text[match.end() : match.end() + 1].isalnum():
                continue  # it would end inside a word
            node = rule.build(match)
            if node is not None:
                best = (match.end(), node)
        return best


def word_before(text: str, start: int) -> str:
    """Return the word before ``start`` as it is written, or an empty string where a mark stands between."""
    match = _BEFORE.search(text, max(0, start - 40), start)
    return match[1] if match else ""


def word_after(text: str, end: int) -> str:
    """Return the word after ``end`` as it is written, or an empty string where a mark or number follows."""
    match = _AFTER.match(text, end)
    return (match["word"] or "") if match and not match["mark"] else ""


def no_noun_follows(text: str, end: int) -> bool:
    """Whether a number that ends at ``end`` counts nothing: a mark, the end or a function word follows."""
    match = _AFTER.match(text, end)
    if match is None or match["mark"] or not match["word"]:
        return match is None or match["mark"] not in {"%", "°", "$", "€", "£"}
    word = match["word"]
    return word.lower() in FUNCTION_WORDS or (word[0].isupper() and len(word) > 2) or word.endswith("ed")
