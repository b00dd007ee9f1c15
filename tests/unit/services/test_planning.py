"""The plan: what is due, and which session ticks it off."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import InvalidValueError, UnknownIdError
from coreapp.domain.schedule import EntryDraft
from coreapp.domain.training_log import Outcome
from coreapp.services.news import STARTER, NextSession, headline, next_session
from coreapp.services.planning import Planning, day_bounds
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.records import session
from tests.fakes.session_content import session_library
from tests.fakes.work import FakeDatabase

DAILY = EntryDraft("Evening", "main", "FREQ=DAILY", "19:30", "2026-03-02", "Europe/Berlin")
MONDAY = date(2026, 3, 2)


class World:
    """A plan on a Monday morning in Berlin."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.database = FakeDatabase()
        numbers = count(1)
        self.planning = Planning(
            session_library(), self.database, self.clock, lambda: f"e{next(numbers)}"
        )

    def perform(self, occurrence, identity="s1", **changes):
        done = session(
            identity,
            routine=occurrence.routine,
            planned=occurrence.planned,
            started_at=occurrence.start.astimezone(UTC),
            ended_at=occurrence.start.astimezone(UTC) + timedelta(minutes=15),
        )
        with self.database.work() as work:
            work.sessions.add(replace(done, **changes))

    def week(self):
        return self.planning.between(*day_bounds(self.clock, 0, 7))


@pytest.fixture
def world():
    return World()


def test_an_entry_is_planned_listed_and_found(world):
    entry = world.planning.add(DAILY)

    assert world.planning.entries() == [entry]
    assert world.planning.entry("e1") == entry
    assert [each.start.day for each in world.planning.next(3)] == [2, 3, 4]


@each_case(
    ("changes", "failure"),
    [({"routine": "yoga"}, UnknownIdError), ({"rrule": "FREQ=HOURLY"}, InvalidValueError)],
)
def test_what_cannot_be_planned_leaves_the_plan_alone(world, changes, failure):
    with pytest.raises(failure):
        world.planning.add(replace(DAILY, **changes))

    assert world.planning.entries() == []


def test_the_next_occurrences_can_be_asked_from_any_moment(world):
    world.planning.add(DAILY)

    later = world.planning.next(1, datetime(2026, 5, 1, tzinfo=UTC))

    assert [each.start.date() for each in later] == [date(2026, 5, 1)]


def test_a_completed_session_ticks_its_occurrence_off(world):
    world.planning.add(DAILY)
    monday, tuesday, *_ = world.week()

    world.perform(tuesday.occurrence)

    assert [each.done for each in world.week()] == [False, True, False, False, False, False, False]
    assert world.week()[0].occurrence == monday.occurrence


@pytest.mark.parametrize("outcome", [Outcome.INTERRUPTED, Outcome.ENDED_EARLY])
def test_a_session_that_was_not_completed_ticks_nothing_off(world, outcome):
    world.planning.add(DAILY)

    world.perform(world.week()[0].occurrence, outcome=outcome)

    assert not any(each.done for each in world.week())


def test_an_unplanned_session_ticks_nothing_off(world):
    world.planning.add(DAILY)

    world.perform(world.week()[0].occurrence, planned=None)

    assert not any(each.done for each in world.week())


def test_an_occurrence_that_was_moved_is_ticked_off_where_it_went(world):
    world.planning.add(DAILY)
    world.planning.move("e1", MONDAY, datetime(2026, 3, 6, 7, 0))
    moved = next(each.occurrence for each in world.week() if each.occurrence.is_moved)

    world.perform(moved)

    assert [each.occurrence for each in world.week() if each.done] == [moved]
    assert moved.start.isoformat() == "2026-03-06T07:00:00+01:00"


def test_a_session_done_the_night_before_counts_for_the_day(world):
    world.planning.add(DAILY)
    start, end = day_bounds(world.clock, 1)
    tomorrow = world.planning.between(start, end)[0].occurrence

    world.perform(tomorrow, started_at=start - timedelta(hours=2))

    assert [each.done for each in world.planning.between(start, end)] == [True]


def test_one_skipped_is_gone_and_the_others_stay(world):
    world.planning.add(DAILY)

    world.planning.skip("e1", MONDAY)

    assert [each.occurrence.start.day for each in world.week()] == [3, 4, 5, 6, 7, 8]


