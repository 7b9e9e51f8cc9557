"""The texts of the fire, and what was extracted from them."""

from __future__ import annotations

from factories.maker import Maker, find, report
from secondsource.model import (
    Entity,
    Extraction,
    Mention,
    Reading,
    Report,
    TimeExpression,
)
from secondsource.text.sentences import sentences

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


def _courier() -> tuple[Report, Extraction]:
    made = report(
        "r1", COURIER, outlet="Veldmar Courier", headline="Fire destroys grain store", day="2031-05-13"
    )
    m = Maker(made)
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
            m.quantity(
                "q1", "at least 12,000 tonnes of wheat", 12000, None, "at_least", unit="tonne", item="wheat"
            ),
            m.quantity("q2", "Two firefighters", 2, 2, "exact", item="firefighters"),
        ),
        times=(TimeExpression("t1", "r1", m.span("on Monday night"), "2031-05-12", anchor="2031-05-13"),),
        entities=(Entity("r1e1", "person", "Ilse Brandt", (Mention("r1", m.span("Ilse Brandt")),)),),
        attributions=(
            m.said(
                "a1",
                "harbour master Ilse Brandt",
                "told",
                "“We lost at least 12,000 tonnes of wheat,”",
                **interview,
                **chain,
            ),
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
            m.claim(
                "c1",
                "A fire destroyed a grain store in the harbour of Veldmar on Monday night",
                when="2031-05-12",
                values=("t1",),
            ),
            m.claim(
                "c2",
                "We lost at least 12,000 tonnes of wheat",
                attribution="a1",
                voice="reported",
                values=("q1",),
            ),
            m.claim("c3", "Two firefighters were hurt", attribution="a2", voice="reported", values=("q2",)),
            m.claim(
                "c4",
                "the sprinklers had been switched off on the night of the fire",
                attribution="a3",
                voice="reported",
                polarity="negative",
            ),
        ),
    )
    return made, extraction


def _ledger() -> tuple[Report, Extraction]:
    made = report("r2", LEDGER, outlet="Northern Ledger", headline="Wheat burns in Veldmar", day="2031-05-14")
    m = Maker(made)
    extraction = Extraction(
        "r2",
        "hand",
        tuple(sentences(made.full_text)),
        quantities=(
            m.quantity(
                "q3", "Some 12,000 tonnes of wheat", 12000, 12000, "about", unit="tonne", item="wheat"
            ),
            m.quantity("q4", "Four firefighters", 4, 4, "exact", item="firefighters", as_of="2031-05-14"),
        ),
        times=(TimeExpression("t2", "r2", m.span("on Wednesday"), "2031-05-14", anchor="2031-05-14"),),
        entities=(Entity("r2e1", "person", "Ilse Brandt", (Mention("r2", m.span("Ilse Brandt")),)),),
        attributions=(
            m.said(
                "a5",
                "harbour master Ilse Brandt",
                "told Radio Nord",
                "Some 12,000 tonnes of wheat burned in Veldmar",
                speaker="r2e1",
                venue_host="Radio Nord",
                venue="interview",
            ),
            m.said(
                "a6",
                "the fire brigade",
                "said",
                "Four firefighters were hurt",
                speaker="r2e2",
                venue_when="2031-05-14",
            ),
            m.said(
                "a7",
                "A harbour inspector who asked not to be named",
                "said the",
                "the sprinklers had been switched off for repairs",
                source_type="vague",
            ),
            m.said(
                "a8",
                "the port authority’s register",
                "according to",
                "The store had been inspected in April",
                source_type="named",
            ),
        ),
        claims=(
            m.claim(
                "c5",
                "Some 12,000 tonnes of wheat burned in Veldmar",
                attribution="a5",
                voice="reported",
                values=("q3",),
            ),
            m.claim("c7", "Four firefighters were hurt", attribution="a6", voice="reported", values=("q4",)),
            m.claim(
                "c6", "the sprinklers had been switched off for repairs", attribution="a7", voice="reported"
            ),
            m.claim("c8", "The store had been inspected in April", attribution="a8", voice="reported"),
        ),
    )
    return made, extraction


def _undated() -> tuple[Report, Extraction]:
    made = report("r3", UNDATED)
    m = Maker(made)
    extraction = Extraction(
        "r3",
        "hand",
        tuple(sentences(made.full_text)),
        quantities=(
            m.quantity(
                "q5", "at least 21,000 tonnes of wheat", 21000, None, "at_least", unit="tonne", item="wheat"
            ),
        ),
        times=(
            TimeExpression(
                "t3", "r3", m.span("on Monday night"), None, reason="the report has no date to count from"
            ),
            TimeExpression(
                "t4", "r3", m.span("next week"), None, reason="the report has no date to count from"
            ),
        ),
        attributions=(
            m.said(
                "a9",
                "harbour master Ilse Brandt",
                "told Radio Nord",
                "“We lost at least 21,000 tonnes of wheat,”",
                speaker="r3e1",
                kind="direct",
                venue="interview",
                venue_host="Radio Nord",
            ),
            m.said("a10", "the owner", "said", "Insurers will visit next week", stance="predicts"),
        ),
        claims=(
            m.claim("c9", "The blaze broke out on Monday night", values=("t3",)),
            m.claim(
                "c10",
                "We lost at least 21,000 tonnes of wheat",
                attribution="a9",
                voice="reported",
                values=("q5",),
            ),
            m.claim(
                "c11",
                "Insurers will visit next week",
                attribution="a10",
                voice="reported",
                modality="planned",
                values=("t4",),
            ),
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
