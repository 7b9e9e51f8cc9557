import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.verbforms import verb_forms
from secondsource.text.verbs import verb_groups

MARK = re.compile(r"<v>(.*?)</v>")


@pytest.mark.parametrize(
    "marked",
    [
        "The ferry <v>sank</v> off the cape.",
        "The ferry <v>has sunk</v> off the cape.",
        "Two tugs <v>will not leave</v> before noon.",
        "Rescuers <v>were still searching</v> the hull.",
        "The harbour <v>won't be reopened</v> today.",
        "The mayor <v>is</v> in the capital.",
        "They <v>supply</v> the camp.",
        "The delegation <v>visits</v> the plant.",
        "Photographs from two buyers, released by a broadcaster, <v>show</v> the yard.",
        "The captain, in the middle of the storm, <v>turned</v> back.",
        "The crew <v>arrived</v> by train.",
        "Mr. May <v>resigned</v> in May.",
        'The bank <v>would "refrain</v> from it".',
        "The port <v>has “closed</v> for good”.",
    ],
)
def test_the_finite_verb_groups_of_a_sentence(marked):
    text = MARK.sub(r"\1", marked)
    assert [g.span.of(text) for g in verb_groups(text) if g.finite] == MARK.findall(marked)


@pytest.mark.parametrize(
    "sentence",
    [
        "arms transfers to the south",
        "152 mm artillery shells to the port",
        "new sanctions to help farmers",
        "military supplies such as boots",
        "two crew members of the ship",
    ],
)
def test_a_plural_noun_is_no_verb(sentence):
    assert [g.span.of(sentence) for g in verb_groups(sentence) if g.finite] == []


@pytest.mark.parametrize(
    ("sentence", "modality", "tense", "negated"),
    [
        ("The bank will close.", "planned", "future", False),
        ("The bank may close.", "possible", "present", False),
        ("The bank would close.", "conditional", "present", False),
        ("The bank has not closed.", "actual", "past", True),
        ("The bank never closed.", "actual", "past", False),
    ],
)
def test_modality_tense_and_negation_come_from_the_auxiliaries(sentence, modality, tense, negated):
    (group,) = verb_groups(sentence)
    assert (group.modality, group.tense, group.negated) == (modality, tense, negated)


def test_a_passive_is_known_by_its_participle():
    assert [g.passive for g in verb_groups("Six men were arrested and the police left.")] == [True, False]


def test_forms_of_a_verb_are_penn_tags():
    assert verb_forms("ships") == {"VBZ"}
    assert verb_forms("put") == {"VB", "VBD", "VBN", "VBP"}
    assert verb_forms("harbour") == {"VB", "VBP"}
    assert verb_forms("lighthouse") == frozenset()


@given(st.text(max_size=200))
def test_every_verb_group_fits_its_text(text):
    for group in verb_groups(text):
        assert group.span.of(text)
        assert group.span.contains(group.head.span)
