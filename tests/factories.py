"""A small story with every kind of trouble, made by hand: three reports of a fire in a grain store.

Spans are found by their words, so that the texts can be changed without counting.
"""

from __future__ import annotations

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
    Skipped,
    Span,
    Story,
    TimelineEntry,
    TimeExpression,
)
from secondsource.text.sentences import sentences

__all__ = ["find", "fire_findings", "fire_reading", "fire_skipped", "report"]

COURIER = (
    "A fire destroyed a grain store in the harbour of Veldmar on Monday night.\n\n"
    "“We lost at least 12,000 tonnes of wheat,” harbour master Ilse Brandt told Radio Nord in an interview. "
    "Two firefighters were hurt, the fire brigade said.\n\n"
    "The owner, Korn & Lund, denied that the sprinklers had been switched off on the night of the fire. "
    "Police would not comment on the cause."
)
LEDGER = (
    "Some 12,000 tonnes of wheat burned in Veldmar, harbour master Ilse Brandt told Radio Nord.\n\n"
    "Four firefighters were hurt, the fire brigade said on Wednesday. "
    "A harbour inspector who asked not to be named said the sprinklers had been switched off for repairs. "
    "The store had been inspected in April, according to the port authority’s register."
)
UNDATED = (
    "The blaze broke out on Monday night. "
    "“We lost at least 21,000 tonnes of wheat,” harbour master Ilse Brandt told Radio Nord in an interview. "
    "Insurers will visit next week, the owner said."
)


def find(text: str, words: str, n: int = 1) -> Span:
    """Return the span of the ``n``-th occurrence of ``words``."""
    at = -1
    for _ in range(n):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def report(ident: str, text: str, *, outlet: str | None = None, headline: str | None = None, day: str | None = None) -> Report:
    """Return a report; without a day its date is unknown."""
    return Report(
        ident,
        text,
        headline=headline,
        outlet=outlet,
        published_at=f"{day}T08:00:00+00:00" if day else None,
        date_source="input" if day else "unknown",
        url=f"https://{ident}.example/fire" if outlet else None,
        provenance=Provenance(f"{ident}.txt", "ab" * 32, "text"),
    )


class _Maker:
    """Finds words in one report and makes its objects."""

    def __init__(self, made: Report) -> None:
        self.report = made
        self.text = made.full_text

    def span(self, words: str) -> Span:
        return find(self.text, words)

    def claim(self, ident: str, words: str, **more: object) -> Claim:
        span = self.span(words)
        sentence = next((s for s in sentences(self.text) if s.contains(span)), None)
        return Claim(ident, self.report.id, span, sentence=sentence, **more)  # type: ignore[arg-type]

    def quantity(self, ident: str, words: str, low: float | None, high: float | None, bound: str, **more: object) -> Quantity:
        return Quantity(ident, self.report.id, self.span(words), low, high, bound, **more)  # type: ignore[arg-type]

    def said(self, ident: str, source: str | None, cue: str, content: str | None, **more: object) -> Attribution:
        defaults: dict[str, object] = {"kind": "indirect", "stance": "asserts", "source_type": "role"}
        return Attribution(
            ident,
            self.report.id,
            self.span(source) if source else None,
            self.span(cue),
            (self.span(content),) if content else (),
            **(defaults | more),  # type: ignore[arg-type]
        )


def _courier() -> tuple[Report, Extraction]:
    made = report("r1", COURIER, outlet="Veldmar Courier", headline="Fire destroys grain store", day="2031-05-13")
    m = _Maker(made)
    interview = {"speaker": "r1e1", "kind": "direct", "venue": "interview", "venue_host": "Radio Nord"}
    chain = {
        "chain": ("Veldmar Courier", "Radio Nord", "Ilse Brandt"),
        "chain_text": (None, m.span("Radio Nord"), m.span("harbour master Ilse Brandt")),
        "chain_kind": ("publishes", "interviews", "speaks"),
    }
    extraction = Extraction(
        "r1",
        "hand",
        tuple(sentences(made.full_text)),
        quantities=(
            m.quantity("q1", "at least 12,000 tonnes of wheat", 12000, None, "at_least", unit="tonne", item="wheat"),
            m.quantity("q2", "Two firefighters", 2, 2, "exact", item="firefighters"),
        ),
        times=(TimeExpression("t1", "r1", m.span("on Monday night"), "2031-05-12", anchor="2031-05-13"),),
        entities=(Entity("r1e1", "person", "Ilse Brandt", (Mention("r1", m.span("Ilse Brandt")),)),),
        attributions=(
            m.said("a1", "harbour master Ilse Brandt", "told", "“We lost at least 12,000 tonnes of wheat,”", **interview, **chain),
            m.said("a2", "the fire brigade", "said", "Two firefighters were hurt", speaker="r1e2"),
            m.said(
                "a3",
                "The owner, Korn & Lund",
                "denied",
                "the sprinklers had been switched off on the night of the fire",
                stance="denies",
                source_type="named",
                speaker="r1e3",
                denies="c6",
                scope=m.span("on the night of the fire"),
            ),
            m.said("a4", "Police", "would not comment", None, stance="declines"),
        ),
        claims=(
            m.claim("c1", "A fire destroyed a grain store in the harbour of Veldmar on Monday night", when="2031-05-12", values=("t1",)),
            m.claim("c2", "We lost at least 12,000 tonnes of wheat", attribution="a1", voice="reported", values=("q1",)),
            m.claim("c3", "Two firefighters were hurt", attribution="a2", voice="reported", values=("q2",)),
            m.claim("c4", "the sprinklers had been switched off on the night of the fire", attribution="a3", voice="reported", polarity="negative"),
        ),
    )
    return made, extraction


