"""Common nouns that stand for an organisation named before ("the company", "the ministry"), and which names fit."""

from __future__ import annotations

from functools import lru_cache

from secondsource.text.names.agencies import is_agency
from secondsource.text.names.keys import fold
from secondsource.text.names.lexicon import lexicon

__all__ = ["COMPANY_NOUNS", "fits_kind", "is_kind"]

COMPANY_NOUNS = frozenset(
    "company firm carmaker automaker manufacturer maker supplier developer operator retailer airline insurer lender bank chain "
    "giant business shipper refiner miner brewer drugmaker chipmaker utility carrier startup builder contractor owner".split()
)
_NAMES: dict[str, str] = {
    "agency": "agency", "ministry": "ministry department", "department": "department ministry", "bank": "bank",
    "court": "court tribunal", "tribunal": "tribunal court", "party": "party", "university": "university college",
    "college": "college", "school": "school", "commission": "commission", "council": "council", "committee": "committee",
    "institute": "institute", "union": "union", "association": "association", "fund": "fund", "foundation": "foundation",
    "group": "group organization organisation movement front watch", "organisation": "organisation organization",
    "organization": "organization organisation", "hospital": "hospital clinic", "clinic": "clinic hospital",
    "police": "police", "force": "police force", "army": "army military", "military": "army military", "navy": "navy",
    "government": "government", "parliament": "parliament", "charity": "foundation trust charity watch aid",
    "authority": "authority", "office": "office", "service": "service", "board": "board", "centre": "centre center",
    "center": "center centre", "club": "club", "cooperative": "cooperative coop", "brigade": "brigade", "federation": "federation", "league": "league", "coastguard": "coastguard",
    "regulator": "authority commission agency regulator", "embassy": "embassy", "observatory": "observatory",
}  # fmt: skip
_OUTLETS = frozenset(
    {"newspaper", "paper", "daily", "magazine", "broadcaster", "channel", "network", "tabloid", "outlet"}
)


def is_kind(noun: str) -> bool:
    """Whether ``noun`` is a common noun for organisations."""
    return noun in _NAMES or noun in COMPANY_NOUNS or noun in _OUTLETS


@lru_cache(maxsize=16384)
def fits_kind(noun: str, name: str, key: str | None = None) -> bool:
    """Whether the organisation ``name`` can be called ``noun`` by its form ("Borden Mining Corp.", "company")."""
    words = lexicon()
    parts = set(fold(name).split())
    if noun in _OUTLETS:
        return bool(parts & words.outlet_words) and not is_agency(name)
    if noun == "agency" and is_agency(name):
        return True
    if noun in {"ministry", "department"} and (key or "").startswith("body:"):
        return (key or "").split(":")[-1] in set(words.portfolios.values())
    if noun in _NAMES and parts & set(_NAMES[noun].split()):
        return True
    if noun in COMPANY_NOUNS:
        return bool(parts & words.organisation_suffixes) or bool(parts & _COMPANY_WORDS)
    return False


_COMPANY_WORDS = frozenset(
    "company corporation group holdings holding technologies technology systems motors airlines airways industries labs "
    "shipping lines energy petroleum pharmaceuticals partners capital mining foods stores logistics solutions software bank".split()
)
