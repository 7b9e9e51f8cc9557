"""News agencies and the lines that credit them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["agency_in", "agency_of_byline", "is_agency"]

_NAME = r"(?:[Tt]he\s+)?(?P<name>[A-Z][\w.’'&\-]*(?:\s+(?:of|the|and|de)?\s*[A-Z][\w.’'&\-]*){0,4}|[a-z]{3})"
# A name whose last word is one of these is an agency's, known or not.
_KIND = re.compile(r"\b(?:Wire|Newswire|Agency|Press|News Service|Wires|Press Association|Presse)$")
_STATED = tuple(
    re.compile(form)
    for form in (
        rf"(?:Additional|With additional|Further)\s+reporting\s+(?:by|from)\s+{_NAME}\W*$",
        rf"(?:With\s+)?(?:[Ff]iles|[Mm]aterial|[Rr]eports|[Ii]nformation|[Rr]eporting)\s+(?:from|by)\s+{_NAME}\W*$",
        rf"(?:This|The)\s+(?:story|article|report|item|text|copy)\s+(?:was|is)\s+(?:supplied|provided|distributed|produced|published|written|prepared|first published|originally published)\s+by\s+{_NAME}",
        rf"{_NAME}\s+(?:also\s+)?contributed\s+to\s+this\s+(?:report|story|article)",
        rf"(?:Credit|Agency|Via|Wire)\s*:\s*{_NAME}\W*$",
    )
)
_ALONE = re.compile(
    rf"(?:[(\[]\s*{_NAME}\s*[)\]]|(?:--?|[\u2013\u2014])\s*{_NAME.replace('?P<name>', '?P<dashed>')})\.?$"
)
_TAIL = re.compile(r"[.!?”’\"']\s*[(\[](?P<name>[^()\[\]\n]{2,40})[)\]]\.?$")
_AGENCIES = re.compile(
    r"\W*[Ww]ith\s+(?:(?:inputs?|reports?|reporting|material|files)\s+(?:from|by)\s+)?(?:news\s+|wire\s+)?"
    r"(?:agenc(?:y|ies)|wires|wire services|wire reports)(?:\s+(?:inputs?|reports?))?\W*"
    r"|\W*(?:News )?(?:Agencies|Wire reports|Wire services)\W*"
)


@cache
def _names() -> frozenset[str]:
    listed = (files("secondsource.ingest") / "agencies.txt").read_text("utf-8")
    return frozenset(_key(line) for line in listed.splitlines() if line and not line.startswith("#"))


def _key(name: str) -> str:
    return " ".join(name.casefold().replace(".", "").removeprefix("the ").split())


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's: one of the list, or ending in a word such as Wire or Agency."""
    return _key(name) in _names() or bool(_KIND.search(name.strip()))


def agency_in(line: str, *, at_end: bool = True) -> str | None:
    """Return the agency that a whole line credits, or null.

    ``at_end`` says that it is the last line, where an agency in brackets behind a sentence counts too.

    "With agencies" gives ``agencies``: somebody else's words, without saying whose.

    >>> agency_in("Reuters contributed to this report.")
    'Reuters'
    """
    line = line[-300:].strip()
    if _AGENCIES.fullmatch(line):
        return "agencies"
    for form in _STATED:
        if (match := form.match(line)) and is_agency(name := match["name"].rstrip(".")):
            return name
    if match := _ALONE.fullmatch(line):
        name = match["name"] or match["dashed"]
        return name.strip().rstrip(".") if is_agency(name) else None
    if _key(line) in _names():
        return line.rstrip(".")
    match = _TAIL.search(line) if at_end else None
    return match["name"].strip() if match and is_agency(match["name"]) else None


def agency_of_byline(byline: str) -> str | None:
    """Return the agency that signs, alone or beside a name, or null.

    >>> agency_of_byline("Jane Holt, Associated Press")
    'Associated Press'
    """
    parts = (part.strip() for part in re.split(r"[,;|/()]| and | with | for ", byline[:300]))
    return next((re.sub(r"^[Tt]he\s+", "", part) for part in parts if part and is_agency(part)), None)
