"""One voice per claim: who the report names as furthest upstream, or that it names no one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model import Attribution, Claim, Entity, OriginKind, Reading, Span
from secondsource.text.names import country_of
from secondsource.text.words import lemma, words

__all__ = ["Voice", "voice_of"]

# Heads of source phrases that are records rather than speakers.
_DATA = frozenset(
    "image imagery photo photograph video footage data figure statistics satellite map survey poll record census".split()
)
_DOCUMENT = frozenset(
    "document report memo filing statement letter email indictment verdict ruling judgment judgement affidavit "
    "study paper transcript contract treaty resolution lawsuit complaint order notice bulletin release".split()
)
_DROPPED = frozenset("the a an some many several other its his her their two three few various".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """What stands behind a claim in its own report.

    Attributes:
        key: Equal keys are one origin, within and across reports.
        countries: Codes of the countries that the voice belongs to; empty where none is named.
        classes: Words for the kind of people of an unnamed voice ("official", "analyst").
        person: Name of the speaker where the key is the body that they speak for, or null.
        reason: Why the key is not the speaker itself, or empty.
    """

    key: str
    name: str
    kind: OriginKind
    entity: str | None = None
    countries: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    person: str | None = None
    reason: str = ""


def voice_of(reading: Reading, claim: Claim) -> Voice:
    """Return the voice of one claim, from its innermost attribution or the report's own."""
    report = reading.report[claim.report]
    if claim.attribution is None:
        if claim.voice == "witnessed":
            name = report.outlet or report.label
            return Voice(f"outlet:{(report.publisher or name).lower()}", name, "outlet")
        if report.credit:
            return Voice(f"agency:{report.credit.lower()}", report.credit, "agency")
        return _unstated(claim, report.label)
    return _attributed(reading, claim, reading.attribution[claim.attribution])


def _unstated(claim: Claim, label: str) -> Voice:
    return Voice(f"unstated:{claim.report}", f"{label}, own voice", "unstated")


def _attributed(reading: Reading, claim: Claim, attribution: Attribution) -> Voice:
    text = reading.text[claim.report]
    phrase = attribution.source.of(text) if attribution.source else None
    speaker = reading.entity.get(attribution.speaker) if attribution.speaker else None
    if (attribution.source_type == "unstated" or phrase is None) and speaker is None:
        return _unstated(claim, reading.report[claim.report].label)
    heads = _heads(text, attribution.source) if attribution.source else ()
    if speaker is not None and not (attribution.source_type == "vague" and _plural_people(heads)):
        return _named(reading, speaker, heads)
    if _DOCUMENT & set(heads[-1:]) or _DATA & set(heads):
        kind: OriginKind = "data" if _DATA & set(heads) else "document"
        return Voice(f"{kind}:{_plain(phrase or '')}", phrase or "", kind)
    return _unnamed(reading, claim, attribution, phrase or "", heads)


def _named(reading: Reading, speaker: Entity, heads: Sequence[str]) -> Voice:
    body = reading.entity.get(speaker.speaks_for) if speaker.speaks_for else None
    if body is not None and body.id != speaker.id:
        return Voice(
            f"entity:{body.id}",
            body.name,
            "institution",
            body.id,
            _countries(body),
            person=speaker.name,
            reason=f"{speaker.name} speaks for {body.name}",
        )
    kind: OriginKind = "person" if speaker.type == "person" else "institution"
    if _DATA & set(heads):
        kind = "data"
    return Voice(f"entity:{speaker.id}", speaker.name, kind, speaker.id, _countries(speaker))


def _unnamed(
    reading: Reading, claim: Claim, attribution: Attribution, phrase: str, heads: Sequence[str]
) -> Voice:
    span = attribution.source or claim.span
    countries = {
        code
        for word in [*words(reading.text[claim.report], span)]
        if word.text[0].isupper() and (code := country_of(word.text))
    }
    for entity in reading.extraction[claim.report].entities:
        if any(span.contains(m.span) for m in entity.mentions):
            countries.update(_countries(reading.entity.get(entity.id, entity)))
    return Voice(
        f"unnamed:{claim.report}:{_plain(phrase)}",
        phrase,
        "unnamed",
        None,
        tuple(sorted(countries)),
        tuple(heads),
    )


def _countries(entity: Entity) -> tuple[str, ...]:
    kind, _, rest = (entity.key or "").partition(":")
    code = rest.partition(":")[0]
    return (code,) if kind in ("country", "body") and len(code) == 2 else ()


def _heads(text: str, span: Span) -> tuple[str, ...]:
    """Lemmas of the lower-case nouns of a source phrase before its first preposition."""
    found: list[str] = []
    for word in words(text, span):
        if word.lower in ("of", "in", "at", "from", "with", "who", "that", "familiar", "close", ","):
            break
        if word.is_word and word.text[0].islower():
            found.append(lemma(word.text, "NOUN"))
    return tuple(found)


def _plural_people(heads: Sequence[str]) -> bool:
    return bool(heads) and heads[-1] in (
        "official",
        "source",
        "analyst",
        "observer",
        "expert",
        "diplomat",
        "witness",
    )


def _plain(phrase: str) -> str:
    kept = [w for w in re.findall(r"[\w’'-]+", phrase.lower()) if w not in _DROPPED]
    return " ".join(kept)
