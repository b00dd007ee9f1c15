"""The database, in memory: the same promises as the real one (see tests/storage)."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import TypeVar

from coreapp.domain.activity import RUNS
from coreapp.domain.adherence import Tick, Unplanned
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import CoreappError, UnknownIdError
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import (
    BreakSpan,
    Outcome,
    PerformedSession,
    PerformedSet,
    SessionKind,
)
from coreapp.services.log_ports import Store, Told
from tests.fakes.log_figures import FakeLogFigures
from tests.fakes.log_lines import FakeLogLines

Record = TypeVar("Record")


@dataclass
class FakeSessions:
    """Performed sessions by id."""

    kept: dict[str, PerformedSession] = field(default_factory=dict)

    def add(self, session: PerformedSession) -> None:
        self.kept[session.id] = replace(session, sets=_in_order(session.sets))

    def add_all(self, sessions: Sequence[PerformedSession]) -> None:
        for each in sessions:
            self.add(each)

    def prepare(self, sessions: Sequence[PerformedSession], told: Told) -> Store:
        return _ready(sessions, told, self.add_all)

    def some(self, identities: Sequence[str]) -> Sequence[PerformedSession]:
        return [self.kept[each] for each in identities if each in self.kept]

    def get(self, identity: str) -> PerformedSession | None:
        return self.kept.get(identity)

    def save_set(self, identity: str, performed: PerformedSet) -> None:
        session = self._required(identity)
        others = (each for each in session.sets if each.phase != performed.phase)
        self.kept[identity] = replace(session, sets=_in_order((*others, performed)))

    def update(self, session: PerformedSession) -> None:
        self.kept[session.id] = replace(session, sets=self._required(session.id).sets)

    def between(self, start: datetime | None, end: datetime | None) -> Sequence[PerformedSession]:
        return [
            each
            for each in self._newest_first()
            if (start is None or each.started_at >= start)
            and (end is None or each.started_at < end)
        ]

    def of_routines(self, prefix: str, start: datetime | None) -> Sequence[PerformedSession]:
        return [each for each in self.between(start, None) if each.routine.startswith(prefix)]

    def of_exercise_alone(self, exercise: str, start: datetime) -> Sequence[PerformedSession]:
        return [
            each
            for each in self.between(start, None)
            if {done.exercise for done in each.sets if not done.skipped} == {exercise}
        ]

    def ticks(self, start: datetime, end: datetime) -> Sequence[Tick]:
        done = [each for each in self.kept.values() if each.outcome is Outcome.COMPLETED]
        return _ticks(done, start, end)

    def unplanned(self, start: datetime, end: datetime) -> Sequence[Unplanned]:
        return [
            Unplanned(each.id, each.started_at, each.zone, each.routine)
            for each in reversed(self.between(start, end))
            if each.planned is None
            and each.outcome is Outcome.COMPLETED
            and each.kind is SessionKind.SESSION
        ]

    def last_interrupted(self) -> PerformedSession | None:
        cut_off = (each for each in self._newest_first() if each.outcome is Outcome.INTERRUPTED)
        return next(cut_off, None)

    def delete(self, identity: str) -> bool:
        return self.kept.pop(identity, None) is not None

    def remove(self, identities: Sequence[str]) -> None:
        for identity in identities:
            self.kept.pop(identity, None)

    def _newest_first(self) -> list[PerformedSession]:
        return sorted(self.kept.values(), key=lambda each: (each.started_at, each.id), reverse=True)

    def _required(self, identity: str) -> PerformedSession:
        if identity not in self.kept:
            raise UnknownIdError("session", identity)
        return self.kept[identity]


@dataclass
class FakeScheduleEntries:
    """Entries of the plan by id."""

    kept: dict[str, ScheduleEntry] = field(default_factory=dict)

    def add(self, entry: ScheduleEntry) -> None:
        exceptions = sorted(entry.exceptions, key=lambda each: each.original_date)
        self.kept[entry.id] = replace(entry, exceptions=tuple(exceptions))

    def get(self, identity: str) -> ScheduleEntry | None:
        return self.kept.get(identity)

    def all(self) -> Sequence[ScheduleEntry]:
        return [self.kept[identity] for identity in sorted(self.kept)]

    def remove(self, identity: str) -> bool:
        return self.kept.pop(identity, None) is not None


@dataclass
class FakeBreakSpans:
    """Spans by id."""

    kept: dict[str, BreakSpan] = field(default_factory=dict)

    def add(self, spans: Sequence[BreakSpan]) -> None:
        self.kept.update({span.id: span for span in spans})

    def prepare(self, spans: Sequence[BreakSpan], told: Told) -> Store:
        return _ready(spans, told, self.add)

    def some(self, identities: Sequence[str]) -> Sequence[BreakSpan]:
        return [self.kept[each] for each in identities if each in self.kept]

    def between(self, start: datetime, end: datetime) -> Sequence[BreakSpan]:
        found = (each for each in self.kept.values() if each.start < end and each.end > start)
        return sorted(found, key=lambda each: (each.start, each.id))

    def remove(self, identities: Collection[str]) -> None:
        for identity in identities:
            self.kept.pop(identity, None)

    def delete_before(self, moment: datetime) -> int:
        old = [each.id for each in self.kept.values() if each.end < moment]
        for identity in old:
            del self.kept[identity]
        return len(old)


@dataclass
class FakeActivities:
    """Activities by id."""

    kept: dict[str, PerformedActivity] = field(default_factory=dict)

    def add(self, activity: PerformedActivity) -> None:
        self.kept[activity.id] = activity

    def add_all(self, activities: Sequence[PerformedActivity]) -> None:
        self.kept.update({each.id: each for each in activities})

    def prepare(self, activities: Sequence[PerformedActivity], told: Told) -> Store:
        return _ready(activities, told, self.add_all)

    def some(self, identities: Sequence[str]) -> Sequence[PerformedActivity]:
        return [self.kept[each] for each in identities if each in self.kept]

    def remove(self, identities: Sequence[str]) -> None:
        for identity in identities:
            self.kept.pop(identity, None)

    def get(self, identity: str) -> PerformedActivity | None:
        return self.kept.get(identity)

    def between(self, start: datetime | None, end: datetime | None) -> Sequence[PerformedActivity]:
        found = (
            each
            for each in self.kept.values()
            if (start is None or each.started_at >= start)
            and (end is None or each.started_at < end)
        )
        return sorted(found, key=lambda each: (each.started_at, each.id), reverse=True)

    def ticks(self, start: datetime, end: datetime) -> Sequence[Tick]:
        return _ticks(self.kept.values(), start, end)

    def metres_by_shoe(self) -> Mapping[str, int]:
        metres: Counter[str] = Counter()
        for each in self.kept.values():
            if each.shoe and each.type in RUNS:
                metres[each.shoe] += each.metres or 0
        return dict(metres)

    def delete(self, identity: str) -> bool:
        return self.kept.pop(identity, None) is not None


@dataclass
class FakeShoes:
    """Pairs by id."""

    kept: dict[str, Shoe] = field(default_factory=dict)

    def add(self, shoe: Shoe) -> None:
        self.kept[shoe.id] = shoe

    def get(self, identity: str) -> Shoe | None:
        return self.kept.get(identity)

    def all(self) -> Sequence[Shoe]:
        return [self.kept[identity] for identity in sorted(self.kept)]

    def delete(self, identity: str) -> bool:
        return self.kept.pop(identity, None) is not None


@dataclass
class FakeDayRecords:
    """Records by their days."""

    kept: dict[date, DayRecord] = field(default_factory=dict)

    def add(self, record: DayRecord) -> None:
        self.kept[record.day] = record

    def add_all(self, records: Sequence[DayRecord]) -> None:
        self.kept.update({each.day: each for each in records})

    def prepare(self, records: Sequence[DayRecord], told: Told) -> Store:
        return _ready(records, told, self.add_all)

    def some(self, days: Sequence[date]) -> Sequence[DayRecord]:
        return [self.kept[each] for each in days if each in self.kept]

    def remove(self, days: Sequence[date]) -> None:
        for day in days:
            self.kept.pop(day, None)

    def get(self, day: date) -> DayRecord | None:
        return self.kept.get(day)

    def between(self, first: date | None, last: date | None) -> Sequence[DayRecord]:
        return [
            self.kept[day]
            for day in sorted(self.kept)
            if (first is None or day >= first) and (last is None or day <= last)
        ]

    def marks(self, first: date, last: date) -> Mapping[date, DayMark]:
        records = self.between(first, last)
        return {each.day: each.mark for each in records if each.mark is not None}

    def delete(self, day: date) -> bool:
        return self.kept.pop(day, None) is not None


@dataclass
class FakeWork:
    """One transaction."""

    sessions: FakeSessions = field(default_factory=FakeSessions)
    schedule: FakeScheduleEntries = field(default_factory=FakeScheduleEntries)
    spans: FakeBreakSpans = field(default_factory=FakeBreakSpans)
    activities: FakeActivities = field(default_factory=FakeActivities)
    shoes: FakeShoes = field(default_factory=FakeShoes)
    days: FakeDayRecords = field(default_factory=FakeDayRecords)
    begun: Callable[[], None] = field(default=lambda: None, compare=False)

    @property
    def lines(self) -> FakeLogLines:
        return FakeLogLines(self.sessions.kept, self.activities.kept, self.days.kept)

    @property
    def figures(self) -> FakeLogFigures:
        return FakeLogFigures(self.sessions.kept, self.activities.kept, self.days.kept)

    def begin_writing(self) -> None:
        self.begun()

    def copy(self) -> "FakeWork":
        return FakeWork(
            FakeSessions(dict(self.sessions.kept)),
            FakeScheduleEntries(dict(self.schedule.kept)),
            FakeBreakSpans(dict(self.spans.kept)),
            FakeActivities(dict(self.activities.kept)),
            FakeShoes(dict(self.shoes.kept)),
            FakeDayRecords(dict(self.days.kept)),
        )


@dataclass
class FakeDatabase:
    """Everything stored, with what a test wants to go wrong.

    Attributes:
        failure: raised by every transaction until it is None again.
        problems: what `check` finds.
    """

    stored: FakeWork = field(default_factory=FakeWork)
    failure: CoreappError | None = None
    problems: list[str] = field(default_factory=list)

    @contextmanager
    def work(self) -> Iterator[FakeWork]:
        if self.failure is not None:
            raise self.failure
        work = self.stored.copy()
        yield work
        self.stored = work

    @contextmanager
    def reading(self) -> Iterator[FakeWork]:
        if self.failure is not None:
            raise self.failure
        yield self.stored.copy()

    def preparing(self) -> AbstractContextManager[FakeWork]:
        return self.work()

    def check(self) -> Sequence[str]:
        if self.failure is not None:
            raise self.failure
        return list(self.problems)


def _ready(records: Sequence[Record], told: Told, add: Callable[[Sequence[Record]], None]) -> Store:
    told(len(records))
    return partial(add, records)


def _in_order(sets: Sequence[PerformedSet]) -> tuple[PerformedSet, ...]:
    return tuple(sorted(sets, key=lambda each: each.phase))


def _ticks(
    done: Iterable[PerformedSession | PerformedActivity], start: datetime, end: datetime
) -> list[Tick]:
    found = [
        Tick(each.id, each.planned, each.started_at, each.zone)
        for each in done
        if each.planned is not None and start <= each.planned.original_start < end
    ]
    return sorted(found, key=lambda each: (each.started_at, each.id))
