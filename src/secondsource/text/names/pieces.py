"""Cut capitalised runs into pieces: titles, countries, names; and say what each piece is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.text.names.gazetteer import Known, longest
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.tokens import Token
from secondsource.text.words import classes

__all__ = ["Piece", "cut", "title_end"]

_ORDERS = frozenset("one two three four five six seven eight nine ten i ii iii iv".split())

PieceKind = Literal[
    "title", "address", "country", "demonym", "person", "organisation", "place", "thing", "unknown"
]


@dataclass(slots=True)
class Piece:
    """Tokens ``first`` to ``last`` (inclusive) of a report and what they are."""

    first: int
    last: int
    kind: PieceKind
    known: Known | None = None
    certain: bool = False

    def words(self, listed: Sequence[Token]) -> list[str]:
        """The tokens' texts."""
        return [token.text for token in listed[self.first : self.last + 1]]


def title_end(listed: Sequence[Token], first: int, last: int) -> int | None:
    """Return where a title that begins at ``first`` ends ("Deputy Prime Minister"), or null for none."""
    words = lexicon()
    at, end = first, None
    while at <= last and at < first + 9:
        low = listed[at].lower
        two = f"{low} {listed[at + 1].lower}" if at + 1 <= last else ""
        if two in words.roles:
            end, at = at + 1, at + 2
        elif low in words.roles:
            end, at = at, at + 1
        elif two in words.portfolios:
            at += 2
        elif low in words.role_modifiers or low in words.portfolios or low in {"and", "&", "state"}:
            at += 1
            if end is not None and end == at - 2 and low == "state":
                end = at - 1
        elif (
            end is not None
            and low in {"of", "for"}
            and at + 1 <= last
            and (listed[at + 1].lower in words.portfolios or listed[at + 1].lower in {"state", "the"})
        ):
            at += 1
            while at <= last and (
                listed[at].lower in words.portfolios
                or listed[at].lower in {"state", "the", "and", "affairs", "staff"}
            ):
                end, at = (at if listed[at].lower not in {"the", "and"} else end), at + 1
            break
        else:
            break
        if listed[at - 1].possessive:
            break
    return end


def _formed(listed: Sequence[Token], first: int, last: int) -> tuple[int, PieceKind] | None:
    """Return where an organisation, place or thing that is known by its form ends, and which it is."""
    words = lexicon()
    best: tuple[int, PieceKind] | None = None
    for at in range(first, last + 1):
        token = listed[at]
        low = token.lower.rstrip(".")
        if at > first and (_breaks(listed, at, last) or _title_comes(listed, at, last)):
            break
        following = listed[at + 1].lower if at + 1 <= last else ""
        if following in {"of", "for", "on"} and (
            low in words.organisation_first or low in words.organisation_heads
        ):
            return _complement(listed, at + 2, last), "organisation"
        if following == "of" and (low in words.place_first or low in words.place_last):
            return _complement(listed, at + 2, last), "place"
        if at == first:
            if low in words.place_first and following and token.cap and listed[at + 1].cap:
                best = (at + 1, "place")
            continue
        if low in words.organisation_heads or low in words.organisation_suffixes:
            best = (at, "organisation")
        elif low in words.place_last:
            best = (at, "place")
        elif low in words.things or low.rstrip("0123456789-") == "covid":
            best = (at, "thing")
        if token.possessive and best and best[0] == at:
            break
    # "Radio Three", "Channel 4".
    if best and best[0] < last and listed[best[0] + 1].lower in _ORDERS and not listed[best[0]].possessive:
        best = (best[0] + 1, best[1])
    return best


def _breaks(listed: Sequence[Token], at: int, last: int) -> bool:
    words = lexicon()
    low = listed[at].lower
    if low.rstrip(".") in words.address:
        return True
    return (
        low in words.roles
        and low not in words.organisation_heads
        and listed[at - 1].lower not in {"of", "the", "for"}
    )


