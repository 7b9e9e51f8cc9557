from __future__ import annotations

from typing import Any

import pytest

FERRY = """A ferry with 40 people ran aground on Monday, the harbour office said. A fisherman said 52 people were on board.

The harbour office later said 46."""
ECHO = "Some 40 people were on a ferry that ran aground, according to the harbour office."


@pytest.fixture
def story() -> dict[str, Any]:
    """A good story of two reports, small enough to count by hand."""

    def said(
        id_: str, report: str, source: str, cue: str, content: str, n: list[int | None]
    ) -> dict[str, Any]:
        outlet = {"r1": "Quay Post", "r2": "Pier Times"}[report]
        return {
            "id": id_, "report": report, "source": source, "source_n": n[0], "source_type": "role", "cue": cue,
            "cue_n": n[1], "content": [content], "content_n": [n[2]], "kind": "indirect", "stance": "asserts",
            "speaker": None, "parent": None, "chain": [outlet, source], "chain_text": [None, source],
            "chain_kind": ["publishes", "speaks"],
        }  # fmt: skip

    def claim(id_: str, report: str, text: str, attribution: str, values: list[str]) -> dict[str, Any]:
        return {
            "id": id_, "report": report, "text": text, "attribution": attribution, "voice": "reported",
            "polarity": "positive", "modality": "actual", "when": None, "about": [], "values": values,
        }  # fmt: skip

    def count(id_: str, report: str, text: str, low: int, bound: str) -> dict[str, Any]:
        return {
            "id": id_, "report": report, "text": text, "low": low, "high": low, "unit": None,
            "item": "people" if "people" in text else None, "bound": bound,
        }  # fmt: skip

    return {
        "format": "secondsource-story/1", "id": "ferry", "title": "Ferry aground", "topic": "test",
        "reports": [
            {"id": "r1", "outlet": "Quay Post", "published_at": "2031-03-04T09:00:00+00:00", "headline": "Aground", "text": FERRY},
            {"id": "r2", "outlet": "Pier Times", "published_at": "2031-03-03", "headline": None, "text": ECHO},
        ],
        "attributions": [
            said("a1", "r1", "the harbour office", "said", "A ferry with 40 people ran aground on Monday", [None, 1, None]),
            said("a2", "r1", "A fisherman", "said", "52 people were on board", [None, 2, None]),
            said("a3", "r1", "The harbour office", "said", "46", [None, 3, None]),
            said("a4", "r2", "the harbour office", "according to", "Some 40 people were on a ferry that ran aground", [None] * 3),
        ],
        "quantities": [
            count("q1", "r1", "40 people", 40, "exact"), count("q2", "r1", "52 people", 52, "exact"),
            count("q3", "r1", "46", 46, "exact"), count("q4", "r2", "Some 40 people", 40, "about"),
        ],
        "times": [{"id": "t1", "report": "r1", "text": "on Monday", "edtf": "2031-03-03"}],
        "entities": [
            {"id": "e1", "type": "organisation", "name": "harbour office", "speaks_for": None, "mentions": [
                {"report": "r1", "text": "harbour office", "n": 2}, {"report": "r2", "text": "harbour office"}]},
        ],
        "claims": [
            claim("c1", "r1", "A ferry with 40 people ran aground on Monday", "a1", ["q1", "t1"]),
            claim("c2", "r1", "52 people were on board", "a2", ["q2"]), claim("c3", "r1", "46", "a3", ["q3"]),
            claim("c4", "r2", "Some 40 people were on a ferry that ran aground", "a4", ["q4"]),
        ],
        "origins": [
            {"id": "o1", "name": "harbour office", "kind": "institution", "entity": "e1", "claims": ["c1", "c3", "c4"],
             "occasions": [{"venue": "statement", "host": None, "when": "2031-03-03", "attributions": ["a1", "a4"]}]},
            {"id": "o2", "name": "a fisherman", "kind": "unnamed", "entity": None, "claims": ["c2"], "occasions": []},
        ],
        "groups": [
            {"id": "g1", "about": "how many people were on board", "claims": ["c1", "c2", "c3", "c4"],
             "relations": [
                 {"a": "c1", "b": "c4", "is": "same", "why": "40"}, {"a": "c1", "b": "c2", "is": "conflicts", "why": "40, 52"},
                 {"a": "c4", "b": "c2", "is": "conflicts", "why": "40, 52"}, {"a": "c3", "b": "c2", "is": "conflicts", "why": "46, 52"},
                 {"a": "c1", "b": "c3", "is": "updates", "why": "46 later"}, {"a": "c4", "b": "c3", "is": "updates", "why": "46 later"}],
             "origins": {"min": 1, "max": 2, "why": "the fisherman may be of the office", "maybe_same": [["o1", "o2"]]},
             "positions": [
                 {"claims": ["c1", "c4"], "origins": {"min": 1, "max": 1}}, {"claims": ["c2"], "origins": {"min": 1, "max": 1}},
                 {"claims": ["c3"], "origins": {"min": 1, "max": 1}}]},
        ],
        "copies": [],
        "timeline": [{"edtf": "2031-03-03", "what": "the ferry runs aground", "claims": ["c1"]}],
    }  # fmt: skip
