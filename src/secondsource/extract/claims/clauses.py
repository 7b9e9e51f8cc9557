"""Cut a stretch of text into clauses, at marks and connectives that a verb follows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.extract.claims.edges import paired, undangled
from secondsource.model import Quantity, Span, trim
from secondsource.text.verbforms import verb_forms
from secondsource.text.verbs import VerbGroup, verb_groups
from secondsource.text.words import Word, words

__all__ = ["Clause", "clauses"]

_COORDINATE = frozenset(["and", "but", "or", "nor", "yet", "so", "while", "whereas", "although", "though"])
_SUBORDINATE = frozenset(["when", "where", "after", "before", "because", "until", "if", "unless", "once"])
_RELATIVE = frozenset(["which", "who", "whose", "whom"])
_CONNECTIVES = _COORDINATE | _SUBORDINATE | _RELATIVE | {"as", "since", "with"}
# "such as", "as well as", "so far as": no clause of time or cause.
_AS_COMPARES = frozenset(["such", "so", "as", "well", "same", "much", "many", "far", "long", "soon"])
_CUTS = _CONNECTIVES - {"with"}
_POSSESSIVE = frozenset(["his", "her", "its", "their", "the", "a", "an"])
_OPENERS = _SUBORDINATE | {"as", "since"}
_TIME_UNITS = frozenset("day days week weeks month months year years hour hours minute minutes".split())
_LEAD = 5
_DASHES = frozenset(["—", "–"])
_EDGES = ' \t\n\r\u00a0,;:.–—-“”"«»„‟‹›()[]'
# Participles that begin an adjunct of no claim of its own.
_NOT_PARTICIPLE = frozenset(
    ["including", "according", "concerning", "regarding", "following", "during", "citing"]
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its verb groups, and the connective that it was cut at (lower case, or ``""``)."""

    span: Span
    verbs: tuple[VerbGroup, ...]
    opener: str = ""

    @property
    def main(self) -> VerbGroup | None:
        """The first finite verb group, else the first one; null for a clause without a verb."""
        return next((v for v in self.verbs if v.finite), self.verbs[0] if self.verbs else None)


def clauses(
    text: str, span: Span, quantities: Sequence[Quantity] = (), whole: Sequence[Span] = ()
) -> list[Clause]:
    """Return the clauses of ``text`` within ``span``, in order and apart.

    A clause is cut off where a verb of its own follows: behind a comma or dash with a connective, at
    a participle behind a comma, at a second finite verb with its own subject; also at an apposition
    or a coordination that counts something. "A and B" inside one statement stays whole.
    """
    listed = words(text, span)
    if not listed:
        return []
    held = [w for w in whole if w.overlaps(span)]
    # "Last" in "last May" and "Rising" in the name of a ship are no verbs.
    verbs = [v for v in verb_groups(text, span) if not any(w.contains(v.head.span) for w in held)]
    starts: list[tuple[int, str]] = [(0, "")]
    for at in range(1, len(listed)):
        if any(w.start < listed[at].span.start < w.end for w in held):
            continue
        if _main_clause(listed, at, verbs, starts[-1]):
            starts.append((at, "main"))
            continue
        opener = _cut(listed, at, verbs, quantities, listed[starts[-1][0]].span.start)
        if opener is not None and at > starts[-1][0]:
            starts.append((at, opener))
    found = []
    for number, (at, opener) in enumerate(starts):
        begin = listed[at].span.start
        end = listed[starts[number + 1][0] - 1].span.end if number + 1 < len(starts) else span.end
        if opener and listed[at].lower in _CONNECTIVES - _RELATIVE and at + 1 < len(listed):
            begin = listed[at + 1].span.start
        kept = paired(text, undangled(text, trim(text, Span(begin, max(begin, end)), _EDGES)))
        if len(kept):
            found.append(Clause(kept, tuple(v for v in verbs if kept.contains(v.span)), opener))
    return found


def _cut(
    listed: Sequence[Word], at: int, verbs: Sequence[VerbGroup], quantities: Sequence[Quantity], begin: int
) -> str | None:
    """Return the connective at which a clause begins at word ``at``, "," for none; None for no cut."""
    word, before = listed[at], listed[at - 1]
    low = word.lower
    if before.text == ";":
        return ";"
    start = word.span.start
    if before.text == ":" and word.text[0].isalpha():
        return ":" if any(v.finite for v in _verbs_before_next_mark(listed, at, verbs)) else None
    ahead = _verbs_before_next_mark(listed, at, verbs)
    finite = [v for v in ahead if v.finite]
    behind = any(v.finite for v in verbs if begin <= v.span.start < start)
    if before.text == "," or before.text in _DASHES:
        if low in _CUTS:
            return low if ahead else None
        if ahead and ahead[0].span.start == start and _is_participle(ahead[0], low):
            return "ing"
        if low == "with" and any(
            q.span.start == listed[at + 1].span.start for q in quantities if at + 1 < len(listed)
        ):
            return "with"
        if low in _POSSESSIVE and not finite and behind and _counts(listed, at, quantities):
            return "apposition"
        return None
    if (
        low in ("and", "but")
        and ahead
        and ahead[0].form == "VBG"
        and _counts_twice(listed, at, quantities, begin)
    ):
        return "ing"
    if not behind:
        return None
    if low in ("when", "where", "while", "because", "although", "whereas") and finite:
        return low
    if low == "as" and before.lower in _AS_COMPARES:
        return None
    if (
        low in ("after", "before", "as")
        and finite
        and finite[0].span.start > start
        and _own_subject(listed, at, finite[0])
    ):
        return low
    if low in ("and", "but"):
        return _coordinate(listed, at, verbs, quantities, begin)
    return None


