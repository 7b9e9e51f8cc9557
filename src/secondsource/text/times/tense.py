"""Whether a phrase stands beside a verb that looks back or ahead: the direction of a bare month or weekday."""

from __future__ import annotations

from typing import Literal

from secondsource.model import Span
from secondsource.text.verbs import VerbGroup, verb_groups

__all__ = ["Direction", "Tenses"]

Direction = Literal["past", "future"] | None

# Infinitives and participles behind these look ahead; behind any other verb they share its tense.
_AHEAD = frozenset(
    "expect plan schedule set due want intend hope aim vow promise agree decide prepare threaten go urge ask "
    "order slate predict project forecast likely plan need invite want propose seek delay postpone".split()
)
_AHEAD_WORDS = frozenset(
    "due scheduled slated expected planned set upcoming forthcoming likely ready".split()
)
# Present tense that announces: "expires in March", "opens on Friday".
_PRESENT_SPEECH = frozenset(
    "say report show write note claim suggest add tell describe recall know think".split()
)


class Tenses:
    """Verb groups of sentences, read once each and only where a phrase needs them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._groups: dict[Span, list[VerbGroup]] = {}

    def groups(self, sentence: Span) -> list[VerbGroup]:
        """Return the verb groups of ``sentence``; only its first 4,000 characters are read."""
        if sentence not in self._groups:
            part = Span(sentence.start, min(sentence.end, sentence.start + 4000))
            self._groups[sentence] = verb_groups(self._text, part)
        return self._groups[sentence]

    def direction(self, sentence: Span, phrase: Span) -> Direction:
        """Return which way the clause around ``phrase`` looks; None where no verb says.

        The verb before the phrase decides, since English puts times behind verbs; for a phrase that
        opens its clause, the one behind it does.
        """
        groups = self.groups(sentence)
        before = [g for g in groups if g.span.end <= phrase.start]
        after = [g for g in groups if g.span.start >= phrase.end]
        opening = self._opens_clause(sentence, phrase)
        order = after[:2] + before[::-1] if opening else before[::-1] + after[:2]
        seen_bare = False
        for group in order:
            found = self._looks(group, groups)
            if found is not None:
                return found
            seen_bare = True
        if seen_bare and any(
            w in _AHEAD_WORDS for w in self._text[sentence.start : phrase.start][-60:].split()
        ):
            return "future"
        return None

    def _opens_clause(self, sentence: Span, phrase: Span) -> bool:
        """Whether at most a preposition, a conjunction or an opening mark stands before it in its clause."""
        lead = self._text[max(sentence.start, phrase.start - 24) : phrase.start]
        for mark in (",", ";", ":", "“", "«", '"', "—", "–", "."):
            lead = lead.rpartition(mark)[2] if mark in lead else lead
        if phrase.start - sentence.start > 24 and len(lead) == 24:
            return False
        if len(lead.split()) > 2:
            return False
        follows = self._text[phrase.end : phrase.end + 1] == ","
        return phrase.start - sentence.start <= 14 or follows

    def _looks(self, group: VerbGroup, groups: list[VerbGroup]) -> Direction:
        if group.tense == "past" and group.modality == "actual":
            if group.lemma in _AHEAD and group.passive:
                return "future"
            return "past"
        if group.tense == "future" or group.modality in {"planned", "possible", "conditional"}:
            perfect = " have " in f" {self._text[group.span.start : group.span.end]} ".lower()
            return "past" if perfect else "future"
        if group.form == "TO":
            return self._infinitive(group, groups)
        if group.tense == "present" and group.finite:
            words = self._text[group.span.start : group.span.end].lower().split()
            if group.form == "VBN" and words[0] in {"has", "have", "'ve", "’ve"}:
                return "past"
            return None if group.lemma in _PRESENT_SPEECH else "future"
        if group.form in {"VBN", "VBD"}:
            return "future" if group.lemma in {"schedule", "plan", "expect", "slate"} else "past"
        return None

    def _infinitive(self, group: VerbGroup, groups: list[VerbGroup]) -> Direction:
        at = groups.index(group)
        lead = self._text[max(0, group.span.start - 24) : group.span.start].lower().split()
        if lead and lead[-1].strip(",") in _AHEAD_WORDS | {
            "about",
            "going",
            "plans",
            "plan",
            "deal",
            "agreement",
        }:
            return "future"
        if at and groups[at - 1].lemma in _AHEAD:
            return "future"
        return None
