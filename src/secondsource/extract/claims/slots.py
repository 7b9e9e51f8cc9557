"""Read the typed slots of a clause: predicate, action, polarity, modality, who, when, how much."""

from __future__ import annotations

import re

from secondsource.extract.claims.clauses import Clause
from secondsource.model import Attribution, Modality, Polarity, Span
from secondsource.text.actions import actions_of
from secondsource.text.verbs import VerbGroup
from secondsource.text.words import Word, classes, lemma, words

__all__ = ["action_of", "events_of", "modality_of", "moved", "polarity_of", "terms_of"]

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
_FAILS = frozenset(["fail", "refuse", "decline", "deny", "avoid", "stop", "refrain", "abstain"])


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


_ASIDE = frozenset(["as", "when", "while", "where", "who", "which"])


def _aside(text: str, clause: Clause) -> bool:
    """Whether the verb stands in an aside of a noun: "flags along the street as the town prepared to vote"."""
    main = clause.main
    if main is None or not main.finite or main.span.start <= clause.span.start:
        return False
    before = words(text, Span(clause.span.start, main.span.start))
    return any(w.lower in _ASIDE for w in before[1:])


def modality_of(text: str, clause: Clause, attribution: Attribution | None) -> Modality:
    """Return how far the clause presents what it says as having happened."""
    main = None if _aside(text, clause) else clause.main
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

    A light verb ("made a visit", "was the first trip") gives way to the first event noun of the clause.
    """
    main = _telling(clause)
    if main is not None and main.lemma not in _LIGHT:
        return main.lemma, min(actions_of(main.head.text, "VERB"), default=None)
    for word in words(text, clause.span):
        kinds = _event(word)
        if kinds:
            return (main.lemma if main else lemma(word.text, "NOUN")), min(kinds)
    return (main.lemma if main else None), None


def _telling(clause: Clause) -> VerbGroup | None:
    """The verb that says what happens: "is due to close" and "plans to close" tell of closing."""
    main = clause.main
    if main is None or main.lemma not in _LIGHT | _PLANS:
        return main
    after = [v for v in clause.verbs if v.span.start > main.span.end and v.form == "TO"]
    near = after and after[0].span.start - main.span.end <= _NEAR
    return after[0] if near else main


# "She reached Oslo" and "he stepped onto Norwegian soil" are travel; "it reached $3 million" is none.
_MOTION = frozenset("reach enter step continue head leave depart proceed return fly".split())


def moved(predicate: str | None, action: str | None, *, placed: bool) -> str | None:
    """Return ``travel`` for a verb of motion whose clause says where to; else the class that it has."""
    return "travel" if placed and predicate in _MOTION and action in (None, "depart") else action


_NEAR = 12
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