def _ledger() -> tuple[Report, Extraction]:
    made = report("r2", LEDGER, outlet="Northern Ledger", headline="Wheat burns in Veldmar", day="2031-05-14")
    m = _Maker(made)
    extraction = Extraction(
        "r2",
        "hand",
        tuple(sentences(made.full_text)),
        quantities=(
            m.quantity("q3", "Some 12,000 tonnes of wheat", 12000, 12000, "about", unit="tonne", item="wheat"),
            m.quantity("q4", "Four firefighters", 4, 4, "exact", item="firefighters", as_of="2031-05-14"),
        ),
        times=(TimeExpression("t2", "r2", m.span("on Wednesday"), "2031-05-14", anchor="2031-05-14"),),
        entities=(Entity("r2e1", "person", "Ilse Brandt", (Mention("r2", m.span("Ilse Brandt")),)),),
        attributions=(
            m.said("a5", "harbour master Ilse Brandt", "told Radio Nord", "Some 12,000 tonnes of wheat burned in Veldmar", speaker="r2e1", venue_host="Radio Nord", venue="interview"),
            m.said("a6", "the fire brigade", "said", "Four firefighters were hurt", speaker="r2e2", venue_when="2031-05-14"),
            m.said("a7", "A harbour inspector who asked not to be named", "said the", "the sprinklers had been switched off for repairs", source_type="vague"),
            m.said("a8", "the port authority’s register", "according to", "The store had been inspected in April", source_type="named"),
        ),
        claims=(
            m.claim("c5", "Some 12,000 tonnes of wheat burned in Veldmar", attribution="a5", voice="reported", values=("q3",)),
            m.claim("c7", "Four firefighters were hurt", attribution="a6", voice="reported", values=("q4",)),
            m.claim("c6", "the sprinklers had been switched off for repairs", attribution="a7", voice="reported"),
            m.claim("c8", "The store had been inspected in April", attribution="a8", voice="reported"),
        ),
    )
    return made, extraction


def _undated() -> tuple[Report, Extraction]:
    made = report("r3", UNDATED)
    m = _Maker(made)
    extraction = Extraction(
        "r3",
        "hand",
        tuple(sentences(made.full_text)),
        quantities=(
            m.quantity("q5", "at least 21,000 tonnes of wheat", 21000, None, "at_least", unit="tonne", item="wheat"),
        ),
        times=(
            TimeExpression("t3", "r3", m.span("on Monday night"), None, reason="the report has no date to count from"),
            TimeExpression("t4", "r3", m.span("next week"), None, reason="the report has no date to count from"),
        ),
        attributions=(
            m.said("a9", "harbour master Ilse Brandt", "told Radio Nord", "“We lost at least 21,000 tonnes of wheat,”", speaker="r3e1", kind="direct", venue="interview", venue_host="Radio Nord"),
            m.said("a10", "the owner", "said", "Insurers will visit next week", stance="predicts"),
        ),
        claims=(
            m.claim("c9", "The blaze broke out on Monday night", values=("t3",)),
            m.claim("c10", "We lost at least 21,000 tonnes of wheat", attribution="a9", voice="reported", values=("q5",)),
            m.claim("c11", "Insurers will visit next week", attribution="a10", voice="reported", modality="planned", values=("t4",)),
        ),
    )
    return made, extraction


def fire_reading() -> Reading:
    """Return the three reports with what was extracted from them."""
    made = [_courier(), _ledger(), _undated()]
    texts = {r.id: r.full_text for r, _ in made}
    brandt = tuple(Mention(r, find(t, "Ilse Brandt")) for r, t in texts.items())
    entities = (
        Entity("e1", "person", "Ilse Brandt", brandt, speaks_for="e4", role="harbour master"),
        Entity("e2", "organisation", "fire brigade", (Mention("r1", find(texts["r1"], "fire brigade")),)),
        Entity("e3", "organisation", "Korn & Lund", (Mention("r1", find(texts["r1"], "Korn & Lund")),)),
        Entity("e4", "organisation", "harbour office"),
    )
    joined = {"r1e1": "e1", "r2e1": "e1", "r3e1": "e1", "r1e2": "e2", "r2e2": "e2", "r1e3": "e3"}
    return Reading(tuple(r for r, _ in made), tuple(x for _, x in made), entities, joined)


