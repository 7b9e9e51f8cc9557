"""Source, cue and content: the answer is written in the text.

``<s>``, ``<c>`` and ``<q>`` mark source, cue and a piece of content; a digit tells several attributions apart
(``<s2>``). Everything that is found must be marked, and everything that is marked must be found.
"""

import re
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.extract.attribution import find_attributions
from secondsource.model import Attribution, Report

Triple = tuple[str | None, str, tuple[str, ...]]
_TAG = re.compile(r"<(/?)([scq])(\d?)>")


def parse(marked: str) -> tuple[str, set[Triple]]:
    """Return the text without tags and the attributions that they mark."""
    text, at = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for match in _TAG.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        closing, role, number = match.groups()
        if closing:
            spans[number][role].append((opened.pop(role + number), len(text)))
        else:
            opened[role + number] = len(text)
    text += marked[at:]
    triples = set()
    for parts in spans.values():
        source = text[slice(*parts["s"][0])] if parts["s"] else None
        (cue,) = parts["c"]
        triples.add((source, text[slice(*cue)], tuple(text[slice(*q)] for q in parts["q"])))
    return text, triples


def find(text: str, **fields: str) -> tuple[Attribution, ...]:
    return find_attributions(Report("r1", text, **fields), entities=(), times=())


def triples_of(text: str) -> set[Triple]:
    return {
        (
            a.source.of(text) if a.source else None,
            a.cue.of(text) if a.cue else "",
            tuple(c.of(text) for c in a.content),
        )
        for a in find(text)
    }


