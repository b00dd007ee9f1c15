"""What became of the plan, read from plan, log and days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.adherence import DoneBesides, Fate, Figures
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.training_log import Outcome, PlannedOccurrence, SessionKind
from tests.fakes import records
from tests.fakes.programmes import BACK, MONDAY, ProgrammeHome

SUNDAY = MONDAY + timedelta(days=6)
DAY = 24 * 60 * 60


@pytest.fixture
def home() -> ProgrammeHome:
    home = ProgrammeHome()
    home.plan()
    return home


def later(home: ProgrammeHome, days: int) -> None:
    home.clock.advance(days * DAY)


def planned(home: ProgrammeHome, index: int) -> PlannedOccurrence:
    start = datetime.combine(MONDAY, datetime.min.time(), UTC)
    found = home.planning.between(start, start + timedelta(days=60))
    return found[index].occurrence.planned


def test_a_week_of_a_programme_is_judged_with_its_names(home: ProgrammeHome) -> None:
    home.did(f"{BACK}-w1-a", planned=planned(home, 0))
    later(home, 3)
    home.did(f"{BACK}-w1-b", planned=planned(home, 1))
    later(home, 4)

    found = home.adherence.between(MONDAY, SUNDAY)

    assert [(each.occurrence.title, each.fate) for each in found.planned] == [
        ("Back strength, week 1, session A", Fate.ON_TIME),
        ("Back strength, week 1, session B", Fate.MOVED),
        ("Back strength, week 1, session C", Fate.MISSED),
    ]
    assert found.total == Figures(on_time=1, moved=1, missed=1)


def test_what_was_skipped_and_what_was_excused_is_told(home: ProgrammeHome) -> None:
    occurrence = home.planning.next(1)[0]
    home.planning.skip(occurrence.entry, occurrence.original_date)
    home.database.stored.days.add(DayRecord(MONDAY + timedelta(days=2), DayMark.TRAVEL))
    later(home, 7)

    found = home.adherence.between(MONDAY, SUNDAY)

    assert [each.fate for each in found.planned] == [Fate.SKIPPED, Fate.EXCUSED, Fate.MISSED]
    assert found.planned[0].occurrence.title.startswith("Back strength, week 1, session A")


def test_what_is_besides_the_plan_is_extra(home: ProgrammeHome) -> None:
    home.did("core-basics-runners")
    home.did("core-basics-runners", outcome=Outcome.ENDED_EARLY)
    home.did("desk-2min-a-reset", kind=SessionKind.BREAK)
    for identity, kind in (("run", ActivityType.RUN_EASY), ("stroll", ActivityType.WALK)):
        home.database.stored.activities.add(
            records.activity(identity, type=kind, started_at=home.now(), planned=None)
        )

    found = home.adherence.between(MONDAY, SUNDAY)

    assert [each.is_activity for each in found.extra] == [True, False]
    assert found.total.extra == 2
    besides = home.adherence.done_besides(MONDAY, SUNDAY)
    assert besides == {home.now().date(): DoneBesides("core-basics-runners")}, "the first of a day"
    assert home.adherence.done_besides(MONDAY - timedelta(days=7), MONDAY - timedelta(days=1)) == {}


def test_an_activity_can_tick_a_session_off(home: ProgrammeHome) -> None:
    ticked = planned(home, 0)
    home.database.stored.activities.add(
        records.activity(started_at=home.now(), planned=ticked, zone="Europe/Berlin")
    )

    found = home.adherence.between(MONDAY, SUNDAY)

    assert found.planned[0].fate is Fate.ON_TIME
    assert found.extra == ()
    start, end = home.planning.today()
    assert [each.done for each in home.planning.between(start, end)] == [True]


def test_done_weeks_late_still_counts_for_its_day(home: ProgrammeHome) -> None:
    ticked = planned(home, 0)
    later(home, 20)
    home.did(f"{BACK}-w1-a", planned=ticked)

    (first, *_others) = home.adherence.between(MONDAY, SUNDAY).planned

    assert (first.fate, first.done_on) == (Fate.MOVED, MONDAY + timedelta(days=20))


def test_a_session_in_another_zone_counts_on_the_day_it_was_there(home: ProgrammeHome) -> None:
    # Monday 23:00 in New York, which is Tuesday in Berlin.
    started = datetime(2026, 3, 3, 4, tzinfo=UTC)
    session = records.session(
        "s", started_at=started, zone="America/New_York", planned=planned(home, 0)
    )
    home.database.stored.sessions.add(session)

    (first, *_others) = home.adherence.between(MONDAY, SUNDAY).planned

    assert (first.fate, first.done_on) == (Fate.ON_TIME, MONDAY)


@pytest.mark.parametrize(
    ("started", "zone", "count"),
    [
        # One o'clock on Monday on Kiritimati is Sunday noon in London.
        (datetime(2026, 3, 1, 11, tzinfo=UTC), "Pacific/Kiritimati", 1),
        (datetime(2026, 3, 1, 9, tzinfo=UTC), "Pacific/Kiritimati", 0),
        # Eleven in the evening on Sunday in Pago Pago is Monday morning in London.
        (datetime(2026, 3, 9, 10, tzinfo=UTC), "Pacific/Pago_Pago", 1),
        (datetime(2026, 3, 9, 12, tzinfo=UTC), "Pacific/Pago_Pago", 0),
    ],
)
def test_days_are_those_of_the_place_it_was_done_in(
    home: ProgrammeHome, started: datetime, zone: str, count: int
) -> None:
    home.did("core-basics-runners", started_at=started, zone=zone)

    assert home.adherence.between(MONDAY, SUNDAY).total.extra == count


def test_days_the_wrong_way_round_are_refused(home: ProgrammeHome) -> None:
    with pytest.raises(InvalidValueError):
        home.adherence.between(SUNDAY, MONDAY)


def test_a_plan_without_anything_has_its_weeks() -> None:
    found = ProgrammeHome().adherence.between(MONDAY, date(2026, 3, 15))

    assert [each.figures for each in found.weeks] == [Figures(), Figures()]
