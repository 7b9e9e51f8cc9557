"""Read the typed slots of a clause: predicate, action, polarity, modality, who, when, how much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.extract.claims.clauses import Clause
from secondsource.model import Attribution, Entity, Modality, Polarity, Quantity, Span, TimeExpression
from secondsource.text.actions import actions_of
from secondsource.text.names import referents
from secondsource.text.words import Word, classes, lemma, words

__all__ = ["STOPWORDS", "Context", "about", "action_of", "modality_of", "polarity_of", "terms_of", "when_of"]

STOPWORDS = frozenset(
    "a an the this that these those and or but if as of in on at by for with from to into onto over under after "
    "before between among against about during through across near since until toward towards within without off "
    "around behind up down out than per via along also not no nor so such only own same too very just more most "
    "less least many much few several some any each every all both other another its his her their our my your he "
    "she it they we i you him them us me who whom whose which what when where why how there here then now be is are "
    "was were been being am have has had having do does did will would shall should can could may might must yet "
    "still even ever never again already once say tell add report accord mr mrs ms dr new last next later ago".split()
)
_NEGATIVE_OPENERS = frozenset(["no", "neither", "none", "nobody", "nothing"])
_PLANS = frozenset(
    "plan intend expect aim hope prepare agree promise vow pledge schedule want wish seek propose decide".split()
)
_FAILS = frozenset(["fail", "refuse", "decline", "deny", "avoid", "stop"])
# Phrases that stand for someone named before; `referents` decides for whom, or for no one.
_REFERRING = re.compile(
    r"\b(?:he|she|they|him|her|his|their|them|its)\b"
    r"|\b(?:the|this|both|these)\s+(?:[A-Za-z][\w’'\-]*\s+){0,3}?[a-z][\w\-]*(?=\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the report while its claims are read."""

    text: str
    entities: Sequence[Entity]
    quantities: Sequence[Quantity]
    times: Sequence[TimeExpression]


def polarity_of(text: str, clause: Clause) -> Polarity:
    """Return ``negative`` where the clause's main verb is negated or its subject is "no …"."""
    main = clause.main
    if main is None:
        first = next((w.lower for w in words(text, clause.span)), "")
        return "negative" if first in _NEGATIVE_OPENERS else "positive"
    if main.negated or main.lemma in _FAILS:
        return "negative"
    before = [w.lower for w in words(text, Span(clause.span.start, max(clause.span.start, main.span.start)))]
    after = [w.lower for w in words(text, Span(main.span.end, min(clause.span.end, main.span.end + 30)))]
    return "negative" if _NEGATIVE_OPENERS & {*before[:2], *after[:1]} else "positive"


def modality_of(clause: Clause, attribution: Attribution | None) -> Modality:
    """Return how far the clause presents what it says as having happened."""
    main = clause.main
    if main is not None and main.finite:
        planned = main.lemma in _PLANS and any(v.form == "TO" for v in clause.verbs)
        if main.modality == "actual" and planned:
            return "planned"
        if main.modality == "conditional" and attribution and attribution.stance in ("predicts", "promises"):
            return "planned"
        return main.modality
    if attribution and attribution.stance in ("predicts", "promises", "demands"):
        return "planned"
    return "conditional" if clause.opener in ("if", "unless") else "actual"


def action_of(text: str, clause: Clause) -> tuple[str | None, str | None]:
    """Return the lemma of the main verb (or event noun) and its class of actions, or nulls.

    A verb of no class of its own ("made a visit", "was the first trip") gives way to the first event
    noun of the clause.
    """
    main = clause.main
    if main is not None:
        kinds = actions_of(main.head.text)
        if kinds and main.lemma not in ("make", "be", "have", "give", "take", "hold"):
            return main.lemma, min(kinds)
    for word in words(text, clause.span):
        kinds = actions_of(word.text) if word.is_word and "NOUN" in classes(word.lower) else frozenset()
        if kinds:
            return (main.lemma if main else lemma(word.text, "NOUN")), min(kinds)
    return (main.lemma if main else None), None


def terms_of(text: str, span: Span) -> tuple[str, ...]:
    """Return the sorted lemmas of the content words; numbers and function words are left out."""
    found = {lemma(w.text) for w in words(text, span) if _content(w)}
    return tuple(sorted(found - STOPWORDS))


def _content(word: Word) -> bool:
    return word.is_word and len(word.text) > 1 and word.lower not in STOPWORDS


def about(context: Context, span: Span, subject: Sequence[str]) -> tuple[str, ...]:
    """Return ids of the entities in ``span``: named, or meant by a pronoun or role; then ``subject``'s."""
    named = [(m.span.start, e.id) for e in context.entities for m in e.mentions if span.contains(m.span)]
    covered = [m.span for e in context.entities for m in e.mentions if span.contains(m.span)]
    for match in _REFERRING.finditer(context.text, span.start, span.end):
        phrase = Span(match.start(), match.end())
        if not any(phrase.overlaps(c) for c in covered):
            named += [(phrase.start, e) for e in referents(context.text, phrase, context.entities)]
    ordered = [e for _, e in sorted(named)]
    return tuple(dict.fromkeys([*ordered, *subject]))


def when_of(
    context: Context, clause: Clause, sentence: Span, attribution: Attribution | None, before: Clause | None
) -> TimeExpression | None:
    """Return the time at which the clause says that it happened, or None.

    A time inside the clause comes first; then one right before a "when" clause ("last May, when …");
    then one that opens the sentence ("Nine months ago, after …"), unless it dates the saying.
    """
    inside = [t for t in context.times if clause.span.contains(t.span)]
    dated = [t for t in inside if t.edtf] or inside
    if dated:
        return _most_telling(dated)
    if clause.opener in ("when", "where") and before is not None:
        near = [
            t for t in context.times if before.span.contains(t.span) and before.span.end - t.span.end <= 2
        ]
        if near:
            return near[-1]
    opening = [
        t for t in context.times
        if sentence.contains(t.span) and t.span.start - sentence.start <= 4 and t.span.end <= clause.span.start
    ]  # fmt: skip
    if opening and (attribution is None or any(c.contains(opening[0].span) for c in attribution.content)):
        return opening[0]
    return None


def _most_telling(dated: Sequence[TimeExpression]) -> TimeExpression:
    """A time that stands alone beats the reach of another ("by", "since" and "until" are open ended)."""
    closed = [t for t in dated if not (t.edtf or "").startswith("../") and not (t.edtf or "").endswith("/..")]
    return (closed or list(dated))[0]
