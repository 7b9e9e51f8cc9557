"""Score what was found across the reports of a story: groups, relations, origins and copies against their gold."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from secondsource.evaluate.gold.load import Gold
from secondsource.evaluate.measures import PRF, Measured
from secondsource.evaluate.partitions import b_cubed
from secondsource.model import Claim, Copy, Findings, OriginCount, Reading, Span

__all__ = ["Match", "match_claims", "score_copies", "score_groups", "score_origins", "score_relations"]

# Half of the shorter of two spans: below that, two claims of one sentence are taken for each other.
MIN_SHARE = 0.5


@dataclass(frozen=True)
class Match:
    """A gold story beside what the tool made of its reports; ``claims`` leads from gold to predicted claims."""

    gold: Gold
    reading: Reading
    findings: Findings
    claims: Mapping[str, str]

    @property
    def group_of(self) -> dict[str, str]:
        """Id of the predicted group of each gold claim that has one."""
        groups = {c: g.id for g in self.findings.groups for c in g.claims}
        return {mine: groups[theirs] for mine, theirs in self.claims.items() if theirs in groups}


def match_claims(gold: Reading, predicted: Reading) -> dict[str, str]:
    """Lead each gold claim to the predicted claim of its report that shares most of it; unmatched ones are left out."""
    found: dict[str, str] = {}
    for report in gold.reports:
        theirs = predicted.extraction[report.id].claims if report.id in predicted.extraction else ()
        for claim in gold.extraction[report.id].claims:
            scored = [(_share(claim, other), -len(other.span), other.id) for other in theirs]
            best = max(scored, default=(0.0, 0, ""))
            if best[0] >= MIN_SHARE:
                found[claim.id] = best[2]
    return found


def _share(a: Claim, b: Claim) -> float:
    shared = min(a.span.end, b.span.end) - max(a.span.start, b.span.start)
    return shared / max(1, min(len(a.span), len(b.span)))


def score_groups(match: Match, tally: Measured) -> None:
    """Add claims found, B³, CoNLL's three and pairs; claims in no group stand alone."""
    ids = [claim.id for claim in match.gold.reading.claims]
    tally.add("claims found", PRF(len(match.claims), 0, len(ids) - len(match.claims)))
    gold = {c: g.id for g in match.gold.findings.groups for c in g.claims}
    predicted = match.group_of
    mine: dict[str, Hashable] = {c: gold.get(c, f"alone {c}") for c in ids}
    theirs: dict[str, Hashable] = {c: predicted.get(c, f"alone {match.claims.get(c, c)}") for c in ids}
    tally.add("B³", b_cubed(mine, theirs))
    tally.add("B³, each claim alone", b_cubed(mine, {c: c for c in ids}))
    wanted = {pair for pair in combinations(ids, 2) if mine[pair[0]] == mine[pair[1]]}
    got = {pair for pair in combinations(ids, 2) if theirs[pair[0]] == theirs[pair[1]]}
    tally.add("grouped pairs", PRF(len(wanted & got), len(got - wanted), len(wanted - got)))
    said = match.gold.reading
    tally.errors += [
        ("pair missed", f"{said.quote(said.claim[a])!r} | {said.quote(said.claim[b])!r}")
        for a, b in sorted(wanted - got)
    ]
    tally.errors += [
        ("pair too many", f"{said.quote(said.claim[a])!r} | {said.quote(said.claim[b])!r}")
        for a, b in sorted(got - wanted)
    ]


_TURNED = ("refines", "updates", "denies")


def score_relations(match: Match, tally: Measured) -> None:
    """Add the relation of every pair of a gold group, by relation; a turned pair of three kinds is wrong."""
    found: dict[tuple[str, str], str] = {}
    for comparison in match.findings.comparisons:
        found[comparison.a, comparison.b] = comparison.relation
        turned = f"turned {comparison.relation}" if comparison.relation in _TURNED else comparison.relation
        found.setdefault((comparison.b, comparison.a), turned)
    said = match.gold.reading
    for wanted in match.gold.findings.comparisons:
        a, b = match.claims.get(wanted.a), match.claims.get(wanted.b)
        if a is None or b is None:
            got = "claim not found"
        elif a == b:
            got = "same"
        else:
            got = found.get((a, b), "not compared")
        right = got == wanted.relation
        tally.add(f"relation {wanted.relation}", PRF(1, 0, 0) if right else PRF(0, 0, 1))
        if not right:
            tally.add(f"relation {got.removeprefix('turned ')}", PRF(0, 1, 0))
            one, other = (said.quote(said.claim[c]) for c in (wanted.a, wanted.b))
            tally.errors.append((f"relation {wanted.relation} → {got}", f"{one!r} | {other!r}"))


