"""Content that is no clause: "vowed to leave", "deny exchanging", "put the toll at 90", "called it “x”", "urged X to"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.clauses import content_end, whole_clause
from secondsource.extract.attribution.closed import SETTING_HEADS
from secondsource.extract.attribution.drafts import Cue
from secondsource.extract.attribution.phrases import phrase_after
from secondsource.extract.attribution.tokens import Token, Unit
from secondsource.model import Span

__all__ = ["directive", "object_content", "points"]


def object_content(unit: Unit, cue: Cue, cues: Sequence[Cue], at: int) -> list[Span] | None:
    """Content that is no clause: "vowed to leave", "deny exchanging", "rejected the claim", "called it “x”"."""
    tokens = unit.tokens
    n = len(tokens)
    if at >= n:
        return None
    entry = cue.entry
    token = tokens[at]
    verbal = _verbal_content(unit, cue, cues, at)
    if verbal is not None:
        return verbal
    if token.low == "as" and entry.takes("k") and at + 1 < n:
        return whole_clause(unit, at + 1, cues)
    if token.low == "that" and points(tokens, at) and entry.takes("o"):
        return whole_clause(unit, at, cues)
    if entry.takes("m"):
        measured = _measured(unit, at, cues)
        if measured is not None or not entry.takes("o"):
            return measured
    if entry.takes("o") and _bounds_figure(tokens, at):
        return whole_clause(unit, at, cues)
    starts = phrase_after(tokens, at, apposition=False)
    if starts is None and not (token.tag == "QUO" and entry.takes("o", "k", "p")):
        return None
    if entry.takes("k"):
        stop = _named_end(tokens, at, content_end(tokens, at, cues), starts)
        if stop is not None:
            return [unit.span_of(at, stop)]
    bare = token.tag == "PRP" and (at + 1 >= n or tokens[at + 1].tag in (".", ",", "CC"))
    if bare or (token.tag == "PRP" and not entry.takes("p")):
        return None
    if entry.takes("p"):
        return whole_clause(unit, at, cues)
    if entry.takes("o"):
        end = content_end(tokens, at, cues, phrase=True)
        return [unit.span_of(at, end)] if end > at else None
    return None


def _bounds_figure(tokens: list[Token], at: int) -> bool:
    """Whether a bound and a figure stand at ``at``: "(spoke of) up to 15"."""
    return tokens[at].tag in ("IN", "RB") and any(t.tag in ("CD", "$") for t in tokens[at + 1 : at + 3])


def _verbal_content(unit: Unit, cue: Cue, cues: Sequence[Cue], at: int) -> list[Span] | None:
    """Content that is an infinitive or a gerund: "vowed to leave", "deny having met"."""
    tokens, entry = unit.tokens, cue.entry
    n = len(tokens)
    token = tokens[at]
    if (
        token.tag == "TO"
        and (entry.takes("f") or entry.lemma in ("ask", "beg", "request"))
        and at + 1 < n
        and tokens[at + 1].tag in ("VB", "AUX", "NN", "RB")
    ):
        return whole_clause(unit, at + 1, cues)
    if (token.tag == "VBG" or token.low in ("having", "being")) and entry.takes("g"):
        return whole_clause(unit, at, cues)
    return None


def _measured(unit: Unit, at: int, cues: Sequence[Cue]) -> list[Span] | None:
    """Handle "put the toll at 90": what is measured and the figure."""
    tokens = unit.tokens
    for k in range(at + 1, min(at + 6, len(tokens) - 1)):
        if tokens[k].low in ("at", "as") and any(t.tag in ("CD", "$") for t in tokens[k + 1 : k + 4]):
            end = _before_setting(tokens, k, content_end(tokens, at, cues, phrase=True))
            return [unit.span_of(at, end)]
        if tokens[k].tag not in ("NN", "NNP", "JJ", "DT", "PRP", "IN"):
            return None
    return None


def _before_setting(tokens: list[Token], start: int, end: int) -> int:
    """Return where a venue begins at the end of a content ("in a statement"), or ``end``."""
    for k in range(start + 1, end - 1):
        if tokens[k].low in ("in", "at", "during") and any(
            t.low in SETTING_HEADS for t in tokens[k + 1 : k + 4]
        ):
            return k
    return end


def _named_end(tokens: list[Token], at: int, end: int, object_: tuple[int, int] | None) -> int | None:
    """Return where "call X Y" ends: behind a quotation, or with "as …" or "a …" at the end of the clause."""
    pointed = tokens[at].low in ("this", "that", "it") and at + 1 < end
    if pointed and tokens[at + 1].tag in ("DT", "JJ", "QUO"):
        return end
    for k in range(at, end):
        if tokens[k].tag == "QUO":
            follows = tokens[k + 1 : k + 3]
            joined = len(follows) == 2 and follows[0].low in ("and", "or", ",") and follows[1].tag == "QUO"
            return k + 3 if joined and k + 3 <= end else k + 1
    if any(t.low == "as" for t in tokens[at:end]):
        return end
    if object_ is None:
        return None
    last = object_[1]
    plain = tokens[last - 1].tag == "JJ" and tokens[last - 2].tag in ("NN", "NNP") and last - object_[0] > 1
    called = last < end and (tokens[last].low in ("a", "an", "the", "one") or tokens[last].tag == "JJ")
    return end if called else last if plain else None


def directive(unit: Unit, at: int, after: int, cues: Sequence[Cue]) -> list[Span] | None:
    """Handle "urged Russia to withdraw": person and infinitive are the content."""
    tokens = unit.tokens
    k = after
    if k < len(tokens) and (tokens[k].tag == "TIME" or tokens[k].low == "not"):
        k += 1
    if (
        k + 1 < len(tokens)
        and tokens[k].tag == "TO"
        and tokens[k + 1].tag in ("VB", "AUX", "NN", "RB", "QUO")
    ):
        return whole_clause(unit, at, cues)
    return None


def points(tokens: list[Token], at: int) -> bool:
    """Whether "that" at ``at`` is a determiner: "could not verify that figure"."""
    rest = [t.tag for t in tokens[at + 1 : at + 4]]
    return rest[:1] in ([], ["."]) or (rest[:1] == ["NN"] and rest[1:2] in ([], ["."], [","]))
