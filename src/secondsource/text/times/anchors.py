"""What relative times are counted from: earlier times of the text, and dates tied to a named event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from secondsource.model import Span
from secondsource.text.times.edtf import bounds, contains, grain_of
from secondsource.text.words import can_be, lemma

__all__ = ["Found", "Unresolved", "antecedent", "event_date"]


class Unresolved(Exception):  # noqa: N818 - it is a result, not an error of ours
    """What keeps a phrase from being resolved, as a reader would say it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A time of the text that is already resolved, with the number of its sentence; seasons and years before are marked.

    ``dated`` marks a day or month with its year; ``compared`` marks "a year earlier": what a report speaks of next is not the year before.
    """

    span: Span
    edtf: str
    sentence: int
    season: bool = False
    compared: bool = False
    dated: bool = False


# How many sentences back "that day" or "a year earlier" may look: their own, or the two before it.
REACH = 2
_FARTHEST = 40
# How many dates of a text may belong to an event; reports have fewer.
_MOST = 80
_MONTHS_LONG = {"quarter": range(80, 94), "reported": range(80, 280)}
_DAYS = {"day": 1, "week": 31, "month": 31, "quarter": 93, "year": 4000, "decade": 4000, "period": 4000}


def antecedent(found: list[Found], unit: str, sentence: int, *, far: bool = False) -> Found:
    """Return the latest time before, fine enough for ``unit`` to be counted from it.

    Args:
        found: Resolved times in order of the text.
        unit: What is counted.
        sentence: Number of the sentence of the phrase.
        far: Look through the whole text (a report of one quarter speaks of "the quarter" throughout).

    Raises:
        Unresolved: There is none near enough.
    """
    for earlier in reversed(found[-_FARTHEST:]):
        if not far and sentence - earlier.sentence > REACH:
            break
        start, end = bounds(earlier.edtf)
        if start is None or end is None or (earlier.compared and (far or unit == "period")):
            continue
        days = (end - start).days + 1
        if unit in _MONTHS_LONG:
            if days in _MONTHS_LONG[unit] and grain_of(earlier.edtf) == "interval" and not earlier.season:
                return earlier
        elif days <= _DAYS.get(unit, 1):
            return earlier
    raise Unresolved("no earlier date of the text to count from")


_NAME = re.compile(r"[A-Z][\w’'-]+")
_PLAIN = re.compile(r"[a-z][a-z-]{2,}")
_NO_EVENT = frozenset(
    "the his her its their this that last first second next early late year month week".split()
)


def event_date(
    text: str, event: str, found: list[Found], sentences: list[Span], *, own: Span, inside: str | None
) -> str:
    """Return the date that the text gives for the event that ``event`` names.

    A date counts where the event's noun and one of its names stand in the date's sentence or in the
    next one. Several dates must agree; the finest of them is taken.

    Args:
        text: The text.
        event: "Kim's visit to Russia".
        found: Resolved times in order of the text.
        sentences: All sentences, in order.
        own: Span of the phrase itself, which is no evidence for its own date.
        inside: EDTF that the phrase itself gives for the event, or null.

    Raises:
        Unresolved: No date is tied to it, or several that disagree.
    """
    noun = _event_noun(event)
    names = {_bare(name) for name in _NAME.findall(event)}
    fits: list[str] = []
    here = next((n for n, s in enumerate(sentences) if s.start <= own.start < s.end), None)
    for each in found[:_MOST] if noun else ():
        # In the phrase's own sentence another date is of what is told there, not of the event.
        if each.span.overlaps(own) or each.sentence == here:
            continue
        if not _tells(text, sentences, each.sentence, noun or "", names):
            continue
        if inside is None or contains(inside, each.edtf):
            fits.append(each.edtf)
    fits.sort(key=_length)
    closed = [edtf for edtf in fits if ".." not in edtf]
    if closed and all(contains(other, closed[0]) for other in closed):
        return closed[0]
    if inside is not None:
        return inside
    raise Unresolved(
        "the date of the event is not in the text" if not closed else "several dates fit the event"
    )


def _bare(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)


def _length(edtf: str) -> int:
    start, end = bounds(edtf)
    return (end - start).days if start and end else 10**9


def _event_noun(event: str) -> str | None:
    """The first plain noun: visit in "Kim's visit to Russia"."""
    for word in _PLAIN.findall(event):
        if word not in _NO_EVENT and can_be(word, "NOUN") and not can_be(word, "ADJ"):
            return lemma(word, "NOUN")
    return None


def _tells(text: str, sentences: list[Span], at: int, noun: str, names: set[str]) -> bool:
    for sentence in sentences[at : at + (2 if names else 1)]:
        nouns, named = _words_of(text[sentence.start : min(sentence.end, sentence.start + 1000)])
        if noun in nouns and (not names or names & named):
            return "\n" not in text[sentences[at].start : sentence.start]
    return False


@lru_cache(maxsize=256)
def _words_of(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """Lemmas of the plain words, and the names."""
    nouns = frozenset(lemma(word, "NOUN") for word in _PLAIN.findall(sentence))
    return nouns, frozenset(_bare(name) for name in _NAME.findall(sentence))
