"""Bodies that are written in lower case: ministries, the police, institutions ("the national weather service")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.text.names.bodies import KIND_ENDINGS, MINISTRIES, body_kind, country_beside, is_kind_phrase
from secondsource.text.names.cues import SAYING
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.tokens import Token
from secondsource.text.words import can_be

__all__ = ["LooseBody", "loose_bodies", "stands_alone"]


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
    }
    | {"supreme court", "civil defence agency", "fire service", "presidency"}
)


_VOICES = frozenset(
    "spokesman spokeswoman spokesperson spokespeople chief official officials officer officers commissioner commander "
    "sources source".split()
)


_AUXILIARIES = frozenset(
    "is are was were has have had will would can could may might did do does should must".split()
)
_ALONE_AFTER = frozenset(
    "a an local state national city regional provincial district county municipal federal riot the , ; and but that as when "
    'while after because said says by from to with of " “ in'.split()
)


_OWNERS = frozenset("the a an its their his her our this that local".split())


_SPELLINGS = {
    "defense": "defence",
    "harbor": "harbour",
    "labor": "labour",
    "center": "centre",
    "services": "service",
}


def _spelled(listed: Sequence[Token], first: int, last: int) -> str:
    """Return tokens in lower case with their possessive endings, but for the last one's."""
    inner = (token.lower + ("'s" if token.possessive else "") for token in listed[first:last])
    return " ".join([*inner, listed[last].lower])


def stands_alone(listed: Sequence[Token], loose: LooseBody) -> bool:
    """Whether a bare body ("police") is what the phrase is about, not a part of "police station"."""
    before = listed[loose.first - 1] if loose.first else None
    if not (before is None or listed[loose.first].starts or before.lower in _ALONE_AFTER):
        return False
    spoken = before is not None and (before.lower in SAYING or before.lower in {"by", "to", "from"})
    the = before is not None and before.lower == "the" and loose.first > 1
    spoken = spoken or (the and listed[loose.first - 2].lower in SAYING | {"by", "to", "from"})
    after = listed[loose.last + 1] if loose.last + 1 < len(listed) else None
    if after is None or listed[loose.last].possessive or not after.text[0].isalpha():
        return spoken or listed[loose.last].possessive
    if after.lower in _VOICES:
        return True
    if after.cap or after.lower in lexicon().roles:
        return False
    if after.lower in SAYING or after.lower in _AUXILIARIES:
        return True
    if after.lower in lexicon().function_words:
        return spoken or (after.lower == "in" and listed[loose.first].starts)
    return can_be(after.lower, "VERB") and not _nominal(after.lower)


def _nominal(word: str) -> bool:
    return can_be(word, "NOUN") and word not in {"say", "says", "arrested", "confirm", "report", "reports"}


def _lower_ending(listed: Sequence[Token], at: int) -> int | None:
    """Return where a body's name begins that ends at token ``at`` ("foreign ministry"), or null."""
    words = lexicon()
    low = listed[at].lower
    if low in MINISTRIES:
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
    for size in range(min(4, at + 1), 0, -1):
        if is_kind_phrase(_spelled(listed, at - size + 1, at)):
            return at - size + 1
    return None


def _institution(listed: Sequence[Token], at: int) -> int | None:
    """Return where an institution in lower case begins that ends at ``at`` ("national weather service"), or null."""
    words = lexicon()
    begin = at
    while begin and begin > at - 5:
        before = listed[begin - 1]
        form = before.lower + ("'s" if before.possessive else "")
        if form not in words.institution_modifiers or (before.cap and not before.starts):
            break
        begin -= 1
    if begin == at or listed[at].lower not in words.institution_heads:
        return None
    owned = begin and (
        listed[begin - 1].lower in _OWNERS or listed[begin - 1].possessive or listed[begin - 1].cap
    )
    return begin if owned or listed[begin].starts else None


def _institution_kind(listed: Sequence[Token], first: int, last: int) -> str:
    kind = " ".join(_SPELLINGS.get(part, part) for part in _spelled(listed, first, last).split())
    return "fire service" if kind in {"fire department", "fire brigade"} else kind


def _reach(listed: Sequence[Token], at: int) -> int:
    """Return where a lower-case "ministry of defence" that begins at ``at`` ends."""
    fields = lexicon().portfolios
    end = at
    if listed[at].lower in MINISTRIES and at + 2 < len(listed) and listed[at + 1].lower in {"of", "for"}:
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


def loose_bodies(listed: Sequence[Token], taken: frozenset[int]) -> list[LooseBody]:
    """Return the bodies that are written in lower case; ``taken`` are tokens that a capitalised name holds."""
    found: list[LooseBody] = []
    for at, token in enumerate(listed):
        heads = lexicon().institution_heads
        if (token.lower not in KIND_ENDINGS and token.lower not in heads) or at in taken:
            continue
        if token.cap and not token.starts:
            continue
        begin: int | None
        end = _reach(listed, at)
        begin = at if end > at else _lower_ending(listed, at)
        institution = begin is None
        if institution:
            begin = _institution(listed, at)
        if begin is None or begin in taken:
            continue
        kind = (
            _institution_kind(listed, begin, at) if institution else body_kind(_spelled(listed, begin, end))
        )
        if kind is None:
            continue
        country, first = country_beside(listed, begin, end)
        ministry = institution or any(listed[k].lower in MINISTRIES for k in range(begin, end + 1))
        if (
            country is None
            and not ministry
            and (kind not in _BARE or listed[end].lower in {"administration", "authorities"})
        ):
            continue
        # "Civil defence agency" swallows "civil defence".
        while found and found[-1].last >= first:
            found.pop()
        found.append(LooseBody(first, end, kind, country, bare=country is None and not ministry))
    return found