DIRECT = [
    "<q>“The bridge is safe,”</q> <c>said</c> <s>Ada Orr</s>.",
    "<q>“The bridge is safe,”</q> <s>the mayor</s> <c>said</c> on Monday.",
    "<s>The mayor</s> <c>said</c>: <q>“The bridge is safe.”</q>",
    '<s>She</s> <c>asked</c>, <q>"Is it safe?"</q>',
    "<q>“Is it safe?”</q> <c>asked</c> <s>Judge Ada Orr</s>.",
    "<q>“Because,”</q> <s>she</s> <c>continued</c>, <q>“the bridge is old.”</q>",
    "<q>“The bridge is old. It must close,”</q> <s>Mr. Vane, the engineer</s>, <c>said</c>.",
    "<q>“It is old,”</q> <s>Ada Orr</s> <c>said</c>. <q>“It must close.”</q>",
    "<s>Ada Orr</s> <c>said</c>: <q>«It opened one way and closed another.”</q>",
    "In a statement posted late on Thursday, <s>Norra's mayor, Ada Orr</s>, <c>wrote</c>: <q>“Two ships. No crew.”</q>",
    "<s>The captain</s> <c>told</c> the crowd:\n<q>“We sail at dawn.</q>\n<q>“And we come back.”</q>",
    "<q>“I stay,”</q> <s>he</s> <c>insisted</c>.",
]
INDIRECT = [
    "<s>The ministry</s> <c>said</c> that <q>12 ships left port</q>.",
    "<s>The ministry</s> <c>said</c> <q>12 ships left port</q>.",
    "<s>Ada Orr, the mayor of Norra</s>, <c>said</c> on Tuesday that <q>the bridge was safe</q>.",
    "<s>Police in Norra</s> <c>said</c> <q>two-thirds of the barriers had been removed</q>.",
    "<s>The council</s> on Thursday night <c>announced</c> that <q>the bridge would close</q>.",
    "<q>Twelve ships left port</q>, <s>the ministry</s> <c>said</c>.",
    "<q>Twelve ships left port</q>, <c>said</c> <s>one sailor</s>.",
    "<q>At least three people were hurt</q>, <s>Norra's health office</s> <c>said</c>, raising the toll to 40.",
    "<q>The bank</q>, <s>analysts at Vane & Orr</s> <c>said</c> on Tuesday, <q>will cut its rates</q>.",
    "<q>By the third day</q>, <c>said</c> <s>one soldier</s>, <q>half the men were gone</q>.",
    "<s>Mr. Vane</s> <c>told</c> reporters <q>the talks had failed</q>.",
    "<s>A customs officer</s> <c>told</c> the Norra Post, on condition of anonymity, that <q>the number was higher</q>.",
    "<s>They</s> <c>denied</c> that <q>the ship had sailed</q>.",
    "<s>Both ports</s> stubbornly <c>deny</c> <q>exchanging cargo</q>.",
    "<s>The union</s> <c>accuses</c> <q>the port of hiding the figures</q>.",
    "<s>Observers</s> <c>fear</c> that <q>the dam may break</q>.",
    "<s>The mayor</s> <c>vowed</c> to <q>rebuild the bridge</q>.",
    "<s>The council</s> <c>urged</c> <q>drivers to stay at home</q>.",
    "<s>The minister</s> <c>asked</c> <q>whether the dam was safe</q>.",
    "<s>The paper</s> <c>called</c> <q>the plan “a sad joke”</q>.",
    "As <s>Ms. Orr</s> <c>noted</c>, <q>the dam was old</q>.",
    "<s>The Norra, Veli and Sorland councils</s> <c>warned</c> that <q>rivers would rise</q>.",
    "<s>The officer, speaking to reporters</s>".replace(
        ", speaking to reporters</s>", "</s>, speaking to reporters,"
    )
    + " <c>said</c> <q>the road was open</q>.",
    "<s>Satellite images from Norda</s>, reported by the Post, <c>show</c> <q>new buildings at the port</q>.",
    "It is <q>a launch</q> that <s>Norland officials</s> <c>said</c> <q>was paid for by Sorland</q>.",
]
MIXED = [
    "<s>The captain</s> <c>said</c> <q>the drones “never crossed the border”</q>.",
    "<s>Ada Orr</s> <c>said</c> <q>the plan “will be costly” and that it “must stop.”</q>",
    "<s>He</s> also <c>expressed fears</c> <q>“about the age of the dam.”</q>",
]
OTHERS = [
    "<s>Friends who have seen him lately</s> <c>say</c> <q>he is well</q>.",
    "<s>The guard</s>, who was off duty, <c>said</c> <q>the gate was open</q>.",
    "<s>The ministry</s> <c>put</c> <q>the toll at 90</q> in a statement.",
    "<s>The mayor</s> issued a <c>statement</c>: <q>“The bridge is safe.”</q>",
    "<s>The minister</s> in an interview <c>said</c> <q>the dam was safe</q>.",
    "<s>The agency</s> <c>reported</c> <q>a rise of 3%</q>.",
    "The ministry released <s>footage</s> <c>showing</c> <q>tanks on a road</q>.",
    "Calls to <s>the owner</s> <c>went unanswered</c>.",
    "<s>The owner</s> <c>was not available for comment</c>.",
    "<s>The owner</s> <c>declined to comment</c>.",
    "<s>The register</s> <c>lists</c> <q>one director and no staff</q>.",
    "<s>The harbour union</s> <c>counted</c> <q>40 injured dockers</q>.",
    "<s>The ledger</s> <c>contains</c> <q>no trace of the payment</q>.",
    "<q>Five calls followed</q>, <s>its log</s> <c>shows</c>.",
    "<s>The insurers</s> <c>put</c> <q>the loss at 5.9 tonnes</q>.",
    "<s>Turkish customs</s> <c>estimated</c> <q>the goods at 38 million liras</q>.",
    "<s>The carrier</s> <c>denied</c> <q>having left the wagons unbraked</q>.",
    "<s>The carrier</s> <c>does not dispute</c> <q>these figures</q>.",
    "<s>The mayor</s> <c>calls</c> <q>this a broken promise</q>.",
    "<q>The outflow quickened in July</q>, <s>one of the two</s> <c>said</c>.",
    "<q>The wagons had been braked</q>, <s>an officer there</s> <c>said</c>.",
    "<q>The crane was hit</q>, <s>its managing director, Jon Orr</s>, <c>told</c> the harbour radio.",
    "<q>“I walked where the lake was,”</q> <s>he</s> <c>said</c> by telephone.",
    "<q>The money will be there by Friday</q>, <c>promises</c> <s>the state</s>.",
    "<q>Three residents died</q>, <c>by the data of</c> <s>the district office</s>.",
    "<q>Since the pump broke</q>, <s>a trader</s> <c>explained</c>, <q>400 families have drawn water here</q>.",
    "<s>The ministry</s> <c>speaks of</c> <q>up to 15 dredgers a night</q>.",
    "<s>The ministry</s> has <c>withdrawn</c> <q>the figure of 412 cases</q>.",
    "<s>The owner</s> <c>declined</c> to <q>name the buyers</q>.",
    "<s>The owner</s> <c>would not say</c> <q>who had paid</q>.",
    "<s>The paper</s> <c>could not verify</c> <q>that figure</q>.",
    "<s>Its</s> <c>promise</c> to <q>name the buyers</q> came late.",
    "<c>According to</c> <s>the ministry</s>, <q>12 ships left port</q>.",
    "<q>Twelve ships left port</q>, <c>according to</c> <s>the ministry</s>.",
    "<q>The ships left port</q>. <c>according to</c> <s>the harbour office</s>.",
    "<c>In the words of</c> <s>one nurse</s>, <q>the ward was full</q>.",
    "<s>The mayor</s> <c>made clear</c> that <q>nobody had been told</q>.",
    "<s>The union</s> <c>cast doubt on</c> <q>the figures</q>.",
    "<s>The minister</s> <c>ruled out</c> <q>any talks with the rebels</q>.",
    "<s>His</s> <c>claim</c> that <q>the dam was safe</q> fell apart.",
    "Despite <c>accusations</c> of <q>arms sales to Sorland</q>, trade goes on.",
    "<q>Smith</q> <c>allegedly</c> <q>stole the boat</q>.",
    "<q>The talks</q> are <c>expected</c> to <q>end on Friday</q>.",
    "It was <c>reported</c> that <q>the mayor had fled</q>.",
    "<q>The strikes</q> were <c>confirmed</c> by <s>the army</s>.",
    "<s>Ms. Vane</s> was <c>quoted as saying</c> <q>the war was over</q>.",
]
SEVERAL = [
    "<s>The Post</s> <c>reported</c> that <q><s2>officials</s2> <c2>said</c2> <q2>the port had closed</q2></q>.",
    "<s>The guard</s> <c>said</c> <q>the gate was open</q> and <c2>added</c2> that <q2>nobody came</q2>.",
    "<s>The guard</s> <c>said</c> <q>the gate was open</q>, but <s2>the owner</s2> <c2>said</c2> <q2>it was shut</q2>.",
    "<q>The gate was shut</q>, <s>the guard</s> <c>said</c>, <c2>adding</c2> that <q2>nobody came</q2>.",
    "<q>“I <c2>said</c2> <q2>‘stop at once’</q2>,”</q> <s>the witness, a nurse</s>, <c>recalled</c>.",
]


