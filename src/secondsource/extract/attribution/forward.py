"""The content that follows a verb cue: clause, quotation, infinitive, gerund or noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.clauses import content_end, has_finite, whole_clause
from secondsource.extract.attribution.closed import COURT_HEADS, DOCUMENT_HEADS, GROUP_HEADS, TIME_NOUNS
from secondsource.extract.attribution.drafts import Cue
from secondsource.extract.attribution.objects import directive, object_content, points
from secondsource.extract.attribution.phrases import head_of, phrase_after, skip_adverbials
from secondsource.extract.attribution.tokens import Token, Unit
from secondsource.extract.attribution.withheld import withheld_content
from secondsource.model import Span

__all__ = ["forward_content"]

_WH = frozenset("whether if how why what who when where which".split())
_CLAUSE_OPENERS = frozenset(
    ["DT", "NN", "NNP", "PRP", "PV", "JJ", "CD", "QUO", "IN", "TIME", "RB", "$", "SB", "POS", "VBG"]
)
_SAYING_PLACES = frozenset(
    """interview statement briefing conference press reporters journalists speech letter email report article
    testimony call post tweet memo filing court hearing message rally event television radio eve twitter facebook
    telegram""".split()
)


def forward_content(unit: Unit, cue: Cue, cues: Sequence[Cue], subject: int | None) -> list[Span] | None:
    """Return the content pieces after ``cue``; None where it has none and is therefore no cue."""
    entry = cue.entry
    if entry.takes("z"):
        return withheld_content(unit, cue, cues)
    if entry.takes("v", "r", "b"):
        borne = (_shown if entry.takes("v") else _recorded)(unit, cue, cues, subject)
        if borne is not None or not entry.takes("s", "w", "q", "o", "g"):
            return borne
    if entry.takes("e"):
        return _expressed(unit, cue, cues)
    return _said(unit, cue, cues, subject)


def _said(unit: Unit, cue: Cue, cues: Sequence[Cue], subject: int | None) -> list[Span] | None:
    """Content of a verb of saying, thinking or asking: behind addressee, time and place."""
    tokens, entry, at = unit.tokens, cue.entry, cue.end
    if entry.takes("a", "d"):
        addressee = phrase_after(tokens, at, apposition=False)
        if addressee is not None and entry.takes("d"):
            ordered = directive(unit, at, addressee[1], cues)
            if ordered is not None:
                return ordered
        if addressee is not None and entry.takes("a") and _opens_after_addressee(tokens, addressee[1]):
            at = addressee[1]
    far = skip_adverbials(tokens, _past_topic(tokens, at))
    marked = _marked(unit, cue, cues, far)
    if marked is not None:
        return marked
    near = _skip_saying(tokens, at)
    if entry.lemma == "find" and subject is not None:
        head = tokens[head_of(tokens, subject, cue.group)].low
        return (
            _bare_clause(unit, near, cues, cue.end)
            if head in DOCUMENT_HEADS | COURT_HEADS | GROUP_HEADS
            else None
        )
    if entry.takes("o") and _object_and_clause(tokens, near):
        return object_content(unit, cue, cues, near)
    if entry.takes("s") or (entry.takes("a") and at > cue.end):
        clause = _bare_clause(unit, near, cues, cue.end)
        if clause is not None:
            return clause
    return object_content(unit, cue, cues, near)


def _object_and_clause(tokens: list[Token], at: int) -> bool:
    """Whether a noun phrase stands before the first comma and a clause of its own behind it."""
    for k in range(at, min(at + 30, len(tokens))):
        if tokens[k].tag in ("VB", "VBD", "AUX", "MD", "PV", "QUO", ":", ";", "SB"):
            return False
        if tokens[k].tag == ",":
            rest = tokens[k + 1 : k + 25]
            end = next((i for i, t in enumerate(rest) if t.tag in (",", ".", ";")), len(rest))
            return any(t.tag in ("VBD", "AUX", "MD", "VB") for t in rest[1:end])
    return False


def _past_topic(tokens: list[Token], at: int) -> int:
    """Step over "of the visit" in "said of the visit, “…”"."""
    if at < len(tokens) and tokens[at].low in ("of", "about"):
        topic = phrase_after(tokens, at + 1, apposition=False)
        if topic is not None and tokens[topic[1] : topic[1] + 2] and tokens[topic[1]].tag in (",", ":"):
            return topic[1]
    return at


def _opens_after_addressee(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].tag not in ("MD", "AUX", "VB", "VBD")


def _marked(unit: Unit, cue: Cue, cues: Sequence[Cue], at: int) -> list[Span] | None:
    """Content that a mark or word opens: colon, quotation, "that", a wh-word."""
    tokens = unit.tokens
    n = len(tokens)
    if at < n and tokens[at].tag == "," and at + 1 < n and tokens[at + 1].tag in ("QUO", "SB", "VBG"):
        if tokens[at + 1].tag == "QUO" and cue.entry.takes("q", "w", "s", "a"):
            return _quoted(unit, at + 1, cues)
        return None
    if at < n and tokens[at].tag == ",":
        at = _past_aside(tokens, at)
    if at >= n:
        return None
    token = tokens[at]
    entry = cue.entry
    if (
        token.low == "with"
        and entry.takes("q")
        and at + 2 < n
        and "QUO" in (tokens[at + 1].tag, tokens[at + 2].tag)
    ):
        return _quoted(unit, at + 1 if tokens[at + 1].tag == "QUO" else at + 2, cues)
    if token.tag == ":" and entry.takes("s", "w", "q", "a") and at + 1 < n:
        if tokens[at + 1].tag == "QUO":
            return _quoted(unit, at + 1, cues)
        return whole_clause(unit, at + 1, cues)
    if token.tag == "QUO" and entry.takes("q", "w", "s", "a"):
        return _quoted(unit, at, cues)
    if token.low == "that" and entry.takes("s", "w", "a") and not points(tokens, at):
        if at + 1 < n and tokens[at + 1].tag == ",":
            return whole_clause(unit, at + 2, cues)
        return whole_clause(unit, at + 1, cues)
    if token.low in _WH and entry.takes("s", "w", "a") and at + 1 < n:
        return whole_clause(unit, at, cues)
    return None


def _past_aside(tokens: list[Token], comma: int) -> int:
    """Step over ", on condition of anonymity," before "that"."""
    for k in range(comma + 1, min(comma + 14, len(tokens) - 1)):
        if tokens[k].tag == "," and tokens[k + 1].low == "that":
            return k + 1
        if tokens[k].tag in ("VB", "VBD", "MD", "AUX", "."):
            break
    return comma


def _quoted(unit: Unit, at: int, cues: Sequence[Cue]) -> list[Span]:
    """Content that begins with a quotation: the quotation alone, or the clause that it begins."""
    tokens = unit.tokens
    n = len(tokens)
    quotation = tokens[at].text.rstrip("”’»\"'›“ ")
    nxt = tokens[at + 1] if at + 1 < n else None
    if nxt is None or nxt.tag in (".", "?", ";", "-") or (quotation[-1:] in ".?!" and nxt.tag != "CC"):
        return [tokens[at].span]
    if quotation[-1:] == "," or nxt.tag == ",":
        return [tokens[at].span]
    end = content_end(tokens, at, cues)
    return [unit.span_of(at, end)]


def _skip_saying(tokens: list[Token], at: int) -> int:
    """Step over times and places of saying only: other phrases may begin the content."""
    n = len(tokens)
    while at < n:
        token = tokens[at]
        nxt = tokens[at + 1] if at + 1 < n else None
        if token.tag == "TIME" or (token.tag == "CD" and at and tokens[at - 1].tag == "TIME"):
            at += 1
            if at < n and tokens[at].low in ("night", "morning", "evening", "afternoon"):
                at += 1
        elif token.tag == "RB" and token.low in (
            "earlier",
            "later",
            "again",
            "publicly",
            "repeatedly",
            "recently",
        ):
            at += 1
        elif (
            nxt is not None
            and token.low in ("last", "this", "earlier")
            and (nxt.low in TIME_NOUNS or nxt.tag == "TIME")
        ):
            at += 2
        elif token.tag in ("IN", "TO") and nxt is not None:
            if nxt.tag == "TIME":
                at += 2
                continue
            inner = phrase_after(tokens, at + 1, apposition=False)
            if inner is None or not {t.low for t in tokens[at + 1 : inner[1]]} & _SAYING_PLACES:
                return at
            at = inner[1]
        else:
            return at
    return at


def _bare_clause(unit: Unit, at: int, cues: Sequence[Cue], cue_end: int) -> list[Span] | None:
    tokens = unit.tokens
    if at >= len(tokens):
        return None
    end = content_end(tokens, at, cues)
    if end <= at:
        return None
    first = tokens[at]
    if first.tag in ("VBD", "VB", "MD", "AUX") and at > 1:
        return _gapped(unit, at, end)
    if first.tag not in _CLAUSE_OPENERS or first.low in ("of", "as", "by"):
        return None
    if first.low == "about" and tokens[at + 1].tag != "CD":
        return None
    begins = at if first.tag == "PV" else at + 1
    counted = (first.tag == "CD" and at == cue_end) or any(t.tag == "QUO" for t in tokens[at + 1 : end])
    if not counted and not has_finite(tokens, begins, min(end, at + 60)):
        return None
    return [unit.span_of(at, end)]


def _gapped(unit: Unit, at: int, end: int) -> list[Span] | None:
    """Handle "a launch that officials said was aided by …": the antecedent belongs to the content."""
    tokens = unit.tokens
    k = at - 1
    while k >= 0 and k > at - 14 and tokens[k].low not in ("that", "which", "who", ","):
        k -= 1
    if k <= 0 or tokens[k].low == ",":
        return [unit.span_of(at, end)] if k >= 0 and tokens[k].low == "," else None
    stop = k - 1 if tokens[k - 1].tag == "," else k
    first = stop - 1
    while (
        first > 0
        and tokens[first].tag in ("NN", "JJ", "NNP", "CD")
        and tokens[first - 1].tag
        in (
            "NN",
            "JJ",
            "NNP",
            "DT",
            "CD",
        )
    ):
        first -= 1
    if stop <= first or tokens[stop - 1].tag not in ("NN", "NNP"):
        return [unit.span_of(at, end)]
    return [unit.span_of(first, stop), unit.span_of(at, end)]


def _shown(unit: Unit, cue: Cue, cues: Sequence[Cue], subject: int | None) -> list[Span] | None:
    """Handle "images show …": only what can bear evidence can show."""
    tokens = unit.tokens
    if subject is None:
        return None
    head = tokens[head_of(tokens, subject, cue.group)]
    if head.low not in (COURT_HEADS if cue.entry.lemma == "hear" else DOCUMENT_HEADS):
        return None
    at = cue.end
    if at >= len(tokens):
        return None
    if tokens[at].low == "that":
        at += 1
    return whole_clause(unit, at, cues)


# Where a figure must stand to be what is counted: "counted 212 spindles", "lists at least 40 ships".
_COUNTED_WITHIN = 8


# "Counting on voters", "registered for", "logged in" count nothing.
_HANGING = frozenset("on for in as with off toward towards to".split())


def _recorded(unit: Unit, cue: Cue, cues: Sequence[Cue], subject: int | None) -> list[Span] | None:
    """Handle "the register lists one director", "the union counted 40 injured": a document bears it, or it is counted."""
    tokens = unit.tokens
    if subject is None or cue.end >= len(tokens):
        return None
    head = tokens[head_of(tokens, subject, cue.group)]
    if tokens[subject].low in ("our", "we", "i") and head.low not in DOCUMENT_HEADS:
        return None  # what the outlet's own people counted is witnessed
    near = tokens[cue.end : cue.end + _COUNTED_WITHIN]
    counted = any(
        t.tag in ("CD", "$")
        for t in near[: next((i for i, t in enumerate(near) if t.tag in (",", ".", "SB")), len(near))]
    )
    if head.low not in DOCUMENT_HEADS and not (counted and cue.entry.takes("r")):
        return None
    if tokens[cue.end].tag not in ("DT", "CD", "NN", "NNP", "JJ", "$", "QUO", "IN", "PRP", "SB", "RB"):
        return None
    if tokens[cue.end].low in _HANGING:
        return None
    return whole_clause(unit, cue.end + (tokens[cue.end].low == "that"), cues)


def _expressed(unit: Unit, cue: Cue, cues: Sequence[Cue]) -> list[Span] | None:
    """Handle "expressed fears that …", "voiced concern about …"."""
    tokens = unit.tokens
    at = cue.end
    if at >= len(tokens):
        return None
    if tokens[at].tag == "QUO":
        return _quoted(unit, at, cues)
    if tokens[at].low in ("that", "about", "over", "of", "at", "for", "on", "in"):
        return whole_clause(unit, at + 1, cues)
    return None
