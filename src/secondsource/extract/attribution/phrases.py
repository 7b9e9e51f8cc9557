"""Noun phrases: their heads, the phrase after a cue with attachments and apposition, times and places."""

from __future__ import annotations

from secondsource.extract.attribution.closed import RELATIVES, TIME_NOUNS
from secondsource.extract.attribution.tokens import Token

__all__ = ["ATTACH", "INSIDE", "POST", "head_of", "is_time", "phrase_after", "skip_adverbials"]

INSIDE = frozenset(["NN", "NNP", "JJ", "CD", "DT", "POS", "$", "&", "/", "'", "’", "%"])
ATTACH = frozenset(
    "of in at for from with on about against between among behind near within by outside inside across".split()
)
POST = frozenset("close familiar".split())
_AFTER_HEAD = frozenset(["IN", ",", "TO", "VBN", "VBD", "VBG", "PRP", "SB", "-", "("])
_VENUE_HEADS = frozenset(
    "interview statement briefing conference news press speech letter email report article testimony call post "
    "tweet memo filing court hearing message".split()
)


def is_time(tokens: list[Token], first: int, end: int) -> bool:
    """Whether the tokens are a time phrase ("on Monday", "last week", "earlier this year")."""
    seen = False
    for token in tokens[first:end]:
        if token.tag == "TIME" or token.low in TIME_NOUNS:
            seen = True
        elif (
            token.tag not in ("CD", "DT", "IN", "JJ", "RB", ",", "NN")
            or (
                token.tag == "NN"
                and token.low
                not in (
                    "last",
                    "next",
                    "past",
                )
            )
        ) and token.low not in ("last", "next", "past", "late", "early", "ago", "previous", "same"):
            return False
    return seen


def head_of(tokens: list[Token], first: int, end: int) -> int:
    """Return the index of the head noun of a noun phrase: the last noun before a preposition or comma."""
    head = first
    led = tokens[first].tag in ("DT", "PRP", "CD")
    for i in range(first, end):
        tag = tokens[i].tag
        if tag in ("NN", "NNP", "PRP", "TIME") or (tag == "CD" and head == first):
            head = i
        elif i > first and tag in _AFTER_HEAD and (led or tokens[head].tag in ("NN", "NNP")):
            break
    return head


def phrase_after(tokens: list[Token], start: int, *, apposition: bool = True) -> tuple[int, int] | None:
    """Return the noun phrase that begins at ``start``, with its attachments and apposition, or None."""
    n = len(tokens)
    if start >= n:
        return None
    if tokens[start].tag == "PRP" and not (tokens[start].low == "one" and tokens[start + 1 : start + 2]):
        return (start, start + 1) if tokens[start].low != "there" else None
    end = _core_after(tokens, start)
    if end == start or (
        tokens[end - 1].tag == "DT" and tokens[end - 1].low in ("the", "a", "an", "his", "its")
    ):
        return None
    while end < n:
        grown = _grow_after(tokens, start, end, apposition)
        if grown == end:
            break
        end = grown
    return start, end


def _core_after(tokens: list[Token], start: int) -> int:
    end = start
    while end < len(tokens):
        token = tokens[end]
        if token.tag in ("NN", "NNP", "JJ", "CD", "DT", "POS", "&", "'", "’") or token.low == "one":
            if token.tag == "DT" and end > start and tokens[end - 1].tag != "DT":
                break
            if (
                token.tag == "NN"
                and token.low in TIME_NOUNS
                and end > start
                and tokens[end - 1].low
                in (
                    "last",
                    "this",
                    "next",
                )
            ):
                return end - 1
            if end > start and token.low in ("last", "next", "late", "early") and tokens[end - 1].tag != "DT":
                break
            end += 1
        elif token.tag == "TIME" and end > start and tokens[end - 1].tag == "DT":
            end += 1
        else:
            break
    return end


def _grow_after(tokens: list[Token], start: int, end: int, apposition: bool) -> int:
    token = tokens[end]
    nxt = tokens[end + 1] if end + 1 < len(tokens) else None
    if nxt is None:
        return end
    if token.low in ATTACH and nxt.tag not in ("TIME", "VBG", "VB"):
        inner = _core_after(tokens, end + 1)
        heads = {t.low for t in tokens[end + 1 : inner]}
        if (
            inner > end + 1
            and not is_time(tokens, end + 1, inner)
            and not (token.low in ("in", "at", "on", "by", "with") and heads & _VENUE_HEADS)
        ):
            return inner
        return end
    if token.low in POST and nxt.low in ("to", "with"):
        named = phrase_after(tokens, end + 2, apposition=False)
        return named[1] if named else end
    if token.low == "and" and nxt.tag in ("NNP", "DT", "NN", "JJ", "CD"):
        inner = _core_after(tokens, end + 1)
        verb_next = inner < len(tokens) and tokens[inner].tag in ("VB", "VBD", "MD", "AUX")
        return inner if inner > end + 1 and not verb_next else end
    if token.tag == "VBN" and nxt.low == "by":
        inner = _core_after(tokens, end + 2)
        return inner if inner > end + 2 else end
    if token.tag in ("NN", "NNP") and tokens[end - 1].tag == ")":
        return _core_after(tokens, end)
    if token.tag == "(":
        close = next((k for k in range(end + 1, min(end + 8, len(tokens))) if tokens[k].tag == ")"), None)
        return end if close is None else close + 1
    if apposition and token.tag == "," and nxt.tag in ("DT", "CD", "NN", "NNP"):
        return _apposition_end(tokens, end)
    return end


def _apposition_end(tokens: list[Token], comma: int) -> int:
    """Return the end of an apposition after ``comma``: at the next comma or the end, if no clause is in it."""
    k = comma + 1
    relative = False
    while k < len(tokens):
        token = tokens[k]
        if token.tag in (",", ".", ";", ":", "?", "-", "QUO"):
            break
        if (
            not relative
            and token.tag in ("VB", "VBD", "AUX", "MD", "PRP", "PV", "SB")
            and token.low != "that"
        ):
            if token.low not in RELATIVES:
                return comma
            relative = True
        k += 1
    return k if k > comma + 1 and not is_time(tokens, comma + 1, k) else comma


def skip_adverbials(tokens: list[Token], at: int) -> int:
    """Step over times, venues, manner and addressees between a cue and its content."""
    n = len(tokens)
    while at < n:
        token = tokens[at]
        nxt = tokens[at + 1] if at + 1 < n else None
        if (
            (
                token.low
                in ("filed", "posted", "published", "released", "issued", "broadcast", "aired", "sent")
                and at
                and tokens[at - 1].tag == "NN"
            )
            or token.tag == "RB"
            or token.tag == "TIME"
            or (at and tokens[at - 1].tag == "TIME" and (token.tag == "CD" or token.low in TIME_NOUNS))
        ):
            at += 1
        elif (
            token.low in ("last", "this", "that", "next", "early", "late", "earlier", "later")
            and nxt is not None
            and (nxt.tag == "TIME" or nxt.low in TIME_NOUNS)
        ):
            at += 2
        elif token.tag in ("IN", "TO") and nxt is not None and nxt.low != "that":
            inner = phrase_after(tokens, at + 1, apposition=False)
            if nxt.tag == "TIME":
                at += 2
            elif inner is None or token.low in ("of", "about"):
                return at
            else:
                at = inner[1]
        else:
            return at
    return at
