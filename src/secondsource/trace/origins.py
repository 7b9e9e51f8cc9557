"""Merge voices into origins, and their attributions into occasions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from secondsource.model import (
    Attribution,
    Claim,
    ClaimGroup,
    Copy,
    Occasion,
    Origin,
    Reading,
    Story,
    content_id,
)
from secondsource.text.names import same_name
from secondsource.text.times import bounds
from secondsource.trace.union import Union
from secondsource.trace.voice import Voice
from secondsource.trace.voices import voices_of

__all__ = ["merge_origins"]

_MIN_SAME_WORDS = 6
# Words, names and figures that a headline must share with the claim that it rests on.
_MIN_HEAD_SHARED = 3


def merge_origins(
    reading: Reading,
    stories: Sequence[Story],
    claims: Sequence[Claim],
    groups: Sequence[ClaimGroup],
    copies: Sequence[Copy],
) -> tuple[tuple[Origin, ...], dict[str, str], dict[str, Voice]]:
    """Return origins, claim id → origin id, and origin id → voice.

    A claim in the report's own voice goes where a neighbour leads it: to the origin of the passage that
    it was copied with, else to the one attribution of its own report that its group has.
    """
    voices = voices_of(reading, claims, stories)
    _follow_copies(reading, claims, copies, voices)
    _carry_on(reading, groups, copies, voices)
    _head_carries_on(reading, claims, voices)
    union = Union(v.key for v in voices.values())
    reasons: dict[str, set[str]] = defaultdict(set)
    for one, other, words in _same_words(reading, claims):
        a, b = voices[one].key, voices[other].key
        if a != b and "unnamed" in (voices[one].kind, voices[other].kind):
            union.join(a, b)
            reasons[a].add(f"the same words are quoted: {words}")
    made: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        made[union.find(voices[claim.id].key)].append(claim)
    origins: list[Origin] = []
    origin_of: dict[str, str] = {}
    by_id: dict[str, Voice] = {}
    for listed in made.values():
        best = min((voices[c.id] for c in listed), key=lambda v: (_RANK[v.kind], v.key))
        why = {voices[c.id].reason for c in listed} | {r for c in listed for r in reasons[voices[c.id].key]}
        origin = Origin(
            id=content_id("o", best.key),
            name=best.name,
            kind=best.kind,
            entity=best.entity,
            occasions=_occasions(reading, listed),
            claims=tuple(c.id for c in listed),
            reasons=tuple(sorted(why - {""})),
        )
        origins.append(origin)
        by_id[origin.id] = best
        origin_of.update((c.id, origin.id) for c in listed)
    return tuple(origins), origin_of, by_id


_RANK = {
    "institution": 0, "person": 1, "document": 2, "data": 2, "agency": 3, "outlet": 4, "unnamed": 5, "unstated": 6,
}  # fmt: skip


def _follow_copies(
    reading: Reading, claims: Sequence[Claim], copies: Sequence[Copy], voices: dict[str, Voice]
) -> None:
    """Give claims of a copied passage without a named source the voice of the claim that they were copied from."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    for copy in sorted(copies, key=lambda c: (reading.report[c.to].published_at or "9999", c.id)):
        sources = [c for c in by_report[copy.source] if copy.source_span.overlaps(c.span)]
        changed = [c.to_span for c in copy.changes if c.kind in ("figure", "date", "name") and c.to_span]
        figures = [c.to_span for c in copy.changes if c.kind == "figure" and c.to_span]
        for claim in by_report[copy.to]:
            if any(claim.span.contains(s) for s in figures):
                voices[claim.id] = _changed_in_copying(reading, copy)
                continue
            if not copy.to_span.contains(claim.span) or voices[claim.id].kind not in ("unstated", "unnamed"):
                continue
            if any(claim.span.overlaps(s) for s in changed):
                continue  # a figure changed inside a copy has no source any more
            near = max(sources, key=lambda s: (_shared(reading, s, claim), s.id), default=None)
            if near is not None and set(near.terms) & set(claim.terms) and _one_source(reading, near, claim):
                voices[claim.id] = voices[near.id]


def _changed_in_copying(reading: Reading, copy: Copy) -> Voice:
    label = reading.report[copy.to].label
    why = (
        f"the figure differs from the passage of {reading.report[copy.source].label} that it was copied from"
    )
    return Voice(f"unstated:{copy.to}", f"{label}, own voice", "unstated", reason=why)


