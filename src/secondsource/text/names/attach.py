"""Join what only its reports tell: lone surnames, and ministries of no country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from secondsource.text.names.blocking import Blocks
from secondsource.text.names.joined import UNPLACED, Joined, countries_of
from secondsource.text.names.keys import country_in_key
from secondsource.text.names.settle import HOME_SHARE
from secondsource.text.names.variants import initials_agree, known_as, person_parts, same_person, surnames_of

__all__ = ["attach", "place_bodies"]


def attach(kept: list[Joined], keys: dict[str, str]) -> None:
    """Join short forms of persons' names across reports that share something else of their own.

    "Amin" in two unrelated reports is two men; in two reports that name one village, one firm or one
    other person it is the same.
    """
    specific: dict[str, set[int]] = {}
    for group in kept:
        if _is_specific(group):
            for report in group.reports:
                specific.setdefault(report, set()).add(id(group))
    blocks: Blocks[Joined] = Blocks()
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
    _attach_letters(kept, specific)
    taken: set[str] = set()
    for group in people:
        if group.key in taken:
            group.key = f"{group.key} ({min(group.reports)})"
        taken.add(group.key)


def _attach_letters(kept: list[Joined], specific: dict[str, set[int]]) -> None:
    """Join two letters of one report with the only organisation of another whose initials they are."""
    firms = [g for g in kept if g.type == "organisation" and g.key.startswith("org:")]
    for group in [g for g in firms if all(len(n) == 2 and n.isupper() for n in g.names)]:
        fits = [
            other
            for other in firms
            if other is not group
            and all(initials_agree(group.names[0], full, 2) for full in other.names)
            and _common(group, other, specific)
        ]
        if len(fits) == 1:
            fits[0].members += group.members
            fits[0].reports |= group.reports
            kept[:] = [g for g in kept if g is not group]


def _is_specific(group: Joined) -> bool:
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


def _agree(one: Joined, other: Joined, keys: dict[str, str]) -> bool:
    left, right = countries_of(one, keys), countries_of(other, keys)
    return not left or not right or bool(left & right)


def _common(one: Joined, other: Joined, specific: dict[str, set[int]]) -> bool:
    """Whether reports of the two name something in common beside them."""
    left = {each for report in one.reports for each in specific.get(report, ())}
    right = {each for report in other.reports for each in specific.get(report, ())}
    return bool((left & right) - {id(one), id(other)})


def place_bodies(kept: list[Joined], speaks: dict[str, str], keys: dict[str, str]) -> None:
    """Join a ministry of no country with the one that is meant, where the reports tell.

    A minister who speaks for it speaks in another report for one with a country. Where nobody speaks
    for it, it is the one of its kind that somebody of the same report speaks for; else the only one
    of its kind in reports that share a person or a small place with this one, or the one of the
    country that its own reports are about.
    """
    lands = _lands(kept)
    for group in [g for g in kept if g.key.startswith(UNPLACED)]:
        kind = _kind(group)
        same = [g for g in kept if g is not group and g.type == "organisation" and _kind(g) == kind]
        placed = [g for g in same if not g.key.startswith(UNPLACED)]
        voices = [g for g in kept if g.type == "person" and group.key in _spoken_for([g], speaks, keys)]
        near = voices or [g for g in kept if g.type == "person" and g.reports & group.reports]
        spoken = _spoken_for(near, speaks, keys)
        fits = [g for g in placed if g.key in spoken]
        if not voices:
            fits = fits or [g for g in placed if _share(group, g, kept)]
            fits = fits or [g for g in placed if _at_home(group, g, lands)]
            if not fits and not placed:
                fits = [g for g in same if _share(group, g, kept)][:1]
        if len(fits) == 1:
            fits[0].members += group.members
            fits[0].reports |= group.reports
            kept.remove(group)


def _kind(group: Joined) -> str | None:
    parts = group.key.split(":")
    return parts[2].partition(" (")[0] if parts[0] == "body" and len(parts) > 2 else None


def _lands(kept: Sequence[Joined]) -> dict[str, str]:
    """Return, for each report, the country that most of its mentions of countries and their places mean."""
    counts: dict[str, Counter[str]] = {}
    for group in kept:
        code = country_in_key(group.key) if group.type == "place" else None
        for mention in (m for e in group.members for m in e.mentions) if code else ():
            counts.setdefault(mention.report, Counter())[code or ""] += 1
    lands: dict[str, str] = {}
    for report, counter in counts.items():
        code, count = min(counter.items(), key=lambda row: (-row[1], row[0]))
        if count >= HOME_SHARE * counter.total():
            lands[report] = code
    return lands


def _at_home(group: Joined, placed: Joined, lands: dict[str, str]) -> bool:
    """Whether the reports of ``group`` are about the country of ``placed``."""
    return {lands.get(report) for report in group.reports} == {country_in_key(placed.key)}


def _spoken_for(people: Sequence[Joined], speaks: dict[str, str], keys: dict[str, str]) -> set[str]:
    return {keys.get(speaks.get(e.id, ""), "") for person in people for e in person.members}


def _share(one: Joined, other: Joined, kept: Sequence[Joined]) -> bool:
    """Whether reports of the two name one person, firm or small place (no country, capital, region or known body)."""
    return any(
        g.reports & one.reports and g.reports & other.reports
        for g in kept
        if (g.type == "person" and len(person_parts(g.names[0])) > 1)
        or (g.type == "organisation" and g.key.startswith("org:") and _is_specific(g))
        or (
            g.type == "place"
            and g.key.startswith("place:")
            and all(known_as(name) is None for name in g.names)
        )
    )
