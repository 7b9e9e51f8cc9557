"""Find the mentions of names in a text, each with its type and what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model import EntityType, Span
from secondsource.text.names.classify import classify, is_company, is_dateline, is_town, is_vessel
from secondsource.text.names.found import Found, as_found
from secondsource.text.names.gazetteer import longest
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.openings import alone, confirmed, proper, trim_start
from secondsource.text.names.pieces import Piece, cut
from secondsource.text.names.revise import loose, vote, with_body
from secondsource.text.names.runs import capitalised_runs, title_case_tokens
from secondsource.text.names.shorts import short_forms
from secondsource.text.names.tokens import Token

__all__ = ["find_mentions"]

# Names with one first word that a headline is searched for.
_MOST_ECHOES = 20


def find_mentions(text: str, listed: Sequence[Token]) -> list[Found]:
    """Return the names of ``text`` in order; ``listed`` are its tokens."""
    weak = title_case_tokens(text, listed)
    sure = confirmed(listed, weak)
    solitary = alone(listed)
    found: list[Found] = []
    undecided: list[tuple[Piece, str | None]] = []
    for first, last in capitalised_runs(listed):
        begin = trim_start(listed, first, last, sure)
        previous: Piece | None = None
        pieces = list(cut(listed, begin, last)) if begin <= last else []
        pieces = [part for piece in pieces for part in _split_owner(listed, piece, solitary)]
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
                    and not all(listed[at].text in sure for at in range(piece.first, piece.last + 1))
                ):
                    continue
                kind = "place" if is_dateline(listed, piece) else classify(listed, piece, before, after)
                undecided.append((piece, kind))
                if kind:
                    told = is_town(listed, piece) or (kind == "organisation" and is_company(listed, piece))
                    found.append(replace(as_found(text, listed, piece, kind, before), sure=told))
                continue
            if (
                piece.known is None
                and (piece.first in weak or _shouted(listed, piece))
                and not proper(text, listed, piece)
            ):
                continue
            named = "identifier" if is_vessel(listed, piece) else _type_of(piece)
            found.append(as_found(text, listed, piece, named, before))
    taken = frozenset(at for f in found for at in range(f.first, f.last + 1))
    found.extend(f for f in _compounds(text, listed) if f.first not in taken)
    found = [with_body(listed, f) for f in vote(text, listed, found, undecided)]
    found.extend(_echoes(text, listed, found, weak))
    found.extend(short_forms(text, listed, found))
    found.extend(loose(text, listed, found))
    return sorted({f.span: f for f in found}.values(), key=lambda f: f.span)


def _echoes(text: str, listed: Sequence[Token], found: Sequence[Found], weak: frozenset[int]) -> list[Found]:
    """Find in headlines, where every word has a capital, the names that the text has."""
    taken = {at for f in found for at in range(f.first, f.last + 1)}
    names: dict[str, list[tuple[list[str], Found]]] = {}
    for f in found:
        if f.first not in weak and f.known is None and f.kind is None:
            parts = [token.text for token in listed[f.first : f.last + 1]]
            rows = names.setdefault(parts[0], [])
            if len(rows) < _MOST_ECHOES and all(parts != other for other, _ in rows):
                rows.append((parts, f))
    echoes: list[Found] = []
    for at in sorted(weak - taken):
        for parts, f in sorted(names.get(listed[at].text, []), key=lambda row: -len(row[0])):
            last = at + len(parts) - 1
            if at in taken or [token.text for token in listed[at : last + 1]] != parts:
                continue
            span = Span(listed[at].start, listed[last].end)
            echoes.append(
                replace(f, span=span, text=span.of(text), first=at, last=last, titled=False, address=None)
            )
            taken.update(range(at, last + 1))
    return echoes


def _touching(listed: Sequence[Token], left: Piece | None, right: Piece) -> Piece | None:
    return (
        left
        if left is not None and left.last + 1 == right.first and not listed[left.last].possessive
        else None
    )


def _split_owner(listed: Sequence[Token], piece: Piece, alone: frozenset[str]) -> list[Piece]:
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


def _shouted(listed: Sequence[Token], piece: Piece) -> bool:
    """Whether a piece is a stretch of capitals ("HELL ON MARKET STREET")."""
    return piece.last - piece.first >= 2 and all(
        token.text.isupper() for token in listed[piece.first : piece.last + 1]
    )


def _type_of(piece: Piece) -> EntityType:
    return piece.kind if piece.kind in {"organisation", "person"} else "place"


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
