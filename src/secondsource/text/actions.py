"""Classes of actions: which verbs and event nouns may name the same thing that happened."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from secondsource.text.words import lemma

__all__ = ["actions_of", "event_noun", "is_action_verb"]


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Lemma → classes, for verbs and for nouns; a lemma may be of several classes."""
    raw = tomllib.loads((resources.files("secondsource.text") / "actions.toml").read_text("utf-8"))
    verbs: dict[str, tuple[str, ...]] = {}
    nouns: dict[str, tuple[str, ...]] = {}
    for name, entry in raw.items():
        for word in entry["verbs"]:
            verbs[word] = (*verbs.get(word, ()), name)
        for word in entry["nouns"]:
            nouns[word] = (*nouns.get(word, ()), name)
    return verbs, nouns


def actions_of(form: str) -> frozenset[str]:
    """Return the classes of actions that ``form`` can name, as a verb or as a noun.

    >>> sorted(actions_of("shipped")), sorted(actions_of("arrival")), sorted(actions_of("table"))
    (['transfer'], ['travel'], [])
    """
    verbs, nouns = _tables()
    return frozenset(verbs.get(lemma(form, "VERB"), ())) | frozenset(nouns.get(lemma(form, "NOUN"), ()))


def is_action_verb(form: str) -> bool:
    """Whether ``form`` is an inflection of a verb of the table."""
    return lemma(form, "VERB") in _tables()[0]


def event_noun(form: str) -> bool:
    """Whether ``form`` is a noun of the table."""
    return lemma(form, "NOUN") in _tables()[1]