def _one_source(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether two copied claims name their source in the same words; another source is another origin."""
    phrases = []
    for claim in (a, b):
        attribution = reading.attribution.get(claim.attribution or "")
        source = attribution.source if attribution else None
        phrases.append(source.of(reading.text[claim.report]).lower() if source else "")
    return phrases[0] == phrases[1] or not phrases[1]


def _carry_on(
    reading: Reading, groups: Sequence[ClaimGroup], copies: Sequence[Copy], voices: dict[str, Voice]
) -> None:
    """An own-voice claim beside an attributed one of its report and group carries that one on.

    Not where it gives another figure, or a figure that was changed inside a copy: that one has no source.
    """
    for group in groups:
        by_report: dict[str, list[str]] = defaultdict(list)
        for key in group.claims:
            by_report[reading.claim[key].report].append(key)
        for ids in by_report.values():
            said = [i for i in ids if voices[i].kind != "unstated"]
            if len({voices[i].key for i in said}) != 1 or voices[said[0]].kind == "unnamed":
                continue
            figures = {f for i in said for f in _figures(reading, i)}
            for key in ids:
                own = voices[key].kind == "unstated" and reading.claim[key].attribution is None
                other = set(_figures(reading, key)) - figures
                if own and not (figures and other) and not _changed(reading, key, copies):
                    voices[key] = voices[said[0]]


def _head_carries_on(reading: Reading, claims: Sequence[Claim], voices: dict[str, Voice]) -> None:
    """A headline tells what the report then attributes: it rests on the attributed claim that it shares most with."""
    for claim in claims:
        report = reading.report[claim.report]
        if claim.attribution or voices[claim.id].kind != "unstated" or not report.headline:
            continue
        if claim.span.end > len(report.headline):
            continue
        below = [
            c
            for c in reading.extraction[claim.report].claims
            if c.attribution
            and c.id in voices
            and c.modality == claim.modality
            and _one_matter(reading, claim, c)
        ]
        scored = [(_shared(reading, claim, c), -c.span.start, c.id) for c in below]
        best = max(scored, default=(0, 0, ""))
        if best[0] >= _MIN_HEAD_SHARED and voices[best[2]].kind not in ("unstated", "unnamed"):
            voices[claim.id] = voices[best[2]]


def _one_matter(reading: Reading, a: Claim, b: Claim) -> bool:
    """Whether two claims share an action and a place, where both name one, or a figure."""
    if set(_figures(reading, a.id)) & set(_figures(reading, b.id)):
        return True
    places = [{reading.entity[p].id for p in c.places if p in reading.entity} for c in (a, b)]
    elsewhere = bool(places[0] and places[1] and not places[0] & places[1])
    return bool(set(a.events) & set(b.events)) and not elsewhere


def _shared(reading: Reading, a: Claim, b: Claim) -> int:
    """Words, names and (doubly) figures that two claims of one report share."""
    figures = set(_figures(reading, a.id)) & set(_figures(reading, b.id))
    return len(set(a.terms) & set(b.terms)) + len(set(a.about) & set(b.about)) + 2 * len(figures)


def _figures(reading: Reading, claim: str) -> list[float]:
    listed = [reading.quantity[v] for v in reading.claim[claim].values if v in reading.quantity]
    return [q.low if q.low is not None else q.high or 0.0 for q in listed]


def _changed(reading: Reading, claim: str, copies: Sequence[Copy]) -> bool:
    """Whether the claim holds a figure that differs from the passage that it was copied from."""
    span, report = reading.claim[claim].span, reading.claim[claim].report
    return any(
        c.to == report and change.kind == "figure" and change.to_span and span.contains(change.to_span)
        for c in copies
        for change in c.changes
    )


def _same_words(reading: Reading, claims: Sequence[Claim]) -> list[tuple[str, str, str]]:
    """Pairs of directly quoted claims of different reports with the same words."""
    seen: dict[str, str] = {}
    found = []
    for claim in claims:
        attribution = reading.attribution.get(claim.attribution or "")
        if attribution is None or attribution.kind == "indirect":
            continue
        quote = " ".join(w.strip(".,;:!?“”\"'’") for w in reading.quote(claim).lower().split())
        if len(quote.split()) < _MIN_SAME_WORDS:
            continue
        if quote in seen and reading.claim[seen[quote]].report != claim.report:
            found.append((seen[quote], claim.id, f"“{reading.quote(claim)}”"))
        seen.setdefault(quote, claim.id)
    return found


def _occasions(reading: Reading, claims: Sequence[Claim]) -> tuple[Occasion, ...]:
    """Join the attributions of one origin into occasions: same host, or same venue on the same day."""
    attributions = dict.fromkeys(c.attribution for c in claims if c.attribution)
    listed = [reading.attribution[a] for a in attributions]
    told = [a for a in listed if a.venue or _host(a) or a.venue_when]
    bundles: list[list[Attribution]] = []
    for attribution in sorted(told, key=lambda a: (_host(a) is None, a.venue is None, a.report, a.id)):
        home = next((b for b in bundles if all(_one_occasion(reading, x, attribution) for x in b)), None)
        if home is None:
            bundles.append([attribution])
        else:
            home.append(attribution)
    return tuple(_occasion(reading, bundle) for bundle in bundles)


def _one_occasion(reading: Reading, a: Attribution, b: Attribution) -> bool:
    if _speaker(reading, a) != _speaker(reading, b):
        return False
    if a.venue and b.venue and a.venue != b.venue:
        return False
    if not _times_meet(a.venue_when, b.venue_when):
        return False
    mine, theirs = _host(a), _host(b)
    if mine and theirs:
        return same_name(mine, theirs)
    if mine or theirs:
        # One names where the interview was held, the other only that there was one.
        return a.venue == b.venue == "interview"
    return a.venue == b.venue and bool(a.venue_when and b.venue_when)


def _host(attribution: Attribution) -> str | None:
    """Who held or carried the words: the named host, else the last relay before the speaker."""
    if attribution.venue_host:
        return attribution.venue_host
    relays = [
        name
        for name, kind in zip(attribution.chain[1:-1], attribution.chain_kind[1:-1], strict=False)
        if kind in ("quotes", "interviews") and name and name != attribution.chain[-1]
    ]
    return relays[-1] if relays else None


def _speaker(reading: Reading, attribution: Attribution) -> str | None:
    entity = reading.entity.get(attribution.speaker) if attribution.speaker else None
    return entity.id if entity else None


def _times_meet(a: str | None, b: str | None) -> bool:
    if not a or not b:
        return True
    (a_first, a_last), (b_first, b_last) = bounds(a), bounds(b)
    early = a_last is not None and b_first is not None and (b_first - a_last).days > 1
    late = b_last is not None and a_first is not None and (a_first - b_last).days > 1
    return not early and not late


def _occasion(reading: Reading, bundle: Sequence[Attribution]) -> Occasion:
    reports = {a.report for a in bundle}
    silent = [a for a in bundle if a.venue is None or _host(a) is None]
    venues = [a.venue for a in bundle if a.venue]
    hosts = [host for a in bundle if (host := _host(a))]
    days = sorted((a.venue_when for a in bundle if a.venue_when), key=lambda w: (len(w), w))
    speaker = reading.entity.get(bundle[0].speaker) if bundle[0].speaker else None
    inferred = len(reports) > 1 and bool(silent) and len(silent) < len(bundle)
    why = _inferred(reading, bundle, silent, hosts) if inferred else ""
    return Occasion(
        venue=venues[0] if venues else None,
        host=max(hosts, key=lambda h: (len(h), h)) if hosts else None,
        when=days[-1] if days else None,
        attributions=tuple(a.id for a in bundle),
        speaker=speaker.name if speaker else None,
        inferred=inferred,
        why=why,
    )


def _inferred(
    reading: Reading, bundle: Sequence[Attribution], silent: Sequence[Attribution], hosts: Sequence[str]
) -> str:
    """Say what one report names and the other leaves open."""
    told = next(a for a in bundle if a not in silent)
    article = "an" if told.venue in ("interview", "article") else "a"
    place = (
        f" in {hosts[0]}"
        if told.venue == "article"
        else f" with {hosts[0]}"
        if told.venue == "interview"
        else ""
    )
    others = ", ".join(dict.fromkeys(_label(reading, a) for a in silent))
    carried = f"that {hosts[0]} carried the words" if silent[0].venue is None else "that there was one"
    return f"{_label(reading, told)} names {article} {told.venue}{place}, {others} says only {carried}: the link is inferred"


def _label(reading: Reading, attribution: Attribution) -> str:
    return reading.report[attribution.report].label
