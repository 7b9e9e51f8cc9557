"""Objects of a report from its words."""

from __future__ import annotations

from secondsource.model import (
    Attribution,
    Claim,
    Provenance,
    Quantity,
    Report,
    Span,
)
from secondsource.text.sentences import sentences


def find(text: str, words: str, n: int = 1) -> Span:
    """Return the span of the ``n``-th occurrence of ``words``."""
    at = -1
    for _ in range(n):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def report(
    ident: str, text: str, *, outlet: str | None = None, headline: str | None = None, day: str | None = None
) -> Report:
    """Return a report; without a day its date is unknown."""
    return Report(
        ident,
        text,
        headline=headline,
        outlet=outlet,
        published_at=f"{day}T08:00:00+00:00" if day else None,
        date_source="input" if day else "unknown",
        url=f"https://{ident}.example/fire" if outlet else None,
        provenance=Provenance(f"{ident}.txt", "ab" * 32, "text"),
    )


class Maker:
    """Finds words in one report and makes its objects."""

    def __init__(self, made: Report) -> None:
        self.report = made
        self.text = made.full_text

    def span(self, words: str) -> Span:
        return find(self.text, words)

    def claim(self, ident: str, words: str, **more: object) -> Claim:
        span = self.span(words)
        sentence = next((s for s in sentences(self.text) if s.contains(span)), None)
        return Claim(ident, self.report.id, span, sentence=sentence, **more)  # type: ignore[arg-type]

    def quantity(
        self, ident: str, words: str, low: float | None, high: float | None, bound: str, **more: object
    ) -> Quantity:
        return Quantity(ident, self.report.id, self.span(words), low, high, bound, **more)  # type: ignore[arg-type]

    def said(
        self, ident: str, source: str | None, cue: str, content: str | None, **more: object
    ) -> Attribution:
        defaults: dict[str, object] = {"kind": "indirect", "stance": "asserts", "source_type": "role"}
        return Attribution(
            ident,
            self.report.id,
            self.span(source) if source else None,
            self.span(cue),
            (self.span(content),) if content else (),
            **(defaults | more),  # type: ignore[arg-type]
        )
