"""Bodies of government by what they are and whose: "South Korea's Ministry of Defense", "Defense Ministry"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.text.names.countries import country_of, demonym
from secondsource.text.names.gazetteer import longest
from secondsource.text.names.lexicon import lexicon, table_toml
from secondsource.text.names.tokens import Token

__all__ = [
    "KIND_ENDINGS",
    "MINISTRIES",
    "Body",
    "body_kind",
    "country_beside",
    "country_within",
    "government_body",
    "is_kind_phrase",
]

MINISTRIES = frozenset({"ministry", "department"})


# The last words of a body's name, and the word that its key uses.
_KINDS = {
    "military": "military", "army": "military", "armed forces": "military", "joint chiefs of staff": "military",
    "defence forces": "military", "defense forces": "military", "general staff": "military",
    "navy": "navy", "air force": "air force", "coast guard": "coastguard", "coastguard": "coastguard",
    "government": "government", "cabinet": "cabinet", "administration": "government", "authorities": "government",
    "parliament": "parliament", "presidency": "presidency", "presidential office": "presidency",
    "president's office": "presidency", "presidential palace": "presidency", "prime minister's office": "cabinet",
    "police": "police", "national police": "police", "police force": "police", "embassy": "embassy", "consulate": "embassy",
    "central bank": "central bank", "supreme court": "supreme court", "constitutional court": "constitutional court",
    "national security council": "national security", "security council": "security council",
    "intelligence service": "intelligence", "intelligence agency": "intelligence", "national intelligence service": "intelligence",
    "civil defence": "civil defence agency", "civil defense": "civil defence agency", "fire department": "fire service",
    "fire brigade": "fire service", "city hall": "city council", "foreign office": "foreign", "home office": "interior", "interior office": "interior", "treasury": "finance",
    "border guard": "border guard", "border service": "border guard", "mission": "mission",
}  # fmt: skip


KIND_ENDINGS = MINISTRIES | {phrase.split()[-1] for phrase in _KINDS}


_PRINTED = {"national security": "national security council", "security": "security ministry"}


_LONGEST_KIND = 4


@dataclass(frozen=True, slots=True)
class Body:
    """An institution: its key and a name to print where the text has none."""

    key: str
    name: str


@lru_cache(maxsize=1)
def _seats() -> dict[str, str]:
    """Names of bodies that have one of their own, by key: the Pentagon, the Foreign Office."""
    return {
        f"body:{row['country']}:{row['key']}": str(row["name"]) for row in table_toml("bodies.toml")["body"]
    }


def government_body(country: str, kind: str) -> Body:
    """Return the body of a country: ``kind`` is a field of government ("defence") or a kind ("police")."""
    adjective = demonym(country) or country
    fields = set(lexicon().portfolios.values())
    named = _PRINTED.get(kind) or (f"{kind} ministry" if kind in fields else kind)
    key = f"body:{country}:{kind}"
    return Body(key, _seats().get(key) or f"{adjective} {named}")


def body_kind(phrase: str) -> str | None:
    """Return what body a phrase names ("Ministry of Defense" → ``defence``), or null for none of government.

    >>> body_kind("Defense Ministry"), body_kind("Ministry of Defence"), body_kind("army")
    ('defence', 'defence', 'military')
    """
    parts = phrase.lower().replace("’", "'").replace("-", " ").split()
    if not parts:
        return None
    fields = lexicon().portfolios
    if parts[0] in MINISTRIES and len(parts) > 2 and parts[1] in {"of", "for"}:
        rest = [part for part in parts[2:] if part != "the"]
        return fields.get(" ".join(rest)) or fields.get(rest[0]) if rest else None
    if parts[-1] in MINISTRIES and len(parts) > 1:
        return fields.get(" ".join(parts[:-1])) or fields.get(" ".join(parts[-3:-1])) or fields.get(parts[-2])
    for size in range(min(_LONGEST_KIND, len(parts)), 0, -1):
        kind = _KINDS.get(" ".join(parts[-size:]))
        if kind:
            return kind if len(parts) == size else None
    return None


def is_kind_phrase(phrase: str) -> bool:
    """Whether a lower-case phrase is one of the kinds of body ("air force", "prime minister's office")."""
    return phrase in _KINDS


def country_beside(listed: Sequence[Token], first: int, last: int) -> tuple[str | None, int]:
    """Return the country that stands beside a body's name, and the token at which it begins (else ``first``)."""
    for size in (1, 2, 3, 4):
        begin = first - size
        if begin < 0:
            break
        hit = longest(listed, begin)
        if hit and begin + hit[1] == first and hit[0].kind in {"country", "demonym", "capital"}:
            if hit[0].kind != "demonym" and not listed[first - 1].possessive and hit[0].kind == "capital":
                continue
            return hit[0].country, begin
    if last + 2 < len(listed) and listed[last + 1].lower in {"in", "of"}:
        ahead = last + 2 + (listed[last + 2].lower == "the")
        hit = longest(listed, ahead) if ahead < len(listed) else None
        if hit and hit[0].kind in ({"country", "capital"} if listed[last + 1].lower == "in" else {"country"}):
            return hit[0].country, first
    return None, first


def country_within(text: str) -> tuple[str | None, str]:
    """Return the country in a body's name ("Russian Defense Ministry", "… of Belarus"), and the rest of the name."""
    parts = text.split()
    for size in (4, 3, 2, 1):
        if (
            size + 2 < len(parts)
            and parts[-size - 1] == "of"
            and (code := country_of(" ".join(parts[-size:])))
        ):
            return code, " ".join(parts[: -size - 1])
    for size in (3, 2, 1):
        if size < len(parts):
            code = country_of(" ".join(parts[:size]))
            if code:
                return code, " ".join(parts[size:])
    return None, text.removeprefix("the ").removeprefix("The ")
