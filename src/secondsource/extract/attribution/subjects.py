"""The subject of a verb: the whole noun phrase before it, with title, apposition and the list it closes."""

from __future__ import annotations

from secondsource.extract.attribution.attachments import (
    attaches,
    continues_left,
    joins,
    reduced,
    reduced_start,
    time_inside,
    whole_list,
)
from secondsource.extract.attribution.closed import RELATIVES, SETTING_HEADS, TIME_NOUNS
from secondsource.extract.attribution.phrases import INSIDE, head_of, is_time
from secondsource.extract.attribution.tokens import Token

__all__ = ["subject_before"]

# Participles that lead a title and are no verb of the clause.
_LED_BY = frozenset(["retired", "armed", "elected", "disgraced", "ousted", "jailed", "exiled", "deposed"])
_PARTS = frozenset("one some many both others all few several most each either neither none".split())
_OBJECTS = frozenset("him her them us me".split())
_PRONOMINAL = frozenset(
    """this that these those many some both others all few several most each another either neither one two three
    four five six seven eight nine ten dozens hundreds thousands""".split()
)


def subject_before(
    tokens: list[Token], verb: int, floor: int = 0, *, possessive: bool = False
) -> tuple[int, int] | None:
    """Return the noun phrase that ends before the verb group at ``verb``, or None.

    Parentheticals between commas are stepped over; appositions among them belong to the phrase.
    """
    end = _before_times(tokens, verb, floor)
    end = _before_setting(tokens, end, floor)
    if end <= floor:
        return None
    if tokens[end - 1].tag in (",", "-", ")"):
        return _before_parenthetical(tokens, end, floor)
    first = _extend_left(tokens, end, floor)
    if first is None:
        return None
    first = whole_list(tokens, first, end, floor)
    return _named_first(tokens, first, end, possessive=possessive)


def _before_setting(tokens: list[Token], end: int, floor: int) -> int:
    """Step back over a venue without commas: "the minister in an interview with the daily said"."""
    for k in range(end - 2, max(floor, end - 14), -1):
        token = tokens[k]
        if token.tag in ("VB", "VBD", "AUX", "MD", ",", "QUO", "SB", ";", ":"):
            break
        if token.low in ("in", "at", "during") and tokens[k - 1].tag in ("NN", "NNP"):
            head = next((t.low for t in tokens[k + 1 : end] if t.tag in ("NN", "IN")), "")
            if head in SETTING_HEADS:
                return k
    return end


def _before_times(tokens: list[Token], end: int, floor: int) -> int:
    """Step back over adverbs and times between a subject and its verb ("the council on Thursday night said")."""
    while True:
        while end > floor and tokens[end - 1].tag == "RB":
            end -= 1
        k = end
        while k > floor and (tokens[k - 1].tag in ("TIME", "CD") or tokens[k - 1].low in TIME_NOUNS):
            k -= 1
        year = k == end - 1 and len(tokens[k].text) == 4 and k > floor and tokens[k - 1].low == "in"
        if k == end or not (year or any(t.tag == "TIME" or t.low in TIME_NOUNS for t in tokens[k:end])):
            return end
        if k > floor and tokens[k - 1].low in (
            "on",
            "in",
            "late",
            "early",
            "this",
            "last",
            "earlier",
            "next",
        ):
            while k > floor and tokens[k - 1].low in (
                "on",
                "in",
                "late",
                "early",
                "this",
                "last",
                "earlier",
                "next",
            ):
                k -= 1
        elif (not year and tokens[k].tag != "TIME") or (
            k > floor and (tokens[k - 1].tag == "DT" or tokens[k - 1].low.endswith("'s"))
        ):
            return end
        if k <= floor or tokens[k - 1].tag not in ("NN", "NNP", "PRP", ")", "RB", "JJ"):
            return end
        end = k


def _before_parenthetical(tokens: list[Token], end: int, floor: int) -> tuple[int, int] | None:
    """Handle "X, the minister, said", "X, 45, said", "X, in an interview with Y, said"."""
    mark = tokens[end - 1].tag
    opener = {")": "("}.get(mark, mark)
    k = end - 2
    limit = max(floor, end - 60)
    while k >= limit and tokens[k].tag != opener:
        if mark != ")" and tokens[k].tag in (";", ":", "?", ".") and tokens[k + 1].tag != ",":
            return None
        k -= 1
    if k <= floor:
        return None
    inner = (k + 1, end - 1)
    core = subject_before(tokens, k, floor) if tokens[k - 1].tag != "RB" else None
    if core is None:
        return None
    if mark == ")":
        return core[0], end
    return (core[0], end - 1) if mark == "," and _is_apposition(tokens, *inner) else core


