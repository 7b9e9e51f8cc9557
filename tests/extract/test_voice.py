import pytest

from secondsource.extract.rules import RuleExtractor
from secondsource.model import Report


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("Tarn is one of the poorest towns of the coast.", "background"),
        ("It is the first visit of a queen to Tarn in 12 years.", "own"),
        ("The toll of a winter has at times passed 90 sailors.", "background"),
        ("Our reporter saw 12 boats leave the harbour.", "witnessed"),
        ("The bridge was built in 1954.", "background"),
    ],
)
def test_the_report_sees_recalls_or_tells(sentence, voice):
    (claim,) = RuleExtractor().extract(Report("r", sentence, published_at="2031-03-05")).claims
    assert claim.voice == voice


@pytest.mark.parametrize(
    "sentence", ["The bank would “refrain from a vote”.", "The bank would not vote.", "No one was hurt."]
)
def test_who_refrains_does_not(sentence):
    (claim,) = RuleExtractor().extract(Report("r", sentence, published_at="2031-03-05")).claims
    assert claim.polarity == "negative"


def test_a_plan_in_an_aside_makes_no_plan_of_the_rest():
    text = "Footage showed flags along the quay as the town prepared to greet the fleet."
    claims = RuleExtractor().extract(Report("r", text, published_at="2031-03-05")).claims
    assert {c.modality for c in claims} == {"actual"}
