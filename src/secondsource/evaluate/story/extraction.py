"""Score what was found in the reports of a story: attributions, quantities and times against their gold."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from secondsource.evaluate.measures import PRF, Measured, exact_spans, overlap_spans
from secondsource.model import Attribution, Quantity, Reading, Span, TimeExpression
from secondsource.text.times.edtf import bounds, is_valid
from secondsource.text.words import can_be

__all__ = ["best_pairs", "is_noun_cue", "score_attributions", "score_quantities", "score_times"]

T = TypeVar("T")


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


def score_attributions(gold: Reading, predicted: Reading, tally: Measured) -> None:
    """Add source, cue and content (exact and overlapping spans), the linked triple, and what links them.

    The triple is right where the contents overlap (the cues, where nothing is said) and the sources do. Its
    recall is also given by kind and by stance, stance, venue and number of links for the matched ones.
    """
    for report, mine, theirs in _by_report(gold, predicted, lambda r, name: r.extraction[name].attributions):
        text = gold.text[report]
        for part, spans in _PARTS.items():
            wanted = list(dict.fromkeys(s for a in mine for s in spans(a)))
            got = list(dict.fromkeys(s for a in theirs for s in spans(a)))
            tally.add(f"{part} exact", exact_spans(wanted, got))
            tally.add(f"{part} overlap", overlap_spans(wanted, got))
        pairs = best_pairs(mine, theirs, lambda a: a.content or _cue(a))
        partner = {id(g): p for g, p in pairs}
        linked = {id(g) for g, p in pairs if _linked(g, p)}
        tally.add("linked", PRF(len(linked), len(theirs) - len(linked), len(mine) - len(linked)))
        for g in mine:
            said = f"{report}: {_said(g, text)}"
            for kind in _kinds(g, text):
                tally.judge(f"linked recall, {kind}", id(g) in linked)
            if id(g) not in partner:
                tally.errors.append(("attribution missed", said))
        taken = {id(p) for _, p in pairs}
        tally.errors += [
            ("attribution too many", f"{report}: {_said(p, text)}") for p in theirs if id(p) not in taken
        ]
        for g, p in pairs:
            where = f"{report}: {_said(g, text)}"
            if id(g) not in linked:
                tally.errors.append(("attribution not linked", f"{where}, not {_said(p, text)}"))
            tally.judge("stance of found", g.stance == p.stance, f"{where}: {g.stance}, not {p.stance}")
            tally.judge(
                "number of links of found",
                len(g.chain) == len(p.chain),
                f"{where}: {g.chain}, not {p.chain}",
            )
            tally.judge("venue of found", g.venue == p.venue, f"{where}: {g.venue}, not {p.venue}")
        wanted_links = sum(len(_links(a)) for a in mine)
        got_links = sum(len(_links(a)) for a in theirs)
        hits = sum(_shared_links(g, p) for g, p in pairs)
        tally.add("chain links", PRF(hits, got_links - hits, wanted_links - hits))


def _linked(gold: Attribution, found: Attribution) -> bool:
    contents = best_pairs(gold.content or _cue(gold), found.content or _cue(found), lambda span: (span,))
    if not contents:
        return False
    if gold.source is None or found.source is None:
        return gold.source is found.source
    return gold.source.overlaps(found.source)


def _kinds(a: Attribution, text: str) -> list[str]:
    kinds: list[str] = [a.kind, a.stance]
    if a.parent is not None:
        kinds.append("nested")
    if a.source is None:
        kinds.append("no source")
    if a.cue is not None and is_noun_cue((a.cue,), text):
        kinds.append("noun cue")
    return kinds


def is_noun_cue(cue: Sequence[Span], text: str) -> bool:
    """Say whether a cue is a noun: the word can be one, and an article or possessive stands before it."""
    if not cue or not cue[-1].of(text).split():
        return False
    word = cue[-1].of(text).split()[-1].lower()
    before = text[max(0, cue[-1].start - 40) : cue[-1].start].split()
    opened = bool(before) and (before[-1].lower() in _OPENERS or before[-1].endswith(("'s", "’s")))
    return can_be(word, "NOUN") and (opened or not can_be(word, "VERB"))


_OPENERS = frozenset("a an the his her its their our my this that these those whose any no some".split())
Link = tuple[str, Span | None, str]


def _links(a: Attribution) -> list[Link]:
    """Links behind the outlet, as kind, words and name: between outlet and speaker, and the speaker."""
    return [
        (kind, words, (name or "").casefold())
        for name, words, kind in list(zip(a.chain, a.chain_text, a.chain_kind, strict=False))[1:]
    ]


def _shared_links(gold: Attribution, found: Attribution) -> int:
    """Links of one kind that stand in the same place of the text, or bear the same name."""
    left = _links(found)
    hits = 0
    for kind, words, name in _links(gold):
        for other in left:
            same_place = words is not None and other[1] is not None and words.overlaps(other[1])
            if other[0] == kind and (same_place or (name and name == other[2])):
                left.remove(other)
                hits += 1
                break
    return hits


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


def score_quantities(gold: Reading, predicted: Reading, tally: Measured) -> None:
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


def score_times(gold: Reading, predicted: Reading, tally: Measured) -> None:
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
