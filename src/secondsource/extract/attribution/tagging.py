"""A shallow tagger: closed classes by table, open ones by what a form can be and what stands beside it.

Tags: DT PRP PV (subject and verb in one, "it's") IN SB CC RB CD MD AUX TO NN NNP JJ VB (finite or base)
VBD (past) VBN (participle) VBG TIME QUO and the marks themselves.
"""

from __future__ import annotations

from functools import lru_cache

from secondsource.extract.attribution.closed import (
    BE,
    CLOSED,
    CONTRACTED_SUBJECTS,
    DO,
    STRONG_VERBS,
    TIME_NOUNS,
    TIME_WORDS,
)
from secondsource.extract.attribution.tokens import Token, Unit
from secondsource.text.words import classes, lemma

__all__ = ["tag"]

_ARTICLES = frozenset("the a an his her their its my our your no".split())
# Nouns that open a sentence without an article, so that a capital makes them no name.
_BARE = frozenset(
    "police staff management research government intelligence opposition information data".split()
)
_MARKS = {"—": "-", "―": "-", "–": "-", "-": "-", "…": ".", "!": "?", "[": "(", "]": ")"}
_NOUNISH = frozenset(["NN", "NNP", "PRP", "QUO", "TIME"])
_BEFORE_NOUN = frozenset(["DT", "JJ", "CD", "IN", "POS"])
_OBJECT_STARTS = frozenset(["DT", "PRP", "NNP", "TO", "QUO", "PV", ":", "CD"])
_PARTICIPLE_NEXT = frozenset(["by"])
_NOUN_SUFFIXES = ("tion", "ment", "ness", "ship", "ism", "ity")


def tag(unit: Unit) -> None:
    """Give every token of ``unit`` its tag."""
    tokens = unit.tokens
    for token in tokens:
        if token.tag != "QUO":
            token.tag = _closed(token) or ""
    titled = _is_titled(tokens)
    for i, token in enumerate(tokens):
        if not token.tag:
            token.tag = _open(tokens, i, titled)
    for i, token in enumerate(tokens):
        _mend(tokens, i, token)
    for i in range(len(tokens)):
        _settle(tokens, i)


# Participles that are adjectives before a noun ("its managing director").
_TITLES = frozenset(
    """managing leading acting sitting outgoing incoming founding presiding commanding examining investigating
    ruling governing supervising remaining existing""".split()
)


