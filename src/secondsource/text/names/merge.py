"""Group the mentions of one report into entities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from secondsource.model import Entity, EntityType, Mention, Span, content_id
from secondsource.text.names.bodies import Body, country_within, government_body
from secondsource.text.names.genders import given_gender
from secondsource.text.names.identifiers import find_identifiers
from secondsource.text.names.inferred import offices
from secondsource.text.names.keys import fold, name_key
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.mentions import Found
from secondsource.text.names.owners import Held, Roles
from secondsource.text.names.standing import role_fits
from secondsource.text.names.tokens import Token
from secondsource.text.names.variants import (
    person_parts,
    same_organisation,
    same_person,
)

__all__ = ["merge"]

_BRACKETED = re.compile(r",? ?\(([A-Z][A-Za-z&.\-]{1,9})\)")


@dataclass(slots=True)
class _Group:
    type: EntityType
    key: str
    name: str
    mentions: list[Found] = field(default_factory=list)
    role: str | None = None
    body: Body | None = None
    extra: list[Span] = field(default_factory=list)
    short: frozenset[str] = frozenset()


def merge(report: str, text: str, listed: Sequence[Token], found: Sequence[Found]) -> tuple[Entity, ...]:
    """Return the entities of a report; ``found`` are its mentions in order."""
    numbered = list(find_identifiers(text))
    found = _settle(
        [
            f
            for f in found
            if (f.type == "place" and f.known) or not any(f.span.overlaps(s) for s, _ in numbered)
        ]
    )
    groups = _fixed(found)
    groups += _organisations(report, text, [f for f in found if _loose(f)])
    people = _people([f for f in found if f.type == "person"])
    roles = Roles(text, listed, found)
    held = {f.first: roles.of(f) for f in found if f.type == "person"}
    for group in people:
        _take_role(group, [h for f in group.mentions if (h := held[f.first]) is not None])
    for k, (role, body) in offices(text, listed, found, [g.mentions for g in people]).items():
        _take_office(people, k, role, body)
    groups += people
    _add_bodies(groups)
    groups += _identifiers(text, numbered)
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
            key, name = _known_key(f, found)
        else:
            key, name = f"place:{fold(f.text)}", f.text
        groups.setdefault((f.type, key), _Group(f.type, key, name)).mentions.append(f)
    return list(groups.values())


def _known_key(f: Found, found: Sequence[Found]) -> tuple[str, str]:
    """Return key and name of a mention that a table knows; a capital that acts is its country."""
    if f.known is None or not f.acting:
        return (f.known.key, f.known.name) if f.known else ("", "")
    # Brussels acts for the European Union, unless the report is about Belgium.
    if f.known.country == "BE" and not any(o.known and o.known.key == "country:BE" for o in found):
        return "org:european union", "European Union"
    return f"country:{f.known.country}", f.text


def _letters(text: str, f: Found) -> frozenset[str]:
    """Return the letters in brackets after an organisation's name: "… on Large Dams (ICOLD)"."""
    match = _BRACKETED.match(text, f.span.end)
    return frozenset({match.group(1)}) if match else frozenset()


def _organisations(report: str, text: str, found: Sequence[Found]) -> list[_Group]:
    groups: list[_Group] = []
    for f in sorted(found, key=lambda f: (-len(f.text), f.span)):
        fits = [g for g in groups if same_organisation(g.name, f.text) or f.text in g.short]
        if len(fits) == 1 or (fits and fold(fits[0].name) == fold(f.text)):
            fits[0].mentions.append(f)
        else:
            key = f"org:{fold(f.text).removeprefix('the ')}"
            # A ministry of no known country is this report's alone: another's may be of another country.
            key = f"{key} ({report})" if f.kind and f.text[:1].islower() else key
            groups.append(_Group("organisation", key, f.text, [f], short=_letters(text, f)))
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
        if len(person_parts(f.text)) == 1:
            chosen = _bearer(f, groups)
            if chosen is not None:
                chosen.mentions.append(f)
                continue
            form = fold(f.text)
            gender = lexicon().address.get(f.address or "", "x")
            key = form if gender == "x" else f"{gender} {form}"
            if gender == "x" and key not in alone:
                gendered = [k for k in (f"m {form}", f"f {form}") if k in alone]
                key = gendered[0] if len(gendered) == 1 else key
            alone.setdefault(key, _Group("person", f"person:{form}", f.text)).mentions.append(f)
    if len({g.key for g in alone.values()}) < len(alone):
        for key, group in alone.items():
            group.key = f"person:{key}"
    return groups + list(alone.values())


def _bearer(f: Found, groups: Sequence[_Group]) -> _Group | None:
    """Return the one person of the report whose surname a lone name is; of several none, unless gender tells."""
    fits = [g for g in groups if same_person(g.name, f.text)]
    if len(fits) == 1:
        return fits[0]
    gender = lexicon().address.get(f.address or "", "x")
    if gender == "x":
        return None
    agreeing = [g for g in fits if _gender(g) == gender]
    return agreeing[0] if len(agreeing) == 1 else None


def _gender(group: _Group) -> str | None:
    said = {lexicon().address.get(f.address or "", "x") for f in group.mentions} - {"x"}
    if len(said) == 1:
        return next(iter(said))
    return given_gender(group.name)


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


def _identifiers(text: str, numbered: Sequence[tuple[Span, str]]) -> list[_Group]:
    groups: dict[str, _Group] = {}
    for span, key in numbered:
        groups.setdefault(key, _Group("identifier", key, span.of(text))).extra.append(span)
    return list(groups.values())


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
