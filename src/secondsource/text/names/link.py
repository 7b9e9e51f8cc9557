"""Join the entities of several reports."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Entity, Mention, content_id
from secondsource.text.names.variants import person_parts, same_organisation, same_person

__all__ = ["link_entities"]


def link_entities(
    entities: Sequence[tuple[str, Sequence[Entity]]],
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """Join entities that are one across reports, and say which local id went into which joined one.

    Precision first: two full names join where every part fits and no third name is between them; a
    surname alone joins the one full name that fits in all reports, or nothing. The order of the
    reports changes nothing.

    Args:
        entities: Id of the report and its entities, for each report.

    Returns:
        The joined entities in order of key, and the joined id of every local id.
    """
    local = sorted(
        {e.id: e for _, listed in entities for e in listed}.values(),
        key=lambda e: (e.type, e.key or "", e.id),
    )
    groups: dict[tuple[str, str], list[Entity]] = {}
    for entity in local:
        groups.setdefault((entity.type, entity.key or entity.name), []).append(entity)
    keys = sorted(groups, key=lambda k: (k[0], -len(person_parts(k[1])), -len(k[1]), k[1]))
    target: dict[tuple[str, str], tuple[str, str]] = {}
    kept: list[tuple[str, str]] = []
    for key in keys:
        fits = [other for other in kept if _fit(key, groups[key], other, groups[other])]
        target[key] = fits[0] if len(fits) == 1 else key
        if target[key] == key:
            kept.append(key)
    joined_ids = {key: content_id("E", *key) for key in kept}
    mapping = {e.id: joined_ids[target[key]] for key in keys for e in groups[key]}
    members: dict[tuple[str, str], list[Entity]] = {key: [] for key in kept}
    for key in keys:
        members[target[key]].extend(groups[key])
    joined = tuple(_join(joined_ids[key], members[key], mapping) for key in sorted(kept))
    return joined, mapping


def _fit(a: tuple[str, str], left: Sequence[Entity], b: tuple[str, str], right: Sequence[Entity]) -> bool:
    if a[0] != b[0] or a[0] not in {"person", "organisation"}:
        return False
    if a[0] == "person":
        return all(same_person(x.name, y.name) for x in left for y in right)
    if not (a[1].startswith("org:") and b[1].startswith("org:")):
        return False
    return all(same_organisation(x.name, y.name) for x in left for y in right)


def _join(joined_id: str, listed: Sequence[Entity], mapping: dict[str, str]) -> Entity:
    ordered = sorted(listed, key=lambda e: (-len(person_parts(e.name)), -len(e.name), e.name, e.id))
    best = ordered[0]
    mentions = sorted({m for e in listed for m in e.mentions}, key=lambda m: (m.report, m.span))
    speaks = sorted({mapping[e.speaks_for] for e in listed if e.speaks_for in mapping})
    roles = sorted((e.role for e in listed if e.role), key=lambda role: (-len(role), role))
    return Entity(
        joined_id,
        best.type,
        best.name,
        tuple(Mention(m.report, m.span) for m in mentions),
        speaks[0] if speaks else None,
        best.key,
        roles[0] if roles else None,
    )
