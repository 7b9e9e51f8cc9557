"""Readers of sets of reports by event: ECB+, the Wikinews events of galaxy, and our own corpus."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from secondsource.evaluate.gold.load import load_story
from secondsource.evaluate.sets.folder import data_folder
from secondsource.model import Provenance, Report

__all__ = ["EventSet", "read_corpus", "read_ecb", "read_galaxy"]

# The usual development topics of ECB+ (Cybulska and Vossen 2015); each holds two events that look alike.
ECB_DEV = (2, 5, 12, 18, 21, 23, 34, 35)


@dataclass(frozen=True)
class EventSet:
    """Reports with the event that each tells.

    Attributes:
        name: What tables call the set.
        reports: In order of time where they have one.
        event: Report id to event.
        lookalikes: Pairs of events that look alike and are not one.
    """

    name: str
    reports: tuple[Report, ...]
    event: dict[str, str]
    lookalikes: tuple[tuple[str, str], ...]


def read_ecb(*, limit: int | None = None) -> EventSet:
    """Return the development topics of ECB+; the two events of a topic look alike. ``limit`` counts topics."""
    reports: list[Report] = []
    event: dict[str, str] = {}
    root = data_folder("ecbplus") / "ECB+"
    for topic in ECB_DEV[:limit]:
        for path in sorted((root / str(topic)).glob("*.xml")):
            reports.append(_report(path.stem, _ecb_text(path)))
            event[path.stem] = f"{topic}{'plus' if path.stem.endswith('ecbplus') else ''}"
    pairs = tuple((f"{topic}", f"{topic}plus") for topic in ECB_DEV[:limit])
    return EventSet("ECB+ dev", tuple(reports), event, pairs)


_TIGHT = ((r" ([.,;:!?)%\]])", r"\1"), (r"([($\[]) ", r"\1"), (r" (n't|'s|'re|'ll|'ve|'d|'m)\b", r"\1"),
          (r'(?<!\S)" (.*?) "', r'"\1"'), (r"`` ?", '"'), (r" ?''", '"'))  # fmt: skip


def _ecb_text(path: Path) -> str:
    sentences: dict[int, list[str]] = {}
    # The file is gold data at hand; the parser expands no external entities.
    for token in ET.parse(path).iter("token"):  # noqa: S314
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    lines = []
    for _, tokens in sorted(sentences.items()):
        line = " ".join(tokens)
        for pattern, tight in _TIGHT:
            line = re.sub(pattern, tight, line)
        lines.append(line)
    return "\n".join(lines)


def _report(name: str, text: str, **known: str | None) -> Report:
    return Report(id=name, text=text, provenance=Provenance(name, "", "gold"), **known)  # type: ignore[arg-type]


def read_galaxy(name: str, *, limit: int | None = None) -> EventSet:
    """Return the events of ``handpicked`` or ``wikinews_medium`` that have text; ``limit`` counts events."""
    events = json.loads((data_folder("galaxy_events") / f"{name}.json").read_text(encoding="utf-8"))
    reports: list[Report] = []
    event: dict[str, str] = {}
    for number, each in enumerate(events[:limit]):
        for at, article in enumerate(each["articles"]):
            if (article.get("text") or "").strip():
                key = f"g{number}-{at}"
                report = _report(
                    key, article["text"], headline=article.get("title") or None,
                    published_at=_date(article.get("created_at")),
                )  # fmt: skip
                reports.append(report)
                event[key] = str(number)
    reports.sort(key=lambda r: (r.published_at or "9999", r.id))
    return EventSet(f"galaxy {name}", tuple(reports), event, ())


def _date(given: object) -> str | None:
    words = given.get("$date") if isinstance(given, dict) else given
    try:
        moment = datetime.fromisoformat(
            re.sub(r"([+-]\d\d):?(\d\d)$", r"\1:\2", str(words).replace(" ", "T"))
        )
    except ValueError:
        return None
    return moment.isoformat(timespec="seconds") if moment.tzinfo else None


def read_corpus(folder: Path, name: str, *, limit: int | None = None) -> EventSet:
    """Return all reports of the stories in ``folder`` together; ``limit`` counts stories."""
    reports: list[Report] = []
    event: dict[str, str] = {}
    pairs: set[tuple[str, str]] = set()
    for path in list(_stories(folder))[:limit]:
        gold = load_story(path)
        story = gold.findings.stories[0].id
        pairs |= {(min(story, other), max(story, other)) for other in gold.raw["lookalike_of"]}
        for report in gold.reading.reports:
            key = f"{story}/{report.id}"
            reports.append(
                _report(key, report.text, headline=report.headline, outlet=report.outlet,
                        published_at=report.published_at, dateline=report.dateline, credit=report.credit)
            )  # fmt: skip
            event[key] = story
    reports.sort(key=lambda r: (r.published_at or "9999", r.id))
    known = set(event.values())
    return EventSet(name, tuple(reports), event, tuple(sorted(p for p in pairs if set(p) <= known)))


def _stories(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.json"))
