"""Whether a capital at the start of a sentence or in a headline belongs to a name."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.names.gazetteer import longest
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.pieces import Piece
from secondsource.text.names.runs import capitalised_runs
from secondsource.text.names.tokens import Token
from secondsource.text.words import can_be, classes

__all__ = ["alone", "confirmed", "proper", "trim_start"]


def confirmed(listed: Sequence[Token], weak: frozenset[int]) -> frozenset[str]:
    """Words that stand with a capital where none is owed."""
    return frozenset(
        token.text for at, token in enumerate(listed) if token.cap and not token.starts and at not in weak
    )


def alone(listed: Sequence[Token]) -> frozenset[str]:
    """Words that somewhere stand as a name of one word."""
    return frozenset(listed[first].text for first, last in capitalised_runs(listed) if first == last)


def trim_start(listed: Sequence[Token], first: int, last: int, sure: frozenset[str]) -> int:
    """Return where a run that opens a sentence begins, without the ordinary word that only opens it."""
    words = lexicon()
    while first <= last and listed[first].starts:
        token = listed[first]
        shouted = token.text.isupper() and len(token.text) > 1
        if (token.lower in words.function_words and not (shouted and longest(listed, first))) or (
            not (token.text.isupper() and len(token.text) > 3)
            and classes(token.lower)
            and token.text not in sure
            and not _opens_name(listed, first, last)
        ):
            first += 1
            while first <= last and not listed[first].cap:
                first += 1
            continue
        break
    return first


def _is_forename(listed: Sequence[Token], at: int) -> bool:
    low = listed[at].lower
    return (
        can_be(low, "NOUN")
        and not low.endswith(("ing", "ed", "s", "er", "ion"))
        and low not in lexicon().announced
    )


def _opens_name(listed: Sequence[Token], first: int, last: int) -> bool:
    words = lexicon()
    low = listed[first].lower
    if (
        longest(listed, first) is not None
        or low.rstrip(".") in words.address
        or low in words.roles
        or low in words.portfolios
    ):
        return True
    if first == last:
        return False
    if low in words.role_modifiers:
        return True
    following = listed[first + 1]
    # "Tor Haugland", "Rose Lavelle": a noun before a word that is nothing but a name.
    if (
        _is_forename(listed, first)
        and not classes(following.lower)
        and following.cap
        and longest(listed, first + 1) is None
    ):
        return True
    if following.lower in {"of", "for"}:
        return low in words.organisation_first or low in words.place_first
    return (
        following.cap
        and any(
            listed[at].lower in words.organisation_heads
            or listed[at].lower.rstrip(".") in words.organisation_suffixes
            or listed[at].lower in words.place_last
            for at in range(first + 1, last + 1)
        )
    ) or listed[first].text in words.given


def proper(text: str, listed: Sequence[Token], piece: Piece) -> bool:
    """Whether a name in a line of capitals is one: the text has it again, or a word of it is no English word."""
    form = text[listed[piece.first].start : listed[piece.last].end]
    if text.count(form) > 1:
        return True
    return not form.isupper() and any(
        not classes(token.lower) and token.lower not in lexicon().function_words
        for token in listed[piece.first : piece.last + 1]
    )
