"""Paragraphs and sentences, as spans.

A sentence never crosses a newline. A full stop ends one unless what stands before it (an
abbreviation, an initial) or after it (a lower-case word, a dash, a comma) says that it goes on; text
of machine translation is full of stops in the middle ("to the port. according to the agency").
"""

from __future__ import annotations

import re

from secondsource.model import Span, trim
from secondsource.text.abbreviations import BEFORE_NAME, BEFORE_NUMBER, MAY_END, STARTERS

__all__ = ["paragraphs", "sentences"]

_SPACE = " \t\r\x0b\x0c\u00a0\u2009\u200a\u202f\u3000\ufeff"
_CLOSERS = "\"'”’»›)\\]」』“‘«"

# Stops, then what closes with them. Repeated stops with blanks between them are one ("showed. . He").
# The look-behinds and possessive repeats keep a line of 100,000 stops linear.
# Without a blank a stop counts only behind a closing mark and before a capital ("the shells.”Mr. Orr").
_STOP = re.compile(
    rf"(?<![.!?…])(?<![.!?…][ \u00a0])(?P<stop>[.!?…]++(?:[ \u00a0][.!?…]++)*+)(?P<close>[{_CLOSERS}]*+)(?P<gap>\s+|$|(?<=[”’»\"])(?=[A-Z]))"
    r"|(?P<cjk>[。！？]+[」』”’）]*)"
)
_BEFORE = re.compile(r"[^\W_][\w.’'\-]*$")
_NEXT = re.compile(r"[\"'“‘«»„‚‹(\[「『]*([^\W\d_][\w’'\-]*|\d|\S)?")
_BULLET = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})$")

# “Stop!” Mr. Lee said: after ! or ? the sentence goes on where the name of a speaker and a verb follow.
_TAG = re.compile(
    r"(?:[A-Z][\w.’'\-]*|the|a|an|his|her|of|one|[a-z]+)"
    r"(?:,?\s(?:[A-Z]\.|[A-Z][a-z]{1,3}\.|[\w’'\-]+)){0,14}?,?\s"
    r"(?:said|says|asked|asks|wrote|writes|shouted|cried|added|replied|tweeted|demanded|told|yelled)\b"
)
_WINDOW = 120


def paragraphs(text: str) -> list[Span]:
    """Return the non-empty lines of ``text``, trimmed."""
    found = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        span = trim(text, Span(start, end), _SPACE)
        if len(span):
            found.append(span)
        start = end + 1
    return found


def sentences(text: str) -> list[Span]:
    """Return the sentences of ``text``, trimmed, in order; none crosses a newline.

    A sentence inside quotation marks is one of its own, and its marks go with the words next to them.

    >>> [s.of("It sank. Mr. Orr saw it.") for s in sentences("It sank. Mr. Orr saw it.")]
    ['It sank.', 'Mr. Orr saw it.']
    """
    return [sentence for paragraph in paragraphs(text) for sentence in _split(text, paragraph)]


def _split(text: str, paragraph: Span) -> list[Span]:
    found: list[Span] = []
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if match["cjk"] is None and not _ends(text, start, match, paragraph.end):
            continue
        end = match.end() if match["cjk"] is not None else match.end("close")
        span = trim(text, Span(start, end), _SPACE)
        if len(span):
            found.append(span)
        start = match.end()
    rest = trim(text, Span(min(start, paragraph.end), paragraph.end), _SPACE)
    if len(rest):
        found.append(rest)
    return found


def _ends(text: str, start: int, match: re.Match[str], stop: int) -> bool:
    """Whether the stop at ``match`` ends the sentence that began at ``start``."""
    if match.end() >= stop:
        return True
    following = _NEXT.match(text, match.end(), min(stop, match.end() + 60))
    word = following[1] if following and following[1] else ""
    marked = bool(following and following.start(1) > following.start())
    if not word:
        return marked
    if not marked and (word[0].islower() or word[0] in ",;:-–—―.…&/%"):
        return False
    if match["close"]:
        return not (
            match["stop"][-1] in "!?" and _TAG.match(text, match.end(), min(stop, match.end() + _WINDOW))
        )
    if match["stop"] == ".":
        return _full_stop(text, start, match.start(), word)
    return True


def _full_stop(text: str, start: int, at: int, word: str) -> bool:
    before = _BEFORE.search(text, max(start, at - 24), at)
    if before is None:
        return True
    form = before[0]
    low = form.lower()
    if before.start() == start and _BULLET.fullmatch(form):
        return False
    if low in BEFORE_NAME:
        return False
    if low in BEFORE_NUMBER:
        return not word[0].isdigit()
    initial = len(form) == 1 and form.isupper()
    if initial or low in MAY_END or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", form):
        return word.lower() in STARTERS
    return True
