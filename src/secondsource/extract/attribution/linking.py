"""Which attribution relays which, through whom words came, and where they were said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.extract.attribution.antecedents import Antecedents
from secondsource.extract.attribution.drafts import Draft
from secondsource.extract.attribution.nesting import nest
from secondsource.extract.attribution.outlets import Outlets
from secondsource.extract.attribution.sources import (
    PRONOUNS,
    bare_name,
    joint,
    maker_of,
    scope_of,
    source_type,
)
from secondsource.extract.attribution.venues import Setting, relay_in, setting_of, surroundings
from secondsource.model import (
    Attribution,
    Entity,
    Kind,
    LinkKind,
    Report,
    SourceType,
    Span,
    TimeExpression,
    content_id,
)
from secondsource.text.names import referent
from secondsource.text.names.context import mentions_of

__all__ = ["link"]

_SPOKES = re.compile(
    r"\bspokes(?:man|woman|person|people|men|women)\b|\bpress (?:secretary|office|officer|service)\b"
)
# Speech that goes on over several sentences; what was written or posted is one piece.
_SPOKEN = frozenset(["interview", "briefing", "statement", "court"])
_CHARGES = frozenset("accusation allegation claim charge report suggestion assertion".split())
_INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.[ \-]?){1,3}$")
_THINKING = frozenset("think believe hope want expect fear wonder suspect doubt worry guess write".split())
_SELF = frozenset(["i", "we", "me", "us"])
# Papers and instruments that a speaker calls his own.
_OWNED = re.compile(
    r"(?:its|their|his|her|our|my)\s+(?:own\s+)?(?:\w+\s+)?(?:books?|records?|logs?|data|figures|files?|archives?|"
    r"accounts?|papers|notes|tests?|cameras?|systems?|registers?|tracking|estimates?)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Link:
    name: str | None
    text: Span | None
    kind: LinkKind


class _Linker:
    """Turns the drafts of one report into attributions."""

    def __init__(
        self,
        report: Report,
        drafts: Sequence[Draft],
        entities: Sequence[Entity],
        times: Sequence[TimeExpression],
    ) -> None:
        self.report = report
        self.text = report.full_text
        self.charges: dict[int, list[Draft]] = defaultdict(list)
        for draft in drafts:
            if draft.rule == "noun" and draft.lemma in _CHARGES:
                self.charges[id(draft.unit)].append(draft)
        self.entities = entities
        self.bodies = sorted(
            (m.span.start, e.id, m.span) for e in entities if e.type == "organisation" for m in e.mentions
        )
        self.by_id = {e.id: e for e in entities}
        self.antecedents = Antecedents(self.text, [d.source for d in drafts if d.source is not None])
        self.times = sorted(times, key=lambda t: t.span)
        self.outlets = Outlets.of(self.text, own=report.outlet)
        self.speakers: dict[int, str | None] = {}
        self.chains: dict[int, list[_Link]] = {}
        self.settings: dict[int, Setting] = {}
        self.standing: dict[str, Setting] = {}
        self.kinds: dict[str, SourceType] = {}

    def attribution(self, draft: Draft) -> Attribution:
        setting = self.setting(draft)
        chain = self.chain(draft)
        speaker = self.speaker(draft)
        return Attribution(
            id=self.id_of(draft),
            report=self.report.id,
            source=draft.source,
            cue=None if draft.rule == "headline" else draft.cue,
            content=tuple(draft.content),
            kind=_kind(draft),
            stance=draft.stance,
            source_type=self.source_type(draft),
            speaker=speaker,
            parent=self.id_of(draft.parent) if draft.parent else None,
            chain=tuple(link.name for link in chain),
            chain_text=tuple(link.text for link in chain),
            chain_kind=tuple(link.kind for link in chain),
            venue=setting.venue,
            venue_host=bare_name(self.text, setting.host) if setting.host else None,
            venue_span=setting.span,
            venue_when=setting.when,
            denies=self.denied(draft),
            scope=scope_of(self.text, draft),
            score=draft.score,
        )

    def id_of(self, draft: Draft) -> str:
        first = draft.content[0].start if draft.content else draft.cue.end
        return content_id("a", self.report.id, draft.cue.start, draft.cue.end, first)

    def denied(self, draft: Draft) -> str | None:
        """Return the accusation that the same sentence names: "rejected the claim that …", "despite accusations of …"."""
        if draft.stance != "denies":
            return None
        named = self.charges.get(id(draft.unit), [])
        inside = [d for d in named if d.parent is draft]
        before = [d for d in named if d.parent is None and d.cue.end <= draft.cue.start]
        found = inside or before
        return self.id_of(found[-1]) if found else None

    def speaker(self, draft: Draft) -> str | None:
        key = id(draft)
        if key not in self.speakers:
            self.speakers[key] = self._speaker(draft)
        return self.speakers[key]

    def _speaker(self, draft: Draft) -> str | None:
        if draft.source is None:
            return None
        if draft.source.of(self.text).lower() in _SELF:
            return self.speaker(draft.parent) if draft.parent else None
        if draft.parent is not None and _OWNED.match(draft.source.of(self.text)):
            return self.speaker(draft.parent)  # "said that its books show …": whose books is clear
        found = referent(self.text, draft.source, self.entities)
        return found or self._body(draft.source)

    def _body(self, source: Span) -> str | None:
        """Return the body that a spokesman speaks for: its name stands in the phrase."""
        if not _SPOKES.search(source.of(self.text)):
            return None
        first = bisect_left(self.bodies, source.start, key=lambda body: body[0])
        last = bisect_left(self.bodies, source.end, key=lambda body: body[0])
        return next((key for _, key, span in self.bodies[first:last] if source.contains(span)), None)

    def source_type(self, draft: Draft) -> SourceType:
        speaker = self.speaker(draft)
        known = self.by_id.get(speaker or "")
        if (
            speaker is not None
            and draft.source is not None
            and draft.source.of(self.text).lower() in PRONOUNS
        ):
            person = known is not None and known.type == "person"
            return "named" if person else self.kinds.get(speaker, "named")
        found = source_type(self.text, draft.source, speaker=known, named=False)
        if speaker is not None:
            self.kinds.setdefault(speaker, found)
        return found

    def setting(self, draft: Draft) -> Setting:
        """Return where it was said: as the sentence tells, or as the same speaker's words before it did."""
        key = id(draft)
        if key not in self.settings:
            own = setting_of(self.text, draft, self.parts(draft), self.outlets, self.times)
            self.settings[key] = self._carried(draft, own)
        return self.settings[key]

    def _carried(self, draft: Draft, own: Setting) -> Setting:
        """Carry on the venue of the same speaker's last words; a time or venue of its own ends it."""
        speaker = self.speaker(draft)
        if speaker is None or draft.parent is not None or draft.rule == "noun":
            return own
        last = self.standing.get(speaker)
        if own.venue is None and own.host is None and own.when is not None and last is not None:
            same_day = last.when in (None, own.when) and last.venue in _SPOKEN
            own = replace(last, when=own.when) if same_day else own
        if own.venue is not None or own.host is not None or own.when is not None:
            self.standing[speaker] = own
            return own
        return last if last is not None and last.venue in _SPOKEN else own

    def parts(self, draft: Draft) -> list[Span]:
        container = draft.unit.span
        if draft.parent is not None and draft.parent.unit is draft.unit:
            holding = [p for p in draft.parent.content if p.contains(draft.cue)]
            container = holding[0] if holding else container
        return surroundings(draft, container)

    def chain(self, draft: Draft) -> list[_Link]:
        """Return the links from the outlet to the speaker."""
        key = id(draft)
        if key in self.chains:
            return self.chains[key]
        if draft.parent is not None:
            links = list(self.chain(draft.parent))
            last = links[-1]
            relays = last.text is not None and self.outlets.within(self.text, last.text)
            links[-1] = _Link(last.name, last.text, "relays" if relays else "quotes")
        else:
            links = [_Link(self.report.outlet, None, "publishes")]
        for link in self._carriers(draft):
            known = any(_same(link.name, other.name) for other in links)
            if link.name is not None and not known and not self.outlets.is_own(link.name):
                links.append(link)
        if draft.source is None:
            links.append(_Link(None, None, "speaks"))
        else:
            own = self.name(draft)
            again = links[-1].text is not None and _same(links[-1].name, own)
            if not again and (draft.source.of(self.text).lower() not in _SELF or draft.parent is None):
                links.append(_Link(own, draft.source, "speaks"))
            else:
                links[-1] = _Link(links[-1].name, links[-1].text, "speaks")
        self.chains[key] = links
        return links

    def _carriers(self, draft: Draft) -> list[_Link]:
        out = []
        relay = relay_in(self.text, draft, self.parts(draft), self.outlets)
        if relay is not None:
            out.append(_Link(bare_name(self.text, relay[0]), relay[0], relay[1]))
        setting = self.setting(draft)
        if setting.host is not None and setting.host_kind is not None:
            name = bare_name(self.text, setting.host)
            out.append(_Link(name, setting.host, setting.host_kind))
        return out

    def name(self, draft: Draft) -> str | None:
        if draft.source is None:
            return None
        words = bare_name(self.text, draft.source)
        made = maker_of(words)
        if made is not None:
            return made
        if joint(draft.source.of(self.text)):
            return re.sub(r"^(?:[Tt]he|[Aa]n?)\s", "", draft.source.of(self.text))
        entity = self.by_id.get(self.speaker(draft) or "")
        if entity is not None:
            return entity.name
        meant = self.antecedents.of(draft.source)
        return words if meant is None else bare_name(self.text, meant)


