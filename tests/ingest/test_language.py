from __future__ import annotations

import pytest

from secondsource.ingest.language import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A ferry ran aground.", "en"),
        (
            "The coastguard took off the crew of the ferry, and nobody was hurt, the ministry said in a statement.",
            "en",
        ),
        ("Die Fähre ist vor der Küste auf Grund gelaufen.", "de"),
        ("Le ferry s’est échoué mardi près de la côte, a déclaré un porte-parole.", "fr"),
        (
            "De veerboot was dinsdag aan de grond gelopen bij de haven van de stad, zei de woordvoerder. Die was niet gewond.",
            "nl",
        ),
        ("Паром сел на мель у побережья во вторник, сообщила береговая охрана.", "ru"),
        ("12345 67890", None),
        ("", None),
    ],
)
def test_languages_are_told(text: str, code: str | None) -> None:
    assert identify(text)[0] == code


def test_a_guess_from_few_words_is_marked() -> None:
    assert identify("A ferry ran aground.")[1] == ("too short to be sure of its language; taken for en",)
    code, notes = identify("Xi ja Kim Hanoi")
    assert code is None
    assert notes[0].startswith("its language could not be told")
