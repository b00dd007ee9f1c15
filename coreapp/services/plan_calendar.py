"""The plan and the log as days of a calendar: read at once, whatever the log holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import Final

from coreapp.domain.day_record import DayMark
from coreapp.domain.month import WEEK_DAYS, Week
from coreapp.domain.programme import CoursePlace, split_id
from coreapp.domain.schedule import ScheduleEntry
from coreapp.services.library import Library
from coreapp.services.log_days import in_zone
from coreapp.services.log_ports import Database
from coreapp.services.plan_conflicts import find_conflicts
from coreapp.services.plan_item_maker import ItemMaker
from coreapp.services.plan_items import (
    Conflict,
    DayItem,
    ItemState,
    PlanDay,
    PlanView,
    ProgrammeWeek,
)
from coreapp.services.planning import Planning
from coreapp.services.ports import Clock

_A_DAY: Final = timedelta(days=1)
_MARGIN: Final = WEEK_DAYS * _A_DAY
"""Rule R10 looks at seven days; a day of another zone is nearer than that."""


class PlanCalendar:
    """Reads what some weeks hold."""

    def __init__(
        self, library: Library, planning: Planning, database: Database, clock: Clock
    ) -> None:
        self._library = library
        self._planning = planning
        self._database = database
        self._clock = clock

    def today(self) -> date:
        """Return the day it is here."""
        return in_zone(self._clock.reading().utc, self._clock.zone()).date()

    def zone(self) -> str:
        """Return the zone the computer is in."""
        return self._clock.zone()

    def view(self, weeks: Sequence[Week]) -> PlanView:
        """Return what some weeks hold, one after the other.

        Raises:
            CoreappError: log or plan cannot be read.
        """
        first, last = weeks[0][0], weeks[-1][-1]
        entries, items, marks = self._read(first - _MARGIN, last + _A_DAY)
        conflicts: dict[date, list[Conflict]] = defaultdict(list)
        for each in find_conflicts(items, self.today()):
            conflicts[each.day].append(each)
        days = {
            day: PlanDay(day, tuple(items.get(day, ())), marks.get(day), tuple(conflicts[day]))
            for day in chain.from_iterable(weeks)
        }
        return PlanView(tuple(weeks), days, dict(_programme_weeks(weeks, days)), entries)

    def open_between(self, first: date, last: date) -> Sequence[DayItem]:
        """Return what is planned on first <= day <= last and still to be done, in order.

        Raises:
            CoreappError: log or plan cannot be read.
        """
        _entries, items, _marks = self._read(first, last)
        days = (items[day] for day in sorted(items) if first <= day <= last)
        return [each for each in chain.from_iterable(days) if each.is_open]

    def conflicts(self, first: date, last: date) -> frozenset[Conflict]:
        """Return what does not go well together on first <= day <= last.

        Raises:
            CoreappError: log or plan cannot be read.
        """
        _entries, items, _marks = self._read(first - _MARGIN, last + _A_DAY)
        found = find_conflicts(items, self.today())
        return frozenset(each for each in found if first <= each.day <= last)

    def _read(
        self, first: date, last: date
    ) -> tuple[Sequence[ScheduleEntry], dict[date, list[DayItem]], Mapping[date, DayMark]]:
        start, end = _midnight(first) - _A_DAY, _midnight(last) + 2 * _A_DAY
        with self._database.reading() as work:
            entries = work.schedule.all()
            planned = self._planning.within(work, entries, start, end)
            sessions = work.figures.in_calendar(start, end)
            activities = work.activities.between(start, end)
            marks = work.days.marks(first, last)
        by_id = {each.id: each for each in entries}
        makes = ItemMaker(self._library, by_id, sessions, activities)
        found = chain(
            makes.planned(planned),
            makes.left_places(first, last, planned),
            makes.performed(planned),
            makes.entered(planned),
        )
        days: dict[date, list[DayItem]] = defaultdict(list)
        for each in found:
            if first <= each.start.date() <= last:
                days[each.start.date()].append(each)
        for items in days.values():
            items.sort(key=lambda each: (each.start.time(), each.key))
        return entries, dict(days), marks


def _programme_weeks(
    weeks: Sequence[Week], days: Mapping[date, PlanDay]
) -> Iterator[tuple[date, ProgrammeWeek]]:
    for week in weeks:
        items = [each for day in week for each in days[day].items if each.is_there]
        found = [(place.week, each) for each in items if (place := _course_place(each)) is not None]
        if found:
            minutes = sum(each.minutes for _week, each in found)
            done = sum(each.minutes for _week, each in found if each.state is ItemState.DONE)
            yield week[0], ProgrammeWeek(max(number for number, _ in found), minutes, done)


def _course_place(item: DayItem) -> CoursePlace | None:
    parts = split_id(item.occurrence.routine) if item.occurrence else None
    return parts[1] if parts is not None and isinstance(parts[1], CoursePlace) else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
