"""Attributions of participles: ", adding that …", ", calling it “x”", "a statement saying …", "footage showing …"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.closed import DOCUMENT_HEADS
from secondsource.extract.attribution.drafts import Cue, Draft
from secondsource.extract.attribution.forward import forward_content
from secondsource.extract.attribution.lexicon import noun_stance
from secondsource.extract.attribution.subjects import subject_before
from secondsource.extract.attribution.tokens import Unit
from secondsource.extract.attribution.verbal import inherited_source
from secondsource.model import Span
from secondsource.text.words import lemma

__all__ = ["gerund_draft", "stated_drafts"]

# What someone utters, so that the source is whoever sent it; pictures and figures speak for themselves.
_UTTERED = frozenset(
    "statement letter message post tweet email memo article report complaint lawsuit".split()
)


# "The contract stating the price was lost": without "that" the clause may be the main one.
_AMBIGUOUS = frozenset("contract form ticket bill draft order plan agreement permit licence list".split())


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
        and tokens[k].low
        not in ("by", "with", "after", "while", "in", "despite", "before", "when", "without")
    ):
        return None
    if cue.entry.lemma in ("report", "expect", "post", "read", "cite"):
        return None
    source = inherited_source(unit, cue, drafts) or _subject_of_main(unit, k)
    if source is None:
        return None
    contents = forward_content(unit, cue, cues, None)
    if not contents:
        return None
    contents[-1] = _short_of_main(unit, contents[-1])
    span = unit.span_of(cue.first, cue.end)
    return Draft(unit, source, span, contents, cue.stance, "gerund", cue.verb, score=0.8)


def stated_drafts(unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the attribution of "issued the following statement: “…”"; the noun is the cue."""
    tokens = unit.tokens
    out = []
    for i in range(2, len(tokens) - 1):
        if tokens[i].tag != ":" or tokens[i + 1].tag != "QUO" or tokens[i - 1].tag != "NN":
            continue
        word = lemma(tokens[i - 1].low, "NOUN")
        taken = any(piece.contains(tokens[i + 1].span) for draft in drafts for piece in draft.content)
        if taken or (word not in _UTTERED and noun_stance(word) is None):
            continue
        source = _subject_of_main(unit, i - 1)
        if source is not None:
            content = [tokens[i + 1].span]
            out.append(
                Draft(unit, source, tokens[i - 1].span, content, "asserts", "stated", i - 1, score=0.8)
            )
    return out


def _short_of_main(unit: Unit, piece: Span) -> Span:
    """Cut a content before "and" with a past verb right behind it: the main clause goes on there."""
    inside = [(i, t) for i, t in enumerate(unit.tokens) if piece.start < t.start < piece.end]
    for i, token in inside:
        if token.tag == "CC" and i + 1 < len(unit.tokens) and unit.tokens[i + 1].tag == "VBD":
            return Span(piece.start, unit.tokens[i - 1].end)
    return piece


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
    if lemma(word, "NOUN") in _AMBIGUOUS and tokens[cue.end].low != "that":
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
