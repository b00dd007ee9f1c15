"""How far back the page of Progress looks."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.progress.time_range import (
    Step,
    TimeRange,
    Window,
    fitting_range,
    window_of,
)

SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 16)


def test_twelve_weeks_end_with_the_one_of_today():
    window = window_of(TimeRange.TWELVE_WEEKS, SUNDAY, None)
    assert len(window.starts) == 12
    assert window.starts[-1] == MONDAY
    assert window.first == window.starts[0]


def test_the_first_range_is_one_that_the_log_fills():
    half = timedelta(days=182)
    assert fitting_range(SUNDAY, None) is TimeRange.TWELVE_WEEKS
    assert fitting_range(SUNDAY, SUNDAY - half + timedelta(days=1)) is TimeRange.TWELVE_WEEKS
    assert fitting_range(SUNDAY, SUNDAY - half) is TimeRange.YEAR


def test_a_year_has_53_weeks():
    assert len(window_of(TimeRange.YEAR, SUNDAY, date(1999, 1, 1)).starts) == 53


def test_all_of_a_young_log_is_at_least_twelve_weeks():
    assert len(window_of(TimeRange.ALL, SUNDAY, None).starts) == 12
    assert len(window_of(TimeRange.ALL, SUNDAY, SUNDAY).starts) == 12


def test_all_of_a_log_of_some_months_is_told_in_weeks():
    window = window_of(TimeRange.ALL, SUNDAY, date(2026, 6, 3))
    assert window.step is Step.WEEK
    assert window.first == date(2026, 6, 1)


def test_all_of_years_is_told_in_months():
    window = window_of(TimeRange.ALL, SUNDAY, date(2024, 2, 29))
    assert window.step is Step.MONTH
    assert window.starts[0] == date(2024, 2, 1)
    assert window.starts[-1] == date(2026, 11, 1)
    assert len(window.starts) == 34


def test_a_day_to_come_is_not_held():
    window = window_of(TimeRange.YEAR, MONDAY, None)
    assert window.holds(MONDAY)
    assert not window.holds(SUNDAY)
    assert not window.holds(window.first - timedelta(days=1))


@given(
    today=st.dates(date(1980, 1, 1), date(2100, 1, 1)),
    back=st.integers(0, 4000),
    chosen=st.sampled_from(TimeRange),
)
def test_every_day_of_a_window_lies_in_one_of_its_steps(today, back, chosen):
    window = window_of(chosen, today, today - timedelta(days=back))
    starts = window.starts
    assert list(starts) == sorted(set(starts))
    for days in (0, 1, 6, 30, 200):
        day = today - timedelta(days=days)
        if window.holds(day):
            assert window.start_of(day) in starts


def test_a_window_keeps_its_first_step_whole():
    assert Window(date(2026, 3, 18), SUNDAY, Step.MONTH).starts[0] == date(2026, 3, 1)
