"""What a tree tells of itself before it is resolved."""

from __future__ import annotations

from secondsource.text.times.nodes import (
    Anaphor,
    Bounded,
    Clock,
    Day,
    Fixed,
    Month,
    Node,
    Offset,
    Part,
    Range,
    Season,
    Shifted,
    Stretch,
    Within,
)

__all__ = ["compares", "dated", "event_of", "is_season", "unresolved_grain"]


def is_season(node: Node) -> bool:
    """Whether it is a season, which no company reports on."""
    if isinstance(node, Part | Bounded):
        return is_season(node.base)
    if isinstance(node, Within):
        return is_season(node.inner)
    return isinstance(node, Season) and node.first in {3, 6, 9, 12}


def compares(node: Node) -> bool:
    """Whether it names the period a year before one that is reported on."""
    return (isinstance(node, Anaphor) and (node.compares or (node.whole and node.count < 0))) or (
        isinstance(node, Shifted) and (node.unit, node.count) == ("year", -1)
    )


def dated(node: Node) -> bool:
    """Whether it names a day or month with its year."""
    return (isinstance(node, Day | Month) and node.year is not None) or (
        isinstance(node, Fixed) and len(node.edtf) == 10
    )


def event_of(node: Node) -> str | None:
    """Return the words of the event that it is counted from, or null."""
    if isinstance(node, Bounded):
        return event_of(node.base)
    return (
        node.event
        if isinstance(node, Anaphor) and node.event not in {None, "in", "time", "quarter"}
        else None
    )


def unresolved_grain(node: Node) -> str:
    """Return the grain of a phrase that is unresolved."""
    match node:
        case Clock():
            return "time"
        case Month():
            return "month"
        case Bounded() | Part():
            return (
                unresolved_grain(node.base)
                if isinstance(node, Part) and node.part.startswith("weekday")
                else "interval"
            )
        case Within():
            return unresolved_grain(node.inner)
        case Offset() | Shifted() | Anaphor():
            return node.unit if node.unit in {"day", "month", "year", "decade"} else "interval"
        case Season() | Range() | Stretch():
            return "interval"
        case Day():
            return "interval" if node.last else "day"
        case _:
            return "day"
