"""Classes of actions: which verbs and event nouns may name the same thing that happened."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from secondsource.text.words import lemma

__all__ = ["actions_of"]


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


def actions_of(form: str, upos: str | None = None) -> frozenset[str]:
    """Return the classes of actions that ``form`` can name: as ``VERB``, as ``NOUN``, or as either.

    >>> sorted(actions_of("shipped")), sorted(actions_of("arrival")), sorted(actions_of("table"))
    (['transfer'], ['travel'], [])
    >>> sorted(actions_of("shells", "NOUN"))
    []
    """
    verbs, nouns = _tables()
    found: frozenset[str] = frozenset()
    if upos in (None, "VERB"):
        found |= frozenset(verbs.get(lemma(form, "VERB"), ()))
    if upos in (None, "NOUN"):
        found |= frozenset(nouns.get(lemma(form, "NOUN"), ()))
    return found
