"""Who each attribution of a report goes back to, read in order, so that "the official" is who was named before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from secondsource.model import Attribution, Entity, OriginKind, Reading, Span
from secondsource.text.names import country_in_key, country_of
from secondsource.text.words import lemma, words
from secondsource.trace.voice import Voice, unstated

__all__ = ["Speakers"]

# Heads of source phrases that are records rather than speakers.
_DATA = frozenset(
    "image imagery photo photograph video footage data figure statistics satellite map survey poll record census".split()
)
_DOCUMENT = frozenset(
    "document report memo filing statement letter email indictment verdict ruling judgment judgement affidavit "
    "study paper transcript contract treaty resolution lawsuit complaint order notice bulletin release certificate log "
    "ledger register list form ticket invoice receipt bill diary roster protocol logbook logs minutes".split()
)
# Bodies that a story has one of, whatever the report calls them.
_BODIES = {
    "police": "police", "coastguard": "coastguard", "coast guard": "coastguard", "fire service": "fire service",
    "fire brigade": "fire service", "fire department": "fire service", "civil defence": "civil defence",
    "civil defense": "civil defence", "prosecutor": "prosecutors", "navy": "navy", "army": "army",
}  # fmt: skip
_SPOKES = frozenset(["spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative"])
_PRONOUNS = frozenset(["he", "she", "they", "it", "who", "i", "we"])
_PEOPLE = frozenset(["official", "source", "analyst", "observer", "expert", "diplomat", "witness"])
_DROPPED = frozenset("the a an some many several other its his her their two three few various".split())
_REACH = 400


class Speakers:
    """Reads the attributions of one report in order and remembers who spoke."""

    def __init__(self, reading: Reading, report: str, story: Collection[str]) -> None:
        self._reading = reading
        self._report = report
        self._roles = _roles(reading, story)
        self._text = reading.text[report]
        self._by_head: dict[str, Voice] = {}
        self._last: Voice | None = None

    def voice(self, attribution: Attribution) -> Voice:
        """Return the voice of the next attribution."""
        found = self._voice(attribution)
        if found.kind != "unstated":
            self._last = found
            for head in self._heads(attribution):
                self._by_head[head] = found
            entity = self._reading.entity.get(attribution.speaker or "")
            for word in (entity.role or "").lower().split() if entity else ():
                self._by_head[lemma(word, "NOUN")] = found
        return found

    def _voice(self, attribution: Attribution) -> Voice:
        source = attribution.source
        speaker = self._reading.entity.get(attribution.speaker or "")
        if source is None and speaker is None:
            return unstated(self._reading.report[self._report])
        heads = self._heads(attribution)
        joint = self._joint(attribution, heads)
        if joint is not None:
            return joint
        if speaker is not None and not (
            attribution.source_type == "vague" and heads and heads[-1] in _PEOPLE
        ):
            return self._named(speaker, heads)
        phrase = source.of(self._text) if source else ""
        if heads and (_DATA & set(heads) or heads[-1] in _DOCUMENT):
            kind: OriginKind = "data" if _DATA & set(heads) else "document"
            return Voice(f"{kind}:{_plain(phrase)}", phrase, kind)
        known = self._meant(phrase, heads) or self._body(phrase)
        return known or self._spoken_for(source, heads) or self._unnamed(attribution, phrase, heads)

    def _named(self, speaker: Entity, heads: Sequence[str]) -> Voice:
        body = self._reading.entity.get(speaker.speaks_for or "")
        if body is not None and body.id != speaker.id:
            return self._institution(body, speaker.name, f"{speaker.name} speaks for {body.name}")
        kind: OriginKind = "person" if speaker.type == "person" else "institution"
        if _DATA & set(heads):
            kind = "data"
        return Voice(f"entity:{speaker.id}", speaker.name, kind, speaker.id, _countries(speaker))

    def _joint(self, attribution: Attribution, heads: Sequence[str]) -> Voice | None:
        """Several who say one thing are none of them alone: "the ministry, the port and other bodies"."""
        source = attribution.source
        if source is None or not attribution.chain or " and " not in (attribution.chain[-1] or ""):
            return None
        named = [
            entity
            for local in self._reading.extraction[self._report].entities
            if (entity := self._reading.entity.get(local.id)) is not None
            and any(source.contains(m.span) for m in local.mentions)
        ]
        if len({e.id for e in named}) < 2:
            return None
        phrase = source.of(self._text)
        codes = tuple(sorted({c for e in named for c in _countries(e)}))
        kind: OriginKind = "data" if _DATA & set(heads) else "institution"
        return Voice(f"joint:{_plain(phrase)}", phrase, kind, None, codes)

    def _institution(self, body: Entity, person: str | None, why: str) -> Voice:
        return Voice(
            f"entity:{body.id}",
            body.name,
            "institution",
            body.id,
            _countries(body),
            person=person,
            reason=why,
        )

    def _meant(self, phrase: str, heads: Sequence[str]) -> Voice | None:
        """Whoever spoke before: for a pronoun the last voice, for "the official" the last official."""
        low = phrase.lower()
        if low in _PRONOUNS:
            return self._last
        if low.startswith(("the ", "this ", "that ")) and heads and len(low.split()) <= 3:
            return self._by_head.get(heads[-1]) or self._by_role(phrase, heads)
        return None

    def _by_role(self, phrase: str, heads: Sequence[str]) -> Voice | None:
        """The one person of the story's reports who holds the role: "the mayor" of one report is named in another."""
        holders = self._roles.get(heads[-1], [])
        if len(holders) != 1:
            return None
        voice = self._named(holders[0], heads)
        return replace(
            voice,
            reason=voice.reason or f"“{phrase}” is read as {holders[0].name}, whom another report names",
        )

    def _body(self, phrase: str) -> Voice | None:
        """The police, the coastguard: one body of its kind in a story, whatever a report calls it."""
        low = phrase.lower()
        for words_, kind in _BODIES.items():
            if not re.search(rf"\b{words_}s?$", low) and not re.match(
                rf"(?:the |local |regional )*{words_}s?\b", low
            ):
                continue
            for entity in self._reading.entities:
                if (entity.key or "").startswith("body:") and kind in (entity.key or "").rpartition(":")[2]:
                    return self._institution(entity, None, "")
            return Voice(f"body:{kind}", phrase.removeprefix("the ").removeprefix("The "), "institution")
        return None

    def _spoken_for(self, source: Span | None, heads: Sequence[str]) -> Voice | None:
        """A spokeswoman without a body speaks for the organisation that was named last before her."""
        if source is None or not heads or heads[-1] not in _SPOKES:
            return None
        local = self._reading.extraction[self._report].entities
        before = [
            (mention.span.end, entity)
            for entity in local
            if entity.type == "organisation"
            for mention in entity.mentions
            if 0 <= source.start - mention.span.end <= _REACH or source.contains(mention.span)
        ]
        if not before:
            return None
        own = max(before, key=lambda pair: pair[0])[1]
        entity = self._reading.entity.get(own.id, own)
        return self._institution(
            entity, None, f"“{source.of(self._text)}” is read as {entity.name}’s, named before"
        )

    def _unnamed(self, attribution: Attribution, phrase: str, heads: Sequence[str]) -> Voice:
        source = attribution.source or attribution.content[0]
        countries = {
            code
            for word in words(self._text, source)
            if word.text[0].isupper() and (code := country_of(word.text))
        }
        for entity in self._reading.extraction[self._report].entities:
            if any(source.contains(m.span) for m in entity.mentions):
                countries.update(_countries(self._reading.entity.get(entity.id, entity)))
        body = self._organisation(source)
        # "UN experts" and "United Nations experts" are one; officials of a country without a body are not.
        scope = f"{body.id}:{heads[-1]}" if body is not None and heads else f"{self._report}:{_plain(phrase)}"
        return Voice(f"unnamed:{scope}", phrase, "unnamed", None, tuple(sorted(countries)), tuple(heads))

    def _organisation(self, source: Span) -> Entity | None:
        """The one organisation that an unnamed source names ("experts of the United Nations"), or None."""
        named = {
            entity.id: entity
            for local in self._reading.extraction[self._report].entities
            if any(source.contains(m.span) for m in local.mentions)
            and (entity := self._reading.entity.get(local.id)) is not None
            and entity.type == "organisation"
            and not (entity.key or "").startswith("country:")
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def _heads(self, attribution: Attribution) -> tuple[str, ...]:
        """Lemmas of the lower-case nouns of a source phrase before its first preposition."""
        if attribution.source is None:
            return ()
        found: list[str] = []
        for word in words(self._text, attribution.source):
            if word.lower in (
                "of",
                "in",
                "at",
                "from",
                "with",
                "for",
                "who",
                "that",
                "familiar",
                "close",
                ",",
            ):
                break
            if word.is_word and (word.text[0].islower() or not found):
                found.append(lemma(word.text, "NOUN"))
        return tuple(h for h in found if h not in _DROPPED)


_TITLES = frozenset(
    "mayor governor president minister captain coach judge bishop director prosecutor sheriff commissioner ambassador "
    "chancellor premier senator general admiral colonel chairman chairwoman".split()
)


def _roles(reading: Reading, story: Collection[str]) -> dict[str, list[Entity]]:
    """Lemma of the last word of a role → the persons of these reports who hold it ("Mayor Celia Brand")."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in reading.entities:
        here = [m for m in entity.mentions if m.report in story]
        if entity.type != "person" or not here:
            continue
        titles = {_title(reading.text[m.report], m.span) for m in here} & _TITLES
        if entity.role:
            titles.add(lemma(entity.role.split()[-1], "NOUN"))
        for title in sorted(titles):
            found[title].append(entity)
    return found


def _title(text: str, mention: Span) -> str:
    """The word right before a mention, in lower case."""
    before = words(text, Span(max(0, mention.start - 20), mention.start))
    return before[-1].lower if before else ""


def _countries(entity: Entity) -> tuple[str, ...]:
    code = country_in_key(entity.key)
    return (code,) if code else ()


def _plain(phrase: str) -> str:
    kept = [w for w in re.findall(r"[\w’'-]+", phrase.lower()) if w not in _DROPPED]
    return " ".join(kept)