@pytest.mark.parametrize("marked", [*DIRECT, *INDIRECT, *MIXED, *OTHERS])
def test_source_cue_and_content_are_the_marked_words(marked: str) -> None:
    text, wanted = parse(marked)
    assert triples_of(text) == wanted


@pytest.mark.parametrize("marked", SEVERAL)
def test_every_attribution_of_a_sentence_is_found(marked: str) -> None:
    text, wanted = parse(marked)
    found = triples_of(text)
    assert {(cue, content) for _, cue, content in found} == {(cue, content) for _, cue, content in wanted}
    assert {source for source, _, _ in wanted if source} <= {source for source, _, _ in found}


@pytest.mark.parametrize(
    "text",
    [
        'The film "The Bridge" opens on Friday.',
        "The so-called “ghost fleet” left port.",
        "They toasted their “sacred bond” at dinner.",
        "“It’s over.” The minister paused.",
        "No casualties were reported.",
        "The company said to be close to ruin lost a third of its staff.",
        "The treaty, signed in the 1990s and renewed last year, ends soon.",
        "Three hundred pledged delegates met in the hall.",
        "The alleged thief slept.",
        "The storm made landfall at noon and the river rose.",
        "He refused to leave the boat.",
        "The mayor will announce the result on Monday.",
        "If the mayor says the bridge is safe, it opens.",
        "The work goes on according to plan.",
        "I think the bridge is safe.",
        "The company would not give up the fight.",
        "The report is long.",
        "Shares fell 12 percent, wiping a billion off its value.",
        "The ministry reports to the cabinet.",
    ],
)
def test_titles_scare_quotes_and_traps_are_no_attribution(text: str) -> None:
    assert triples_of(text) == set()


