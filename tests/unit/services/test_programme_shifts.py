"""A programme in the plan when life happens: pushed back, and gone on with after a gap."""

from datetime import date, datetime, timedelta

import pytest

from coreapp.domain.adherence import Fate
from coreapp.domain.day_record import DayMark
from coreapp.domain.errors import InvalidValueError, UnknownIdError
from tests.each_case import each_case
from tests.fakes.programme_days import DAY, all_plan, do, entries, mark, plan
from tests.fakes.programmes import BACK, MONDAY, SUN, ProgrammeHome


@pytest.fixture
def home() -> ProgrammeHome:
    home = ProgrammeHome()
    home.plan()
    return home


def test_the_rest_is_pushed_by_a_week_and_keeps_its_original_dates(home: ProgrammeHome) -> None:
    do(home, 2)
    before = entries(home)

    shift = home.shifts.push(BACK)

    assert plan(home, 4) == [
        ("Mar 13", "w1-c"),
        ("Mar 16", "w2-a"),
        ("Mar 18", "w2-b"),
        ("Mar 20", "w2-c"),
    ]
    assert len(all_plan(home)) == 22
    assert home.planning.next(1)[0].original_date == date(2026, 3, 6)
    assert shift.conflicts == ()
    do(home)
    (friday,) = (
        each
        for each in home.adherence.between(date(2026, 3, 9), date(2026, 3, 15)).planned
        if each.done_on
    )
    assert friday.fate is Fate.MOVED

    home.shifts.undo(shift)
    assert entries(home) == before


def test_pushed_by_days_each_keeps_its_time_over_the_change_of_the_clocks(
    home: ProgrammeHome,
) -> None:
    home.shifts.push(BACK, 3)

    coming = home.planning.between(home.now(), home.now() + timedelta(days=90))
    assert {each.occurrence.start.strftime("%a %H:%M") for each in coming} == {
        "Thu 18:30",
        "Sat 18:30",
        "Mon 18:30",
    }
    assert all_plan(home)[-1] == "w8-c"


def test_pushed_twice_is_pushed_by_both(home: ProgrammeHome) -> None:
    home.shifts.push(BACK)
    home.shifts.push(BACK, 2)

    assert plan(home, 1) == [("Mar 11", "w1-a")]
    assert home.planning.next(1)[0].original_date == MONDAY


def test_what_is_done_today_or_missed_before_is_not_pushed(home: ProgrammeHome) -> None:
    home.clock.advance(2 * DAY)
    do(home)
    home.shifts.push(BACK)

    found = home.adherence.between(MONDAY, MONDAY + timedelta(days=6))
    assert [each.fate for each in found.planned] == [Fate.MISSED, Fate.ON_TIME]


@each_case("days", [0, -1, 366])
def test_so_many_days_cannot_be_pushed(home: ProgrammeHome, days: int) -> None:
    with pytest.raises(InvalidValueError) as refused:
        home.shifts.push(BACK, days)
    assert refused.value.key == "days"


def test_what_has_no_end_rests_instead_of_being_pushed(home: ProgrammeHome) -> None:
    every_day = frozenset({"MO", "TU", "WE", "TH", "FR", "SA", "SU"})
    home.plan(SUN, weekdays=every_day, at="07:00")
    home.clock.advance(DAY)
    before = entries(home)

    shift = home.shifts.push(SUN, 3)

    sun = [each for each in home.planning.next(9) if SUN in each.routine]
    assert sun[0].start.date() == date(2026, 3, 6)
    home.shifts.undo(shift)
    assert entries(home) == before


def test_what_now_falls_on_a_day_off_is_told(home: ProgrammeHome) -> None:
    mark(home, date(2026, 3, 9), DayMark.TRAVEL)
    mark(home, date(2026, 3, 11), DayMark.EASY)

    shift = home.shifts.push(BACK)

    assert [f"{each.start:%d}" for each in shift.conflicts] == ["09"]
    assert home.shifts.conflicts(BACK) == shift.conflicts
    assert home.shifts.conflicts(SUN) == ()


def test_after_a_gap_it_goes_on_and_reaches_to_the_last_week(home: ProgrammeHome) -> None:
    do(home, 3)
    home.clock.advance(13 * DAY)  # Thursday of the week after the next
    before = entries(home)

    shift = home.shifts.go_on(BACK)

    # One whole week without a session: one rung lower than week 1 is week 1.
    assert plan(home, 4) == [
        ("Mar 20", "w1-a"),
        ("Mar 23", "w1-b"),
        ("Mar 25", "w1-c"),
        ("Mar 27", "w2-a"),
    ]
    assert all_plan(home)[-1] == "w8-c"
    week = home.adherence.between(MONDAY, MONDAY + timedelta(days=20))
    assert [each.fate.value for each in week.planned] == 3 * ["on_time"] + 5 * ["missed"] + ["open"]
    home.shifts.undo(shift)
    assert entries(home) == before


def test_days_of_sickness_are_excused_when_it_goes_on(home: ProgrammeHome) -> None:
    do(home, 1)
    for number in range(3, 14):
        mark(home, date(2026, 3, number), DayMark.SICK)
    home.clock.advance(14 * DAY)

    home.shifts.go_on(BACK)

    total = home.adherence.between(MONDAY, date(2026, 3, 15)).total
    assert (total.on_time, total.excused, total.missed) == (1, 5, 0)


