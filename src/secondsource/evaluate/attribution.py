"""Measure attributions: PolNeAR's development part and our tricky sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.evaluate.measures import PRF, Measured, Score, scores_of
from secondsource.evaluate.sets.folder import has_data
from secondsource.evaluate.sets.polnear import (
    Document,
    Gold,
    plain_content,
    plain_cue,
    plain_source,
    read_polnear,
)
from secondsource.evaluate.story.extraction import is_noun_cue
from secondsource.extract.attribution import find_attributions
from secondsource.model import Attribution, Report, Span

__all__ = ["Pair", "compare", "errors", "errors_of", "measured", "plain", "run"]

_RELATIVE = re.compile(r",?\s(who|which|that)\b")
_ROLES = ("source", "cue", "content")
Pieces = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold attribution and the found one that it is matched with; either may be missing."""

    text: str
    gold: Gold | None
    found: Gold | None

    @property
    def linked(self) -> bool:
        """Whether the contents overlap and the source is right."""
        if self.gold is None or self.found is None or not _shared(self.gold.content, self.found.content):
            return False
        if not self.gold.source or not self.found.source:
            return not self.gold.source and not self.found.source
        return _shared(self.gold.source, self.found.source) > 0


def _shared(a: Pieces, b: Pieces) -> int:
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def plain(text: str, gold: Gold) -> Gold:
    """Bring an attribution to the form in which the conventions agree."""
    return Gold(plain_source(text, gold.source), plain_cue(text, gold.cue), plain_content(text, gold.content))


def _as_gold(text: str, attribution: Attribution, *, pronouns: bool = False) -> Gold:
    source = (
        ((_pronoun(text, attribution) if pronouns else None) or attribution.source,)
        if attribution.source
        else ()
    )
    cue = (attribution.cue,) if attribution.cue else ()
    content = attribution.content
    if not content and attribution.cue:
        # "declined to comment" is a cue here; PolNeAR has the cue "declined" and the content "to comment".
        last = text[attribution.cue.start : attribution.cue.end].rfind(" ") + 1
        content = (Span(attribution.cue.start + last, attribution.cue.end),)
        cue = (Span(attribution.cue.start, max(attribution.cue.start + 1, attribution.cue.start + last - 1)),)
    return Gold(source, cue, content)


