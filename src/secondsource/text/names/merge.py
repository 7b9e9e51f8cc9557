"""Group the mentions of one report into entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from secondsource.model import Entity, EntityType, Mention, Span, content_id
from secondsource.text.names.bodies import Body, country_within, government_body
from secondsource.text.names.inferred import offices
from secondsource.text.names.keys import fold, name_key
from secondsource.text.names.mentions import Found
from secondsource.text.names.owners import Held, holding
from secondsource.text.names.standing import role_fits
from secondsource.text.names.tokens import Token
from secondsource.text.names.variants import (
    known_as,
    person_parts,
    same_organisation,
    same_person,
    surnames_of,
)

__all__ = ["merge"]


@dataclass(slots=True)
class _Group:
    type: EntityType
    key: str
    name: str
    mentions: list[Found] = field(default_factory=list)
    role: str | None = None
    body: Body | None = None
    extra: list[Span] = field(default_factory=list)


def merge(report: str, text: str, listed: Sequence[Token], found: Sequence[Found]) -> tuple[Entity, ...]:
    """Return the entities of a report; ``found`` are its mentions in order."""
    found = _settle(found)
    groups = _fixed(found)
    groups += _organisations([f for f in found if _loose(f)])
    people = _people([f for f in found if f.type == "person"])
    held = {f.first: holding(text, listed, f, found) for f in found if f.type == "person"}
    for group in people:
        _take_role(group, [h for f in group.mentions if (h := held[f.first]) is not None])
    for k, (role, body) in offices(text, listed, found, [g.mentions for g in people]).items():
        _take_office(people, k, role, body)
    groups += people
    _add_bodies(groups)
    return _entities(report, groups)


# Share of a report's mentions of countries that one needs for "the interior ministry" to be its own.
_HOME_SHARE = 2 / 3


def _loose(f: Found) -> bool:
    """Whether nothing but its form says what organisation a mention names."""
    return f.type == "organisation" and f.known is None and f.body is None


def _settle(found: Sequence[Found]) -> list[Found]:
    """Give bodies without a country that of the same body elsewhere in the report, else the report's own."""
    countries = Counter(f.known.country for f in found if f.known and f.known.country)
    home, count = countries.most_common(1)[0] if countries else (None, 0)
    if count < _HOME_SHARE * countries.total():
        home = None
    by_kind: dict[str, set[str]] = {}
    for f in found:
        if f.kind and f.body:
            by_kind.setdefault(f.kind, set()).add(f.body.key.split(":")[1])
    settled: list[Found] = []
    for f in found:
        if f.kind and f.body is None:
            rivals = by_kind.get(f.kind, set())
            country = next(iter(rivals)) if len(rivals) == 1 else home if not rivals else None
            f = replace(f, body=government_body(country, f.kind)) if country else f
        settled.append(f)
    return settled


def _fixed(found: Sequence[Found]) -> list[_Group]:
    """Groups of mentions that a table knows, and of places by their form."""
    groups: dict[tuple[str, str], _Group] = {}
    for f in found:
        if f.type == "person" or _loose(f):
            continue
        if f.body is not None:
            key = f.body.key
            name = f.text if country_within(f.text)[0] else f.body.name
        elif f.known is not None:
            key = f"country:{f.known.country}" if f.acting else f.known.key
            name = f.text if f.acting else f.known.name
        else:
            key, name = f"place:{fold(f.text)}", f.text
        groups.setdefault((f.type, key), _Group(f.type, key, name)).mentions.append(f)
    return list(groups.values())


def _organisations(found: Sequence[Found]) -> list[_Group]:
    groups: list[_Group] = []
    for f in sorted(found, key=lambda f: (-len(f.text), f.span)):
        fits = [g for g in groups if same_organisation(g.name, f.text)]
        if len(fits) == 1 or (fits and fold(fits[0].name) == fold(f.text)):
            fits[0].mentions.append(f)
        else:
            groups.append(_Group("organisation", f"org:{fold(f.text).removeprefix('the ')}", f.text, [f]))
    return groups


def _people(found: Sequence[Found]) -> list[_Group]:
    groups: list[_Group] = []
    full = [f for f in found if len(person_parts(f.text)) > 1]
    for f in sorted(full, key=lambda f: (-len(person_parts(f.text)), -len(f.text), f.span)):
        fits = [g for g in groups if same_person(g.name, f.text)]
        if len(fits) == 1:
            fits[0].mentions.append(f)
        else:
            groups.append(_Group("person", f"person:{name_key(f.text)}", f.text, [f]))
    alone: dict[str, _Group] = {}
    for f in found:
        parts = person_parts(f.text)
        if len(parts) > 1:
            continue
        fits = [g for g in groups if same_person(g.name, f.text)]
        last = [g for g in fits if surnames_of(g.name)[0] == parts[0]] if parts else []
        chosen = fits if len(fits) == 1 else last if len(last) == 1 else []
        if chosen:
            chosen[0].mentions.append(f)
        else:
            form = fold(f.text)
            alone.setdefault(form, _Group("person", f"person:{form}", f.text)).mentions.append(f)
    return groups + list(alone.values())


def _take_role(group: _Group, held: Sequence[Held]) -> None:
    for each in held:
        if group.role is None or (group.body is None and each.body is not None):
            group.role = each.text
            group.body = each.body or group.body


def _take_office(people: Sequence[_Group], k: int, role: str, body: Body) -> None:
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


def _add_bodies(groups: list[_Group]) -> None:
    known = {g.key for g in groups if g.type == "organisation"}
    for group in list(groups):
        if group.body is not None and group.body.key not in known:
            known.add(group.body.key)
            groups.append(_Group("organisation", group.body.key, group.body.name))


def _entities(report: str, groups: Sequence[_Group]) -> tuple[Entity, ...]:
    ids = {id(g): content_id("e", report, g.type, g.key) for g in groups}
    bodies = {g.key: ids[id(g)] for g in groups if g.type == "organisation"}
    end = 1 << 60
    ordered = sorted(
        groups, key=lambda g: (min((f.span.start for f in g.mentions), default=end), g.type, g.key)
    )
    return tuple(
        Entity(
            ids[id(g)],
            g.type,
            g.name,
            tuple(Mention(report, span) for span in sorted(f.span for f in g.mentions)),
            bodies.get(g.body.key) if g.body else None,
            g.key,
            g.role,
        )
        for g in ordered
    )


def known_key(name: str) -> str | None:
    """Return the key that the tables give a name, or null."""
    known = known_as(name)
    return known.key if known else None
