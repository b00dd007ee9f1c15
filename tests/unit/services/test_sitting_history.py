"""The days at the desk: read, counted, deleted and brought back."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.sitting_figures import SittingFigures
from coreapp.domain.training_log import BreakSpan
from coreapp.services.sitting_history import SittingHistory
from tests.fakes.clock import MORNING
from tests.fakes.sitting import Desk

MONDAY = date(2026, 3, 2)


def history(desk: Desk) -> SittingHistory:
    return SittingHistory(desk.breaks, desk.database, desk.preferences, desk.clock)


def figures_of(desk: Desk, day: date) -> SittingFigures:
    return history(desk).week_of(day).figures_of(day)


def store(desk: Desk, *spans: tuple[float, float, str]) -> None:
    """Store spans: hours from Monday 09:00 on, and the kind."""
    with desk.database.work() as work:
        work.spans.add(
            [
                BreakSpan(
                    f"s{start}",
                    MORNING + timedelta(hours=start),
                    MORNING + timedelta(hours=end),
                    "Europe/Berlin",
                    kind,
                )
                for start, end, kind in spans
            ]
        )


def test_today_reaches_up_to_now():
    desk = Desk()
    desk.breaks.start()
    desk.work(20)

    assert history(desk).today == MONDAY
    assert figures_of(desk, MONDAY).sitting == pytest.approx(20 * 60, abs=1)


def test_a_day_begins_and_ends_at_midnight_here():
    desk = Desk()
    store(desk, (-10, -8.5, "sitting"))

    sunday = figures_of(desk, date(2026, 3, 1))
    monday = figures_of(desk, MONDAY)

    assert (sunday.sitting, monday.sitting) == (3600, 1800)


def test_a_week_has_seven_days_and_the_ones_before():
    desk = Desk()
    store(desk, (-3 * 24, -3 * 24 + 1, "sitting"), (0, 0.5, "sitting"))
    week = history(desk).week_of(MONDAY + timedelta(days=3))

    assert [each.day.weekday() for each in week.days] == list(range(7))
    assert week.days[0].day == MONDAY
    assert week.figures.sitting == 1800
    assert week.before.sitting == 3600


def test_a_span_that_goes_on_since_yesterday_is_one_of_yesterday_too():
    desk = Desk({"breaks": {"working_hours": {"sun": ["00:00-24:00"], "mon": ["00:00-24:00"]}}})
    desk.clock.jump(-10 * 3600)
    desk.breaks.start()
    desk.work(1)
    desk.rest(12 * 3600)

    yesterday = figures_of(desk, date(2026, 3, 1))

    assert yesterday.away == pytest.approx(59 * 60, abs=70)
    assert yesterday.natural == 1


def test_each_span_is_there_once():
    desk = Desk()
    desk.breaks.start()
    desk.work(20)
    desk.rest(300)
    desk.work(1)
    spans = history(desk).spans_of(MONDAY)

    assert len({each.start for each in spans}) == len(spans)
    assert all(a.end == b.start for a, b in pairwise(spans))


def test_how_far_back_one_can_go_is_a_setting():
    assert history(Desk({"keep_presence_days": 30})).first_day == date(2026, 1, 31)


def test_what_is_counted_by_follows_the_settings():
    rule = history(Desk({"breaks": {"interval_min": 45, "break_min": 3}})).rule

    assert (rule.interval, rule.break_length) == (45 * 60, 180)


def test_all_times_are_deleted_and_can_be_brought_back():
    desk = Desk()
    store(desk, (-2000, -1999, "sitting"), (-1, 0, "away"))
    deleted = history(desk).delete_all()
    assert desk.database.stored.spans.kept == {}
    history(desk).restore(deleted)

    assert len(desk.database.stored.spans.kept) == 2
    assert deleted[0].start == MORNING - timedelta(hours=2000)
    assert deleted[0].start > datetime(1970, 1, 1, tzinfo=UTC)


def test_nothing_is_deleted_where_the_log_cannot_be_written():
    desk = Desk()
    store(desk, (-1, 0, "away"))
    desk.database.failure = DatabaseBusyError()
    with pytest.raises(DatabaseBusyError):
        history(desk).delete_all()

    assert len(desk.database.stored.spans.kept) == 1
