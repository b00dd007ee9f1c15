"""A programme in the plan when life happens: a week once more, paused, taken out."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import DiskFullError, InvalidValueError
from coreapp.services.programme_facts import Wish
from coreapp.services.programme_shelf import Paused
from tests.fakes.programme_days import DAY, all_plan, do, entries, plan
from tests.fakes.programmes import BACK, MONDAY, SUN, ProgrammeHome


@pytest.fixture
def home() -> ProgrammeHome:
    home = ProgrammeHome()
    home.plan()
    return home


def test_the_week_one_is_in_comes_again(home: ProgrammeHome) -> None:
    do(home, 4)
    before = entries(home)

    shift = home.shifts.repeat_week(BACK)

    assert plan(home, 6) == [
        ("Mar 11", "w2-b"),
        ("Mar 13", "w2-c"),
        ("Mar 16", "w2-a"),
        ("Mar 18", "w2-b"),
        ("Mar 20", "w2-c"),
        ("Mar 23", "w3-a"),
    ]
    assert all_plan(home)[-1] == "w8-c"
    do(home, 6)
    assert plan(home, 1) == [("Mar 25", "w3-b")]
    home.shifts.undo(shift)
    assert entries(home) == before


def test_the_week_just_finished_comes_again(home: ProgrammeHome) -> None:
    do(home, 6)
    home.clock.advance(2 * DAY)

    home.shifts.repeat_week(BACK)

    assert plan(home, 4) == [
        ("Mar 16", "w2-a"),
        ("Mar 18", "w2-b"),
        ("Mar 20", "w2-c"),
        ("Mar 23", "w3-a"),
    ]


def test_before_the_first_session_its_week_comes_twice(home: ProgrammeHome) -> None:
    home.shifts.repeat_week(BACK)

    assert [routine for _day, routine in plan(home, 7)] == [
        *("w1-a", "w1-b", "w1-c"),
        *("w1-a", "w1-b", "w1-c", "w2-a"),
    ]


def test_the_last_week_can_come_again_too(home: ProgrammeHome) -> None:
    do(home, 22)

    home.shifts.repeat_week(BACK)

    assert all_plan(home) == ["w8-b", "w8-c", "w8-a", "w8-b", "w8-c"]


def test_a_week_comes_again_after_it_was_pushed(home: ProgrammeHome) -> None:
    do(home, 3)
    home.shifts.push(BACK)
    do(home, 1)

    home.shifts.repeat_week(BACK)

    assert plan(home, 4) == [
        ("Mar 18", "w2-b"),
        ("Mar 20", "w2-c"),
        ("Mar 23", "w2-a"),
        ("Mar 25", "w2-b"),
    ]
    assert len(all_plan(home)) == 2 + 3 * 7


def test_what_has_no_weeks_repeats_none(home: ProgrammeHome) -> None:
    home.plan(SUN, weekdays=frozenset({"TU"}))

    with pytest.raises(InvalidValueError, match="weeks"):
        home.shifts.repeat_week(SUN)


def test_paused_it_is_out_of_the_plan_until_it_goes_on(home: ProgrammeHome) -> None:
    do(home, 4)
    before = entries(home)

    shift = home.shifts.pause(BACK)

    assert plan(home) == []
    assert home.course().in_plan is None
    assert home.shifts.paused(BACK) == Paused(("MO", "WE", "FR"), "18:30", date(2026, 3, 9))
    assert home.adherence.between(MONDAY, date(2026, 3, 9)).total.on_time == 4
    home.clock.advance(9 * DAY)
    resumed = home.shifts.resume(BACK)
    assert plan(home, 2) == [("Mar 20", "w2-b"), ("Mar 23", "w2-c")]
    assert home.shifts.paused(BACK) is None
    assert all_plan(home)[-1] == "w8-c"

    home.shifts.undo(resumed)
    assert home.shifts.paused(BACK) is not None
    home.shifts.undo(shift)
    assert home.shifts.paused(BACK) is None
    assert entries(home) == before


def test_a_pause_is_undone_as_a_whole(home: ProgrammeHome) -> None:
    do(home, 4)
    before = entries(home)

    home.shifts.undo(home.shifts.pause(BACK))

    assert entries(home) == before
    assert home.shifts.paused(BACK) is None


def test_passes_can_be_paused_too(home: ProgrammeHome) -> None:
    home.plan(SUN, weekdays=frozenset({"TU", "SA"}), at="07:15")

    home.shifts.pause(SUN)

    assert home.shifts.paused(SUN) == Paused(("TU", "SA"), "07:15", MONDAY)
    home.clock.advance(20 * DAY)
    home.shifts.resume(SUN)
    coming = [each for each in home.planning.next(6) if SUN in each.routine]
    assert f"{coming[0].start:%a %H:%M}" == "Tue 07:15"


def test_a_pause_that_cannot_be_kept_changes_nothing(home: ProgrammeHome) -> None:
    before = entries(home)
    home.file.failure = DiskFullError("full")

    with pytest.raises(DiskFullError):
        home.shifts.pause(BACK)

    assert entries(home) == before


def test_who_plans_anew_or_takes_out_ends_the_pause(home: ProgrammeHome) -> None:
    home.shifts.pause(BACK)
    home.plan()
    assert home.shifts.paused(BACK) is None

    home.shifts.pause(BACK)
    home.shifts.take_out(BACK)
    assert home.shifts.paused(BACK) is None


def test_taken_out_what_was_done_keeps_its_place(home: ProgrammeHome) -> None:
    do(home, 2)
    home.clock.advance(7 * DAY)

    home.shifts.take_out(BACK)

    assert plan(home) == []
    assert home.course().in_plan is None
    total = home.adherence.between(MONDAY, date(2026, 3, 12)).total
    assert (total.on_time, total.missed) == (2, 2)


def test_taken_out_before_anything_was_done_nothing_is_left(home: ProgrammeHome) -> None:
    home.clock.advance(7 * DAY)

    home.shifts.take_out(BACK)

    assert entries(home) == []


def test_other_days_keep_what_was_done(home: ProgrammeHome) -> None:
    do(home, 2)
    wish = Wish(date(2026, 3, 5), frozenset({"TU", "TH", "SA"}), "07:00")

    home.shifts.put_into_plan(BACK, wish)

    assert plan(home, 2) == [("Mar 05", "w1-c"), ("Mar 07", "w2-a")]
    start = datetime(2026, 3, 2, tzinfo=UTC)
    done = home.planning.between(start, start + timedelta(days=3))
    assert [each.done for each in done] == [True, True]
    standing = home.course().in_plan
    assert standing is not None
    assert standing.weekdays == ("TU", "TH", "SA"), "not those that are over"


@given(
    steps=st.lists(
        st.sampled_from(["do", "miss", "push", "push 2", "go on", "repeat", "pause", "resume"]),
        max_size=12,
    )
)
def test_whatever_happens_no_session_is_a_leap_and_all_can_be_undone(steps: list[str]) -> None:
    home = ProgrammeHome()
    home.plan()
    reached, history = 0, [entries(home)]
    shifts = []
    coming = home.planning.next(1)
    for step in steps:
        if step in {"do", "miss"} and coming:
            home.clock.advance((coming[0].start - home.now()).total_seconds() + 60)
            if step == "do":
                home.did(coming[0].routine, planned=coming[0].planned)
                reached = max(reached, int(coming[0].routine[-3]))
            else:
                home.clock.advance(DAY / 4)  # what is of today may still be done today
        change = {
            "push": lambda: home.shifts.push(BACK),
            "push 2": lambda: home.shifts.push(BACK, 2),
            "go on": lambda: home.shifts.go_on(BACK),
            "repeat": lambda: home.shifts.repeat_week(BACK),
            "pause": lambda: home.shifts.pause(BACK),
            "resume": lambda: home.shifts.resume(BACK),
        }.get(step)
        if change is not None:
            try:
                shifts.append(change())
                history.append(entries(home))
            except InvalidValueError:
                continue
        coming = home.planning.next(1)
        for each in coming:
            assert int(each.routine[-3]) <= reached + 1
    for shift, before in zip(reversed(shifts), reversed(history[:-1]), strict=True):
        home.shifts.undo(shift)
        assert entries(home) == before
