"""What a good run would find in the fire story."""

from __future__ import annotations

from factories.fire_reading import fire_reading
from factories.maker import find
from secondsource.model import (
    Change,
    ClaimGroup,
    Comparison,
    Copy,
    Findings,
    Occasion,
    Origin,
    OriginCount,
    OriginLink,
    Position,
    Skipped,
    Story,
    TimelineEntry,
)


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
    quotation = (
        "“We lost at least {} tonnes of wheat,” harbour master Ilse Brandt told Radio Nord in an interview."
    )
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
            Comparison(
                "g1", "c2", "c10", "conflicts", "one quotation of one interview has two figures", "q1", "q5"
            ),
            Comparison("g1", "c5", "c10", "conflicts", "one interview, two figures", "q3", "q5"),
            Comparison("g2", "c3", "c7", "updates", "the same body counts later: two, then four", "q2", "q4"),
            Comparison("g3", "c6", "c4", "denies", "the owner denies it for the night of the fire"),
            Comparison("g4", "c1", "c9", "same", "both say Monday night", "t1", "t3"),
        ),
        origins=(
            Origin(
                "o1",
                "Ilse Brandt",
                "person",
                "e1",
                (Occasion("interview", "Radio Nord", None, ("a1", "a5", "a9")),),
                ("c2", "c5", "c10"),
                ("the three reports name one interview; inferred for the undated one",),
            ),
            Origin(
                "o2",
                "fire brigade",
                "institution",
                "e2",
                (Occasion(None, None, None, ("a2",)), Occasion(None, None, "2031-05-14", ("a6",))),
                ("c3", "c7"),
            ),
            Origin(
                "o3",
                "A harbour inspector who asked not to be named",
                "unnamed",
                None,
                (Occasion(None, None, None, ("a7",)),),
                ("c6",),
            ),
            Origin(
                "o4",
                "Korn & Lund",
                "institution",
                "e3",
                (Occasion(None, None, None, ("a3",)),),
                ("c4", "c11"),
            ),
            Origin("o5", "unstated in r1", "unstated", None, (), ("c1",)),
            Origin("o6", "unstated in r3", "unstated", None, (), ("c9",)),
            Origin(
                "o7",
                "the port authority’s register",
                "document",
                None,
                (Occasion("document", None, None, ("a8",)),),
                ("c8",),
            ),
        ),
        group_counts={
            "g1": one,
            "g2": OriginCount(1, 1, "the fire brigade"),
            "g3": OriginCount(2, 2),
            "g4": two,
        },
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
            TimelineEntry(
                "2031-05-12",
                "A fire destroyed a grain store in the harbour of Veldmar on Monday night",
                ("c1", "c9"),
                "s1",
            ),
        ),
    )


def fire_skipped() -> tuple[Skipped, ...]:
    """Return an input that gave no report."""
    return (Skipped("scan.pdf", "no text in it: the pages are pictures", "empty"),)
