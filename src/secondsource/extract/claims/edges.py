"""Where a clause ends: no connective left over, no quotation mark without its other half."""

from __future__ import annotations

import re

from secondsource.model import Span

__all__ = ["paired", "undangled"]

_DANGLING = re.compile(
    r"(?:[\s,]+(?:after|before|and|but|or|that|to|of|by|with|as|while|when|where|which|who|whose|for|in|on|at|from|than|"
    r"because|since|if|what|how|such|following|including|about|into|between))+$"
)


# "That" before a subject only opens what was said; "that ship" and "that year" are things.
_THAT = re.compile(
    r"that\s+(?=(?:it|he|she|they|we|I|you|there|this|these|those|the|an?|his|her|their|its|our|no|some|all|both|"
    r"more|many|most)\b|[A-Z\d$€£“])"
)


def undangled(text: str, span: Span) -> Span:
    """Drop what a cut left over: a connective at the end ("his first visit in 24 years after"), "that" at the front."""
    first = _THAT.match(text, span.start, span.end)
    begin = first.end() if first else span.start
    match = _DANGLING.search(text[begin : span.end])
    return Span(begin, begin + match.start() if match else span.end)


_OPENING, _CLOSING = "“«‹„([", "”»›“)]"
_BEFORE_CLOSING = ".,;!?…"


def paired(text: str, span: Span) -> Span:
    """Take back the closing mark of a quotation or bracket that opens inside, the opening one that closes inside.

    A clause that is a quotation as a whole stands without its marks; one that holds a quotation has both.
    """
    inside = span.of(text)
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        more = inside.count(opening) - inside.count(closing) if opening != closing else 0
        if more == 1:
            after = span.end
            while after < len(text) and after < span.end + 2 and text[after] in _BEFORE_CLOSING:
                after += 1
            if text[after : after + 1] == closing:
                return Span(span.start, after + 1)
        if more == -1 and span.start and text[span.start - 1] == opening:
            return Span(span.start - 1, span.end)
    if inside.count('"') % 2:
        if text[span.end : span.end + 1] == '"':
            return Span(span.start, span.end + 1)
        if text[span.start - 1 : span.start] == '"':
            return Span(span.start - 1, span.end)
        if text[span.end : span.end + 2] in ('."', ',"', '!"'):
            return Span(span.start, span.end + 2)
    return span
