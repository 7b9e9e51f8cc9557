"""Whether a phrase can be a source: its head is a person, a body, a pronoun, a document, a place that stands for people."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from secondsource.extract.attribution.closed import DOCUMENT_HEADS, GROUP_HEADS, VAGUE_HEADS
from secondsource.extract.attribution.drafts import Draft
from secondsource.extract.attribution.phrases import POST, head_of
from secondsource.extract.attribution.subjects import subject_before
from secondsource.extract.attribution.tokens import Token
from secondsource.model import Span
from secondsource.text.words import lemma

__all__ = ["can_speak", "speaking_noun", "widen"]

# Verbs that only a speaker can have for a subject, whatever noun it is.
_SAYING = frozenset("say tell add write accord comment reply respond insist joke quip testify".split())
_PERSONAL = re.compile(r"(?:er|or|ist|ian|man|men|woman|women|person|people|eer|crat|naut|folk)s?$")
_ABSTRACT = re.compile(r"(?:ments?|ness|tions?|ings?|ances?|ences?)$")
# Common nouns with such an ending that are no persons.
_THINGS = frozenset(
    """number matter winter summer water weather river offer order factor sector error horror terror power paper letter
    answer counter corner centre center border disaster murder chapter character quarter shoulder tower shower danger
    order dinner deliver layer cover fever finger flower flavor labor labour color colour favor favour humor humour rumor vapor
    motor door floor mirror vector interior exterior tenor honor honour harbor harbour wonder encounter transfer computer
    cancer butter trigger computer printer folder barrier container helicopter bumper tanker freighter trailer
    property cluster filter chamber timber lumber rubber ladder feather leather gender tender thunder blunder
    bullet tractor reactor monitor armor armour neither either whether mist twist gist list fist waist""".split()
)
_ROADS = frozenset(
    """street road avenue boulevard lane drive highway square bridge river mountain lake standings season stadium""".split()
)
# What is left of a contraction that a converter tore from its word.
_REMAINS = frozenset(["ll", "re", "ve", "d", "s", "m", "t", ""])
_RELATIVES = frozenset(["that", "who", "which"])
# How many tokens a participle and its preposition may take before a source that they lead to.
_REACH = 8
_QUANTITY = frozenset(["CD", "%", "DT", "QUO"])


@lru_cache(maxsize=1)
def _table() -> frozenset[str]:
    text = files("secondsource.extract.attribution").joinpath("tables", "speakers.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def speaking_noun(word: str) -> bool:
    """Whether a common noun is one for who or what can speak or show.

    >>> speaking_noun("ministry"), speaking_noun("fishermen"), speaking_noun("casing")
    (True, True, False)
    """
    for form in (word, lemma(word, "NOUN")):
        for part in (form, form.rpartition("-")[2]):
            if part in _table() or part in DOCUMENT_HEADS or part in GROUP_HEADS or part in VAGUE_HEADS:
                return True
    bare = lemma(word, "NOUN").rpartition("-")[2]
    return bare not in _THINGS and bool(_PERSONAL.search(bare))


def can_speak(draft: Draft) -> bool:
    """Whether the source of a draft is none, or a phrase whose head can speak."""
    if draft.source is None:
        return True
    tokens = [t for t in draft.unit.tokens if draft.source.start <= t.start and t.end <= draft.source.end]
    if not tokens:
        return True
    if all(t.low.strip("'’") in _REMAINS for t in tokens) or tokens[-1].low in ("the", "a", "an", "of"):
        return False
    at = head_of(tokens, 0, len(tokens))
    head = tokens[at]
    if head.tag == "PRP" or head.tag in _QUANTITY or any(t.low in POST for t in tokens[:3]):
        return True
    first = head is draft.unit.tokens[0]
    if head.tag == "NNP" or (head.text[:1].isupper() and (not first or len(tokens) == 1)):
        return head.low not in _ROADS
    if speaking_noun(head.low) or _names_speakers(tokens, at):
        return True
    return (
        draft.lemma in _SAYING
        and len(tokens) > 1
        and not _ABSTRACT.search(head.low)
        and head.low not in _ROADS
    )


def widen(draft: Draft) -> None:
    """Let a source that cannot speak begin at the people whose clause it stands in.

    "The marchers crossing the bridges (chanted)", "firms that had built the pipes (agreed)".
    """
    if draft.source is None or can_speak(draft):
        return
    tokens = draft.unit.tokens
    first = next((i for i, t in enumerate(tokens) if t.start >= draft.source.start), 0)
    verb = None
    for k in range(first - 1, max(-1, first - _REACH), -1):
        if _participle(tokens, k) or (verb is not None and tokens[k].low in _RELATIVES):
            verb = k
        elif verb is not None:
            led = tokens[k].tag == "NN" and speaking_noun(tokens[k].low)
            found = subject_before(tokens, k + 1) if led else None
            if found is not None and found[1] == k + 1:
                draft.source = Span(tokens[found[0]].start, draft.source.end)
            return
        elif tokens[k].tag not in ("IN", "TO", "RB", "DT", "JJ"):
            return


def _participle(tokens: list[Token], k: int) -> bool:
    """Whether a form at ``k`` can lead a clause of its noun; a plain past is a verb of its own ("said a box")."""
    if tokens[k].tag == "VBD":
        return tokens[k + 1].tag == "IN" or tokens[k - 1].tag == "AUX"
    return tokens[k].tag in ("VBN", "VBG", "AUX")


def _names_speakers(tokens: list[Token], at: int) -> bool:
    """Whether a name ends the phrase ("the carriage builder Orr"), or people follow "of" ("a collection of donors")."""
    if tokens[-1].tag == "NNP" and all(t.tag in ("NN", "NNP", "JJ", "VBG") for t in tokens[at:]):
        return True
    rest = tokens[at + 1 :]
    if not rest or rest[0].low != "of":
        return False
    inner = rest[head_of(rest, 1, len(rest))] if len(rest) > 1 else rest[0]
    return inner.tag == "NN" and lemma(inner.low, "NOUN") != inner.low and speaking_noun(inner.low)
