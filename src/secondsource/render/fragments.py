"""Words that cannot stand alone: clauses that hang on another one, and objects without their verb."""

from __future__ import annotations

import re

from secondsource.model import Attribution, Span
from secondsource.text.verbs import verb_groups
from secondsource.text.words import lemma, words

__all__ = ["hangs_on", "with_verb"]

_BEHIND = re.compile(r",|\s(?:that|which|who|whose|where)\s")

_HANGING = frozenset(
    "before after when since while as until once if unless because although though which who whose whom where".split()
)
# Words that may stand between a verb and its object: "accuse … of", "blame … for".
_LINKING = frozenset(["", "of", "for", "that", "about", "with", "to", "as", "on"])
# What these introduce is said, not done to someone: "says 17 dead" is quoted without "says".
_SAYING = frozenset("say tell add state write report note explain announce".split())
_BACK = 16
# Longest object before what it is accused of or praised for.
_OBJECT = 60


def hangs_on(text: str, span: Span) -> bool:
    """Whether the words at ``span`` open, or are opened by, a word that hangs them on another clause.

    >>> hangs_on("Before the vote ended, he left.", Span(0, 21)), hangs_on("He left.", Span(0, 7))
    (True, False)
    """
    first = next(iter(words(text, span)), None)
    if first is None or first.lower in _HANGING:
        return first is not None
    lead = text[max(0, span.start - _BACK) : span.start].split()
    return bool(lead) and lead[-1].lower() in _HANGING


def with_verb(text: str, span: Span, attribution: Attribution) -> Span:
    """Return ``span`` from the cue on, where it is the cue's object and no sentence of its own.

    "The firm of dumping oil" is quoted as "accuses the firm of dumping oil"; "the firm dumps oil" as it is.
    """
    cue = attribution.cue
    if cue is None or len(attribution.content) != 1 or cue.end > attribution.content[0].start:
        return span
    verb = next(iter(words(text, cue)), None)
    if verb is None or lemma(verb.text, "VERB") in _SAYING:
        return span
    content = attribution.content[0]
    between = text[cue.end : content.start]
    if between.strip().lower() not in _LINKING or not 0 <= span.start - content.start <= _OBJECT:
        return span
    whole = Span(content.start, max(content.end, span.end))
    # A verb of a clause behind the object makes no sentence of it: "the firm of dumping oil that had leaked".
    behind = _BEHIND.search(text, whole.start, whole.end)
    said = Span(whole.start, behind.start()) if behind else whole
    if text[content.start] in '“«"‘' or any(v.finite for v in verb_groups(text, said)):
        return span
    return Span(cue.start, span.end)
