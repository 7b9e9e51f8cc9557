"""What becomes one entity across reports, and which local entities it begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.model import Entity, EntityType
from secondsource.text.names.blocking import blocking_keys
from secondsource.text.names.keys import country_in_key, fold
from secondsource.text.names.variants import known_as, person_parts

__all__ = ["UNPLACED", "Joined", "by_key", "countries_of", "one_type"]

UNPLACED = "body:?:"


@dataclass(slots=True)
class Joined:
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
        """The forms of the name, each once."""
        return sorted({e.name for e in self.members})


def by_key(entities: Sequence[tuple[str, Sequence[Entity]]]) -> list[Joined]:
    """Group by type and key; persons of one name who speak for two countries stay two."""
    keys = {e.id: e.key for _, listed in entities for e in listed}
    groups: dict[tuple[str, str, str], Joined] = {}
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
                group = groups.setdefault((entity.type, key, part), Joined(entity.type, key))
                group.members.append(entity)
                group.reports.add(report)
    rivals: dict[tuple[str, str], set[str]] = {}
    for kind, key, country in groups:
        rivals.setdefault((kind, key), set()).add(country)
    for (kind, key, country), group in groups.items():
        if len(country) == 2 and len(rivals[kind, key] - {""}) > 1:
            group.key = f"{key} ({country})"
    return _one_group(groups)


def _one_group(groups: dict[tuple[str, str, str], Joined]) -> list[Joined]:
    """Join the members of no country with the only country that the name has."""
    by_key: dict[tuple[str, str], list[tuple[str, Joined]]] = {}
    for (kind, key, part), group in sorted(groups.items(), key=lambda row: row[0]):
        by_key.setdefault((kind, key), []).append((part, group))
    found: list[Joined] = []
    for rows in by_key.values():
        if len(rows) == 2 and rows[0][0] == "" and len(rows[1][0]) == 2:
            rows[0][1].members += rows[1][1].members
            rows[0][1].reports |= rows[1][1].reports
            rows = rows[:1]
        found += [group for _, group in rows]
    return found


def one_type(groups: list[Joined]) -> list[Joined]:
    """Give a name that is one type in one report and another in the next the type of most mentions."""
    by_name: dict[str, list[Joined]] = {}
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


def countries_of(group: Joined, keys: dict[str, str]) -> set[str]:
    """Return the countries that the members' bodies belong to."""
    codes = {country_in_key(keys.get(e.speaks_for or "")) for e in group.members}
    return {code for code in codes if code}
