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

__all__ = [
    "STOPWORDS",
    "Context",
    "about",
    "action_of",
    "events_of",
    "modality_of",
    "polarity_of",
    "terms_of",
    "when_of",
]

STOPWORDS = frozenset(
    "a an the this that these those and or but if as of in on at by for with from to into onto over under after "
    "before between among against about during through across near since until toward towards within without off "
    "around behind up down out than per via along also not no nor so such only own same too very just more most "
    "less least many much few several some any each every all both other another its his her their our my your he "
    "she it they we i you him them us me who whom whose which what when where why how there here then now be is are "
    "was were been being am have has had having do does did will would shall should can could may might must yet "
    "still even ever never again already once say tell add report accord mr mrs ms dr new last next later ago "
    "hundred thousand million billion trillion dozen one two three four five six seven eight nine ten per cent percent "
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday today yesterday tomorrow morning afternoon evening night".split()
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


# "It is unclear whether …", "questions remain about …" assert nothing of what they ask.
_OPEN = re.compile(
    r"\b(?:questions?|doubts?|mystery|speculation)\b[^.;]{0,30}\b(?:remain|arise|arose|arisen|persist|linger|mount)"
    r"|\b(?:unclear|not clear|unknown|not known|unconfirmed|remains? to be seen)\b|\bwhether\b",
    re.IGNORECASE,
)


def modality_of(text: str, clause: Clause, attribution: Attribution | None) -> Modality:
    """Return how far the clause presents what it says as having happened."""
    main = clause.main
    expected = attribution is not None and attribution.stance in ("predicts", "promises", "demands")
    if _OPEN.search(text, clause.span.start, clause.span.end):
        return "possible"
    if attribution is not None and attribution.stance in ("doubts", "asks"):
        return "possible"
    if main is not None and main.finite:
        planned = main.lemma in _PLANS and any(v.form == "TO" for v in clause.verbs)
        if main.modality == "actual" and planned:
            return "planned"
        if main.modality == "conditional" and attribution is not None:
            # "said it would close" is the past of "will close".
            return "planned"
        return (
            "possible" if main.modality == "actual" and expected and main.tense == "past" else main.modality
        )
    if main is not None and main.form == "TO":
        return "planned"
    if expected:
        return "possible" if attribution is not None and attribution.stance == "predicts" else "planned"
    return "conditional" if clause.opener in ("if", "unless") else "actual"


def action_of(text: str, clause: Clause) -> tuple[str | None, str | None]:
    """Return the lemma of the main verb (or event noun) and its class of actions, or nulls.

    A verb of no class of its own ("made a visit", "was the first trip") gives way to the first event
    noun of the clause.
    """
    main = clause.main
    if main is not None and main.lemma not in _LIGHT:
        kinds = actions_of(main.head.text, "VERB")
        if kinds:
            return main.lemma, min(kinds)
    for word in words(text, clause.span):
        kinds = _event(word)
        if kinds:
            return (main.lemma if main else lemma(word.text, "NOUN")), min(kinds)
    return (main.lemma if main else None), None


_LIGHT = frozenset(["make", "be", "have", "give", "take", "hold", "do", "get", "put", "set"])


def _event(word: Word) -> frozenset[str]:
    """Classes of an event noun; a capital letter makes it a name or a month."""
    if not word.is_word or word.text[0].isupper() or "NOUN" not in classes(word.lower):
        return frozenset()
    return actions_of(word.text, "NOUN")


def events_of(text: str, clause: Clause) -> tuple[str, ...]:
    """Return all classes of actions of the clause's verbs and event nouns, sorted."""
    found = {k for v in clause.verbs if v.lemma not in _LIGHT for k in actions_of(v.head.text, "VERB")}
    found |= {k for w in words(text, clause.span) for k in _event(w)}
    return tuple(sorted(found))


def terms_of(text: str, span: Span) -> tuple[str, ...]:
    """Return the sorted lemmas of the content words; numbers and function words are left out."""
    found = {lemma(w.text) for w in words(text, span) if _content(w)}
    return tuple(sorted(found - STOPWORDS))


def _content(word: Word) -> bool:
    return word.is_word and len(word.text) > 1 and word.lower not in STOPWORDS


def about(context: Context, span: Span, subject: Sequence[str]) -> tuple[str, ...]:
    """Return ids of the entities in ``span``: named, or meant by a pronoun or role; then ``subject``'s."""
    inside = [(m.span, e.id) for e in context.entities for m in e.mentions if span.contains(m.span)]
    named = [(m.start, key) for m, key in inside]
    for match in _REFERRING.finditer(context.text, span.start, span.end):
        phrase = Span(match.start(), match.end())
        # "the Northern minister" means a person though it holds a name; "the Northern Star" is one.
        if not any(m.end >= phrase.end and m.overlaps(phrase) for m, _ in inside):
            named += [(phrase.start, e) for e in referents(context.text, phrase, context.entities)]
    ordered = [e for _, e in sorted(named)]
    return tuple(dict.fromkeys([*ordered, *subject]))


_LOCATIVE = re.compile(
    r"\b(?:in|at|to|into|near|off|around|across|towards?|inside|outside|reach(?:ed|es)?|visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|"
    r"enter(?:s|ed|ing)?|leav(?:e|es|ing)|left)\s+(?:the\s+)?(?:[\w’'\-]+\s+){0,2}?$",
    re.IGNORECASE,
)


def places_of(context: Context, span: Span) -> tuple[str, ...]:
    """Return ids of the entities that say where: behind a locative preposition or a verb of going."""
    found = []
    for entity in context.entities:
        if entity.type not in ("place", "organisation"):
            continue
        for mention in entity.mentions:
            lead = context.text[max(span.start, mention.span.start - 40) : mention.span.start]
            if not span.contains(mention.span) or not _LOCATIVE.search(lead):
                continue
            # "in North Korean waters" and "in Oslo's harbour" are somewhere of that place as well.
            if entity.type == "place" or (entity.key or "").startswith("country:"):
                found.append((mention.span.start, entity.id))
    return tuple(dict.fromkeys(key for _, key in sorted(found)))


def when_of(
    context: Context, clause: Clause, sentence: Span, attribution: Attribution | None, before: Clause | None
) -> TimeExpression | None:
    """Return the time at which the clause says that it happened, or None.

    A time inside the clause comes first; then one right before a "when" clause ("last May, when …");
    then one that opens the sentence ("Nine months ago, after …"), unless it dates the saying.
    """
    inside = [t for t in context.times if clause.span.contains(t.span)]
    own = [t for t in inside if _belongs(context.text, clause, t)]
    if own:
        return _most_telling(own)
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


_OTHER_EVENT = re.compile(r",\s*(?:since|after|before|following|during|until|from)\b", re.IGNORECASE)


def _belongs(text: str, clause: Clause, time: TimeExpression) -> bool:
    """Whether ``time`` dates the clause's main verb, not a participle, relative clause or phrase after it.

    "It will replace the treaty signed in 1961" and "his first visit, since a meeting in 2000" give the
    clause no date.
    """
    main = clause.main
    if main is None or time.span.start < main.span.start:
        return True
    between = [v for v in clause.verbs if main.span.end <= v.span.start and v.span.end <= time.span.start]
    if any(v.finite or v.form in ("VBN", "VBD") for v in between):
        return False
    if time.span.of(text).lower().startswith(("since", "after", "before", "until", "by")):
        return True
    return not _OTHER_EVENT.search(text, main.span.end, time.span.start)


def _most_telling(dated: Sequence[TimeExpression]) -> TimeExpression:
    """A time that stands alone beats the reach of another ("by", "since" and "until" are open ended)."""
    known = [t for t in dated if t.edtf] or list(dated)
    closed = [t for t in known if not (t.edtf or "").startswith("../") and not (t.edtf or "").endswith("/..")]
    return (closed or known)[0]
