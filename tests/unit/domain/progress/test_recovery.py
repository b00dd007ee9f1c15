"""Pain beside what helps or hinders recovery."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.activity import ActivityType
from coreapp.domain.pain import Trend
from coreapp.domain.progress.movement import Movement
from coreapp.domain.progress.recovery import DayFigures, pain_and_recovery, pain_by_day
from coreapp.domain.progress.time_range import TimeRange, window_of
from tests.each_case import each_case

TODAY = date(2026, 11, 22)
A_DAY = timedelta(days=1)
WINDOW = window_of(TimeRange.TWELVE_WEEKS, TODAY, None)
CORE = frozenset({ActivityType.CORE})


def days_ago(count: int) -> date:
    return TODAY - count * A_DAY


def test_the_worst_of_a_day_counts_and_the_next_morning_on_its_own_day():
    done = [Movement(CORE, TODAY, 10, pain=3, next_morning=5), Movement(CORE, TODAY, 10, pain=2)]
    records = [DayFigures(TODAY, pain=1), DayFigures(days_ago(1), pain=0)]
    found = pain_by_day(done, records)
    assert found == {TODAY: 3, TODAY + A_DAY: 5, days_ago(1): 0}


def test_what_was_not_entered_is_a_gap():
    found = pain_and_recovery({}, [DayFigures(TODAY, stress=4)], WINDOW)
    assert found.steps[-1].pain is None
    assert found.steps[-1].stress == 4
    assert found.steps[-2].stress is None
    assert found.last_pain is None
    assert found.has_figures


def test_nothing_was_entered():
    assert not pain_and_recovery({}, [DayFigures(TODAY)], WINDOW).has_figures


def test_a_week_is_the_mean_of_its_days():
    records = [DayFigures(TODAY, sleep=6), DayFigures(days_ago(1), sleep=7.5)]
    found = pain_and_recovery({TODAY: 1, days_ago(6): 4}, records, WINDOW)
    step = found.steps[-1]
    assert (step.pain, step.pain_days, step.sleep) == (2.5, 2, 6.75)
    assert found.last_pain == (TODAY, 1)


@each_case(
    ("before", "now", "trend"),
    [(5, 3, Trend.IMPROVING), (4, 3, Trend.STABLE), (1, 3, Trend.WORSE), (3, 4, Trend.WORSE)],
)
def test_the_trend_is_that_of_rule_r7(before, now, trend):
    pain = {days_ago(each): now if each < 7 else before for each in range(14)}
    assert pain_and_recovery(pain, [], WINDOW).trend is trend


def test_too_few_days_say_nothing():
    assert pain_and_recovery({TODAY: 3}, [], WINDOW).trend is Trend.UNKNOWN


records = st.lists(
    st.builds(
        DayFigures,
        day=st.dates(TODAY - timedelta(days=100), TODAY + timedelta(days=5)),
        pain=st.none() | st.integers(0, 10),
        stress=st.none() | st.integers(0, 10),
        sleep=st.none() | st.floats(0, 24),
    ),
    max_size=40,
    unique_by=lambda each: each.day,
)


@given(found=records)
def test_means_lie_between_the_least_and_the_most(found):
    recovery = pain_and_recovery(pain_by_day([], found), found, WINDOW)
    held = [each for each in found if WINDOW.holds(each.day)]
    for key in ("pain", "stress", "sleep"):
        known = [getattr(each, key) for each in held if getattr(each, key) is not None]
        means = [getattr(e, key) for e in recovery.steps if getattr(e, key) is not None]
        assert bool(known) == bool(means)
        assert all(min(known) - 1e-9 <= each <= max(known) + 1e-9 for each in means)
    assert sum(each.pain_days for each in recovery.steps) == sum(
        each.pain is not None for each in held
    )
