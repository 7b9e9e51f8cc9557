"""Drafts of attributions, as the rules make them, before chains, venues and ids."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.extract.attribution.lexicon import Entry
from secondsource.extract.attribution.tokens import Unit
from secondsource.model import Span, Stance
from secondsource.text.words import lemma

__all__ = ["Cue", "Draft"]


@dataclass(slots=True)
class Cue:
    """A verb that may be a cue: ``first`` to ``end`` are its own tokens, ``group`` where its auxiliaries begin."""

    first: int
    end: int
    group: int
    verb: int
    entry: Entry
    stance: Stance
    form: str = "finite"
    passive: bool = False
    negated: bool = False


@dataclass(slots=True)
class Draft:
    """An attribution in the making. ``rule`` names the rule, for reading errors."""

    unit: Unit
    source: Span | None
    cue: Span
    content: list[Span]
    stance: Stance
    rule: str
    cue_index: int = 0
    score: float = 1.0
    parent: Draft | None = None
    follows: list[Span] = field(default_factory=list)

    @property
    def lemma(self) -> str:
        """Lemma of the cue's verb, or of its noun."""
        token = self.unit.tokens[self.cue_index]
        return lemma(token.low, "NOUN" if self.rule == "noun" else "VERB")
