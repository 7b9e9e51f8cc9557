"""Attributions of finite verb cues: "X said that", "…, said X", "…, X said", "X denies doing"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.extract.attribution.clauses import clause_start, content_end, has_finite, strip_end
from secondsource.extract.attribution.closed import DOCUMENT_HEADS, GROUP_HEADS
from secondsource.extract.attribution.drafts import Cue, Draft
from secondsource.extract.attribution.forward import forward_content
from secondsource.extract.attribution.phrases import head_of, phrase_after, skip_adverbials
from secondsource.extract.attribution.subjects import subject_before
from secondsource.extract.attribution.tokens import Token, Unit
from secondsource.model import Span

__all__ = ["closing_content", "finite_draft", "inherited_source", "source_of"]

_RELATED = re.compile(r",?\s(?:who|which|that)\b")
_POINTING = frozenset("this that these those there what".split())
# What these open is half a sentence: its other half follows the speaker.
_HALF = frozenset("since after before until as because when if while although though once unless".split())
_ENDS = frozenset([".", ",", "?", ";", "-", ")"])
_AFTER_SPEAKER = frozenset(["IN", "SB", "VBG", "QUO", "RB", "TO", "CC", "VBD", "VB"])


def finite_draft(unit: Unit, cue: Cue, cues: Sequence[Cue], drafts: Sequence[Draft]) -> Draft | None:
    """Return the attribution of a finite, active verb cue, or None where it is none."""
    tokens = unit.tokens
    inverted = _inverted(unit, cue)
    if inverted is not None:
        return inverted
    subject = source_of(unit, cue, drafts)
    if subject is None:
        return None
    source, first = subject
    if first and tokens[first - 1].low in ("if", "unless", "lest"):
        return None
    shown = cue.entry.takes("v", "r", "b") and first is not None and _can_show(tokens, first, cue)
    if first is not None and (cue.entry.takes("i", "q") or shown):
        closing = _closing(unit, cue, source, first)
        if closing is not None:
            return closing
    contents = forward_content(unit, cue, cues, first)
    if contents is None or (contents and all(piece.overlaps(source) for piece in contents)):
        return None
    contents = [piece for piece in contents if not piece.overlaps(source)]
    return Draft(unit, source, _cue_span(tokens, cue), contents, cue.stance, "forward", cue.verb)


def _can_show(tokens: list[Token], first: int, cue: Cue) -> bool:
    return tokens[head_of(tokens, first, cue.group)].low in DOCUMENT_HEADS


def _cue_span(tokens: list[Token], cue: Cue) -> Span:
    return Span(tokens[cue.first].start, tokens[cue.end - 1].end)


def source_of(unit: Unit, cue: Cue, drafts: Sequence[Draft]) -> tuple[Span, int | None] | None:
    """Return the subject of ``cue`` and the token at which it begins (None where it is inherited)."""
    tokens = unit.tokens
    if cue.group and tokens[cue.group - 1].tag == "PV":
        token = tokens[cue.group - 1]
        return Span(token.start, token.start + len(token.text.replace("’", "'").split("'")[0])), cue.group - 1
    found = _behind_relative(tokens, cue.group) or subject_before(tokens, cue.group)
    if found is not None:
        first, end = found
        if tokens[first].low in ("who", "which", "that", "whom") and end == first + 1:
            return _relative(tokens, first)
        alone = end == first + 1
        if alone and (tokens[first].low in _POINTING or _says_nothing(tokens[first].low, cue)):
            return None
        return unit.span_of(first, end), first
    k = cue.group - 1
    while k >= 0 and tokens[k].tag == "RB":
        k -= 1
    if k >= 0 and tokens[k].low in ("who", "which", "that"):
        return _relative(tokens, k)
    if k >= 0 and (tokens[k].low in ("and", "but", "or") or tokens[k].tag == ","):
        inherited = inherited_source(unit, cue, drafts)
        return (inherited, None) if inherited is not None else _main_subject(unit, k)
    return None


def _says_nothing(word: str, cue: Cue) -> bool:
    """Whether "it" is no speaker: "it shows", "it contradicts what the army said"."""
    return word == "it" and (cue.entry.takes("v") or cue.entry.lemma == "contradict")


def _behind_relative(tokens: list[Token], group: int) -> tuple[int, int] | None:
    """Return a subject with its relative clause: "friends who have seen him lately (say)"."""
    for k in range(group - 1, max(0, group - 20), -1):
        if tokens[k].tag in (",", ";", ":", "QUO", "-", ".", "SB"):
            return None
        if tokens[k].low != "who":
            continue
        if not k or tokens[k - 1].tag not in ("NN", "NNP"):
            return None
        verbs = [i for i in range(k + 1, group) if tokens[i].tag in ("VB", "VBD", "VBN", "AUX", "MD")]
        groups = sum(
            1 for n, i in enumerate(verbs) if not n or tokens[i - 1].tag not in ("AUX", "MD", "RB", "TO")
        )
        led = subject_before(tokens, k)
        return (led[0], group) if groups == 1 and verbs[-1] < group - 1 and led is not None else None
    return None


def _relative(tokens: list[Token], at: int) -> tuple[Span, int | None] | None:
    """Return what a relative pronoun stands for; "that" and "which" only behind what can speak or show."""
    end = at - 1 if at and tokens[at - 1].tag == "," else at
    if end <= 0 or tokens[end - 1].tag not in ("NN", "NNP", ")", "CD", "%", "QUO", "DT"):
        return None
    speaks = tokens[end - 1].tag == "NNP" or tokens[end - 1].low in DOCUMENT_HEADS | GROUP_HEADS
    if tokens[at].low != "who" and not speaks:
        return None
    found = subject_before(tokens, end)
    return (
        (Span(tokens[found[0]].start, tokens[found[1] - 1].end), None) if found else (tokens[at].span, None)
    )


def inherited_source(unit: Unit, cue: Cue, drafts: Sequence[Draft]) -> Span | None:
    """Return the source of the last attribution before ``cue`` in its unit, for "and added that"."""
    for draft in reversed(drafts):
        if draft.unit is not unit or draft.cue_index >= cue.verb or draft.source is None:
            continue
        relative = _RELATED.match(unit.text, draft.source.end, draft.source.end + 8)
        if not relative and not _nested(draft, drafts):
            return draft.source
    return None


def _nested(draft: Draft, drafts: Sequence[Draft]) -> bool:
    return any(piece.contains(draft.cue) for other in drafts if other is not draft for piece in other.content)


def _main_subject(unit: Unit, k: int) -> tuple[Span, int | None] | None:
    """Return the subject of the finite verb before token ``k``, for a second verb after "and"."""
    tokens = unit.tokens
    for i in range(k - 1, -1, -1):
        if tokens[i].tag in (";", ":"):
            return None
        if tokens[i].tag in ("VB", "VBD", "MD", "AUX") and not (
            i and tokens[i - 1].tag in ("TO", "AUX", "MD")
        ):
            found = subject_before(tokens, i)
            if found is None or tokens[found[0]].low in ("it", "there", "that", "which", "who"):
                continue
            return unit.span_of(*found), None
    return None


def _inverted(unit: Unit, cue: Cue) -> Draft | None:
    """Handle "“…,” said X" and "by the third, said one soldier, half the men"."""
    tokens = unit.tokens
    if (
        not cue.entry.takes("i")
        or cue.entry.lemma == "tell"
        or cue.group != cue.verb
        or cue.end != cue.verb + 1
        or not cue.verb
    ):
        return None
    before = tokens[cue.verb - 1]
    bare = (
        tokens[cue.verb].tag == "NN" and before.tag == ","
    )  # "…, promises the state": it was found to be a verb
    if before.tag not in (",", "QUO", "?", "-") or not (bare or tokens[cue.verb].tag in ("VB", "VBD")):
        return None
    named = phrase_after(tokens, cue.end)
    if named is None:
        return None
    rest = skip_adverbials(tokens, named[1])
    if rest < len(tokens) and tokens[rest].tag not in _ENDS | {"QUO", ":", "IN", "SB", "CC", "VBG", "TO"}:
        return None
    if rest < len(tokens) and (
        tokens[rest].low == "that" or (before.tag == "," and tokens[rest].tag not in _ENDS | {"IN", "VBG"})
    ):
        return None
    content = closing_content(unit, cue.verb - 1 if before.tag in (",", "-") else cue.verb, rest)
    if not content:
        return None
    source = unit.span_of(*named)
    return Draft(unit, source, _cue_span(tokens, cue), content, cue.stance, "inverted", cue.verb)


def _closing(unit: Unit, cue: Cue, source: Span, first: int) -> Draft | None:
    """Handle "…, X said" and "The bank, X said on Tuesday, will cut rates"."""
    tokens = unit.tokens
    if not first or tokens[first - 1].tag not in (",", "QUO", "?", "-"):
        return None
    at = cue.end
    if cue.entry.takes("a"):
        addressee = phrase_after(tokens, at, apposition=False)
        at = addressee[1] if addressee else at
    rest = skip_adverbials(tokens, at)
    spoken = tokens[first - 1].quote is not None and _spoken(tokens[first - 1].text)
    opens = rest < len(tokens) and tokens[rest].tag not in _ENDS
    if opens and (not spoken or tokens[rest].low == "that" or tokens[rest].tag not in _AFTER_SPEAKER):
        return None
    if opens or (spoken and tokens[rest : rest + 1] and tokens[rest].tag == ","):
        rest = _next_piece(tokens, at)
    content = closing_content(unit, first - 1 if tokens[first - 1].tag in (",", "-") else first, rest)
    if not content:
        return None
    return Draft(unit, source, _cue_span(tokens, cue), content, cue.stance, "closing", cue.verb)


def _spoken(words: str) -> bool:
    """Whether a quotation ends as speech before its speaker does: with a comma, question mark or dash."""
    return words.rstrip("”’»\"'› ")[-1:] in (",", "?", "!", "—", "–", "-", "…")


def _next_piece(tokens: list[Token], at: int) -> int:
    """Return where a second piece of a split quotation stands: a comma and a quotation after the speaker."""
    for k in range(at, len(tokens) - 1):
        if tokens[k].tag in (",", ":") and tokens[k + 1].tag == "QUO" and _whole(tokens[k + 1].text):
            return k
    return len(tokens)


def _whole(words: str) -> bool:
    return words.count(" ") >= 2 and words.rstrip("”’»\"'› ")[-1:] in (",", ".", "?", "!", "…")


def closing_content(unit: Unit, end: int, rest: int) -> list[Span]:
    """Return the content that stands before token ``end``, and its continuation from ``rest`` on.

    A part before that has no verb is completed by what follows the closing comma; a quotation by the
    quotation that follows.
    """
    tokens = unit.tokens
    begin = clause_start(tokens, end)
    while (
        begin < end
        and tokens[begin].tag == "CC"
        and tokens[begin + 1 :][:1]
        and tokens[begin + 1].tag == "QUO"
    ):
        begin += 1
    if begin >= end:
        return []
    left = unit.span_of(begin, end)
    n = len(tokens)
    comma = rest < n and tokens[rest].tag in (",", "-", ":")
    follow = rest + 1 if comma else rest
    if tokens[end - 1].tag == "QUO":
        if begin < end - 1 and not _leads_into(tokens, begin, end - 1):
            begin = end - 1
        left = unit.span_of(begin, end)
        return [left, tokens[follow].span] if follow < n and tokens[follow].tag == "QUO" else [left]
    if has_finite(tokens, begin, end):
        if tokens[begin].low in _HALF and comma and follow < n:
            # "Since the pump broke, she explained, families draw water here": half a sentence is no content.
            stop = content_end(tokens, follow, ())
            if stop > follow and has_finite(tokens, follow, stop):
                return [left, unit.span_of(follow, stop)]
        right_quote = follow < n and tokens[follow].tag == "QUO" and comma
        return [left, tokens[follow].span] if right_quote else [left]
    if follow >= n or tokens[rest].tag == ".":
        alone = end - begin >= 4 and tokens[begin].tag not in ("IN", "TO", "SB", "VBG", "RB", "TIME", "CC")
        return [left] if alone else []
    if not comma:
        return []
    stop = content_end(tokens, follow, ())
    if stop <= follow or not has_finite(tokens, follow, stop):
        return []
    return [left, unit.span_of(follow, stop)]


def _leads_into(tokens: list[Token], begin: int, quote: int) -> bool:
    """Whether words before a quotation are one clause with it ("The move is “wrong,” he said")."""
    stop = strip_end(tokens, begin, quote)
    return stop == quote and tokens[quote - 1].tag not in (",", ":", ".")
