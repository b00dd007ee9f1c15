"""Where the log and the plan are kept, as the use cases see it: one transaction at a time.

Each kind of record has a small Protocol; `Work` is a transaction with all of them.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from coreapp.domain.adherence import Tick, Unplanned
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.log_lines import LogTexts, LogWish, SessionLine
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import BreakSpan, PerformedSession, PerformedSet
from coreapp.services.figure_ports import LogFigures

Told = Callable[[int], None]
"""Hears how many more records are done with."""

Store = Callable[[], None]
"""Stores what was made ready, quickly."""


class Sessions(Protocol):
    """Performed sessions in the log."""

    def add(self, session: PerformedSession) -> None:
        """Store a session with its sets; one with the same id is replaced."""

    def add_all(self, sessions: Sequence[PerformedSession]) -> None:
        """Store sessions with their sets; those with the same ids are replaced."""

    def prepare(self, sessions: Sequence[PerformedSession], told: Told) -> Store:
        """Make many sessions ready; what is returned stores them as `add_all` does."""

    def get(self, identity: str) -> PerformedSession | None:
        """Return one session, or None."""

    def some(self, identities: Sequence[str]) -> Sequence[PerformedSession]:
        """Return the sessions with these ids, in no order; there need not be one for each."""

    def save_set(self, identity: str, performed: PerformedSet) -> None:
        """Store a set of a session; one of the same phase is replaced."""

    def update(self, session: PerformedSession) -> None:
        """Store all of a session but its sets, which stay as they are."""

    def between(self, start: datetime | None, end: datetime | None) -> Sequence[PerformedSession]:
        """Return sessions with start <= started_at < end, newest first."""

    def of_routines(self, prefix: str, start: datetime | None) -> Sequence[PerformedSession]:
        """Return sessions of routines whose ids begin with `prefix`, from `start` on, newest first.

        Capitals count; no character of `prefix` stands for others.
        """

    def of_exercise_alone(self, exercise: str, start: datetime) -> Sequence[PerformedSession]:
        """Return sessions from `start` on in which one exercise alone was worked, newest first.

        Sets of others that were skipped do not count, and neither does one that was skipped itself.
        """

    def ticks(self, start: datetime, end: datetime) -> Sequence[Tick]:
        """Return what ticks off occurrences of start <= original_start < end, oldest first.

        Those are sessions that were completed.
        """

    def unplanned(self, start: datetime, end: datetime) -> Sequence[Unplanned]:
        """Return sessions of start <= started_at < end that tick off nothing, oldest first.

        Those are sessions that were completed, without what was done in breaks.
        """

    def last_interrupted(self) -> PerformedSession | None:
        """Return the newest session that was cut off, or None."""

    def delete(self, identity: str) -> bool:
        """Delete a session and its sets; tell whether there was one."""

    def remove(self, identities: Sequence[str]) -> None:
        """Delete the sessions with these ids; there need not be one for each."""


class ScheduleEntries(Protocol):
    """Recurring sessions in the plan, with the occurrences that were moved or skipped."""

    def add(self, entry: ScheduleEntry) -> None:
        """Store an entry with its exceptions; one with the same id is replaced."""

    def get(self, identity: str) -> ScheduleEntry | None:
        """Return one entry, or None."""

    def all(self) -> Sequence[ScheduleEntry]:
        """Return all entries, oldest first."""

    def remove(self, identity: str) -> bool:
        """Delete an entry with its exceptions; tell whether there was one."""


class BreakSpans(Protocol):
    """Private stretches of sitting, breaks and absence."""

    def add(self, spans: Sequence[BreakSpan]) -> None:
        """Store spans; those with the same id are replaced."""

    def prepare(self, spans: Sequence[BreakSpan], told: Told) -> Store:
        """Make many spans ready; what is returned stores them as `add` does."""

    def some(self, identities: Sequence[str]) -> Sequence[BreakSpan]:
        """Return the spans with these ids, in no order; there need not be one for each."""

    def between(self, start: datetime, end: datetime) -> Sequence[BreakSpan]:
        """Return spans that touch [start, end), oldest first."""

    def remove(self, identities: Collection[str]) -> None:
        """Delete the spans with these ids; there need not be one for each."""

    def delete_before(self, moment: datetime) -> int:
        """Delete spans that ended before `moment`; return how many."""


class Activities(Protocol):
    """Runs, walks and sports that were entered by hand."""

    def add(self, activity: PerformedActivity) -> None:
        """Store an activity; one with the same id is replaced."""

    def add_all(self, activities: Sequence[PerformedActivity]) -> None:
        """Store activities; those with the same ids are replaced."""

    def prepare(self, activities: Sequence[PerformedActivity], told: Told) -> Store:
        """Make many activities ready; what is returned stores them as `add_all` does."""

    def get(self, identity: str) -> PerformedActivity | None:
        """Return one activity, or None."""

    def some(self, identities: Sequence[str]) -> Sequence[PerformedActivity]:
        """Return the activities with these ids, in no order; there need not be one for each."""

    def between(self, start: datetime | None, end: datetime | None) -> Sequence[PerformedActivity]:
        """Return activities with start <= started_at < end, newest first."""

    def ticks(self, start: datetime, end: datetime) -> Sequence[Tick]:
        """Return what ticks off occurrences of start <= original_start < end, oldest first."""

    def metres_by_shoe(self) -> Mapping[str, int]:
        """Return how many metres were run in each pair, over all time; walks do not count."""

    def delete(self, identity: str) -> bool:
        """Delete an activity; tell whether there was one."""

    def remove(self, identities: Sequence[str]) -> None:
        """Delete the activities with these ids; there need not be one for each."""


class Shoes(Protocol):
    """Pairs of shoes."""

    def add(self, shoe: Shoe) -> None:
        """Store a pair; one with the same id is replaced."""

    def get(self, identity: str) -> Shoe | None:
        """Return one pair, or None."""

    def all(self) -> Sequence[Shoe]:
        """Return all pairs, oldest first."""

    def delete(self, identity: str) -> bool:
        """Delete a pair; activities keep its id. Tell whether there was one."""


class DayRecords(Protocol):
    """What was said of days: marks, pain, sleep and the like."""

    def add(self, record: DayRecord) -> None:
        """Store what is said of a day; what was said of it before is replaced."""

    def add_all(self, records: Sequence[DayRecord]) -> None:
        """Store what is said of days; what was said of them before is replaced."""

    def prepare(self, records: Sequence[DayRecord], told: Told) -> Store:
        """Make many records ready; what is returned stores them as `add_all` does."""

    def get(self, day: date) -> DayRecord | None:
        """Return what is said of a day, or None."""

    def some(self, days: Sequence[date]) -> Sequence[DayRecord]:
        """Return what is said of these days, in no order; there need not be anything of each."""

    def between(self, first: date | None, last: date | None) -> Sequence[DayRecord]:
        """Return the records of first <= day <= last, oldest first; None leaves an end open."""

    def marks(self, first: date, last: date) -> Mapping[date, DayMark]:
        """Return the marks of the days of first <= day <= last that have one."""

    def delete(self, day: date) -> bool:
        """Forget what was said of a day; tell whether there was anything."""

    def remove(self, days: Sequence[date]) -> None:
        """Forget what was said of these days; there need not be anything of each."""


class LogLines(Protocol):
    """What stands in the log, in lines: bounded queries, whatever the length of the log."""

    def moments(self, wish: LogWish, end: datetime, most: int) -> Sequence[tuple[datetime, str]]:
        """Return the newest moments before `end` with their zones, newest first.

        A day that somebody wrote of counts as its midnight in UTC.
        """

    def sessions(self, wish: LogWish, start: datetime, end: datetime) -> Sequence[SessionLine]:
        """Return the sessions of start <= started_at < end, newest first."""

    def activities(
        self, wish: LogWish, start: datetime, end: datetime
    ) -> Sequence[PerformedActivity]:
        """Return the activities of start <= started_at < end, newest first."""

    def days(self, wish: LogWish, first: date, last: date) -> Sequence[DayRecord]:
        """Return what was written of first <= day <= last, newest first."""

    def oldest(self) -> datetime | None:
        """Return the first moment of the log in UTC; a day counts as its midnight."""

    def texts(self) -> LogTexts:
        """Return what can be searched in, each text once."""


class Work(Protocol):
    """One transaction: everything stored in it is kept together, or nothing is."""

    def begin_writing(self) -> None:
        """Let others wait from here on; only where the transaction prepares, before any change."""

    @property
    def sessions(self) -> Sessions:
        """Performed sessions."""

    @property
    def schedule(self) -> ScheduleEntries:
        """The plan."""

    @property
    def spans(self) -> BreakSpans:
        """Break spans."""

    @property
    def activities(self) -> Activities:
        """Runs, walks and sports that were entered by hand."""

    @property
    def shoes(self) -> Shoes:
        """Pairs of shoes."""

    @property
    def days(self) -> DayRecords:
        """What was said of days."""

    @property
    def lines(self) -> LogLines:
        """The log as it is listed."""

    @property
    def figures(self) -> LogFigures:
        """The log as it is added up."""


class Database(Protocol):
    """Where the log and the plan are kept.

    Every method may raise DatabaseTooNewError, DatabaseUnreadableError, DatabaseBusyError or
    DiskFullError.
    """

    def work(self) -> AbstractContextManager[Work]:
        """Begin a transaction; it is committed at the end, or rolled back by an exception."""

    def reading(self) -> AbstractContextManager[Work]:
        """Begin a transaction that only reads: it may take its time while others write."""

    def preparing(self) -> AbstractContextManager[Work]:
        """Begin a transaction that reads and makes ready for long, and then writes for short.

        Others may write until `begin_writing`; what they wrote is seen from then on, so what was
        read before has to be looked at again.
        """

    def check(self) -> Sequence[str]:
        """Return what is wrong with the stored data, a sentence each; empty if it is sound."""
