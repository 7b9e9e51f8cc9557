"""The cue lexicon: verbs, verbs with particles and nouns, read from the tables beside this file.

Frames, one letter each: s clause with or without "that"; w clause with "that" or a wh-word; q quotation;
i inversion and parenthesis ("…, said X"); o noun phrase; f to-infinitive; g gerund; a addressee before the
clause; d "urge X to …"; r something counted ("listed 40 ships"); b what a document bears; p object with or without a preposition ("accuse X of …"); k "call X Y"; v evidence
("images show …"); e "express fears that"; z refusal to speak; n nothing after it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from secondsource.model import Stance

__all__ = ["Entry", "noun_stance", "phrasal_entries", "verb_entry"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One cue of the lexicon. ``particle`` holds the words that follow the verb."""

    lemma: str
    stance: Stance
    frames: frozenset[str]
    particle: tuple[str, ...] = ()

    def takes(self, *frames: str) -> bool:
        """Whether it has at least one of ``frames``."""
        return any(f in self.frames for f in frames)


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("secondsource.extract.attribution").joinpath("tables", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


@lru_cache(maxsize=1)
def _verbs() -> dict[str, Entry]:
    return {
        row["lemma"]: Entry(row["lemma"], cast("Stance", row["stance"]), frozenset(row["frames"]))
        for row in _rows("verbs.csv")
    }


@lru_cache(maxsize=1)
def _phrasal() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for row in _rows("phrasal.csv"):
        first, *rest = row["lemma"].split()
        entry = Entry(
            first, cast("Stance", row["stance"]), frozenset(row["frames"]), (*rest, *row["particle"].split())
        )
        found.setdefault(first, []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, Stance]:
    return {row["noun"]: cast("Stance", row["stance"]) for row in _rows("nouns.csv")}


def verb_entry(lemma: str) -> Entry | None:
    """Return the entry of a verb, or None."""
    return _verbs().get(lemma)


def phrasal_entries(lemma: str) -> tuple[Entry, ...]:
    """Return the entries of a verb with particles."""
    return _phrasal().get(lemma, ())


def noun_stance(lemma: str) -> Stance | None:
    """Return the stance of a noun cue ("the accusation that"), or None."""
    return _nouns().get(lemma)