def _settle(tokens: list[Token], i: int) -> None:
    """Decide what only the words on both sides tell."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is None or after is None:
        return
    if (
        token.tag == "VBG"
        and token.low in _TITLES
        and after.tag == "NN"
        and before.tag in ("DT", ",", "NN", "NNP")
    ):
        token.tag = "JJ"
    elif token.low == "there" and before.tag in ("NN", "NNP") and after.tag in ("VB", "VBD"):
        token.tag = "POS"  # "an officer there said": a word of the phrase that is never its head
    elif token.tag == "VB" and before.tag == "DT" and after.tag == "NN":
        following = tokens[i + 2] if i + 2 < len(tokens) else None
        says = following is None or following.tag in (".", ",", "SB") or following.low == "that"
        if says and after.low.endswith("s") and "VERB" in classes(after.low):
            token.tag, after.tag = "NN", "VB"  # "its log shows"


def _is_titled(tokens: list[Token]) -> bool:
    """Whether capitals mark a headline and not names."""
    if tokens[-1].tag in (".", "?"):
        return False
    longer = [t for t in tokens if len(t.text) > 3 and t.text[0].isalpha() and t.tag != "QUO"]
    return len(longer) >= 4 and sum(t.text[0].isupper() for t in longer) >= 0.8 * len(longer)


def _closed(token: Token) -> str | None:
    first = token.text[0]
    low = token.low
    if first.isdigit():
        return "CD"
    if not first.isalpha():
        return _MARKS.get(first, "CD" if first in "$€£" else first)
    if low in CONTRACTED_SUBJECTS:
        return "PV"
    if low == "to":
        return "TO"
    if (low in TIME_WORDS and first.isupper()) or low in ("today", "yesterday", "tomorrow", "tonight"):
        return "TIME"
    if token.text == "US":
        return "NNP"
    found = CLOSED.get(low)
    if found == "MD" and low in ("may", "will", "might") and first.isupper() and low != token.text:
        return None
    return found


def _open(tokens: list[Token], i: int, titled: bool) -> str:
    token = tokens[i]
    low = token.low
    word = low.removesuffix("'s").removesuffix("s'") if low.endswith(("'s", "s'")) else low
    possible = classes(word)
    capital = token.text[0].isupper()
    initial = i == 0 or tokens[i - 1].tag in (".", ":", "?", "-", "(") or (i == 1 and tokens[0].tag == "CD")
    if not possible or (capital and not titled and not initial):
        return "RB" if low.endswith("ly") and not capital else "NNP" if capital or "-" not in low else "JJ"
    if capital and initial and not titled and (_named_on(tokens, i, possible) or _lone_name(tokens, i)):
        return "NNP"
    if low.endswith("'s"):
        return "NNP" if capital and not initial else "NN"
    if low in STRONG_VERBS and not (i and tokens[i - 1].low in _ARTICLES):
        return _verb_form(low)
    if low.endswith("ly") and "ADV" in possible:
        return "RB"
    verb, noun, adjective = "VERB" in possible, "NOUN" in possible, "ADJ" in possible
    if verb and (noun or adjective):
        return _ambiguous(tokens, i, noun)
    if verb and i and low.endswith("ed") and tokens[i - 1].tag in ("DT", "CD", "JJ") and i + 1 < len(tokens):
        named = tokens[i - 1].text[0].isupper() and tokens[i - 1].tag == "CD"
        return "VBD" if tokens[i + 1].tag or named else "JJ"
    if verb and i and _is_past(low) and tokens[i - 1].low in ("says", "said", "say"):
        return "JJ" if i + 1 < len(tokens) and not tokens[i + 1].tag else _verb_form(low)
    if verb and i and tokens[i - 1].tag == "DT" and tokens[i - 1].low in ("the", "a", "an"):
        return "NN"
    if verb:
        return _verb_form(low)
    if noun:
        return "NN"
    return "JJ" if adjective else "RB" if "ADV" in possible else "NN"


def _named_on(tokens: list[Token], i: int, possible: frozenset[str]) -> bool:
    """Whether a capital at the start of a sentence is a name's: the next word has one too."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return bool(
        following
        and following.text[0].isupper()
        and following.text[1:2].islower()
        and following.low not in CLOSED
        and following.tag not in ("TIME", "QUO")
        and "NOUN" in possible
    )


