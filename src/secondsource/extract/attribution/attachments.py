"""What hangs on a noun to its left: prepositions, participles, dates, "and", the members of a list."""

from __future__ import annotations

from secondsource.extract.attribution.closed import DOCUMENT_HEADS, TIME_NOUNS
from secondsource.extract.attribution.phrases import ATTACH, INSIDE, POST
from secondsource.extract.attribution.tokens import Token

__all__ = ["attaches", "continues_left", "joins", "reduced", "reduced_start", "time_inside", "whole_list"]


# Pasts that after a person's noun are participles before a preposition: "a banker involved in the review said".
_CARRIED = frozenset(
    """involved briefed based named known affected reached interviewed contacted quoted cited employed posted stationed
    trapped wounded injured displaced gathered housed charged concerned""".split()
)


def attaches(tokens: list[Token], k: int, floor: int) -> bool:
    """Whether the preposition at ``k`` hangs on a noun to its left."""
    if k - 1 < floor:
        return False
    before = tokens[k - 1]
    token = tokens[k]
    if token.tag == "TO":
        return before.low in POST
    if before.low in POST:
        return True
    if before.tag in ("VBN", "VBD") and token.low in ("by", "in", "at", "from", "with"):
        return reduced(tokens, k - 1, floor)
    if token.low == "of" and before.low in ("one", "others", "either", "none"):
        return True
    if token.low not in ATTACH or before.tag not in ("NN", "NNP", "DT", "CD"):
        return False
    if before.low in TIME_NOUNS:
        return False
    if before.tag in ("DT", "CD"):
        return token.low == "of"
    return token.low == "of" or _clause_led(tokens, k - 1, floor)


def _clause_led(tokens: list[Token], k: int, floor: int) -> bool:
    """Whether the noun phrase ending at ``k`` begins its clause: no verb or preposition leads up to it."""
    while k >= floor and tokens[k].tag in INSIDE:
        k -= 1
    if k < floor:
        return True
    token = tokens[k]
    if token.low in ATTACH and k - 1 >= floor and tokens[k - 1].tag in ("NN", "NNP", "CD", "DT"):
        return _clause_led(tokens, k - 1, floor)
    return token.tag in (",", ":", ";", "-", "CC", "SB", "RB", "QUO", ".", "PRP", "(") or token.low == "that"


def reduced(tokens: list[Token], k: int, floor: int) -> bool:
    """Whether the token at ``k`` is a participle that a noun before it carries ("video released by …")."""
    token = tokens[k]
    if token.low in POST:
        return k - 1 >= floor and tokens[k - 1].tag in ("NN", "NNP", "DT")
    if token.tag not in ("VBN", "VBD", "VBG") or k - 1 < floor:
        return False
    j = k - 1
    while j >= floor and tokens[j].tag == "RB":
        j -= 1
    plain = (
        token.tag != "VBD"
        or tokens[j].low in DOCUMENT_HEADS
        or tokens[k - 1].low == "not"
        or token.low in _CARRIED
    )
    return j >= floor and tokens[j].tag == "NN" and plain


def reduced_start(tokens: list[Token], k: int) -> int:
    """Return the token before the adverbs that stand before the participle at ``k``."""
    k -= 1
    while k >= 0 and tokens[k].tag == "RB":
        k -= 1
    return k


def joins(tokens: list[Token], k: int, floor: int) -> bool:
    """Whether "and" at ``k`` joins two noun phrases that are one subject."""
    if k - 1 < floor or tokens[k - 1].tag not in ("NN", "NNP", "PRP"):
        return False
    j = k - 1
    while j >= floor and (tokens[j].tag in INSIDE or tokens[j].tag == "PRP" or tokens[j].low == "of"):
        j -= 1
    if j < floor:
        return True
    token = tokens[j]
    if token.tag == "IN" and tokens[j - 1].tag in ("NN", "NNP") and j - 1 >= floor:
        return _clause_led(tokens, j - 1, floor)
    return token.tag in (",", ":", ";", "-", "SB", "QUO", "(") or token.low in ("that", "but")


def whole_list(tokens: list[Token], first: int, end: int, floor: int) -> int:
    """Extend over the earlier members of a list ("The bank, the union and the mayor said")."""
    begin = first
    has_and = any(t.low in ("and", "or") for t in tokens[first:end])
    if first - 1 >= floor and tokens[first - 1].low in ("and", "or"):
        has_and = True
        first -= 1
    if not has_and:
        return begin
    k = first - 1
    best = begin
    while k > floor and tokens[k].tag == ",":
        j = k - 1
        while j >= floor and tokens[j].tag in INSIDE | {"IN"}:
            j -= 1
        if j == k - 1:
            break
        if j < floor or tokens[j].tag in (",", ":", "QUO", ";") or tokens[j].low == "that":
            if tokens[j + 1].tag in ("IN", "TIME", "RB"):
                break
            best = j + 1
            k = j
            continue
        break
    return best


def time_inside(tokens: list[Token], k: int, floor: int) -> bool:
    """Whether a time word modifies the noun ("the April report"): a determiner or possessive leads it."""
    if k - 1 < floor:
        return False
    before = tokens[k - 1]
    dated = before.low in ("from", "of") and k - 2 >= floor and tokens[k - 2].tag == "NN"
    return dated or before.tag == "DT" or before.low.endswith("'s")


def continues_left(tokens: list[Token], k: int, floor: int) -> bool:
    """Whether what stands before a determiner can still belong to the phrase."""
    if k - 1 < floor:
        return False
    before = tokens[k - 1]
    return (
        before.tag in ("IN", "TO")
        or before.tag == "CC"
        or before.tag == "DT"
        or (before.tag == "VBN" and before.low == "by")
    )
