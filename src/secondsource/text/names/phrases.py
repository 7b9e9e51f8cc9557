"""Take a noun phrase apart: pronoun, determiner, whose it is, and its head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.model import Span
from secondsource.text.names.countries import country_of
from secondsource.text.names.gazetteer import longest
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.tokens import Token, tokens

__all__ = ["PRONOUNS", "Phrase", "parse_phrase"]

# What a pronoun can stand for: a man, a woman, a thing, several.
PRONOUNS: dict[str, Literal["m", "f", "n", "p"]] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n", "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
}  # fmt: skip
_DEFINITE = frozenset("the this that these those both".split())
_RELATED = frozenset(
    "sister brother wife husband son daughter father mother widow family relatives aide aides ally allies lawyer lawyers "
    "spokesman spokeswoman spokesperson office party team campaign government administration adviser advisor advisers "
    "friend friends predecessor successor critics supporters rival rivals deputy boss colleague colleagues".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without a name as its head.

    Attributes:
        pronoun: What the pronoun can stand for, where the phrase is one or begins with a possessive one.
        owned: The phrase begins with a possessive pronoun ("his office").
        definite: It begins with "the", "this", "both", …
        country: ISO 3166 code of the nationality or country in it, or null.
        seat: Word of a seat of power in it ("Kremlin"), or null.
        role: Its role noun ("foreign minister"), in lower case, or null.
        head: Its last word before "of", "for", a comma or a relative clause, in lower case.
        plural: The head is a plural, or the phrase says "both", "two".
    """

    pronoun: Literal["m", "f", "n", "p"] | None = None
    owned: bool = False
    definite: bool = False
    country: str | None = None
    seat: str | None = None
    role: str | None = None
    head: str = ""
    plural: bool = False


_STOPS = frozenset("of for in at on from with who which that whose to by and".split())


def parse_phrase(text: str, span: Span) -> Phrase:
    """Return the parts of the noun phrase at ``span``."""
    listed = tokens(span.of(text))
    if not listed:
        return Phrase()
    first = listed[0].lower
    if first in PRONOUNS:
        if len(listed) == 1:
            return Phrase(pronoun=PRONOUNS[first], plural=PRONOUNS[first] == "p")
        head, role = _head(listed, 1)
        return Phrase(PRONOUNS[first], True, False, None, None, role, head)
    definite = first in _DEFINITE
    country, seat = _owner(listed)
    head, role = _head(listed, 1 if definite else 0)
    plural = first == "both" or any(t.lower in {"two", "both", "three"} for t in listed[:3])
    return Phrase(None, False, definite, country, seat, role, head, plural)


def _owner(listed: list[Token]) -> tuple[str | None, str | None]:
    for at in range(min(len(listed), 6)):
        hit = longest(listed, at)
        if hit and hit[0].kind in {"country", "demonym", "capital", "body"}:
            return hit[0].country and hit[0].country[:2], hit[0].key if hit[0].kind == "body" else None
    return None, None


def _head(listed: list[Token], begin: int) -> tuple[str, str | None]:
    words = lexicon()
    end = begin
    while end < len(listed) and listed[end].text[0].isalpha() and listed[end].lower not in _STOPS:
        end += 1
    if end == begin:
        return "", None
    head = listed[end - 1].lower
    two = f"{listed[end - 2].lower} {head}" if end - 2 >= begin else ""
    role = two if two in words.roles else head if head in words.roles else None
    if role and end - 2 - (role == two) >= begin:
        before = listed[end - 2 - (role == two)].lower
        if before in words.portfolios or before in {"prime", "vice", "deputy"}:
            role = f"{before} {role}"
    return head, role


def is_country(word: str) -> bool:
    """Whether a word is a country, nationality or seat of power."""
    return country_of(word) is not None
