"""Reports to measure with: the bundled stories, told again with other names and numbers.

Deterministic: the same number of reports is the same text on every machine.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

__all__ = ["WORDS", "write_reports"]

EXAMPLES = Path(__file__).parent.parent / "examples"

WORDS = 600
"""Length of a report: a middling news article."""

# Three digits, or more with separators: days and years stay.
_NUMBER = re.compile(r"(?<![\w.,:])(\d{1,3}(?:,\d{3})+|\d{3})(?![\w:%]|[.,]\d)")
# Syllables for invented names: plain, and none of them a word.
_FIRST = ("Var", "Kel", "Ost", "Min", "Dor", "Hal", "Bren", "Sor", "Tav", "Lun", "Pel", "Gar")
_LAST = ("den", "mark", "holt", "vik", "ström", "ano", "eira", "ski", "off", "ley", "ton", "ard")


def write_reports(folder: Path, count: int) -> None:
    """Write ``count`` reports of about 600 words into ``folder``, as one JSON-lines file.

    Every four or five are reports of one event, as in the bundled story that they are made from.
    """
    stories = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.json"))]
    with (folder / f"{count}-reports.jsonl").open("w", encoding="utf-8") as file:
        for number, report in zip(range(count), _reports(stories), strict=False):
            file.write(
                json.dumps(report | {"url": f"https://bench.example/{number}"}, ensure_ascii=False) + "\n"
            )


def _reports(stories: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    edition = 0
    while True:
        for place, story in enumerate(stories):
            dice = random.Random(f"{edition}-{story['id']}")
            renamed = _renaming(story, dice)
            shift = dice.randrange(1, 60) if edition else 0
            filler = _paragraphs(stories[(place + 1) % len(stories)], dice)
            for report in story["reports"]:
                body = _long_enough(report["text"], filler)
                yield {
                    "outlet": report["outlet"],
                    "date": _later(report["published_at"], weeks=3 * edition),
                    "title": _shifted(_replaced(report["headline"] or "", renamed), shift) or None,
                    "text": _shifted(_replaced(body, renamed), shift),
                }
        edition += 1


def _later(moment: str, *, weeks: int) -> str:
    """Another telling is another event: weeks apart, or all would be one story that keeps growing."""
    return (datetime.fromisoformat(moment) + timedelta(weeks=weeks)).isoformat()


def _renaming(story: dict[str, Any], dice: random.Random) -> dict[str, str]:
    """Another name for every capitalised word of the names of persons, organisations and places."""
    names = (e["name"] for e in story["entities"] if e["type"] in ("person", "place"))
    parts = sorted({word for name in names for word in re.findall(r"[A-Z][\w’'-]{3,}", name)})
    return {part: dice.choice(_FIRST) + dice.choice(_LAST) for part in parts}


def _replaced(text: str, renamed: dict[str, str]) -> str:
    if not renamed:
        return text
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, renamed)) + r")\b")
    return pattern.sub(lambda m: renamed[m.group()], text)


def _shifted(text: str, shift: int) -> str:
    """Numbers of three digits and more, each larger by ``shift``."""
    return _NUMBER.sub(lambda m: f"{int(m.group().replace(',', '')) + shift:,}", text) if shift else text


def _paragraphs(story: dict[str, Any], dice: random.Random) -> list[str]:
    found = [p for r in story["reports"] for p in r["text"].split("\n\n") if p.strip()]
    dice.shuffle(found)
    return found


def _long_enough(text: str, filler: list[str]) -> str:
    """The text, with background from another story taken off ``filler`` until it is long enough."""
    parts, missing, turn = [text], WORDS - len(text.split()), 0
    while missing > 0 and turn < len(filler):
        parts.append(filler[turn])
        missing -= len(filler[turn].split())
        turn += 1
    # The next report of the story gets other paragraphs, or all would seem to copy one.
    filler[:] = filler[turn:] + filler[:turn]
    return "\n\n".join(parts)
