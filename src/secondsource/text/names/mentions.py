"""Find the mentions of names in a text, each with its type and what stands before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.model import EntityType, Span
from secondsource.text.names.bodies import (
    Body,
    body_kind,
    country_beside,
    country_within,
    government_body,
    loose_bodies,
    stands_alone,
)
from secondsource.text.names.classify import classify, is_dateline, is_vessel
from secondsource.text.names.gazetteer import Known, longest
from secondsource.text.names.keys import fold
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.metonyms import acts
from secondsource.text.names.pieces import Piece, cut
from secondsource.text.names.runs import capitalised_runs, title_case_tokens
from secondsource.text.names.tokens import Token
from secondsource.text.names.variants import surnames_of
from secondsource.text.words import classes

__all__ = ["Found", "find_mentions"]


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text.

    ``first`` and ``last`` are token indices of ``span``. ``acting`` marks a capital that stands for
    its government, ``titled`` a name with a title or form of address right before it. ``body`` is the
    body of government that an organisation's name means; where the text beside it does not give its
    country, ``kind`` is what body it is.
    """

    span: Span
    text: str
    type: EntityType
    first: int
    last: int
    known: Known | None = None
    acting: bool = False
    titled: bool = False
    address: str | None = None
    adjective: bool = False
    body: Body | None = None
    kind: str | None = None


def _touching(listed: Sequence[Token], left: Piece | None, right: Piece) -> Piece | None:
    return (
        left
        if left is not None and left.last + 1 == right.first and not listed[left.last].possessive
        else None
    )


def _confirmed(listed: Sequence[Token], weak: frozenset[int]) -> frozenset[str]:
    """Words that stand with a capital where none is owed."""
    return frozenset(
        token.text for at, token in enumerate(listed) if token.cap and not token.starts and at not in weak
    )


def _alone(listed: Sequence[Token]) -> frozenset[str]:
    """Words that somewhere stand as a name of one word."""
    return frozenset(listed[first].text for first, last in capitalised_runs(listed) if first == last)


def split_owner(listed: Sequence[Token], piece: Piece, alone: frozenset[str]) -> list[Piece]:
    """Part "director of Sozhkali Viktar M.": a word that is a name of its own elsewhere, behind a role and "of"."""
    first = piece.first
    if piece.kind != "unknown" or piece.last - first < 2 or first < 2 or listed[first].text not in alone:
        return [piece]
    if (
        listed[first - 1].lower not in {"of", "at", "from", "for"}
        or listed[first - 2].lower not in lexicon().roles
    ):
        return [piece]
    return [Piece(first, first, "organisation"), Piece(first + 1, piece.last, "person")]


def _trim_start(listed: Sequence[Token], first: int, last: int, confirmed: frozenset[str]) -> int:
    """Return where a run that opens a sentence begins, without the ordinary word that only opens it."""
    words = lexicon()
    while first <= last and listed[first].starts:
        token = listed[first]
        if token.lower in words.function_words or (
            not (token.text.isupper() and len(token.text) > 3)
            and classes(token.lower)
            and token.text not in confirmed
            and not _opens_name(listed, first, last)
        ):
            first += 1
            while first <= last and not listed[first].cap:
                first += 1
            continue
        break
    return first


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


def find_mentions(text: str, listed: Sequence[Token]) -> list[Found]:
    """Return the names of ``text`` in order; ``listed`` are its tokens."""
    weak = title_case_tokens(text, listed)
    confirmed = _confirmed(listed, weak)
    alone = _alone(listed)
    found: list[Found] = []
    undecided: list[tuple[Piece, str | None]] = []
    for first, last in capitalised_runs(listed):
        begin = _trim_start(listed, first, last, confirmed)
        previous: Piece | None = None
        pieces = list(cut(listed, begin, last)) if begin <= last else []
        pieces = [part for piece in pieces for part in split_owner(listed, piece, alone)]
        for k, piece in enumerate(pieces):
            before = _touching(listed, previous, piece)
            after = pieces[k + 1] if k + 1 < len(pieces) else None
            previous = piece
            if piece.kind in {"title", "address", "thing"}:
                continue
            if piece.kind == "unknown":
                if (
                    piece.first in weak
                    and not (before and before.kind in {"title", "address"})
                    and not all(listed[at].text in confirmed for at in range(piece.first, piece.last + 1))
                ):
                    continue
                kind = "place" if is_dateline(listed, piece) else classify(listed, piece, before, after)
                undecided.append((piece, kind))
                if kind:
                    found.append(_as_found(text, listed, piece, kind, before))
                continue
            named = "identifier" if is_vessel(listed, piece) else _type_of(piece)
            found.append(_as_found(text, listed, piece, named, before))
    taken = frozenset(at for f in found for at in range(f.first, f.last + 1))
    found.extend(f for f in _compounds(text, listed) if f.first not in taken)
    found = [_with_body(listed, f) for f in _vote(text, listed, found, undecided)]
    found.extend(_loose(text, listed, found))
    return sorted({f.span: f for f in found}.values(), key=lambda f: f.span)


def _type_of(piece: Piece) -> EntityType:
    return piece.kind if piece.kind in {"organisation", "person"} else "place"


