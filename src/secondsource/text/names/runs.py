"""Runs of capitalised tokens, with the small words that hold a long name together."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.tokens import Token
from secondsource.text.words import classes

__all__ = ["capitalised_runs", "title_case_tokens"]

_PARTICLES = frozenset(
    "de la del della di da das do dos du van von der den ter ten bin ibn al el ul le zu zum y af av".split()
)
# A possessive ends a name, except in these.
_OWNING = frozenset(
    "people peoples women children workers doctors students teachers lloyd mcdonald moody sotheby christie queen king".split()
)
_LINKS = frozenset({"of", "for", "on"})
# Longest run that is looked at as one name; a line of capitals is cut here, so that time stays linear.
_LONGEST = 24


def _links(listed: Sequence[Token], first: int, last: int) -> bool:
    """Whether the run's last word can take "of", "for" or "on" and a further name."""
    words = lexicon()
    low = listed[last].lower
    if listed[last + 1].lower == "on":
        return low in {
            "commission",
            "committee",
            "conference",
            "panel",
            "council",
            "centre",
            "center",
            "office",
            "bureau",
        }
    return (
        low in words.organisation_first
        or low in words.organisation_heads
        or low in words.place_first
        or low
        in {
            "straits",
            "heights",
            "people's",
            "rights",
            "affairs",
            "secretary",
            "minister",
            "leader",
            "coast",
            "horn",
            "state",
            "states",
        }
    )


def _dictionary(token: Token) -> bool:
    return bool(classes(token.lower))


def _next(listed: Sequence[Token], first: int, last: int) -> int | None:
    """Return the index of the last token that the run takes in next, or null where it ends."""
    size = len(listed)
    token, at = listed[last], last + 1
    if at >= size or last - first >= _LONGEST:
        return None
    # "St. Mary's Hospital".
    saint = listed[first].lower in {"st.", "saint"}
    if token.possessive and token.lower not in _OWNING and not saint:
        return None
    follower = listed[at]
    if not follower.near:
        return None
    if follower.cap:
        return at
    ahead = at + 1
    if ahead < size and follower.text == "&" and listed[ahead].cap:
        return ahead
    if follower.lower in _PARTICLES:
        while ahead < size and listed[ahead].lower in _PARTICLES and not listed[ahead].cap and ahead < at + 3:
            ahead += 1
        return ahead if ahead < size and listed[ahead].cap and listed[ahead].near else None
    if follower.lower in _LINKS and _links(listed, first, last):
        if ahead < size and listed[ahead].lower == "the" and not listed[ahead].cap:
            ahead += 1
        held = ahead < size and listed[ahead].cap and listed[ahead].near
        return ahead if held and listed[ahead].lower not in lexicon().calendar else None
    if follower.lower == "and" and ahead < size and listed[ahead].cap and listed[ahead].near:
        return ahead if _pairs(listed, first, last, ahead) else None
    return None


def _pairs(listed: Sequence[Token], first: int, last: int, ahead: int) -> bool:
    """Whether "and" stands inside a name: "Ministry of Health and Welfare", "Food and Drug Administration"."""
    words = lexicon()
    if not _dictionary(listed[last]) or not _dictionary(listed[ahead]):
        return False
    inside = [listed[k].lower for k in range(first, last + 1)]
    if any(link in inside for link in ("of", "for")):
        return (
            inside[0] in words.organisation_first
            or inside[0] in {"minister", "secretary"}
            or (len(inside) > 1 and any(part in words.organisation_first for part in inside))
        )
    if listed[last].lower in words.organisation_heads or listed[last].lower in words.roles:
        return False
    end = ahead
    while end + 1 < len(listed) and end - ahead < 4 and listed[end + 1].cap and listed[end + 1].near:
        end += 1
        if listed[end].lower in words.organisation_heads:
            return last - first < 2
    return False


def capitalised_runs(listed: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the runs as first and last index, in order; a run starts and ends with a capitalised token."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(listed):
        if not listed[at].cap:
            at += 1
            continue
        last = at
        while (grown := _next(listed, at, last)) is not None:
            last = grown
        found.append((at, last))
        at = last + 1
    return found


def title_case_tokens(text: str, listed: Sequence[Token]) -> frozenset[int]:
    """Return the indices of tokens in lines where nearly every word has a capital: there it says nothing."""
    found: set[int] = set()
    line: list[int] = []
    for at in range(len(listed) + 1):
        ends = at == len(listed) or (at > 0 and "\n" in text[listed[at - 1].full_end : listed[at].start])
        if ends:
            long = [
                k for k in line if listed[k].text[0].isalpha() and (len(listed[k].text) > 3 or listed[k].cap)
            ]
            capital = sum(listed[k].cap for k in long)
            # A headline has no full stop; a short sentence of names has.
            if (
                line
                and listed[line[-1]].text not in {".", "”", '"'}
                and 4 <= len(long) <= 40
                and capital >= 0.75 * len(long)
            ):
                found.update(line)
            line = []
        if at < len(listed):
            line.append(at)
    return frozenset(found)
