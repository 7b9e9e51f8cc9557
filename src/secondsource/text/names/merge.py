"""Group the mentions of one report into entities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from secondsource.model import Entity, Mention, Span, content_id
from secondsource.text.names.bodies import Body
from secondsource.text.names.found import Found
from secondsource.text.names.gazetteer import Known
from secondsource.text.names.grouping import Group, fixed, organisations, people
from secondsource.text.names.identifiers import find_identifiers
from secondsource.text.names.inferred import offices
from secondsource.text.names.keys import fold
from secondsource.text.names.owners import Held, Roles, organisation_body
from secondsource.text.names.roles import body_of, field_of
from secondsource.text.names.settle import dateline_country, home_country, settle
from secondsource.text.names.standing import role_fits
from secondsource.text.names.tokens import Token

__all__ = ["merge"]

_OF_STATE = re.compile(r"\b(?:[Mm]inister|[Pp]resident|[Pp]remier|[Cc]hancellor)$")
_PAST = re.compile(r"(?:the |a )?(?:former|ex|retired|late)\b", re.IGNORECASE)


def merge(
    report: str, text: str, listed: Sequence[Token], found: Sequence[Found], *, outlet: str | None = None
) -> tuple[Entity, ...]:
    """Return the entities of a report; ``found`` are its mentions in order.

    Letters that are the initials of ``outlet`` mean the outlet, whatever else they may stand for.
    """
    numbered = list(find_identifiers(text))
    kept = [
        f
        for f in found
        if (f.type == "place" and f.known) or not any(f.span.overlaps(s) for s, _ in numbered)
    ]
    kept = _lettered(text, [_as_outlet(f, outlet) for f in kept])
    home = home_country(text, kept)
    found = settle(kept, dateline_country(text, kept))
    groups = fixed(found)
    groups += organisations(report, text, found)
    persons = people(found)
    roles = Roles(text, listed, found)
    held = {f.first: roles.of(f) for f in found if f.type == "person"}
    for group in persons:
        _take_role(group, [h for f in group.mentions if (h := held[f.first]) is not None])
    held_keys = {g.body.key for g in persons if g.body is not None and g.role and _OF_STATE.search(g.role)}
    for group in persons:
        _take_home(group, home, report, held_keys)
        _take_service(group, groups)
    for k, (role, body) in offices(text, listed, found, [g.mentions for g in persons]).items():
        _take_office(persons, k, role, body)
    _same_bodies(groups, persons)
    groups += persons
    _add_bodies(groups)
    groups += _identifiers(text, numbered)
    return _entities(report, groups)


def _as_outlet(f: Found, outlet: str | None) -> Found:
    initials = "".join(word[0] for word in (outlet or "").split() if word[0].isupper())
    if f.type != "organisation" or outlet is None or len(initials) < 2 or f.text != initials:
        return f
    return replace(f, known=Known("organisation", f"org:{fold(outlet).removeprefix('the ')}", outlet))


def _lettered(text: str, found: Sequence[Found]) -> list[Found]:
    """Let letters in brackets after a known name ("Central News Agency (CNA)") stand for it in all of the report."""
    meant: dict[str, Found] = {}
    for before, f in pairwise(found):
        named = before.type == "organisation" and (before.known or before.body)
        if (
            named
            and f.known is None
            and f.text.isupper()
            and text[before.span.end : f.span.start].rstrip() == " ("
        ):
            meant.setdefault(f.text, before)
    return [
        replace(
            f,
            known=meant[f.text].known,
            body=meant[f.text].body,
            kind=meant[f.text].kind,
            type="organisation",
        )
        if f.text in meant and f.known is None
        else f
        for f in found
    ]


def _take_role(group: Group, held: Sequence[Held]) -> None:
    for each in held:
        if group.role is None or (group.body is None and each.body is not None):
            group.role = each.text
            group.body = each.body or group.body


def _take_home(group: Group, home: str | None, report: str, held: set[str]) -> None:
    """Let a minister without a country be one of the country that the report is about, or of this report alone.

    An office that is ``held`` by a minister with a country is not free: no country has two of them.
    """
    if (
        group.body is not None
        or not group.role
        or not _OF_STATE.search(group.role)
        or _PAST.match(group.role)
    ):
        return
    body = body_of(group.role, home) if home else None
    if body is not None and body.key not in held:
        group.body = body
    elif (field := field_of(group.role)) is not None:
        group.body = Body(f"body:?:{field} ({report})", f"{field} ministry")


def _take_service(group: Group, groups: Sequence[Group]) -> None:
    """Let the fire chief speak for the only fire service that the report names."""
    if group.body is None and group.role and group.role.lower().startswith("fire "):
        services = [g for g in groups if g.key.endswith(":fire service") or ":fire service (" in g.key]
        if len(services) == 1:
            group.body = Body(services[0].key, services[0].name)


def _take_office(people: Sequence[Group], k: int, role: str, body: Body) -> None:
    """Give a person the office that the text gives in passing, unless a title says otherwise or names another."""
    if any(
        each.body is not None and each.body.key == body.key and role_fits("leader", each.role)
        for each in people
    ):
        return
    group = people[k]
    if group.body is None and (group.role is None or role_fits(fold(role.split()[-1]), group.role)):
        group.role = group.role or role
        group.body = body


def _identifiers(text: str, numbered: Sequence[tuple[Span, str]]) -> list[Group]:
    groups: dict[str, Group] = {}
    for span, key in numbered:
        groups.setdefault(key, Group("identifier", key, span.of(text))).extra.append(span)
    return list(groups.values())


def _same_bodies(groups: Sequence[Group], persons: Sequence[Group]) -> None:
    """Let who speaks for a short form ("Chairman of Borden") speak for the organisation that it is short for."""
    known = {organisation_body(f).key: g for g in groups if g.type == "organisation" for f in g.mentions}
    for person in persons:
        group = known.get(person.body.key) if person.body else None
        if group is not None:
            person.body = Body(group.key, group.name)


def _add_bodies(groups: list[Group]) -> None:
    known = {g.key for g in groups if g.type == "organisation"}
    for group in list(groups):
        if group.body is not None and group.body.key not in known:
            known.add(group.body.key)
            groups.append(Group("organisation", group.body.key, group.body.name))


def _entities(report: str, groups: Sequence[Group]) -> tuple[Entity, ...]:
    ids = {id(g): content_id("e", report, g.type, g.key) for g in groups}
    bodies = {g.key: ids[id(g)] for g in groups if g.type == "organisation"}
    end = 1 << 60
    spans = {id(g): sorted({*(f.span for f in g.mentions), *g.extra}) for g in groups}
    ordered = sorted(groups, key=lambda g: (spans[id(g)][0].start if spans[id(g)] else end, g.type, g.key))
    return tuple(
        Entity(
            ids[id(g)],
            g.type,
            g.name,
            tuple(Mention(report, span) for span in spans[id(g)]),
            bodies.get(g.body.key) if g.body else None,
            g.key,
            g.role,
        )
        for g in ordered
    )