def score_origins(match: Match, tally: Measured) -> None:
    """Add exact intervals by group and by position beside two baselines, and pairs with one origin."""
    outlets = {r.id: r.outlet or r.id for r in match.gold.reading.reports}
    gold = match.gold.findings
    groups = [(g.about, g.claims, gold.group_counts[g.id]) for g in gold.groups]
    about = {g.id: g.about for g in gold.groups}
    positions = [(about[p.group], p.claims, p.origins) for p in gold.positions]
    counted = {g.id: match.findings.group_counts.get(g.id) for g in match.findings.groups}
    theirs: dict[str, list[tuple[tuple[str, ...], OriginCount | None]]] = {
        "group": [(g.claims, counted[g.id]) for g in match.findings.groups],
        "position": [(p.claims, p.origins) for p in match.findings.positions],
    }
    for kind, listed in (("group", groups), ("position", positions)):
        for name, claims, wanted in listed:
            got = _interval(match, claims, theirs[kind])
            key = (wanted.low, wanted.high)
            tally.judge(
                f"interval by {kind}",
                got == key,
                f"{kind} {name!r} {list(claims)}: {key}, not {got}",
            )
            papers = len({outlets[match.gold.reading.claim[c].report] for c in claims})
            tally.judge(f"interval by {kind}, always 1–1", key == (1, 1))
            tally.judge(f"interval by {kind}, as many as outlets", key == (papers, papers))
    _score_merges(match, tally)


def _interval(
    match: Match, claims: Iterable[str], theirs: Sequence[tuple[Sequence[str], OriginCount | None]]
) -> tuple[int, int] | None:
    """The interval of the predicted set that overlaps ``claims`` most; (1, 1) for a claim that stands alone."""
    wanted = {match.claims[c] for c in claims if c in match.claims}
    scored = [
        (len(wanted & set(listed)) / len(wanted | set(listed)), -i) for i, (listed, _) in enumerate(theirs)
    ]
    best, at = max(scored, default=(0.0, 0))
    if not best:
        return (1, 1) if len(wanted) == 1 else None
    count = theirs[-at][1]
    return None if count is None else (count.low, count.high)


def _score_merges(match: Match, tally: Measured) -> None:
    gold = {c: o.id for o in match.gold.findings.origins for c in o.claims}
    predicted = {c: o.id for o in match.findings.origins for c in o.claims}
    names = {o.id: o.name for o in match.findings.origins}
    said = match.gold.reading
    for group in match.gold.findings.groups:
        found = [c for c in group.claims if match.claims.get(c) in predicted]
        for a, b in combinations(found, 2):
            one, other = predicted[match.claims[a]], predicted[match.claims[b]]
            same, got = gold[a] == gold[b], one == other
            tally.add("pairs with one origin", PRF(same and got, got and not same, same and not got))
            # A false split manufactures a second source, a false merge hides one.
            tally.judge("one origin, not split" if same else "two origins, not merged", same == got)
            if same != got:
                kind = "false split" if same else "false merge"
                words = f"{said.quote(said.claim[a])!r} | {said.quote(said.claim[b])!r}"
                tally.errors.append((kind, f"{words}: {names[one]}, {names[other]}"))


def score_copies(match: Match, tally: Measured) -> None:
    """Add copied passages by character of the copy, and figures and names that changed inside."""
    # What a later version shares with the earlier one is no copy.
    versions = {(r.version_of, r.id) for r in match.gold.reading.reports}
    copies = tuple(c for c in match.findings.copies if (c.source, c.to) not in versions)
    _score_passages(match.gold.findings.copies, copies, tally)
    wanted, got = _copied(match.gold.findings.copies), _copied(copies)
    pairs = sorted(wanted.keys() | got.keys())
    for pair in pairs:
        mine, theirs = wanted.get(pair, set()), got.get(pair, set())
        tally.add("copied characters", PRF(len(mine & theirs), len(theirs - mine), len(mine - theirs)))
        if not mine:
            tally.errors.append(("copy too many", f"{pair[0]} → {pair[1]}: {len(theirs)} characters"))
    for kind in ("figure", "name"):
        changed, found = _changes(match.gold.findings.copies, kind), _changes(copies, kind)
        hits = sum(any(a[:2] == b[:2] and a[2].overlaps(b[2]) for b in found) for a in changed)
        tally.add(f"changed {kind}s", PRF(hits, max(0, len(found) - hits), len(changed) - hits))


def _score_passages(wanted: Sequence[Copy], got: Sequence[Copy], tally: Measured) -> None:
    """Add passages: a gold copy is found where one of the same two reports overlaps it on both sides."""
    hits = sum(any(_same_passage(w, g) for g in got) for w in wanted)
    wrong = sum(not any(_same_passage(w, g) for w in wanted) for g in got)
    tally.add("copied passages", PRF(hits, wrong, len(wanted) - hits))


def _same_passage(a: Copy, b: Copy) -> bool:
    straight = (a.source, a.to) == (b.source, b.to)
    return straight and a.source_span.overlaps(b.source_span) and a.to_span.overlaps(b.to_span)


def _copied(copies: Iterable[Copy]) -> dict[tuple[str, str], set[int]]:
    copied: dict[tuple[str, str], set[int]] = {}
    for copy in copies:
        copied.setdefault((copy.source, copy.to), set()).update(range(copy.to_span.start, copy.to_span.end))
    return copied


def _changes(copies: Iterable[Copy], kind: str) -> list[tuple[str, str, Span]]:
    return [
        (copy.source, copy.to, change.to_span)
        for copy in copies
        for change in copy.changes
        if change.kind == kind and change.to_span is not None
    ]
