"""The goal of a week: what is left of it, and when it is steep."""

from datetime import date, timedelta

from coreapp.domain.load import NextWeek
from coreapp.domain.week_goal import GoalKind, GoalReason, WeekGoal
from tests.each_case import each_case

MONDAY = date(2026, 3, 2)
GOAL = WeekGoal(MONDAY, GoalKind.RUN_MINUTES, 100, NextWeek(105, 110), GoalReason.A_LITTLE_MORE, 60)


@each_case(("back", "a_day"), [(0, 7), (3, 12), (6, 45)])
def test_what_is_left_is_shared_by_the_days_that_are_left_and_rounded_up(back, a_day):
    goal = GOAL.wanting(105)

    assert goal.left == 45
    assert goal.a_day(MONDAY + timedelta(days=back)) == a_day


def test_a_goal_is_reached_when_nothing_is_left():
    assert GOAL.wanting(60).is_reached
    assert not GOAL.wanting(61).is_reached
    assert not GOAL.is_reached
    assert GOAL.left == 0


@each_case(("wanted", "is_steep"), [(None, False), (110, False), (111, True)])
def test_more_than_a_tenth_above_is_steep(wanted, is_steep):
    assert GOAL.wanting(wanted).is_steep is is_steep
