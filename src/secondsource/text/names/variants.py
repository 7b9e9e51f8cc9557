"""Whether two forms can be the same name: spelling, transliteration, initials, order, short forms."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from secondsource.text.names.agencies import agency_name
from secondsource.text.names.gazetteer import Known, longest
from secondsource.text.names.keys import fold
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.tokens import tokens
from secondsource.text.words import classes

__all__ = [
    "initials_agree",
    "inner_capital",
    "known_as",
    "person_parts",
    "same_name",
    "same_organisation",
    "same_person",
    "skeleton",
    "surnames_of",
]

# Letters that transliterations from Cyrillic, Arabic, Greek and Korean swap freely.
_SWAPS = (
    ("tch", "ch"), ("sch", "sh"), ("tz", "ts"), ("ph", "f"), ("ck", "k"), ("dh", "d"), ("th", "t"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "ks"), ("w", "v"), ("ye", "e"),
)  # fmt: skip
_VOWELS = str.maketrans("eojy", "auii")
_INNER_CAPITAL = re.compile(r"^(?!Fitz)[A-Z][a-z]{3,}[A-Z]")
_DOUBLED = re.compile(r"(.)\1+")
# Below this many letters two different spellings are two names: "il" and "un", "Lee" and "Li".
_SHORT = 4
# Least similarity of two skeletons: "alaksandar" and "alaksandr" are 95, "ivanov" and "ivanav" 83.
_ALIKE = 90
_PARTICLES = frozenset("al el bin ibn ben abu de la del della di da dos van von der den ter".split())
_SUFFIXES = frozenset("jr sr ii iii iv phd md mp mep qc kc obe cbe".split())


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """Return what is left of a folded word when spellings of one sound are made equal.

    >>> skeleton("zelenskyy") == skeleton("zelenskiy") == skeleton("zelensky")
    True
    """
    low = word
    for old, new in _SWAPS:
        low = low.replace(old, new)
    if len(low) > 4:
        low = low.replace("kh", "h")
    low = low.translate(_VOWELS)
    return _DOUBLED.sub(r"\1", low)


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORT:
        return False
    left, right = skeleton(a), skeleton(b)
    if "q" in a or "q" in b:
        left, right = (each.replace("q", "k").replace("g", "k") for each in (left, right))
    if left == right:
        return True
    return (
        left[0] == right[0]
        and left[-1] == right[-1]
        and min(len(left), len(right)) > 5
        and fuzz.ratio(left, right) >= _ALIKE
    )


def person_parts(text: str) -> list[str]:
    """Return the folded words of a person's name without forms of address, titles, initials and suffixes."""
    words = lexicon()
    parts = fold(text).split()
    while len(parts) > 1 and (parts[0] in words.address or parts[0] in words.roles):
        parts = parts[1:]
    full = [
        part for part in parts if len(part) > 1 and part not in _SUFFIXES and part not in {"al", "el", "ul"}
    ]
    return full or parts


def same_person(a: str, b: str) -> bool:
    """Whether the forms can name one person. A surname alone fits every bearer: callers look for rivals."""
    left, right = person_parts(a), person_parts(b)
    if not left or not right:
        return False
    if _initials_differ(a, b):
        return False
    if "".join(left) == "".join(right):
        return True
    if len(left) == 1 or len(right) == 1:
        alone, full = (left[0], b) if len(left) == 1 else (right[0], a)
        return any(_alike(alone, each) for each in surnames_of(full))
    if _joined_alike(left, right):
        return True
    if len(left) == len(right) and (left[-1:] + left[:-1] == right or right[-1:] + right[:-1] == left):
        return left[0] in lexicon().family_first or right[0] in lexicon().family_first
    short, long = sorted((left, right), key=len)
    if len(short) >= 2 and long[-len(short) :] == short:
        return True
    if not (_alike(left[-1], right[-1]) and _alike(left[0], right[0])):
        return _inside(left, right) or _inside(right, left)
    middle, other = left[1:-1], right[1:-1]
    few, many = sorted((middle, other), key=len)
    return all(any(_alike(part, each) for each in many) for part in few)


def surnames_of(name: str) -> tuple[str, ...]:
    """Return the words of a full name, folded, that can stand alone for it.

    The last one; the first one of a Korean, Chinese or Vietnamese name ("Kim Jong-un", "Xi Jinping"),
    and with a particle or a second family name the words before the last too.

    >>> surnames_of("Kim Jong-un"), surnames_of("Yury V. Ushakov"), surnames_of("Ursula von der Leyen")
    (('kim',), ('ushakov',), ('leyen',))
    """
    parts = person_parts(name)
    if len(parts) < 2:
        return tuple(parts)
    words = lexicon()
    if parts[0] in words.family_first and ("-" in name or parts[-1] not in words.family_first):
        hyphened = "-" in name or len(parts) == 3
        if hyphened or parts[-1].capitalize() not in words.surnames:
            return (parts[0],) if hyphened else (parts[0], parts[-1])
    if (
        len(parts) >= 3
        and parts[0].capitalize() in words.given
        and "-" not in name
        and parts[-2] not in _PARTICLES
    ):
        return parts[-1], parts[-2]
    return (parts[-1],)


