"""What several reports tell alike, with the count of origins behind it."""

from __future__ import annotations

from secondsource.model import Section
from secondsource.render.sections.lines import claims_of, section, told_alike, weight
from secondsource.render.sections.positions import position_line
from secondsource.render.view import StoryView
from secondsource.render.wording import count

__all__ = ["agreed"]


def agreed(view: StoryView) -> Section:
    """Return the positions that several reports tell and that may have several origins."""
    held = told_alike(view)
    several = [p for p in held if p.origins.high > 1]
    several.sort(key=lambda p: (weight(view, claims_of(view, p.claims)), -p.origins.low, -p.origins.high))
    echoed = len(held) - len(several)
    note = "" if several else "Nothing that several reports tell has more than one origin."
    if echoed:
        verb = "rests" if echoed == 1 else "rest"
        note += (
            f" {count(echoed, 'point')} told by several reports {verb} on one origin: see the next section."
        )
    return section("agreed", [position_line(view, p, "agreed", "agreed") for p in several], note.strip())
