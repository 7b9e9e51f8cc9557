"""Titles and roles around a name, and the body that their holder speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.text.names.countries import demonym
from secondsource.text.names.keys import fold
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.tokens import Token

__all__ = ["Body", "body_of", "field_of", "role_before"]

_MILITARY = frozenset(
    "general colonel lieutenant captain major admiral commander brigadier sergeant marshal".split()
) | {"lieutenant general", "major general", "lieutenant colonel", "brigadier general", "chief of staff", "commander-in-chief"}
_CABINET = frozenset({"prime minister", "premier", "chancellor", "minister", "deputy prime minister", "cabinet"})
_PRESIDENCY = frozenset({"president", "presidential", "first lady", "king", "queen", "emperor", "sultan", "emir"})
_PARLIAMENT = frozenset("senator congressman congresswoman representative lawmaker legislator mp mep senate parliament speaker".split())
_POLICE = frozenset("police inspector superintendent detective constable sheriff".split())


@dataclass(frozen=True, slots=True)
class Body:
    """An institution: its key and a name to print where the text has none."""

    key: str
    name: str


def field_of(phrase: str) -> str | None:
    """Return the field of government that a phrase names ("defense minister" → ``defence``), or null."""
    words = phrase.lower().replace("-", " ").split()
    table = lexicon().portfolios
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            found = table.get(" ".join(words[at : at + size]))
            if found:
                return found
    return None


def body_of(role: str, country: str | None, owner: Body | None = None) -> Body | None:
    """Return the body that the holder of ``role`` speaks for.

    Args:
        role: Role phrase without country and owner ("defense minister", "national security spokesman").
        country: ISO 3166 code of the country in the phrase, or null.
        owner: The organisation in the phrase ("Kremlin", "Planet Labs"), or null.
    """
    if owner is not None:
        return owner
    if country is None:
        return None
    words = fold(role)
    parts = set(words.split())
    adjective = demonym(country) or country
    if "national security" in words:
        return Body(f"body:{country}:national security", f"{adjective} national security council")
    if parts & _PARLIAMENT:
        return Body(f"body:{country}:parliament", f"{adjective} parliament")
    if any(phrase in words for phrase in ("prime minister", "premier", "chancellor", "cabinet")):
        return Body(f"body:{country}:cabinet", f"{adjective} government")
    if parts & _PRESIDENCY:
        return Body(f"body:{country}:presidency", f"{adjective} presidency")
    if "ambassador" in parts or "diplomat" in parts or "envoy" in parts or "secretary of state" in words and country == "US":
        return Body(f"body:{country}:foreign", f"{adjective} foreign ministry")
    if parts & _POLICE:
        return Body(f"body:{country}:police", f"{adjective} police")
    field = field_of(words)
    if field and parts & {"minister", "ministry", "secretary", "spokesman", "spokeswoman", "spokesperson", "official", "department", "vice", "deputy", "adviser", "advisor"}:
        return Body(f"body:{country}:{field}", f"{adjective} {field} ministry")
    if any(phrase in words for phrase in _MILITARY) or "army" in parts or "military" in parts:
        return Body(f"body:{country}:military", f"{adjective} military")
    if parts & {"leader", "ruler", "dictator"}:
        return Body(f"body:{country}:leadership", f"{adjective} leadership")
    if parts & {"government", "official", "officials", "minister", "spokesman", "spokeswoman", "spokesperson"}:
        return Body(f"body:{country}:government", f"{adjective} government")
    return None


def role_before(listed: Sequence[Token], at: int, floor: int) -> int | None:
    """Return where the role phrase begins that ends right before token ``at``, or null for none.

    "foreign policy advisor Yuri Ushakov": a role noun, with the words before it that belong to roles.
    ``floor`` is the first token that may be looked at.
    """
    words = lexicon()
    last = at - 1
    if last < floor:
        return None
    two = f"{listed[last - 1].lower} {listed[last].lower}" if last > floor else ""
    if listed[last].lower not in words.roles and two not in words.roles:
        return None
    begin = last
    while begin - 1 >= floor and begin > at - 8:
        low = listed[begin - 1].lower
        linked = low in {"of", "for", "and"} and begin - 2 >= floor and listed[begin - 2].lower in (words.roles | words.portfolios.keys())
        if listed[begin - 1].possessive or not (low in words.roles or low in words.role_modifiers or low in words.portfolios or low in {"policy", "affairs", "security", "relations"} or linked):
            break
        begin -= 1
    return begin
