"""Attributions without a verb of saying: "the accusation that …", "his claim that …", "reportedly"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from secondsource.extract.attribution.clauses import content_end, has_finite
from secondsource.extract.attribution.drafts import Cue, Draft
from secondsource.extract.attribution.lexicon import noun_stance
from secondsource.extract.attribution.phrases import phrase_after
from secondsource.extract.attribution.subjects import subject_before
from secondsource.extract.attribution.tokens import Unit
from secondsource.model import Span
from secondsource.text.words import lemma

__all__ = ["adverb_drafts", "noun_drafts"]

_ADVERBS = frozenset("reportedly allegedly purportedly supposedly".split())
_HOLDERS = frozenset("his her their its my our your".split())


def noun_drafts(unit: Unit, cues: Sequence[Cue]) -> list[Draft]:
    """Return the attributions of "the accusation that …", "his claim that …", "accusations of …"."""
    tokens = unit.tokens
    out = []
    verbs = {i for cue in cues for i in range(cue.verb, cue.end)}
    for i, token in enumerate(tokens[:-1]):
        if token.tag != "NN" or i in verbs:
            continue
        stance = noun_stance(lemma(token.low, "NOUN"))
        if stance is None:
            continue
        source, at = _holder(unit, i)
        if at >= len(tokens):
            continue
        opens = tokens[at].low == "that" and _subject_follows(unit, at + 1)
        verb_next = tokens[at + 1 : at + 2] and tokens[at + 1].tag in ("VB", "AUX")
        vowed = (
            tokens[at].tag == "TO" and verb_next and stance in ("promises", "demands") and source is not None
        )
        charged = tokens[at].low == "of" and lemma(token.low, "NOUN") in ("accusation", "allegation")
        if not opens and not charged and not vowed:
            continue
        end = content_end(tokens, at + 1, cues, phrase=True)
        end = _before_main_verb(unit, i, at + 1, end)
        if end > at + 1:
            content = [unit.span_of(at + 1, end)]
            out.append(Draft(unit, source, token.span, content, stance, "noun", i, score=0.7))
    return out


def _before_main_verb(unit: Unit, noun: int, start: int, end: int) -> int:
    """Return where the clause of a noun that is itself the subject ends: "the claim that it is safe | fell apart"."""
    tokens = unit.tokens
    if any(t.tag in ("VB", "VBD", "AUX", "MD") for t in tokens[:noun]):
        return end
    verbs = [k for k in range(start, end) if tokens[k].tag in ("VB", "VBD", "AUX", "MD")]
    for first, second in pairwise(verbs):
        between = tokens[first + 1 : second]
        linked = any(
            t.tag in ("SB", "CC", ",", "TO", "PRP", "AUX", "MD") or t.low == "which" for t in between
        )
        if between and not linked and tokens[second - 1].tag in ("NN", "JJ", "NNP", "CD"):
            return second
    return end


def _holder(unit: Unit, i: int) -> tuple[Span | None, int]:
    """Return whose claim it is (possessive before, "by X" after) and where its content may begin."""
    tokens = unit.tokens
    k = i - 1
    while (
        k >= 0
        and tokens[k].tag in ("JJ", "NN", "VBG", "VBN", "RB", "CD")
        and not tokens[k].low.endswith(("'s", "s'"))
    ):
        k -= 1
    if k >= 0 and tokens[k].low in _HOLDERS:
        return tokens[k].span, i + 1
    if k >= 0 and tokens[k].low.endswith("'s"):
        found = subject_before(tokens, k + 1, possessive=True)
        if found:
            first = tokens[found[0]].start
            return Span(first, tokens[k].end - 2), i + 1
    if i + 1 < len(tokens) and tokens[i + 1].low in ("by", "from"):
        named = phrase_after(tokens, i + 2, apposition=False)
        if named:
            return unit.span_of(*named), named[1]
    return None, i + 1


def _subject_follows(unit: Unit, at: int) -> bool:
    tokens = unit.tokens
    if at >= len(tokens) or tokens[at].tag not in ("DT", "PRP", "NN", "NNP", "CD", "PV", "JJ", "QUO"):
        return False
    return has_finite(tokens, at + 1, len(tokens))


def adverb_drafts(unit: Unit, cues: Sequence[Cue]) -> list[Draft]:
    """Return the attributions of "reportedly" and its like: no source, the clause as content."""
    tokens = unit.tokens
    out = []
    for i, token in enumerate(tokens):
        if token.low not in _ADVERBS:
            continue
        k = i
        while (
            k > 0
            and tokens[k - 1].tag not in (",", ";", ":", "-", ".")
            and tokens[k - 1].low
            not in (
                "that",
                "because",
                "while",
                "after",
                "and",
                "but",
            )
        ):
            k -= 1
        if k and tokens[k - 1].low in ("that", "which", "who") and tokens[k - 2 : k - 1]:
            k = _antecedent_start(unit, k - 1)
        if k == i and k > 1 and tokens[k - 1].tag == ",":
            continue
        end = content_end(tokens, i + 1, cues, phrase=True)
        pieces = [unit.span_of(k, i)] if k < i else []
        if end > i + 1:
            pieces.append(unit.span_of(i + 1, end))
        if pieces and (end > i + 1):
            out.append(Draft(unit, None, token.span, pieces, "asserts", "adverb", i, score=0.7))
    return out


def _antecedent_start(unit: Unit, at: int) -> int:
    """Return where the noun phrase before the relative pronoun at token ``at`` begins, or the token after it."""
    tokens = unit.tokens
    first = at
    while first and tokens[first - 1].tag in ("NN", "NNP", "JJ", "CD", "DT", "VBN"):
        first -= 1
        if tokens[first].tag == "DT":
            break
    return first if first < at else at + 1
