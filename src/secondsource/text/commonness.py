"""How common a lemma is in public English prose, so that two reports alone can tell what is telling."""

from __future__ import annotations

import csv
import math
from functools import cache
from importlib import resources

__all__ = ["rarity"]

# Share of passages below which a lemma is as rare as one that the table lacks.
_RAREST = 0.002


@cache
def _shares() -> dict[str, float]:
    table = (resources.files("secondsource.text") / "commonness.csv").read_text("utf-8")
    return {row["lemma"]: float(row["share"]) for row in csv.DictReader(table.splitlines())}


def rarity(lemma: str) -> float:
    """Return how much the lemma tells, from 0 (in every passage) to 1 (rare, or not in the table).

    The inverse document frequency (Spärck Jones 1972) over passages of ten sentences, scaled to [0, 1].
    ``training/commonness.py`` makes the table and says from which texts.

    >>> rarity("of") < rarity("year") < rarity("harbour")
    True
    """
    share = max(_shares().get(lemma, _RAREST), _RAREST)
    return math.log(share) / math.log(_RAREST)
