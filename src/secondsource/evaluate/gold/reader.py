"""Turn the objects of a story file into the nouns of the model, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from secondsource.errors import StoryError
from secondsource.evaluate.gold.anchors import locate, nearest, occurrences
from secondsource.model import (
    Attribution,
    Change,
    Claim,
    ClaimGroup,
    Comparison,
    Copy,
    Entity,
    Extraction,
    Findings,
    Mention,
    Occasion,
    Origin,
    OriginCount,
    OriginLink,
    Position,
    Provenance,
    Quantity,
    Reading,
    Report,
    Span,
    Story,
    TimeExpression,
    TimelineEntry,
)
from secondsource.text.times.edtf import grain_of, is_valid

__all__ = ["StoryReader", "need"]


class StoryReader:
    """Turns the objects of one story file into nouns, one at a time, so that a checker can go on after an error.

    Every method raises ``StoryError`` for an object that breaks the format.
    """

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw
        self.reports = {str(r.get("id")): r for r in raw["reports"]}
        self.entity_names = {str(e.get("name")): str(e.get("id")) for e in raw["entities"]}

    def report(self, item: Mapping[str, Any], sha256: str = "") -> Report:
        """Return the report of ``item``."""
        where = f"report {item.get('id')}"
        text = need(item, "text", where)
        if not isinstance(text, str) or not text.strip():
            raise StoryError(f"{where}: 'text' must be the whole text of the report")
        return Report(
            id=need(item, "id", where), text=text, headline=item.get("headline"), outlet=item.get("outlet"),
            publisher=item.get("publisher"), url=item.get("url"), language=item.get("language", "en"),
            published_at=item.get("published_at"), date_source="input" if item.get("published_at") else "unknown",
            dateline=item.get("dateline"), byline=item.get("byline"), credit=item.get("credit"),
            version_of=item.get("version_of"), also_in=tuple(item.get("also_in") or ()),
            provenance=Provenance(f"{self.raw.get('id')}/{item.get('id')}", sha256, "story"),
        )  # fmt: skip

    def text(self, item: Mapping[str, Any], where: str) -> str:
        """Return the full text of the report that ``item`` names."""
        named = str(need(item, "report", where))
        if named not in self.reports:
            raise StoryError(f"{where}: there is no report {named!r}; use the id of one of 'reports'")
        return self.report(self.reports[named]).full_text

    def span(self, item: Mapping[str, Any], where: str, key: str = "text", number: str = "n") -> Span | None:
        """Return where the words under ``key`` stand; null where there are none."""
        words = item.get(key)
        return (
            None
            if words is None
            else locate(self.text(item, where), words, item.get(number), f"{where}, {key}")
        )

    def own(self, item: Mapping[str, Any], where: str) -> Span:
        """Return where ``text`` stands."""
        need(item, "text", where)
        span = self.span(item, where)
        if span is None:
            raise StoryError(f"{where}: 'text' must not be null")
        return span

    def attribution(self, item: Mapping[str, Any]) -> Attribution:
        """Return the attribution of ``item``."""
        where = f"attribution {item.get('id')}"
        text = self.text(item, where)
        words = need(item, "content", where)
        given = item.get("content_n")
        numbers = [None] * len(words) if given is None else given
        if len(numbers) != len(words):
            raise StoryError(
                f"{where}: 'content_n' must have one number (or null) for each piece of 'content'"
            )
        content = tuple(
            sorted(
                locate(text, piece, n, f"{where}, content") for piece, n in zip(words, numbers, strict=True)
            )
        )
        source = self.span(item, where, "source", "source_n")
        cue = self.span(item, where, "cue", "cue_n")
        pieces = [s for s in (source, cue, *content) if s is not None]
        near = Span.hull(pieces) if pieces else Span(0, 0)
        speaker = item.get("speaker")
        if speaker is not None and speaker not in self.entity_names:
            raise StoryError(
                f"{where}: speaker {speaker!r} is no entity; use the 'name' of one of 'entities'"
            )
        scope = item.get("scope")
        return Attribution(
            id=need(item, "id", where), report=item["report"], source=source, cue=cue, content=content,
            kind=need(item, "kind", where), stance=need(item, "stance", where),
            source_type=need(item, "source_type", where),
            speaker=None if speaker is None else f"{self.entity_names[speaker]}@{item['report']}",
            parent=item.get("parent"), chain=tuple(item.get("chain") or ()),
            chain_text=tuple(
                None if words is None else nearest(text, words, near, f"{where}, chain_text")
                for words in item.get("chain_text") or ()
            ),
            chain_kind=tuple(item.get("chain_kind") or ()), venue=item.get("venue"),
            venue_host=item.get("venue_host"), venue_when=item.get("venue_when"), denies=item.get("denies"),
            scope=None if scope is None else nearest(text, scope, near, f"{where}, scope"),
        )  # fmt: skip

    def quantity(self, item: Mapping[str, Any]) -> Quantity:
        """Return the quantity of ``item``; its counted noun is looked for inside its span."""
        where = f"quantity {item.get('id')}"
        span = self.own(item, where)
        counted = item.get("item")
        inside = occurrences(span.of(self.text(item, where)), counted or "")
        return Quantity(
            id=need(item, "id", where), report=item["report"], span=span, low=need(item, "low", where),
            high=need(item, "high", where), bound=need(item, "bound", where), unit=item.get("unit"), item=counted,
            item_span=inside[0].shift(span.start) if inside else None, as_of=item.get("as_of"),
            period=item.get("period"), relative_to=item.get("relative_to"), change=item.get("change"),
        )  # fmt: skip

    def time(self, item: Mapping[str, Any]) -> TimeExpression:
        """Return the time of ``item``; its grain is that of its value."""
        where = f"time {item.get('id')}"
        edtf = need(item, "edtf", where)
        return TimeExpression(
            id=need(item, "id", where), report=item["report"], span=self.own(item, where), edtf=edtf,
            grain=grain_of(edtf) if edtf and is_valid(edtf) else "day", zone_known=bool(edtf) and ("+" in edtf or edtf.endswith("Z")),
        )  # fmt: skip

    def entity(self, item: Mapping[str, Any]) -> Entity:
        """Return the entity of ``item`` with its mentions in all reports."""
        where = f"entity {item.get('id')}"
        mentions = [Mention(need(m, "report", where), self.own(m, where)) for m in item.get("mentions") or ()]
        return Entity(
            id=need(item, "id", where), type=need(item, "type", where), name=need(item, "name", where),
            mentions=tuple(mentions), speaks_for=item.get("speaks_for"),
        )  # fmt: skip

    def claim(self, item: Mapping[str, Any]) -> Claim:
        """Return the claim of ``item``."""
        where = f"claim {item.get('id')}"
        return Claim(
            id=need(item, "id", where), report=need(item, "report", where), span=self.own(item, where),
            attribution=item.get("attribution"), voice=need(item, "voice", where),
            polarity=item.get("polarity", "positive"), modality=item.get("modality", "actual"),
            when=item.get("when"), about=tuple(item.get("about") or ()), values=tuple(item.get("values") or ()),
        )  # fmt: skip

    def origin(self, item: Mapping[str, Any]) -> Origin:
        """Return the origin of ``item``."""
        where = f"origin {item.get('id')}"
        return Origin(
            id=need(item, "id", where), name=need(item, "name", where), kind=need(item, "kind", where),
            entity=item.get("entity"), claims=tuple(need(item, "claims", where)),
            occasions=tuple(
                Occasion(o.get("venue"), o.get("host"), o.get("when"), tuple(o.get("attributions") or ()))
                for o in item.get("occasions") or ()
            ),
        )  # fmt: skip

    def copy(self, item: Mapping[str, Any], number: int) -> Copy:
        """Return the copied passage of ``item``; the words of a change are looked for inside the passage."""
        where = f"copy {number}"
        sides: dict[str, Span] = {}
        texts: dict[str, str] = {}
        for side in ("from", "to"):
            named = {"report": need(item, side, where), "text": need(item, f"text_{side}", where)}
            named["n"] = item.get(f"text_{side}_n")
            sides[side], texts[side] = self.own(named, where), self.text(named, where)

        def inside(change: Mapping[str, Any], side: str) -> Span | None:
            words = change.get(side)
            if words is None:
                return None
            passage = sides[side].of(texts[side])
            return locate(passage, words, change.get(f"{side}_n"), f"{where}, change").shift(
                sides[side].start
            )

        changes = tuple(
            Change(need(c, "kind", where), inside(c, "from"), inside(c, "to"))
            for c in item.get("changes") or ()
        )
        return Copy(f"k{number}", item["from"], item["to"], sides["from"], sides["to"], changes)

    def reading(self, sha256: str = "") -> Reading:
        """Return the reports with their gold extractions and entities."""
        reports = tuple(
            sorted(
                (self.report(r, sha256) for r in self.raw["reports"]),
                key=lambda r: (r.published_at or "~", r.id),
            )
        )
        entities = tuple(self.entity(e) for e in self.raw["entities"])
        extractions = tuple(self._extraction(r.id, entities) for r in reports)
        joined = {e.id: e.id.rpartition("@")[0] for x in extractions for e in x.entities}
        return Reading(reports, extractions, entities, joined)

    def _extraction(self, report: str, entities: Sequence[Entity]) -> Extraction:
        attributions = sorted(
            (self.attribution(a) for a in self._of("attributions", report)),
            key=lambda a: Span.hull([s for s in (a.source, a.cue, *a.content) if s] or [Span(0, 0)]),
        )
        speakers = {a.speaker for a in attributions}
        local = [
            Entity(
                f"{e.id}@{report}", e.type, e.name, tuple(m for m in e.mentions if m.report == report),
                None if e.speaks_for is None else f"{e.speaks_for}@{report}",
            )
            for e in entities
        ]  # fmt: skip
        bodies = {e.speaks_for for e in local if e.mentions or e.id in speakers}
        return Extraction(
            report,
            "gold",
            quantities=tuple(
                sorted(map(self.quantity, self._of("quantities", report)), key=lambda q: q.span)
            ),
            times=tuple(sorted(map(self.time, self._of("times", report)), key=lambda t: t.span)),
            entities=tuple(e for e in local if e.mentions or e.id in speakers or e.id in bodies),
            attributions=tuple(attributions),
            claims=tuple(sorted(map(self.claim, self._of("claims", report)), key=lambda c: c.span)),
        )

    def _of(self, key: str, report: str) -> Iterator[Mapping[str, Any]]:
        return (item for item in self.raw[key] if item.get("report") == report)

    def findings(self) -> Findings:
        """Return stories, groups, relations, origins, counts, positions, copies and timeline."""
        story = str(self.raw.get("id"))
        groups = self.raw["groups"]
        return Findings(
            stories=(Story(story, str(self.raw.get("title")), tuple(r["id"] for r in self.raw["reports"])),),
            groups=tuple(ClaimGroup(g["id"], g.get("about", ""), tuple(g["claims"]), story) for g in groups),
            comparisons=tuple(
                Comparison(g["id"], r["a"], r["b"], r["is"], r.get("why", ""))
                for g in groups
                for r in g.get("relations") or ()
            ),
            origins=tuple(self.origin(o) for o in self.raw["origins"]),
            group_counts={g["id"]: _count(g["origins"]) for g in groups if g.get("origins")},
            positions=tuple(
                Position(g["id"], tuple(p["claims"]), _count(p["origins"]))
                for g in groups
                for p in g.get("positions") or ()
            ),
            copies=tuple(self.copy(c, i) for i, c in enumerate(self.raw["copies"], 1)),
            timeline=tuple(
                TimelineEntry(t["edtf"], t.get("what", ""), tuple(t.get("claims") or ()), story)
                for t in self.raw["timeline"]
            ),
        )


def need(item: Mapping[str, Any], key: str, where: str) -> Any:
    """Return ``item[key]``.

    Raises:
        StoryError: It has no such key.
    """
    if key not in item:
        raise StoryError(f"{where}: the key {key!r} is missing; see the story format")
    return item[key]


def _count(item: Mapping[str, Any]) -> OriginCount:
    links = tuple(OriginLink(a, b, "") for a, b in item.get("maybe_same") or ())
    return OriginCount(need(item, "min", "origins"), need(item, "max", "origins"), item.get("why", ""), links)
