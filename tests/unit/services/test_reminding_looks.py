"""When reminders look again, and what they read for it: the plan seldom, the clock often."""

from datetime import timedelta

import pytest

from coreapp.domain.errors import DatabaseBusyError
from coreapp.services.reminding import LONGEST_SLEEP
from tests.fakes.reminded import HOUR, MINUTE, RemindedHome


@pytest.fixture
def world():
    return RemindedHome()


def test_it_looks_again_in_time_for_the_next_and_every_few_minutes(world):
    longest = LONGEST_SLEEP.total_seconds()
    assert world.reminding.due().next_look == longest
    world.clock.advance(HOUR / 2 - 100)
    assert world.reminding.due().next_look == 100
    world.clock.advance(99.9)
    assert world.reminding.due().next_look == 0.5
    world.clock.advance(0.1)
    assert world.reminding.due().next_look == longest


def test_while_nothing_is_due_the_plan_is_read_once_in_half_an_hour():
    world = RemindedHome(at="12:00")
    world.due()
    world.database.failure = DatabaseBusyError("busy")

    for _look in range(5):
        world.clock.advance(LONGEST_SLEEP.total_seconds())
        assert world.due() == []
    world.clock.advance(LONGEST_SLEEP.total_seconds())
    with pytest.raises(DatabaseBusyError):
        world.due()


def test_what_is_new_is_told_at_its_moment_if_somebody_says_so_else_half_an_hour_late():
    new = "2026-03-02T09:10:00+01:00"
    for is_said, expected in ((True, (new, None)), (False, (None, new))):
        world = RemindedHome(at="12:00")
        world.due()
        world.planning.add(world.draft("09:10"))
        if is_said:
            world.reminding.forget()
            assert world.reminding.due().next_look == LONGEST_SLEEP.total_seconds()
        told = []
        for minutes in (10, 20):
            world.clock.advance(minutes * MINUTE)
            told.append(next(iter(world.due()), None))

        assert tuple(told) == expected


def test_looking_when_asked_tells_every_day_of_a_week(world):
    told, end = [], world.clock.reading().utc + timedelta(days=7)
    while world.clock.reading().utc < end:
        due = world.reminding.due()
        told += [each.start.isoformat() for each in due.now]
        world.clock.advance(due.next_look)

    assert [each[8:16] for each in told] == [f"{day:02}T09:30" for day in range(2, 9)]
