"""Sessions, runs and days of the last weeks, for the rules of training."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayRecord
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.settings import Settings
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import BreakSpan, PerformedSession
from coreapp.services.training_picture import Picture, PictureReader
from tests.fakes.clock import FakeClock
from tests.fakes.records import performed_set, session
from tests.fakes.work import FakeDatabase

TODAY = date(2026, 3, 5)
"""A Thursday."""

EVENING = datetime(2026, 3, 5, 18, tzinfo=UTC)

Kept = PerformedSession | PerformedActivity | DayRecord | Shoe | BreakSpan


def did(back: int, routine: str = "core-four", minutes: int = 20, **values) -> PerformedSession:
    """Return a session of some days ago, without any figure that is not given."""
    start = EVENING - timedelta(days=back)
    nothing = dict.fromkeys(
        ("effort", "pain_before", "pain_during", "pain_after", "pain_next_morning")
    )
    plain = replace(
        session(),
        id=f"{routine}-{back}",
        routine=routine,
        started_at=start,
        ended_at=start + timedelta(minutes=minutes),
        zone="Europe/Berlin",
        spent_seconds=None,
        stop_sign=False,
        planned=None,
        sets=(performed_set(),),
    )
    return replace(plain, **(nothing | values))


def ran(
    back: int, minutes: int = 30, kind: ActivityType = ActivityType.RUN_EASY, **values
) -> PerformedActivity:
    """Return a run of some days ago, without any figure that is not given."""
    start = EVENING - timedelta(days=back)
    plain = PerformedActivity(f"{kind}-{back}-{minutes}", kind, start, "Europe/Berlin", minutes)
    return replace(plain, **values)


def day(back: int, **values) -> DayRecord:
    """Return what was said of a day."""
    return DayRecord(TODAY - timedelta(days=back), **values)


def keep(database: FakeDatabase, kept: Iterable[Kept]) -> None:
    """Store things of all kinds."""
    stored = database.stored
    for each in kept:
        match each:
            case PerformedSession():
                stored.sessions.add(each)
            case PerformedActivity():
                stored.activities.add(each)
            case DayRecord():
                stored.days.add(each)
            case Shoe():
                stored.shoes.add(each)
            case BreakSpan():
                stored.spans.add([each])


def reader_of(
    database: FakeDatabase, settings: Settings | None = None, clock: FakeClock | None = None
) -> PictureReader:
    """Return what reads a log, on that Thursday's evening."""
    chosen = settings or Settings()
    return PictureReader(database, clock or FakeClock(EVENING), lambda: chosen)


def picture_of(*kept: Kept, settings: Settings | None = None) -> Picture:
    """Return what the rules see of some things, on that Thursday's evening."""
    database = FakeDatabase()
    keep(database, kept)
    return reader_of(database, settings).read()