def _outermost(listed: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Drop what is nested: PolNeAR gives each token to one attribution only, the outermost."""
    return tuple(a for a in listed if a.parent is None)


def _pronoun(text: str, attribution: Attribution) -> Span | None:
    """Return the relative pronoun after the source: PolNeAR marks "who", the story format whom it stands for."""
    if (
        attribution.source is None
        or attribution.cue is None
        or attribution.cue.start < attribution.source.end
    ):
        return None
    match = _RELATIVE.match(text, attribution.source.end, attribution.cue.start)
    return Span(match.start(1), match.end(1)) if match else None


def compare(text: str, gold: Sequence[Gold], found: Sequence[Gold]) -> list[Pair]:
    """Match gold and found one to one, by shared characters of cue first, then content, then source."""
    scored = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            cue, content, source = (
                _shared(getattr(g, r), getattr(f, r)) for r in ("cue", "content", "source")
            )
            if cue or content:
                scored.append(((cue > 0) * 1000 + content + (source > 0) * 200, -i, -j))
    pairs = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, minus_i, minus_j in sorted(scored, reverse=True):
        i, j = -minus_i, -minus_j
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append(Pair(text, gold[i], found[j]))
    pairs += [Pair(text, g, None) for i, g in enumerate(gold) if i not in used_gold]
    pairs += [Pair(text, None, f) for j, f in enumerate(found) if j not in used_found]
    return pairs


def _role_scores(pairs: Sequence[Pair], role: str) -> tuple[PRF, PRF]:
    """Return exact and overlap counts of one role over matched attributions."""
    exact = overlap = PRF()
    for pair in pairs:
        gold: Pieces = getattr(pair.gold, role) if pair.gold else ()
        found: Pieces = getattr(pair.found, role) if pair.found else ()
        if not gold and not found:
            continue
        hit = bool(gold) and bool(found) and _shared(gold, found) > 0
        same = bool(gold) and gold == found
        overlap += PRF(hit, bool(found) and not hit, bool(gold) and not hit)
        exact += PRF(same, bool(found) and not same, bool(gold) and not same)
    return exact, overlap


def _documents(dataset: str, limit: int | None) -> Iterator[Document]:
    if dataset == "polnear dev":
        yield from read_polnear("dev", limit=limit)
    elif dataset == "polnear train":
        yield from read_polnear("train", limit=limit, step=10)
    else:
        yield from _tricky()


def _tricky() -> Iterator[Document]:
    from secondsource.evaluate.sets.tricky import load

    for case in load():
        gold = tuple(
            Gold((a.source,) if a.source else (), (a.cue,) if a.cue else (), tuple(a.content))
            for a in case.attributions
        )
        yield Document(str(case.id), case.text, gold)


def _pairs(dataset: str, limit: int | None) -> Iterator[list[Pair]]:
    for document in _documents(dataset, limit):
        text = document.text
        report = Report(document.name, text)
        listed = find_attributions(report, entities=(), times=())
        if dataset.startswith("polnear"):
            listed = _outermost(listed)
        found = [plain(text, _as_gold(text, a, pronouns=dataset.startswith("polnear"))) for a in listed]
        gold = [plain(text, g) for g in document.gold]
        yield compare(text, gold, found)


def _kind(pair: Pair) -> str:
    content = pair.gold.content if pair.gold else ()
    if not content:
        return "none"
    first, last = content[0], content[-1]
    marks = '“”"«»'
    opened = pair.text[max(0, first.start - 1) : first.start] in tuple(marks)
    closed = any(mark in pair.text[last.end : last.end + 3] for mark in marks)
    inside = any(mark in piece.of(pair.text) for piece in content for mark in marks)
    return "direct" if opened and closed else "mixed" if inside or opened or closed else "indirect"


def run(*, limit: int | None = None) -> list[Score]:
    """Return the scores on all data that is at hand; ``limit`` is the number of documents to read."""
    return [
        row
        for dataset, needs in _SETS
        if has_data(needs)
        for row in scores_of([measured(pairs) for pairs in _pairs(dataset, limit)], "extract", dataset)
    ]


_SETS = (("polnear dev", "polnear"), ("tricky cases, attribution", "tricky_cases.json"))


def measured(pairs: Sequence[Pair]) -> Measured:
    """Count the matched pairs of one document."""
    counted = Measured()
    for role in _ROLES:
        exact, overlap = _role_scores(pairs, role)
        counted.add(f"{role} exact", exact)
        counted.add(f"{role} overlap", overlap)
    counted.add("linked", _linked(pairs))
    for pair in pairs:
        if pair.gold is not None:
            counted.judge(f"linked recall, {_kind(pair)}", pair.linked)
            if not pair.gold.source:
                counted.judge("linked recall, no source", pair.linked)
            if is_noun_cue(pair.gold.cue, pair.text):
                counted.judge("linked recall, noun cue", pair.linked)
    return counted


def _linked(pairs: Sequence[Pair]) -> PRF:
    total = PRF()
    for pair in pairs:
        hit = pair.linked
        total += PRF(hit, pair.found is not None and not hit, pair.gold is not None and not hit)
    return total


def errors(*, limit: int | None = None) -> list[tuple[str, str]]:
    """Return every error with its kind: ``missed``, ``extra`` (not in gold) or ``wrong`` (not linked)."""
    return [case for dataset, needs in _SETS if has_data(needs) for case in errors_of(dataset, limit=limit)]


def errors_of(dataset: str, *, limit: int | None = None) -> list[tuple[str, str]]:
    """Return the errors on ``polnear dev``, ``polnear train`` or ``tricky cases``."""
    cases: list[tuple[str, str]] = []
    for pairs in _pairs(dataset, limit):
        for pair in pairs:
            kind = "extra" if pair.gold is None else "missed" if pair.found is None else "wrong"
            if not pair.linked:
                cases.append((f"{dataset}, {kind}", _described(pair, kind)))
    return cases


def _described(pair: Pair, kind: str) -> str:
    text = pair.text
    shown = pair.gold or pair.found
    assert shown is not None
    hull = Span.hull([*shown.source, *shown.cue, *shown.content])
    context = " ".join(text[max(0, hull.start - 40) : hull.end + 40].split())
    lines = [f"{kind}: …{context[:400]}…"]
    for name, gold in (("gold", pair.gold), ("ours", pair.found)):
        if gold is not None:
            parts = (" + ".join(p.of(text) for p in getattr(gold, role)) or "–" for role in _ROLES)
            lines.append(f"    {name}: " + " | ".join(" ".join(part.split())[:160] for part in parts))
    return "\n".join(lines)
