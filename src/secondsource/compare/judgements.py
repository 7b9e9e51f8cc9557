"""A figure that is judged, not given: "he called the number of 140 wagons exaggerated"."""

from __future__ import annotations

import re

from secondsource.compare.base import Verdict
from secondsource.compare.measures import figure_of
from secondsource.model import Claim, Quantity, Reading, Span
from secondsource.text.words import lemma, words

__all__ = ["compare_judgements"]

_JUDGING = frozenset("call describe label brand dismiss term".split())
# What stands before a figure that is spoken of: "the number of", "an estimate of", "the claim of".
_SPOKEN_OF = re.compile(
    r"\W*(?:(?:the|this|that|an?|his|her|their|its)\s+)?(?:[a-z]+\s+)?"
    r"(?:(?:number|figure|toll|estimate|count|claim|report|total|sum|amount)s?\s+of\s+)?",
    re.IGNORECASE,
)
# Characters that the verb may stand before the figure.
_BACK = 48
_DISMISSED = frozenset(
    """absurd baseless exaggerated exaggeration fabricated fabrication fake false fiction groundless impossible
    incorrect inflated invented invention lie mistaken nonsense overstated unfounded untrue wrong""".split()
)


def compare_judgements(reading: Reading, a: Claim, b: Claim) -> Verdict | None:
    """Return a verdict where one of two claims judges the figure that the other gives; else None.

    Who dismisses a figure denies it; who finds another word for it neither gives nor denies it.
    """
    judged = [_judged(reading, claim) for claim in (a, b)]
    if (judged[0] is None) == (judged[1] is None):
        return None
    figure, judging, other = (judged[0], a, b) if judged[0] else (judged[1], b, a)
    assert figure is not None
    told = [reading.quantity[v] for v in other.values if v in reading.quantity]
    verdict = _verdict_on(reading, judging, figure)
    said = verdict.of(reading.text[judging.report]).strip(' .,“”"«»')
    if any(figure_of(q) == figure_of(figure) for q in told) and _dismisses(reading, judging, verdict):
        return Verdict("denies", f"calls the figure “{said}”", "stance", turned=judging is a)
    return Verdict("compatible", "one passes judgement on a figure and does not give it", "stance")


def _judged(reading: Reading, claim: Claim) -> Quantity | None:
    """The figure that stands where the object of "call" stands, and nothing else does."""
    text = reading.text[claim.report]
    for value in claim.values:
        quantity = reading.quantity.get(value)
        if quantity is None:
            continue
        before = Span(max(0, quantity.span.start - _BACK), quantity.span.start)
        verbs = [w.span.end for w in words(text, before) if lemma(w.text, "VERB") in _JUDGING]
        if verbs and _SPOKEN_OF.fullmatch(text, verbs[-1], quantity.span.start):
            return quantity
    return None


def _verdict_on(reading: Reading, claim: Claim, figure: Quantity) -> Span:
    attribution = reading.attribution.get(claim.attribution or "")
    content = attribution.content if attribution else ()
    return Span(figure.span.end, max(figure.span.end, claim.span.end, *(p.end for p in content)))


def _dismisses(reading: Reading, claim: Claim, verdict: Span) -> bool:
    found = [w.lower for w in words(reading.text[claim.report], verdict)]
    return bool(_DISMISSED & set(found)) and not {"not", "never", "hardly"} & set(found)