def _is_apposition(tokens: list[Token], first: int, end: int) -> bool:
    if first >= end:
        return False
    lead = tokens[first]
    if lead.tag in ("IN", "VBG", "VBN", "VBD", "RB", "SB", "TO", "TIME", "MD", "AUX", "QUO", "CC"):
        return lead.low == "including"
    if lead.low in RELATIVES:
        return False
    if is_time(tokens, first, end):
        return False
    return lead.tag in ("DT", "NN", "NNP", "CD", "JJ")


def _extend_left(tokens: list[Token], end: int, floor: int) -> int | None:
    """Return the first token of the noun phrase that ends at ``end``."""
    k = end - 1
    last = tokens[k]
    if (last.tag == "PRP" and last.low not in _OBJECTS) or last.low in (
        "this",
        "that",
        "these",
        "those",
        "others",
        "many",
        "some",
        "both",
    ):
        return k if last.low not in ("there", "himself", "herself", "themselves") else None
    if last.low in _OBJECTS and not (k - 2 >= floor and tokens[k - 1].tag in ("TO", "IN")):
        return None
    if last.tag == "RB" or last.tag not in INSIDE | {"QUO", ")", "PRP", "TIME"}:
        return None
    first: int | None = None
    while k >= floor:
        token = tokens[k]
        tag = token.tag
        if _belongs(tokens, k, end, floor, begun=first is not None):
            if tag == "DT" and first is not None and tokens[first].tag == "DT" and not _predeterminer(token):
                break
            if tag == "TIME" or token.low in ("what", "whatever", "which", "whichever"):
                break
            first = k
            if tag == "DT" and not continues_left(tokens, k, floor):
                break
            k -= 1
        elif tag == "TIME" and (first is not None or k == end - 1) and time_inside(tokens, k, floor):
            first = k
            k -= 1
        elif tag in ("IN", "TO") and first is not None and attaches(tokens, k, floor):
            k -= 1
        elif tag in ("VBN", "VBD", "VBG", "RB", "JJ") and first is not None and reduced(tokens, k, floor):
            k = reduced_start(tokens, k)
        elif token.low in _LED_BY and tag == "VBD" and first is not None:
            first = k
            k -= 1
        elif (
            tag == "CC" and token.low in ("and", "or", "&") and first is not None and joins(tokens, k, floor)
        ):
            k -= 1
        else:
            break
    return first


def _belongs(tokens: list[Token], k: int, end: int, floor: int, *, begun: bool) -> bool:
    """Whether the token at ``k`` is a word of the noun phrase itself: "one" of "one of the two" is."""
    token = tokens[k]
    if token.tag in INSIDE or (k == end - 1 and token.low in _OBJECTS):
        return True
    if token.tag == "PRP":
        return begun and token.low in _PARTS and tokens[k + 1].low == "of"
    return token.tag == "QUO" and begun and _nickname(tokens, k, floor)


def _nickname(tokens: list[Token], k: int, floor: int) -> bool:
    """Whether a short quotation stands inside a phrase: 'the “second” front', 'Ann “Red” Orr'."""
    inside = tokens[k].text[1:-1]
    led = (
        k - 1 >= floor
        and tokens[k - 1].tag in ("DT", "NNP", "JJ")
        and tokens[k - 1].end + 1 == tokens[k].start
    )
    return led and len(inside) < 40 and not set(",.!?;:") & set(inside)


def _predeterminer(token: Token) -> bool:
    return token.low in ("all", "both", "half", "such", "many", "several", "most", "some", "other")


def _named_first(tokens: list[Token], first: int, end: int, *, possessive: bool) -> tuple[int, int] | None:
    """Add the name before a closing apposition ("Kyiv's mayor, Vitali Klitschko wrote" is no list)."""
    while first < end and tokens[first].tag in ("IN", "CC", ",", "POS"):
        first += 1
    if first >= end:
        return None
    k = head_of(tokens, first, end)
    if tokens[k].tag == "TIME" or is_time(tokens, first, end):
        return None
    if not possessive and (tokens[end - 1].low.endswith("'s") or tokens[end - 1].tag in ("'", "’")):
        return None
    nominal = any(t.tag in ("NN", "NNP", "PRP", "QUO") for t in tokens[first:end])
    return (first, end) if nominal or tokens[end - 1].low in _PRONOMINAL else None
