"""The parts of the corpus's README that are counted and measured, written between marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from secondsource.evaluate.agreement import Agreement, agreement_of, compare_passes
from secondsource.evaluate.gold.corpus import counts_of, pairs_of, read_corpus_raw

__all__ = ["rewritten"]

_LABELS = {"f1": "F1", "observed": "agreed", "kappa": "kappa"}


def rewritten(page: str, folder: Path) -> str:
    """Return the README with its counts, its list of stories and its agreement made anew.

    Each part stands between ``<!-- NAME -->`` and ``<!-- end -->``.
    """
    corpus = read_corpus_raw(folder)
    passes = [each for each in sorted((folder / "passes").iterdir()) if _both(each)]
    parts = {
        "counts": _counts(corpus),
        "stories": _stories(corpus),
        "agreement": _agreement(agreement_of(compare_passes(each) for each in passes), len(passes)),
        "settled": _settled(passes),
    }
    for name, table in parts.items():
        begin = page.find(f"<!-- {name} -->\n")
        end = page.find("<!-- end -->", begin)
        if begin >= 0 and end >= 0:
            page = page[: page.index("\n", begin) + 1] + f"\n{table}\n\n" + page[end:]
    return page


def _both(folder: Path) -> bool:
    return (folder / "second.marks").is_file() and any(
        (folder / f"first.{end}").is_file() for end in ("marks", "json")
    )


def _counts(corpus: dict[str, list[dict[str, Any]]]) -> str:
    rows = []
    for part, stories in corpus.items():
        total = counts_of(stories)
        rows.append(
            (part, total.stories, len(pairs_of(stories)), total.reports, total.words, total.with_long,
             total.attributions, total.nested, total.quantities, total.times, total.claims, total.origins, total.shared,
             f"{100 * total.share_one_origin:.0f} %", total.copies)
        )  # fmt: skip
    head = ("part", "stories", "look-alike pairs", "reports", "words", "with a report over 800 words", "attributions",
            "nested", "quantities", "times", "claims", "origins", "groups of several claims", "of them 1–1", "copies")  # fmt: skip
    return _table(head, rows)


def _stories(corpus: dict[str, list[dict[str, Any]]]) -> str:
    rows = [
        (
            f"`{part}/{story['id']}.json`",
            story["title"],
            story.get("topic") or "",
            ", ".join(story["lookalike_of"]),
        )
        for part, stories in corpus.items()
        for story in stories
    ]
    return _table(("story", "what happens", "topic", "looks like"), rows)


def _agreement(rows: Sequence[Agreement], stories: int) -> str:
    body = [
        (
            row.label,
            row.n,
            _percent(row.f1),
            _percent(row.observed),
            "" if row.kappa is None else f"{row.kappa:.2f}",
        )
        for row in rows
    ]
    return f"{stories} stories with two annotations.\n\n" + _table(("label", "n", *_LABELS.values()), body)


def _settled(passes: Sequence[Path]) -> str:
    """How far the settled annotation is from each of the two."""
    done = [each for each in passes if (each / "settled.marks").is_file()]
    sides = [
        agreement_of(compare_passes(each, name, "settled") for each in done) for name in ("first", "second")
    ]
    body = [
        (one.label, one.n, _percent(one.f1 if one.f1 is not None else one.observed),
         _percent(other.f1 if other.f1 is not None else other.observed))
        for one, other in zip(*sides, strict=False)
        if one.label == other.label
    ]  # fmt: skip
    return _table(("label", "n", "first and settled", "second and settled"), body)


def _percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f}"


def _table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    lines = ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in (head, *rows)]
    return "\n".join([lines[0], "|" + "---|" * (lines[0].count(" | ") + 1), *lines[1:]])
