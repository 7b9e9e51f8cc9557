"""Give bodies of government that the text names without a country the one that they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from secondsource.text.names.bodies import Body, government_body
from secondsource.text.names.found import Found
from secondsource.text.names.lexicon import lexicon

__all__ = ["HOME_SHARE", "dateline_country", "home_country", "settle"]

# Share of a report's mentions of countries that one needs for the report to be about it.
HOME_SHARE = 2 / 3


def settle(found: Sequence[Found], dateline: str | None = None) -> list[Found]:
    """Give bodies without a country that of the same body elsewhere in the report, ministries that of its dateline.

    A country that merely stands in the report gives none: a navy near an island is not the island's.
    """
    by_kind: dict[str, dict[str, Body]] = {}
    for f in found:
        if f.kind and f.body:
            by_kind.setdefault(f.kind, {})[f.body.key] = f.body
    fields = frozenset(lexicon().portfolios.values())
    settled: list[Found] = []
    for f in found:
        if f.kind and f.body is None:
            rivals = by_kind.get(f.kind, {})
            body = next(iter(rivals.values())) if len(rivals) == 1 else None
            if not rivals and dateline and f.kind in fields:
                body = government_body(dateline, f.kind)
            f = replace(f, body=body)
        settled.append(f)
    return settled


_DATELINE = re.compile(r"[^\n]{0,90}?[)\w.] ?(?:—|–|--| - )")


def dateline_country(text: str, found: Sequence[Found]) -> str | None:
    """Return the country of the report's dateline ("OSLO (AP) — "), or null."""
    start = text.find("\n\n") + 2 if "\n\n" in text[:300] else 0
    for line in (0, start):
        dateline = _DATELINE.match(text, line)
        inside = [f for f in found if dateline and line <= f.span.start and f.span.end <= dateline.end()]
        places = [
            f
            for f in inside
            if (f.known and f.known.country and text[line : f.span.end].isupper())
            or (f.known and f.known.kind == "country")
        ]
        if places and text[line : line + 3].isupper():
            return (places[0].known.country or "")[:2] if places[0].known else None
    return None


def home_country(text: str, found: Sequence[Found]) -> str | None:
    """Return the country that the report is from or about: its dateline's, else the one that nearly all mentions mean."""
    dateline = dateline_country(text, found)
    if dateline:
        return dateline
    countries = Counter(f.known.country[:2] for f in found if f.known and f.known.country)
    if not countries:
        return None
    home, count = countries.most_common(1)[0]
    return home if count >= HOME_SHARE * countries.total() else None
