"""Refusals to speak: "declined to comment", "would not say whether", "did not respond"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.clauses import has_finite, whole_clause
from secondsource.extract.attribution.closed import NEGATIONS
from secondsource.extract.attribution.drafts import Cue, Draft
from secondsource.extract.attribution.subjects import subject_before
from secondsource.extract.attribution.tokens import Unit
from secondsource.model import Span
from secondsource.text.words import lemma

__all__ = ["silent_drafts", "withheld_content"]

_CONTACTS = frozenset("call email message request question letter text query attempt".split())
_REFUSED = frozenset("comment respond answer reply elaborate".split())
_SPEAKING = _REFUSED | frozenset(
    """say confirm discuss name identify disclose reveal provide give specify explain talk speak tell describe
    address rule deny release verify clarify offer take show speculate elaborate confirm be""".split()
)


def silent_drafts(unit: Unit) -> list[Draft]:
    """Return the attributions of "was not available for comment", "calls to X went unanswered"."""
    tokens = unit.tokens
    out = []
    for i, token in enumerate(tokens):
        if token.low in ("available", "unavailable") and [t.low for t in tokens[i + 1 : i + 3]] == [
            "for",
            "comment",
        ]:
            group = i
            while group and tokens[group - 1].tag in ("AUX", "RB", "MD"):
                group -= 1
            refused = token.low == "unavailable" or any(t.low in NEGATIONS for t in tokens[group:i])
            subject = subject_before(tokens, group) if refused and group < i else None
            if subject is not None:
                cue = unit.span_of(group, i + 3)
                out.append(Draft(unit, unit.span_of(*subject), cue, [], "declines", "silent", i))
        elif (
            token.low in ("unanswered", "unreturned")
            and i
            and tokens[i - 1].tag in ("VBD", "VB", "AUX", "NN")
        ):
            asked = _asked(unit, i - 1)
            if asked is not None:
                out.append(Draft(unit, asked, unit.span_of(i - 1, i + 1), [], "declines", "silent", i))
    return out


def _asked(unit: Unit, verb: int) -> Span | None:
    """Return X of "calls to X went unanswered"."""
    tokens = unit.tokens
    for k in range(verb - 1, max(-1, verb - 12), -1):
        if tokens[k].low in ("to", "for", "with") and k and lemma(tokens[k - 1].low, "NOUN") in _CONTACTS:
            return unit.span_of(k + 1, verb) if k + 1 < verb else None
    return None


def withheld_content(unit: Unit, cue: Cue, cues: Sequence[Cue]) -> list[Span] | None:
    """Handle "declined to comment", "would not say whether"; content may be empty."""
    tokens = unit.tokens
    at = cue.end
    if cue.entry.lemma in ("decline", "refuse"):
        if at + 1 >= len(tokens) or tokens[at].tag != "TO":
            return None
        verb = tokens[at + 1].low
        if verb not in _SPEAKING:
            return None
        cue.end = at + 2
        at += 2
        if verb in _REFUSED:
            return []
        cue.end = at - 1
        at -= 1
        cue.end -= 1
    elif not cue.negated:
        return None
    elif tokens[cue.verb].low == "reached":
        return []
    elif tokens[cue.verb].low == "answer" and at < len(tokens) and tokens[at].tag == "DT":
        return whole_clause(unit, at, cues) or []
    elif lemma(tokens[cue.verb].low, "VERB") in _REFUSED | {"return", "offer", "provide", "give"}:
        return []
    if at < len(tokens) and tokens[at].low == "that" and has_finite(tokens, at + 1, len(tokens)):
        at += 1
    if at >= len(tokens) or tokens[at].tag in (".", ",", ";", "?", "CC"):
        return []
    return whole_clause(unit, at, cues) or []
