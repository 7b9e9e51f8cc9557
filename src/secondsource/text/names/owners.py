"""What role a person's mention states, and whose: country, organisation, company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model import Span
from secondsource.text.names.bodies import Body
from secondsource.text.names.found import Found
from secondsource.text.names.keys import fold
from secondsource.text.names.kinds import COMPANY_NOUNS, fits_kind, is_kind
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.roles import body_of, role_before
from secondsource.text.names.tokens import Token

__all__ = ["Held", "Roles", "organisation_body"]

_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})
_OF = frozenset({"of", "for", "at", "with", "from", "to", "in"})
# Who held a role once speaks for nobody.
_PAST = frozenset("former ex retired late one-time then-".split())
# How far back "the company's chief executive" looks for the company, in tokens.
_REACH = 120
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Held:
    """A role as the text has it, and the body that its holder speaks for."""

    text: str
    span: Span
    body: Body | None


def organisation_body(found: Found) -> Body:
    """Return the body that an organisation's mention names."""
    if found.acting and found.known is not None:
        return Body(f"country:{found.known.country}", found.text)
    if found.body is not None:
        return found.body
    if found.known is not None:
        return Body(found.known.key, found.known.name)
    return Body(f"org:{fold(found.text).removeprefix('the ')}", found.text)


class Roles:
    """Reads the roles around the names of one report."""

    def __init__(self, text: str, listed: Sequence[Token], found: Sequence[Found]) -> None:
        self._text = text
        self._listed = listed
        others = [f for f in found if f.type != "person"]
        # Of nested mentions ("Kestrel police" holds "Kestrel") the longer one owns the role.
        self._ending = {f.last: f for f in sorted(others, key=lambda f: -f.first)}
        self._starting = {f.first: f for f in sorted(others, key=lambda f: f.last)}
        self._organisations = [f for f in found if f.type == "organisation" and not f.acting]
        self._people = {f.first for f in found if f.type == "person"}

    def of(self, person: Found) -> Held | None:
        """Return the role that stands beside the mention ``person``, or null."""
        return self._before(person) or self._after(person)

    def _before(self, person: Found) -> Held | None:
        listed, at = self._listed, person.first
        while at and listed[at - 1].lower.rstrip(".") in lexicon().address and listed[at - 1].cap:
            at -= 1
        if at < 1:
            return None
        if listed[at - 1].text == ",":
            return self._apposed(at - 1)
        begin = role_before(listed, at, 0)
        if begin is None:
            return self._inner(at, at, alone=True)
        # "Metal Union chair X": a name ends inside what could be the role.
        named = [k for k in range(begin, at - 1) if k in self._ending]
        begin = named[-1] + 1 if named else begin
        owner = self._owner(begin) or self._kind_owner(begin, at) or self._town_behind(begin, at, person)
        return self._held(begin, at, owner)

    def _kind_owner(self, begin: int, at: int) -> Body | None:
        """Return the organisation that "union" means in "union leader X"."""
        noun = self._listed[begin].lower
        return self._named_kind(noun, begin) if at - begin > 1 and is_kind(noun) else None

    def _town_behind(self, begin: int, at: int, person: Found) -> Body | None:
        """Return the town hall that "of Kestrel" means in "Mayor X of Kestrel"."""
        after = person.last + 1
        if at - begin > 1 or self._listed[begin].lower != "mayor" or after + 1 >= len(self._listed):
            return None
        town = self._starting.get(after + 1) if self._listed[after].lower == "of" else None
        return town_hall(town) if town is not None else None

    def _named_kind(self, noun: str, at: int) -> Body | None:
        """Return the organisation named last before ``at`` that is called ``noun``, else the report's only one."""
        before = self._named_before(noun, at)
        if before is not None:
            return before
        fits = [organisation_body(f) for f in self._organisations]
        fits = [body for body in fits if fits_kind(noun, body.name, body.key)]
        return fits[0] if len({body.key for body in fits}) == 1 else None

    def _apposed(self, comma: int) -> Held | None:
        """Read "the company's chief executive, X" and "a spokesman for the ministry, X"."""
        listed = self._listed
        begin = role_before(listed, comma, 0)
        if begin is not None:
            owner = self._owner(begin)
            led = begin and (listed[begin - 1].lower in _ARTICLES or listed[begin - 1].possessive)
            if owner is None and not led:
                return None
            return self._held(begin, comma, owner)
        return self._inner(comma, comma, alone=False)

    def _inner(self, at: int, end: int, *, alone: bool) -> Held | None:
        """Read "spokesman for the ministry" that ends at token ``end``; ``alone`` where no comma parts it from the name."""
        listed = self._listed
        inner = self._ending.get(at - 1)
        if inner is None:
            return None if alone else self._common(end)
        at = inner.first - 1
        if at > 0 and listed[at].lower == "the":
            at -= 1
        if at < 1 or listed[at].lower not in _OF:
            return None
        begin = role_before(listed, at, 0)
        if begin is None:
            return None
        outer = self._owner(begin)
        if outer is None and listed[at].lower == "to":
            return None
        return self._held(begin, end, outer or organisation_owner(inner))

    def _common(self, end: int) -> Held | None:
        """Read "regional commander of the police, X" and "a spokeswoman for the cooperative, X"."""
        listed, noun = self._listed, self._listed[end - 1].lower
        at = end - 2
        if at > 0 and listed[at].lower == "the":
            at -= 1
        if at < 1 or not is_kind(noun) or listed[at].lower not in {"of", "for"}:
            return None
        begin = role_before(listed, at, 0)
        return self._held(begin, end, self._named_kind(noun, end)) if begin is not None else None

    def _owner(self, begin: int) -> Body | str | None:
        """Return the body or country that stands right before a role."""
        if not begin:
            return None
        inner = self._ending.get(begin - 1)
        if inner is not None:
            return organisation_owner(inner)
        token = self._listed[begin - 1]
        if token.possessive and is_kind(token.lower):
            return self._named_kind(token.lower, begin)
        return self._last_named(begin) if token.lower == "its" else None

    def _last_named(self, at: int) -> Body | None:
        """Return the organisation that "its" means: one that opens a sentence, else the last one named."""
        near = [f for f in self._organisations if at - _NEAR < f.last < at - 1]
        opening = [f for f in near if self._listed[f.first].starts]
        chosen = opening or near
        return organisation_body(chosen[-1]) if chosen else None

    def _named_before(self, noun: str, at: int) -> Body | None:
        near = [f for f in self._organisations if at - _REACH < f.last < at - 1]
        for f in reversed(near):
            if fits_kind(noun, f.text, organisation_body(f).key):
                return organisation_body(f)
        if noun in COMPANY_NOUNS:
            plain = [f for f in near if f.known is None and f.body is None]
            return organisation_body(plain[-1]) if plain else None
        return None

    def _held(self, begin: int, end: int, owner: Body | str | None) -> Held:
        listed, text = self._listed, self._text
        inner = self._ending.get(begin - 1) if begin else None
        start = inner.first if inner else begin
        span = Span(listed[start].start, listed[end - 1].end)
        role = text[listed[begin].start : listed[end - 1].end]
        past = {token.lower for token in listed[max(0, start - 1) : end]} & _PAST
        return Held(span.of(text), span, None if past else _body(role, owner))

    def _after(self, person: Found) -> Held | None:
        """Read "X, the South Korean defence minister," and "X, a spokesman for Y"."""
        listed = self._listed
        at = person.last + 1
        if at + 1 >= len(listed) or listed[at].text not in {",", "(", "–", "—"}:
            return None
        at += 1
        if listed[at].text.isdigit() and at + 1 < len(listed) and listed[at + 1].text == ",":
            at += 2
        while at < len(listed) and listed[at].lower in _ARTICLES | {"who", "is", "was"}:
            at += 1
        outer = self._starting.get(at)
        owner: Body | str | None = organisation_owner(outer) if outer else None
        first = outer.last + 1 if outer else at
        if outer is None and at < len(listed) and listed[at].possessive and is_kind(listed[at].lower):
            owner, first = self._named_before(listed[at].lower, at + 1), at + 1
        end = _role_end(listed, first)
        # "X, deputy Y and a judge": the role is the next one's.
        if end is None or end + 1 in self._people:
            return None
        last, inner = self._complement(end)
        begin = outer.first if outer else first
        role = self._text[listed[first].start : listed[end].end]
        span = Span(listed[begin].start, listed[last].end)
        past = {token.lower for token in listed[max(0, begin - 1) : end + 1]} & _PAST
        return Held(span.of(self._text), span, None if past else _body(role, owner or inner))

    def _complement(self, end: int) -> tuple[int, Body | str | None]:
        """Return where "of hydrology at the University of Y" after a role ends, and the owner in it."""
        listed, at, last = self._listed, end + 1, end
        for _ in range(2):
            if at + 1 >= len(listed) or listed[at].lower not in _OF - {"to"}:
                break
            at += 1 + (listed[at + 1].lower in {"the", "a"})
            inner = self._starting.get(at)
            if inner is not None:
                return inner.last, organisation_owner(inner)
            if listed[at - 1].lower == "the" and is_kind(listed[at].lower):
                return at, self._named_kind(listed[at].lower, at)
            plain = at
            while (
                plain < min(len(listed), at + 4)
                and listed[plain].text[0].isalpha()
                and listed[plain].lower not in _OF
            ):
                plain += 1
            if plain < len(listed) and listed[plain].lower in _OF:
                last, at = plain - 1, plain
            else:
                break
        return last if last > end and at > end + 1 and self._starting.get(at) else end, None