def _title_comes(listed: Sequence[Token], at: int, last: int) -> bool:
    """Whether a title of more than one word begins at ``at`` ("Norwegian Energy Minister X"), and a name follows it."""
    end = title_end(listed, at, last)
    return end is not None and at < end < last and listed[at - 1].lower not in {"of", "the", "for"}


def _complement(listed: Sequence[Token], at: int, last: int) -> int:
    """Return where the name after "of" ends."""
    words = lexicon()
    if listed[at].lower == "the" and at < last:
        at += 1
    known = longest(listed, at)
    if known and at + known[1] - 1 <= last:
        return at + known[1] - 1
    end = at
    while end < last and not (listed[end + 1].lower in words.roles and listed[end].lower != "the"):
        if listed[end + 1].lower.rstrip(".") in words.address:
            break
        end += 1
    return end


def cut(listed: Sequence[Token], first: int, last: int) -> Iterator[Piece]:
    """Yield the pieces of the run ``first`` to ``last``, in order."""
    words = lexicon()
    at = first
    while at <= last:
        token = listed[at]
        low = token.lower
        known = longest(listed, at)
        if known and at + known[1] - 1 > last:
            known = None
        if not token.cap or low in words.calendar or (low in words.function_words and not known):
            at += 1
            continue
        if low.rstrip(".") in words.address and at < last and low not in words.organisation_heads:
            yield Piece(at, at, "address")
            at += 1
            continue
        if "-" in token.text and known is None and _compounded(token):
            yield Piece(at, at, "thing")
            at += 1
            continue
        piece = _piece(listed, at, last, known)
        yield piece
        at = piece.last + 1


def _compounded(token: Token) -> bool:
    """Whether a token is a country with more behind a hyphen: "US-led", "Russian-made"."""
    head, _, rest = token.text.partition("-")
    if not rest[:1].islower() or not head:
        return False
    hit = longest([Token(head, token.start, token.start + len(head), token.start + len(head))], 0)
    return hit is not None and hit[0].kind in {"country", "demonym"}


def _piece(listed: Sequence[Token], at: int, last: int, known: tuple[Known, int] | None) -> Piece:
    formed = _formed(listed, at, last)
    title = title_end(listed, at, last)
    if (
        title is not None
        and not (formed and formed[0] == title + 1)
        and not (known and known[1] > title - at + 1)
    ):
        return Piece(at, title, "title")
    if known and (not formed or formed[0] < at + known[1]):
        entry, size = known
        end = at + size - 1
        if entry.kind in {"country", "demonym"}:
            return Piece(at, end, "country" if entry.kind == "country" else "demonym", entry, certain=True)
        if entry.kind in {"body", "organisation"}:
            return Piece(at, end, "organisation", entry, certain=True)
        if size > 1 or entry.kind in {"capital", "region"} or not _goes_on(listed, end, last):
            return Piece(at, end, "place", entry, certain=entry.kind != "city")
    if formed:
        return Piece(at, formed[0], formed[1], certain=True)
    if listed[at].lower in lexicon().peoples and not (
        at < last and listed[at + 1].cap and listed[at + 1].lower not in lexicon().peoples
    ):
        return Piece(at, at, "thing")
    end = at
    while end < last and not listed[end].possessive and not _stops(listed, end + 1, last):
        end += 1
    while end > at and not listed[end].cap:
        end -= 1
    return Piece(at, end, "unknown")


def _goes_on(listed: Sequence[Token], end: int, last: int) -> bool:
    return end < last and not listed[end].possessive and not _stops(listed, end + 1, last)


def _stops(listed: Sequence[Token], at: int, last: int) -> bool:
    """Whether a name that runs up to token ``at`` ends before it."""
    words = lexicon()
    low = listed[at].lower
    if low in words.calendar or low.rstrip(".") in words.address or low == "&":
        return low != "&"
    if title_end(listed, at, last) is not None:
        return True
    known = longest(listed, at)
    if not known:
        return False
    entry, size = known
    return entry.kind in {"country", "demonym", "body"} or (size > 1 and entry.kind != "city")


def dictionary(listed: Sequence[Token], at: int) -> bool:
    """Whether the token is an ordinary English word."""
    return bool(classes(listed[at].lower))