def _same(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a.casefold() == b.casefold()


def _kind(draft: Draft) -> Kind:
    quotes = [t.span for t in draft.unit.tokens if t.tag == "QUO"]
    if draft.follows:
        quotes.extend(draft.follows)
    whole = [any(q.contains(piece) for q in quotes) for piece in draft.content]
    if whole == [True] and _fragment(draft):
        return "mixed"
    if whole and all(whole):
        return "direct"
    return "mixed" if any(q.overlaps(piece) for q in quotes for piece in draft.content) else "indirect"


def _fragment(draft: Draft) -> bool:
    """Whether the quotation is a part of the writer's own clause: it begins small, right after a word."""
    text, piece = draft.unit.text, draft.content[0]
    first = next((c for c in piece.of(text) if c.isalnum()), "")
    return first.islower() and text[max(0, piece.start - 2) : piece.start].strip()[-1:].isalpha()


def _musing(draft: Draft) -> bool:
    """Whether it is the writer's or an unnamed voice's own thinking: "I think", "as you know"."""
    if draft.source is None or draft.parent is not None:
        return False
    source = draft.source.of(draft.unit.text).lower()
    return source == "you" or (source in _SELF | {"one"} and draft.lemma in _THINKING)


def _with_initials(text: str, source: Span | None, entities: Sequence[Entity]) -> Span | None:
    """Return the source with the initials of its name, which look like the end of a sentence: "I. Brandt"."""
    found = source and _INITIALS.search(text, max(0, source.start - 12), source.start)
    if not source or not found:
        return source
    whole = Span(found.start(), source.end)
    named = any(mention.start == whole.start for mention, _ in mentions_of(entities).within(whole))
    return whole if named else source


def link(
    report: Report, drafts: Sequence[Draft], *, entities: Sequence[Entity], times: Sequence[TimeExpression]
) -> tuple[Attribution, ...]:
    """Return the attributions of ``drafts`` in order of the text."""
    nest(drafts)
    for draft in drafts:
        draft.source = _with_initials(report.full_text, draft.source, entities)
    drafts = [draft for draft in drafts if not _musing(draft)]
    linker = _Linker(report, drafts, entities, times)
    ordered = sorted(drafts, key=lambda d: (d.cue.start, d.cue.end, d.content[0].start if d.content else 0))
    for draft in ordered:
        linker.setting(draft)
    return tuple(linker.attribution(draft) for draft in ordered)
