"""Refusals to speak: "declined to comment", "would not say whether", "did not respond"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.clauses import has_finite, whole_clause
from secondsource.extract.attribution.drafts import Cue
from secondsource.extract.attribution.tokens import Unit
from secondsource.model import Span
from secondsource.text.words import lemma

__all__ = ["withheld_content"]

_REFUSED = frozenset("comment respond answer reply elaborate".split())
_SPEAKING = _REFUSED | frozenset(
    """say confirm discuss name identify disclose reveal provide give specify explain talk speak tell describe
    address rule deny release verify clarify offer""".split()
)


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
    elif lemma(tokens[cue.verb].low, "VERB") in _REFUSED | {"return", "offer", "provide"}:
        return []
    if at < len(tokens) and tokens[at].low == "that" and has_finite(tokens, at + 1, len(tokens)):
        at += 1
    if at >= len(tokens) or tokens[at].tag in (".", ",", ";", "?", "CC"):
        return []
    return whole_clause(unit, at, cues) or []
