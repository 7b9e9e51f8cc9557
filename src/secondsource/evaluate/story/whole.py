"""Score everything that was found in the reports of a story against its gold."""

from __future__ import annotations

from secondsource.evaluate.gold.load import Gold
from secondsource.evaluate.measures import Measured
from secondsource.evaluate.story.extraction import score_attributions, score_quantities, score_times
from secondsource.evaluate.story.findings import (
    Match,
    match_claims,
    score_copies,
    score_groups,
    score_origins,
    score_relations,
)
from secondsource.model import Findings, Reading

__all__ = ["score_story"]


def score_story(gold: Gold, reading: Reading, findings: Findings) -> tuple[Measured, Match]:
    """Return the counts of all measures, and how the claims of the two were matched.

    ``reading`` and ``findings`` are what the tool made of the gold's reports, or another annotator.
    """
    measured = Measured()
    for extracted in (score_attributions, score_quantities, score_times):
        extracted(gold.reading, reading, measured)
    match = Match(gold, reading, findings, match_claims(gold.reading, reading))
    for found in (score_groups, score_relations, score_origins, score_copies):
        found(match, measured)
    return measured, match
