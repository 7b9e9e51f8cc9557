"""Attributions of passives: "is expected to", "it was reported that", "denied by X", "was quoted as saying"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.clauses import content_end
from secondsource.extract.attribution.drafts import Cue, Draft
from secondsource.extract.attribution.phrases import phrase_after
from secondsource.extract.attribution.subjects import subject_before
from secondsource.extract.attribution.tokens import Unit
from secondsource.extract.attribution.verbal import closing_content

__all__ = ["passive_draft", "quoted_drafts"]

_IMPERSONAL = frozenset(
    "say believe think expect report allege understand rumour rumor estimate consider project predict fear".split()
)


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


def quoted_drafts(unit: Unit, cues: Sequence[Cue]) -> list[Draft]:
    """Return the attributions of "X was quoted by the paper as saying …": X is the source."""
    tokens = unit.tokens
    out = []
    for i, token in enumerate(tokens):
        if token.low not in ("quoted", "cited") or not i or tokens[i - 1].tag not in ("AUX", "RB"):
            continue
        at = i + 1
        if at < len(tokens) and tokens[at].low in ("by", "in"):
            carrier = phrase_after(tokens, at + 1, apposition=False)
            at = carrier[1] if carrier else at
        group = i
        while group and tokens[group - 1].tag in ("AUX", "RB"):
            group -= 1
        subject = subject_before(tokens, group)
        if subject is None or [t.low for t in tokens[at : at + 2]] != ["as", "saying"]:
            continue
        cue = unit.span_of(i, at + 2) if at == i + 1 else token.span
        closes = at + 2 >= len(tokens) or tokens[at + 2].tag in (".", ",")
        if closes and subject[0] and tokens[subject[0] - 1].tag in (",", "QUO"):
            edge = subject[0] - 1 if tokens[subject[0] - 1].tag == "," else subject[0]
            content = closing_content(unit, edge, at + 2)
            if content:
                out.append(Draft(unit, unit.span_of(*subject), cue, content, "asserts", "closing", i))
            continue
        start = at + 3 if tokens[at + 2 : at + 3] and tokens[at + 2].low in ("that", ":") else at + 2
        end = content_end(tokens, start, cues) if start < len(tokens) else start
        if end > start:
            content = [unit.span_of(start, end)]
            out.append(Draft(unit, unit.span_of(*subject), cue, content, "asserts", "quoted", i))
    return out
