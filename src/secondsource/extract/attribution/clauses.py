"""Where clauses begin and end: is there a verb, where must a content stop, what stands before a comma."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.closed import TIME_NOUNS
from secondsource.extract.attribution.drafts import Cue
from secondsource.extract.attribution.tokens import Token, Unit
from secondsource.model import Span

__all__ = ["clause_start", "content_end", "has_finite", "strip_end", "whole_clause"]

_FINITE = frozenset(["VB", "VBD", "AUX", "MD", "PV"])
_RELAYING = frozenset(["citing", "quoting", "per"])
_PAST_AUX = frozenset("did didn't offered gave declined refused denied".split())
_LINKERS = frozenset(["and", "but", "while", "although", "though", "whereas", "yet"])


def has_finite(tokens: list[Token], first: int, end: int) -> bool:
    """Whether the tokens hold a finite verb (a quotation may hold one)."""
    for i in range(first, end):
        token = tokens[i]
        if token.tag in _FINITE and not (i and tokens[i - 1].tag == "TO"):
            return True
        if token.tag == "QUO" and " " in token.text:
            return True
    return False


def strip_end(tokens: list[Token], first: int, end: int) -> int:
    """Return ``end`` without closing marks and commas."""
    while end > first and tokens[end - 1].tag in (".", ",", "?", ";", ":", "-"):
        if tokens[end - 1].tag == "?" and tokens[end - 1].text != "!":
            break
        end -= 1
    return end


def content_end(tokens: list[Token], start: int, cues: Sequence[Cue], *, phrase: bool = False) -> int:
    """Return where a content that begins at ``start`` ends.

    It runs to the end of the sentence, short of a relay ("…, according to X"), a participle or verb that
    speaks on for the same source ("…, adding that", "and said"), a closing "…, X said", or, for a
    ``phrase``, the next comma.
    """
    heads = {cue.group: cue for cue in cues if cue.group > start}
    n = len(tokens)
    depth = 0
    for i in range(start, n):
        token = tokens[i]
        if token.tag == "(":
            depth += 1
        elif token.tag == ")":
            depth -= 1
            if depth < 0:
                return i
        elif depth > 0:
            continue
        elif (
            token.tag == ";"
            or (token.tag == "." and i + 1 < n and tokens[i + 1].tag not in ("QUO", "."))
            or (token.tag in (",", ".") and _relay_at(tokens, i + 1))
            or (i > start and token.low in ("according", "citing", "quoting"))
            or (i > start and token.tag in (",", "CC", "-") and _cut_at(tokens, i, heads, start))
            or (phrase and i > start and token.tag == "," and not _list_goes_on(tokens, i))
        ):
            return strip_end(tokens, start, i)
    return strip_end(tokens, start, n)


def _relay_at(tokens: list[Token], k: int) -> bool:
    if k >= len(tokens):
        return False
    if tokens[k].low in _RELAYING:
        return True
    return tokens[k].low == "according" and k + 1 < len(tokens) and tokens[k + 1].low == "to"


def _list_goes_on(tokens: list[Token], i: int) -> bool:
    """Whether the comma at ``i`` stands inside a list or before "including"."""
    if i + 1 >= len(tokens):
        return False
    if tokens[i + 1].low in ("and", "but"):
        return False
    if tokens[i + 1].low == "including" or tokens[i + 1].tag == "JJ":
        return True
    for k in range(i + 1, min(i + 8, len(tokens))):
        if tokens[k].low in ("and", "or"):
            return tokens[k - 1].tag in (",", "NN", "NNP")
        if tokens[k].tag not in ("NN", "NNP", "DT", "JJ", "CD", ",", "IN"):
            return False
    return False


def _cut_at(tokens: list[Token], i: int, heads: dict[int, Cue], start: int) -> bool:
    """Whether a cue of the same or another source takes over at the comma or conjunction at ``i``."""
    k = i + 1
    if k < len(tokens) and tokens[i].tag in (",", "-") and tokens[k].low in _LINKERS:
        k += 1
    linked = (tokens[i].tag == "CC" and tokens[i].low in _LINKERS) or k > i + 1
    if k > i + 1 and tokens[k - 1].low == "but" and k < len(tokens) and tokens[k].low in _PAST_AUX:
        return True
    j = k
    while j < len(tokens) and tokens[j].tag == "RB":
        j += 1
    cue = heads.get(j) or heads.get(k)
    if cue is not None and not cue.passive:
        opened = cue.end < len(tokens) and tokens[cue.end].low in ("that", "whether", "how", "why")
        speaks = (
            cue.entry.takes("s", "a", "p")
            or opened
            or (tokens[cue.end : cue.end + 1] and cue.end < len(tokens) and (tokens[cue.end].tag == "QUO"))
        )
        if cue.form == "gerund" and tokens[i].tag in (",", "-"):
            return True
        if cue.form == "finite" and speaks and tokens[cue.verb].tag in ("VBD", "VB") and linked:
            return _same_subject(tokens, start, cue)
        if (
            cue.form == "finite"
            and tokens[i].tag == ","
            and cue.entry.takes("i")
            and _tail_after(tokens, cue.end)
        ):
            return True
    if tokens[i].tag not in (",", "-") and not linked:
        return False
    return _new_speaker(tokens, k, heads, linked=linked)


def _same_subject(tokens: list[Token], start: int, cue: Cue) -> bool:
    """A past verb after "and" speaks on for the main subject unless the content's own verb is past too."""
    return cue.entry.takes("s", "w", "a") and cue.verb + 1 < len(tokens)


