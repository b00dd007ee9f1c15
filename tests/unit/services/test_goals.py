"""Goals of a week: suggested from what was done, taken over, changed, or left alone."""

from datetime import date, timedelta

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.load import NextWeek
from coreapp.domain.settings import RunMetric, Settings
from coreapp.domain.week_goal import GoalKind, GoalReason, WeekGoal
from coreapp.services.goal_words import (
    left_line,
    progress_line,
    read_amount,
    reason_line,
    steep_line,
    suggestion_line,
)
from coreapp.services.goals import Goals
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.training_days import EVENING, TODAY, Kept, day, did, keep, ran, reader_of
from tests.fakes.work import FakeDatabase

MONDAY = date(2026, 3, 2)


class World:
    """Goals on a log that is kept; it is Thursday."""

    def __init__(self, *kept: Kept, settings: Settings | None = None) -> None:
        self.clock, self.file, database = FakeClock(EVENING), FakeStateFile(), FakeDatabase()
        keep(database, kept)
        chosen = settings or Settings()
        self.goals = Goals(reader_of(database, chosen, self.clock), self.file, lambda: chosen)

    @property
    def goal(self) -> WeekGoal:
        found = self.goals.this_week()
        assert found is not None
        return found


STEADY = (ran(1, 60), ran(8, 100), ran(15, 100))
"""Sixty minutes of running this week, a hundred in each of the two before."""


def test_a_little_more_than_the_week_before_is_suggested():
    assert World(*STEADY).goal == WeekGoal(
        MONDAY, GoalKind.RUN_MINUTES, 100, NextWeek(105, 110), GoalReason.A_LITTLE_MORE, 60
    )


def test_after_a_week_with_pain_it_is_a_fifth_less():
    world = World(*STEADY, did(8, pain_during=4))

    assert (world.goal.next.suggested, world.goal.reason) == (80, GoalReason.AFTER_PAIN)
    mild = World(*STEADY, did(8, pain_during=3), did(15, pain_during=6))
    assert mild.goal.reason is GoalReason.A_LITTLE_MORE


def test_after_a_week_that_grew_fast_it_is_a_fifth_less():
    world = World(ran(8, 111), ran(15, 100))

    assert (world.goal.next, world.goal.reason) == (NextWeek(88, 122), GoalReason.AFTER_A_JUMP)
    steady = World(ran(8, 110), ran(15, 100))
    assert steady.goal.reason is GoalReason.A_LITTLE_MORE


def test_after_an_easy_week_it_grows_from_the_one_before():
    runs = (ran(8, 50), ran(15, 100))

    assert World(*runs).goal.base == 50
    assert World(*runs, day(8, mark=DayMark.EASY)).goal.base == 100


def test_runs_may_be_counted_by_their_distance():
    settings = Settings(run_metric=RunMetric.KILOMETRES)
    with_distance = World(ran(8, 30, metres=10_150), settings=settings)

    assert with_distance.goal.kind is GoalKind.RUN_METRES
    assert with_distance.goal.next == NextWeek(10_600, 11_100)
    assert World(ran(8, 30), settings=settings).goal.kind is GoalKind.RUN_MINUTES


def test_who_does_not_run_has_a_goal_of_training():
    world = World(did(8, minutes=40), ran(8, 30, kind=ActivityType.WALK), did(1))

    assert (world.goal.kind, world.goal.base, world.goal.done) == (
        GoalKind.TRAINING_MINUTES,
        40,
        20,
    )


@each_case("kept", [(), (ran(1),), (ran(34),), (ran(8, kind=ActivityType.WALK),)])
def test_where_there_is_nothing_to_grow_from_nothing_is_suggested(kept):
    assert World(*kept).goals.this_week() is None


def test_after_two_weeks_of_being_ill_nothing_is_suggested_rather_than_a_goal_of_nothing():
    ill = (ran(22, 60), day(8, mark=DayMark.SICK), day(15, mark=DayMark.SICK))

    assert World(*ill).goals.this_week() is None
    assert World(ran(29, 2)).goals.this_week() is None


def test_what_last_week_is_compared_with_is_seen_whole():
    """It was the mean of three weeks, the first of which is six weeks ago."""
    steady = (ran(8, 40), ran(22, 30), ran(29, 30), ran(36, 60))

    assert World(*steady).goal.reason is GoalReason.A_LITTLE_MORE