@pytest.mark.parametrize(
    ("done", "weeks_off", "first"),
    [
        (9, 0, "w4-a"),
        (9, 1, "w2-a"),  # the highest rung was 120 %: 110 % it was in week 2
        (9, 2, "w2-a"),  # its phase begins with week 3, which is more than that
        (12, 1, "w4-a"),
        (15, 1, "w4-a"),
        (15, 2, "w3-a"),
        (18, 1, "w5-a"),
        (21, 5, "w6-a"),
        (2, 3, "w1-a"),
    ],
)
def test_whole_weeks_without_a_session_make_it_easier(
    home: ProgrammeHome, done: int, weeks_off: int, first: str
) -> None:
    do(home, done)
    home.clock.advance((7 * weeks_off + 2.5) * DAY)

    home.shifts.go_on(BACK)

    assert plan(home, 1)[0][1] == first
    assert all_plan(home)[-1] == "w8-c"


def test_pain_asks_for_no_more_than_a_gap_does() -> None:
    home = ProgrammeHome()
    home.did_weeks(3, until_days_ago=10, pain_during=8)
    home.plan(start=MONDAY - timedelta(days=21))

    added = home.shifts.go_on(BACK).change.added

    begins = {each.routine[-4:] for each in added[:3]}
    assert begins == {"w1-a", "w1-b", "w1-c"}, "red: two rungs, more than a week off asks for"


def test_it_goes_on_tomorrow_if_todays_session_is_done(home: ProgrammeHome) -> None:
    do(home, 1)

    home.shifts.go_on(BACK)

    assert plan(home, 1) == [("Mar 04", "w1-b")]


def test_in_the_morning_after_todays_session_it_goes_on_tomorrow_too(home: ProgrammeHome) -> None:
    home.did(f"{BACK}-w1-a", planned=home.planning.next(1)[0].planned)

    home.shifts.go_on(BACK)

    assert plan(home, 1) == [("Mar 04", "w1-b")]


def test_it_goes_on_after_its_plan_has_run_out(home: ProgrammeHome) -> None:
    do(home, 1)
    home.clock.advance(80 * DAY)
    assert home.course().in_plan is None

    home.shifts.go_on(BACK)

    standing = home.course().in_plan
    assert standing is not None
    assert standing.weekdays == ("MO", "WE", "FR")
    assert plan(home, 1)[0][1] == "w1-a"


def test_what_was_never_planned_cannot_go_on() -> None:
    home = ProgrammeHome()

    for change in (home.shifts.go_on, home.shifts.push, home.shifts.pause, home.shifts.resume):
        with pytest.raises(InvalidValueError) as refused:
            change(BACK)
        assert refused.value.key == "programme"
    with pytest.raises(InvalidValueError, match="Nothing"):
        home.shifts.repeat_week(BACK)
    with pytest.raises(UnknownIdError):
        home.shifts.go_on("no")


def test_a_finished_one_does_not_go_on(home: ProgrammeHome) -> None:
    do(home, 24)

    with pytest.raises(InvalidValueError, match="finished"):
        home.shifts.go_on(BACK)


def test_one_moved_into_the_future_and_not_done_is_not_there_twice(home: ProgrammeHome) -> None:
    do(home, 4)
    session = next(each for each in home.planning.next(9) if each.routine.endswith("w2-b"))
    home.planning.move(session.entry, session.original_date, datetime(2026, 3, 30, 7))
    home.clock.advance(7 * DAY)

    home.shifts.go_on(BACK)

    routines = all_plan(home)
    assert len(routines) == len(set(routines))


def test_one_moved_over_a_later_one_of_its_series_is_not_there_twice(home: ProgrammeHome) -> None:
    do(home, 4)
    session = next(each for each in home.planning.next(9) if each.routine.endswith("w2-b"))
    home.planning.move(session.entry, session.original_date, datetime(2026, 3, 30, 7))
    do(home, 3)
    before = len(all_plan(home))

    home.shifts.go_on(BACK)

    moved = [each for each in home.planning.next(30) if each.is_moved]
    assert moved == []
    assert len(all_plan(home)) == before - 1


def test_a_programme_of_flows_goes_on_where_it_is() -> None:
    home = ProgrammeHome()
    home.plan(SUN, weekdays=frozenset({"MO", "TH"}), at="07:30")
    home.clock.advance(30 * DAY)

    home.shifts.go_on(SUN)

    assert f"{home.planning.next(1)[0].start:%a %b %d}" == "Thu Apr 02"
    assert home.growth().in_plan is not None


def test_before_the_first_session_it_just_begins(home: ProgrammeHome) -> None:
    home.clock.advance(30 * DAY)

    home.shifts.go_on(BACK)

    assert plan(home, 1) == [("Apr 01", "w1-a")]


def test_a_routine_that_is_only_called_like_it_counts_for_nothing(home: ProgrammeHome) -> None:
    home.did(f"{BACK}-of-my-own")

    assert home.course().last is None
