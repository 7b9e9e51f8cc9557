"""Short forms of organisations that are ordinary words: "Reliant said" for Reliant Systems, "the Post" for the Tresk Post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model import Span
from secondsource.text.names.cues import SAYING
from secondsource.text.names.found import Found
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.tokens import Token
from secondsource.text.names.variants import inner_capital

__all__ = ["short_forms"]

# What stands behind a firm's short name, besides a verb of saying.
_BEHIND = frozenset("shares stock has had will would is plans expects employees officials".split())
_LEAST = 4


def short_forms(text: str, listed: Sequence[Token], found: Sequence[Found]) -> list[Found]:
    """Return mentions of organisations of the report by their first word, or an outlet's by its last.

    The first word must speak, act or own; the last word of an outlet needs "the" and a capital.
    """
    words = lexicon()
    firms: dict[str, list[Found]] = {}
    outlets: dict[str, list[Found]] = {}
    for f in found:
        if f.type != "organisation" or f.last == f.first or f.body is not None or f.acting:
            continue
        first, last = listed[f.first].text, listed[f.last].text.rstrip(".")
        ends = last.lower() in words.organisation_suffixes | words.organisation_heads or inner_capital(last)
        if ends and f.last == f.first + 1 and len(first) >= _LEAST and first.istitle():
            firms.setdefault(first, []).append(f)
        if last.lower() in words.outlet_words and last.istitle():
            outlets.setdefault(last, []).append(f)
    taken = {at for f in found for at in range(f.first, f.last + 1)}
    hits: list[Found] = []
    for at, token in enumerate(listed):
        if at in taken or not token.cap or (at + 1 < len(listed) and _goes_on(listed[at + 1])):
            continue
        full = _only(firms.get(token.text)) if _acts(listed, at) else None
        if full is None and at and listed[at - 1].lower == "the":
            full = _only(outlets.get(token.text))
        if full is not None:
            span = Span(token.start, token.end)
            hits.append(
                replace(full, span=span, text=span.of(text), first=at, last=at, titled=False, address=None)
            )
    return hits


def _only(full: list[Found] | None) -> Found | None:
    """Return the organisation that a short form stands for, where the report has only one."""
    return full[0] if full and len({f.text for f in full}) == 1 else None


def _goes_on(token: Token) -> bool:
    return token.cap and token.near


def _acts(listed: Sequence[Token], at: int) -> bool:
    after = listed[at + 1].lower if at + 1 < len(listed) else ""
    return listed[at].possessive or after in SAYING or after in _BEHIND