def town_hall(town: Found) -> Body | None:
    """Return the mayor's office of a place that is no country."""
    if town.type != "place" or (town.known is not None and town.known.kind == "country"):
        return None
    country = (town.known.country or "")[:2] if town.known else ""
    return Body(f"body:{country}-{fold(town.text)}:mayor's office", f"{town.text} mayor's office")


def organisation_owner(found: Found) -> Body | str | None:
    """Return the body of an organisation, or the country's code of a place or capital."""
    if found.type == "organisation" and not found.acting:
        return organisation_body(found)
    return found.known.country[:2] if found.known and found.known.country else None


def _body(role: str, owner: Body | str | None) -> Body | None:
    if isinstance(owner, Body):
        return owner
    return body_of(role, owner)


def _role_end(listed: Sequence[Token], at: int) -> int | None:
    words = lexicon()
    end: int | None = None
    limit = min(len(listed), at + 10)
    while at < limit:
        low = listed[at].lower
        two = f"{low} {listed[at + 1].lower}" if at + 1 < len(listed) else ""
        if two in words.roles:
            end, at = at + 1, at + 2
        elif low in words.roles:
            end, at = at, at + 1
        elif (
            low in words.role_modifiers
            or low in words.portfolios
            or low in {"and", "policy", "affairs", "security", "prime"}
        ):
            at += 1
        else:
            break
        if listed[at - 1].possessive:
            return None
    return end
