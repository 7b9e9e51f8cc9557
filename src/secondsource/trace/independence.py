"""Which origins are not established against each other, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from secondsource.model import Origin, OriginLink
from secondsource.trace.voice import Voice

__all__ = ["maybe_same"]

# Unnamed people of these kinds are no office holders, and none of one class is of the other.
_CLASSES = {
    "official": "state", "minister": "state", "diplomat": "state", "spokesman": "state", "spokeswoman": "state",
    "commander": "state", "officer": "state", "soldier": "state", "aide": "state", "lawmaker": "state",
    "prosecutor": "state", "intelligence": "state", "police": "state", "investigator": "state",
    "analyst": "outside", "expert": "outside", "observer": "outside", "economist": "outside",
    "academic": "outside", "scientist": "outside", "researcher": "outside",
    "witness": "public", "resident": "public", "survivor": "public", "neighbour": "public", "neighbor": "public",
    "passenger": "public", "villager": "public", "protester": "public", "employee": "inside", "worker": "inside",
    "executive": "inside", "manager": "inside", "banker": "inside",
}  # fmt: skip


def maybe_same(
    origins: Sequence[Origin], voices: Mapping[str, Voice], together: Iterable[Sequence[str]]
) -> tuple[OriginLink, ...]:
    """Return the pairs of origins that may be one, each with a sentence of reason.

    Args:
        origins: Merged origins.
        voices: Origin id → the voice that it was made from.
        together: Ids of the origins that meet in a group; only these are held against each other.
    """
    by_id = {o.id: o for o in origins}
    pairs = sorted({pair for ids in together for pair in combinations(sorted(ids), 2)})
    said = ((a, b, _why(by_id[a], by_id[b], voices[a], voices[b])) for a, b in pairs)
    return tuple(OriginLink(a, b, why) for a, b, why in said if why)


def _why(a: Origin, b: Origin, va: Voice, vb: Voice) -> str:
    for one, other in ((a, b), (b, a)):
        if one.kind == "unstated":
            return f"{one.name}: no source is given, it may rest on {other.name}"
    if a.kind == "outlet" or b.kind == "outlet":
        return ""
    for one, other, v, w in ((a, b, va, vb), (b, a, vb, va)):
        if one.kind == "unnamed" and _compatible(v, w, other):
            return f"“{one.name}” names no one and may be of {other.name}"
    if va.countries and set(va.countries) & set(vb.countries) and _official(va) and _official(vb):
        return f"{a.name} and {b.name} are of one government"
    return ""


def _official(voice: Voice) -> bool:
    return voice.kind == "institution"


def _compatible(unnamed: Voice, other: Voice, origin: Origin) -> bool:
    """Whether an unnamed voice can be of ``other``: no other country, no other kind of people."""
    if unnamed.countries and other.countries and not set(unnamed.countries) & set(other.countries):
        return False
    mine = {_CLASSES[c] for c in unnamed.classes if c in _CLASSES}
    theirs = {_CLASSES[c] for c in other.classes if c in _CLASSES}
    if origin.kind == "unnamed":
        return not (mine and theirs) or bool(mine & theirs)
    if origin.kind in ("document", "data"):
        return False
    # Institutions speak through officials; a resident or an analyst is none of a ministry's.
    if origin.kind == "institution" and other.countries:
        return not mine or "state" in mine
    return not mine or not mine & {"public", "outside"}
