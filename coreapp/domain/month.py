"""The weeks of a month as a calendar shows them, and steps from one day to another."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

WEEK_DAYS: Final = 7
_MONTHS: Final = 12

Week = tuple[date, ...]


def week_around(day: date, first_weekday: int) -> Week:
    """Return the seven days of a day's week.

    Args:
        day: one of them.
        first_weekday: what a week begins with, 0 for Monday.
    """
    first = day - timedelta(days=(day.weekday() - first_weekday) % WEEK_DAYS)
    return tuple(first + timedelta(days=each) for each in range(WEEK_DAYS))


def month_weeks(day: date, first_weekday: int) -> tuple[Week, ...]:
    """Return the weeks that hold a day of its month, with the days of other months at the ends.

    Args:
        day: one of the month.
        first_weekday: what a week begins with, 0 for Monday.
    """
    first, last = month_start(day), month_end(day)
    weeks = [week_around(first, first_weekday)]
    while weeks[-1][-1] < last:
        weeks.append(week_around(weeks[-1][-1] + timedelta(days=1), first_weekday))
    return tuple(weeks)


def month_start(day: date) -> date:
    """Return the first day of a day's month."""
    return day.replace(day=1)


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_later(day: date, count: int) -> date:
    """Return the same day some months later; the last one of a month that has no such day."""
    years, month = divmod(day.month - 1 + count, _MONTHS)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
