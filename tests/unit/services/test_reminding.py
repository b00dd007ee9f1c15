"""Reminders: each once, what was missed once, what is done never."""

from datetime import UTC, datetime

import pytest

from coreapp.domain.errors import DatabaseBusyError, DiskFullError
from coreapp.domain.occurrences import Occurrence
from coreapp.services.reminding import LONGEST_SLEEP
from tests.each_case import each_case
from tests.fakes.records import session
from tests.fakes.reminded import HOUR, MINUTE, RemindedHome, put_off_today


@pytest.fixture
def world():
    return RemindedHome()


TODAY = "2026-03-02T09:30:00+01:00"


def test_each_is_told_once_and_at_its_moment(world):
    assert world.due() == []
    world.clock.advance(HOUR / 2 - 1)
    assert world.due() == []
    world.clock.advance(1)
    assert world.due() == [TODAY]
    world.clock.advance(60)
    assert world.due() == []
    world.start_program()
    assert world.due() == []


def test_the_first_start_tells_nothing_of_before(world):
    world.clock.advance(HOUR)

    assert world.due() == []


def test_what_was_missed_is_told_once_at_the_next_start(world):
    world.planning.add(world.draft("10:00"))
    world.due()
    world.clock.advance(3 * HOUR)
    world.start_program()

    assert world.due() == [TODAY, "2026-03-02T10:00:00+01:00"]
    assert world.due() == []
    world.start_program()
    assert world.due() == []


def test_what_was_slept_through_is_told_on_waking(world):
    world.due()
    world.clock.sleep(2 * HOUR)

    assert world.due() == [TODAY]


def test_after_days_away_what_was_missed_is_told_in_one_go_and_once(world):
    world.due()
    world.clock.advance(5 * 24 * HOUR)
    world.start_program()

    assert [each[8:10] for each in world.missed()] == ["02", "03", "04", "05", "06"]
    assert world.due() == []
    world.start_program()
    assert world.due() == []
    world.clock.advance(HOUR)
    assert world.due() == ["2026-03-07T09:30:00+01:00"]


def test_after_weeks_away_only_the_last_seven_days_are_told(world):
    world.due()
    world.clock.advance(29.9 * 24 * HOUR)
    world.start_program()

    assert len(world.missed()) == 7
    assert world.reminding.due().is_empty


def test_what_is_done_already_is_not_told(world):
    world.due()
    world.perform()
    world.clock.advance(HOUR)

    assert world.due() == []


def test_what_was_moved_is_told_at_its_new_time_alone(world):
    world.due()
    day = world.planning.next(1)[0].original_date
    world.planning.move("e1", day, datetime(2026, 3, 2, 11, 0))
    world.clock.advance(HOUR)
    assert world.due() == []
    world.clock.advance(HOUR)

    assert world.due() == ["2026-03-02T11:00:00+01:00"]


def test_what_was_told_and_then_put_off_is_told_again(world):
    world.due()
    world.clock.advance(HOUR / 2)
    assert world.due() == [TODAY]
    day = datetime(2026, 3, 2).date()
    world.planning.move("e1", day, datetime(2026, 3, 2, 11, 0))
    world.clock.advance(2 * HOUR)

    assert world.due() == ["2026-03-02T11:00:00+01:00"]


def test_a_clock_set_back_does_not_bring_a_reminder_back(world):
    world.due()
    world.clock.advance(HOUR)
    assert world.due() == [TODAY]
    world.clock.jump(-HOUR)
    assert world.due() == []
    world.clock.advance(HOUR)

    assert world.due() == []


def test_a_start_with_the_clock_set_back_tells_nothing(world):
    world.due()
    world.clock.advance(HOUR)
    world.due()
    world.clock.jump(-2 * HOUR)
    world.start_program()

    assert world.due() == []


@each_case("kept", ["yesterday", 5, None, "2026-03-02T07:00:00"])
def test_a_file_that_cannot_be_understood_is_a_first_start(kept):
    world = RemindedHome()
    world.file.document = {"reminded_until": kept, "other": 1}
    world.clock.advance(HOUR)

    assert world.due() == []
    assert world.file.document == {
        "reminded_until": "2026-03-02T09:00:00+00:00",
        "put_off": [],
        "told": [],
        "other": 1,
    }


def test_a_file_that_cannot_be_written_keeps_no_reminder_back(world, caplog):
    world.due()
    world.file.failure = DiskFullError("full")
    world.clock.advance(HOUR)

    assert world.due() == [TODAY]
    assert world.due() == []
    assert "not saved" in caplog.text


def test_a_plan_that_cannot_be_read_is_told_when_it_can(world):
    world.due()
    world.clock.advance(HOUR)
    world.database.failure = DatabaseBusyError("busy")
    with pytest.raises(DatabaseBusyError):
        world.due()
    world.database.failure = None

    assert world.due() == [TODAY]


@each_case(
    ("utc", "at", "expected"),
    [
        # Half past two does not exist on the 29th of March; it moves by the gap.
        (datetime(2026, 3, 29, tzinfo=UTC), "02:30", "2026-03-29T03:30:00+02:00"),
        # It comes twice on the 25th of October; the first one counts.
        (datetime(2026, 10, 24, 23, tzinfo=UTC), "02:30", "2026-10-25T02:30:00+02:00"),
    ],
)
def test_the_night_the_clocks_change_has_its_reminder_once(utc, at, expected):
    world, told = RemindedHome(utc, at), []
    for _minute in range(6 * 60):
        told += world.due()
        world.clock.advance(60)

    assert told == [expected]


