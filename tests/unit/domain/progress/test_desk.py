"""Sitting over weeks, by the same figures as a day has."""

from datetime import date, timedelta

from coreapp.domain.progress.desk import DeskStep, desk_time
from coreapp.domain.progress.time_range import TimeRange, window_of
from coreapp.domain.sitting_figures import SittingDay, SittingFigures

TODAY = date(2026, 11, 22)
WINDOW = window_of(TimeRange.TWELVE_WEEKS, TODAY, None)


def sat(longest: float, *, due: int = 0, taken: int = 0, within: int = 1) -> SittingFigures:
    return SittingFigures(
        sitting=longest, stretches=(longest,), due=due, taken=taken, within=within, days=1
    )


def test_a_week_is_the_mean_of_the_longest_of_its_days():
    days = [
        SittingDay(TODAY, sat(1800, due=3, taken=5)),
        SittingDay(TODAY - timedelta(days=1), sat(3600, due=2, taken=1, within=0)),
        SittingDay(TODAY - timedelta(days=2), SittingFigures()),
    ]
    found = desk_time(days, WINDOW)
    now = found.now
    assert (now.days, now.longest, now.within, now.stretches) == (2, 2700, 1, 2)
    assert (now.due, now.taken, now.kept, now.share) == (5, 6, 5, 0.5)
    assert (found.today, found.has_figures) == (1800, True)


def test_nothing_is_kept():
    found = desk_time([], WINDOW)
    assert (found.today, found.has_figures, found.now) == (
        None,
        False,
        DeskStep(date(2026, 11, 16)),
    )
    assert (found.now.share, found.now.kept) == (None, 0)


def test_other_days_do_not_count():
    days = [SittingDay(WINDOW.first - timedelta(days=1), sat(1800))]
    assert not desk_time(days, WINDOW).has_figures
