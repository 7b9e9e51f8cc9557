"""Keys that join the spellings of one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["country_in_key", "fold", "name_key"]

_MARKS = re.compile(r"[^\w\s-]")
_SPACES = re.compile(r"[\s\-_]+")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, marks, hyphens; words parted by one space.

    >>> fold("Shin Won-sik")
    'shin won sik'
    """
    plain = unicodedata.normalize(
        "NFKD", text.replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i")
    )
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return _SPACES.sub(" ", _MARKS.sub("", plain.lower())).strip()


def name_key(text: str) -> str:
    """Return the folded name without initials: what joins "Yury V. Ushakov" and "Yury Ushakov"."""
    parts = [part for part in fold(text).split() if len(part) > 1]
    return " ".join(parts) or fold(text)


def country_in_key(key: str | None) -> str | None:
    """Return the ISO 3166 code in a key ("country:KR", "body:KR:defence", "place:KR:seoul"), or null."""
    parts = (key or "").split(":")
    if (
        len(parts) >= 2
        and parts[0] in {"country", "body", "place"}
        and re.match(r"[A-Z]{2}(?:-|$)", parts[1])
    ):
        return parts[1][:2]
    return None
