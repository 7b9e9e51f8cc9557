"""How well quantities are found: value, unit, bound and counted noun on four sets."""

from __future__ import annotations

from collections.abc import Callable

from secondsource.evaluate.measures import PRF, Measured, Score, scores_of
from secondsource.evaluate.sets import library_cases, tricky
from secondsource.evaluate.sets import newsquant as news
from secondsource.evaluate.sets.folder import has_data
from secondsource.text.quantities import FoundQuantity, find_quantities

__all__ = ["errors", "run"]

_STAGE = "extract"


def run(*, limit: int | None = None) -> list[Score]:
    """Score the finder on every set that is at hand.

    Args:
        limit: Read only so many sentences of each set.

    Returns:
        One row for each set and measure; empty where no gold data is at hand.
    """
    scores: list[Score] = []
    if has_data(news.FILE):
        scores += scores_of([_news(sentence) for sentence in news.read(limit)], _STAGE, "newsquant dev")
    if has_data(tricky.FILE):
        scores += scores_of(
            [_tricky(case) for case in tricky.load()[:limit]], _STAGE, "tricky cases, quantities"
        )
    for dataset, cases in library_cases.sets(limit):
        measured = [Measured({"quantity value and unit": library_cases.score(case)}) for case in cases]
        scores += scores_of(measured, _STAGE, dataset)
    return scores


def errors(*, limit: int | None = None) -> list[tuple[str, str]]:
    """Return every error with its kind and sentence, data set by data set."""
    cases: list[str] = []
    found: list[tuple[str, str]] = []
    if has_data(news.FILE):
        cases += [line for sentence in news.read(limit) for line in _news_errors(sentence)]
    found += [(f"newsquant dev, {line.split()[0]}", line) for line in cases]
    if has_data(tricky.FILE):
        found += [
            ("tricky cases, quantities", line)
            for case in tricky.load()[:limit]
            for line in _tricky_errors(case)
        ]
    for dataset, listed in library_cases.sets(limit):
        found += [(dataset, line) for case in listed if (line := library_cases.describe(case))]
    return found


def _news(sentence: news.Sentence) -> Measured:
    measured = Measured()
    predicted = news.predict(sentence)
    both = [(sentence.gold[i], predicted[j]) for i, j in news.pairs(sentence.gold, predicted)]
    sizes = len(predicted), len(sentence.gold)
    measured.add("quantity value", _prf(len(both), *sizes))
    measured.add("quantity value and unit", _prf(sum(news.same_unit(g, p) for g, p in both), *sizes))
    measured.add("quantity value and bound", _prf(sum(g.change == p.change for g, p in both), *sizes))
    counted = [(g, p) for g, p in both if _is_counted(g)]
    right = sum(news.same_unit(g, p) for g, p in counted)
    every = sum(map(_is_counted, sentence.gold))
    measured.add("counted noun", PRF(right, len(counted) - right, every - right))
    raw = news.predict(sentence, converted=False)
    same = [(sentence.gold[i], raw[j]) for i, j in news.pairs(sentence.gold, raw)]
    sizes = len(raw), len(sentence.gold)
    measured.add("quantity value as annotated", _prf(len(same), *sizes))
    unit = sum(news.same_unit(g, p) for g, p in same)
    measured.add("quantity value and unit as annotated", _prf(unit, *sizes))
    return measured


def _is_counted(gold: news.Gold) -> bool:
    """Whether the gold's unit is a noun that is counted: it is in no table of units."""
    return (
        gold.unit not in ("-", "") and not library_cases.is_unit(gold.unit) and not gold.unit.startswith("%")
    )


def _prf(hits: int, predicted: int, gold: int) -> PRF:
    return PRF(hits, predicted - hits, gold - hits)


def _news_errors(sentence: news.Sentence) -> list[str]:
    predicted = news.predict(sentence)
    matched = news.pairs(sentence.gold, predicted)
    lines = []
    hit_gold, hit_predicted = {i for i, _ in matched}, {j for _, j in matched}
    for i, gold in enumerate(sentence.gold):
        if i not in hit_gold:
            lines.append(f"missed {gold.change}{gold.low:g}..{gold.high:g} {gold.unit} | {sentence.text}")
    for j, each in enumerate(predicted):
        if j not in hit_predicted:
            lines.append(f"extra {each.found.span.of(sentence.text)!r} | {sentence.text}")
    for i, j in matched:
        gold, each = sentence.gold[i], predicted[j]
        if not news.same_unit(gold, each):
            got = each.found.unit or each.found.item
            lines.append(f"unit {got!r} for {gold.unit!r} ({gold.normalised}) | {sentence.text}")
        if gold.change != each.change:
            lines.append(f"bound {each.change} for {gold.change} {gold.low:g} | {sentence.text}")
    return lines


def _tricky_pairs(case: tricky.TrickyCase) -> list[tuple[tricky.TrickyQuantity, FoundQuantity | None]]:
    found = find_quantities(case.text)
    pairs: list[tuple[tricky.TrickyQuantity, FoundQuantity | None]] = []
    for gold in case.quantities:
        hits = [q for q in found if q.span.overlaps(gold.span) and _value(q) == _value(gold)]
        pairs.append((gold, hits[0] if hits else None))
    return pairs


def _value(each: FoundQuantity | tricky.TrickyQuantity) -> tuple[float | None, float | None]:
    """Return the figures without the bound: a lower bound of 5 and an upper one of 5 are both 5."""
    low = each.low if each.low is not None else each.high
    high = each.high if each.high is not None else each.low
    return (None if low is None else round(low, 6)), (None if high is None else round(high, 6))


_TRICKY: dict[str, Callable[[tricky.TrickyQuantity, FoundQuantity], bool]] = {
    "value": lambda g, f: True,
    "value and unit": lambda g, f: g.unit == f.unit,
    "bound": lambda g, f: g.bound == f.bound,
    "counted noun": lambda g, f: g.item_head == f.item_head,
    "exact span": lambda g, f: g.span == f.span,
}


def _applies(measure: str, gold: tricky.TrickyQuantity) -> bool:
    if measure == "bound":
        return gold.bound not in ("exact", "range")
    return measure != "counted noun" or gold.item_head is not None


def _tricky(case: tricky.TrickyCase) -> Measured:
    measured = Measured()
    for gold, found in _tricky_pairs(case):
        for measure, right in _TRICKY.items():
            if _applies(measure, gold):
                measured.judge(f"quantity {measure}", found is not None and right(gold, found))
    return measured


def _tricky_errors(case: tricky.TrickyCase) -> list[str]:
    lines = []
    for gold, found in _tricky_pairs(case):
        wrong = [
            m for m, right in _TRICKY.items() if _applies(m, gold) and not (found and right(gold, found))
        ]
        if wrong:
            lines.append(f"{', '.join(wrong)}: {gold} found {found} | {case.text}")
    return lines
