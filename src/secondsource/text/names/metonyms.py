"""Whether a capital stands for its government where it is named ("Moscow denied", not "in Moscow")."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.names.cues import SAYING
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.tokens import Token
from secondsource.text.words import can_be, lemma

__all__ = ["acts"]

_AUX = frozenset("has had have would will could may might can does did should must is was says".split())
_TOWARDS = frozenset("with against between toward towards by for on from".split())
# What a government has and a town has not: "Moscow's cooperation".
_HELD = frozenset(
    "cooperation co-operation stance position support backing policy decision move help aid response refusal claim claims "
    "denial invasion war allies ally ambitions interests demands demand offer strategy relationship relations partnership "
    "sanctions troops forces military army activities influence efforts intervention supply supplies leadership threat threats "
    "promise pledge accusation accusations role nuclear missile diplomacy ambassador envoy government officials leaders".split()
)
# What is done to a government: "given Pyongyang a chance".
_DEALT_WITH = frozenset(
    "give gives gave given giving help helps helped helping thank thanks thanked support supports supported supporting "
    "supply supplies supplied supplying benefited accuse accused accuses accusing urge urged urges press pressed warn warned "
    "ask asked tell told arm armed arming isolate isolated punish provoke pressure push pushed".split()
)
_LOCATIVE = frozenset("in at near around outside across inside central downtown of into to".split())
_DONE = frozenset(
    "ship supply send deny reject accept agree refuse buy sell build develop launch test fire conduct threaten veto sign impose "
    "lift accuse blame back support deploy withdraw recognise recognize expel summon seek want need plan pledge promise offer "
    "violate help get receive receives respond retaliate warn track insist hope try call ask demand urge benefit".split()
)


def acts(listed: Sequence[Token], first: int, last: int) -> bool:
    """Whether the capital at tokens ``first`` to ``last`` is named as a government."""
    before = listed[first - 1].lower if first else ""
    after = listed[last + 1].lower if last + 1 < len(listed) else ""
    token = listed[last]
    if before in _LOCATIVE and not token.possessive:
        return _joins(listed, first, last)
    if token.possessive:
        return after in _HELD or (last + 2 < len(listed) and listed[last + 2].lower in _HELD)
    if before in lexicon().place_before and before not in _TOWARDS:
        return False
    if after in SAYING or after in _AUX:
        return True
    if (
        can_be(after, "VERB")
        and lemma(after, "VERB") in _DONE
        and not (can_be(after, "NOUN") and after.endswith("s") and before == "the")
    ):
        return True
    if before in {"with", "against", "between", "toward", "towards", "by"} or before in _DEALT_WITH:
        return True
    if after.endswith("ly") and last + 2 < len(listed) and can_be(listed[last + 2].text, "VERB"):
        return lemma(listed[last + 2].lower, "VERB") in _DONE or listed[last + 2].lower in SAYING
    return _joins(listed, first, last)


def _joins(listed: Sequence[Token], first: int, last: int) -> bool:
    """Whether "between" opens a pair of which the name is the second ("between Moscow and Pyongyang")."""
    for at in range(max(0, first - 3), first):
        if listed[at].lower == "between" and listed[first - 1].lower == "and":
            return True
    return False
