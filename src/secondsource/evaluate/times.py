"""Measure times: TempEval-3's TimeBank and AQUAINT, timenorm, Recognizers-Text's cases, our tricky sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondsource.evaluate.measures import PRF, Measured, Score, exact_spans, overlap_spans, scores_of
from secondsource.evaluate.sets.folder import data_folder, has_data
from secondsource.evaluate.sets.time_cases import Case, recognizers_cases, timenorm_cases, tricky_cases
from secondsource.evaluate.sets.timex import Said, Timex, TimexDocument, normal_timex, read_tml, said
from secondsource.model import Span
from secondsource.text.times import find_times

__all__ = ["DATED", "SAMPLED", "documents", "errors", "measured", "run"]

# What the loop reads: every fifth document, so that both halves and all their outlets are in it.
SAMPLE_STEP = 5


def run(*, limit: int | None = None) -> list[Score]:
    """Return the scores on all data that is at hand.

    Args:
        limit: Number of TempEval-3 documents and timenorm phrases; None for all.
    """
    scores: list[Score] = []
    if has_data("tempeval3"):
        scores += _tempeval_scores(limit)
    for name, cases in _phrases(limit):
        counted = []
        for case in cases:
            if case.kind != "extra":
                counted.append(Measured())
                counted[-1].judge("value", case.kind == "right")
        scores += scores_of(counted, "extract", name)
    return scores


def _phrases(limit: int | None) -> Iterator[tuple[str, list[Case]]]:
    """Sets of single cases, each counted as a document."""
    if has_data("timenorm"):
        for part in ("train", "test"):
            yield f"timenorm {part}", list(timenorm_cases(part, limit))
    if has_data("recognizers_specs"):
        yield "recognizers-text dates", list(recognizers_cases(limit))
    if has_data("tricky_cases.json"):
        yield "tricky cases, times", list(tricky_cases())


def errors(*, limit: int | None = None) -> list[tuple[str, str]]:
    """Return every error with its kind (``missed``, ``extra``, ``span``, ``value``) and its context."""
    sets = list(_phrases(limit))
    if has_data("tempeval3"):
        sets.insert(0, (_TEMPEVAL, list(_tempeval_cases(limit))))
    return [
        (f"{name}, {c.kind}", f"{c.words!r} gold {c.gold} ours {c.ours} | {c.context}")
        for name, cases in sets
        for c in cases
        if c.kind != "right"
    ]


_TEMPEVAL = "TempEval-3 TBAQ"
DATED = f"{_TEMPEVAL}, DATE and TIME"
SAMPLED = f"{DATED}, every tenth document"


# TempEval-3


def documents(limit: int | None) -> Iterator[TimexDocument]:
    """Yield the documents; with a limit every fifth, so that both halves and all their outlets are in it."""
    paths = sorted(data_folder("tempeval3").glob("TBAQ-cleaned/*/*.tml"))
    if limit is not None:
        paths = paths[::SAMPLE_STEP][:limit]
    for path in paths:
        yield read_tml(path)


def _found(document: TimexDocument) -> list[Said]:
    found = find_times(document.text, published=document.published or None, vague=True)
    return [each for time in found for each in said(time, document.text)]


def measured(document: TimexDocument, found: Sequence[Said]) -> Measured:
    """Count what was found in a document: DATE and TIME; what stands at a DURATION or SET counts neither way."""
    dated = [t for t in document.timexes if t.type in {"DATE", "TIME"}]
    others = [t.span for t in document.timexes if t.type not in {"DATE", "TIME"}]
    kept = [f for f in found if _counts(f, dated, others)]
    gold, got = [t.span for t in dated], [f.span for f in kept]
    return Measured(
        {
            "relaxed span": overlap_spans(gold, got),
            "strict span": exact_spans(gold, got),
            "value": _value_prf(document, dated, kept),
        }
    )


def _tempeval_scores(limit: int | None) -> list[Score]:
    """Score DATE and TIME, and beside them every gold type, where all durations and sets are missed by design."""
    dated, every = [], []
    for document in documents(limit):
        found = _found(document)
        dated.append(measured(document, found))
        whole = overlap_spans([t.span for t in document.timexes], [f.span for f in found])
        every.append(Measured({"relaxed span": whole}))
    sampled = scores_of(dated[::10], "extract", SAMPLED) if limit is None else []
    return [
        *scores_of(dated, "extract", DATED),
        *sampled,
        *scores_of(every, "extract", f"{_TEMPEVAL}, with durations and sets"),
    ]


def _counts(found: Said, dated: list[Timex], others: list[Span]) -> bool:
    if any(found.span.overlaps(t.span) for t in dated):
        return True
    return not any(found.span.overlaps(span) for span in others)


def _value_prf(document: TimexDocument, dated: list[Timex], kept: list[Said]) -> PRF:
    right = 0
    for gold, found in _matched(dated, kept):
        if found and gold and found.value == normal_timex(gold.value):
            right += 1
    return PRF(right, len(kept) - right, len(dated) - right)


def _matched(dated: list[Timex], kept: list[Said]) -> Iterator[tuple[Timex | None, Said | None]]:
    """Pairs, first come first served in order of the text, then what is left over on either side."""
    used: set[int] = set()
    for gold in dated:
        at = next((i for i, f in enumerate(kept) if i not in used and f.span.overlaps(gold.span)), None)
        if at is not None:
            used.add(at)
        yield gold, None if at is None else kept[at]
    for i, found in enumerate(kept):
        if i not in used:
            yield None, found


def _tempeval_cases(limit: int | None) -> Iterator[Case]:
    for document in documents(limit):
        dated = [t for t in document.timexes if t.type in {"DATE", "TIME"}]
        others = [t.span for t in document.timexes if t.type not in {"DATE", "TIME"}]
        kept = [f for f in _found(document) if _counts(f, dated, others)]
        for gold, found in _matched(dated, kept):
            yield _case(document, gold, found)


def _case(document: TimexDocument, gold: Timex | None, found: Said | None) -> Case:
    text = document.text
    span = gold.span if gold else found.span if found else Span(0, 0)
    context = f"{document.published} …{text[max(0, span.start - 70) : span.end + 40]}…".replace("\n", " ")
    ours = f"{found.span.of(text)!r} {found.value or found.reason}" if found else "-"
    value = normal_timex(gold.value) if gold else "-"
    if gold is None or found is None:
        kind = "extra" if gold is None else "missed"
    elif found.value != value:
        kind = "value"
    else:
        kind = "right" if found.span == gold.span else "span"
    return Case("tempeval3", kind, span.of(text), value, ours, context)
