"""What does not go well together in the plan: rule R10 of the brief, and two things at one time.

They are hints for what is still to come, with their reason; nothing is ever refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import assert_never

from coreapp.domain.activity import TRAINING, ActivityType
from coreapp.domain.habits import HARD_EFFORT, MOST_HARD_DAYS, WEEK_DAYS, neighbours
from coreapp.domain.wall_time import in_utc
from coreapp.i18n import _, format_date, format_list, ngettext
from coreapp.services.plan_items import Conflict, ConflictKind, DayItem, ItemState

_A_DAY = timedelta(days=1)

DayItems = Mapping[date, Sequence[DayItem]]


def find_conflicts(days: DayItems, today: date) -> Sequence[Conflict]:
    """Return what does not go well together from today on, in the order of the days.

    Args:
        days: what is on each day, from seven days before the first one that is asked about.
        today: what is before it cannot be changed any more, but counts.
    """
    found = [*_strong_neighbours(days, today), *_hard_days(days, today), *_same_time(days, today)]
    return sorted(found, key=lambda each: (each.day, list(ConflictKind).index(each.kind)))


def conflict_text(conflict: Conflict) -> str:
    """Return what does not go well together, and why."""
    match conflict.kind:
        case ConflictKind.STRONG_NEIGHBOURS:
            day = conflict.other or conflict.day
            text = _(
                "Strength on {day} too. With a day between them the body has time to build up."
            )
            return text.format(day=format_date(day, "EEEE"))
        case ConflictKind.SAME_TIME:
            text = _("At the same time: {titles}.")
            return text.format(titles=format_list(list(conflict.titles)))
        case ConflictKind.HARD_DAYS:
            text = ngettext(
                "{count} hard day in seven. At most five leave time to recover.",
                "{count} hard days in seven. At most five leave time to recover.",
                conflict.count,
            )
            return text.format(count=conflict.count)
        case _:
            assert_never(conflict.kind)


def _strong_neighbours(days: DayItems, today: date) -> Iterator[Conflict]:
    strong = {day for day, items in days.items() if any(_is_strong(each) for each in items)}
    for first, second in neighbours(strong):
        for day, other in ((first, second), (second, first)):
            if day >= today and _has_open(days[day], ActivityType.STRENGTH):
                yield Conflict(ConflictKind.STRONG_NEIGHBOURS, day, other)


def _hard_days(days: DayItems, today: date) -> Iterator[Conflict]:
    hard = {day for day, items in days.items() if any(_is_hard(each) for each in items)}
    for day in sorted(hard):
        within = [day - back * _A_DAY for back in range(WEEK_DAYS)]
        count = sum(each in hard for each in within)
        if day >= today and count > MOST_HARD_DAYS and any(each.is_open for each in days[day]):
            yield Conflict(ConflictKind.HARD_DAYS, day, count=count)


def _same_time(days: DayItems, today: date) -> Iterator[Conflict]:
    for day, items in days.items():
        if day < today:
            continue
        planned = sorted(
            (each for each in items if each.is_open), key=lambda each: in_utc(each.start)
        )
        for first, second in combinations(planned, 2):
            ends = in_utc(first.start) + timedelta(minutes=max(1, first.minutes))
            if in_utc(second.start) < ends:
                titles = (first.title, second.title)
                yield Conflict(ConflictKind.SAME_TIME, day, titles=titles)


def _is_strong(item: DayItem) -> bool:
    return item.is_there and ActivityType.STRENGTH in item.kinds


def _has_open(items: Sequence[DayItem], kind: ActivityType) -> bool:
    return any(each.is_open and kind in each.kinds for each in items)


def _is_hard(item: DayItem) -> bool:
    """Tell whether a thing is hard: by its effort, or as strength that nobody has done yet."""
    if not item.is_there or not item.kinds & TRAINING:
        return False
    if item.state is ItemState.DONE and item.effort is not None:
        return item.effort >= HARD_EFFORT
    return ActivityType.STRENGTH in item.kinds