def test_an_entry_taken_out_can_be_put_back(world):
    entry = world.planning.add(DAILY)

    removed = world.planning.remove("e1")
    assert (removed, world.planning.entries()) == (entry, [])
    world.planning.restore(removed)

    assert world.planning.entries() == [entry]


def test_what_is_not_in_the_plan_is_named(world):
    with pytest.raises(UnknownIdError, match="e9"):
        world.planning.entry("e9")
    with pytest.raises(UnknownIdError, match="e9"):
        world.planning.remove("e9")
    with pytest.raises(UnknownIdError, match="e9"):
        world.planning.skip("e9", MONDAY)
    world.planning.add(DAILY)
    with pytest.raises(InvalidValueError, match="Nothing is planned"):
        world.planning.move("e1", date(2026, 3, 1), datetime(2026, 3, 3, 8))


def test_a_session_begun_now_ticks_off_what_is_planned_for_today(world):
    world.planning.add(DAILY)
    today = world.week()[0].occurrence

    assert world.planning.due_now("main") == today.planned
    assert world.planning.due_now("flow") is None
    world.perform(today)
    assert world.planning.due_now("main") is None


def test_of_two_planned_for_today_the_open_one_is_due(world):
    world.planning.add(DAILY)
    world.planning.add(replace(DAILY, at="21:00"))
    first, second = world.week()[:2]

    world.perform(first.occurrence)

    assert world.planning.due_now("main") == second.occurrence.planned


@each_case(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_days_on_which_the_clocks_change_are_whole_days(day, hours):
    clock = FakeClock(datetime(day.year, day.month, day.day, 10, tzinfo=UTC))

    start, end = day_bounds(clock, 0)

    assert (start.date(), end.date()) == (day, day + timedelta(days=1))
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=hours)
    assert Planning(session_library(), FakeDatabase(), clock, str).today() == (start, end)


def test_the_next_session_is_the_first_open_one_or_a_suggestion(world):
    assert next_session(world.week()) == NextSession(STARTER, None)
    world.planning.add(DAILY)
    monday, tuesday, *_ = world.week()
    assert next_session(world.week()).occurrence == monday.occurrence

    world.perform(monday.occurrence)

    assert next_session(world.week()) == NextSession("main", tuesday.occurrence)


@pytest.mark.parametrize(("mark", "is_off"), [(DayMark.SICK, True), (DayMark.EASY, False)])
def test_on_a_day_off_the_next_session_is_that_of_another_day(world, mark, is_off):
    world.planning.add(DAILY)
    world.database.stored.days.add(DayRecord(MONDAY, mark))
    monday, tuesday, *_ = world.week()

    assert [each.is_excused for each in world.week()[:2]] == [is_off, False]
    following = tuesday if is_off else monday
    assert next_session(world.week()) == NextSession("main", following.occurrence)
    assert (headline(world.week(), MONDAY) == "Today is a day off") is is_off
    world.perform(monday.occurrence)
    assert headline(world.week(), MONDAY) == "Today’s session is done"


def test_the_news_of_the_day_in_one_sentence(world):
    assert headline(world.week(), MONDAY) == "Nothing is planned today"
    world.planning.add(DAILY)
    one = headline(world.week(), MONDAY)
    world.planning.add(replace(DAILY, at="21:00"))
    two = headline(world.week(), MONDAY)
    first, second = (each.occurrence for each in world.week()[:2])
    world.perform(first, "s1")
    left = headline(world.week(), MONDAY)
    world.perform(second, "s2")

    assert one.replace("\u202f", " ") == "One session today, at 7:30 PM"
    assert two.replace("\u202f", " ") == "2 sessions today, the next at 7:30 PM"
    assert left.replace("\u202f", " ") == "One session today, at 9:00 PM"
    assert headline(world.week(), MONDAY) == "All 2 sessions of today are done"
    assert headline(world.week()[:1], MONDAY) == "Today’s session is done"


def test_what_is_over_today_is_not_announced_with_its_time(world):
    world.planning.add(DAILY)
    world.planning.add(replace(DAILY, at="21:00"))
    first, second = (each.occurrence.start for each in world.week()[:2])
    a_minute = timedelta(minutes=1)

    texts = [
        headline(world.week(), MONDAY, now).replace("\u202f", " ")
        for now in (first, first + a_minute, second + a_minute)
    ]

    assert texts == [
        "2 sessions today, the next at 7:30 PM",
        "2 sessions today, the next at 9:00 PM",
        "2 sessions are open today",
    ]