def _is_participle(verb: VerbGroup, first: str) -> bool:
    """Whether it begins an adjunct: ", leaving 12 dead"; "Peru, the largest producer, is selling" goes on."""
    return verb.form == "VBG" and not verb.finite and first not in _NOT_PARTICIPLE


def _correlated(listed: Sequence[Word], at: int, verbs: Sequence[VerbGroup], begin: int) -> bool:
    """Whether "both" or "between" opened the pair that "and" joins: "both the mayor and the bank opposed it"."""
    for word in reversed(listed[max(0, at - 15) : at]):
        if word.span.start < begin or word.text in ",;" or any(v.span.contains(word.span) for v in verbs):
            return False
        if word.lower in ("both", "between"):
            return True
    return False


def _coordinate(
    listed: Sequence[Word], at: int, verbs: Sequence[VerbGroup], quantities: Sequence[Quantity], begin: int
) -> str | None:
    """The cut at "and" or "but": a verb with its own subject, or a second count."""
    if _correlated(listed, at, verbs, begin):
        return None
    ahead = _verbs_before_next_mark(listed, at, verbs)
    finite = [v for v in ahead if v.finite]
    if finite and _own_subject(listed, at, finite[0]):
        return listed[at].lower
    return listed[at].lower if _counted_participle(listed, at, quantities, begin) else None


def _main_clause(
    listed: Sequence[Word], at: int, verbs: Sequence[VerbGroup], current: tuple[int, str]
) -> bool:
    """Whether the main clause begins here, behind a subordinate one: "after she left, the ship sank"."""
    if listed[at - 1].text != "," or listed[at].lower in _CONNECTIVES:
        return False
    first = listed[current[0]]
    if current[1] in _RELATIVE:
        # "The ferry, which left at dawn, sank": the verb goes on where the aside ends.
        return any(v.finite and v.span.start == listed[at].span.start for v in verbs)
    if current[1] not in _OPENERS and not _opens_subordinate(listed, current[0], verbs):
        return False
    begin, start = first.span.start, listed[at].span.start
    if not any(v.finite for v in verbs if begin <= v.span.start < start):
        return False
    finite = [v for v in _verbs_before_next_mark(listed, at, verbs) if v.finite]
    return bool(finite) and finite[0].span.start > start


def _opens_subordinate(listed: Sequence[Word], at: int, verbs: Sequence[VerbGroup]) -> bool:
    """Whether a stretch opens with a subordinate clause: "after she left", "a day after she left"."""
    verb = next((v.span.start for v in verbs if v.finite and v.span.start >= listed[at].span.start), None)
    lead = [w.lower for w in listed[at : at + _LEAD] if verb is None or w.span.end <= verb]
    if lead and lead[0] in _OPENERS | {"while"}:
        return True
    return any(
        w in ("after", "before", "since") and lead[n - 1] in _TIME_UNITS for n, w in enumerate(lead) if n
    )


def _verbs_before_next_mark(listed: Sequence[Word], at: int, verbs: Sequence[VerbGroup]) -> list[VerbGroup]:
    """Verb groups from word ``at`` to the next semicolon or comma, at most 20 words on."""
    start = listed[at].span.start
    end = listed[min(at + 20, len(listed) - 1)].span.end
    for word in listed[at + 1 : at + 20]:
        if word.text in (";", ",") or word.text in _DASHES:
            end = word.span.start
            break
    first = bisect_left(verbs, start, key=lambda v: v.span.start)
    found = []
    for group in verbs[first:]:
        if group.span.start >= end:
            break
        found.append(group)
    return found


def _own_subject(listed: Sequence[Word], at: int, verb: VerbGroup) -> bool:
    """Whether a noun or pronoun stands between the connective and its verb."""
    between = [w for w in listed[at + 1 : at + 12] if w.span.end <= verb.span.start and w.is_word]
    return any(not w.lower.endswith("ly") for w in between)


def _counts(listed: Sequence[Word], at: int, quantities: Sequence[Quantity]) -> bool:
    """Whether the phrase up to the next comma holds a quantity: "his first visit in 24 years"."""
    start = listed[at].span.start
    end = next((w.span.start for w in listed[at:] if w.text in ",;"), listed[-1].span.end)
    return any(start <= q.span.start < end for q in quantities)


def _counts_twice(listed: Sequence[Word], at: int, quantities: Sequence[Quantity], begin: int) -> bool:
    """Whether a count stands on either side of "and": "killing 12 people and leaving 30 missing"."""
    start = listed[at].span.start
    return any(begin <= q.span.start < start for q in quantities) and _counts(listed, at, quantities)


def _counted_participle(listed: Sequence[Word], at: int, quantities: Sequence[Quantity], begin: int) -> bool:
    """Whether a second count with its own participle follows: "… were killed and 40 injured"."""
    if at + 2 >= len(listed) or not any(begin <= q.span.start < listed[at].span.start for q in quantities):
        return False
    start = listed[at + 1].span.start
    counted = next((q for q in quantities if q.span.start == start), None)
    if counted is None:
        return False
    rest = [w for w in listed[at + 1 :] if w.span.end > counted.span.end - 1]
    inside = [w for w in listed[at + 1 :] if counted.span.contains(w.span)]
    return any(
        "VBN" in verb_forms(w.lower) or w.lower in ("missing", "homeless", "dead")
        for w in [*inside[-1:], *rest[:3]]
    )
