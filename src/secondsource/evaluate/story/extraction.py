"""Score what was found in the reports of a story: attributions, quantities and times against their gold."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from secondsource.evaluate.measures import PRF, exact_spans, overlap_spans
from secondsource.model import Attribution, Quantity, Reading, Span, TimeExpression
from secondsource.text.times.edtf import bounds, is_valid

__all__ = ["Tally", "best_pairs", "score_attributions", "score_quantities", "score_times"]

T = TypeVar("T")


@dataclass
class Tally:
    """Counts by measure, and the errors behind them in words, grouped by measure."""

    counts: dict[str, PRF] = field(default_factory=dict)
    errors: list[tuple[str, str]] = field(default_factory=list)

    def add(self, measure: str, prf: PRF) -> None:
        """Add counts to a measure."""
        self.counts[measure] = self.counts.get(measure, PRF()) + prf

    def judge(self, measure: str, right: bool, error: str) -> None:
        """Count one gold item as right or wrong, and keep the words for a wrong one."""
        self.add(measure, PRF(1, 0, 0) if right else PRF(0, 1, 1))
        if not right:
            self.errors.append((measure, error))


def best_pairs(
    gold: Sequence[T], predicted: Sequence[T], spans: Callable[[T], Sequence[Span]]
) -> list[tuple[T, T]]:
    """Pair gold and predicted items one to one, those that share the most characters first."""
    scored = sorted(
        (-shared, i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (shared := sum(_shared(a, b) for a in spans(g) for b in spans(p)))
    )
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs: list[tuple[T, T]] = []
    for _, i, j in scored:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((gold[i], predicted[j]))
    return pairs


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def score_attributions(gold: Reading, predicted: Reading, tally: Tally) -> None:
    """Add source, cue and content (exact and overlapping spans), and of matched ones stance and chain."""
    for report, mine, theirs in _by_report(gold, predicted, lambda r, name: r.extraction[name].attributions):
        text = gold.text[report]
        for part, spans in _PARTS.items():
            wanted = list(dict.fromkeys(s for a in mine for s in spans(a)))
            got = list(dict.fromkeys(s for a in theirs for s in spans(a)))
            tally.add(f"{part} exact", exact_spans(wanted, got))
            tally.add(f"{part} overlap", overlap_spans(wanted, got))
        pairs = best_pairs(mine, theirs, lambda a: a.content or _cue(a))
        found = {id(g) for g, _ in pairs}
        tally.errors += [
            ("attribution missed", f"{report}: {_said(a, text)}") for a in mine if id(a) not in found
        ]
        for g, p in pairs:
            where = f"{report}: {_said(g, text)}"
            tally.judge("stance of found", g.stance == p.stance, f"{where}: {g.stance}, not {p.stance}")
            tally.judge(
                "number of links of found",
                len(g.chain) == len(p.chain),
                f"{where}: {g.chain}, not {p.chain}",
            )
            tally.judge("venue of found", g.venue == p.venue, f"{where}: {g.venue}, not {p.venue}")


def _cue(a: Attribution) -> tuple[Span, ...]:
    return () if a.cue is None else (a.cue,)


_PARTS: dict[str, Callable[[Attribution], tuple[Span, ...]]] = {
    "source": lambda a: () if a.source is None else (a.source,),
    "cue": _cue,
    "content": lambda a: a.content,
}


def _said(a: Attribution, text: str) -> str:
    parts = [span.of(text) if span else "–" for span in (a.source, a.cue)]
    return f"[{parts[0]}] {parts[1]}: {' … '.join(s.of(text) for s in a.content) or '–'}"


def score_quantities(gold: Reading, predicted: Reading, tally: Tally) -> None:
    """Add quantities whose span overlaps and whose value, unit and bound are those of the gold."""
    for report, mine, theirs in _by_report(gold, predicted, lambda r, name: r.extraction[name].quantities):
        text = gold.text[report]
        pairs = best_pairs(mine, theirs, lambda q: (q.span,))
        tests: dict[str, Callable[[Quantity], Hashable]] = {
            "value": lambda q: (q.low, q.high),
            "value and unit": lambda q: (q.low, q.high, _unit(q.unit)),
            "value, unit and bound": lambda q: (q.low, q.high, _unit(q.unit), q.bound),
        }
        for measure, key in tests.items():
            hits = sum(_close(key(g), key(p)) for g, p in pairs)
            tally.add(f"quantity {measure}", PRF(hits, len(theirs) - hits, len(mine) - hits))
        whole = tests["value, unit and bound"]
        right = {id(g) for g, p in pairs if _close(whole(g), whole(p))}
        partner = {id(g): p for g, p in pairs}
        for g in mine:
            if id(g) not in right:
                got = partner.get(id(g))
                read = "not found" if got is None else f"{got.span.of(text)!r} {whole(got)}"
                tally.errors.append(("quantity", f"{report}: {g.span.of(text)!r} {whole(g)}: {read}"))


def _unit(unit: str | None) -> str | None:
    """Gold has the plain unit of an age ("year") and of a rate ("USD", with the item "tonne")."""
    return None if unit is None else unit.split(" per ")[0].removesuffix(" of age")


def _close(a: Hashable, b: Hashable) -> bool:
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(map(_close, a, b))
    if isinstance(a, float | int) and isinstance(b, float | int):
        return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))
    return a == b


def score_times(gold: Reading, predicted: Reading, tally: Tally) -> None:
    """Add times whose span overlaps, and those whose value covers the same days."""
    for report, mine, theirs in _by_report(gold, predicted, lambda r, name: r.extraction[name].times):
        text = gold.text[report]
        pairs = best_pairs(mine, theirs, lambda t: (t.span,))
        tally.add("time span", PRF(len(pairs), len(theirs) - len(pairs), len(mine) - len(pairs)))
        hits = sum(_days(g) == _days(p) for g, p in pairs)
        tally.add("time value", PRF(hits, len(theirs) - hits, len(mine) - hits))
        partner = {id(g): p for g, p in pairs}
        for g in mine:
            got = partner.get(id(g))
            if got is None or _days(g) != _days(got):
                read = "not found" if got is None else got.edtf
                tally.errors.append(("time", f"{report}: {g.span.of(text)!r} {g.edtf}: {read}"))


def _days(time: TimeExpression) -> Hashable:
    return bounds(time.edtf) if time.edtf and is_valid(time.edtf) else time.edtf


def _by_report(
    gold: Reading, predicted: Reading, of: Callable[[Reading, str], Sequence[T]]
) -> Iterator[tuple[str, list[T], list[T]]]:
    for report in gold.reports:
        found = list(of(predicted, report.id)) if report.id in predicted.extraction else []
        yield report.id, list(of(gold, report.id)), found