def test_a_quotation_after_a_sentence_without_speech_is_left_alone() -> None:
    text = "The mayor opened the door. “Nobody is here.” The street was dark."
    assert triples_of(text) == set()


def test_a_dateline_is_no_content() -> None:
    text = "NORRA, June 3 (Northern Wire) - The ferry sank, the coastguard said."
    assert triples_of(text) == {("the coastguard", "said", ("The ferry sank",))}


def test_headlines_are_read_on_the_full_text() -> None:
    report = Report("r1", "The ferry sank.", headline="Mayor says ferry sank near Norra")
    (found,) = find_attributions(report, entities=(), times=())
    assert [c.of(report.full_text) for c in found.content] == ["ferry sank near Norra"]


def test_a_headline_may_name_its_speaker_before_a_colon() -> None:
    report = Report("r1", "The ferry sank.", headline="Minister: ferry was too full")
    (found,) = find_attributions(report, entities=(), times=())
    assert found.cue is None
    assert found.source is not None
    assert found.source.of(report.full_text) == "Minister"
    assert [c.of(report.full_text) for c in found.content] == ["ferry was too full"]


_WORDS = st.sampled_from(
    "the mayor said that Orr “ ” \" ' , . ; : ( ) — told according to denied reportedly and he it was ships ? \n citing".split(
        " "
    )
)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_any_text_gives_spans_that_fit(text: str) -> None:
    for a in find(text):
        for span in (a.source, a.cue, *a.content, *a.chain_text, a.venue_span, a.scope):
            assert span is None or span.of(text).strip() == span.of(text) != ""
        assert list(a.content) == sorted(a.content)
        assert all(one.end <= two.start for one, two in pairwise(a.content))
        assert a.source is None or not any(piece.overlaps(a.source) for piece in a.content)
        assert a.content or a.stance == "declines"
        assert len(a.chain) == len(a.chain_text) == len(a.chain_kind) >= 2 or a.source is None
        assert a.chain_kind[-1] == "speaks"


@given(st.text(max_size=200) | st.text(alphabet="aI. ,:;\"“”'‘’()—\n0", max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    found = find(text)
    assert len({a.id for a in found}) == len(found)


@pytest.mark.parametrize(
    "piece", ["“a ", "said ", "the mayor said that ", "(", ", and X said ", "according to "]
)
def test_a_hundred_thousand_words_in_one_paragraph_come_back_in_time(piece: str) -> None:
    assert isinstance(find(piece * (100_000 // len(piece.split()))), tuple)


def test_parents_hold_their_children_and_ids_differ() -> None:
    text = "The Post reported that officials said the guard told them the port had closed."
    found = find(text)
    by_id = {a.id: a for a in found}
    assert len(by_id) == 3
    chain = [a for a in found if a.parent is None]
    assert [a.source.of(text) for a in chain if a.source] == ["The Post"]
    innermost = next(a for a in found if a.source and a.source.of(text) == "the guard")
    assert by_id[by_id[innermost.parent or ""].parent or ""] is chain[0]
