"""Through whom words came, where and when they were said, and what a denial leaves out."""

import pytest

from secondsource.extract.attribution import find_attributions
from secondsource.model import Attribution, Entity, Mention, Report, Span, TimeExpression


def find(
    text: str, *, outlet: str | None = "Aldermere Post", times: dict[str, str] | None = None
) -> list[Attribution]:
    spans = [
        TimeExpression(f"t{i}", "r1", Span(text.index(words), text.index(words) + len(words)), edtf)
        for i, (words, edtf) in enumerate((times or {}).items())
    ]
    return list(find_attributions(Report("r1", text, outlet=outlet), entities=(), times=spans))


@pytest.mark.parametrize(
    ("text", "chain", "kinds"),
    [
        ("The mayor said the port had closed.", ["Aldermere Post", "mayor"], ["publishes", "speaks"]),
        (
            "Ada Orr told Reuters that the port had closed.",
            ["Aldermere Post", "Reuters", "Ada Orr"],
            ["publishes", "interviews", "speaks"],
        ),
        (
            "Ada Orr said in an interview with the Norra Times that the port had closed.",
            ["Aldermere Post", "Norra Times", "Ada Orr"],
            ["publishes", "interviews", "speaks"],
        ),
        (
            "Ada Orr, quoted by the newspaper Veli Zeitung, said the port had closed.",
            ["Aldermere Post", "Veli Zeitung", "Ada Orr"],
            ["publishes", "quotes", "speaks"],
        ),
        (
            "Satellite images from Norda and Tellus, reported by Reuters, show new sheds at the port.",
            ["Aldermere Post", "Reuters", "Norda and Tellus"],
            ["publishes", "relays", "speaks"],
        ),
        (
            "In an article published in the Norra Times, Ada Orr argued that the port must close.",
            ["Aldermere Post", "Norra Times", "Ada Orr"],
            ["publishes", "publishes", "speaks"],
        ),
        (
            "Ada Orr told the Post that the port had closed.",
            ["Aldermere Post", "Ada Orr"],
            ["publishes", "speaks"],
        ),
    ],
)
def test_a_chain_runs_from_the_outlet_to_the_speaker(text: str, chain: list[str], kinds: list[str]) -> None:
    (found,) = find(text)
    assert list(found.chain) == chain
    assert list(found.chain_kind) == kinds
    assert found.chain_text[0] is None
    assert found.chain_text[-1] == found.source


def test_an_unknown_outlet_stays_the_first_link() -> None:
    (found,) = find("The mayor said the port had closed.", outlet=None)
    assert found.chain == (None, "mayor")


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported that the mayor said the port had closed.",
        "The mayor said the port had closed, according to Reuters.",
        "Reuters, citing the mayor, said the port had closed.",
        "The port had closed, Reuters reported, citing the mayor.",
    ],
)
def test_the_one_who_relays_is_the_parent(text: str) -> None:
    found = {a.source.of(text): a for a in find(text) if a.source}
    relay, speaker = found["Reuters"], found["the mayor" if "the mayor" in found else "The mayor"]
    assert relay.parent is None
    assert speaker.parent == relay.id
    assert speaker.chain == ("Aldermere Post", "Reuters", "mayor")
    assert speaker.chain_kind == ("publishes", "relays", "speaks")


def test_a_newspaper_that_only_the_report_knows_is_learned_from_it() -> None:
    text = "He wrote for Talvik, the country's main newspaper. Ada Orr told Talvik that the port had closed."
    found = find(text)[-1]
    assert found.venue_host == "Talvik"
    assert found.chain == ("Aldermere Post", "Talvik", "Ada Orr")


@pytest.mark.parametrize(
    ("text", "venue", "words"),
    [
        ("Ada Orr said in an interview that the port had closed.", "interview", "in an interview"),
        ("The union said in a statement that the port had closed.", "statement", "in a statement"),
        ("Ada Orr told reporters the port had closed.", "briefing", "told reporters"),
        ("At a news conference, Ada Orr said the port had closed.", "briefing", "At a news conference"),
        ("Ada Orr posted on Telegram that the port had closed.", "post", "on Telegram"),
        ("Ada Orr told the court that the port had closed.", "court", "told the court"),
        ("The union said in a letter that the port had closed.", "document", "in a letter"),
        ("Ada Orr said the port had closed.", None, None),
    ],
)
def test_the_venue_is_what_the_sentence_names(text: str, venue: str | None, words: str | None) -> None:
    (found,) = find(text)
    assert found.venue == venue
    assert (found.venue_span.of(text) if found.venue_span else None) == words


@pytest.mark.parametrize(
    ("text", "times", "when"),
    [
        (
            "Ada Orr told reporters on Monday that the port had closed.",
            {"on Monday": "2031-03-03"},
            "2031-03-03",
        ),
        ("Yesterday, Ada Orr said the port had closed.", {"Yesterday": "2031-03-04"}, "2031-03-04"),
        ("The port had closed, Ada Orr said on Monday.", {"on Monday": "2031-03-03"}, "2031-03-03"),
        ("Ada Orr said the port had closed on Monday.", {"on Monday": "2031-03-03"}, None),
        ("After a strike last year, Ada Orr said the port had closed.", {"last year": "2030"}, None),
    ],
)
def test_the_time_of_saying_stands_by_the_cue_and_not_in_the_content(
    text: str, times: dict[str, str], when: str | None
) -> None:
    (found,) = find(text, times=times)
    assert found.venue_when == when


