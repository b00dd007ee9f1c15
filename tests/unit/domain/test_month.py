"""The weeks of a month: every day once, whatever a week begins with."""

from datetime import date, timedelta
from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.month import (
    month_end,
    month_start,
    month_weeks,
    months_later,
    week_around,
)
from tests.each_case import each_case

DAYS = st.dates(date(1970, 1, 1), date(2199, 11, 30))
FIRST = st.integers(0, 6)


@given(DAYS, FIRST)
def test_a_month_has_each_of_its_days_once_and_whole_weeks(day, first) -> None:
    weeks = month_weeks(day, first)
    days = list(chain.from_iterable(weeks))

    assert all(len(week) == 7 and week[0].weekday() == first for week in weeks)
    assert all(later - before == timedelta(days=1) for before, later in pairwise(days))
    of_month = [each for each in days if (each.year, each.month) == (day.year, day.month)]
    assert of_month[0] == month_start(day)
    assert of_month[-1] == month_end(day)
    assert 4 <= len(weeks) <= 6
    # No week at the ends is wholly of another month.
    assert any(each.month == day.month for each in weeks[0])
    assert any(each.month == day.month for each in weeks[-1])


@given(DAYS, FIRST)
def test_a_week_is_the_one_that_holds_the_day(day, first) -> None:
    week = week_around(day, first)

    assert day in week
    assert week == next(each for each in month_weeks(day, first) if day in each)


@each_case(
    ("day", "weeks"),
    [
        (date(2026, 2, 10), 4),  # 28 days from a Sunday on, in America
        (date(2024, 2, 29), 5),
        (date(2026, 3, 29), 5),  # the week of daylight saving
        (date(2026, 8, 1), 6),
    ],
)
def test_short_and_long_months(day, weeks) -> None:
    assert len(month_weeks(day, 6)) == weeks


@given(DAYS.filter(lambda day: 1971 <= day.year <= 2198), st.integers(-12, 12))
def test_steps_of_months_keep_the_day_where_there_is_one(day, count) -> None:
    later = months_later(day, count)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == min(day.day, month_end(later).day)


def test_the_end_of_february() -> None:
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_later(date(2026, 1, 15), -1) == date(2025, 12, 15)
