"""What belongs to an attribution found already: quotations that go on, and those who are cited for it."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.extract.attribution.drafts import Draft
from secondsource.extract.attribution.phrases import phrase_after
from secondsource.extract.attribution.tokens import Unit
from secondsource.text.quotes import Quotation

__all__ = ["carry_on", "cited_drafts"]

_CITING = frozenset(["citing", "quoting"])


def cited_drafts(unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the attributions of "the paper, citing two officials, said": the cited one said the same."""
    tokens = unit.tokens
    out = []
    for i, token in enumerate(tokens):
        if token.low not in _CITING:
            continue
        named = phrase_after(tokens, i + 1)
        if named is None:
            continue
        main = _beside(i, drafts)
        source = unit.span_of(*named)
        if main is None or any(piece.overlaps(source) for piece in main.content):
            continue
        cited = Draft(unit, source, token.span, list(main.content), main.stance, "citing", i, parent=main)
        out.append(cited)
    return out


def _beside(i: int, drafts: Sequence[Draft]) -> Draft | None:
    """Return the attribution that the participle at token ``i`` hangs on: the nearest with content of its own."""
    near = [d for d in drafts if d.content and d.source is not None and d.rule in _MAIN]
    return min(near, key=lambda d: (abs(d.cue_index - i), d.cue_index)) if near else None


_MAIN = frozenset(["forward", "closing", "inverted", "according"])


def carry_on(found: Sequence[Unit], drafts: Sequence[Draft]) -> None:
    """Add to direct quotations the pieces that follow without a cue of their own.

    A piece follows where the paragraph before left its marks open, or where it stands alone right after a
    sentence that closes with its speaker ("“…,” she said. “…”").
    """
    outer = [u for u in found if u.host is None]
    by_unit: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_unit.setdefault(draft.unit.index, []).append(draft)
    last: Draft | None = None
    for before, unit in zip([None, *outer], outer, strict=False):
        own = by_unit.get(unit.index, [])
        quoting = [d for d in own if d.rule in _MAIN and any(_quotes(unit, d))]
        lone = _lone(unit)
        if lone is not None and not own and last is not None and before is not None:
            goes_on = lone.continues or (unit.paragraph == before.paragraph and _sentence(lone, unit.text))
            if goes_on:
                last.content.append(lone.outer)
                last.follows.append(lone.outer)
                continue
        last = quoting[-1] if quoting and _ends_so(unit, quoting[-1]) else None


def _quotes(unit: Unit, draft: Draft) -> list[Quotation]:
    return [t.quote for t in unit.tokens if t.quote and any(p.contains(t.span) for p in draft.content)]


def _ends_so(unit: Unit, draft: Draft) -> bool:
    """Whether the unit ends with its speaker, or with the quotation itself left open."""
    final = unit.tokens[-1]
    if final.quote is not None:
        return not final.quote.closed
    return draft.rule in ("closing", "inverted")


def _lone(unit: Unit) -> Quotation | None:
    tokens = [t for t in unit.tokens if t.tag not in (".", "?")]
    return tokens[0].quote if len(tokens) == 1 else None


def _sentence(quotation: Quotation, text: str) -> bool:
    words = quotation.inner.of(text).strip()
    return bool(words) and words[0].isupper() and words[-1] in ".?!…"
