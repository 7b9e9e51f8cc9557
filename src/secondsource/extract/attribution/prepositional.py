"""Attributions of "according to X", "in the words of X", "as X noted"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.clauses import clause_start, content_end, has_finite
from secondsource.extract.attribution.drafts import Cue, Draft
from secondsource.extract.attribution.phrases import head_of, phrase_after, skip_adverbials
from secondsource.extract.attribution.subjects import subject_before
from secondsource.extract.attribution.tokens import Token, Unit
from secondsource.model import Span
from secondsource.text.words import lemma

__all__ = ["as_drafts", "headline_drafts", "preposition_drafts"]

# Who headlines quote before a colon; other words there name the topic ("Ukraine war: …").
_SPEAKERS = frozenset(
    """minister ministry mayor president official officer police court study report survey poll army government
    union chief chairman spokesman spokeswoman judge governor senator source expert analyst scientist agency""".split()
)


# "according to plan" and the like name a measure, no source.
_MEASURES = frozenset(
    """plan plans schedule need needs size age weight height index evolution type taste rank ability law rule
    rules principle principles means merit custom tradition""".split()
)
_ASIDES = frozenset(["citing", "quoting", "which", "who", "whose"])


def preposition_drafts(unit: Unit, cues: Sequence[Cue]) -> list[Draft]:
    """Return the attributions of "according to X", "in the words of X", "per X"."""
    tokens = unit.tokens
    out = []
    for i, token in enumerate(tokens):
        after = i
        if token.low == "according" and i + 1 < len(tokens) and tokens[i + 1].low == "to":
            after = i + 2
        elif token.low == "in" and [t.low for t in tokens[i + 1 : i + 4]] == ["the", "words", "of"]:
            after = i + 4
        elif token.low == "by" and (opened := _by_account(tokens, i)):
            after = opened
        elif token.low == "per" and i and tokens[i - 1].tag in (",", "QUO", "."):
            after = i + 1
        if after == i:
            continue
        named = phrase_after(tokens, after)
        if named is None or tokens[head_of(tokens, *named)].low in _MEASURES:
            continue
        content = _around(unit, i, named[1], cues)
        if content:
            cue = unit.span_of(i, after)
            out.append(Draft(unit, unit.span_of(*named), cue, content, "asserts", "according", i))
    return out


_ACCOUNTS = frozenset(
    """account accounts count estimate estimates reckoning calculation calculations figures data records watch
    tally""".split()
)


def _by_account(tokens: Sequence[Token], i: int) -> int | None:
    """Return where X begins in "by the count of X", "by the data of X"."""
    k = i + 1
    if k < len(tokens) and tokens[k].low == "the":
        k += 1
    led = k + 1 < len(tokens) and tokens[k].low in _ACCOUNTS and tokens[k + 1].low == "of"
    return k + 2 if led else None


def _around(unit: Unit, at: int, after: int, cues: Sequence[Cue]) -> list[Span]:
    """Return the content beside a prepositional cue that stands at tokens ``at`` to ``after``."""
    tokens = unit.tokens
    n = len(tokens)
    begins = at == 0 or all(t.tag in ("CC", "RB", ",", "-") for t in tokens[:at])
    stop = at
    while stop > 0 and tokens[stop - 1].tag in (",", ".", "-"):
        stop -= 1
    if not begins and stop > 0:
        first = clause_start(tokens, stop)
        if stop <= first:
            return []
        left = unit.span_of(first, stop)
        whole = has_finite(tokens, first, stop) and tokens[first].tag != "SB"
        if whole or after >= n or tokens[after].tag != ",":
            return [left]
        end = content_end(tokens, after + 1, cues)
        return [left, unit.span_of(after + 1, end)] if end > after + 1 else [left]
    if after < n and tokens[after].tag in ("VBN", "VBD"):
        after = max(after, _past_comma(unit, after) - 1)
    k = after
    while k < n and tokens[k].tag != ",":
        if tokens[k].tag in ("VB", "VBD", "MD", "AUX", "PRP"):
            break
        k += 1
    if k < n and tokens[k].tag == ",":
        k += 1
        if k < n and tokens[k].low in _ASIDES:
            k = _past_comma(unit, k)
    elif k >= n:
        return []
    else:
        k = after
    end = content_end(tokens, k, cues)
    return [unit.span_of(k, end)] if end > k + 1 else []


def _past_comma(unit: Unit, k: int) -> int:
    tokens = unit.tokens
    while k < len(tokens) and tokens[k].tag != ",":
        k += 1
    return min(k + 1, len(tokens))


def headline_drafts(unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the attribution of a headline's "Minister: dam is safe"; the colon stands for a cue."""
    tokens = unit.tokens
    if not unit.headline or drafts:
        return []
    colon = next((i for i, t in enumerate(tokens[:7]) if t.tag == ":"), None)
    if colon is None or not colon or len(tokens) < colon + 4:
        return []
    if any(t.tag not in ("NN", "NNP", "JJ", "DT") for t in tokens[:colon]):
        return []
    end = content_end(tokens, colon + 1, ())
    spoken = has_finite(tokens, colon + 1, end) or tokens[colon + 1].tag == "QUO"
    if not spoken or lemma(tokens[colon - 1].low, "NOUN") not in _SPEAKERS:
        return []
    content = [unit.span_of(colon + 1, end)]
    return [
        Draft(
            unit, unit.span_of(0, colon), tokens[colon].span, content, "asserts", "headline", colon, score=0.6
        )
    ]


def as_drafts(unit: Unit, cues: Sequence[Cue]) -> list[Draft]:
    """Return the attributions of "As X noted, …" and "…, as X said"."""
    tokens = unit.tokens
    out = []
    for cue in cues:
        if cue.form != "finite" or cue.passive or not cue.entry.takes("i"):
            continue
        subject = subject_before(tokens, cue.group)
        if subject is None or not subject[0] or tokens[subject[0] - 1].low != "as":
            continue
        at = subject[0] - 1
        after = skip_adverbials(tokens, cue.end)
        if after < len(tokens) and tokens[after].tag not in (",", ".", ";", "?", "-"):
            continue
        content = _around(unit, at, after, cues)
        if content:
            span = unit.span_of(cue.first, cue.end)
            out.append(Draft(unit, unit.span_of(*subject), span, content, cue.stance, "as", cue.verb))
    return out
