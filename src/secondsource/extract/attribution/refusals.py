"""Acts of refusal that look like denials: "denied bail", "rejected the offer", "denied him entry"."""

from __future__ import annotations

from secondsource.extract.attribution.clauses import has_finite
from secondsource.extract.attribution.drafts import Draft
from secondsource.extract.attribution.phrases import head_of, phrase_after
from secondsource.text.words import lemma

__all__ = ["is_refusal"]

# What is asked for or offered: who turns it down denies no fact.
_ASKED = frozenset(
    """access admission aid amendment appeal application asylum bail benefit bid bill bond candidacy cash ceasefire citizenship
    clemency compensation compromise coverage credit custody deal demand entry extension fund funding funds grant help
    immunity injunction invitation item job leave licence license loan measure medication motion nomination offer option
    ordinance pardon parole passage pay payment permission permit petition plan plea privilege proposal protection quote refund
    release relief request requirement resignation resolution right service settlement solution status submission
    suggestion support takeover tender transfer treatment truce ultimatum vaccine visa vote waiver""".split()
)
_TURNING_DOWN = frozenset("deny reject dismiss".split())
# Troops and bids are withdrawn too: only who takes words or figures back denies them.
_RETRACTING = frozenset("withdraw retract".split())
_STATED = frozenset(
    """statement claim accusation allegation figure projection estimate number count charge assertion remark report
    assessment comment testimony forecast article study paper story""".split()
)
_FACTS = frozenset(
    "claim allegation charge accusation report assertion idea notion suggestion rumour rumor".split()
)


def is_refusal(draft: Draft) -> bool:
    """Whether a draft with the stance of a denial is an act: somebody turns down what is asked or offered.

    "Denied that the offer was made" and "denied the offer was made" are denials.
    """
    if draft.stance != "denies" or draft.lemma not in _TURNING_DOWN | _RETRACTING or len(draft.content) != 1:
        return False
    content = draft.content[0]
    tokens = [t for t in draft.unit.tokens if content.start <= t.start and t.end <= content.end]
    if not tokens:
        return False
    before = [t.low for t in draft.unit.tokens if draft.cue.end <= t.start and t.end <= content.start]
    object_ = phrase_after(tokens, 0, apposition=False)
    if "that" in before or object_ is None:
        return False
    first, end = object_
    if (
        end < len(tokens)
        and tokens[end].tag in ("VBD", "AUX", "MD", "VB")
        and has_finite(tokens, end, len(tokens))
    ):
        return False
    head = tokens[head_of(tokens, first, end)]
    word = lemma(head.low, "NOUN")
    if draft.lemma in _RETRACTING:
        return word not in _STATED
    if word in _FACTS:
        return False
    # "Denied him entry", "denied both suspects bail": somebody is refused something.
    handed = tokens[first].tag == "PRP" and end < len(tokens) and tokens[end].tag in ("NN", "DT", "JJ")
    person = draft.lemma != "dismiss" and head.tag == "NNP" and end >= len(tokens)
    return word in _ASKED or handed or person