def _joined_alike(left: list[str], right: list[str]) -> bool:
    """Whether one writes together what the other parts: "Wonsik" and "Won-sik"."""
    if left[0] != right[0] or len(left) == len(right):
        return False
    return skeleton("".join(left[1:])) == skeleton("".join(right[1:]))


def _inside(short: list[str], long: list[str]) -> bool:
    """Whether a long (Spanish, Arabic) name holds the words of the short one in order, with the same first word."""
    if len(short) < 2 or len(long) <= len(short) or not _alike(short[0], long[0]):
        return False
    rest = iter(long)
    return all(any(_alike(part, each) for each in rest) for part in short)


def _initials_differ(a: str, b: str) -> bool:
    """Whether both have initials and share none: "George W. Bush" and "George H. Bush"."""
    left, right = ({part for part in fold(name).split() if len(part) == 1} for name in (a, b))
    return bool(left and right) and not left & right


@lru_cache(maxsize=8192)
def known_as(text: str) -> Known | None:
    """Return what the tables say of ``text`` as a whole, or null."""
    bare = text.strip().removeprefix("the ").removeprefix("The ")
    listed = tokens(bare)
    if not listed:
        return None
    hit = longest(listed, 0)
    return hit[0] if hit and hit[1] == len(listed) else None


# Cities that outlets' names abbreviate: "LA Times", "NY Post".
_CITY_LETTERS = {
    "la": ["los", "angeles"],
    "ny": ["new", "york"],
    "sf": ["san", "francisco"],
    "dc": ["washington"],
}


def _organisation_parts(text: str) -> list[str]:
    parts = [part for part in fold(text.replace(".", "")).split() if part != "the"]
    if len(parts) > 1 and parts[0] in _CITY_LETTERS and parts[-1] in lexicon().outlet_words:
        parts = _CITY_LETTERS[parts[0]] + parts[1:]
    suffixes = lexicon().organisation_suffixes
    while len(parts) > 1 and parts[-1] in suffixes:
        parts = parts[:-1]
    return [
        {
            "defense": "defence",
            "centre": "center",
            "organisation": "organization",
            "labour": "labor",
            "programme": "program",
        }.get(part, part)
        for part in parts
    ]


def inner_capital(word: str) -> bool:
    """Whether a word has a capital inside, as firms and products have: "GlobalCom", not "MacDonald"."""
    return bool(_INNER_CAPITAL.match(word))


def initials_agree(letters: str, name: str, least: int = 3) -> bool:
    """Whether ``letters``, ``least`` or more, are the initials of ``name``: "IAEA", "International Atomic Energy Agency"."""
    bare = letters.replace(".", "")
    parts = [part for part in re.split(r"[\s-]+", name) if part[:1].isupper() and part.lower() != "the"]
    return least <= len(bare) == len(parts) and bare.isupper() and bare == "".join(part[0] for part in parts)


def same_organisation(a: str, b: str) -> bool:
    """Whether the forms can name one organisation: equal but for endings, or one short for the other."""
    left, right = _organisation_parts(a), _organisation_parts(b)
    if not left or not right:
        return False
    if left == right:
        return True
    if agency_name(a) and agency_name(a) == agency_name(b):
        return True
    if initials_agree(a, b) or initials_agree(b, a):
        return True
    short, long = sorted((left, right), key=len)
    if known_as(a if left is short else b) is not None:
        return False
    words = lexicon()
    # "The Ledger" for the Baltic Ledger.
    if len(short) == 1 and short[0] in words.outlet_words and long[-1] == short[0]:
        return True
    tail = long[len(short) :]
    if long[: len(short)] != short or not tail:
        return False
    # "Tresk" for "Tresk GlobalCom": a word with a capital inside is a firm's.
    if len(tail) == 1 and inner_capital((b if left is short else a).split()[-1]):
        return True
    ends = words.organisation_heads | words.outlet_words | words.organisation_suffixes
    # "Maxar" for "Maxar Technologies"; with more between ("Borden Industrial Group") only for a word of its own.
    return tail[-1] in ends and (
        len(tail) == 1 or all(part in ends for part in tail) or not classes(short[0])
    )


def same_name(a: str, b: str) -> bool:
    """Whether two forms can be the same name, of a person, a place or an organisation.

    It says that they fit, not that they are one: "Kim" fits every Kim. Two full names fit only where
    each part does.

    >>> same_name("Shin Wonsik", "Shin Won-sik"), same_name("Kim Jong-il", "Kim Jong-un")
    (True, False)
    """
    if not fold(a) or not fold(b):
        return False
    if fold(a) == fold(b):
        return True
    left, right = known_as(a), known_as(b)
    if left or right:
        if left and right:
            return left.key == right.key and (left.kind == "demonym") == (right.kind == "demonym")
        if (left or right).kind not in {"organisation", "city"}:  # type: ignore[union-attr]
            return False
    words = lexicon()
    if (fold(a).split()[-1] in words.place_last) != (fold(b).split()[-1] in words.place_last):
        return False
    if same_organisation(a, b):
        return True
    return not _is_organisation(a) and not _is_organisation(b) and same_person(a, b)


def _is_organisation(text: str) -> bool:
    words = lexicon()
    parts = fold(text).split()
    return len(parts) > 1 and (
        parts[0] in words.organisation_first
        or parts[-1] in words.organisation_heads | words.organisation_suffixes
    )
