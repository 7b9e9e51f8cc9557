"""Cues that are no finite verbs: "according to", "citing", ", adding that", nouns, adverbs, passives."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.clauses import clause_start, content_end, has_finite
from secondsource.extract.attribution.closed import DOCUMENT_HEADS
from secondsource.extract.attribution.drafts import Cue, Draft
from secondsource.extract.attribution.forward import forward_content
from secondsource.extract.attribution.lexicon import noun_stance
from secondsource.extract.attribution.phrases import phrase_after, skip_adverbials, subject_before
from secondsource.extract.attribution.tokens import Unit
from secondsource.extract.attribution.verbal import inherited_source
from secondsource.model import Span
from secondsource.text.words import lemma

__all__ = ["adverb_drafts", "as_drafts", "gerund_draft", "noun_drafts", "passive_draft", "preposition_drafts"]

_ADVERBS = frozenset("reportedly allegedly purportedly supposedly".split())
_IMPERSONAL = frozenset(
    "say believe think expect report allege understand rumour rumor estimate consider project predict fear".split()
)
# What someone utters, so that the source is whoever sent it; pictures and figures speak for themselves.
_UTTERED = frozenset(
    "statement letter message post tweet email memo article report complaint lawsuit".split()
)
_HOLDERS = frozenset("his her their its my our your".split())


def preposition_drafts(unit: Unit, cues: Sequence[Cue]) -> list[Draft]:
    """Return the attributions of "according to X", "in the words of X", "per X"."""
    tokens = unit.tokens
    out = []
    for i, token in enumerate(tokens):
        after = i
        if token.low == "according" and i + 1 < len(tokens) and tokens[i + 1].low == "to":
            after = i + 2
        elif token.low == "in" and [t.low for t in tokens[i + 1 : i + 4]] == ["the", "words", "of"]:
            after = i + 4
        elif token.low == "per" and i and tokens[i - 1].tag in (",", "QUO", "."):
            after = i + 1
        if after == i:
            continue
        named = phrase_after(tokens, after)
        if named is None:
            continue
        content = _around(unit, i, named[1], cues)
        if content:
            cue = unit.span_of(i, after)
            out.append(Draft(unit, unit.span_of(*named), cue, content, "asserts", "according", i))
    return out


def _around(unit: Unit, at: int, after: int, cues: Sequence[Cue]) -> list[Span]:
    """Return the content beside a prepositional cue that stands at tokens ``at`` to ``after``."""
    tokens = unit.tokens
    n = len(tokens)
    begins = at == 0 or all(t.tag in ("CC", "RB", ",", "-") for t in tokens[:at])
    stop = at
    while stop > 0 and tokens[stop - 1].tag in (",", ".", "-"):
        stop -= 1
    if not begins and stop > 0:
        first = clause_start(tokens, stop)
        if stop <= first:
            return []
        left = unit.span_of(first, stop)
        whole = has_finite(tokens, first, stop) and tokens[first].tag != "SB"
        if whole or after >= n or tokens[after].tag != ",":
            return [left]
        end = content_end(tokens, after + 1, cues)
        return [left, unit.span_of(after + 1, end)] if end > after + 1 else [left]
    k = after
    while k < n and tokens[k].tag != ",":
        if tokens[k].tag in ("VB", "VBD", "MD", "AUX", "PRP"):
            break
        k += 1
    if k < n and tokens[k].tag == ",":
        k += 1
        if k < n and tokens[k].low in ("citing", "quoting"):
            k = _past_comma(unit, k)
    elif k >= n:
        return []
    else:
        k = after
    end = content_end(tokens, k, cues)
    return [unit.span_of(k, end)] if end > k + 1 else []


def _past_comma(unit: Unit, k: int) -> int:
    tokens = unit.tokens
    while k < len(tokens) and tokens[k].tag != ",":
        k += 1
    return min(k + 1, len(tokens))


def as_drafts(unit: Unit, cues: Sequence[Cue]) -> list[Draft]:
    """Return the attributions of "As X noted, …" and "…, as X said"."""
    tokens = unit.tokens
    out = []
    for cue in cues:
        if cue.form != "finite" or cue.passive or not cue.entry.takes("i"):
            continue
        subject = subject_before(tokens, cue.group)
        if subject is None or not subject[0] or tokens[subject[0] - 1].low != "as":
            continue
        at = subject[0] - 1
        after = skip_adverbials(tokens, cue.end)
        if after < len(tokens) and tokens[after].tag not in (",", ".", ";", "?", "-"):
            continue
        content = _around(unit, at, after, cues)
        if content:
            span = unit.span_of(cue.first, cue.end)
            out.append(Draft(unit, unit.span_of(*subject), span, content, cue.stance, "as", cue.verb))
    return out


def gerund_draft(unit: Unit, cue: Cue, cues: Sequence[Cue], drafts: Sequence[Draft]) -> Draft | None:
    """Return the attribution of ", adding that …" and ", calling it “x”"."""
    tokens = unit.tokens
    k = cue.group - 1
    while k >= 0 and tokens[k].tag == "RB":
        k -= 1
    if k >= 0 and tokens[k].tag in ("NN", "NNP"):
        return _worded(unit, cue, cues, k)
    if k < 0 or (
        tokens[k].tag not in (",", "CC", "-", "QUO")
        and tokens[k].low not in ("by", "with", "after", "while", "in")
    ):
        return None
    if cue.entry.lemma in ("report", "expect", "post", "read"):
        return None
    source = inherited_source(unit, cue, drafts) or _subject_of_main(unit, k)
    if source is None:
        return None
    contents = forward_content(unit, cue, cues, None)
    if not contents:
        return None
    span = unit.span_of(cue.first, cue.end)
    return Draft(unit, source, span, contents, cue.stance, "gerund", cue.verb, score=0.8)


def _worded(unit: Unit, cue: Cue, cues: Sequence[Cue], k: int) -> Draft | None:
    """Return the attribution of "a statement saying …", "footage showing …", "polls indicating …"."""
    tokens = unit.tokens
    word = tokens[k].low
    if word not in DOCUMENT_HEADS or not cue.entry.takes("s", "v", "w"):
        return None
    found = subject_before(tokens, cue.group)
    if found is None:
        return None
    first, end = found
    while first < end and tokens[first].tag in ("VB", "VBD"):
        first += 1
    source: Span | None = unit.span_of(first, end)
    if lemma(word, "NOUN") in _UTTERED:
        source = _subject_of_main(unit, first) or source
    contents = forward_content(unit, cue, cues, first)
    if not contents or source is None:
        return None
    return Draft(
        unit, source, unit.span_of(cue.first, cue.end), contents, cue.stance, "worded", cue.verb, score=0.8
    )


def _subject_of_main(unit: Unit, k: int) -> Span | None:
    tokens = unit.tokens
    for i in range(k - 1, 0, -1):
        if tokens[i].tag in ("VB", "VBD", "MD", "AUX") and tokens[i - 1].tag not in ("TO", "AUX", "MD"):
            found = subject_before(tokens, i)
            if found is None or tokens[found[0]].low in ("it", "there", "that", "which", "who"):
                continue
            led = tokens[found[0] - 1] if found[0] else None
            if led is None or (led.tag != "SB" and led.low not in ("who", "which", "what")):
                return unit.span_of(*found)
    return None


def passive_draft(unit: Unit, cue: Cue, cues: Sequence[Cue]) -> Draft | None:
    """Return the attribution of "was quoted as saying", "is expected to", "it was reported that", "denied by X"."""
    tokens = unit.tokens
    if cue.form != "finite" or (cue.negated and cue.stance != "predicts"):
        return None
    subject = subject_before(tokens, cue.group)
    at = cue.end
    word = cue.entry.lemma
    by = phrase_after(tokens, at + 1) if at < len(tokens) and tokens[at].low == "by" else None
    agent = unit.span_of(*by) if by else None
    span = unit.span_of(cue.first, cue.end)
    rest = by[1] if by else at
    if (
        subject is not None
        and tokens[subject[0]].low == "it"
        and rest < len(tokens)
        and tokens[rest].low == "that"
    ):
        end = content_end(tokens, rest + 1, cues)
        if end > rest + 1 and word in _IMPERSONAL | {"announce", "confirm", "claim", "reveal"}:
            return Draft(unit, agent, span, [unit.span_of(rest + 1, end)], cue.stance, "passive", cue.verb)
        return None
    if subject is None or tokens[subject[0]].low in ("it", "there", "who", "which", "that"):
        return None
    if rest + 1 < len(tokens) and tokens[rest].tag == "TO" and word in _IMPERSONAL:
        end = content_end(tokens, rest + 1, cues)
        pieces = [unit.span_of(*subject), unit.span_of(rest + 1, end)]
        return Draft(unit, agent, span, pieces, cue.stance, "passive", cue.verb, score=0.7)
    if word == "accuse" and rest < len(tokens) and tokens[rest].low == "of":
        end = content_end(tokens, rest, cues)
        pieces = [unit.span_of(*subject), unit.span_of(rest, end)]
        return Draft(unit, agent, span, pieces, cue.stance, "passive", cue.verb, score=0.7)
    if agent is not None and cue.entry.takes("o", "s") and not cue.entry.takes("f"):
        return Draft(
            unit, agent, span, [unit.span_of(*subject)], cue.stance, "passive by", cue.verb, score=0.7
        )
    return None


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
        charged = tokens[at].low == "of" and lemma(token.low, "NOUN") in ("accusation", "allegation")
        if not opens and not charged:
            continue
        end = content_end(tokens, at + 1, cues, phrase=True)
        if end > at + 1:
            content = [unit.span_of(at + 1, end)]
            out.append(Draft(unit, source, token.span, content, stance, "noun", i, score=0.7))
    return out


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
        found = subject_before(tokens, k + 1)
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
        if k == i and k > 1 and tokens[k - 1].tag == ",":
            continue
        end = content_end(tokens, i + 1, cues, phrase=True)
        pieces = [unit.span_of(k, i)] if k < i else []
        if end > i + 1:
            pieces.append(unit.span_of(i + 1, end))
        if pieces and (end > i + 1):
            out.append(Draft(unit, None, token.span, pieces, "asserts", "adverb", i, score=0.7))
    return out
