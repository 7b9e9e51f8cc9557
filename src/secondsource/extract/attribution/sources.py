"""What kind of source a phrase is, whom it stands for, and what limits a denial."""

from __future__ import annotations

import re
from itertools import pairwise

from secondsource.extract.attribution.closed import VAGUE_HEADS
from secondsource.extract.attribution.drafts import Draft
from secondsource.extract.attribution.lexicon import noun_stance
from secondsource.extract.attribution.phrases import head_of
from secondsource.extract.attribution.tagging import tag
from secondsource.extract.attribution.tokens import Token, Unit, plain_tokens
from secondsource.model import Entity, SourceType, Span
from secondsource.text.words import lemma

__all__ = ["PRONOUNS", "bare_name", "joint", "maker_of", "scope_of", "source_type"]

PRONOUNS = frozenset("he she it they we i you who him her them".split())
_BODY = re.compile(
    r"\b(?:ministry|department|agency|office|police|army|court|council|committee|commission|company|bank|union|"
    r"party|bureau|university|institute|government|navy|force|service|board|embassy|[A-Z][\w.]+ (?:said|Inc|Corp))\b|"
    r"\bat\s(?:the\s)?[A-Z]"
)
_HIDDEN = re.compile(
    r"\b(?:unnamed|anonymous|unidentified|undisclosed|not (?:be )?(?:named|identified)|anonymity|familiar with|"
    r"close to|briefed on|sources?)\b"
)
_QUANTIFIED = frozenset(
    "some many others another several most few everyone nobody somebody someone all people".split()
)
_PARTICLES = frozenset("de do da di del la le al el van von der bin ben of the and".split())
_OUTLET_NOUNS = frozenset("agency newspaper broadcaster channel daily network magazine group company".split())
_LIMITING = frozenset(
    """direct directly deliberate deliberately intentional intentionally knowing knowingly official officially formal
    formally personal personally prior illegal lethal military active further new such systematic""".split()
)


def source_type(text: str, span: Span | None, *, speaker: Entity | None, named: bool) -> SourceType:
    """Return ``named``, ``role``, ``vague`` or ``unstated`` for the phrase at ``span``.

    Args:
        text: The report's text.
        span: The source, or None.
        speaker: The entity that it stands for, where known.
        named: Whether an entity is named by the head of the phrase itself.
    """
    if span is None:
        return "unstated"
    words = span.of(text)
    tokens = _tagged(text, span)
    if len(tokens) == 1 and tokens[0].low in PRONOUNS:
        return "named" if speaker is not None else "role"
    if _HIDDEN.search(words):
        return "vague"
    head = tokens[head_of(tokens, 0, len(tokens))]
    if head.tag == "NNP" or (head.text[:1].isupper() and head is not tokens[0]):
        return "named"
    at = tokens.index(head)
    if _name_in_apposition(tokens) or (at and head.low in _OUTLET_NOUNS and tokens[at - 1].tag == "NNP"):
        return "named"
    if head.low in _QUANTIFIED:
        return "vague"
    if _ends_in_name(tokens):
        return "named"
    if head.low in VAGUE_HEADS:
        return (
            "role"
            if _BODY.search(words) or tokens[0].low in ("the", "its", "their", "his", "her")
            else "vague"
        )
    return "named" if named else "role"


def _tagged(text: str, span: Span) -> list[Token]:
    tokens = plain_tokens(text, span)
    tag(Unit(text, span, tokens))
    return tokens or [Token(span.start, span.end, span.of(text), span.of(text).lower(), "NN")]


def _name_in_apposition(tokens: list[Token]) -> bool:
    """Whether a comma is followed by a name: "the mayor, Ada Orr"."""
    for i, token in enumerate(tokens[:-1]):
        if token.tag == "," and tokens[i + 1].tag == "NNP" and not tokens[i + 1].low.endswith("'s"):
            rest = [t for t in tokens[i + 1 :] if t.tag != ","]
            if all(t.tag == "NNP" or t.low in _PARTICLES for t in rest[:2]):
                return True
    return False


def _ends_in_name(tokens: list[Token]) -> bool:
    """Whether a person's name closes the phrase: "the director of the port Ada Orr"."""
    return (
        len(tokens) > 3
        and all(t.tag == "NNP" for t in tokens[-2:])
        and tokens[-3].tag in ("NN", "NNP", "POS")
    )


def bare_name(text: str, span: Span) -> str:
    """Return the words at ``span`` without leading article and what follows the first comma."""
    words = span.of(text).split(",")[0].strip()
    if words.endswith(".") and not re.search(r"\b(?:[A-Z]|Inc|Corp|Ltd|Jr|Sr|Co)\.$", words):
        words = words[:-1]
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if words.startswith(article):
            return words[len(article) :]
    return words


_MADE = re.compile(
    r"\b(?:images?|imagery|photographs?|photos|pictures|footage|videos?|data|figures|statistics|polls?|surveys?|"
    r"analysis|maps?|charts?)\s(?:\w+\s)?(?:from|by)\s(?P<maker>(?:the\s)?[A-Z].*)$"
)
_JOINT = re.compile(
    r"^(?:[Tt]he\s)?[A-Z][\w.’'\-]*(?:\s[A-Z][\w.’'\-]*){0,4}(?:,|\sand)\s.*\b(?:[A-Z]|others?\b)"
)


def maker_of(words: str) -> str | None:
    """Return whose pictures or figures speak: "Norda" in "satellite images from Norda"; null for anyone else."""
    match = _MADE.search(words)
    return match["maker"].removeprefix("the ") if match else None


def joint(words: str) -> bool:
    """Whether several named sources speak together: "Norland, Sorland and other states"."""
    return (
        bool(_JOINT.match(words))
        and " and " in words
        and not re.search(r",\s(?:the|an?|who|its|his|her)\s", words)
    )


def scope_of(text: str, draft: Draft) -> Span | None:
    """Return the words that limit a denial: a relative clause of its object, or an adjective as "direct"."""
    if draft.stance != "denies" or len(draft.content) != 1:
        return None
    content = draft.content[0]
    lead = text[draft.cue.end : content.start].lower().split()
    tokens = [t for t in draft.unit.tokens if content.start <= t.start and t.end <= content.end]
    if not tokens or tokens[0].tag == "QUO":
        return None
    dated = _dated_end(tokens)
    if dated is not None:
        return Span(dated, content.end)
    if lead[-1:] == ["that"] or tokens[0].tag in ("PRP", "PV"):
        return None
    for before, token in pairwise(tokens):
        if token.low == "that" and noun_stance(lemma(before.low, "NOUN")) is not None:
            return None
        if token.low in ("that", "which", "who", "whose") and before.tag != "VBG":
            return Span(token.start, content.end)
    if tokens[0].tag == "VBG":
        return None
    for token in tokens[:3]:
        if token.low in _LIMITING:
            return token.span
    return None


def _dated_end(tokens: list[Token]) -> int | None:
    """Return where a closing time begins: "since 2029", "before the vote in May"."""
    for i in range(len(tokens) - 1, max(0, len(tokens) - 6), -1):
        token = tokens[i]
        if token.low in ("since", "before", "after", "until", "during", "by", "in", "on") and i:
            inside = tokens[i + 1 :]
            year = len(inside) == 1 and len(inside[0].text) == 4 and inside[0].text.isdigit()
            return token.start if year or any(t.tag == "TIME" for t in inside) else None
    return None