def fire_findings() -> Findings:
    """Return what a good run would find in ``fire_reading``."""
    reading = fire_reading()
    texts = reading.text
    one = OriginCount(1, 1, "all rest on one interview with Radio Nord", origins=("o1",))
    two = OriginCount(
        1,
        2,
        "neither report gives a source",
        (OriginLink("o5", "o6", "neither report says where it has it from"),),
        ("o5", "o6"),
    )
    quotation = "“We lost at least {} tonnes of wheat,” harbour master Ilse Brandt told Radio Nord in an interview."
    return Findings(
        stories=(Story("s1", "Fire destroys grain store", ("r1", "r2", "r3")),),
        groups=(
            ClaimGroup("g1", "how much wheat was lost", ("c2", "c5", "c10"), "s1"),
            ClaimGroup("g2", "how many firefighters were hurt", ("c3", "c7"), "s1"),
            ClaimGroup("g3", "whether the sprinklers were off", ("c6", "c4"), "s1"),
            ClaimGroup("g4", "when the fire broke out", ("c1", "c9"), "s1"),
        ),
        comparisons=(
            Comparison("g1", "c2", "c5", "same", "12,000 tonnes lies in at least 12,000", "q1", "q3"),
            Comparison("g1", "c2", "c10", "conflicts", "one quotation of one interview has two figures", "q1", "q5"),
            Comparison("g1", "c5", "c10", "conflicts", "one interview, two figures", "q3", "q5"),
            Comparison("g2", "c3", "c7", "updates", "the same body counts later: two, then four", "q2", "q4"),
            Comparison("g3", "c6", "c4", "denies", "the owner denies it for the night of the fire"),
            Comparison("g4", "c1", "c9", "same", "both say Monday night", "t1", "t3"),
        ),
        origins=(
            Origin("o1", "Ilse Brandt", "person", "e1", (Occasion("interview", "Radio Nord", None, ("a1", "a5", "a9")),), ("c2", "c5", "c10"), ("the three reports name one interview; inferred for the undated one",)),
            Origin("o2", "fire brigade", "institution", "e2", (Occasion(None, None, None, ("a2",)), Occasion(None, None, "2031-05-14", ("a6",))), ("c3", "c7")),
            Origin("o3", "A harbour inspector who asked not to be named", "unnamed", None, (Occasion(None, None, None, ("a7",)),), ("c6",)),
            Origin("o4", "Korn & Lund", "institution", "e3", (Occasion(None, None, None, ("a3",)),), ("c4", "c11")),
            Origin("o5", "unstated in r1", "unstated", None, (), ("c1",)),
            Origin("o6", "unstated in r3", "unstated", None, (), ("c9",)),
            Origin("o7", "the port authority’s register", "document", None, (Occasion("document", None, None, ("a8",)),), ("c8",)),
        ),
        group_counts={"g1": one, "g2": OriginCount(1, 1, "the fire brigade"), "g3": OriginCount(2, 2), "g4": two},
        positions=(
            Position("g1", ("c2", "c5"), one),
            Position("g1", ("c10",), one),
            Position("g2", ("c3",), OriginCount(1, 1, "the fire brigade", origins=("o2",))),
            Position("g2", ("c7",), OriginCount(1, 1, "the fire brigade", origins=("o2",))),
            Position("g3", ("c6",), OriginCount(1, 1, "an unnamed inspector", origins=("o3",))),
            Position("g3", ("c4",), OriginCount(1, 1, "the owner", origins=("o4",))),
            Position("g4", ("c1", "c9"), two),
        ),
        copies=(
            Copy(
                "k1",
                "r1",
                "r3",
                find(texts["r1"], quotation.format("12,000")),
                find(texts["r3"], quotation.format("21,000")),
                (Change("figure", find(texts["r1"], "12,000"), find(texts["r3"], "21,000")),),
                0.9,
                "unknown",
            ),
        ),
        timeline=(
            TimelineEntry("2031-05-14", "Four firefighters were hurt", ("c7",), "s1"),
            TimelineEntry("2031-05-12", "A fire destroyed a grain store in the harbour of Veldmar on Monday night", ("c1", "c9"), "s1"),
        ),
    )


def fire_skipped() -> tuple[Skipped, ...]:
    """Return an input that gave no report."""
    return (Skipped("scan.pdf", "no text in it: the pages are pictures", "empty"),)