def _tail_after(tokens: list[Token], at: int) -> bool:
    """Whether a name and the end or a comma follow an inverted verb."""
    k = at
    while k < len(tokens) and tokens[k].tag in ("NN", "NNP", "DT", "JJ", "PRP", "IN", "CD", "TIME"):
        k += 1
    return k > at and (k >= len(tokens) or tokens[k].tag in (".", ",", "?", ";"))


def _new_speaker(tokens: list[Token], k: int, heads: dict[int, Cue], *, linked: bool) -> bool:
    """Whether from ``k`` on a noun phrase and a cue of its own follow ("…, but the union said")."""
    j = k
    while j < len(tokens) and j < k + 14:
        token = tokens[j]
        cue = heads.get(j)
        if cue is not None and j > k:
            if not cue.entry.takes("s", "w", "q", "i") or cue.form != "finite" or cue.passive:
                return False
            return linked or (cue.entry.takes("i") and _closes(tokens, cue.end))
        if token.tag not in ("NN", "NNP", "DT", "JJ", "CD", "PRP", "IN", "RB", "POS", "TIME", "'", "’"):
            return False
        j += 1
    return False


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether after a cue at most a time or venue stands before a comma or the end."""
    k = at
    while k < len(tokens) and (
        tokens[k].tag in ("TIME", "RB", "IN", "DT", "NN", "NNP", "CD", "JJ", "TO")
        or tokens[k].low in TIME_NOUNS
    ):
        if k == at and tokens[k].tag in ("DT", "NN", "NNP", "JJ", "CD"):
            return False
        k += 1
    return k >= len(tokens) or tokens[k].tag in (".", ",", "?", ";")


def clause_start(tokens: list[Token], end: int) -> int:
    """Return where the material before a closing "…, X said" begins: after a semicolon or at the start."""
    for i in range(end - 1, -1, -1):
        if tokens[i].tag == ";" or (tokens[i].tag == "." and i + 1 < end - 1):
            return i + 1
    first = 0
    while first < end and tokens[first].tag in ("-", ".", "CC") and first + 1 < end:
        if tokens[first].tag == "CC":
            break
        first += 1
    return first


def whole_clause(unit: Unit, at: int, cues: Sequence[Cue]) -> list[Span] | None:
    """Return the content that begins at token ``at`` and runs to its end, as one piece; None for nothing."""
    end = content_end(unit.tokens, at, cues)
    return [unit.span_of(at, end)] if end > at else None
