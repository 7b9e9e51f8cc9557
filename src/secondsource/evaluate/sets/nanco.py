"""NAnCo: answers of many outlets to one question, clustered by three annotators (who agrees with whom)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from secondsource.evaluate.sets.folder import data_folder
from secondsource.model import Provenance, Report, Span

__all__ = ["Question", "read_nanco"]

FILE = "nanco/nanco_dev.json"
_ANNOTATORS = ("cluster_Phil", "cluster_Lidiya", "cluster_Jason")


@dataclass(frozen=True)
class Question:
    """A question with one report an answer: the paragraph that holds it.

    Attributes:
        answer: Report id to where the answer stands in its full text.
        clusters: For each annotator, report id to cluster; answers that one left out (-1) stand alone.
    """

    text: str
    reports: tuple[Report, ...]
    answer: dict[str, Span]
    clusters: tuple[dict[str, str], ...]


def read_nanco(*, limit: int | None = None) -> Iterator[Question]:
    """Yield the questions of the dev part; answers that do not stand in their paragraph are left out."""
    rows = json.loads(data_folder(FILE).read_text(encoding="utf-8"))[:limit]
    for number, row in enumerate(rows):
        reports, answers = [], {}
        clusters: tuple[dict[str, str], ...] = tuple({} for _ in _ANNOTATORS)
        for at, each in enumerate(row["answers"]):
            key, text = f"n{number}-{at}", each["Paragraph"]
            start = text.find(each["Answer"])
            if start < 0:
                continue
            outlet = urlsplit(each["Article URL"]).hostname
            reports.append(Report(key, text, outlet=outlet, provenance=Provenance(key, "", "gold")))
            answers[key] = Span(start, start + len(each["Answer"]))
            for found, name in zip(clusters, _ANNOTATORS, strict=True):
                label = str(each.get(name, ""))
                found[key] = label if label not in ("-1", "") else f"alone {key}"
        yield Question(row["question"], tuple(reports), answers, clusters)
