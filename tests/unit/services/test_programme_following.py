"""A programme's plan follows whoever does it: missed weeks, pain, the log and the calendar."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.occurrences import Occurrence
from coreapp.domain.programme import CoursePlace, split_id
from coreapp.domain.schedule import EntryDraft
from coreapp.services.programme_series import ProgrammeSeries
from tests.fakes import records
from tests.fakes.programmes import (
    BACK,
    MONDAY,
    SUN,
    ProgrammeHome,
)
from tests.fakes.work import FakeSessions

DAY = 24 * 60 * 60


@pytest.fixture
def home() -> ProgrammeHome:
    return ProgrammeHome()


def pass_by(home: ProgrammeHome) -> Occurrence:
    """Let the next session of the plan come by."""
    (coming,) = home.planning.next(1)
    home.clock.advance((coming.start - home.now()).total_seconds() + 60)
    return coming


def do_next(home: ProgrammeHome, **changes) -> str:
    """Do the next session of the plan on its day; return the end of its id."""
    coming = pass_by(home)
    home.did(coming.routine, planned=coming.planned, **changes)
    return coming.routine[-4:]


def place_of(routine: str) -> CoursePlace:
    parts = split_id(routine)
    assert parts is not None
    assert isinstance(parts[1], CoursePlace)
    return parts[1]


class CountedReads(FakeSessions):
    """Counts how often the log is read."""

    def __init__(self, sessions: FakeSessions) -> None:
        super().__init__(sessions.kept)
        self.count = 0

    def of_routines(self, prefix, start):
        self.count += 1
        return super().of_routines(prefix, start)


def test_after_missed_weeks_the_plan_goes_on_with_the_week_after_the_last(
    home: ProgrammeHome,
) -> None:
    home.plan(start=MONDAY - timedelta(weeks=6))
    home.did_weeks(1, until_days_ago=38)

    coming = [each.routine for each in home.planning.next(6)]
    assert coming == [f"{BACK}-w{week}-{letter}" for week in (2, 3) for letter in "abc"]
    long_ago = home.now() - timedelta(days=14)
    (before, *_later) = home.planning.next(1, long_ago)
    assert before.routine == f"{BACK}-w5-a", "what was planned then stays what it was"


def test_one_missed_session_moves_nothing(home: ProgrammeHome) -> None:
    home.plan(start=MONDAY - timedelta(weeks=1))
    home.did(f"{BACK}-w1-b", 5)

    (following, *_later) = home.planning.next(1)
    assert following.routine == f"{BACK}-w2-a"


def test_after_a_week_with_pain_the_plan_repeats_it(home: ProgrammeHome) -> None:
    home.plan(start=MONDAY - timedelta(weeks=2))
    home.did_weeks(2, pain_during=4)

    (following, *_later) = home.planning.next(1)
    assert following.routine == f"{BACK}-w2-a"


@given(missed=st.integers(0, 7), done=st.integers(0, 8))
def test_no_session_of_the_plan_is_a_leap(missed: int, done: int) -> None:
    home = ProgrammeHome()
    home.plan(start=MONDAY - timedelta(weeks=min(8, done + missed)))
    home.did_weeks(done, until_days_ago=7 * missed + 1)
    for each in home.planning.next(1):
        found = home.shelf.place(each.routine)
        assert found is not None
        assert isinstance(found[1], CoursePlace)
        assert found[1].week <= done + 1


def test_who_comes_back_goes_on_by_one_session_at_a_time(home: ProgrammeHome) -> None:
    home.plan(start=MONDAY - timedelta(weeks=4))
    home.did_weeks(1, until_days_ago=24)

    done = [do_next(home) for _ in range(7)]

    assert done == [f"w{week}-{letter}" for week in (2, 3) for letter in "abc"] + ["w4-a"]
    standing = home.course().in_plan
    assert standing is not None
    assert standing.is_behind, "it ends before the last week, until it is planned again"
    assert not home.planning.next(24)[-1].routine.endswith("w8-c")


def test_what_was_done_keeps_its_name_whatever_comes_of_it(home: ProgrammeHome) -> None:
    home.plan(start=MONDAY - timedelta(weeks=2))
    home.did(f"{BACK}-w1-c", 16)
    do_next(home, pain_during=7)
    today = home.planning.today()

    (ticked,) = home.planning.between(*today)
    assert (ticked.occurrence.routine, ticked.done) == (f"{BACK}-w2-a", True)
    assert home.planning.next(1)[0].routine == f"{BACK}-w1-b", "red: with an easier week"

    home.clock.advance(2 * DAY)
    (ticked,) = home.planning.between(*today)
    assert ticked.occurrence.routine == f"{BACK}-w2-a"


def test_a_session_moved_over_the_days_stays_what_it_is(home: ProgrammeHome) -> None:
    (entry, *_others) = home.plan(start=MONDAY - timedelta(weeks=1)).added
    home.did_weeks(1, until_days_ago=3)
    home.planning.move(entry.id, MONDAY, datetime(2026, 3, 3, 19))
    home.clock.advance(DAY)

    assert [each.routine[-4:] for each in home.planning.next(3)] == ["w2-a", "w2-b", "w2-c"]


def test_a_programme_begun_again_begins_in_the_plan_too(home: ProgrammeHome) -> None:
    home.did_weeks(3)
    home.plan()
    home.clock.advance(8 * DAY)
    home.programmes.begin_again(BACK)

    coming = [each.routine[-4:] for each in home.planning.next(4)]
    assert coming == ["w1-b", "w1-c", "w2-a", "w2-b"]


def test_a_plan_by_hand_begins_where_it_says(home: ProgrammeHome) -> None:
    home.did(f"{BACK}-w2-c", 3)
    home.planning.add(
        EntryDraft(
            "Mine", f"{BACK}-w7-a", "FREQ=WEEKLY;BYDAY=MO", "18:00", "2026-03-02", "Europe/Berlin"
        )
    )

    assert do_next(home) == "w7-a"


def test_the_weeks_go_on_over_the_change_of_the_clocks() -> None:
    # In Berlin the clocks go forward on Sunday, 29 March 2026, a week and more after the start.
    home = ProgrammeHome()
    home.plan(start=date(2026, 3, 18), weekdays=frozenset({"SU", "WE", "FR"}), at="02:30")
    home.clock.advance(16 * DAY)

    assert [do_next(home) for _ in range(4)] == ["w1-b", "w1-c", "w2-a", "w2-b"]


def test_the_log_is_read_once_and_only_for_what_was_found(home: ProgrammeHome) -> None:
    home.plan()
    home.plan(SUN, weekdays=frozenset({"TU"}))
    series = ProgrammeSeries(home.shelf, home.clock)
    stored = home.database.stored
    reads = CountedReads(stored.sessions)
    work = replace(stored, sessions=reads)
    entries = stored.schedule.all()

    of_course = [each for each in home.planning.next(6) if BACK in each.routine]
    series.follow(entries, of_course, work)
    assert reads.count == 1
    series.follow([*entries, records.entry(changed=False)], [], work)
    assert reads.count == 1


@given(answers=st.lists(st.sampled_from(["done", "missed", "amber", "red"]), max_size=30))
def test_no_session_done_by_the_plan_is_a_leap(answers) -> None:
    home = ProgrammeHome()
    home.plan()
    reached = 0
    for answer in answers:
        coming = home.planning.next(1)
        if not coming:
            break
        week = place_of(coming[0].routine).week
        assert week <= reached + 1
        pain = {"amber": 5, "red": 8}.get(answer, 1)
        if answer == "missed":
            pass_by(home)
            home.clock.advance(DAY / 4)  # What is of today may still be done today.
        else:
            do_next(home, pain_during=pain)
            reached = week


def test_a_plan_that_runs_ahead_is_told(home: ProgrammeHome) -> None:
    home.plan(start=MONDAY - timedelta(weeks=3))
    home.did(f"{BACK}-w1-a", 20)

    standing = home.course()
    assert standing.in_plan is not None
    assert (standing.in_plan.week, standing.in_plan.goes_on, standing.week) == (4, 2, 1)
    assert standing.in_plan.is_behind
    home.plan()
    after = home.course().in_plan
    assert after is not None
    assert not after.is_behind


def test_too_few_sessions_bring_the_last_week_of_the_phase_again(home: ProgrammeHome) -> None:
    home.plan(start=MONDAY - timedelta(weeks=2))
    for letter, days in (("w1-a", 14), ("w1-b", 12), ("w2-a", 7), ("w2-b", 5)):
        home.did(f"{BACK}-{letter}", days)

    assert [do_next(home) for _ in range(4)] == ["w2-a", "w2-b", "w2-c", "w3-a"]


def test_a_red_session_asks_for_all_of_the_phase_without_one(home: ProgrammeHome) -> None:
    home.plan(start=MONDAY - timedelta(weeks=1))
    home.did(f"{BACK}-w1-a", 7, pain_during=7)
    home.did(f"{BACK}-w1-b", 5)

    done = [do_next(home) for _ in range(8)]

    # Red goes back as far as there is something easier; after it six sessions are good ones.
    assert done == ["w1-a", "w1-b", "w1-c", *("w2-a", "w2-b", "w2-c"), "w3-a", "w3-b"]


def test_put_into_the_plan_again_the_gate_stays_as_it_was(home: ProgrammeHome) -> None:
    home.plan(start=MONDAY - timedelta(weeks=4))
    for letter, days in (("w1-a", 28), ("w1-b", 26), ("w2-a", 21), ("w2-b", 19)):
        home.did(f"{BACK}-{letter}", days)
    before = [each.routine[-4:] for each in home.planning.next(6)]
    assert before == ["w2-a", "w2-b", "w2-c", "w3-a", "w3-b", "w3-c"]

    home.plan()

    # It goes on with what was left of the week, and the sessions weeks ago still count.
    coming = [each.routine[-4:] for each in home.planning.next(6)]
    assert coming == ["w2-c", "w3-a", "w3-b", "w3-c", "w4-a", "w4-b"]


def test_a_later_phase_begun_by_hand_is_left_alone(home: ProgrammeHome) -> None:
    home.plan(start=MONDAY - timedelta(weeks=2))
    home.did(f"{BACK}-w2-a", 7)
    home.did(f"{BACK}-w3-a", 3)

    assert home.planning.next(1)[0].routine.endswith("w3-a"), "what is earlier in its week"
    assert home.course().next == CoursePlace(3, "b")
