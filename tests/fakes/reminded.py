"""A program that reminds of a session every morning, with everything that can happen to it."""

from datetime import date, datetime, timedelta
from itertools import count

from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.schedule import EntryDraft
from coreapp.services.planning import Planning
from coreapp.services.reminding import Reminding
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.records import session
from tests.fakes.session_content import session_library
from tests.fakes.work import FakeDatabase

MINUTE = 60
HOUR = 3600


class RemindedHome:
    """A program that reminds of a session every morning at half past nine, from nine on."""

    def __init__(self, utc: datetime | None = None, at: str = "09:30") -> None:
        self.clock = FakeClock(utc) if utc else FakeClock()
        self.database = FakeDatabase()
        self.file = FakeStateFile()
        numbers = count(1)
        self.planning = Planning(
            session_library(), self.database, self.clock, lambda: f"e{next(numbers)}"
        )
        self.planning.add(self.draft(at))
        self.start_program()

    def draft(self, at: str) -> EntryDraft:
        return EntryDraft("Morning", "main", "FREQ=DAILY", at, "2026-03-01", "Europe/Berlin")

    def start_program(self) -> None:
        self.reminding = Reminding(self.planning, self.clock, self.file)

    def due(self) -> list[str]:
        """What is told as planned for now; nothing was missed."""
        due = self.reminding.due()
        assert due.missed == ()
        return [each.start.isoformat() for each in due.now]

    def missed(self) -> list[str]:
        """What is told as missed; nothing is planned for now."""
        due = self.reminding.due()
        assert due.now == ()
        return [each.start.isoformat() for each in due.missed]

    def perform(self) -> None:
        occurrence = self.planning.next(1)[0]
        with self.database.work() as work:
            work.sessions.add(session(planned=occurrence.planned, started_at=occurrence.start))


def mark(world: RemindedHome, day: int, kind: DayMark) -> None:
    with world.database.work() as work:
        work.days.add(DayRecord(date(2026, 3, day), kind))


def look_through(world: RemindedHome, hours: float, least: float = 0) -> list[str]:
    """Do what the timer does for some hours; return days and moments, missed ones in brackets.

    A test of many days looks `least` seconds apart, as a busy computer would.
    """
    told: list[str] = []
    end = world.clock.reading().utc + timedelta(hours=hours)
    while world.clock.reading().utc < end:
        due = world.reminding.due()
        told += [f"{each.start:%d %H:%M}" for each in due.now]
        if due.missed:
            told.append("(" + " ".join(f"{each.start:%d}" for each in due.missed) + ")")
        world.clock.advance(max(least, due.next_look))
    return told


def put_off_today(world: RemindedHome) -> None:
    """Answer today's reminder, at half past nine, with *in 10 minutes*."""
    world.due()
    world.clock.advance(HOUR / 2)
    (occurrence,) = world.reminding.due().now
    world.reminding.put_off(occurrence)
