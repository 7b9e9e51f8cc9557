"""Run other tools on the same data and count them by the same measures.

They live in an environment of their own (``make peers``) and are called as a process; see
``evaluation/peers/README.md``.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from secondsource.errors import MissingExtraError
from secondsource.evaluate import attribution, times
from secondsource.evaluate.gold.load import load_story
from secondsource.evaluate.measures import PRF, Measured, Score, scores_of
from secondsource.evaluate.sets import newsquant
from secondsource.evaluate.sets.polnear import Gold, read_polnear
from secondsource.evaluate.sets.timex import Said, normal_timex
from secondsource.evaluate.stories import dataset_of, folders, story_files
from secondsource.model import Span

__all__ = ["PEERS", "Peer", "peers_of"]

RUNNER = Path("evaluation") / "peers" / "run.py"

Found = list[dict[str, Any]]
Texts = Sequence[dict[str, Any]]
Ask = Callable[[Texts], list[Found]]


@dataclass
class Peer:
    """One tool and how it is scored.

    Attributes:
        name: What ``run.py`` calls it.
        evaluation: The evaluation that it stands beside.
        how: How it is run, in words.
        score: Given a function that asks the tool, and a limit of documents: rows without a system.
    """

    name: str
    evaluation: str
    how: str
    score: Callable[[Ask, int | None], list[tuple[str, str, list[Measured]]]]
    environment: str = ".venv-peers"

    def run(self, *, limit: int | None = None) -> list[Score]:
        """Return the rows of the tool.

        Raises:
            MissingExtraError: The environment of the peers is not there.
        """
        rows = self.score(self._ask, limit)
        return [row for stage, data, each in rows for row in scores_of(each, stage, data, self.title)]

    @cached_property
    def _answers(self) -> dict[str, Any]:
        return {}

    @property
    def title(self) -> str:
        """Name and version, once it has been asked."""
        return f"{self._answers.get('peer', self.name)} {self._answers.get('version', '')}".strip()

    def _ask(self, texts: Texts) -> list[Found]:
        python = Path(self.environment) / "bin" / "python"
        if not python.is_file() or not RUNNER.is_file():
            raise MissingExtraError(
                "the peers have no environment here; run `make peers` in a clone of the project"
            )
        done = subprocess.run(  # noqa: S603 - our own script in our own environment
            [str(python), str(RUNNER), self.name],
            input=json.dumps(list(texts)), capture_output=True, text=True, check=True,
        )  # fmt: skip
        answer = json.loads(done.stdout)
        self._answers.update(peer=answer["peer"], version=answer["version"])
        found: list[Found] = answer["found"]
        return found


def _quantities(ask: Ask, limit: int | None) -> list[tuple[str, str, list[Measured]]]:
    sentences = newsquant.read(limit)
    measured = []
    for sentence, found in zip(sentences, ask([{"text": s.text} for s in sentences]), strict=True):
        matched = _by_value(sentence.gold, found)
        units = sum(_same_unit(sentence.gold[i], str(found[j]["unit"])) for i, j in matched)
        sizes = len(found), len(sentence.gold)
        measured.append(
            Measured({"quantity value as annotated": _prf(len(matched), *sizes),
                      "quantity value and unit as annotated": _prf(units, *sizes)})
        )  # fmt: skip
    return [("extract", "newsquant dev", measured)]


def _by_value(gold: Sequence[newsquant.Gold], found: Found) -> list[tuple[int, int]]:
    """Match one to one by both ends of the value; among equal values the one with the same unit first."""
    options = sorted(
        (not _same_unit(g, str(f["unit"])), abs(i - j), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if _close(g.low, f["low"]) and _close(g.high, f["high"])
    )
    taken: set[tuple[str, int]] = set()
    pairs = []
    for _, _, i, j in options:
        if ("gold", i) not in taken and ("found", j) not in taken:
            taken |= {("gold", i), ("found", j)}
            pairs.append((i, j))
    return pairs


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(1.0, abs(a))


_UNITS = {"": "-", "dimensionless": "-", "us dollar": "dollar", "united states dollar": "dollar", "pound": "pound sterling",
          "year": "age"}  # fmt: skip


def _same_unit(gold: newsquant.Gold, unit: str) -> bool:
    """Their names of units against the data's normalised name, which is quantulum3's own; both spellings count."""
    name = unit.lower().strip()
    return gold.normalised.lower() in (name, _UNITS.get(name, name)) or gold.unit.lower() in (
        name,
        _UNITS.get(name, name),
    )


def _prf(hits: int, predicted: int, gold: int) -> PRF:
    return PRF(hits, predicted - hits, gold - hits)


def _dates(ask: Ask, limit: int | None) -> list[tuple[str, str, list[Measured]]]:
    documents = list(times.documents(limit))
    answers = ask([{"text": d.text, "published": d.published} for d in documents])
    measured = []
    for document, found in zip(documents, answers, strict=True):
        said = [Said(Span(f["start"], f["end"]), f["value"], "") for f in found]
        measured.append(times.measured(document, said))
    return [("extract", times.DATED, measured)]


# It starts Java for every text, six seconds each.
ORACLE_STEP = 10


def _oracle(ask: Ask, limit: int | None) -> list[tuple[str, str, list[Measured]]]:
    """HeidelTime was written on this very data, so its score says what can be reached, not who is better."""
    documents = list(times.documents(None))[::ORACLE_STEP][:limit]
    answers = ask([{"text": d.text, "published": d.published} for d in documents])
    measured = [
        times.measured(d, [Said(Span(f["start"], f["end"]), normal_timex(f["value"]), "") for f in found])
        for d, found in zip(documents, answers, strict=True)
    ]
    return [("extract", times.SAMPLED, measured)]


def _quotations(ask: Ask, limit: int | None) -> list[tuple[str, str, list[Measured]]]:
    documents = list(read_polnear("dev", limit=limit))
    measured = []
    for document, found in zip(documents, ask([{"text": d.text} for d in documents]), strict=True):
        theirs = [
            attribution.plain(
                document.text, Gold(*(_spans(each[role]) for role in ("source", "cue", "content")))
            )
            for each in found
        ]
        gold = [attribution.plain(document.text, each) for each in document.gold]
        measured.append(attribution.measured(attribution.compare(document.text, gold, theirs)))
    return [("extract", "polnear dev", measured)]


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs if end > start)


def _copies(ask: Ask, limit: int | None) -> list[tuple[str, str, list[Measured]]]:
    """Paragraph pairs across reports: right where both overlap the two sides of a copy of the gold."""
    rows = []
    for folder in folders():
        stories = [load_story(path) for path in story_files(folder)[:limit]]
        texts, places = [], []
        for gold in stories:
            found = [(r.id, span) for r in gold.reading.reports for span in _paragraphs(r.full_text)]
            places.append(found)
            texts.append({"passages": [span.of(gold.reading.text[report]) for report, span in found]})
        measured = []
        for gold, at, found_pairs in zip(stories, places, ask(texts), strict=True):
            wanted = [(c.source, c.source_span, c.to, c.to_span) for c in gold.findings.copies]
            # What a later version shares with the earlier one is no copy, nor what a report says twice.
            kin = {(r.version_of, r.id) for r in gold.reading.reports} | {
                (r.id, r.id) for r in gold.reading.reports
            }
            sides = [(*at[p["from"]], *at[p["to"]]) for p in found_pairs]
            got = [side for side in sides if not {(side[0], side[2]), (side[2], side[0])} & kin]
            hits = [w for w in wanted if any(_same_copy(w, g) for g in got)]
            wrong = [g for g in got if not any(_same_copy(w, g) for w in wanted)]
            measured.append(
                Measured({"copied passages": PRF(len(hits), len(wrong), len(wanted) - len(hits))})
            )
        rows.append(("trace", dataset_of(folder), measured))
    return rows


Side = tuple[str, Span, str, Span]


def _same_copy(a: Side, b: Side) -> bool:
    straight = a[0] == b[0] and a[2] == b[2] and a[1].overlaps(b[1]) and a[3].overlaps(b[3])
    turned = a[0] == b[2] and a[2] == b[0] and a[1].overlaps(b[3]) and a[3].overlaps(b[1])
    return straight or turned


def _paragraphs(text: str) -> list[Span]:
    from secondsource.text.sentences import paragraphs

    return [span for span in paragraphs(text) if len(span.of(text).split()) > 5]


PEERS = (
    Peer("quantulum3", "quantities", "`parser.parse`, without its classifier", _quantities),
    Peer("recognizers", "quantities", "its English models, see run.py", _quantities),
    Peer("dateparser", "times", "`search_dates`, English, the article's day as its base", _dates),
    Peer(
        "heideltime",
        "times",
        "its news mode for English; written on this data: an oracle, no peer",
        _oracle,
        environment=".venv-heideltime",
    ),
    Peer("textacy", "attribution", "`direct_quotations` over spaCy's small English model", _quotations),
    Peer("rensa", "stories", "MinHash of paragraphs, 128 permutations, likeness of at least 0.5", _copies),
    Peer(
        "datasketch", "stories", "MinHash of paragraphs, 128 permutations, likeness of at least 0.5", _copies
    ),
)


def peers_of(evaluation: str) -> list[Peer]:
    """Return the peers that stand beside an evaluation."""
    return [peer for peer in PEERS if peer.evaluation == evaluation]
