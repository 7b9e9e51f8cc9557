"""Tokens as the name rules want them: without possessive ending, with full stops of abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.text.names.lexicon import lexicon
from secondsource.text.words import words

__all__ = ["Token", "tokens"]

_DOTTED = frozenset("inc corp ltd co jr sr bros messrs mt ft no st".split())
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_PARTICLE_PREFIX = re.compile(
    r"(?:al|el|an|ar|as|ash|at|az|ad|ez|ul|bin|ibn|d|l|o)[-'’][^\W\d_]", re.IGNORECASE
)
# Web addresses, e-mail addresses and handles hold no names.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{1,2000}|(?<![\w.%+-])[\w.%+-]{0,64}@[\w.-]{1,200}"
    r"|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}?\.(?:com|org|net|gov|edu|info|co)\b\S{0,300}",
    re.IGNORECASE,
)
_OPENERS = frozenset('"“‘«„‹([•*-–—·')


@dataclass(slots=True)
class Token:
    """A word or mark; ``end`` leaves out a possessive ending, ``full_end`` does not.

    ``starts`` says that a capital is owed to the place (first in a sentence or a line), ``near`` that
    only one space parts it from the token before.
    """

    text: str
    start: int
    end: int
    full_end: int
    possessive: bool = False
    cap: bool = False
    starts: bool = False
    near: bool = False
    lower: str = ""


def _possessive(text: str) -> int:
    if len(text) > 2 and text[-2] in "'’" and text[-1] in "sS":
        return 2
    return 0


def _is_cap(text: str) -> bool:
    if text[0].isupper() and text[0].isalpha():
        return True
    return bool(_PARTICLE_PREFIX.match(text)) and any(
        part[:1].isupper() for part in re.split(r"[-'’]", text)[1:]
    )


def _takes_stop(text: str, before: str | None) -> bool:
    """Whether a full stop after ``text`` belongs to it."""
    if len(text) == 1 and text.isupper():
        return text != "I" or before is not None
    low = text.lower()
    return "." in text or low in _DOTTED or low in _MONTHS or (text[0].isupper() and low in lexicon().address)


def tokens(text: str) -> list[Token]:
    """Return the tokens of ``text`` in order."""
    found: list[Token] = []
    last_end = 0
    for word in words(text):
        start, end = word.span.start, word.span.end
        gap = text[last_end:start]
        token = Token(word.text, start, end, end, near=gap == " ")
        if word.text == "." and found and not gap and _takes_stop(found[-1].text, text[:1]):
            token.starts = False
            previous = found[-1]
            if previous.text[0].isalpha() and not previous.possessive:
                previous.end = previous.full_end = end
                previous.text += "."
                last_end = end
                continue
        cut = _possessive(word.text)
        if cut:
            token.text, token.end, token.possessive = word.text[:-cut], end - cut, True
        elif word.text in "'’" and found and not gap and found[-1].text[-1:] in "sSxz" and found[-1].cap:
            found[-1].possessive, found[-1].full_end, last_end = True, end, end
            continue
        token.lower = token.text.lower().replace("’", "'")
        token.cap = token.text[0].isalpha() and _is_cap(token.text)
        token.starts = _starts(found, gap)
        found.append(token)
        last_end = end
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    at = 0
    for token in found:
        token.lower = token.text.lower().replace("’", "'")
        while at < len(addresses) and addresses[at][1] <= token.start:
            at += 1
        if at < len(addresses) and addresses[at][0] < token.end:
            token.cap = False
    return found


def _starts(found: list[Token], gap: str) -> bool:
    if not found or "\n" in gap:
        return True
    last = found[-1]
    if last.text in ".!?:" or (last.text in _OPENERS and last.text != "("):
        return True
    return last.text in "”\"»’)'" and len(found) > 1 and found[-2].text[-1:] in ".!?"
