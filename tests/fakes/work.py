"""The database, in memory: the same promises as the real one (see tests/storage)."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from coreapp.domain.errors import CoreappError, UnknownIdError
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.training_log import BreakSpan, Outcome, PerformedSession, PerformedSet


@dataclass
class FakeSessions:
    """Performed sessions by id."""

    kept: dict[str, PerformedSession] = field(default_factory=dict)

    def add(self, session: PerformedSession) -> None:
        self.kept[session.id] = replace(session, sets=_in_order(session.sets))

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

    def interrupted(self) -> Sequence[PerformedSession]:
        return [each for each in self._newest_first() if each.outcome is Outcome.INTERRUPTED]

    def delete(self, identity: str) -> bool:
        return self.kept.pop(identity, None) is not None

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
class FakeWork:
    """One transaction."""

    sessions: FakeSessions = field(default_factory=FakeSessions)
    schedule: FakeScheduleEntries = field(default_factory=FakeScheduleEntries)
    spans: FakeBreakSpans = field(default_factory=FakeBreakSpans)

    def copy(self) -> "FakeWork":
        return FakeWork(
            FakeSessions(dict(self.sessions.kept)),
            FakeScheduleEntries(dict(self.schedule.kept)),
            FakeBreakSpans(dict(self.spans.kept)),
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

    def check(self) -> Sequence[str]:
        if self.failure is not None:
            raise self.failure
        return list(self.problems)


def _in_order(sets: Sequence[PerformedSet]) -> tuple[PerformedSet, ...]:
    return tuple(sorted(sets, key=lambda each: each.phase))
