"""Rules R7, R8 and R19, with the brief's own vectors."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.activity import Activity, ActivityType
from coreapp.domain.pain import (
    WALK_RUN_RUNS,
    Concern,
    PainDay,
    PainPlace,
    Trend,
    TwoWeeks,
    concerns,
    pain_trend,
    painful_runs,
)
from tests.each_case import each_case

TODAY = date(2026, 3, 29)
"""The clocks go forward on it."""


def days(*figures: int | None, **values) -> dict[date, PainDay]:
    """Return days with these figures, the last one today."""
    first = TODAY - timedelta(days=len(figures) - 1)
    return {
        first + timedelta(days=index): PainDay(figure, **values)
        for index, figure in enumerate(figures)
        if figure is not None
    }


def run(back: int, minutes: int = 30, **values) -> Activity:
    kinds = frozenset({ActivityType.RUN_EASY})
    return Activity(kinds, TODAY - timedelta(days=back), minutes, **values)


@each_case(
    ("before", "now", "trend"),
    [
        (50, 30, Trend.IMPROVING),
        (40, 28, Trend.IMPROVING),
        (40, 30, Trend.STABLE),
        (10, 5, Trend.STABLE),
        (30, 40, Trend.WORSE),
        (10, 30, Trend.WORSE),
        (0, 0, Trend.STABLE),
        (0, 20, Trend.WORSE),
    ],
)
def test_the_trend_by_tenths(before, now, trend):
    assert TwoWeeks(now, 10, before, 10).trend is trend


def test_too_few_days_say_nothing():
    assert pain_trend(days(*[5] * 7, 1, 1, 1, None, None, None, None), TODAY) is Trend.UNKNOWN
    assert pain_trend({}, TODAY) is Trend.UNKNOWN


def test_four_days_of_each_week_are_enough():
    week = (5, None, 5, 5, None, None, 5)
    better = (3, None, 3, 3, None, None, 3)

    assert pain_trend(days(*week, *better), TODAY) is Trend.IMPROVING


@given(st.integers(0, 70), st.integers(4, 7), st.integers(0, 70), st.integers(4, 7))
def test_better_one_way_is_worse_the_other_unless_it_is_small(now, now_days, before, before_days):
    there = TwoWeeks(now, now_days, before, before_days).trend
    back = TwoWeeks(before, before_days, now, now_days).trend

    assert (there, back) not in {(Trend.WORSE, Trend.WORSE), (Trend.IMPROVING, Trend.IMPROVING)}


def test_a_day_with_a_place_alone_has_no_figure():
    without = days(*[5] * 7, *[1] * 3) | {
        TODAY + timedelta(days=later): PainDay(None, tingled=True) for later in (1, 2, 3, 4)
    }

    assert pain_trend(without, TODAY + timedelta(days=4)) is Trend.UNKNOWN
    assert concerns(without, (), TODAY + timedelta(days=4)) == (Concern.BELOW_KNEE,)


def test_strong_pain_on_three_days_in_a_row():
    assert concerns(days(7, 8, 7), (), TODAY) == (Concern.STRONG_FOR_DAYS,)
    assert concerns(days(7, 6, 7), (), TODAY) == ()
    assert concerns(days(7, None, 7, 7), (), TODAY + timedelta(days=1)) == ()


def test_worse_although_one_rested():
    worse = days(*[2] * 7, *[5] * 7)

    assert Concern.WORSE_AT_REST in concerns(worse, [run(10, 100), run(2, 90)], TODAY)
    assert Concern.WORSE_AT_REST not in concerns(worse, [run(10, 100), run(2, 91)], TODAY)
    assert Concern.WORSE_AT_REST not in concerns(worse, (), TODAY)


def test_pain_below_the_knee_on_two_days():
    below = days(1, 1, places=frozenset({PainPlace.BELOW_KNEE}))

    assert concerns(below, (), TODAY) == (Concern.BELOW_KNEE,)
    assert concerns(days(1, 1, tingled=True), (), TODAY) == (Concern.BELOW_KNEE,)
    assert concerns(days(1, tingled=True), (), TODAY) == ()


def test_three_weeks_without_getting_better():
    assert concerns(days(*[3] * 28), (), TODAY) == (Concern.LASTING,)
    assert concerns(days(*[5] * 21, *[3] * 7), (), TODAY) == ()
    assert concerns(days(*[3] * 14, *[0] * 4, *[3] * 3, *[3] * 7), (), TODAY) == ()


def test_two_painful_runs_in_seven_days_ask_for_run_walk():
    amber = [run(0, is_amber=True), run(6, is_amber=True)]

    assert painful_runs(amber, TODAY) == WALK_RUN_RUNS == 2
    assert painful_runs([run(0, is_amber=True), run(7, is_amber=True)], TODAY) == 1
    assert painful_runs([run(0, is_amber=True), run(1), run(2, is_amber=False)], TODAY) == 1
