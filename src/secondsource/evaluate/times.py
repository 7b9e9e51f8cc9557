"""Measure times: TempEval-3's TimeBank and AQUAINT, timenorm, Recognizers-Text's cases, our tricky sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from secondsource.evaluate.measures import PRF, Score, exact_spans, overlap_spans
from secondsource.evaluate.sets.folder import data_folder, has_data
from secondsource.evaluate.sets.time_cases import Case, recognizers_cases, timenorm_cases, tricky_cases
from secondsource.evaluate.sets.timex import Said, Timex, TimexDocument, normal_timex, read_tml, said
from secondsource.model import Span
from secondsource.text.times import find_times

__all__ = ["run", "worst"]

# What the loop reads: every fifth document, so that both halves and all their outlets are in it.
SAMPLE_STEP = 5


def run(*, errors: int = 0, limit: int | None = None) -> list[Score]:
    """Return the scores on all data that is at hand.

    Args:
        errors: Not used here; ``worst`` lists them.
        limit: Number of TempEval-3 documents and timenorm phrases; None for all.
    """
    del errors
    scores: list[Score] = []
    if has_data("tempeval3"):
        scores += _tempeval_scores(limit)
    if has_data("timenorm"):
        for part in ("train", "test"):
            cases = list(timenorm_cases(part, limit))
            hits = sum(case.kind == "right" for case in cases)
            scores.append(
                Score("extract", f"timenorm {part}", "value", value=_share(hits, cases), n=len(cases))
            )
    if has_data("recognizers_specs"):
        cases = list(recognizers_cases(limit))
        hits = sum(case.kind == "right" for case in cases)
        scores.append(
            Score(
                "extract", "recognizers-text dates", "span and value", value=_share(hits, cases), n=len(cases)
            )
        )
    if has_data("tricky_cases.json"):
        cases = list(tricky_cases())
        gold = [case for case in cases if case.kind != "extra"]
        hits = sum(case.kind == "right" for case in gold)
        scores.append(Score("extract", "tricky cases", "both ends", value=_share(hits, gold), n=len(gold)))
    return scores


def worst(dataset: str = "tempeval3", *, limit: int | None = None, kinds: tuple[str, ...] = ()) -> list[str]:
    """Return the errors with their context, the commonest kinds first.

    Args:
        dataset: ``tempeval3``, ``timenorm``, ``recognizers`` or ``tricky``.
        limit: Number of documents or phrases to read.
        kinds: Only these: ``missed``, ``extra``, ``span``, ``value``.
    """
    source = {
        "tempeval3": lambda: _tempeval_cases(limit),
        "timenorm": lambda: timenorm_cases("train", limit),
        "recognizers": lambda: recognizers_cases(limit),
        "tricky": tricky_cases,
    }[dataset]
    wrong = [case for case in source() if case.kind != "right" and (not kinds or case.kind in kinds)]
    often = Counter(case.kind for case in wrong)
    wrong.sort(key=lambda case: -often[case.kind])
    return [f"{c.kind}: {c.words!r} gold {c.gold} ours {c.ours} | {c.context}" for c in wrong]


def _share(hits: int, cases: list[Case]) -> float:
    return hits / len(cases) if cases else 0.0


# TempEval-3


def _documents(limit: int | None) -> Iterator[TimexDocument]:
    paths = sorted(data_folder("tempeval3").glob("TBAQ-cleaned/*/*.tml"))
    if limit is not None:
        paths = paths[::SAMPLE_STEP][:limit]
    for path in paths:
        yield read_tml(path)


def _found(document: TimexDocument) -> list[Said]:
    found = find_times(document.text, published=document.published or None, vague=True)
    return [each for time in found for each in said(time, document.text)]


def _tempeval_scores(limit: int | None) -> list[Score]:
    """Score DATE and TIME; what we find at a gold DURATION or SET counts neither way.

    Beside them the same with every gold type, where all durations and sets are missed by design.
    """
    relaxed = strict = value = every = ignored = PRF()
    for document in _documents(limit):
        dated = [t for t in document.timexes if t.type in {"DATE", "TIME"}]
        others = [t.span for t in document.timexes if t.type not in {"DATE", "TIME"}]
        found = _found(document)
        every += overlap_spans([t.span for t in document.timexes], [f.span for f in found])
        kept = [f for f in found if _counts(f, dated, others)]
        ignored += PRF(fp=len(found) - len(kept), fn=len(others))
        relaxed += overlap_spans([t.span for t in dated], [f.span for f in kept])
        strict += exact_spans([t.span for t in dated], [f.span for f in kept])
        value += _value_prf(document, dated, kept)
    n = int(relaxed.tp + relaxed.fn)
    name = "TempEval-3 TBAQ, DATE and TIME"
    return [
        Score("extract", name, "relaxed span", relaxed, n=n),
        Score("extract", name, "strict span", strict, n=n),
        Score("extract", name, "value", value, n=n),
        Score(
            "extract",
            "TempEval-3 TBAQ, with durations and sets",
            "relaxed span",
            every,
            n=int(every.tp + every.fn),
        ),
        Score(
            "extract", "TempEval-3 TBAQ", "durations and sets left out", value=ignored.fn, n=int(ignored.fn)
        ),
        Score(
            "extract",
            "TempEval-3 TBAQ",
            "found at a duration or set, not counted",
            value=ignored.fp,
            n=int(ignored.fp),
        ),
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
    for document in _documents(limit):
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
