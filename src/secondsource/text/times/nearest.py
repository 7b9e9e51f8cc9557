"""The year, week or weekend that a phrase without one means: by tense, distance, last, this and next."""

from __future__ import annotations

import re
from datetime import date, timedelta

from secondsource.text.times.anchors import Unresolved
from secondsource.text.times.arithmetic import (
    add_months,
    interval,
    months_from,
    period,
    shift_day,
    weekend_of,
)
from secondsource.text.times.holidays import holiday
from secondsource.text.times.nodes import (
    Day,
    Holiday,
    Month,
    Offset,
    Season,
    Weekday,
)
from secondsource.text.times.rules import FUNCTION_WORDS, word_after
from secondsource.text.times.scene import NO_DATE, NO_YEAR, Scene, closed
from secondsource.text.times.tense import Direction
from secondsource.text.words import classes

__all__ = ["Yearly", "of_year", "offset", "weekday", "yearly"]

Yearly = Day | Month | Season | Holiday


def of_year(node: Yearly, year: int) -> str:
    """Return the value of ``node`` in ``year``."""
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


def yearly(node: Yearly, scene: Scene) -> str:
    """A date without a year is that of the year that tense and distance speak for."""
    if node.year is not None:
        # "The winter of 2023" begins in December 2023; agencies also write 2023-24.
        return of_year(node, node.year)
    if isinstance(node, Month | Season) and not node.relative and _recurs(scene):
        raise Unresolved("it comes back every year")
    told = _told_year(node, scene)
    if told is not None:
        return told
    today = scene.today(NO_DATE if node.relative else NO_YEAR)
    options = []
    for year in (
        range(today.year - 5, today.year + 6)
        if isinstance(node, Day) and node.day == 29
        else range(today.year - 2, today.year + 3)
    ):
        try:
            options.append(of_year(node, year))
        except ValueError:  # 29 February
            continue
    return _choose(options, today, node, scene)


_EVERY = re.compile(
    r"\b(?:(?:every|each)[ ](?:year|spring|summer|autumn|fall|winter)|annually|usually|typically"
    r"|(?:is|are)[ ](?:most[ ])?(?:common|usual|typical|frequent|rare))\b",
    re.IGNORECASE,
)


def _recurs(scene: Scene) -> bool:
    """Whether the sentence speaks of every year: "floods are common between May and July"."""
    if not scene.sentences:
        return False
    sentence = scene.sentences[scene.sentence]
    start = max(sentence.start, scene.span.start - 120)
    end = min(sentence.end, scene.span.end + 12)
    return bool(
        _EVERY.search(scene.text, start, scene.span.start) or _EVERY.search(scene.text, scene.span.end, end)
    )


# A bare date told after a dated one is of its year where it follows within some months.
_STORY_MONTHS = 8


def _told_year(node: Yearly, scene: Scene) -> str | None:
    """On March 2, 2015, …; on March 25, …: the year of a past that the text is telling."""
    if not isinstance(node, Day) or node.relative or scene.day is None or not scene.found:
        return None
    last = next((f for f in reversed(scene.found) if f.dated), None)
    if last is None or scene.sentence - last.sentence > 1:
        return None
    start, end = closed(last.edtf)
    if start.year >= scene.day.year or scene.direction() == "future":
        return None
    value = of_year(node, start.year)
    begin, _ = closed(value)
    if not end <= begin <= add_months(end, _STORY_MONTHS):
        return None
    scene.anchors.append(last.edtf)
    return value


def _of_this_year(options: list[str]) -> str:
    if not options:  # "this February 29" in a year without one
        raise Unresolved("there is no such day this year")
    return options[0]


