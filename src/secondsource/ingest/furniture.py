"""What stands around an article in its own text: dateline, byline, credit line, date line, outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.ingest.agencies import agency_in, is_agency
from secondsource.ingest.dates import DAY_PATTERN

__all__ = ["Furniture", "find_furniture"]

_HEAD_LINES = 8
_FOOT_LINES = 5
_NAME = r"[A-Z][\w’'.\-]*(?:\s+(?:(?:de|van|von|der|den|al|el|bin|la|le|di|da|of|the|and|&)\s+)*[A-Z&][\w’'.\-]*){0,6}"
_MONTH = r"(?:Jan|Feb|March|Mar|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?"
_PLACE = r"[A-Z][A-Z.’'\-]+(?:(?:\s+|/)[A-Z][A-Z.’'\-]+){0,3}"
_REGION = r"(?:,\s+[A-Z][\w.’'\-]*(?:\s+[A-Z][\w.’'\-]*){0,3}){0,2}?"
_DAY = rf"(?:,\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?)?"
# A hyphen needs a space before it: AFL-CIO is no dateline.
_DASH = r"(?:\s+-|\s*(?:--|[\u2013\u2014]))\s*"
# As in KESTREL, June 18 (Northern Wire) - or PARIS (AFP) — or KYIV, Ukraine —
_DATELINE = re.compile(
    rf"(?P<line>{_PLACE}{_REGION}{_DAY})(?:\s*[(/](?P<agency>[^()/\n]{{2,40}})[)/])?{_DASH}(?=\S)"
)
# As in Kestrel (Northern Wire) - or Dec 29 (Reuters) -: without capitals it needs the agency.
_SOFT_DATELINE = re.compile(
    rf"(?P<line>(?:[A-Z][\w’'\-]+(?:\s+[A-Z][\w’'\-]+){{0,3}}{_REGION}{_DAY}|{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}))"
    rf"\s*\((?P<agency>[^()\n]{{2,40}})\){_DASH}(?=\S)"
)
_BARE_AGENCY = re.compile(rf"\((?P<agency>[^()\n]{{2,40}})\){_DASH}(?=\S)")
_AGENCY_NAME = re.compile(r"[A-Z][\w.&’'\-]*(?:[ /][A-Z][\w.&’'\-]*){0,4}|[a-z]{3}")
_NO_PLACE = frozenset(
    "exclusive update updated breaking corrected correction analysis opinion watch live video photos developing "
    "wrapup factbox explainer nato opec interview report".split()
)
_NO_AGENCY = frozenset(
    "updated update corrected exclusive analysis opinion video photos developing live".split()
)
_BYLINE = re.compile(
    rf"(?:By|BY|Written by|Reported by)[:\s]\s*(?P<name>{_NAME}(?:,\s+{_NAME}){{0,3}})\s*(?:\||$)"
)
_DATE_LINE = re.compile(
    r"(?:first\s+)?(?:published|updated|last updated|posted|date|issued|released|last modified|modified)\b\s*(?:on|at)?\s*:?\s*(?P<date>.{6,80})",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|Copyright(?:\s*©)?)\s*(?:\d{{4}}(?:[-\u2013]\d{{4}})?,?\s+)?(?:by\s+)?(?P<name>{_NAME})",
    re.IGNORECASE,
)
_OUTLET_LINE = re.compile(rf"(?:Source|Outlet|Publication|Published (?:by|in))\s*:?\s+(?P<name>{_NAME})\s*")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What was found. ``date`` as it is written; null where nothing was."""

    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credit: str | None = None
    date: str | None = None


def find_furniture(text: str, *, headline: str | None = None) -> Furniture:
    """Return what the first and last lines of ``text`` say about the article itself."""
    head, foot = _ends(text)
    dateline, agency = _dateline(head)
    byline = next((m["name"].strip() for line in head if (m := _BYLINE.match(line))), None)
    credit = agency or _credit(head, foot)
    return Furniture(
        outlet=_outlet(head, foot),
        byline=byline,
        dateline=dateline,
        credit=credit,
        date=_date(head, foot, dateline),
    )


def _ends(text: str) -> tuple[list[str], list[str]]:
    # Only the ends are cut into lines: a text may be one line of millions of characters.
    head = [line.strip()[:400] for line in text[:6000].split("\n") if line.strip()][:_HEAD_LINES]
    foot = [line.strip()[-400:] for line in text[-4000:].split("\n") if line.strip()][-_FOOT_LINES:]
    return head, foot


def _dateline(head: list[str]) -> tuple[str | None, str | None]:
    for line in head:
        if (match := _DATELINE.match(line)) and match["line"].casefold() not in _NO_PLACE:
            return match["line"].strip(), _agency(match["agency"])
        if (match := _SOFT_DATELINE.match(line)) and is_agency(match["agency"]):
            return match["line"].strip(), match["agency"].strip()
        if (match := _BARE_AGENCY.match(line)) and is_agency(match["agency"]):
            return None, match["agency"].strip()
    return None, None


def _agency(inside: str | None) -> str | None:
    """Return what stands in the brackets of a dateline where it can be a name."""
    name = (inside or "").strip()
    return name if _AGENCY_NAME.fullmatch(name) and name.casefold() not in _NO_AGENCY else None


def _credit(head: list[str], foot: list[str]) -> str | None:
    # Behind a sentence only the very end of an article credits it; elsewhere that names a link or a photo.
    ends = ((line, True) for line in foot[-1:])
    rest = ((line, False) for line in (*reversed(foot[:-1]), *head))
    return next((found for line, at_end in (*ends, *rest) if (found := agency_in(line, at_end=at_end))), None)


def _date(head: list[str], foot: list[str], dateline: str | None) -> str | None:
    written: dict[str, str] = {}
    for line in (*head, *foot):
        match = _DATE_LINE.match(line)
        if match and DAY_PATTERN.search(match["date"]):
            kind = (
                "updated" if re.match(r"(?:last )?(?:updated|modified)", line, re.IGNORECASE) else "published"
            )
            written.setdefault(kind, match["date"])
    if written:
        return written.get("published") or written["updated"]
    whole = next(
        (
            line
            for line in head[:5]
            if len(line) <= 60 and (m := DAY_PATTERN.search(line)) and len(m.group()) * 2 >= len(line)
        ),
        None,
    )
    if whole:
        return whole
    return dateline if dateline and DAY_PATTERN.search(dateline) else None


def _outlet(head: list[str], foot: list[str]) -> str | None:
    # Further down "Source:" names where a table or a figure is from.
    for line in head[:4]:
        if (
            line != foot[-1]
            and len(line) <= 80
            and (match := _OUTLET_LINE.fullmatch(line))
            and not is_agency(match["name"])
        ):
            return match["name"].strip().rstrip(".")
    for line in reversed(foot):
        if match := _COPYRIGHT.match(line):
            return re.sub(r"\.?\s*(?:All [Rr]ights.*|Ltd|Inc)?\.?$", "", match["name"]).strip() or None
    return None
