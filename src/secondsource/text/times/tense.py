"""Whether a phrase stands beside a verb that looks back or ahead: the direction of a bare month or weekday."""

from __future__ import annotations

import re
from typing import Literal

from secondsource.model import Span
from secondsource.text.verbs import VerbGroup, verb_groups

__all__ = ["Direction", "Tenses"]

Direction = Literal["past", "future"] | None

# Infinitives and participles behind these look ahead; behind any other verb they share its tense.
_AHEAD = frozenset(
    "expect plan schedule set due want intend hope aim vow promise agree decide prepare threaten go urge ask "
    "order slate predict project forecast likely plan invite propose seek delay postpone".split()
)
_ANNOUNCED = frozenset("expect plan schedule set slate project predict forecast".split())
# Verbs that put something at a time to come, behind "for", "until" or as their object.
_SETS = frozenset(
    "set schedule slate postpone delay extend remain stay suspend adjourn call plan expect due book move defer "
    "stand wait last give".split()
)
_TARGET = re.compile(
    r"(?:^|[ ])(?:for|until|till|through|to)[ ](?:the[ ]|early[ ]|late[ ]|noon[ ]|\d+[ ].{0,8})?$"
)
_AHEAD_OF = re.compile(r"(?:\bahead[ ]of|\bnow[ ](?:and|to|until|till))[ ](?:the[ ])?$", re.IGNORECASE)
# "If he wins in November": the present tense of a condition looks ahead.
_CONDITION = re.compile(
    r"\b(?:[Ii]f|[Oo]nce|[Uu]nless)[ ](?:(?:he|she|it|[A-Z]\w+)[ ](?!was\b|has\b|is\b)\w+s|(?:they|we|you)[ ](?!were\b|had\b|did\b)\w+)[ ]"
    r"[^,.;]{0,30}$"
)
_AHEAD_WORDS = frozenset(
    "due scheduled slated expected planned set upcoming forthcoming likely ready".split()
)
# Present tense that announces: "expires in March", "opens on Friday".
_ANNOUNCES = frozenset(
    "expire begin start end open close take meet vote run arrive leave go come return hold resume play host travel "
    "head plan expect hope intend want seek aim face kick mark celebrate turn become fall retire follow loom".split()
)
# "But in early March": words that may stand before a phrase that opens its clause.
_OPENING_WORDS = 3


# Verbs that fill the time up to "until".
_LASTING = frozenset(
    "be have last live work serve rule run continue keep play hold govern lead operate study teach own".split()
)


def _ahead_of(group: VerbGroup, bound: str) -> bool:
    if group.form == "TO":
        return bound in {"until", "till", "before", "by"}
    return bound in {"until", "till"} and group.lemma not in _LASTING


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

    def direction(self, sentence: Span, phrase: Span, bound: str = "") -> Direction:
        """Return which way the clause around ``phrase`` looks; None where no verb says.

        The verb before the phrase decides, since English puts times behind verbs; for a phrase that
        opens its clause, the one behind it does. ``bound`` are the words before it that are part of it:
        "until Tuesday" looks ahead of whatever the verb tells, unless the verb lasts ("lived there until").
        """
        if _AHEAD_OF.search(self._text[max(sentence.start, phrase.start - 16) : phrase.start]):
            return "future"
        if _CONDITION.search(self._text[max(sentence.start, phrase.start - 70) : phrase.start]):
            return "future"
        groups = self.groups(sentence)
        before = [g for g in groups if g.span.end <= phrase.start]
        after = [g for g in groups if g.span.start >= phrase.end]
        clause = self._clause_start(sentence, phrase)
        few = len(self._text[clause : phrase.start].split()) <= _OPENING_WORDS
        opening = not any(g.span.start >= clause for g in before) and (few or clause <= sentence.start)
        order = after[:1] + before[::-1] + after[1:2] if opening else before[::-1] + after[:1]
        if bound and order and order[0].span.end <= phrase.start and _ahead_of(order[0], bound):
            return "future"
        for group in order:
            found = self._looks(group, groups, phrase)
            if found is not None:
                return found
        return None

    def _clause_start(self, sentence: Span, phrase: Span) -> int:
        """Where the clause of the phrase begins: behind the last mark, or where the sentence does."""
        start = max(sentence.start, phrase.start - 160)
        lead = self._text[start : phrase.start].rstrip(" ,")
        marks = [lead.rfind(mark) for mark in (",", ";", ":", "“", "«", "—", "–")]
        opened = lead.rfind("(")
        marks.append(opened if lead.find(")", max(0, opened)) < 0 else -1)
        return start + max(marks) + 1

    def _looks(self, group: VerbGroup, groups: list[VerbGroup], phrase: Span) -> Direction:
        if group.lemma in _SETS and self._sets(group, phrase):
            return "future"
        if group.tense == "past" and group.modality == "actual":
            if group.passive and group.lemma in _ANNOUNCED:
                return "future"
            return "past"
        words = self._text[group.span.start : group.span.end].lower()
        if words.startswith(("cannot", "can't", "can’t", "can not")):
            return None  # what cannot be said of a time: "cannot trust his words on Tuesday"
        if words.startswith("could") and group.modality == "possible" and (group.negated or group.passive):
            return None
        if group.tense == "future" or group.modality in {"planned", "possible", "conditional"}:
            perfect = " have " in f" {words} " and group.form == "VBN"  # could have sunk
            return "past" if perfect else "future"
        if group.form == "TO":
            return self._infinitive(group, groups)
        if group.form == "VBG":
            return None
        if group.tense == "present" and group.finite:
            if group.form == "VBN" and words.split()[0] in {"has", "have", "'ve", "’ve"}:
                return "past"
            near = 0 <= phrase.start - group.span.end < 16
            return "future" if group.lemma in _ANNOUNCES or (group.lemma == "be" and near) else None
        if group.form in {"VBN", "VBD"}:
            return "past"
        return None

    def _sets(self, group: VerbGroup, phrase: Span) -> bool:
        """Whether the verb puts something at the time: set for, postponed until, scheduled a talk on."""
        if phrase.start < group.span.end:
            return False
        between = self._text[group.span.end : phrase.start]
        if group.lemma in {"schedule", "slate"} and len(between) < 60:
            return True
        if group.lemma == "set" and between.startswith(" for ") and len(between) < 40:
            return True
        return len(between) < 60 and bool(_TARGET.search(between))

    def _infinitive(self, group: VerbGroup, groups: list[VerbGroup]) -> Direction:
        at = groups.index(group)
        lead = self._text[max(0, group.span.start - 24) : group.span.start].lower().split()
        passive = self._text[group.span.start : group.span.end + 1].lower() in {"to be ", "to be"}
        if passive or group.lemma == "be":
            return "future"
        if lead and lead[-1].strip(",") in _AHEAD_WORDS | {
            "about",
            "going",
            "plans",
            "plan",
            "deal",
            "agreement",
            "was",
            "were",
            "is",
            "are",
        }:
            return "future"
        if at and groups[at - 1].lemma in _AHEAD:
            return "future"
        return None
