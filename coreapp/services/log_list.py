"""The log as one list, newest first, read page by page: sessions, breaks, activities and days.

A page is whole months: a month's heading says what the month came to, and no page tears a day
apart. A record belongs to the day it began on in the zone it happened in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Final

from coreapp.domain.day_record import DayRecord
from coreapp.domain.log_lines import ANYTHING, LogWish, SessionLine
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import DateRange, SessionKind
from coreapp.domain.wall_time import FIRST_YEAR, find_zone
from coreapp.services.log_days import in_zone, window
from coreapp.services.log_ports import Database, LogLines
from coreapp.services.ports import Clock

PAGE: Final = 40
"""So many records a page has at least, if there are so many; it goes on to the start of a month."""

_A_DAY: Final = timedelta(days=1)
_EARLIEST: Final = date(FIRST_YEAR, 1, 2)
_FIRST: Final = datetime.min.replace(tzinfo=UTC)
_LAST: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class BreakRun:
    """Several breaks of one day with a routine each, newest first."""

    lines: tuple[SessionLine, ...]

    @property
    def id(self) -> str:
        """The id of the first of the day: it stays when another one comes."""
        return self.lines[-1].id

    @property
    def started_at(self) -> datetime:
        """When the last one began: where it stands among the others."""
        return self.lines[0].started_at

    @property
    def work_seconds(self) -> float:
        """Time really spent working in all of them, in seconds."""
        return sum(each.work_seconds for each in self.lines)


LogEntry = SessionLine | BreakRun | PerformedActivity


@dataclass(frozen=True, slots=True)
class LogDay:
    """A day of the log.

    Attributes:
        record: what was written of it, or None.
        entries: what was done, newest first.
    """

    day: date
    record: DayRecord | None
    entries: tuple[LogEntry, ...]


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some days, newest first.

    Attributes:
        before: what comes next is older than this day; None if there is nothing more.
    """

    days: tuple[LogDay, ...] = ()
    before: date | None = None


class LogList:
    """Reads the log for its list."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def today(self) -> date:
        """Return the day it is where the computer is."""
        return self._clock.reading().utc.astimezone(find_zone(self._clock.zone())).date()

    def page(
        self, wish: LogWish = ANYTHING, before: date | None = None, most: int = PAGE
    ) -> LogPage:
        """Return the newest days before `before`, whole months, with `most` records or more.

        Args:
            wish: what is to be in it.
            before: the `before` of the page above; None for the first page.
            most: after so many records it goes no further than to the start of a month.

        Raises:
            CoreappError: the log cannot be read.
        """
        with self._database.reading() as work:
            first = _first_day(work.lines, wish, before, most)
            days = _days(work.lines, wish, first, before)
        return LogPage(days, first)

    def reread(self, wish: LogWish, before: date | None, first: date | None) -> LogPage:
        """Return again what was read: all days from `first` on that lie before `before`.

        Args:
            wish: what is to be in it.
            before: where the list began; None for the newest.
            first: the `before` of the last page that was read; None for all the rest.

        Raises:
            CoreappError: the log cannot be read.
        """
        with self._database.reading() as work:
            return LogPage(_days(work.lines, wish, first, before), first)

    def months(self) -> Sequence[date]:
        """Return the first days of all months from this one back to the first of the log.

        Raises:
            CoreappError: the log cannot be read.
        """
        with self._database.reading() as work:
            oldest = work.lines.oldest()
        if oldest is None:
            return []
        month, months = self.today().replace(day=1), []
        # By the place it happened in it may have been a day earlier than in UTC. A file may bring
        # any year; nobody looks for months before computers.
        first = (max(oldest.date(), _EARLIEST) - _A_DAY).replace(day=1)
        while month >= first:
            months.append(month)
            month = (month - _A_DAY).replace(day=1)
        return months


def month_after(month: date) -> date:
    """Return the first day of the month after one: where a page begins that ends with it."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def _first_day(lines: LogLines, wish: LogWish, before: date | None, most: int) -> date | None:
    """Return the first day of a page; None if it has all the rest."""
    asked = most
    end = _LAST if before is None else window(DateRange(None, before - _A_DAY))[1] or _LAST
    while True:
        moments = lines.moments(wish, end, asked)
        if len(moments) < asked:
            return None
        days = (in_zone(*each).date() for each in moments)
        oldest = min((each for each in days if before is None or each < before), default=None)
        if oldest is not None:
            return oldest.replace(day=1)
        # All of them belong to days that stand on the page above: look further back.
        asked *= 2


def _days(
    lines: LogLines, wish: LogWish, first: date | None, before: date | None
) -> tuple[LogDay, ...]:
    """Return all days from `first` on that lie before `before`."""
    days = DateRange(first, None if before is None else before - _A_DAY)
    start, end = (each or far for each, far in zip(window(days), (_FIRST, _LAST), strict=True))
    found: dict[date, list[SessionLine | PerformedActivity]] = {}
    records = {each.day: each for each in lines.days(wish, start.date(), end.date())}
    every: list[SessionLine | PerformedActivity] = [*lines.sessions(wish, start, end)]
    every += lines.activities(wish, start, end)
    for each in every:
        found.setdefault(in_zone(each.started_at, each.zone).date(), []).append(each)
    within = (
        day
        for day in found.keys() | records.keys()
        if (first is None or day >= first) and (before is None or day < before)
    )
    return tuple(
        LogDay(day, records.get(day), _in_order(found.get(day, ())))
        for day in sorted(within, reverse=True)
    )


def _in_order(found: Iterable[SessionLine | PerformedActivity]) -> tuple[LogEntry, ...]:
    """Return what was done on a day, newest first, its breaks in one line."""
    breaks: list[SessionLine] = []
    entries: list[LogEntry] = []
    for each in sorted(found, key=_place, reverse=True):
        if isinstance(each, SessionLine) and each.kind is SessionKind.BREAK:
            breaks.append(each)
        else:
            entries.append(each)
    entries += breaks if len(breaks) <= 1 else [BreakRun(tuple(breaks))]
    return tuple(sorted(entries, key=_place, reverse=True))


def _place(entry: LogEntry) -> tuple[datetime, str]:
    return entry.started_at, entry.id


def by_month(days: Sequence[LogDay]) -> Sequence[tuple[date, Sequence[LogDay]]]:
    """Return the days month by month, with the first day of each."""
    grouped = groupby(days, key=lambda each: each.day.replace(day=1))
    return [(month, list(of_month)) for month, of_month in grouped]
