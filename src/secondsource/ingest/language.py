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
# A headline's worth. Below it the classifier takes English names for Finnish or Tagalog.
_SHORT = 200
_SURE = 0.9
# English is what most reports are in, so a short text needs less to be taken for it; below this the
# classifier's first guess is right about as often as not.
_ENGLISH_LIKELY = 0.3
# What the classifier tells apart and ISO 639-1 does not.
_WITHIN = {"wuu": "zh", "yue": "zh", "ary": "ar", "arz": "ar", "uzs": "uz", "sdh": "ku", "crh": "tr"}


def identify(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the ISO 639-1 code of the language of ``text``, or null, and a note where it is unsure.

    Only the first 5,000 characters are looked at.
    """
    head = text[:5000]
    words = _WORD.findall(head.lower())
    if len(words) >= _WORDS_NEEDED and sum(word in _ENGLISH for word in words) >= _PLAINLY * len(words):
        return "en", ()
    label, share = _classifier().classify(head)
    code = _WITHIN.get(str(label), str(label))
    short = sum(len(word) for word in words) < _SHORT
    if short and code == "en" and share >= _ENGLISH_LIKELY:
        return "en", () if share >= _SURE else ("too short to be sure of its language; taken for en",)
    if len(code) != 2 or (short and share < _SURE):
        return None, ("its language could not be told" + (f"; perhaps {code}" if len(code) == 2 else ""),)
    return code, ()


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
