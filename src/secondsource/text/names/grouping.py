"""Put the mentions of one report that name one thing together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.model import EntityType, Span
from secondsource.text.names.blocking import Blocks, blocking_keys
from secondsource.text.names.bodies import Body, country_within
from secondsource.text.names.found import Found
from secondsource.text.names.genders import given_gender
from secondsource.text.names.keys import fold, name_key
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.variants import initials_agree, person_parts, same_organisation, same_person

__all__ = ["Group", "fixed", "organisations", "people"]

_BRACKETED = re.compile(r",? ?\( ?([A-Z][A-Za-z&.\-]{1,9}) ?\)")


@dataclass(slots=True)
class Group:
    """Mentions of one thing, and what they tell: ``short`` are letters in brackets after its name."""

    type: EntityType
    key: str
    name: str
    mentions: list[Found] = field(default_factory=list)
    role: str | None = None
    body: Body | None = None
    extra: list[Span] = field(default_factory=list)
    short: frozenset[str] = frozenset()


def _loose(f: Found) -> bool:
    """Whether nothing but its form says what organisation a mention names."""
    return f.type == "organisation" and f.known is None and f.body is None


def fixed(found: Sequence[Found]) -> list[Group]:
    """Groups of mentions that a table knows, and of places by their form."""
    groups: dict[tuple[str, str], Group] = {}
    for f in found:
        if f.type == "person" or _loose(f):
            continue
        if f.body is not None:
            key = f.body.key
            own = country_within(f.text)[0] and "'" not in f.text and "’" not in f.text
            name = f.text if own else f.body.name
        elif f.known is not None:
            key, name = _known_key(f, found)
        else:
            key, name = f"{'ship' if f.type == 'identifier' else 'place'}:{fold(f.text)}", f.text
        groups.setdefault((f.type, key), Group(f.type, key, name)).mentions.append(f)
    for group in groups.values():
        if group.name.isupper() and len(group.name) > 3:
            group.name = next((f.text for f in group.mentions if not f.text.isupper()), group.name)
    return list(groups.values())


def _known_key(f: Found, found: Sequence[Found]) -> tuple[str, str]:
    """Return key and name of a mention that a table knows; a capital that acts is its country."""
    if f.known is None:
        return "", ""
    if f.known.kind == "city" and not any(
        o.known and o.known.key == f"country:{f.known.country}" for o in found
    ):
        # There is more than one Newcastle: its country stands in the key only where the report names it.
        return f"place:{f.known.name.lower()}", f.known.name
    if not f.acting:
        return f.known.key, f.known.name
    # Brussels acts for the European Union, unless the report is about Belgium.
    if f.known.country == "BE" and not any(o.known and o.known.key == "country:BE" for o in found):
        return "org:european union", "European Union"
    return f"country:{f.known.country}", f.text


def _letters(text: str, f: Found) -> frozenset[str]:
    """Return the letters in brackets after an organisation's name: "… on Large Dams (ICOLD)"."""
    match = _BRACKETED.match(text, f.span.end)
    return frozenset({match.group(1)}) if match else frozenset()


def organisations(report: str, text: str, found: Sequence[Found]) -> list[Group]:
    """Groups of organisations that only their form tells, short forms and bracketed letters with the long name."""
    groups: list[Group] = []
    blocks: Blocks[Group] = Blocks()
    for f in sorted(filter(_loose, found), key=lambda f: (-len(f.text), f.span)):
        keys = blocking_keys("organisation", f.text)
        fits = [g for g in blocks.near({*keys, f.text, f"kind {f.kind}"}) if _one(g, f)]
        if len(fits) == 1 or (fits and fold(fits[0].name) == fold(f.text)):
            fits[0].mentions.append(f)
        else:
            key = f"org:{fold(f.text).removeprefix('the ')}"
            # A ministry of no known country is this report's alone: another's may be of another country.
            key = f"body:?:{f.kind} ({report})" if f.kind else key
            group = Group("organisation", key, f.text, [f], short=_letters(text, f))
            groups.append(group)
            blocks.add(group, {*keys, *group.short, f"kind {f.kind}" if f.kind else f.text})
    return groups


def _one(group: Group, f: Found) -> bool:
    """Whether a mention fits a group of organisations by its form, its letters, or what body it is."""
    if f.kind is not None and group.mentions[0].kind is not None:
        return f.kind == group.mentions[0].kind
    if f.text in group.short or same_organisation(group.name, f.text):
        return True
    # Within one report two letters are enough: "GN" where it names Granite Norden.
    return f.kind is None and initials_agree(f.text, group.name, 2)


def people(found: Sequence[Found]) -> list[Group]:
    """Groups of persons: full names by all their parts, lone surnames with the one person who bears them."""
    found = [f for f in found if f.type == "person"]
    groups: list[Group] = []
    blocks: Blocks[Group] = Blocks()
    full = [f for f in found if len(person_parts(f.text)) > 1]
    for f in sorted(full, key=lambda f: (-len(person_parts(f.text)), -len(f.text), f.span)):
        keys = blocking_keys("person", f.text)
        fits = [g for g in blocks.near(keys) if same_person(g.name, f.text)]
        if len(fits) == 1:
            fits[0].mentions.append(f)
        else:
            groups.append(Group("person", f"person:{name_key(f.text)}", f.text, [f]))
            blocks.add(groups[-1], keys)
    alone: dict[str, Group] = {}
    for f in found:
        if len(person_parts(f.text)) == 1:
            chosen = _bearer(f, blocks.near(blocking_keys("person", f.text)))
            if chosen is not None:
                chosen.mentions.append(f)
                continue
            form = fold(f.text)
            gender = lexicon().address.get(f.address or "", "x")
            key = form if gender == "x" else f"{gender} {form}"
            if gender == "x" and key not in alone:
                gendered = [k for k in (f"m {form}", f"f {form}") if k in alone]
                key = gendered[0] if len(gendered) == 1 else key
            alone.setdefault(key, Group("person", f"person:{form}", f.text)).mentions.append(f)
    if len({g.key for g in alone.values()}) < len(alone):
        for key, group in alone.items():
            group.key = f"person:{key}"
    return groups + list(alone.values())


def _bearer(f: Found, groups: Sequence[Group]) -> Group | None:
    """Return the one person of the report whose surname a lone name is; of several none, unless gender tells."""
    fits = [g for g in groups if same_person(g.name, f.text)]
    if len(fits) == 1:
        return fits[0]
    gender = lexicon().address.get(f.address or "", "x")
    if gender == "x":
        return None
    agreeing = [g for g in fits if _gender(g) == gender]
    return agreeing[0] if len(agreeing) == 1 else None


def _gender(group: Group) -> str | None:
    said = {lexicon().address.get(f.address or "", "x") for f in group.mentions} - {"x"}
    if len(said) == 1:
        return next(iter(said))
    return given_gender(group.name)
