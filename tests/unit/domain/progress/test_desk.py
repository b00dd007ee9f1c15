"""Sitting over weeks, by the same figures as a day has."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.progress.desk import DeskStep, days_at_desk, desk_time
from coreapp.domain.progress.time_range import TimeRange, window_of
from coreapp.domain.sitting_figures import SittingDay, SittingFigures, SittingRule, days_figures
from coreapp.domain.training_log import BreakSpan

RULE = SittingRule(30 * 60, 120)
BERLIN = ZoneInfo("Europe/Berlin")
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


@pytest.mark.parametrize("last", [date(2026, 3, 29), date(2026, 10, 25)])
@given(data=st.data())
def test_it_is_the_same_as_counting_every_day_alone(last, data):
    """Also over the nights in which the clocks change."""
    first = last - timedelta(days=3)
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(hours=9)
    spans = []
    kinds = st.sampled_from(["sitting", "break", "away", "standing", "off", "held"])
    for length in data.draw(st.lists(st.integers(1, 20_000), max_size=60)):
        end = moment + timedelta(seconds=length)
        if data.draw(st.booleans(), label="is there"):
            spans.append(BreakSpan("", moment, end, "Europe/Berlin", data.draw(kinds)))
        moment = end
    days = [first + timedelta(days=each) for each in range(4)]
    assert days_at_desk(spans, first, last, BERLIN, RULE) == days_figures(spans, days, BERLIN, RULE)
