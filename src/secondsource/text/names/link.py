"""Join the entities of several reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.model import Entity, EntityType, Mention, content_id
from secondsource.text.names.blocking import Blocks, blocking_keys
from secondsource.text.names.keys import country_in_key, fold
from secondsource.text.names.variants import (
    known_as,
    person_parts,
    same_organisation,
    same_person,
    surnames_of,
)

__all__ = ["link_entities"]

_UNPLACED = "body:?:"


@dataclass(slots=True)
class _Joined:
    """What will be one entity: local ones of one type, from one or several reports."""

    type: EntityType
    key: str
    members: list[Entity] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)

    @property
    def parts(self) -> int:
        """How many words the fullest form of a person's name has."""
        return max(len(person_parts(name.replace("-", ""))) for name in self.names)

    @property
    def blocking(self) -> set[str]:
        """Keys that a group shares with every other that it may be one with."""
        if self.type == "place":
            return {f"place {self.key.split(':')[-1]}"}
        return {f"{self.type} {key}" for name in self.names for key in blocking_keys(self.type, name)}

    @property
    def names(self) -> list[str]:
        return sorted({e.name for e in self.members})


def link_entities(
    entities: Sequence[tuple[str, Sequence[Entity]]],
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """Join entities that are one across reports, and say which local id went into which joined one.

    Precision first. Two full names join where every part fits, their roles name no two countries, and
    no third name fits one of them as well; a surname alone or a shorter form joins the one full name
    that fits, of a report that shares something else of its own with this one. A ministry without a country joins the one that a person of the same report
    speaks for. The order of the reports changes nothing.

    Args:
        entities: Id of the report and its entities, for each report.

    Returns:
        The joined entities in order of key, and the joined id of every local id.
    """
    groups = _one_type(_by_key(entities))
    speaks = {e.id: e.speaks_for for _, listed in entities for e in listed if e.speaks_for}
    keys = {e.id: e.key or "" for _, listed in entities for e in listed}
    kept: list[_Joined] = []
    blocks: Blocks[_Joined] = Blocks()
    for group in sorted(groups, key=_fullest_first):
        near = group.blocking
        fits = [other for other in blocks.near(near) if _fit(group, other, keys)]
        if len(fits) == 1:
            fits[0].members += group.members
            fits[0].reports |= group.reports
            blocks.add(fits[0], near)
        else:
            kept.append(group)
            blocks.add(group, near)
    _attach(kept, keys)
    _place(kept, speaks, keys)
    ids = {id(group): content_id("E", group.type, group.key) for group in kept}
    mapping = {e.id: ids[id(group)] for group in kept for e in group.members}
    joined = [_join(ids[id(group)], group, mapping) for group in kept]
    return tuple(sorted(joined, key=lambda e: (e.type, e.key or "", e.id))), mapping


def _by_key(entities: Sequence[tuple[str, Sequence[Entity]]]) -> list[_Joined]:
    """Group by type and key; persons of one name who speak for two countries stay two."""
    keys = {e.id: e.key for _, listed in entities for e in listed}
    groups: dict[tuple[str, str, str], _Joined] = {}
    seen: set[str] = set()
    for report, listed in sorted(entities, key=lambda pair: pair[0]):
        for entity in listed:
            if entity.id not in seen:
                seen.add(entity.id)
                key = entity.key or f"{entity.type}:{fold(entity.name)}"
                body = keys.get(entity.speaks_for or "")
                country = country_in_key(body) if entity.type == "person" else None
                # A lone surname is its report's own until something else joins the reports.
                lone = entity.type == "person" and len(person_parts(entity.name)) < 2
                part = f"({report})" if lone else country or ""
                group = groups.setdefault((entity.type, key, part), _Joined(entity.type, key))
                group.members.append(entity)
                group.reports.add(report)
    rivals: dict[tuple[str, str], set[str]] = {}
    for kind, key, country in groups:
        rivals.setdefault((kind, key), set()).add(country)
    for (kind, key, country), group in groups.items():
        if len(country) == 2 and len(rivals[kind, key] - {""}) > 1:
            group.key = f"{key} ({country})"
    return _one_group(groups)


def _one_group(groups: dict[tuple[str, str, str], _Joined]) -> list[_Joined]:
    """Join the members of no country with the only country that the name has."""
    by_key: dict[tuple[str, str], list[tuple[str, _Joined]]] = {}
    for (kind, key, part), group in sorted(groups.items(), key=lambda row: row[0]):
        by_key.setdefault((kind, key), []).append((part, group))
    found: list[_Joined] = []
    for rows in by_key.values():
        if len(rows) == 2 and rows[0][0] == "" and len(rows[1][0]) == 2:
            rows[0][1].members += rows[1][1].members
            rows[0][1].reports |= rows[1][1].reports
            rows = rows[:1]
        found += [group for _, group in rows]
    return found


def _one_type(groups: list[_Joined]) -> list[_Joined]:
    """Give a name that is one type in one report and another in the next the type of most mentions."""
    by_name: dict[str, list[_Joined]] = {}
    for group in groups:
        kind, _, name = group.key.partition(":")
        if (
            kind in {"person", "org", "place"}
            and ":" not in name
            and all(known_as(n) is None for n in group.names)
        ):
            by_name.setdefault(name, []).append(group)
    dropped: set[int] = set()
    for rivals in by_name.values():
        if len({group.type for group in rivals}) < len(rivals) or len(rivals) < 2:
            continue
        ranked = sorted(rivals, key=lambda g: (-sum(len(e.mentions) for e in g.members), g.type))
        if ranked[0].reports & ranked[1].reports:
            continue
        for other in ranked[1:]:
            ranked[0].members += other.members
            ranked[0].reports |= other.reports
            dropped.add(id(other))
    return [group for group in groups if id(group) not in dropped]


def _fullest_first(group: _Joined) -> tuple[str, int, int, str]:
    if group.type == "place":
        return group.type, -group.key.count(":"), 0, group.key
    best = max(group.names, key=lambda name: (len(person_parts(name)), len(name), name))
    return group.type, -len(person_parts(best)), -len(best), group.key


def _fit(left: _Joined, right: _Joined, keys: dict[str, str]) -> bool:
    if left.type != right.type:
        return False
    if left.type == "person":
        if left.parts != right.parts or left.parts < 2:
            return False
        if not all(same_person(a, b) for a in left.names for b in right.names):
            return False
        one, other = _countries(left, keys), _countries(right, keys)
        return not one or not other or bool(one & other)
    if left.type == "organisation" and left.key.startswith("org:") and right.key.startswith("org:"):
        # Two names that the tables know are two organisations, however alike.
        if any(known_as(a) and known_as(b) for a in left.names for b in right.names):
            return False
        return all(same_organisation(a, b) for a in left.names for b in right.names)
    if left.type == "place":
        return _same_city(left.key, right.key)
    return False


def _attach(kept: list[_Joined], keys: dict[str, str]) -> None:
    """Join short forms of persons' names across reports that share something else of their own.

    "Amin" in two unrelated reports is two men; in two reports that name one village, one firm or one
    other person it is the same.
    """
    specific: dict[str, set[int]] = {}
    for group in kept:
        if _is_specific(group):
            for report in group.reports:
                specific.setdefault(report, set()).add(id(group))
    blocks: Blocks[_Joined] = Blocks()
    people = sorted((g for g in kept if g.type == "person"), key=lambda g: (-g.parts, g.key))
    for group in people:
        near = group.blocking
        fits = [
            other
            for other in blocks.near(near)
            if all(_short_for(name, full) for name in group.names for full in other.names)
            and _agree(group, other, keys)
            and _common(group, other, specific)
        ]
        if len(fits) == 1:
            fits[0].members += group.members
            fits[0].reports |= group.reports
            kept[:] = [g for g in kept if g is not group]
        else:
            blocks.add(group, near)
    taken: set[str] = set()
    for group in people:
        if group.key in taken:
            group.key = f"{group.key} ({min(group.reports)})"
        taken.add(group.key)


def _is_specific(group: _Joined) -> bool:
    if group.type == "person":
        return group.parts > 1
    if group.type == "identifier":
        return True
    known = [known_as(name) for name in group.names]
    return all(each is None or each.kind == "city" for each in known) and not group.key.startswith("country:")


def _short_for(name: str, full: str) -> bool:
    if len(person_parts(name)) == 1:
        return any(same_person(name, surname) for surname in surnames_of(full)[:1])
    return same_person(name, full)


def _agree(one: _Joined, other: _Joined, keys: dict[str, str]) -> bool:
    left, right = _countries(one, keys), _countries(other, keys)
    return not left or not right or bool(left & right)


def _common(one: _Joined, other: _Joined, specific: dict[str, set[int]]) -> bool:
    """Whether reports of the two name something in common beside them."""
    left = {each for report in one.reports for each in specific.get(report, ())}
    right = {each for report in other.reports for each in specific.get(report, ())}
    return bool((left & right) - {id(one), id(other)})


def _same_city(a: str, b: str) -> bool:
    """Whether one of two keys of places gives the country that the other leaves open."""
    left, right = a.split(":"), b.split(":")
    return (
        sorted((len(left), len(right))) == [2, 3] and left[0] == right[0] == "place" and left[-1] == right[-1]
    )


def _countries(group: _Joined, keys: dict[str, str]) -> set[str]:
    """Return the countries that the members' bodies belong to."""
    codes = {country_in_key(keys.get(e.speaks_for or "")) for e in group.members}
    return {code for code in codes if code}


def _place(kept: list[_Joined], speaks: dict[str, str], keys: dict[str, str]) -> None:
    """Join a ministry of no country with the one that is meant, where the reports tell.

    A minister who speaks for it speaks in another report for one with a country. Where nobody speaks
    for it, it is the one of its kind that somebody of the same report speaks for; else the only one
    of its kind in reports that share a person or a small place with this one.
    """
    for group in [g for g in kept if g.key.startswith(_UNPLACED)]:
        kind = _kind(group)
        same = [g for g in kept if g is not group and g.type == "organisation" and _kind(g) == kind]
        placed = [g for g in same if not g.key.startswith(_UNPLACED)]
        voices = [g for g in kept if g.type == "person" and group.key in _spoken_for([g], speaks, keys)]
        near = voices or [g for g in kept if g.type == "person" and g.reports & group.reports]
        spoken = _spoken_for(near, speaks, keys)
        fits = [g for g in placed if g.key in spoken]
        if not voices:
            fits = fits or [g for g in placed if _share(group, g, kept)]
            if not fits and not placed:
                fits = [g for g in same if _share(group, g, kept)][:1]
        if len(fits) == 1:
            fits[0].members += group.members
            fits[0].reports |= group.reports
            kept.remove(group)


def _kind(group: _Joined) -> str | None:
    parts = group.key.split(":")
    return parts[2].partition(" (")[0] if parts[0] == "body" and len(parts) > 2 else None


def _spoken_for(people: Sequence[_Joined], speaks: dict[str, str], keys: dict[str, str]) -> set[str]:
    return {keys.get(speaks.get(e.id, ""), "") for person in people for e in person.members}


def _share(one: _Joined, other: _Joined, kept: Sequence[_Joined]) -> bool:
    """Whether reports of the two name one person or one place that is neither country, capital nor region."""
    return any(
        g.reports & one.reports and g.reports & other.reports
        for g in kept
        if (g.type == "person" and len(person_parts(g.names[0])) > 1)
        or (
            g.type == "place"
            and g.key.startswith("place:")
            and all(known_as(name) is None for name in g.names)
        )
    )


def _join(joined_id: str, group: _Joined, mapping: dict[str, str]) -> Entity:
    ordered = sorted(group.members, key=lambda e: (-len(person_parts(e.name)), -len(e.name), e.name, e.id))
    if group.type == "organisation":
        # The name that most reports use, else the longest.
        ordered.sort(key=lambda e: -sum(o.name == e.name for o in group.members))
    best = ordered[0]
    mentions = sorted({m for e in group.members for m in e.mentions}, key=lambda m: (m.report, m.span))
    speaks = sorted({mapping[e.speaks_for] for e in group.members if e.speaks_for in mapping})
    roles = sorted((e.role for e in group.members if e.role), key=lambda role: (-len(role), role))
    return Entity(
        joined_id,
        group.type,
        best.name,
        tuple(Mention(m.report, m.span) for m in mentions),
        speaks[0] if speaks else None,
        group.key,
        roles[0] if roles else None,
    )
