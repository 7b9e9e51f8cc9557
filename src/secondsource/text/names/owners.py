"""What role a person's mention states, and whose: country, organisation, company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model import Span
from secondsource.text.names.bodies import Body
from secondsource.text.names.keys import fold
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.mentions import Found
from secondsource.text.names.roles import body_of, role_before
from secondsource.text.names.tokens import Token

__all__ = ["Held", "holding", "organisation_body"]


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
    if found.known is not None:
        return Body(found.known.key, found.known.name)
    if found.body is not None:
        return found.body
    return Body(f"org:{fold(found.text).removeprefix('the ')}", found.text)


def _ending_at(found: Sequence[Found], last: int) -> Found | None:
    return next((f for f in found if f.last == last), None)


def holding(text: str, listed: Sequence[Token], person: Found, found: Sequence[Found]) -> Held | None:
    """Return the role that stands beside the mention ``person``, or null."""
    return _before(text, listed, person, found) or _after(text, listed, person, found)


def _before(text: str, listed: Sequence[Token], person: Found, found: Sequence[Found]) -> Held | None:
    at = person.first
    while at and listed[at - 1].lower.rstrip(".") in lexicon().address:
        at -= 1
    if at and listed[at - 1].text == "," and at > 1:
        at -= 1
        comma = True
    else:
        comma = False
    begin = role_before(listed, at, 0)
    if begin is None:
        return None
    owner = _ending_at(found, begin - 1) if begin else None
    if (
        comma
        and owner is None
        and (not begin or listed[begin - 1].lower not in {"the", "a", "an", "its", "their"})
    ):
        return None
    start = owner.first if owner else begin
    span = Span(listed[start].start, listed[at - 1].end)
    role = text[listed[begin].start : listed[at - 1].end]
    return Held(span.of(text), span, _body(role, owner))


def _body(role: str, owner: Found | None) -> Body | None:
    if owner is None:
        return None
    if owner.type == "organisation" and not owner.acting:
        return organisation_body(owner)
    country = owner.known.country if owner.known else None
    return body_of(role, country)


def _after(text: str, listed: Sequence[Token], person: Found, found: Sequence[Found]) -> Held | None:
    """Read what follows the name: "X, the South Korean defence minister," or "X, a spokesman for Y"."""
    words = lexicon()
    at = person.last + 1
    if at >= len(listed) or listed[at].text != ",":
        return None
    at += 1
    begin = at
    limit = min(len(listed), at + 14)
    while at < limit and (listed[at].lower in {"the", "a", "an", "who", "is", "was", "its", "company's"}):
        at += 1
    owner = next((f for f in found if f.first == at and f.type != "person"), None)
    at = owner.last + 1 if owner else at
    first_role = at
    end: int | None = None
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
            or low in {"and", "policy", "affairs", "security"}
        ):
            at += 1
        else:
            break
    if end is None or first_role > end:
        return None
    role = text[listed[first_role].start : listed[end].end]
    if (
        owner is None
        and end + 2 < len(listed)
        and listed[end + 1].lower in {"of", "for", "at", "with", "from"}
    ):
        ahead = end + 2 + (listed[end + 2].lower == "the")
        owner = next((f for f in found if f.first == ahead and f.type != "person"), None)
        end = owner.last if owner else end
    span = Span(listed[begin].start, listed[end].end)
    return Held(span.of(text), span, _body(role, owner))
