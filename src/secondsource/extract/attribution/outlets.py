"""Which names are outlets: known agencies and broadcasters, newspaper words, and what the report itself says.

A report tells of outlets that no table knows: "the newspaper Norra Posten", "Veli, the country's main
newspaper". Those are learned from its text first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from secondsource.model import Span
from secondsource.text.names import agency_name

__all__ = ["HOST", "Outlets"]

_TIME = (
    "Last|This|Next|On|In|At|Earlier|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|"
    "March|April|May|June|July|August|September|October|November|December|He|She|It|They|The|But|And"
)
_NAME = (
    rf"(?!(?:{_TIME})\b)[A-Z](?:[\w&’'\-]|\.(?=\w)){{0,30}}"
    rf"(?:\s(?:of|the|and|de|la|le|el|al)(?=\s[A-Z])|\s(?!(?:{_TIME})\b)[A-Z](?:[\w&’'\-]|\.(?=\w)){{0,30}}){{0,5}}"
)
_KINDS = (
    "newspapers?|paper|broadcaster|magazine|news agency|agency|daily|tabloid|weekly|channel|website|television|"
    "TV|radio|news site|network|news service|outlet|state media"
)
# An outlet's name or a plain description, as it stands after "with", "by", "in", "told".
HOST = (
    rf"(?:(?:the|The|a|an|its|his|her)\s)?(?:(?:[\w’'\-]+\s){{0,3}}?(?:{_KINDS})\s)?(?P<name>{_NAME})"
    rf"|(?:(?:the|a|an|its)\s)?(?:[\w’'\-]+\s){{0,3}}?(?:{_KINDS})\b"
)
_BEFORE = re.compile(rf"\b(?:{_KINDS})\s(?P<name>{_NAME})")
_AFTER = re.compile(
    rf"\b(?P<name>{_NAME}),\s(?:an?|the|its|[A-Z][\w’'\-]*(?:\s[A-Z][\w’'\-]*)?[’']s)\s(?:[\w’'\-]+\s){{0,4}}?(?:{_KINDS})\b"
)
_WORDS = frozenset(
    """Times Post Herald Tribune Gazette Journal Chronicle Guardian Observer Telegraph Mail Express Standard
    Independent Mirror Star Globe Inquirer Examiner Daily Weekly Courier Dispatch Bulletin News Press Newswire Wire
    Radio Television TV Broadcasting Broadcaster Zeitung Reporter Sentinel Register Ledger Review Magazine Economist
    Agency Media Sinmun Shimbun Ilbo Network""".split()
)
# "Radio Norda", "Times of Kestrel".
_LEADING = frozenset("Radio Times Televisión Agence Agencia Diario Journal Gazeta Voice".split())
_KNOWN = frozenset(
    """cnn bbc nbc cbs abc msnbc fox npr pbs itv cnbc politico axios propublica bellingcat aljazeera euronews
    newsweek fortune forbes wired vox slate salon buzzfeed vice spiegel stern bild focus haaretz dawn""".split()
)
_KNOWN_PHRASES = frozenset(
    "al jazeera,sky news,fox news,deutsche welle,le monde,le figaro,el país,el pais,der spiegel,die zeit,die welt,"
    "la repubblica,corriere della sera,france 24,channel 4,cbs news,abc news,nbc news,usa today,the hill,the sun,"
    "time magazine,radio free europe,radio free asia,voice of america,novaya gazeta,gazeta wyborcza".split(
        ","
    )
)
_GENERIC = re.compile(rf"\b(?:{_KINDS})\b")


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets that a report mentions by a name of its own."""

    learned: frozenset[str]
    own: str | None = None

    @classmethod
    def of(cls, text: str, *, own: str | None = None) -> Outlets:
        """Learn the names that ``text`` calls newspaper, broadcaster, agency …."""
        found = {m["name"] for m in _BEFORE.finditer(text)} | {m["name"] for m in _AFTER.finditer(text)}
        return cls(frozenset(_bare(name) for name in found), own)

    def is_outlet(self, phrase: str) -> bool:
        """Whether ``phrase`` (a noun phrase) is an outlet."""
        phrase = phrase.rstrip(" .,")
        bare = _bare(phrase)
        if self.is_own(phrase):
            return True
        if bare in self.learned or _known(bare):
            return True
        words = phrase.replace("’", "'").removesuffix("'s").split()
        capitals = [w for w in words if w[:1].isupper() and w not in ("The", "A", "An")]
        if len(capitals) > 1 and capitals[0] in _LEADING and words[-1] == capitals[-1]:
            return True
        if capitals and capitals[-1] in _WORDS and words[-1] == capitals[-1]:
            return len(capitals) > 1 or words[0] in ("The", "the")
        return bool(_GENERIC.search(phrase)) and not capitals[1:] and "," not in phrase

    def is_own(self, name: str) -> bool:
        """Whether ``name`` is the report's own outlet: whole, short ("the Post"), by initials or "this newspaper"."""
        if self.own is None:
            return False
        own, other = _bare(self.own), _bare(name)
        if other in ("this newspaper", "this paper", "this agency", "this channel"):
            return True
        initials = "".join(word[0] for word in own.split() if word[0].isalpha())
        return own == other or own.endswith(f" {other}") or (len(other) > 1 and other == initials)

    def within(self, text: str, span: Span) -> bool:
        """Whether the phrase at ``span`` of ``text`` is an outlet."""
        return self.is_outlet(span.of(text).split(",")[0])


def _bare(name: str) -> str:
    name = name.replace("’", "'").strip().removesuffix("'s")
    for article in ("The ", "the "):
        name = name.removeprefix(article)
    return name.lower().rstrip(".")


@lru_cache(maxsize=4096)
def _known(bare: str) -> bool:
    return (
        bare in _KNOWN
        or bare in _KNOWN_PHRASES
        or f"the {bare}" in _KNOWN_PHRASES
        or agency_name(bare) is not None
    )
