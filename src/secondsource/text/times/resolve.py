"""Turn a tree into an EDTF value: calendar rules, direction, anchors."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from secondsource.model import Span
from secondsource.text.times.anchors import Found, Unresolved, antecedent, event_date
from secondsource.text.times.arithmetic import (
    add_months,
    interval,
    months_from,
    nth_week,
    part_of,
    period,
    shift_day,
    shift_value,
    week_of,
    weekend_of,
)
from secondsource.text.times.combine import share_year
from secondsource.text.times.edtf import bounds, grain_of
from secondsource.text.times.holidays import holiday
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
from secondsource.text.times.rules import FUNCTION_WORDS, word_after
from secondsource.text.times.tense import Direction
from secondsource.text.words import classes

__all__ = ["Scene", "resolve"]

NO_DATE = "no publication date to count from"
NO_YEAR = "no year, and no publication date to take it from"


@dataclass(slots=True)
class Scene:
    """What a phrase is resolved against.

    Attributes:
        day: The day that relative phrases count from, or null.
        direction: Which way the clause looks; a function, since few phrases need it.
        found: Times of the text that are already resolved.
        sentence: Number of the phrase's sentence.
        local: Whether the phrase says "local time" or the early hours, which may lie east of the outlet.
        until: Whether the phrase is the end of something; filled while resolving, as ``base``, its own value.
        anchors: What was counted from, filled while resolving.
        notes: What is less than certain, filled while resolving.
    """

    text: str
    sentences: list[Span]
    span: Span
    day: date | None
    direction: Callable[[], Direction]
    found: list[Found]
    sentence: int
    local: bool = False
    until: bool = False
    base: str | None = None
    anchors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def today(self, reason: str = NO_DATE) -> date:
        """Return the day to count from, and remember that it was used."""
        if self.day is None:
            raise Unresolved(reason)
        self.anchors.append(self.day.isoformat())
        return self.day


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
            return _yearly(node, scene)
        case Weekday():
            return _weekday(node, scene)
        case Offset():
            return _offset(node, scene)
        case Shifted():
            return _shifted(node, scene)
        case Anaphor():
            return _anaphor(node, scene)
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


Yearly = Day | Month | Season | Holiday


def _of_year(node: Yearly, year: int) -> str:
    if not 1 <= year <= 9999:
        raise Unresolved("it is outside the calendar")
    match node:
        case Day():
            first = date(year, node.month, node.day)
            return interval(first, date(year, node.month, node.last)) if node.last else first.isoformat()
        case Month():
            return f"{year:04}-{node.month:02}"
        case Season():
            return months_from(year, node.first, node.months)
        case Holiday():
            return holiday(node.name, year).isoformat()


def _closed(edtf: str) -> tuple[date, date]:
    start, end = bounds(edtf)
    if start is None or end is None:
        raise Unresolved("what it is counted from has an open end")
    return start, end


def _yearly(node: Yearly, scene: Scene) -> str:
    """A date without a year is that of the year that tense and distance speak for."""
    if node.year is not None:
        # "The winter of 2023" begins in December 2023; agencies also write 2023-24.
        return _of_year(node, node.year)
    today = scene.today(NO_DATE if node.relative else NO_YEAR)
    options = []
    for year in (
        range(today.year - 5, today.year + 6)
        if isinstance(node, Day) and node.day == 29
        else range(today.year - 2, today.year + 3)
    ):
        try:
            options.append(_of_year(node, year))
        except ValueError:  # 29 February
            continue
    return _choose(options, today, node, scene)


def _choose(options: list[str], today: date, node: Yearly, scene: Scene) -> str:
    ends = {option: _closed(option) for option in options}
    if node.relative == "last":
        # In October "last September" would be called last month: it is the year before.
        before = add_months(today, -1).replace(day=1) if isinstance(node, Month) else today
        return max((o for o in options if ends[o][1] < before), key=lambda o: ends[o][1])
    if node.relative == "next":
        return min((o for o in options if ends[o][0] > today), key=lambda o: ends[o][0])
    inside = [o for o in options if ends[o][0] <= today <= ends[o][1]]
    if node.relative == "this":
        own = [o for o in options if ends[o][0].year == today.year]
        return (inside or own)[0]
    if inside and not (isinstance(node, Season) and node.months == 3 and scene.direction() == "past"):
        return inside[0]
    if isinstance(node, Season) and node.months == 3 and node.first in {1, 4, 7, 10}:
        ended = [o for o in options if 0 < (today - ends[o][1]).days <= _REPORTED_LATE]
        if ended:  # what a company still has to report is the quarter that has just ended
            return ended[0]
    past = max((o for o in options if ends[o][0] <= today), key=lambda o: ends[o][0])
    future = min((o for o in options if ends[o][1] >= today and o != past), key=lambda o: ends[o][1])
    back, ahead = (today - ends[past][1]).days, (ends[future][0] - today).days
    direction = None if isinstance(node, Month) and _adjective(scene) else scene.direction()
    if scene.until and ahead <= 120 < back:  # "gave them until mid-November", told in October
        return future
    if direction == "past":
        # Told in the past and still near ahead: "the vote was called for July 4".
        return future if isinstance(node, Day | Holiday) and ahead <= 45 and back > 200 else past
    if direction == "future":
        return past if isinstance(node, Day | Holiday) and back <= 10 and ahead > 300 else future
    if isinstance(node, Month) and not _adjective(scene):
        return future if ahead <= 60 and back >= 270 else past
    return future if ahead < back and not isinstance(node, Season) else past


def _adjective(scene: Scene) -> bool:
    """Whether a noun follows ("the November election"): then the verb says nothing of its time."""
    after = word_after(scene.text, scene.span.end)
    return after[:1].islower() and after not in FUNCTION_WORDS and "NOUN" in classes(after)


# Quarters are reported in the two months after their end.
_REPORTED_LATE = 62


def _weekday(node: Weekday, scene: Scene) -> str:
    today = scene.today()
    back = (today.weekday() - node.day) % 7
    ahead = (node.day - today.weekday()) % 7
    direction = scene.direction()
    if node.relative == "last":
        return (today - timedelta(days=back or 7)).isoformat()
    if node.relative == "next" or (node.relative is None and direction == "future"):
        return (today + timedelta(days=ahead or (7 if node.relative else 0))).isoformat()
    if node.relative == "this":
        return (
            today + timedelta(days=ahead) if direction != "past" else today - timedelta(days=back)
        ).isoformat()
    if ahead == 1 and scene.local:
        scene.notes.append("the day after publication, which had begun farther east")
        return (today + timedelta(days=1)).isoformat()
    if ahead == 1:
        scene.notes.append("it may be the day after publication, which had begun farther east")
    return (today - timedelta(days=back)).isoformat()


def _offset(node: Offset, scene: Scene) -> str:
    today = scene.today()
    if node.unit != "weekend":
        return period(shift_day(today, node.unit, node.count), node.unit)
    saturday, sunday = weekend_of(today)
    if node.count == 99:  # "the weekend": the coming one, or the last one where the tense looks back
        back = scene.direction() == "past" and today < saturday
        return interval(*weekend_of(today - timedelta(days=7))) if back else interval(saturday, sunday)
    if node.count < 0:
        saturday -= timedelta(days=7)
    elif node.count > 0:
        saturday += timedelta(days=7)
    elif scene.direction() == "past" and today.weekday() in {0, 1}:  # on Monday, "this weekend" is over
        saturday -= timedelta(days=7)
    return interval(saturday, saturday + timedelta(days=1))


# A week or two ago is counted to the day; longer ago, the week, month, year is meant.
_EXACT_WEEKS = 2


def _shifted(node: Shifted, scene: Scene) -> str:
    if (node.unit, node.count, node.base) == ("year", -1, None) and (compared := _compared_quarter(scene)):
        scene.anchors.append(compared)
        return shift_value(compared, "year", -1)
    base = _closed(resolve(node.base, scene))[0] if node.base else scene.today()
    if node.unit in {"second", "minute", "hour"}:
        hours = node.count / {"second": 3600, "minute": 60, "hour": 1}[node.unit]
        return (base + timedelta(days=round(hours / 24))).isoformat()
    moved = shift_day(base, node.unit, node.count)
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


def _anaphor(node: Anaphor, scene: Scene) -> str:
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
        return _shifted(Shifted(node.unit, node.count), scene)
    if node.event is not None:
        base = _event(node, scene)
    else:
        far = node.unit == "quarter" and node.count == 0
        base = antecedent(scene.found, "period" if node.whole else node.unit, scene.sentence, far=far).edtf
    scene.anchors.append(base)
    return _from_base(node, base)


def _from_base(node: Anaphor, base: str) -> str:
    start, end = _closed(base)
    days = (end - start).days + 1
    if node.whole or node.unit == "period":
        return base.replace("~", "") if node.count == 0 else shift_value(base, node.unit, node.count)
    coarse = node.unit in {"year", "quarter", "month"}
    if coarse and node.count and 28 <= days <= 184 and not (node.unit == "month" and days > 31):
        return shift_value(base, node.unit, node.count)  # keeps the month or quarter that it compares
    if node.unit in {"month", "quarter", "week", "day"} and days > 31 and node.count:
        first, last = shift_day(start, node.unit, node.count), shift_day(end, node.unit, node.count)
        return f"{period(first, 'month')}/{period(last, 'month')}"
    if node.count == 0:
        return period(start, node.unit)
    edge = start if node.count < 0 else end
    moved = shift_day(edge, node.unit, node.count)
    counted = node.after or node.compares  # "a week later", not "the following week"
    weeks = counted and node.unit in {"week", "fortnight"} and abs(node.count) <= _EXACT_WEEKS and days == 1
    if node.unit == "day" and days > 1:
        return interval(shift_day(start, "day", node.count), moved) if days <= 2 else moved.isoformat()
    return moved.isoformat() if weeks else period(moved, node.unit if node.unit != "decade" else "year")


def _event(node: Anaphor, scene: Scene) -> str:
    """The date of the event that the phrase counts from: said in the phrase, or tied to the event."""
    inner = [f for f in scene.found if f.span.start >= scene.span.start and f.span.end <= scene.span.end]
    inside = inner[-1].edtf if inner else None
    if inside is not None and (_closed(inside)[1] - _closed(inside)[0]).days < 31:
        return inside
    others = [f for f in scene.found if f not in inner]
    told = event_date(scene.text, node.event or "", others, scene.sentences, own=scene.span, inside=inside)
    start, end = _closed(told)
    if (end - start).days > _CLOSE_ENOUGH.get(node.unit, 366):
        raise Unresolved("the date of the event is not known closely enough")
    return told


# A day before an event of which only the year is known is no date.
_CLOSE_ENOUGH = {"day": 1, "week": 7, "fortnight": 7}


def _stretch(node: Stretch, scene: Scene) -> str:
    if node.base is not None:
        return _up_to(node, resolve(node.base, scene))
    today = scene.today()
    if node.unit in {"second", "minute", "hour"}:
        days = round(node.count / {"second": 86400, "minute": 1440, "hour": 24}[node.unit])
        other = today + timedelta(days=days)
    else:
        other = shift_day(today, node.unit, node.count)
    return interval(min(today, other), max(today, other))


def _up_to(node: Stretch, base: str) -> str:
    """The units that end with ``base``: the three months to 31 March."""
    start, end = _closed(base)
    if node.unit not in _IN_MONTHS:
        return interval(shift_day(end, node.unit, node.count) + timedelta(days=1), end)
    first = add_months(end + timedelta(days=1), node.count * _IN_MONTHS[node.unit])
    if grain_of(base) == "month":
        return f"{period(first, 'month')}/{period(start, 'month')}"
    if node.unit == "quarter":  # companies close a quarter on the Friday or Sunday next to its end
        closing = end - timedelta(days=end.day) if end.day <= _CLOSE else end
        if end.day <= _CLOSE or end.day >= 31 - _CLOSE:
            return months_from(*_first_month(closing, 3), 3)
    return _months_or_days(first, end)


_CLOSE = 7


def _first_month(last: date, count: int) -> tuple[int, int]:
    """Year and month of the first of ``count`` months that end with that of ``last``."""
    first = add_months(last.replace(day=1), 1 - count)
    return first.year, first.month


_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def _clock(node: Clock, scene: Scene) -> str:
    hour, days = (node.hour, 0) if node.hour < 24 else (0, 1)
    day = _clock_day(scene) if node.base is None else _closed(resolve(node.base, scene))[0]
    day += timedelta(days=days)
    zone = ""
    if node.zone is not None:
        minutes = round(abs(node.zone) * 60)
        zone = f"{'-' if node.zone < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
    return f"{day.isoformat()}T{hour:02}:{node.minute:02}:{node.second:02}{zone}"


def _clock_day(scene: Scene) -> date:
    """A clock time alone is of the day that its sentence or the one before speaks of, else of the publication."""
    try:
        earlier = antecedent(scene.found, "day", scene.sentence)
    except Unresolved:
        return scene.today()
    scene.anchors.append(earlier.edtf)
    return _closed(earlier.edtf)[0]


def _part(node: Part, scene: Scene) -> str:
    kind, *rest = node.part.split()
    base = resolve(node.base, scene)
    if kind == "weekday":
        monday, _ = week_of(_closed(base)[0])
        return (monday + timedelta(days=int(rest[0]))).isoformat()
    if kind in {"week", "weekend"}:
        return period(_closed(base)[0], kind)
    if kind == "run":
        return _run(rest[0], int(rest[1]), rest[2], base)
    if kind == "nth":
        return _nth(rest[0], int(rest[1]), base)
    value = part_of(base, kind)
    if value is None:
        raise Unresolved("a part of a period with an open end")
    return value


def _nth(unit: str, which: int, base: str) -> str:
    start, end = _closed(base)
    if unit.startswith("day") and unit != "day":
        found = _nth_weekday(int(unit[3:]), which, start, end)
    elif unit in {"week", "weekend"}:
        found = nth_week(base, which, weekend=unit == "weekend")
    else:
        size = {"day": 0, "month": 1, "quarter": 3, "half": 6}[unit]
        if unit == "day":
            moved = end if which < 0 else start + timedelta(days=which - 1)
            found = moved.isoformat() if moved <= end else None
        else:
            first = (
                add_months(end + timedelta(days=1), -size)
                if which < 0
                else add_months(start, size * (which - 1))
            )
            found = months_from(first.year, first.month, size) if first <= end else None
            found = period(first, "month") if found and size == 1 else found
    if found is None:
        raise Unresolved("the period has no such part")
    return found


def _nth_weekday(weekday: int, which: int, start: date, end: date) -> str | None:
    if which < 0:
        day = end - timedelta(days=(end.weekday() - weekday) % 7)
    else:
        day = start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (which - 1))
    return day.isoformat() if start <= day <= end else None


def _run(side: str, count: int, unit: str, base: str) -> str:
    """The first or last ``count`` units of a period."""
    start, end = _closed(base)
    if side == "first":
        first, last = start, shift_day(start, unit, count) - timedelta(days=1)
    else:
        first, last = shift_day(end + timedelta(days=1), unit, -count), end
    if first < start or last > end:
        raise Unresolved("the period is shorter than its part")
    return _months_or_days(first, last)


def _months_or_days(first: date, last: date) -> str:
    """Write an interval in months where it is made of whole ones."""
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return f"{period(first, 'month')}/{period(last, 'month')}"
    return interval(first, last)


def _within(node: Within, scene: Scene) -> str:
    year = _closed(resolve(node.outer, scene))[0].year
    inner = node.inner
    if isinstance(inner, Anaphor):
        base = antecedent(
            scene.found, inner.unit if inner.unit == "quarter" else "quarter", scene.sentence, far=True
        ).edtf
        return shift_value(base, "year", year - _closed(base)[0].year)
    if isinstance(inner, Part):
        return resolve(replace(inner, base=Within(inner.base, node.outer)), scene)
    if isinstance(inner, Day | Month | Season | Holiday):
        return _of_year(inner, year)
    raise Unresolved("it names no part of a year")


def _range(node: Range, scene: Scene) -> str:
    left, right = share_year(node.left, node.right)
    last = resolve(right, scene)
    first = resolve(left, scene)
    if "/" not in first and "/" not in last and "T" in last and "T" in first:
        return first if first == last else f"{min(first, last)}/{max(first, last)}"
    start, end = _closed(first)[0], _closed(last)[1]
    if start > end:
        step = ("week", -1) if isinstance(left, Weekday) else ("year", -1)
        first = shift_value(first, *step)
        start = _closed(first)[0]
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
