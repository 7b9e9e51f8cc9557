"""Turn a tree into an EDTF value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from secondsource.text.times.anchors import Unresolved, antecedent
from secondsource.text.times.arithmetic import (
    interval,
    part_of,
    period,
    shift_day,
    shift_value,
    week_of,
)
from secondsource.text.times.counted import anaphor, shifted, up_to
from secondsource.text.times.edtf import bounds
from secondsource.text.times.holidays import us_summer
from secondsource.text.times.nearest import of_year, offset, weekday, yearly
from secondsource.text.times.nodes import (
    Anaphor,
    Bounded,
    Clock,
    Day,
    Fixed,
    Holiday,
    Month,
    Node,
    Offset,
    Part,
    Range,
    Season,
    Shifted,
    Stretch,
    Vague,
    Weekday,
    Within,
)
from secondsource.text.times.parts import nth_part, run_of
from secondsource.text.times.ranges import share_year
from secondsource.text.times.scene import Scene, closed

__all__ = ["resolve"]


def resolve(node: Node, scene: Scene) -> str:
    """Return the EDTF value of ``node``.

    Raises:
        Unresolved: With the reason.
    """
    try:
        return _resolve(node, scene)
    except (ValueError, OverflowError) as error:
        raise Unresolved("it is outside the calendar") from error


def _resolve(node: Node, scene: Scene) -> str:  # noqa: C901 - one branch a kind of node
    match node:
        case Fixed():
            if node.note:
                scene.notes.append(node.note)
            return node.edtf
        case Day() | Month() | Season() | Holiday():
            return yearly(node, scene)
        case Weekday():
            return weekday(node, scene)
        case Offset():
            return offset(node, scene)
        case Shifted():
            return shifted(node, scene, resolve(node.base, scene) if node.base else None)
        case Anaphor():
            return anaphor(node, scene)
        case Stretch():
            return _stretch(node, scene)
        case Clock():
            return _clock(node, scene)
        case Part():
            return _part(node, scene)
        case Within():
            return _within(node, scene)
        case Range():
            return _range(node, scene)
        case Bounded():
            return _bounded(node, scene)
        case Vague():
            raise Unresolved("it names no definite time")


def _stretch(node: Stretch, scene: Scene) -> str:
    if node.base is not None:
        return up_to(node, resolve(node.base, scene))
    today = scene.today()
    if node.unit in {"second", "minute", "hour"}:
        days = round(node.count / {"second": 86400, "minute": 1440, "hour": 24}[node.unit])
        other = today + timedelta(days=days)
    else:
        other = shift_day(today, node.unit, node.count)
    return interval(min(today, other), max(today, other))


def _clock(node: Clock, scene: Scene) -> str:
    hour, days = (node.hour, 0) if node.hour < 24 else (0, 1)
    day = _clock_day(scene) if node.base is None else closed(resolve(node.base, scene))[0]
    day += timedelta(days=days)
    zone = ""
    if node.zone is not None:
        hours = node.zone + (node.summer and us_summer(day))
        minutes = round(abs(hours) * 60)
        zone = f"{'-' if hours < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
    return f"{day.isoformat()}T{hour:02}:{node.minute:02}:{node.second:02}{zone}"


def _clock_day(scene: Scene) -> date:
    """A clock time alone is of the day that its sentence or the one before speaks of, else of the publication."""
    earlier = next((f for f in reversed(scene.found) if bounds(f.edtf)[0] == bounds(f.edtf)[1]), None)
    if earlier is None or scene.sentence - earlier.sentence > 1:
        return scene.today()
    day = closed(earlier.edtf)[0]
    if "\n" in scene.text[earlier.span.end : scene.span.start] or (scene.day is not None and day > scene.day):
        return scene.today()
    scene.anchors.append(earlier.edtf)
    return day


def _part(node: Part, scene: Scene) -> str:
    kind, *rest = node.part.split()
    base = resolve(node.base, scene)
    if kind == "weekday":
        monday, _ = week_of(closed(base)[0])
        return (monday + timedelta(days=int(rest[0]))).isoformat()
    if kind in {"week", "weekend"}:
        return period(closed(base)[0], kind)
    if kind == "run":
        return run_of(rest[0], int(rest[1]), rest[2], base)
    if kind == "nth":
        return nth_part(rest[0], int(rest[1]), base)
    value = part_of(base, kind)
    if value is None:
        raise Unresolved("a part of a period with an open end")
    return value


def _within(node: Within, scene: Scene) -> str:
    year = closed(resolve(node.outer, scene))[0].year
    inner = node.inner
    if isinstance(inner, Anaphor):
        base = antecedent(
            scene.found, inner.unit if inner.unit == "quarter" else "quarter", scene.sentence, far=True
        ).edtf
        return shift_value(base, "year", year - closed(base)[0].year)
    if isinstance(inner, Part):
        return resolve(replace(inner, base=Within(inner.base, node.outer)), scene)
    if isinstance(inner, Day | Month | Season | Holiday):
        return of_year(inner, year)
    raise Unresolved("it names no part of a year")


def _range(node: Range, scene: Scene) -> str:
    left, right = share_year(node.left, node.right)
    last = resolve(right, scene)
    first = resolve(left, scene)
    if "/" not in first and "/" not in last and "T" in last and "T" in first:
        return first if first == last else f"{min(first, last)}/{max(first, last)}"
    start, end = closed(first)[0], closed(last)[1]
    if start > end:
        step = ("week", -1) if isinstance(left, Weekday) else ("year", -1)
        first = shift_value(first, *step)
        start = closed(first)[0]
        if start > end:
            raise Unresolved("its end lies before its start")
    a, b = first.split("/")[0].replace("~", ""), last.split("/")[-1].replace("~", "")
    a = a.replace("X", "0") if "X" in a else a
    b = b.replace("X", "9") if "X" in b else b
    return a if a == b else f"{a}/{b}"


def _bounded(node: Bounded, scene: Scene) -> str:
    scene.until = node.bound == "until"
    base = scene.base = resolve(node.base, scene)
    left, _, right = base.partition("/")
    right = right or left
    if node.bound == "about":
        return base if "/" in base or base.endswith("~") else f"{base}~"
    if node.bound == "until":
        if right == "..":
            raise Unresolved("it has no end")
        return f"../{right}"
    if left == "..":
        raise Unresolved("it has no start")
    return f"{left}/.."
