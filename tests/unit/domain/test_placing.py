"""A course in the calendar: any start, any days, through every change of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.placing import has_neighbours, place_course
from coreapp.domain.programme import Course, CoursePlace
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.programmes import BACK, ProgrammeHome, shipped_course

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

starts = st.dates(date(2020, 1, 1), date(2040, 1, 1))
three_days = st.sets(st.integers(0, 6), min_size=3, max_size=3)


@given(start=starts, days=three_days)
def test_the_sessions_of_a_week_lie_on_the_chosen_days_in_order(start, days) -> None:
    placed = place_course(shipped_course(), CoursePlace(1, "a"), start, days)

    assert [each.place for each in placed] == [CoursePlace(1, letter) for letter in "abc"]
    assert {each.first.weekday() for each in placed} == days
    assert [each.first for each in placed] == sorted({each.first for each in placed})
    assert all(start <= each.first < start + timedelta(days=7) for each in placed)
    assert [each.weeks for each in placed] == [8, 8, 8]


@given(start=starts, days=three_days, begin=st.sampled_from(shipped_course().places))
def test_from_anywhere_it_goes_on_to_the_end_in_the_order_of_the_programme(
    start, days, begin
) -> None:
    course = shipped_course()
    placed = place_course(course, begin, start, days)

    calendar = {
        each.first + timedelta(weeks=week): CoursePlace(each.place.week + week, each.place.letter)
        for each in placed
        for week in range(each.weeks)
    }
    in_order = [calendar[day] for day in sorted(calendar)]
    assert in_order == list(course.places[course.places.index(begin) :])


@each_case("days", [(), (0, 2), (0, 2, 4, 6), (0, 0, 2), (0, 2, 7)])
def test_it_takes_as_many_days_as_there_are_sessions(days) -> None:
    with pytest.raises(InvalidValueError) as refused:
        place_course(shipped_course(), CoursePlace(1, "a"), date(2026, 3, 2), days)

    assert refused.value.values == {"count": 3}


@each_case(
    ("days", "close"),
    [((0, 2, 4), False), ((0, 1, 4), True), ((0, 3, 6), True), ((1,), False), ((), False)],
)
def test_days_side_by_side_are_seen(days, close) -> None:
    assert has_neighbours(days) is close


def local_starts(home: ProgrammeHome, start: date) -> list[tuple[datetime, str]]:
    found = home.planning.next(60, datetime.combine(start, time(), UTC) - timedelta(days=2))
    return [(each.start, each.routine) for each in found]


@given(
    start=starts,
    days=three_days,
    at=st.times(),
    zone=st.sampled_from(
        ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]
    ),
)
def test_all_24_sessions_are_in_the_plan_once_each_at_their_wall_time(
    start, days, at, zone
) -> None:
    morning = datetime.combine(start, time(12), ZoneInfo(zone)).astimezone(UTC)
    home = ProgrammeHome(clock=FakeClock(morning, zone))
    weekdays = frozenset(WEEKDAYS[each] for each in days)
    home.plan(BACK, start=start, weekdays=weekdays, at=at.strftime("%H:%M"))

    found = local_starts(home, start)

    assert [routine for _start, routine in found] == [
        f"{BACK}-w{place.week}-{place.letter}" for place in shipped_course().places
    ]
    local = [moment.astimezone(ZoneInfo(zone)) for moment, _routine in found]
    assert {each.weekday() for each in local} == days
    assert all(each.date() >= start for each in local)
    wall = time(at.hour, at.minute)
    # Where the clocks jump over it, it moves by the gap, at most an hour.
    moved = [each for each in local if each.time() != wall]
    assert len(moved) <= 1
    for index, moment in enumerate(local):
        block = (moment.date() - start).days // 7
        assert block == index // 3


def test_a_course_of_one_session_a_week_can_be_placed() -> None:
    full = shipped_course()
    course = Course(full.percents, full.stretches, full.sessions[:1])

    (placed,) = place_course(course, CoursePlace(8, "a"), date(2026, 3, 4), {0})
    assert (placed.first, placed.weeks) == (date(2026, 3, 9), 1)
