"""What the rules read: units of text as tagged tokens, in which a whole quotation is one token.

A unit is a sentence, or the sentences that one quotation holds together. Its outermost quotations are
opaque (tag ``QUO``), so that commas and verbs inside them never disturb the grammar around them; each
quotation's inside gives units of its own, one level deeper.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from secondsource.model import Span
from secondsource.text.abbreviations import BEFORE_NAME, BEFORE_NUMBER, MAY_END
from secondsource.text.quotes import Quotation, quotations
from secondsource.text.sentences import sentences

__all__ = ["Token", "Unit", "plain_tokens", "units"]

# The words of `text.words`, and clock times whole; kept apart because tags are written into these tokens.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_](?:[\w]|['’\-\u2010\u2011](?=\w)|\.(?=\w\.))*|\S")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ABBREVIATIONS = BEFORE_NAME | BEFORE_NUMBER | MAY_END
_LEAD = re.compile(
    r"[^\W\d_a-z][^\W\d_a-z.'’ \-]*[^\W\d_a-z](?:,\s[^()\n–—-]{1,40}?)?\s?(?:\([^)\n]{1,40}\)\s?)?(?:--|[-–—])\s"
    r"|\d{1,2}[:.]\d{2}\s(?=[“\"«A-Z])"
)
# A unit longer than this is read as text without attributions: grammar has no hold on it.
MAX_TOKENS = 600
_MAX_DEPTH = 6


@dataclass(slots=True)
class Token:
    """A word, mark or whole quotation. ``tag`` is a shallow word class."""

    start: int
    end: int
    text: str
    low: str
    tag: str = ""
    quote: Quotation | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class Unit:
    """Tokens of one or more sentences. ``host`` is the quotation that it stands in, or None."""

    text: str
    span: Span
    tokens: list[Token]
    host: Quotation | None = None
    headline: bool = False
    index: int = 0
    paragraph: int = 0
    subjects: dict[int, tuple[int, int]] = field(default_factory=dict)

    def span_of(self, first: int, end: int) -> Span:
        """Return the span of the tokens ``first`` up to, not including, ``end``."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)


def units(text: str, *, body_start: int = 0) -> list[Unit]:
    """Return the units of ``text`` in order; a quotation's own units follow the unit that holds it."""
    levels: dict[int, list[Quotation]] = {}
    for pair in quotations(text).pairs:
        levels.setdefault(pair.level, []).append(pair)
    out: list[Unit] = []
    _add(text, sentences(text), levels, None, 0, out)
    for index, unit in enumerate(out):
        unit.index = index
        unit.headline = unit.span.end <= body_start
    _number_paragraphs(text, out)
    return out


def _number_paragraphs(text: str, found: list[Unit]) -> None:
    at = count = 0
    for unit in sorted(found, key=lambda u: u.span.start):
        count += text.count("\n", at, unit.span.start)
        at = unit.span.start
        unit.paragraph = count


def _add(
    text: str,
    pieces: list[Span],
    levels: dict[int, list[Quotation]],
    host: Quotation | None,
    level: int,
    out: list[Unit],
) -> None:
    pairs = levels.get(level, [])
    if host is not None:
        first = bisect_left(pairs, host.inner.start, key=lambda q: q.outer.start)
        last = bisect_left(pairs, host.inner.end, key=lambda q: q.outer.start)
        pairs = pairs[first:last]
    for whole, inside in _merged(text, pieces, pairs):
        span = whole if host is not None else _past_lead(text, whole)
        tokens = _tokens(text, span, inside)
        if not tokens or len(tokens) > MAX_TOKENS:
            continue
        out.append(Unit(text, span, tokens, host))
        if level + 1 < _MAX_DEPTH:
            for quotation in inside:
                if len(quotation.inner) and quotation.inner.end > quotation.inner.start + 12:
                    _add(text, _clipped(text, quotation.inner), levels, quotation, level + 1, out)


def _past_lead(text: str, span: Span) -> Span:
    """Return the span without a dateline ("LIMA, Feb 17 (Andes Wire) - ") or the clock time of a live page."""
    if span.start and text[span.start - 1] != "\n":
        return span
    match = _LEAD.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _clipped(text: str, span: Span) -> list[Span]:
    return [s.shift(span.start) for s in sentences(text[span.start : span.end])]


def _merged(text: str, pieces: list[Span], pairs: list[Quotation]) -> list[tuple[Span, list[Quotation]]]:
    """Join sentences that one quotation holds together; give each its outermost quotations."""
    out: list[tuple[Span, list[Quotation]]] = []
    at = 0
    i = 0
    while i < len(pieces):
        start, end = pieces[i].start, pieces[i].end
        inside: list[Quotation] = []
        while at < len(pairs) and pairs[at].outer.start < start:
            at += 1
        while True:
            while at < len(pairs) and pairs[at].outer.start < end:
                inside.append(pairs[at])
                end = max(end, pairs[at].outer.end)
                at += 1
            introduced = (
                text[end - 1] == ":"
                and at < len(pairs)
                and i + 1 < len(pieces)
                and pairs[at].outer.start == pieces[i + 1].start
            )
            if i + 1 < len(pieces) and (pieces[i + 1].start < end or introduced):
                i += 1
                end = max(end, pieces[i].end)
                continue
            break
        out.append((Span(start, end), inside))
        i += 1
    return out


def _tokens(text: str, span: Span, inside: list[Quotation]) -> list[Token]:
    out: list[Token] = []
    at = span.start
    for quotation in inside:
        _words(text, at, quotation.outer.start, out)
        words = quotation.outer.of(text)
        out.append(Token(quotation.outer.start, quotation.outer.end, words, words.lower(), "QUO", quotation))
        at = quotation.outer.end
    _words(text, at, span.end, out)
    return out


def _keeps_stop(word: str, goes_on: bool) -> bool:
    """Whether a full stop belongs to ``word``: an initial or abbreviation, at the end only "p.m.", "U.S."."""
    if "." in word:
        return bool(_DOTTED.fullmatch(word)) or (goes_on and len(word) > 2 and word[-2] == ".")
    return goes_on and ((len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATIONS)


def plain_tokens(text: str, span: Span) -> list[Token]:
    """Return the tokens of a phrase, untagged, quotation marks as marks."""
    out: list[Token] = []
    _words(text, span.start, span.end, out)
    return out


def _words(text: str, start: int, end: int, out: list[Token]) -> None:
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        first, last = match.span()
        if word == "." and out and out[-1].end == first and _keeps_stop(out[-1].text, last < end):
            out[-1].end, out[-1].text = last, out[-1].text + "."
            continue
        if word[:2] in ("'s", "’s"):
            word = word[:2]
        out.append(Token(first, last, word, word.lower().replace("’", "'")))
