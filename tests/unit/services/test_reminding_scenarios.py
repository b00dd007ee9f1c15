"""Days at a computer that sleeps, is off, travels, or has a clock that is wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.day_record import DayMark
from tests.fakes.reminded import HOUR, MINUTE, RemindedHome, look_through, mark, put_off_today

TODAY = "2026-03-02T09:30:00+01:00"


@pytest.fixture
def world() -> RemindedHome:
    return RemindedHome()


def test_three_days_asleep_are_told_on_waking_in_one_go(world):
    """Closed on Monday morning, opened on Thursday at ten."""
    world.due()
    world.clock.sleep(73 * HOUR)

    assert look_through(world, 12) == ["05 09:30", "(02 03 04)"]


def test_a_restart_between_does_not_tell_it_again(world):
    world.due()
    world.clock.sleep(73 * HOUR)
    world.start_program()
    first = look_through(world, 1)
    world.start_program()

    assert first == ["05 09:30", "(02 03 04)"]
    assert look_through(world, 1) == []


def test_shortly_after_midnight_the_evening_is_not_missed_yet():
    world = RemindedHome(datetime(2026, 3, 2, 20, tzinfo=UTC), at="23:30")
    world.due()
    world.clock.sleep(3.5 * HOUR)

    assert world.due() == ["2026-03-02T23:30:00+01:00"], "half past midnight"


def test_hours_after_midnight_the_evening_is_missed():
    world = RemindedHome(datetime(2026, 3, 2, 20, tzinfo=UTC), at="23:30")
    world.due()
    world.clock.sleep(9 * HOUR)

    assert world.missed() == ["2026-03-02T23:30:00+01:00"]


@pytest.mark.parametrize("kind", [DayMark.REST, DayMark.SICK, DayMark.TRAVEL])
def test_on_days_off_nothing_is_told_and_nothing_is_missed(world, kind):
    for day in (2, 3, 4):
        mark(world, day, kind)
    world.due()

    assert look_through(world, 24) == []
    world.clock.sleep(50 * HOUR)
    assert look_through(world, 12) == ["05 09:30"]


def test_an_easy_day_has_its_reminder(world):
    mark(world, 2, DayMark.EASY)
    world.due()

    assert look_through(world, 2) == ["02 09:30"]


def test_a_day_marked_after_the_reminder_takes_it_back(world):
    put_off_today(world)
    occurrence = world.planning.between(*world.planning.today())[0].occurrence
    mark(world, 2, DayMark.SICK)

    assert not world.reminding.is_pending(occurrence)
    world.clock.advance(10 * MINUTE)
    assert world.due() == []


@pytest.mark.parametrize("restarts", [False, True])
@pytest.mark.parametrize("back", [HOUR, 3 * HOUR, 23 * HOUR])
def test_a_clock_set_back_tells_nothing_twice(world, restarts, back):
    world.due()
    assert look_through(world, 1) == ["02 09:30"]
    world.clock.jump(-back)
    if restarts:
        world.start_program()

    assert look_through(world, back / HOUR + 12) == []
    assert look_through(world, 24) == ["03 09:30"]


@pytest.mark.parametrize("restarts", [False, True])
def test_set_forward_by_days_and_back_no_reminder_is_lost(world, restarts):
    world.due()
    world.clock.jump(10 * 24 * HOUR)
    assert look_through(world, 1) == ["(05 06 07 08 09 10 11)", "12 09:30"]
    world.clock.jump(-10 * 24 * HOUR)
    if restarts:
        world.start_program()

    told = look_through(world, 12 * 24, least=HOUR / 2)

    assert told == [f"{day:02} 09:30" for day in range(3, 15)]


def test_after_a_clock_that_was_ahead_what_is_missed_is_told_all_the_same(world):
    world.due()
    world.clock.jump(10 * 24 * HOUR)
    assert world.reminding.due().missed
    world.clock.jump(-10 * 24 * HOUR)
    world.due()
    world.clock.advance(2.9 * 24 * HOUR)
    world.start_program()

    assert [each[8:10] for each in world.missed()] == ["02", "03", "04"]


def test_set_forward_an_hour_and_back_it_is_told_once(world):
    world.due()
    world.clock.jump(HOUR)
    assert look_through(world, 0.2) == ["02 09:30"]
    world.clock.jump(-HOUR)

    assert look_through(world, 12) == []


def test_what_was_told_and_cannot_be_understood_is_left_out():
    world = RemindedHome()
    moment = "2026-03-02T08:30:00+00:00"
    whole = {"entry": "e1", "original": moment, "start": moment, "at": moment}
    world.file.document = {
        "reminded_until": "2026-03-02T08:00:00+00:00",
        "told": ["e1", {**whole, "at": "soon"}, {**whole, "entry": "gone"}],
    }
    world.clock.advance(HOUR)

    assert world.due() == [TODAY]


def test_travelling_it_is_told_once_a_day_at_its_moment(world):
    """To New York on Tuesday, home on Thursday: the entry stays in the zone it was planned in."""
    world.due()
    told = look_through(world, 24)
    world.clock.travel("America/New_York")
    told += look_through(world, 48)
    world.clock.travel("Europe/Berlin")
    told += look_through(world, 24)

    assert told == [f"{day:02} 09:30" for day in (2, 3, 4, 5)]


def test_over_the_date_line_nothing_is_missed_or_told_twice(world):
    world.due()
    told = look_through(world, 6)
    world.clock.travel("Pacific/Kiritimati")
    told += look_through(world, 24)
    world.clock.travel("Pacific/Pago_Pago")
    told += look_through(world, 24)

    assert told == ["02 09:30", "03 09:30", "04 09:30"]


@given(
    steps=st.lists(
        st.one_of(
            st.tuples(st.just("wake"), st.integers(1, 30)),
            st.tuples(st.just("sleep"), st.integers(1, 80)),
            st.tuples(st.just("off"), st.integers(1, 80)),
            st.tuples(st.just("back"), st.integers(1, 20)),
        ),
        max_size=8,
    )
)
def test_whatever_the_computer_does_each_is_told_once(steps):
    world = RemindedHome()
    world.due()
    told: list[str] = []
    for kind, hours in steps:
        if kind == "sleep":
            world.clock.sleep(hours * HOUR)
        elif kind == "off":
            world.clock.advance(hours * HOUR)
            world.start_program()
        elif kind == "back":
            world.clock.jump(-hours * HOUR)
        told += look_through(world, hours if kind == "wake" else 0.01, least=HOUR / 2)
    each = [day for line in told for day in line.strip("()").replace(" 09:30", "").split()]
    assert len(each) == len(set(each))
    last = world.clock.reading().utc - timedelta(days=6)
    if all(kind != "back" for kind, _hours in steps):
        days = {f"{day:%d}" for day in _days(datetime(2026, 3, 2, tzinfo=UTC), world, last)}
        assert days <= set(each)


def _days(first: datetime, world: RemindedHome, since: datetime) -> list[datetime]:
    """The days whose reminder should have come by now, but not those of long ago."""
    now, found = world.clock.reading().utc, []
    while first + timedelta(hours=8.5) < now - timedelta(minutes=10):
        if first >= since:
            found.append(first)
        first += timedelta(days=1)
    return found
