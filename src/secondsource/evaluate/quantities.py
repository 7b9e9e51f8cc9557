"""How well quantities are found: value, unit, bound and counted noun on four sets."""

from __future__ import annotations

from collections.abc import Callable

from secondsource.evaluate.measures import PRF, Score
from secondsource.evaluate.sets import library_cases as specs
from secondsource.evaluate.sets import newsquant as news
from secondsource.evaluate.sets import tricky
from secondsource.evaluate.sets.folder import has_data
from secondsource.text.quantities import FoundQuantity, find_quantities

__all__ = ["run", "worst"]

_STAGE = "extract"


def run(*, errors: int = 0, limit: int | None = None) -> list[Score]:
    """Score the finder on every set that is at hand.

    Args:
        errors: Unused here; `worst` lists errors.
        limit: Read only so many sentences of each set.

    Returns:
        One row for each set and measure; empty where no gold data is at hand.
    """
    del errors
    scores: list[Score] = []
    if has_data(news.FILE):
        scores += _news(limit)
    if has_data(tricky.FILE):
        scores += _tricky(limit)
    for dataset, cases in specs.sets(limit):
        prf = PRF()
        for case in cases:
            prf += specs.score(case)
        scores.append(Score(_STAGE, dataset, "quantity value and unit", prf, n=int(prf.tp + prf.fn)))
    return scores


def worst(*, limit: int | None = None, only: str | None = None) -> list[str]:
    """Return every error with its sentence, data set by data set; ``only`` names one set."""
    cases: list[str] = []
    if has_data(news.FILE) and only in (None, "newsquant"):
        cases += [line for sentence in news.read(limit) for line in _news_errors(sentence)]
    if has_data(tricky.FILE) and only in (None, "tricky"):
        cases += [line for case in tricky.load()[:limit] for line in _tricky_errors(case)]
    for dataset, listed in specs.sets(limit):
        if only in (None, dataset.split()[0]):
            cases += [line for case in listed if (line := specs.describe(case))]
    return cases


def _news(limit: int | None) -> list[Score]:
    names = (
        "value",
        "value and unit",
        "value and bound",
        "counted noun",
        "value as annotated",
        "value and unit as annotated",
    )
    counts = dict.fromkeys(names, PRF())
    for sentence in news.read(limit):
        predicted = news.predict(sentence)
        both = [(sentence.gold[i], predicted[j]) for i, j in news.pairs(sentence.gold, predicted)]
        n_gold, n_predicted = len(sentence.gold), len(predicted)
        counts["value"] += _prf(len(both), n_predicted, n_gold)
        counts["value and unit"] += _prf(sum(news.same_unit(g, p) for g, p in both), n_predicted, n_gold)
        counts["value and bound"] += _prf(sum(g.change == p.change for g, p in both), n_predicted, n_gold)
        counted = [(g, p) for g, p in both if _is_counted(g)]
        right = sum(news.same_unit(g, p) for g, p in counted)
        counts["counted noun"] += PRF(
            right, len(counted) - right, sum(map(_is_counted, sentence.gold)) - right
        )
        raw = news.predict(sentence, converted=False)
        same = [(sentence.gold[i], raw[j]) for i, j in news.pairs(sentence.gold, raw)]
        counts["value as annotated"] += _prf(len(same), len(raw), n_gold)
        unit = sum(news.same_unit(g, p) for g, p in same)
        counts["value and unit as annotated"] += _prf(unit, len(raw), n_gold)
    return [Score(_STAGE, "newsquant dev", f"quantity {k}", v, n=int(v.tp + v.fn)) for k, v in counts.items()]


def _is_counted(gold: news.Gold) -> bool:
    """Whether the gold's unit is a noun that is counted: it is in no table of units."""
    return gold.unit not in ("-", "") and not specs.is_unit(gold.unit) and not gold.unit.startswith("%")


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


def _tricky(limit: int | None) -> list[Score]:
    pairs = [pair for case in tricky.load()[:limit] for pair in _tricky_pairs(case)]
    scores = []
    for measure, right in _TRICKY.items():
        relevant = [(g, f) for g, f in pairs if _applies(measure, g)]
        hits = sum(f is not None and right(g, f) for g, f in relevant)
        share = hits / len(relevant) if relevant else 0.0
        scores.append(Score(_STAGE, "tricky", f"quantity {measure}", value=share, n=len(relevant)))
    return scores


def _tricky_errors(case: tricky.TrickyCase) -> list[str]:
    lines = []
    for gold, found in _tricky_pairs(case):
        wrong = [
            m for m, right in _TRICKY.items() if _applies(m, gold) and not (found and right(gold, found))
        ]
        if wrong:
            lines.append(f"{', '.join(wrong)}: {gold} found {found} | {case.text}")
    return lines
