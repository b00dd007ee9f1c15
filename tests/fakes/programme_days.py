"""Days with a programme: what is to come of it, and doing it at its time."""

from datetime import date, timedelta

from coreapp.domain.day_record import DayMark, DayRecord
from tests.fakes.programmes import ProgrammeHome

DAY = 24 * 60 * 60


def plan(home: ProgrammeHome, count: int = 6) -> list[tuple[str, str]]:
    """What is to come: days, and the ends of ids."""
    coming = home.planning.between(home.now(), home.now() + timedelta(days=200))
    left = [each.occurrence for each in coming if not each.done][:count]
    return [(f"{each.start:%b %d}", each.routine[-4:]) for each in left]


def all_plan(home: ProgrammeHome) -> list[str]:
    return [routine for _day, routine in plan(home, 99)]


def do(home: ProgrammeHome, count: int = 1, **changes: object) -> None:
    """Do the next sessions of the plan, each at its time."""
    for _number in range(count):
        (coming,) = home.planning.next(1)
        home.clock.advance((coming.start - home.now()).total_seconds() + 60)
        home.did(coming.routine, planned=coming.planned, **changes)


def mark(home: ProgrammeHome, day: date, kind: DayMark) -> None:
    home.database.stored.days.add(DayRecord(day, kind))


def entries(home: ProgrammeHome) -> list[object]:
    return list(home.planning.entries())
