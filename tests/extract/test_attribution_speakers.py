"""A source is who or what can speak: people, bodies, documents; never a thing that stands before a verb."""

import pytest

from secondsource.extract.attribution import find_attributions
from secondsource.extract.attribution.speakers import speaking_noun
from secondsource.extract.rules import RuleExtractor
from secondsource.model import Report


def sources(text: str) -> list[str]:
    """Return the sources of ``text`` in order."""
    return [a.source.of(text) for a in find_attributions(Report("r", text)) if a.source is not None]


@pytest.mark.parametrize(
    "text",
    [
        "At the outset he had suspected the clerk and four times ordered the guard to search him.",
        "The bakery opened its second shop, as the development announced.",
        "A key suspected to open the vault was found in the canal.",
        "Orders for the announced ferry began on Monday.",
        "The new season assured the club of its best gate.",
        "The mail-order contract stating the price was lost.",
        "A man near the Tresk street said to be closed fell.",
        "The guild, in turn said to be rich, paid.",
        "' ll expect a long evening.",
    ],
)
def test_things_and_fragments_are_no_sources(text: str) -> None:
    assert not [s for s in sources(text) if s.lower() not in {"he", "the clerk"}]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The beekeepers believe that the mites came by ship.", "The beekeepers"),
        ("The harbour office denied that the crane had failed.", "The harbour office"),
        ("The audit found that the ledger was short.", "The audit"),
        ("Sixty percent of the members believe that the fee is too high.", "Sixty percent of the members"),
        (
            "The boat building firm Tresk Marine believes that the hull is sound.",
            "The boat building firm Tresk Marine",
        ),
        ("People familiar with the sale believe that it is off.", "People familiar with the sale"),
        ("A collection of donors argued that the hall was safe.", "A collection of donors"),
        ("The port denied that it had shipped coal.", "The port"),
        ("Riders waiting at the gates believe that the race is off.", "Riders waiting at the gates"),
    ],
)
def test_people_bodies_and_documents_are_sources(text: str, source: str) -> None:
    assert sources(text) == [source]


@pytest.mark.parametrize(
    ("word", "speaks"),
    [
        ("trawlermen", True),
        ("co-owner", True),
        ("witnesses", True),
        ("cyclist", True),
        ("casing", False),
        ("tower", False),
        ("developments", False),
        ("turn", False),
    ],
)
def test_a_noun_tells_whether_it_can_speak(word: str, *, speaks: bool) -> None:
    assert speaking_noun(word) is speaks


@pytest.mark.parametrize(
    "text",
    [
        "The judge denied both motions.",
        "The judge denied bail to the driver.",
        "The tribunal denied a request for more time.",
        "Parliament rejected the proposal in May.",
        "The union rejected an offer of four percent.",
        "The embassy denied him a visa.",
        "The court denied the appeal, which had been filed in June.",
    ],
)
def test_turning_down_what_is_asked_or_offered_denies_nothing(text: str) -> None:
    assert not [a for a in find_attributions(Report("r", text)) if a.stance == "denies"]


@pytest.mark.parametrize(
    "text",
    [
        "The judge denied that the motion was late.",
        "The union denied an offer had been made.",
        "The mayor rejected the claim that the plan was hers.",
        "The mayor denied the report.",
        "The mayor denied any part in the sale.",
        "The driver denied asking for bail.",
    ],
)
def test_a_denied_fact_is_a_denial(text: str) -> None:
    assert [a for a in find_attributions(Report("r", text)) if a.stance == "denies"]


def test_initials_before_a_surname_belong_to_the_name_of_the_speaker():
    text = (
        "Earlier the minister of fisheries of Norway I. Lindqvist claimed that nine ships had left. "
        "Then the wind rose, J. R. Holm said."
    )
    found = RuleExtractor().extract(Report("r", text))
    assert found.attributions[0].source.of(text).endswith("I. Lindqvist")
    assert all(a.speaker for a in found.attributions)
