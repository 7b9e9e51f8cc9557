"""Second look at the mentions: one type for one form, surnames that are also towns, bodies of government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from secondsource.model import Span
from secondsource.text.names.bodies import Body, body_kind, country_beside, country_within, government_body
from secondsource.text.names.found import Found, as_found
from secondsource.text.names.keys import fold
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.loose import loose_bodies, stands_alone
from secondsource.text.names.pieces import Piece
from secondsource.text.names.tokens import Token
from secondsource.text.names.variants import surnames_of
from secondsource.text.words import classes

__all__ = ["loose", "vote", "with_body"]


def vote(
    text: str, listed: Sequence[Token], found: list[Found], undecided: list[tuple[Piece, str | None]]
) -> list[Found]:
    """Give all mentions of one unknown form the type that most of them have, and persons their surnames."""
    people = {
        form for f in found if f.type == "person" and len(f.text.split()) > 1 for form in surnames_of(f.text)
    }
    found = [_as_person(listed, f) if _is_surname(listed, f, people) else f for f in found]
    firms = {
        fold(f.text).split()[0]
        for f in found
        if f.type == "organisation" and f.known is None and " " in f.text and not classes(f.text.split()[0])
    }
    votes: dict[str, Counter[str]] = {}
    for f in found:
        if f.known is None:
            votes.setdefault(fold(f.text), Counter())[f.type] += 3 if f.titled or f.sure else 1
    by_first = {f.first: k for k, f in enumerate(found) if f.known is None}
    for piece, kind in undecided:
        form = fold(text[listed[piece.first].start : listed[piece.last].end])
        count = votes.get(form)
        wanted: str | None = count.most_common(1)[0][0] if count else None
        if form in people and not (
            len(form) < 5 and form.upper() == text[listed[piece.first].start : listed[piece.last].end]
        ):
            wanted = "person"
        elif form in firms:
            wanted = "organisation"
        if wanted is None or wanted == kind:
            continue
        if kind is None:
            found.append(as_found(text, listed, piece, wanted, None))
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


def with_body(listed: Sequence[Token], found: Found) -> Found:
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


def loose(text: str, listed: Sequence[Token], found: Sequence[Found]) -> list[Found]:
    """Return the bodies that the text names in lower case ("the foreign ministry", "Kestrel police")."""
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
    for body_at in loose_bodies(listed, taken):
        town = towns.get(body_at.first - 1)
        first = (
            town.first
            if town and body_at.country is None and not listed[town.last].possessive
            else body_at.first
        )
        if body_at.bare and first == body_at.first and not stands_alone(listed, body_at):
            continue
        span = Span(listed[first].start, listed[body_at.last].end)
        body = government_body(body_at.country, body_at.kind) if body_at.country else None
        if town is not None and first == town.first:
            country = town.known.country[:2] if town.known and town.known.country else ""
            body = Body(f"body:{country}-{fold(town.text)}:{body_at.kind}", span.of(text))
        bodies.append(
            Found(span, span.of(text), "organisation", first, body_at.last, body=body, kind=body_at.kind)
        )
    return bodies