def _choose(options: list[str], today: date, node: Yearly, scene: Scene) -> str:
    ends = {option: closed(option) for option in options}
    if node.relative == "last":
        # In October "last September" would be called last month: it is the year before.
        before = add_months(today, -1).replace(day=1) if isinstance(node, Month) else today
        return max((o for o in options if ends[o][1] < before), key=lambda o: ends[o][1])
    if node.relative == "next":
        return min((o for o in options if ends[o][0] > today), key=lambda o: ends[o][0])
    inside = [o for o in options if ends[o][0] <= today <= ends[o][1]]
    if node.relative == "this":
        return _of_this_year(inside or [o for o in options if ends[o][0].year == today.year])
    if inside and not (isinstance(node, Season) and node.months == 3 and scene.direction() == "past"):
        return inside[0]
    if isinstance(node, Season) and node.months == 3 and node.first in {1, 4, 7, 10}:
        ended = [o for o in options if 0 < (today - ends[o][1]).days <= _REPORTED_LATE]
        if ended:  # what a company still has to report is the quarter that has just ended
            return ended[0]
    past = max((o for o in options if ends[o][0] <= today), key=lambda o: ends[o][0])
    future = min((o for o in options if ends[o][1] >= today and o != past), key=lambda o: ends[o][1])
    back, ahead = (today - ends[past][1]).days, (ends[future][0] - today).days
    if isinstance(node, Month) and back > 62 and _planned(scene):
        return future
    if isinstance(node, Month) and ahead <= 100 and back >= 230 and _of_a_plan(scene):
        return future
    if isinstance(node, Day) and ahead <= back and _of_a_plan(scene):
        return future
    direction = None if isinstance(node, Month) and _adjective(scene) else scene.direction()
    if scene.until and ahead <= 120 < back:  # "gave them until mid-November", told in October
        return future
    if direction == "past":
        # Told in the past and still near ahead: "the vote was called for July 4".
        return future if isinstance(node, Day | Holiday) and ahead <= 45 and back > 200 else past
    if direction == "future":
        return past if isinstance(node, Day | Holiday) and back <= 10 and ahead > 300 else future
    if isinstance(node, Month) and not _adjective(scene):
        return future if ahead <= 100 and back >= 230 else past
    return future if ahead < back and not isinstance(node, Season) else past


def _adjective(scene: Scene) -> bool:
    """Whether a noun follows ("the November election"): then the verb says nothing of its time."""
    after = word_after(scene.text, scene.span.end)
    return after[:1].islower() and after not in FUNCTION_WORDS and "NOUN" in classes(after)


# What has a date before it happens: "the November election" is the coming one.
_PLANNED = frozenset(
    "election elections vote ballot referendum summit deadline convention primary primaries poll polls midterms "
    "runoff inauguration contest confab caucuses caucus".split()
)


def _planned(scene: Scene) -> bool:
    follows = (
        scene.text[scene.span.end : scene.span.end + 30].removeprefix("’s").removeprefix("'s").split()[:2]
    )
    return any(word.strip(".,;:’'\"”") in _PLANNED for word in follows)


def _of_a_plan(scene: Scene) -> bool:
    """The convention in July: told in April, the coming July whatever the verb."""
    lead = scene.text[max(0, scene.span.start - 40) : scene.span.start].split()
    return bool(lead) and any(word in _PLANNED for word in lead[-3:])


# Quarters are reported in the two months after their end.
_REPORTED_LATE = 62


_TOMORROW = 1


def _numbered(weekday: int, number: int, today: date, direction: Direction) -> str:
    """Friday the 13th: the nearest such day, behind or ahead as the tense says."""
    fits: list[date] = []
    for months in range(-12, 13):
        month = add_months(today.replace(day=1), months)
        if number <= (add_months(month, 1) - timedelta(days=1)).day:
            day = month.replace(day=number)
            fits += [day] if day.weekday() == weekday else []
    told = [d for d in fits if direction is None or (d <= today) == (direction == "past")]
    if not told:
        raise Unresolved("no such day is near the publication")
    return min(told, key=lambda d: abs((d - today).days)).isoformat()


def _awaited(scene: Scene) -> bool:
    """Before Monday's caucus: told of before it came."""
    lead = scene.text[max(0, scene.span.start - 8) : scene.span.end].lower()
    return (
        "before " in lead
        and scene.text[scene.span.end : scene.span.end + 2] in {"'s", "’s"}
        and _planned(scene)
    )


def weekday(node: Weekday, scene: Scene) -> str:
    """Return the day that a weekday means; with no tense the last one, the publication's own included."""
    today = scene.today()
    if node.number is not None:
        return _numbered(node.day, node.number, today, scene.direction())
    back = (today.weekday() - node.day) % 7
    ahead = (node.day - today.weekday()) % 7
    direction = scene.direction()
    if node.relative == "last":
        return (today - timedelta(days=back or 7)).isoformat()
    if node.relative == "next":  # said on Thursday, next Friday is not tomorrow
        return (today + timedelta(days=ahead if ahead > _TOMORROW else ahead + 7)).isoformat()
    if node.relative is None and direction == "future":
        return (today + timedelta(days=ahead)).isoformat()
    if direction == "past" and back and _awaited(scene):
        return (today + timedelta(days=ahead)).isoformat()
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


def offset(node: Offset, scene: Scene) -> str:
    """Return the calendar unit before, around or after the publication."""
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
