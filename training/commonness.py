"""Make ``src/secondsource/text/commonness.csv``: how common English lemmas are in public prose.

Reads the GUM genres that are under CC BY or in the public domain and MEANTIME (CC BY 4.0) from the
folder that ``SECONDSOURCE_DATA`` names. Counts, for each lemma as `secondsource.text.words.lemma` gives
it, the share of passages of ten sentences that hold it. Only lemmas in at least four passages are
kept: names and rare words fall away.

    python training/commonness.py
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

from secondsource.evaluate.sets.folder import data_folder
from secondsource.text.words import lemma

GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage")
PASSAGE = 10
MIN_PASSAGES = 4
OUT = Path(__file__).parent.parent / "src" / "secondsource" / "text" / "commonness.csv"


def gum_sentences() -> Iterator[list[str]]:
    """Yield the forms of each sentence of the free genres, train part alone."""
    for path in sorted(data_folder("ud_gum").glob("*train*.conllu")):
        free = False
        forms: list[str] = []
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# newdoc id"):
                free = any(f"GUM_{genre}_" in line for genre in GENRES)
            elif not line.strip():
                if free and forms:
                    yield forms
                forms = []
            elif not line.startswith("#") and line.split("\t")[0].isdigit():
                forms.append(line.split("\t")[1])


def meantime_sentences() -> Iterator[list[str]]:
    """Yield the forms of each sentence of MEANTIME."""
    for path in sorted((data_folder("meantime") / "intra-doc_annotation").rglob("*.xml")):
        sentences: dict[int, list[str]] = {}
        for token in ElementTree.parse(path).getroot().iter("token"):  # noqa: S314 - gold data, not input
            sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
        yield from sentences.values()


def passages(sentences: Iterator[list[str]]) -> Iterator[set[str]]:
    """Yield the lemmas of every ten sentences."""
    while chunk := list(islice(sentences, PASSAGE)):
        yield {lemma(form) for forms in chunk for form in forms if form.isalpha() and not form[1:].isupper()}


def main() -> None:
    """Count and write."""
    counted: Counter[str] = Counter()
    total = 0
    for source in (gum_sentences(), meantime_sentences()):
        for found in passages(source):
            counted.update(found)
            total += 1
    kept = sorted((word, n) for word, n in counted.items() if n >= MIN_PASSAGES)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["lemma", "share"])
        writer.writerows((word, f"{n / total:.4f}") for word, n in kept)


if __name__ == "__main__":
    main()