def _lone_name(tokens: list[Token], i: int) -> bool:
    """Whether the first word is a name: a singular without an article, right before a verb ("Lynch said")."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    low = tokens[i].low
    if following is None or low.endswith(("s", "ly")) or low in _BARE:
        return False
    return following.low in STRONG_VERBS or following.tag in ("AUX", "MD")


def _verb_form(low: str) -> str:
    if _is_gerund(low):
        return "VBG"
    return "VBD" if _is_past(low) else "VB"


@lru_cache(maxsize=8192)
def _is_gerund(low: str) -> bool:
    return low.endswith("ing") and lemma(low, "VERB") != low


@lru_cache(maxsize=8192)
def _is_past(low: str) -> bool:
    return not low.endswith(("s", "ing")) and lemma(low, "VERB") != low


def _ambiguous(tokens: list[Token], i: int, noun: bool) -> str:
    token = tokens[i]
    low = token.low
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    other = "NN" if noun else "JJ"
    k = i - 1
    while k >= 0 and tokens[k].tag == "RB":
        k -= 1
    anchor = tokens[k] if k >= 0 else None
    if before is not None and (
        before.tag in _BEFORE_NOUN or before.low.endswith("'s") or before.low == "one"
    ):
        return "VBG" if before.tag == "IN" and _is_gerund(low) and not _ends_here(after) else other
    if anchor is not None and anchor.tag in ("MD", "TO", "PRP") and not _no_subject(tokens, k):
        return _verb_form(low)
    if anchor is not None and anchor.low in DO:
        return "VB"
    if anchor is not None and anchor.tag == "AUX":
        return "VBG" if _is_gerund(low) else "VBN" if _is_past(low) else other
    if k < i - 1 and anchor is not None and anchor.tag in ("NN", "NNP") and not _is_gerund(low):
        return _verb_form(low)
    if _is_past(low):
        return "VBD" if anchor is not None and anchor.tag in _NOUNISH | {"CC", ",", ")"} else other
    if _is_gerund(low):
        return "VBG" if before is None or before.tag in (",", "CC", "NNP", "PRP") or noun is False else "NN"
    if (
        before is not None
        and before.tag in ("NN", "NNP")
        and _takes_object(before, token, after, head_plural=_head_plural(tokens, i))
    ):
        return "VB"
    if before is not None and before.tag == "CC" and i >= 2 and tokens[i - 2].tag in ("VB", "VBD"):
        return tokens[i - 2].tag
    return other


def _no_subject(tokens: list[Token], k: int) -> bool:
    """Whether a pronoun or "to" leads no verb: "one ship", "according to exit polls"."""
    if tokens[k].low in ("which", "one"):
        return True
    return tokens[k].tag == "TO" and k > 0 and tokens[k - 1].low == "according"


def _head_plural(tokens: list[Token], i: int) -> bool:
    """Whether the noun that heads the phrase before ``i`` is plural: "polls in one town show"."""
    k = i - 1
    while k >= 0 and tokens[k].tag in ("NN", "NNP", "DT", "JJ", "CD", "IN"):
        k -= 1
    head = k + 1
    while head + 1 < i and tokens[head + 1].tag != "IN":
        head += 1
    return tokens[head].low.endswith("s") and not tokens[head].low.endswith(("ss", "'s"))


def _takes_object(before: Token, token: Token, after: Token | None, *, head_plural: bool) -> bool:
    """Whether a noun or verb form after a noun is the verb: number agrees and an object follows."""
    if after is None or after.low == "such":
        return False
    opens = (after.low in CLOSED and CLOSED[after.low] in ("DT", "PRP")) or after.tag in _OBJECT_STARTS
    opens = opens or after.low in ("that", "how", "why", "whether") or after.text[0].isupper()
    plural = before.low.endswith("s") or before.low in ("people", "police", "media", "data")
    agrees = token.low.endswith("s") != plural
    return opens and (agrees or head_plural != token.low.endswith("s"))


def _ends_here(after: Token | None) -> bool:
    return after is None or after.tag in (",", ".", ":", "?", "-", "AUX", "MD", "VBD", "IN", "CC")


def _mend(tokens: list[Token], i: int, token: Token) -> None:
    """Second look, with all tags known: participles, "that" and prepositions that lead a noun."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return
    if token.tag == "VBD":
        if following.low in _PARTICIPLE_NEXT or (i and _passive_before(tokens, i)):
            token.tag = "VBN"
    elif token.low == "per" and following.low == "cent":
        token.tag = "NN"
    elif token.tag == "IN":
        if i and tokens[i - 1].low in ("a", "an", "the") and following.tag == "NN":
            token.tag = "JJ"
    elif token.low == "one":
        if following.tag in ("NN", "JJ", "NNP"):
            token.tag = "CD"
    elif token.low == "that":
        if following.low in TIME_NOUNS:
            token.tag = "DT"
    elif token.low == "long":
        if i and tokens[i - 1].tag == "AUX":
            token.tag = "RB"
    elif token.low == "so" and following.tag in ("JJ", "RB", "DT"):
        token.tag = "RB"


def _passive_before(tokens: list[Token], i: int) -> bool:
    k = i - 1
    while k >= 0 and tokens[k].tag == "RB":
        k -= 1
    return (
        k >= 0 and tokens[k].tag == "AUX" and (tokens[k].low in BE or tokens[k].low.startswith(("ha", "'")))
    )
