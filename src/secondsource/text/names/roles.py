"""Titles and roles around a name, and the body that their holder speaks for."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.names.bodies import Body, government_body
from secondsource.text.names.countries import demonym
from secondsource.text.names.keys import fold
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.tokens import Token

__all__ = ["Body", "body_of", "field_of", "role_before"]

_MILITARY = frozenset(
    "general colonel lieutenant captain major admiral commander brigadier sergeant marshal".split()
) | {
    "lieutenant general",
    "major general",
    "lieutenant colonel",
    "brigadier general",
    "chief of staff",
    "commander-in-chief",
}
_PRESIDENCY = frozenset(
    {"president", "presidential", "first lady", "king", "queen", "emperor", "sultan", "emir"}
)
_PARLIAMENT = frozenset(
    "senator congressman congresswoman representative lawmaker legislator mp mep senate parliament speaker".split()
)
_FIELD_ROLES = frozenset(
    "minister ministry secretary spokesman spokeswoman spokesperson official department vice deputy adviser advisor".split()
)
_GOVERNMENT = frozenset("government official officials minister spokesman spokeswoman spokesperson".split())
_POLICE = frozenset("police inspector superintendent detective constable sheriff".split())


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
    kind = _kind(fold(role), country)
    if kind == "presidency" and "presiden" not in role.lower():
        return Body(f"body:{country}:{kind}", f"{demonym(country) or country} leadership")
    return government_body(country, kind) if kind else None


def _kind(words: str, country: str) -> str | None:
    parts = set(words.split())
    field = field_of(words)
    if "national security" in words:
        return "national security"
    if parts & _PARLIAMENT:
        return "parliament"
    if any(phrase in words for phrase in ("prime minister", "premier", "chancellor", "cabinet")):
        return "cabinet"
    if parts & _PRESIDENCY:
        return "presidency"
    if parts & {"ambassador", "diplomat", "envoy"} or ("secretary of state" in words and country == "US"):
        return "foreign"
    if parts & _POLICE:
        return "police"
    if field and parts & _FIELD_ROLES:
        return field
    if any(phrase in words for phrase in _MILITARY) or parts & {"army", "military"}:
        return "military"
    if parts & {"leader", "ruler", "dictator"}:
        return "presidency"
    return "government" if parts & _GOVERNMENT else None


def role_before(listed: Sequence[Token], at: int, floor: int) -> int | None:
    """Return where the role phrase begins that ends right before token ``at``, or null for none.

    "foreign policy advisor Yuri Ushakov": a role noun, with the words before it that belong to roles.
    ``floor`` is the first token that may be looked at.
    """
    words = lexicon()
    last = at - 1
    if last < floor:
        return None
    # "Minister of agriculture", "Secretary of State": the role noun stands before its field.
    field = listed[last].lower in words.portfolios or listed[last].lower == "state"
    if last - 2 >= floor and field and listed[last - 1].lower in {"of", "for"}:
        last -= 2
    two = f"{listed[last - 1].lower} {listed[last].lower}" if last > floor else ""
    if listed[last].lower not in words.roles and two not in words.roles:
        return None
    begin = last - 1 if two in words.roles else last
    while begin - 1 >= floor and begin > at - 10:
        low = listed[begin - 1].lower
        linked = (
            low in {"of", "for", "and"}
            and begin - 2 >= floor
            and listed[begin - 2].lower in (words.roles | words.portfolios.keys())
        )
        if listed[begin - 1].possessive or not (
            low in words.roles
            or low in words.role_modifiers
            or low in words.portfolios
            or low in {"policy", "affairs", "security", "relations", "prime"}
            or linked
        ):
            break
        begin -= 1
    return begin
