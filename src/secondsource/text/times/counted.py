"""Times that are counted from the publication, an earlier date of the text, or an event."""

from __future__ import annotations

import re
from datetime import date, timedelta

from secondsource.text.times.anchors import Unresolved, antecedent, event_date
from secondsource.text.times.arithmetic import (
    add_months,
    interval,
    months_from,
    period,
    shift_day,
    shift_value,
)
from secondsource.text.times.edtf import grain_of
from secondsource.text.times.nodes import (
    Anaphor,
    Shifted,
    Stretch,
)
from secondsource.text.times.parts import months_or_days
from secondsource.text.times.scene import Scene, closed

__all__ = ["anaphor", "shifted", "up_to"]

# A week or two ago is counted to the day; longer ago, the week, month, year is meant.
_EXACT_WEEKS = 2


def shifted(node: Shifted, scene: Scene, base: str | None) -> str:
    """Return the time ``node.count`` units from ``base``, or from the publication: nine months ago."""
    if (node.unit, node.count, node.base) == ("year", -1, None) and (compared := _compared_quarter(scene)):
        scene.anchors.append(compared)
        return shift_value(compared, "year", -1)
    start = closed(base)[0] if base else scene.today()
    if node.unit in {"second", "minute", "hour"}:
        hours = node.count / {"second": 3600, "minute": 60, "hour": 1}[node.unit]
        return (start + timedelta(days=round(hours / 24))).isoformat()
    moved = shift_day(start, node.unit, node.count)
    weeks = abs(node.count) * (2 if node.unit == "fortnight" else 1)
    exact = node.unit in {"week", "fortnight"} and weeks <= _EXACT_WEEKS
    if node.unit == "decade":
        value = f"{moved.year:04}"
    elif node.unit == "century":
        value = f"{moved.year // 10:03}X"
    else:
        value = moved.isoformat() if exact else period(moved, node.unit)
    return f"{value}~" if node.about and "/" not in value else value


_COMPARES = re.compile(
    r"\b(?:from|compared|against|versus|vs|than|up|down)\b.*[$£€#%]|[$£€#%].*\b(?:from|compared|against|versus|vs|than|up|down)\b|\bnet\b",
    re.IGNORECASE,
)


def _compared_quarter(scene: Scene) -> str | None:
    """The months that the text reports on, where the sentence compares figures with a year before."""
    words = scene.sentences[scene.sentence].of(scene.text)[:600] if scene.sentences else scene.text
    if not _COMPARES.search(words):
        return None
    try:
        return antecedent(scene.found, "reported", scene.sentence, far=True).edtf
    except Unresolved:
        return None


def anaphor(node: Anaphor, scene: Scene) -> str:
    """Return the time counted from an earlier one of the text, or from the event that the phrase names."""
    if node.compares and (node.unit, node.count) == ("year", -1) and (compared := _compared_quarter(scene)):
        scene.anchors.append(compared)
        return shift_value(compared, "year", -1)
    if node.event == "quarter":
        base = antecedent(scene.found, "quarter", scene.sentence, far=True).edtf
        scene.anchors.append(base)
        return _from_base(node, base)
    if node.event == "time" or node.event == "in":
        if node.event == "in" and scene.direction() != "future":
            raise Unresolved("duration")
        return shifted(Shifted(node.unit, node.count), scene, None)
    if node.event is not None:
        base = _event(node, scene)
    else:
        far = node.unit == "quarter" and node.count == 0
        base = antecedent(scene.found, "period" if node.whole else node.unit, scene.sentence, far=far).edtf
    scene.anchors.append(base)
    return _from_base(node, base)


def _from_base(node: Anaphor, base: str) -> str:
    start, end = closed(base)
    days = (end - start).days + 1
    if node.whole or node.unit == "period":
        return base.replace("~", "") if node.count == 0 else shift_value(base, node.unit, node.count)
    coarse = node.unit in {"year", "quarter", "month"}
    counted = node.after or node.compares  # "a week later", not "the following week"
    if counted and coarse and node.count and 28 <= days <= 184 and not (node.unit == "month" and days > 31):
        return shift_value(base, node.unit, node.count)  # keeps the month or quarter that it compares
    if node.unit in {"month", "quarter", "week", "day"} and days > 31 and node.count:
        first, last = shift_day(start, node.unit, node.count), shift_day(end, node.unit, node.count)
        return f"{period(first, 'month')}/{period(last, 'month')}"
    if node.count == 0:
        return period(start, node.unit)
    edge = start if node.count < 0 else end
    moved = shift_day(edge, node.unit, node.count)
    weeks = counted and node.unit in {"week", "fortnight"} and abs(node.count) <= _EXACT_WEEKS and days == 1
    if node.unit == "day" and days > 1:
        return interval(shift_day(start, "day", node.count), moved) if days <= 2 else moved.isoformat()
    return moved.isoformat() if weeks else period(moved, node.unit if node.unit != "decade" else "year")


def _event(node: Anaphor, scene: Scene) -> str:
    """The date of the event that the phrase counts from: said in the phrase, or tied to the event."""
    inner = [f for f in scene.found if f.span.start >= scene.span.start and f.span.end <= scene.span.end]
    inside = inner[-1].edtf if inner else None
    if inside is not None and (closed(inside)[1] - closed(inside)[0]).days < 31:
        return inside
    others = [f for f in scene.found if f not in inner]
    told = event_date(scene.text, node.event or "", others, scene.sentences, own=scene.span, inside=inside)
    start, end = closed(told)
    if (end - start).days > _CLOSE_ENOUGH.get(node.unit, 366):
        raise Unresolved("the date of the event is not known closely enough")
    return told


# A day before an event of which only the year is known is no date.
_CLOSE_ENOUGH = {"day": 1, "week": 7, "fortnight": 7}


def up_to(node: Stretch, base: str) -> str:
    """The units that end with ``base``: the three months to 31 March."""
    start, end = closed(base)
    if node.unit not in _IN_MONTHS:
        return interval(shift_day(end, node.unit, node.count) + timedelta(days=1), end)
    first = add_months(end + timedelta(days=1), node.count * _IN_MONTHS[node.unit])
    if grain_of(base) == "month":
        return f"{period(first, 'month')}/{period(start, 'month')}"
    if node.unit == "quarter":  # companies close a quarter on the Friday or Sunday next to its end
        closing = end - timedelta(days=end.day) if end.day <= _CLOSE else end
        if end.day <= _CLOSE or end.day >= 31 - _CLOSE:
            return months_from(*_first_month(closing, 3), 3)
    return months_or_days(first, end)


_CLOSE = 7


def _first_month(last: date, count: int) -> tuple[int, int]:
    """Year and month of the first of ``count`` months that end with that of ``last``."""
    first = add_months(last.replace(day=1), 1 - count)
    return first.year, first.month


_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
