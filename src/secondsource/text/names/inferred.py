"""Give persons the office that the text calls them by elsewhere: "the Russian president" close to one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from secondsource.model import Span
from secondsource.text.names.bodies import Body
from secondsource.text.names.found import Found
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.roles import body_of
from secondsource.text.names.tokens import Token
from secondsource.text.sentences import sentences

__all__ = ["Office", "offices"]

_SKIPPED = frozenset({"current", "new", "authoritarian"})
_RELATIVES = frozenset({"of", "for", "with", "to", "by", "against", "from"})

Office = tuple[str, Body]


def offices(
    text: str, listed: Sequence[Token], found: Sequence[Found], people: Sequence[Sequence[Found]]
) -> dict[int, Office]:
    """Return, for persons by their place in ``people``, a head role that the text gives them in passing.

    A phrase ("the Russian president", "the Kremlin leader") votes for the person named last before
    it, twice within its sentence, once from the sentence before; where nobody is named there, for the
    one who opens the next sentence ("Latvia's minister …. Ilze X gave"). A country's office goes to
    the one with most votes, and a person gets one office.
    """
    bounds = sentences(text)
    owner_of = sorted((f.span, k) for k, mentions in enumerate(people) for f in mentions)
    votes: dict[str, Counter[int]] = {}
    named: dict[str, Office] = {}
    for phrase, role, body in _phrases(text, listed, found):
        here = next((k for k, bound in enumerate(bounds) if bound.end > phrase.start), len(bounds) - 1)
        named.setdefault(body.key, (role, body))
        for back, weight in ((0, 2), (1, 1)):
            if here - back < 0:
                continue
            bound = bounds[here - back]
            near = [(s, k) for s, k in owner_of if bound.contains(s) and s.end <= phrase.start]
            if near:
                chosen = near[-1][1] if back == 0 else near[0][1]
                votes.setdefault(body.key, Counter())[chosen] += weight
                break
        else:
            ahead = [(s, k) for s, k in owner_of if here + 1 < len(bounds) and bounds[here + 1].contains(s)]
            if ahead:
                votes.setdefault(body.key, Counter())[ahead[0][1]] += 1
    given: dict[int, Office] = {}
    ranked = sorted((-n, key, k) for key, counter in votes.items() for k, n in counter.items())
    taken: set[str] = set()
    for _, key, k in ranked:
        if key not in taken and k not in given:
            given[k] = named[key]
            taken.add(key)
    return given


def _phrases(text: str, listed: Sequence[Token], found: Sequence[Found]) -> list[tuple[Span, str, Body]]:
    hits: list[tuple[Span, str, Body]] = []
    people = {f.first for f in found if f.type == "person"}
    for f in found:
        country = f.known.country[:2] if f.known and f.known.country else None
        seat = f.known is not None and f.known.key.endswith(":presidency")
        if country is None or not (f.adjective or seat or listed[f.last].possessive):
            continue
        at = f.last + 1
        while at < len(listed) and listed[at].lower in _SKIPPED:
            at += 1
        end = _office_end(listed, at)
        if end is None or end + 1 in people or _related(listed, f.first):
            continue
        body = body_of(text[listed[at].start : listed[end].end], country)
        if body is not None:
            hits.append(
                (
                    Span(listed[f.first].start, listed[end].end),
                    text[listed[f.first].start : listed[end].end],
                    body,
                )
            )
    return hits


def _office_end(listed: Sequence[Token], at: int) -> int | None:
    """Return the last token of an office that one person holds ("prime minister", "agriculture minister"), or null."""
    words = lexicon()
    end = at
    while end < min(len(listed), at + 4) and listed[end].lower in words.portfolios:
        end += 1
    if end >= len(listed):
        return None
    two = f"{listed[end].lower} {listed[end + 1].lower}" if end + 1 < len(listed) else ""
    if two in words.head_roles:
        return end + 1
    if listed[end].lower in words.head_roles or (end > at and listed[end].lower in {"minister", "secretary"}):
        return end
    return None


def _related(listed: Sequence[Token], first: int) -> bool:
    """Whether the phrase says whose relative a name is: "father of the North Korean leader"."""
    before = first - 1
    while before >= 0 and listed[before].lower in {"the", "current", "a"}:
        before -= 1
    return before >= 0 and listed[before].lower in _RELATIVES
