"""The head of a story's brief: its counts, and what they come to in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Section
from secondsource.render.sections.lines import best_claim, claims_of, coarsest, told_alike, weight
from secondsource.render.versions import Difference, Pair, differences
from secondsource.render.view import StoryView
from secondsource.render.wording import count, date_said, origins_said, quoted

__all__ = ["counts_of", "head_of"]


def counts_of(view: StoryView, sections: Sequence[Section]) -> tuple[tuple[str, str], ...]:
    """Return the figures of the head as (what is counted, figure), in the order of the page."""
    named, unnamed = _origins(view)
    outlets = len({r.outlet for r in view.reports if r.outlet})
    missing = sum(r.outlet is None for r in view.reports)
    kinds = [p.relation for g in view.groups for d in differences(view, g) for p in _once(d)]
    echoes = sum(line.tag == "echoed" for s in sections for line in s.lines if s.kind == "single")
    counts = [
        ("reports", str(len(view.reports))),
        (f"outlets, {missing} not given" if missing else "outlets", str(outlets)),
        ("named origins", str(named)),
    ]
    if unnamed:
        counts.append(("unnamed sources", str(unnamed)))
    counts.append(("conflicts", str(kinds.count("conflicts"))))
    counts.append(("denials", str(kinds.count("denies"))))
    counts.append(("later figures", str(kinds.count("updates"))))
    counts.append(("echoes of one origin", str(echoes)))
    return tuple(counts)


def _once(difference: Difference) -> list[Pair]:
    """One pair for each relation: many versions of one point are one conflict."""
    return list({p.relation: p for p in difference.pairs}.values())


def head_of(view: StoryView) -> str:
    """Return plain sentences: what was read, on how little it may rest, and what is repeated most."""
    sentences = [_read(view)]
    sentences += _resting(view)
    return " ".join(sentences)


def _read(view: StoryView) -> str:
    days = sorted({r.published_at[:10] for r in view.reports if r.published_at})
    when = ""
    if days and days[0] == days[-1]:
        when = f" of {date_said(days[0])}"
    elif days:
        when = f" of {date_said(f'{days[0]}/{days[-1]}')}"
    undated = sum(r.published_at is None for r in view.reports)
    without = f" ({undated} without a date)" if undated and days else " without dates" if undated else ""
    named, unnamed = _origins(view)
    more = f" and {count(unnamed, 'unnamed source')}" if unnamed else ""
    return f"{count(len(view.reports), 'report')}{when}{without}, with {count(named, 'named origin')}{more}."


def _resting(view: StoryView) -> list[str]:
    """Say how many points several reports tell, and on how many origins these rest."""
    told = told_alike(view)
    if not told:
        return []
    one = sum(p.origins.high <= 1 for p in told)
    sure = sum(p.origins.low > 1 for p in told)
    unsure = len(told) - one - sure
    parts = []
    if one:
        parts.append(f"{one} {'rests' if one == 1 else 'rest'} on one origin")
    if sure:
        parts.append(f"{sure} {'has' if sure == 1 else 'have'} two or more independent origins")
    if unsure:
        parts.append(f"for {unsure} a second origin is not established")
    most = min(told, key=lambda p: (weight(view, claims_of(view, p.claims)), p.origins.high))
    words = quoted(view.reading.quote(best_claim(view, coarsest(view, most))), 120)
    n = len(view.reports_of(most.claims))
    return [
        f"Several reports tell {count(len(told), 'point')} alike: {'; '.join(parts)}.",
        f"Repeated most: {words}, in {count(n, 'report')}, from {origins_said(most.origins)}.",
    ]


def _origins(view: StoryView) -> tuple[int, int]:
    named = sum(o.kind not in ("unnamed", "unstated") for o in view.origins)
    return named, sum(o.kind == "unnamed" for o in view.origins)
