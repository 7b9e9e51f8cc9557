"""Nouns that are counted: plurals, their singulars, and the word classes that end a noun phrase."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from secondsource.text.words import can_be, classes, lemma

__all__ = ["head_lemma", "is_number_word", "is_plural", "noun_words"]


@cache
def noun_words() -> dict[str, Any]:
    """Return the tables of ``nouns.toml``; lists as sets."""
    raw = tomllib.loads(files(__package__).joinpath("nouns.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in raw.items()}


def is_number_word(word: str) -> bool:
    """Whether ``word`` (lower case) is a number by itself: "four", "forty", "dozen"."""
    return word in _number_words()


@cache
def _number_words() -> frozenset[str]:
    """Words that begin a number of their own ("one group one thing")."""
    text = files(__package__).joinpath("numbers.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    return frozenset(raw["ones"]) | frozenset(raw["tens"]) | frozenset(raw["scales"])


@cache
def is_plural(word: str) -> bool:
    """Whether ``word`` (lower case) can be a plural noun, or a noun that counts without a plural sign."""
    words = noun_words()
    if word in words["stop"]:
        return False
    if word in words["zero_plural"] or word in words["irregular"]:
        return True
    if can_be(word, "NOUN"):
        return lemma(word, "NOUN") != word
    # Names and new words are in no table: "Houthis", "quadcopters", "MiGs".
    return (
        not classes(word)
        and len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
    )


def head_lemma(word: str) -> str:
    """Return the singular of a counted noun; "person" for people and for those who are dead or hurt."""
    if len(word) > 2 and word[:-1].isupper() and word.endswith("s"):
        return word[:-1].lower()
    low = word.lower().replace("’", "'")
    known = noun_words()["irregular"].get(low)
    if known:
        return str(known)
    found = lemma(low, "NOUN")
    if (
        found == low
        and not can_be(low, "NOUN")
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
    ):
        return low[:-3] + "y" if low.endswith("ies") else low[:-1]
    return found