def test_a_goal_may_be_longer_than_a_day():
    goal = World(*STEADY).goal

    assert read_amount(goal, "26 h 5 min") == 26 * 60 + 5


def test_goals_can_be_switched_off():
    assert World(*STEADY, settings=Settings(week_goals=False)).goals.this_week() is None


def test_what_was_taken_over_holds_for_its_week():
    world = World(*STEADY)
    assert world.goals.want(world.goal, 120) is None
    assert (world.goal.wanted, world.goal.left) == (120, 60)

    world.clock.advance(timedelta(days=4).total_seconds())
    assert (world.goal.week, world.goal.wanted) == (MONDAY + timedelta(days=7), None)


def test_a_goal_keeps_its_kind_when_the_settings_change():
    world = World(*STEADY)
    world.goals.want(world.goal, 105)
    by_distance = Settings(run_metric=RunMetric.KILOMETRES)
    database = FakeDatabase()
    keep(database, [ran(8, 100, metres=9000)])
    again = Goals(reader_of(database, by_distance), world.file, lambda: by_distance)

    found = again.this_week()
    assert found is not None
    assert (found.kind, found.wanted) == (GoalKind.RUN_MINUTES, 105)


def test_it_can_be_declined_and_that_taken_back():
    world = World(*STEADY)
    world.goals.want(world.goal, 105)
    former = world.goals.decline(world.goal)
    assert world.goals.this_week() is None

    world.goals.answer_again(former)
    assert world.goal.wanted == 105
    world.goals.answer_again(None)
    assert world.goal.wanted is None


@each_case("amount", [0, -1, 3001])
def test_a_goal_beyond_a_week_is_refused(amount):
    world = World(*STEADY)
    with pytest.raises(InvalidValueError):
        world.goals.want(world.goal, amount)
    assert world.file.document == {}


@each_case(
    "document",
    [
        {"week": "2026-03-02", "kind": "run_minutes", "amount": "much"},
        {"week": "2026-03-02", "kind": "run_minutes", "amount": True},
        {"week": "2026-03-02", "kind": "run_minutes", "amount": -5},
        {"week": "soon", "kind": "run_minutes", "amount": 5},
        {"week": "2026-03-02", "kind": "steps", "amount": 5},
    ],
)
def test_an_answer_that_cannot_be_read_is_none(document):
    world = World(*STEADY)
    world.file.document = document

    assert world.goal.wanted is None


def goal(kind: GoalKind = GoalKind.RUN_MINUTES, **values) -> WeekGoal:
    known = {
        "base": 100,
        "next": NextWeek(105, 110),
        "reason": GoalReason.A_LITTLE_MORE,
        "done": 60,
    }
    return WeekGoal(MONDAY, kind, **(known | values))


def test_a_suggestion_is_said_with_its_figures():
    assert suggestion_line(goal()) == "A goal for this week: 1 hr 45 min of running?"
    assert suggestion_line(goal(GoalKind.TRAINING_MINUTES)).endswith("of training?")
    assert "5 % more than 1 hr 40 min" in reason_line(goal())
    for reason in GoalReason:
        assert "1 hr 50 min is fine" in reason_line(goal(reason=reason))


def test_how_far_one_is_is_said():
    assert progress_line(goal(wanted=105)) == "Running: 1 hr of 1 hr 45 min"
    assert progress_line(goal(GoalKind.TRAINING_MINUTES, wanted=105)).startswith("Training:")
    by_distance = goal(GoalKind.RUN_METRES, wanted=10_500, done=4200)
    assert progress_line(by_distance) == "Running: 4.2 km of 10.5 km"


def test_what_is_left_is_said_by_the_day():
    assert left_line(goal(wanted=105), TODAY) == (
        "45 min are left, that is 12 min a day up to Sunday."
    )
    sunday = MONDAY + timedelta(days=6)
    assert left_line(goal(wanted=105), sunday) == "45 min are left for today."
    assert left_line(goal(wanted=50), TODAY).startswith("That is your goal of the week.")


def test_a_steep_goal_is_remarked_on():
    assert steep_line(goal(wanted=110)) == ""
    assert "more than 10 % above 1 hr 40 min" in steep_line(goal(wanted=111))


def test_an_amount_is_read_in_its_unit():
    assert read_amount(goal(), "1 h 45") == 105
    assert read_amount(goal(GoalKind.RUN_METRES), "12,5 km") == 12_500
    with pytest.raises(InvalidValueError):
        read_amount(goal(), "much")
