"""The plan: recurring sessions, what is due, what is done, and when to remind."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from coreapp.domain.day_record import QUIET
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.occurrences import Occurrence, move, next_occurrences, occurrences, skip
from coreapp.domain.schedule import EntryDraft, ScheduleEntry, make_entry
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.domain.wall_time import in_utc
from coreapp.services.library import Library
from coreapp.services.log_ports import Database, Work
from coreapp.services.ports import Clock, Identities

_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """An occurrence of the plan with what became of it.

    Attributes:
        done: a session that was completed ticks it off, or something that was entered by hand.
        is_excused: its day was marked as rest, sick or travel: nobody is reminded of it.
    """

    occurrence: Occurrence
    done: bool
    is_excused: bool = False


class Series(Protocol):
    """Knows entries whose occurrences are not all the same routine: those of programmes."""

    def follow(
        self, entries: Sequence[ScheduleEntry], found: Sequence[Occurrence], work: Work
    ) -> Sequence[Occurrence]:
        """Return occurrences of some entries, each with the routine and the title that it has."""


class Planning:
    """Recurring sessions in the plan."""

    def __init__(
        self,
        library: Library,
        database: Database,
        clock: Clock,
        new_id: Identities,
        series: Series | None = None,
    ) -> None:
        self._library = library
        self._database = database
        self._clock = clock
        self._new_id = new_id
        self._series = series

    def add(self, draft: EntryDraft) -> ScheduleEntry:
        """Put a recurring session into the plan.

        Raises:
            InvalidValueError: a part of the draft cannot be used.
            UnknownIdError: there is no such routine.
        """
        self._library.routine(draft.routine)
        entry = make_entry(self._new_id(), draft)
        self._store(entry)
        return entry

    def entries(self) -> Sequence[ScheduleEntry]:
        """Return all entries, oldest first."""
        with self._database.reading() as work:
            return work.schedule.all()

    def entry(self, identity: str) -> ScheduleEntry:
        """Return one entry.

        Raises:
            UnknownIdError: there is none with that id.
        """
        with self._database.reading() as work:
            entry = work.schedule.get(identity)
        if entry is None:
            raise UnknownIdError("entry", identity)
        return entry

    def remove(self, identity: str) -> ScheduleEntry:
        """Take an entry out of the plan and return it, for `restore` to undo it.

        Raises:
            UnknownIdError: there is none with that id.
        """
        entry = self.entry(identity)
        with self._database.work() as work:
            work.schedule.remove(identity)
        return entry

    def restore(self, entry: ScheduleEntry) -> None:
        """Put an entry back as it was."""
        self._store(entry)

    def move(self, identity: str, original_date: date, to: datetime) -> ScheduleEntry:
        """Move one occurrence alone; return the entry as it is now.

        Raises:
            UnknownIdError: there is no such entry.
            InvalidValueError: it has no occurrence on that day, or the time cannot be used.
        """
        entry = move(self.entry(identity), original_date, to)
        self._store(entry)
        return entry

    def skip(self, identity: str, original_date: date) -> ScheduleEntry:
        """Leave out one occurrence alone; return the entry as it is now.

        Raises:
            UnknownIdError: there is no such entry.
            InvalidValueError: it has no occurrence on that day.
        """
        entry = skip(self.entry(identity), original_date)
        self._store(entry)
        return entry

    def next(self, count: int, start: datetime | None = None) -> Sequence[Occurrence]:
        """Return the next occurrences at or after `start`, or from now on."""
        start = start or self._clock.reading().utc
        with self._database.reading() as work:
            entries = work.schedule.all()
            return self._followed(entries, next_occurrences(entries, start, count), work)

    def between(self, start: datetime, end: datetime) -> Sequence[PlannedSession]:
        """Return what is planned in start <= t < end, with what is done of it, whenever it was."""
        with self._database.reading() as work:
            return self.within(work, work.schedule.all(), start, end)

    def within(
        self, work: Work, entries: Sequence[ScheduleEntry], start: datetime, end: datetime
    ) -> Sequence[PlannedSession]:
        """Return the same, for whoever reads more at once and has the entries already."""
        found = self._followed(entries, occurrences(entries, start, end), work)
        if not found:
            return []
        done, excused = _done(found, work), _excused(found, work)
        return [
            PlannedSession(each, done=each.planned in done, is_excused=each.start.date() in excused)
            for each in found
        ]

    def _followed(
        self, entries: Sequence[ScheduleEntry], found: Sequence[Occurrence], work: Work
    ) -> Sequence[Occurrence]:
        return found if self._series is None else self._series.follow(entries, found, work)

    def due_now(self, routine: str) -> PlannedOccurrence | None:
        """Return today's occurrence of `routine` that a session begun now would tick off."""
        start, end = self.today()
        for planned in self.between(start, end):
            if planned.occurrence.routine == routine and not planned.done:
                return planned.occurrence.planned
        return None

    def today(self) -> tuple[datetime, datetime]:
        """Return when today began and when it ends, on the clocks of this place."""
        return day_bounds(self._clock, 0)

    def reminders(self, after: datetime, until: datetime) -> Sequence[Occurrence]:
        """Return what falls due in after < t <= until, in order, if it is to be reminded of.

        It is not done yet, and on no day that was marked as rest, sick or travel.
        """
        planned = self.between(after, until + _MOMENT)
        return [
            each.occurrence
            for each in planned
            if not (each.done or each.is_excused) and in_utc(each.occurrence.start) > in_utc(after)
        ]

    def _store(self, entry: ScheduleEntry) -> None:
        with self._database.work() as work:
            work.schedule.add(entry)


def _done(found: Sequence[Occurrence], work: Work) -> Set[PlannedOccurrence]:
    """Return what is ticked off of some occurrences, at least one."""
    moments = [in_utc(each.original_start) for each in found]
    first, end = min(moments), max(moments) + _MOMENT
    ticks = [*work.sessions.ticks(first, end), *work.activities.ticks(first, end)]
    return {each.planned for each in ticks}


def _excused(found: Sequence[Occurrence], work: Work) -> Set[date]:
    """Return the days of some occurrences, at least one, on which nothing has to be done."""
    days = [each.start.date() for each in found]
    marks = work.days.marks(min(days), max(days))
    return {day for day, mark in marks.items() if mark in QUIET}


def day_bounds(clock: Clock, days_ahead: int, count: int = 1) -> tuple[datetime, datetime]:
    """Return start and end of `count` local days, the first `days_ahead` of today."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415  reads the disk: not at start-up

    zone = ZoneInfo(clock.zone())
    day = clock.reading().utc.astimezone(zone).date() + timedelta(days=days_ahead)
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    last = day + timedelta(days=count)
    return start, datetime(last.year, last.month, last.day, tzinfo=zone)
