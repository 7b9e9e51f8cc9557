"""Bodies of government by what they are and whose: "South Korea's Ministry of Defense", "the defence ministry in Seoul"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.text.names.countries import country_of, demonym
from secondsource.text.names.gazetteer import longest
from secondsource.text.names.lexicon import lexicon, table_toml
from secondsource.text.names.tokens import Token
from secondsource.text.words import can_be

__all__ = [
    "Body",
    "LooseBody",
    "body_kind",
    "country_beside",
    "country_within",
    "government_body",
    "loose_bodies",
]

_MINISTRIES = frozenset({"ministry", "department"})
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
    "foreign office": "foreign", "home office": "interior", "interior office": "interior", "treasury": "finance",
    "border guard": "border guard", "border service": "border guard", "mission": "mission",
}  # fmt: skip
_LAST_WORDS = _MINISTRIES | {phrase.split()[-1] for phrase in _KINDS}
_PRINTED = {"national security": "national security council", "security": "security ministry"}
_LONGEST_KIND = 4
_FILLERS = frozenset("the of for and".split())


@dataclass(frozen=True, slots=True)
class Body:
    """An institution: its key and a name to print where the text has none."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class LooseBody:
    """A body that the text names in lower case: tokens ``first`` to ``last``; ``country`` may be unknown."""

    first: int
    last: int
    kind: str
    country: str | None
    bare: bool = False


# Bodies that stand alone for the ones of the country or town at hand: "police said".
_BARE = frozenset(
    {
        "police",
        "coastguard",
        "navy",
        "army",
        "military",
        "government",
        "parliament",
        "air force",
        "central bank",
        "supreme court",
    }
)
_ALONE_AFTER = frozenset(
    'the , ; and but that as when while after because said says by from to with of " “ by'.split()
)


def _spelled(listed: Sequence[Token], first: int, last: int) -> str:
    """Return tokens in lower case with their possessive endings, but for the last one's."""
    inner = (token.lower + ("'s" if token.possessive else "") for token in listed[first:last])
    return " ".join([*inner, listed[last].lower])


@lru_cache(maxsize=1)
def _seats() -> dict[str, str]:
    """Names of bodies that have one of their own, by key: the Pentagon, the Foreign Office."""
    return {
        f"body:{row['country']}:{row['key']}": str(row["name"]) for row in table_toml("bodies.toml")["body"]
    }


def stands_alone(listed: Sequence[Token], loose: LooseBody) -> bool:
    """Whether a bare body ("police") is what the phrase is about, not a part of "police station"."""
    before = listed[loose.first - 1] if loose.first else None
    if not (before is None or listed[loose.first].starts or before.lower in _ALONE_AFTER):
        return False
    after = listed[loose.last + 1] if loose.last + 1 < len(listed) else None
    if after is None or listed[loose.last].possessive or not after.text[0].isalpha():
        return True
    if after.cap or after.lower in lexicon().roles:
        return False
    return after.lower in lexicon().function_words or (
        can_be(after.lower, "VERB") and not _nominal(after.lower)
    )


def _nominal(word: str) -> bool:
    return can_be(word, "NOUN") and word not in {"say", "says", "arrested", "confirm", "report", "reports"}


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
    if parts[0] in _MINISTRIES and len(parts) > 2 and parts[1] in {"of", "for"}:
        rest = [part for part in parts[2:] if part != "the"]
        return fields.get(" ".join(rest)) or fields.get(rest[0]) if rest else None
    if parts[-1] in _MINISTRIES and len(parts) > 1:
        return fields.get(" ".join(parts[:-1])) or fields.get(" ".join(parts[-3:-1])) or fields.get(parts[-2])
    for size in range(min(_LONGEST_KIND, len(parts)), 0, -1):
        kind = _KINDS.get(" ".join(parts[-size:]))
        if kind:
            return kind if len(parts) == size else None
    return None


def _lower_ending(listed: Sequence[Token], at: int) -> int | None:
    """Return where a body's name begins that ends at token ``at`` ("foreign ministry"), or null."""
    words = lexicon()
    low = listed[at].lower
    if low in _MINISTRIES:
        begin = at
        while (
            begin
            and begin > at - 5
            and (listed[begin - 1].lower in words.portfolios or listed[begin - 1].lower in {"and", "affairs"})
        ):
            begin -= 1
            if listed[begin].possessive:
                return begin + 1 if begin + 1 < at else None
        while begin < at and listed[begin].lower == "and":
            begin += 1
        return begin if begin < at else None
    for size in range(min(_LONGEST_KIND, at + 1), 0, -1):
        if _spelled(listed, at - size + 1, at) in _KINDS:
            return at - size + 1
    return None


def _reach(listed: Sequence[Token], at: int) -> int:
    """Return where a lower-case "ministry of defence" that begins at ``at`` ends."""
    fields = lexicon().portfolios
    end = at
    if listed[at].lower in _MINISTRIES and at + 2 < len(listed) and listed[at + 1].lower in {"of", "for"}:
        ahead = at + 2
        while (
            ahead < len(listed)
            and ahead < at + 7
            and (listed[ahead].lower in fields or listed[ahead].lower in {"and", "the", "affairs"})
        ):
            if listed[ahead].lower in fields or listed[ahead].lower == "affairs":
                end = ahead
            ahead += 1
    return end


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


def loose_bodies(listed: Sequence[Token], taken: frozenset[int]) -> list[LooseBody]:
    """Return the bodies that are written in lower case; ``taken`` are tokens that a capitalised name holds."""
    found: list[LooseBody] = []
    for at, token in enumerate(listed):
        if token.lower not in _LAST_WORDS or token.cap or at in taken:
            continue
        begin: int | None
        end = _reach(listed, at)
        begin = at if end > at else _lower_ending(listed, at)
        if begin is None or begin in taken or (found and found[-1].last >= begin):
            continue
        kind = body_kind(_spelled(listed, begin, end))
        if kind is None:
            continue
        country, first = country_beside(listed, begin, end)
        ministry = any(listed[k].lower in _MINISTRIES for k in range(begin, end + 1))
        if country is None and not ministry and kind not in _BARE:
            continue
        found.append(LooseBody(first, end, kind, country, bare=country is None and not ministry))
    return found


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
