"""How far back the page of Progress looks, and in which steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.activity import week_of

WEEK: Final = timedelta(days=7)
WEEKS: Final = {"12w": 12, "year": 53}
HALF_A_YEAR: Final = 26 * WEEK
MOST_WEEKS: Final = 53
"""What is longer than this is shown in months."""


class TimeRange(StrEnum):
    """How far back one looks."""

    TWELVE_WEEKS = "12w"
    YEAR = "year"
    ALL = "all"


class Step(StrEnum):
    """What one bar is."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Window:
    """Whole weeks up to and with the one of today, or whole months over all time.

    Attributes:
        first: the first day, a Monday or the first of a month.
        today: the last day that counts.
        step: what one bar is.
    """

    first: date
    today: date
    step: Step = Step.WEEK

    def start_of(self, day: date) -> date:
        """Return the first day of the step in which a day lies."""
        return week_of(day) if self.step is Step.WEEK else day.replace(day=1)

    @property
    def starts(self) -> tuple[date, ...]:
        """The first days of all steps, oldest first."""
        return tuple(self._starts())

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.today

    def _starts(self) -> Iterator[date]:
        start = self.start_of(self.first)
        while start <= self.today:
            yield start
            start = self.start_of(start + (WEEK if self.step is Step.WEEK else timedelta(days=31)))


def fitting_range(today: date, oldest: date | None) -> TimeRange:
    """Return the range that a log fills: a year which is mostly empty says little.

    Args:
        today: the day it is here.
        oldest: the first day of the log, or None where it is empty.
    """
    if oldest is None or today - oldest < HALF_A_YEAR:
        return TimeRange.TWELVE_WEEKS
    return TimeRange.YEAR


def window_of(chosen: TimeRange, today: date, oldest: date | None) -> Window:
    """Return the days that a range has.

    Args:
        chosen: how far back one looks.
        today: the day it is here.
        oldest: the first day of the log, or None where it is empty; it matters for `ALL` only.
    """
    if chosen is not TimeRange.ALL:
        return Window(week_of(today) - (WEEKS[chosen] - 1) * WEEK, today)
    first = min(oldest or today, week_of(today) - (WEEKS[TimeRange.TWELVE_WEEKS] - 1) * WEEK)
    if week_of(today) - week_of(first) >= MOST_WEEKS * WEEK:
        return Window(first.replace(day=1), today, Step.MONTH)
    return Window(week_of(first), today)
