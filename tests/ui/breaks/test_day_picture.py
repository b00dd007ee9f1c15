"""The strip of the day and its legend."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.training_log import BreakSpan
from coreapp.ui.breaks.day_picture import (
    asked_legend,
    day_legend,
    day_view,
    next_legend,
    past_day_view,
)
from coreapp.ui.widgets.day_view import SpanKind
from tests.fakes.clock import MORNING
from tests.fakes.sitting import Desk

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 3, 2, 12, tzinfo=BERLIN)


def span(kind: str, start: float, end: float, reason: str = "") -> BreakSpan:
    """A span from and to some minutes after 09:00 in Berlin."""
    begun, ended = (MORNING + timedelta(minutes=each) for each in (start, end))
    return BreakSpan("", begun, ended, "Europe/Berlin", kind, reason)


def test_spans_lie_at_their_minutes_of_the_local_day():
    day = day_view([span("sitting", 0, 30), span("break", 30, 33)], NOON, None, BreakSettings())

    assert [(each.kind, each.start, each.end) for each in day.spans] == [
        (SpanKind.SITTING, 540, 570),
        (SpanKind.BREAK, 570, 573),
    ]
    assert (day.start, day.end, day.now) == (8 * 60, 18 * 60, 12 * 60)
    assert len(day.ticks) == 11


def test_the_strip_reaches_to_what_happened_outside_the_hours():
    early = span("sitting", -150, -90)
    late = datetime(2026, 3, 2, 20, 30, tzinfo=BERLIN)

    day = day_view([early], late, None, BreakSettings())

    assert (day.start, day.end) == (6 * 60, 21 * 60)


def test_time_off_is_the_bare_ground():
    day = day_view([span("off", 0, 60), span("asleep", 60, 90)], NOON, None, BreakSettings())

    assert [each.kind for each in day.spans] == [SpanKind.OFF, SpanKind.AWAY]
    assert day.spans[0].tip.startswith("Outside working hours")


def test_time_off_does_not_make_the_strip_longer():
    night = span("off", -500, -100, "not_running")

    day = day_view([night], NOON, None, BreakSettings())

    assert (day.start, day.end) == (8 * 60, 18 * 60)


def test_each_span_is_known_by_its_id():
    stored = replace(span("sitting", 0, 30), id="s1")

    day = day_view([stored, span("sitting", 30, 40)], NOON, None, BreakSettings())

    assert [each.key for each in day.spans] == ["s1", ""]


def test_a_span_from_yesterday_begins_at_midnight():
    day = day_view([span("sitting", -600, 10)], NOON, None, BreakSettings())

    assert (day.start, day.spans[0].start) == (0, 0)


def test_the_next_break_is_marked_while_one_is_coming():
    desk = Desk()
    desk.breaks.start()
    desk.work(10)

    day = day_view((), NOON, desk.view, BreakSettings())
    assert day.next_break is not None
    assert abs(day.next_break - (9 * 60 + 30)) < 0.1
    assert [each.kind for each in next_legend(desk.view)] == [SpanKind.NEXT]


def test_a_break_that_is_owed_is_nothing_to_come():
    desk = Desk()
    desk.breaks.start()
    desk.breaks.pause(None)
    desk.work(40)

    assert desk.view.owed
    assert day_view((), NOON, desk.view, BreakSettings()).next_break is None
    assert next_legend(desk.view) == []


def test_nothing_is_marked_while_the_breaks_are_off():
    assert day_view((), NOON, None, BreakSettings()).next_break is None
    assert next_legend(None) == []


def test_the_legend_has_the_sums_and_counts_what_was_held_as_sitting():
    spans = [
        span("sitting", 0, 30),
        span("held", 30, 59, "call"),
        span("break", 59, 62),
        span("away", 70, 76),
    ]

    assert [each.text for each in day_legend(spans, 120)] == [
        "Sitting 59 min",
        "of it held 29 min",
        "Breaks 2",
        "Away 6 min",
    ]


def test_what_is_not_there_has_no_entry():
    assert [each.text for each in day_legend((), 120)] == ["Sitting 0 min", "Breaks 0"]


def test_another_day_has_no_present_and_no_break_to_come():
    day = past_day_view([span("sitting", 0, 30)], NOON.date(), BERLIN, BreakSettings())

    assert (day.now, day.next_break, day.asked) == (None, None, ())
    assert (day.start, day.end) == (8 * 60, 18 * 60)
    assert [each.start for each in day.spans] == [540]


def test_an_empty_day_has_its_working_hours_or_the_usual_ones():
    sunday = NOON.date() - timedelta(days=1)

    for each in (NOON.date(), sunday):
        day = past_day_view((), each, BERLIN, BreakSettings())
        assert (day.start, day.end, day.spans) == (8 * 60, 18 * 60, ())


def test_where_a_bar_would_ask_is_marked():
    day = past_day_view((), NOON.date(), BERLIN, BreakSettings(), [NOON])

    assert day.asked == (12 * 60,)
    assert asked_legend().kind is SpanKind.ASKED


def test_a_night_away_does_not_fill_the_strip():
    spans = [span("away", -600, -20), span("sitting", 0, 30), span("away", 600, 900)]
    day = past_day_view(spans, NOON.date(), BERLIN, BreakSettings())

    assert (day.start, day.end) == (8 * 60, 18 * 60)
    assert [each.kind for each in day.spans] == [SpanKind.AWAY, SpanKind.SITTING]


def test_a_moment_without_a_zone_is_a_bug():
    with pytest.raises(ValueError, match="2026"):
        day_view((), NOON.replace(tzinfo=None), None, BreakSettings())


@pytest.mark.parametrize(("month", "number"), [(3, 29), (10, 25)])
def test_on_a_day_of_daylight_saving_times_are_those_on_the_wall(month, number):
    start = datetime(2026, month, number, 9, tzinfo=BERLIN)
    nine = BreakSpan("", start, start + timedelta(hours=1), "Europe/Berlin", "sitting")
    day = past_day_view([nine], start.date(), BERLIN, BreakSettings())

    assert (day.spans[0].start, day.spans[0].end) == (540, 600)
    assert [each.at for each in day.ticks] == [hour * 60 for hour in range(8, 19)]
