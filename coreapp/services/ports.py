"""What the use cases need from outside: small Protocols that adapters and fakes satisfy."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from coreapp.domain.adherence import Tick, Unplanned
from coreapp.domain.clock import Reading
from coreapp.domain.day_record import DayRecord
from coreapp.domain.log_lines import LogTexts, LogWish, SessionLine
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import BreakSpan, PerformedSession, PerformedSet
from coreapp.services.figure_ports import LogFigures
from coreapp.services.shared_routine import SharedRoutine


class Clock(Protocol):
    """The one clock."""

    def reading(self) -> Reading:
        """Return all clocks, read at one moment."""

    def zone(self) -> str:
        """Return the IANA name of the zone the computer is in."""

    def boot_id(self) -> str:
        """Return what tells this boot of the machine from others; empty if unknown."""


class Sessions(Protocol):
    """Performed sessions in the log."""

    def add(self, session: PerformedSession) -> None:
        """Store a session with its sets; one with the same id is replaced."""

    def add_all(self, sessions: Sequence[PerformedSession]) -> None:
        """Store sessions with their sets; those with the same ids are replaced."""

    def get(self, identity: str) -> PerformedSession | None:
        """Return one session, or None."""

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

    def get(self, identity: str) -> PerformedActivity | None:
        """Return one activity, or None."""

    def between(self, start: datetime | None, end: datetime | None) -> Sequence[PerformedActivity]:
        """Return activities with start <= started_at < end, newest first."""

    def ticks(self, start: datetime, end: datetime) -> Sequence[Tick]:
        """Return what ticks off occurrences of start <= original_start < end, oldest first."""

    def metres_by_shoe(self) -> Mapping[str, int]:
        """Return how many metres were run and walked in each pair, over all time."""

    def delete(self, identity: str) -> bool:
        """Delete an activity; tell whether there was one."""


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

    def get(self, day: date) -> DayRecord | None:
        """Return what is said of a day, or None."""

    def between(self, first: date | None, last: date | None) -> Sequence[DayRecord]:
        """Return the records of first <= day <= last, oldest first; None leaves an end open."""

    def delete(self, day: date) -> bool:
        """Forget what was said of a day; tell whether there was anything."""


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

    def check(self) -> Sequence[str]:
        """Return what is wrong with the stored data, a sentence each; empty if it is sound."""


class Identities(Protocol):
    """Makes new ids."""

    def __call__(self) -> str:
        """Return a new UUIDv7, as text."""


class StateFile(Protocol):
    """A small document kept across runs: the settings, or the state of the break engine."""

    def load(self) -> Mapping[str, object]:
        """Return the document; empty if there is none or it cannot be read."""

    def save(self, document: Mapping[str, object]) -> None:
        """Replace the document, all or nothing.

        Raises:
            DiskFullError: there is no room.
            FileUnreadableError: it cannot be written.
        """


class Documents(Protocol):
    """Documents of one kind kept across runs, by their ids: exercises of one's own, for example.

    An id is one that `coreapp.domain.identity` takes.
    """

    def all(self) -> Mapping[str, Mapping[str, object]]:
        """Return all documents by id, in the order of the ids.

        What cannot be read is set aside and left out; `damaged` tells of it.
        """

    def damaged(self) -> Mapping[str, str]:
        """Return what `all` could not read, now or at an earlier start: ids with file names."""

    def save(self, identity: str, document: Mapping[str, object]) -> None:
        """Store a document; one with the same id is replaced, all or nothing.

        Raises:
            InvalidValueError: the id cannot be used.
            DiskFullError: there is no room.
            FileUnreadableError: it cannot be written.
        """

    def delete(self, identity: str) -> None:
        """Delete a document; nothing happens if there is none.

        Raises:
            InvalidValueError: the id cannot be used.
            FileUnreadableError: it cannot be deleted.
        """


class Pictures(Protocol):
    """Pictures of one's own exercises, copied into the data folder."""

    def names(self) -> Sequence[str]:
        """Return the names of all pictures."""

    def path(self, name: str) -> Path:
        """Return where a picture lies; whether it is there is seen when it is opened."""

    def load(self, name: str) -> bytes | None:
        """Return a picture as it was stored; None if it is not there or cannot be read."""

    def save(self, name: str, content: bytes) -> None:
        """Store a picture; one with the same name is replaced, all or nothing.

        Raises:
            InvalidValueError: the name cannot be used.
            DiskFullError: there is no room.
            FileUnreadableError: it cannot be written.
        """

    def delete(self, name: str) -> None:
        """Delete a picture; nothing happens if there is none, or if it cannot be deleted."""


class RoutineFiles(Protocol):
    """Routines as files that go from one person to another."""

    def read(self, path: Path) -> SharedRoutine:
        """Return what is in a file.

        Raises:
            FileUnreadableError: it cannot be read.
            InvalidValueError: it is no such file, too large, or of a newer version.
        """

    def write(self, path: Path, shared: SharedRoutine) -> None:
        """Replace a file, all or nothing.

        Raises:
            FileUnreadableError: it cannot be written.
            DiskFullError: there is no room.
        """


class FocusKeeper(Protocol):
    """Remembers which window of the desktop has the keys, and gives them back. Nothing fails."""

    def remember(self) -> None:
        """Take note of the window that has the keys now."""

    def give_back(self, *, wanted: bool) -> None:
        """Forget it; if `wanted`, give it the keys first, as far as the desktop lets one."""


class KeepAwake(Protocol):
    """Keeps the screen awake. Nothing here waits, and nothing here fails."""

    @property
    def method(self) -> str | None:
        """What keeps it awake, for the self-test page; empty if nothing does, None if not tried."""

    def hold(self) -> None:
        """Keep the screen awake from now on."""

    def release(self) -> None:
        """Let the screen sleep again."""
