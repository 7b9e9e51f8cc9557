"""Groups of an annotator's marks: from positions and what relates them to one relation for each pair of claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

__all__ = ["MarkedGroup"]


@dataclass
class MarkedGroup:
    """The claims on one fact, the position of each, and what is said of pairs of positions."""

    about: str = ""
    why: str = ""
    claims: dict[str, str] = field(default_factory=dict)
    """Ids of claims with the position that each holds."""
    same: dict[str, str] = field(default_factory=dict)
    pairs: list[tuple[str, str, str, str]] = field(default_factory=list)
    maybe: list[list[str]] = field(default_factory=list)

    def closed(self, name: str) -> tuple[dict[str, Any], list[str]]:
        """Return the group in the story format, with a relation for every pair of claims, and what is wrong."""
        faults: list[str] = []
        if not self.about:
            faults.append("has no line that says what it is about")
        stated: dict[frozenset[str], tuple[str, str, str, str]] = {}
        for pair in self.pairs:
            stated[frozenset(pair[:2])] = pair
            known = {*self.claims, *self.claims.values()}
            faults += [f"has neither a claim nor a position {end!r}" for end in pair[:2] if end not in known]
        relations = []
        for a, b in combinations(self.claims, 2):
            at = {self.claims[a]: a, self.claims[b]: b, a: a, b: b}
            keys = (frozenset((a, b)), frozenset((self.claims[a], b)), frozenset((a, self.claims[b])),
                    frozenset((self.claims[a], self.claims[b])))  # fmt: skip
            found = next((stated[key] for key in keys if len(key) == 2 and key in stated), None)
            if found is not None:
                relations.append({"a": at[found[0]], "b": at[found[1]], "is": found[2], "why": found[3]})
            elif self.claims[a] == self.claims[b]:
                why = self.same.get(self.claims[a]) or "say the same"
                relations.append({"a": a, "b": b, "is": "same", "why": why})
            else:
                ends = " and ".join(dict.fromkeys((self.claims[a], self.claims[b])))
                faults.append(f"says not how the positions {ends} relate (claims {a}, {b})")
        origins = {"why": self.why, "maybe_same": self.maybe}
        return {
            "id": name, "about": self.about, "claims": list(self.claims), "relations": relations, "origins": origins,
        }, faults  # fmt: skip
