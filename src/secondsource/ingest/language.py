"""Which language a report is in: a table for what is plainly English, py3langid for the rest."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

__all__ = ["identify"]

# Frequent words of English that no other language of Latin script has as frequent words.
_ENGLISH = frozenset(
    "the and of that with which from this has have been they their would said not were was by about".split()
)
_WORD = re.compile(r"[^\W\d_]+")
# Of running English text 20 to 30 percent are of these words; of Dutch or German text ("was") under 2.
_PLAINLY = 0.12
_WORDS_NEEDED = 12
# Below this many letters the classifier is as often wrong as right.
_LETTERS_NEEDED = 25
# What it is sure of with a short text; longer texts need less.
_SURE = 0.9


def identify(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the ISO 639-1 code of the language of ``text``, or null, and a note where it is unsure.

    Only the first 5,000 characters are looked at.
    """
    words = _WORD.findall(text[:5000].lower())
    if len(words) >= _WORDS_NEEDED and sum(word in _ENGLISH for word in words) >= _PLAINLY * len(words):
        return "en", ()
    letters = sum(len(word) for word in words)
    if letters < _LETTERS_NEEDED:
        return None, ("too short to tell its language",)
    code, share = _classifier().classify(" ".join(words))
    if share < _SURE and letters < 200:
        return None, (f"its language was not certain; perhaps {code}",)
    return str(code), ()


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
