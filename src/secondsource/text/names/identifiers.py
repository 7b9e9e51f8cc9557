"""Identifiers: resolutions, articles of law, ships' and case numbers, flights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.model import Span
from secondsource.text.names.keys import fold

__all__ = ["find_identifiers"]

_NUMBER = r"(?:No\.?|Nos\.?|number|Number|#|№)"
# Each: the word that names the kind, and what follows it. Bounded repeats keep the search linear.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("resolution", rf"[Rr]esolutions? (?:{_NUMBER} ?)?(\d{{2,5}}(?:/\d{{1,4}})?)(?: ?\(\d{{4}}\))?"),
    ("imo", rf"IMO (?:{_NUMBER}:? ?)?(\d{{7}})\b"),
    ("mmsi", rf"MMSI (?:{_NUMBER}:? ?)?(\d{{9}})\b"),
    ("article", r"Article (\d{1,4}[A-Za-z]?(?:\(\d{1,3}\)){0,3})\b"),
    ("section", r"Section (\d{1,5}[A-Za-z]?(?:\(\w{1,3}\)){0,3})\b"),
    ("annex", r"Annex ([IVX]{1,5}|\d{1,3})\b"),
    ("chapter", r"Chapter ([IVX]{1,5}|\d{1,3})\b"),
    ("case", rf"[Cc]ase (?:{_NUMBER} ?)([\w][\w:/.\-]{{1,30}}\w)"),
    ("case", r"[Cc]ase ([A-Z]{1,4}[-‑/]\d[\w/.\-]{0,20}\w)"),
    ("docket", rf"[Dd]ocket (?:{_NUMBER} ?)?(\d[\w:/.\-]{{1,30}}\w)"),
    ("executive order", rf"Executive Order (?:{_NUMBER} ?)?(\d{{3,6}})\b"),
    ("directive", rf"Directive (?:{_NUMBER} ?)?(\d{{2,4}}/\d{{1,4}}(?:/[A-Z]{{2,3}})?)"),
    ("regulation", rf"Regulation (?:\([A-Z]{{2,3}}\) )?(?:{_NUMBER} ?)?(\d{{2,4}}/\d{{1,4}})"),
    ("flight", rf"[Ff]light (?:{_NUMBER} ?)?((?:[A-Z]{{1,3}} ?)?\d{{2,4}})\b"),
    ("registration", r"registration (?:number )?([A-Z0-9]{1,4}-[A-Z0-9]{2,8})\b"),
    ("company number", r"company number (\d{6,9}|[A-Z]{2}\d{6})\b"),
    ("cve", r"(CVE-\d{4}-\d{4,7})\b"),
    ("doi", r"(10\.\d{4,6}/[^\s\"”<>]{3,60}[^\s\"”<>.,;)])"),
)
_COMPILED = tuple((kind, re.compile(r"(?<![\w-])" + pattern)) for kind, pattern in _PATTERNS)


def find_identifiers(text: str) -> Iterator[tuple[Span, str]]:
    """Yield identifiers with their keys, in order of the text; of two that overlap the first and longer.

    >>> [(span.of("under Resolution 88"), key) for span, key in find_identifiers("under Resolution 88")]
    [('Resolution 88', 'id:resolution 88')]
    """
    hits = sorted(
        (match.start(), -match.end(), kind, fold(match.group(1)))
        for kind, pattern in _COMPILED
        for match in pattern.finditer(text)
    )
    last = 0
    for start, end, kind, number in hits:
        if start >= last:
            last = -end
            yield Span(start, last), f"id:{kind} {number}"
