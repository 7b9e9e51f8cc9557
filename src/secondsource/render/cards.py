"""Cards: the versions of a difference side by side, and how each two of them relate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.model import Evidence, Line, OriginCount, Relation
from secondsource.render.quotation import Quote, quote_of
from secondsource.render.versions import Difference, Pair, differences
from secondsource.render.view import StoryView
from secondsource.render.wording import RELATIONS, count, listed, origins_said, quoted, sentence

__all__ = ["Badge", "Row", "Side", "badge_of", "quote_in", "rows_of", "sides_of"]

_ROLES: dict[Relation, tuple[str, str]] = {
    "denies": ("Said", "Denied"),
    "updates": ("Earlier", "Later"),
    "refines": ("Less precise", "More precise"),
}
_BETWEEN: dict[Relation, str] = {
    "conflicts": "against",
    "denies": "denied by",
    "updates": "then",
    "refines": "more precisely",
}
_MOST_ROWS = 24


@dataclass(frozen=True, slots=True)
class Badge:
    """How many origins stand behind something: ``sure`` of them established, up to ``high``.

    ``weak``: several reports, and perhaps one origin, which a reader must not miss.
    """

    sure: int
    high: int
    said: str
    reports: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One version; ``letter`` names it where there are more than two, ``role`` is its part ("Earlier")."""

    letter: str
    role: str
    words: tuple[str, ...]
    badge: Badge | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """How two versions relate: "A against D", the relation's word, the reason."""

    relation: str
    word: str
    pair: str
    why: str


def badge_of(origins: OriginCount, reports: Iterable[str], *, wider: bool = False) -> Badge:
    """Return the badge of a count; ``wider`` where finer versions are counted with it."""
    n = len(set(reports))
    said = origins_said(origins) + (", with what refines it" if wider else "")
    return Badge(origins.low, origins.high, said, count(n, "report"), n > 1 >= origins.low)


def quote_in(view: StoryView, evidence: Evidence) -> Quote:
    """Return a piece of evidence; in a copied passage what changed is stressed."""
    copy = view.copy.get(evidence.link or "")
    if copy is None:
        return quote_of(view.reading, evidence)
    first = evidence.report == copy.source and evidence.span == copy.source_span
    spans = [c.from_span if first else c.to_span for c in copy.changes]
    inside = sorted(s for s in spans if s and evidence.span.contains(s) and len(s))
    return quote_of(view.reading, evidence, inside)


def sides_of(view: StoryView, line: Line) -> list[Side]:
    """Return the cards of a line whose evidence has sides."""
    difference = _difference(view, line)
    sides = sorted({e.side for e in line.evidence})
    made = []
    for side in sides:
        mine = [e for e in line.evidence if e.side == side]
        focus = [quoted(e.focus.of(view.reading.text[e.report]), 90) for e in mine if e.focus]
        made.append(
            Side(
                _letter(side) if len(sides) > 2 else "",
                _role(difference, side) if difference else "",
                tuple(list(dict.fromkeys(focus))[:2]),
                _badge(view, difference, mine) if difference else None,
                tuple(quote_in(view, e) for e in mine),
            )
        )
    return made


def rows_of(view: StoryView, line: Line) -> list[Row]:
    """Return how each two versions relate, where there are more than two of them."""
    difference = _difference(view, line)
    if difference is None or len(difference.versions) < 3:
        return []
    alike: dict[tuple[Relation, int, str], list[int]] = {}
    for pair in _next_to_each_other(difference):
        first, second = pair.first, pair.second
        if pair.relation == "conflicts":
            first, second = sorted((first, second))
        alike.setdefault((pair.relation, second, _why(pair)), []).append(first)
    rows = []
    for (relation, second, why), firsts in list(alike.items())[:_MOST_ROWS]:
        letters = listed([_letter(first + 1) for first in firsts])
        ends = f"{letters} {_BETWEEN[relation]} {_letter(second + 1)}"
        rows.append(Row(relation, RELATIONS[relation], ends, why))
    return rows


def _next_to_each_other(difference: Difference) -> list[Pair]:
    """Pairs that no version stands between: of 12, then 17, then 19, not also "12, then 19"."""
    steps = {
        (p.relation, p.first, p.second) for p in difference.pairs if p.relation in ("updates", "refines")
    }
    versions = range(len(difference.versions))
    return [
        p
        for p in difference.pairs
        if not any(
            (p.relation, p.first, between) in steps and (p.relation, between, p.second) in steps
            for between in versions
        )
    ]


def _why(pair: Pair) -> str:
    return next((sentence(c.why.strip()) for c in pair.comparisons if c.why.strip()), "")


def _difference(view: StoryView, line: Line) -> Difference | None:
    """The difference that a line shows: the one of its group with the same claims."""
    group = next((g for g in view.groups if g.id in line.links), None)
    links = {e.link for e in line.evidence}
    found = differences(view, group) if group else []
    return next((d for d in found if links & set(d.versions[0])), None)


def _letter(side: int) -> str:
    return chr(ord("A") + side - 1) if side <= 26 else str(side)


def _role(difference: Difference, side: int) -> str:
    """A version's part, where every relation that it stands in gives it the same one."""
    roles = {
        _ROLES[p.relation][p.second == side - 1]
        for p in difference.pairs
        if p.relation in _ROLES and side - 1 in (p.first, p.second)
    }
    if "Denied" in roles:
        return "Denied"
    return roles.pop() if len(difference.versions) == 2 and len(roles) == 1 else ""


def _badge(view: StoryView, difference: Difference, evidence: list[Evidence]) -> Badge | None:
    claims = [e.link for e in evidence if e.link]
    position = view.position_of(difference.group.id, claims)
    if position is None:
        return None
    wider = not set(position.claims) <= set(claims)
    return badge_of(position.origins, view.reports_of(position.claims), wider=wider)
