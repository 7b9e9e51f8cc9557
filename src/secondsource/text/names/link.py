"""Join the entities of several reports."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Entity, Mention, content_id
from secondsource.text.names.attach import attach, place_bodies
from secondsource.text.names.blocking import Blocks
from secondsource.text.names.joined import Joined, by_key, countries_of, one_type
from secondsource.text.names.variants import known_as, person_parts, same_organisation, same_person

__all__ = ["link_entities"]


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
    groups = one_type(by_key(entities))
    speaks = {e.id: e.speaks_for for _, listed in entities for e in listed if e.speaks_for}
    keys = {e.id: e.key or "" for _, listed in entities for e in listed}
    kept: list[Joined] = []
    blocks: Blocks[Joined] = Blocks()
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
    attach(kept, keys)
    place_bodies(kept, speaks, keys)
    ids = {id(group): content_id("E", group.type, group.key) for group in kept}
    mapping = {e.id: ids[id(group)] for group in kept for e in group.members}
    joined = [_join(ids[id(group)], group, mapping) for group in kept]
    return tuple(sorted(joined, key=lambda e: (e.type, e.key or "", e.id))), mapping


def _fullest_first(group: Joined) -> tuple[str, int, int, str]:
    if group.type == "place":
        return group.type, -group.key.count(":"), 0, group.key
    best = max(group.names, key=lambda name: (len(person_parts(name)), len(name), name))
    return group.type, -len(person_parts(best)), -len(best), group.key


def _fit(left: Joined, right: Joined, keys: dict[str, str]) -> bool:
    if left.type != right.type:
        return False
    if left.type == "person":
        if left.parts != right.parts or left.parts < 2:
            return False
        if not all(same_person(a, b) for a in left.names for b in right.names):
            return False
        one, other = countries_of(left, keys), countries_of(right, keys)
        return not one or not other or bool(one & other)
    if left.type == "organisation" and left.key.startswith("org:") and right.key.startswith("org:"):
        # Two names that the tables know are two organisations, however alike.
        if any(known_as(a) and known_as(b) for a in left.names for b in right.names):
            return False
        return all(same_organisation(a, b) for a in left.names for b in right.names)
    if left.type == "place":
        return _same_city(left.key, right.key)
    return False


def _same_city(a: str, b: str) -> bool:
    """Whether one of two keys of places gives the country that the other leaves open."""
    left, right = a.split(":"), b.split(":")
    return (
        sorted((len(left), len(right))) == [2, 3] and left[0] == right[0] == "place" and left[-1] == right[-1]
    )


def _join(joined_id: str, group: Joined, mapping: dict[str, str]) -> Entity:
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