def _as_found(text: str, listed: Sequence[Token], piece: Piece, kind: str, before: Piece | None) -> Found:
    span = Span(listed[piece.first].start, listed[piece.last].end)
    acting = bool(piece.known and piece.known.kind == "capital" and acts(listed, piece.first, piece.last))
    address = listed[before.first].lower.rstrip(".") if before and before.kind == "address" else None
    entity_type: EntityType = "organisation" if acting else kind  # type: ignore[assignment]
    return Found(
        span,
        span.of(text),
        entity_type,
        piece.first,
        piece.last,
        piece.known,
        acting,
        bool(before and before.kind in {"title", "address"}),
        address,
        piece.kind == "demonym",
    )


def _compounds(text: str, listed: Sequence[Token]) -> list[Found]:
    """Countries inside hyphenated words: "Russian-made", "US-led", "anti-Russian"."""
    found: list[Found] = []
    for at, token in enumerate(listed):
        if "-" not in token.text[1:]:
            continue
        start = token.start
        for part in token.text.split("-"):
            if part[:1].isupper():
                hit = longest([Token(part, start, start + len(part), start + len(part))], 0)
                whole = longest(listed, at)
                if hit and not whole and hit[0].kind in {"country", "demonym"}:
                    span = Span(start, start + len(part))
                    found.append(Found(span, span.of(text), "place", at, at, hit[0], adjective=True))
            start += len(part) + 1
    return found


def _vote(
    text: str, listed: Sequence[Token], found: list[Found], undecided: list[tuple[Piece, str | None]]
) -> list[Found]:
    """Give all mentions of one unknown form the type that most of them have, and persons their surnames."""
    people = {
        form for f in found if f.type == "person" and len(f.text.split()) > 1 for form in surnames_of(f.text)
    }
    found = [_as_person(listed, f) if _is_surname(listed, f, people) else f for f in found]
    votes: dict[str, Counter[str]] = {}
    for f in found:
        if f.known is None:
            votes.setdefault(fold(f.text), Counter())[f.type] += 3 if f.titled else 1
    by_first = {f.first: k for k, f in enumerate(found) if f.known is None}
    for piece, kind in undecided:
        form = fold(text[listed[piece.first].start : listed[piece.last].end])
        count = votes.get(form)
        wanted: str | None = count.most_common(1)[0][0] if count else None
        if form in people and not (
            len(form) < 5 and form.upper() == text[listed[piece.first].start : listed[piece.last].end]
        ):
            wanted = "person"
        if wanted is None or wanted == kind:
            continue
        if kind is None:
            found.append(_as_found(text, listed, piece, wanted, None))
        elif piece.first in by_first:
            k = by_first[piece.first]
            found[k] = replace(found[k], type=wanted)  # type: ignore[arg-type]
    return found


def _is_surname(listed: Sequence[Token], found: Found, people: set[str]) -> bool:
    """Whether a city's name is a surname here: of a person of the report, or a given name without "in" before it."""
    if found.known is None or found.known.kind not in {"city", "region"} or " " in found.text:
        return False
    before = listed[found.first - 1].lower if found.first else ""
    if before in lexicon().place_before:
        return False
    following = listed[found.last + 1].text if found.last + 1 < len(listed) else ""
    given = found.known.kind == "city" and found.text in lexicon().given and following != ","
    return given or fold(found.text) in people or (found.titled and not found.text.isupper())


def _as_person(listed: Sequence[Token], found: Found) -> Found:
    return replace(found, type="person", known=None)


def _with_body(listed: Sequence[Token], found: Found) -> Found:
    """Add which body of government an organisation is."""
    if found.type != "organisation" or (found.known is not None and found.known.kind != "organisation"):
        return found
    country, rest = country_within(found.text)
    kind = body_kind(rest)
    if kind is None:
        return found
    if country is None:
        country, _ = country_beside(listed, found.first, found.last)
    return replace(found, body=government_body(country, kind) if country else None, kind=kind)


def _loose(text: str, listed: Sequence[Token], found: Sequence[Found]) -> list[Found]:
    taken = frozenset(
        at
        for f in found
        if not f.adjective and not (f.known and f.known.country)
        for at in range(f.first, f.last + 1)
    )
    towns = {
        f.last: f
        for f in found
        if f.type == "place" and (f.known is None or f.known.kind in {"city", "capital"})
    }
    bodies: list[Found] = []
    for loose in loose_bodies(listed, taken):
        town = towns.get(loose.first - 1)
        first = (
            town.first if town and loose.country is None and not listed[town.last].possessive else loose.first
        )
        if loose.bare and first == loose.first and not stands_alone(listed, loose):
            continue
        span = Span(listed[first].start, listed[loose.last].end)
        body = government_body(loose.country, loose.kind) if loose.country else None
        if town is not None and first == town.first:
            country = town.known.country[:2] if town.known and town.known.country else ""
            body = Body(f"body:{country}-{fold(town.text)}:{loose.kind}", span.of(text))
        bodies.append(
            Found(span, span.of(text), "organisation", first, loose.last, body=body, kind=loose.kind)
        )
    return bodies
