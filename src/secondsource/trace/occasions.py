"""Join the attributions of one origin into occasions: one interview, one briefing, one article."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Attribution, Claim, Occasion, Reading
from secondsource.text.names import same_name
from secondsource.text.times import bounds

__all__ = ["occasions"]


def occasions(reading: Reading, claims: Sequence[Claim]) -> tuple[Occasion, ...]:
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