def test_what_was_put_off_comes_again_once_and_at_its_moment(world):
    put_off_today(world)
    assert world.reminding.due().next_look == LONGEST_SLEEP.total_seconds()
    world.clock.advance(9 * MINUTE)
    due = world.reminding.due()
    assert due.is_empty
    assert due.next_look == MINUTE

    world.clock.advance(MINUTE)

    assert world.due() == [TODAY]
    assert world.due() == []


def test_what_was_put_off_comes_again_after_a_restart(world):
    put_off_today(world)
    world.start_program()
    assert world.due() == []
    world.clock.advance(10 * MINUTE)

    assert world.due() == [TODAY]
    world.start_program()
    assert world.due() == []


def test_what_was_put_off_while_the_program_did_not_run_comes_with_the_next_start(world):
    put_off_today(world)
    world.clock.advance(3 * HOUR)
    world.start_program()

    assert world.due() == [TODAY]


def test_what_was_put_off_half_a_day_ago_is_left_to_the_plan_page(world):
    put_off_today(world)
    world.clock.advance(13 * HOUR)
    world.start_program()

    assert world.due() == []


def test_put_off_twice_it_comes_once(world):
    put_off_today(world)
    world.clock.advance(2 * MINUTE)
    world.reminding.put_off(world.planning.between(*world.planning.today())[0].occurrence)
    world.clock.advance(8 * MINUTE)
    assert world.due() == []
    world.clock.advance(2 * MINUTE)

    assert world.due() == [TODAY]
    assert world.due() == []


def test_put_off_and_done_it_does_not_come_again(world):
    world.due()
    occurrence = world.planning.next(1)[0]
    world.perform()
    world.reminding.put_off(occurrence)
    world.clock.advance(10 * MINUTE)

    assert world.due() == []


def test_put_off_and_skipped_or_moved_it_does_not_come_again(world):
    put_off_today(world)
    world.planning.skip("e1", datetime(2026, 3, 2).date())
    world.clock.advance(10 * MINUTE)

    assert world.due() == []


def test_a_clock_set_back_does_not_keep_back_what_was_put_off():
    world = RemindedHome()
    world.clock.advance(5 * HOUR)
    world.due()
    put_off_at = world.planning.between(*world.planning.today())[0].occurrence
    world.reminding.put_off(put_off_at)
    world.clock.jump(-3 * HOUR)

    assert world.due() == [TODAY]


def test_what_comes_again_and_what_is_new_are_told_in_one_go(world):
    world.planning.add(world.draft("09:40"))
    put_off_today(world)
    world.clock.advance(10 * MINUTE)

    assert world.due() == [TODAY, "2026-03-02T09:40:00+01:00"]


@each_case(
    "kept",
    [
        7,
        ["e1"],
        [{"entry": "e1", "start": "soon", "until": "2026-03-02T08:31:00+00:00"}],
        [{"entry": "e1", "start": "2026-03-02T08:30:00+00:00"}],
        [{"entry": "gone", "start": "2026-03-02T08:30:00Z", "until": "2026-03-02T08:31:00Z"}],
    ],
)
def test_what_was_put_off_and_cannot_be_understood_is_left_out(kept):
    world = RemindedHome()
    world.file.document = {"reminded_until": "2026-03-02T08:45:00+00:00", "put_off": kept}
    world.clock.advance(HOUR)

    assert world.due() == []


def test_what_is_pending(world):
    occurrence = world.planning.next(1)[0]
    assert world.reminding.is_pending(occurrence)

    world.perform()

    assert not world.reminding.is_pending(occurrence)


@pytest.fixture
def told(world: RemindedHome) -> Occurrence:
    """Today's session, told at its time and not answered."""
    assert world.due() == []
    world.clock.advance(30 * MINUTE)
    (occurrence,) = world.reminding.due().now
    world.reminding.leave_open(occurrence)
    return occurrence


def test_what_nobody_answered_is_told_again_after_a_restart(
    world: RemindedHome, told: Occurrence
) -> None:
    assert world.due() == []

    for _start in range(2):
        world.clock.advance(10 * MINUTE)
        world.start_program()
        assert world.due() == [TODAY]
        world.reminding.leave_open(told)
        assert world.due() == [], "once for each start"

    world.reminding.note_answer()
    world.start_program()
    assert world.due() == []


@pytest.mark.parametrize("damaged", [None, "e1", ["e1"], ["e1", "soon"], [1, 2, 3]])
def test_what_was_left_open_and_cannot_be_read_is_passed_over(
    world: RemindedHome, told: Occurrence, damaged: object
) -> None:
    world.file.save({**world.file.load(), "open": damaged})
    world.start_program()

    assert world.due() == []


def test_what_was_left_open_is_told_for_some_hours_alone(
    world: RemindedHome, told: Occurrence
) -> None:
    world.clock.advance(3 * HOUR + 1)
    world.start_program()

    assert world.due() == []


def test_what_was_left_open_and_done_meanwhile_is_not_told_again(
    world: RemindedHome, told: Occurrence
) -> None:
    with world.database.work() as work:
        work.sessions.add(session(planned=told.planned, started_at=told.start))
    world.start_program()

    assert world.due() == []


def test_what_was_missed_and_told_late_is_not_told_at_each_start(world: RemindedHome) -> None:
    world.due()
    world.clock.advance(HOUR)
    world.start_program()
    (late,) = world.reminding.due().now
    world.reminding.leave_open(late)
    world.reminding.note_answer()
    world.start_program()

    assert world.due() == []
