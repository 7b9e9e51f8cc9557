"""Find the attribution that a claim of a draft stands in."""

from __future__ import annotations

from typing import Any

from secondsource.evaluate.gold.reader import StoryReader
from secondsource.model import Span

__all__ = ["Around"]


class Around:
    """Finds the attribution that a claim of a draft stands in."""

    def __init__(self, draft: dict[str, Any]) -> None:
        self._reader = StoryReader({**draft, "entities": []})
        self._hulls: dict[str, list[tuple[Span, str]]] = {}
        for item in draft["attributions"]:
            if item["content"]:
                numbers = item.get("content_n") or [None] * len(item["content"])
                named = [{"report": item["report"], "text": words, "n": n}
                         for words, n in zip(item["content"], numbers, strict=True)]  # fmt: skip
                hull = Span.hull([self._reader.own(piece, item["id"]) for piece in named])
                self._hulls.setdefault(item["report"], []).append((hull, item["id"]))

    def of(self, claim: dict[str, Any]) -> str | None:
        """Return the id of the innermost attribution around the claim."""
        span = self._reader.own(claim, claim["id"])
        around = [
            (len(hull), name) for hull, name in self._hulls.get(claim["report"], ()) if hull.contains(span)
        ]
        return min(around)[1] if around else None