def test_a_speaker_goes_on_in_the_interview_that_was_named() -> None:
    text = "Ada Orr said in an interview that the port had closed. Orr added that it would stay shut."
    where = [Span(text.index(name), text.index(name) + len(name)) for name in ("Ada Orr", "Orr added")]
    mentions = (Mention("r1", where[0]), Mention("r1", Span(where[1].start, where[1].start + 3)))
    orr = Entity("e1", "person", "Ada Orr", mentions)
    found = find_attributions(Report("r1", text), entities=(orr,), times=())
    assert [a.venue for a in found] == ["interview", "interview"]
    assert {a.speaker for a in found} == {"e1"}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Norland denies any sales that break the embargo.", "that break the embargo"),
        ("He denied any direct involvement in the raid.", "direct"),
        ("The port denied that it had shipped coal since 2029.", "since 2029"),
        ("The port denied shipping coal.", None),
        ("The ministry rejected the claim that its troops had crossed the border.", None),
    ],
)
def test_a_denial_keeps_the_words_that_limit_it(text: str, scope: str | None) -> None:
    found = next(a for a in find(text) if a.stance == "denies")
    assert (found.scope.of(text) if found.scope else None) == scope


@pytest.mark.parametrize(
    "text",
    [
        "Despite accusations of arms sales, the port denied shipping coal.",
        "The ministry rejected the claim that its troops had crossed the border.",
    ],
)
def test_a_denial_points_at_the_accusation_of_its_sentence(text: str) -> None:
    found = find(text)
    denial = next(a for a in found if a.stance == "denies")
    accusation = next(a for a in found if a.stance == "asserts")
    assert denial.denies == accusation.id


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said the port had closed.", "asserts"),
        ("The mayor admitted that the port had closed.", "asserts"),
        ("The mayor denied that the port had closed.", "denies"),
        ("The mayor dismissed the report as “a fairy tale”.", "denies"),
        ("The mayor declined to comment.", "declines"),
        ("The mayor would not confirm whether the port had closed.", "declines"),
        ("The mayor did not respond to a request for comment.", "declines"),
        ("The mayor could not be reached for comment.", "declines"),
        ("The mayor could not confirm that the port had closed.", "doubts"),
        ("The mayor cast doubt on the figures.", "doubts"),
        ("The mayor warned that the port would close.", "predicts"),
        ("The mayor promised to close the port.", "promises"),
        ("The mayor demanded that the port close.", "demands"),
        ("The mayor asked whether the port had closed.", "asks"),
    ],
)
def test_the_stance_is_the_cues(text: str, stance: str) -> None:
    (found,) = find(text)
    assert found.stance == stance


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The port is shut,” the mayor said.", "direct"),
        ("The mayor said the port was shut.", "indirect"),
        ("The mayor said the port was “shut for good”.", "mixed"),
        ("The mayor expressed fears “about the state of the port.”", "mixed"),
    ],
)
def test_the_kind_tells_whose_words_they_are(text: str, kind: str) -> None:
    (found,) = find(text)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "source_type"),
    [
        ("Ada Orr said the port had closed.", "named"),
        ("Norra's mayor, Ada Orr, said the port had closed.", "named"),
        ("The Kestrel Foundation said the port had closed.", "named"),
        ("A coastguard spokesman said the port had closed.", "role"),
        ("Officials at the finance ministry said the port had closed.", "role"),
        ("Officials said the port had closed.", "vague"),
        ("Two people familiar with the matter said the port had closed.", "vague"),
        ("An unnamed commander said the port had closed.", "vague"),
        ("Some analysts say the port had closed.", "vague"),
        ("It was reported that the port had closed.", "unstated"),
    ],
)
def test_sources_are_named_roles_vague_or_unstated(text: str, source_type: str) -> None:
    (found,) = find(text)
    assert found.source_type == source_type


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("In an interview with the Tresk Post, the mayor said that the dam was safe.", "Tresk Post"),
        ("The mayor told Radio Tresk that the dam was safe.", "Radio Tresk"),
        ("“The dam is safe,” the mayor told the Times of Tresk.", "Times of Tresk"),
        ("The mayor told Norvane in an interview that the dam was safe.", "Norvane"),
        ("The mayor said in an interview in Tresk that the dam was safe.", None),
    ],
)
def test_an_interview_has_the_host_that_was_told(text: str, host: str | None) -> None:
    (found,) = find(text)
    assert (found.venue, found.venue_host) == ("interview", host)


@pytest.mark.parametrize("text", ["The driver did not speak.", "The driver did not speak to the pilot."])
def test_who_does_not_speak_says_nothing(text: str) -> None:
    assert not find(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A former nurse said the ward was closed. She said she had been told to go.", "former nurse"),
        ("Two survivors said the door was locked. They said nobody came.", "Two survivors"),
        ("The ministry said 12 ships left. It said the port was open.", "ministry"),
        ("Two survivors said the door was locked. It was dark, she said.", "she"),
    ],
)
def test_a_pronoun_is_called_by_the_unnamed_source_that_it_stands_for(text: str, speaker: str) -> None:
    assert find(text)[-1].chain[-1] == speaker


def test_a_clause_between_speaker_and_verb_relays_nothing() -> None:
    found = find("A driver, whose name we agreed to withhold, says the yard was bare that winter.")
    said = next(
        a for a in found if a.cue and a.cue.of("A driver, whose name we agreed to withhold, says") == "says"
    )
    assert said.chain == ("Aldermere Post", "driver")


def test_books_of_the_speaker_are_the_speakers_own() -> None:
    found = find("Brasen said that its books show two payments and that it regrets them.")
    assert all("United" not in str(a.chain) for a in found)
    assert found[0].chain[-1] == "Brasen"


def test_what_contradicts_a_story_says_nothing_itself() -> None:
    found = find("The story of the village is simple, and it contradicts everything the army has put out.")
    assert [a for a in found if a.stance == "denies"] == []
