"""The figures of sitting: by the rules of the breaks, from the stored spans alone."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import Day, simulate
from coreapp.domain.sitting_figures import (
    SittingFigures,
    SittingRule,
    day_range,
    days_figures,
    figures_between,
    figures_together,
)
from coreapp.domain.training_log import BreakSpan
from tests.each_case import each_case
from tests.unit.domain.sitting.days import script, stamp

BERLIN = ZoneInfo("Europe/Berlin")
NINE = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""09:00 in Berlin."""
RULE = SittingRule(interval=1800, break_length=120)
MINUTE = timedelta(minutes=1)


def spans(*parts: tuple[str, float], start: datetime = NINE) -> list[BreakSpan]:
    """Spans one after the other: kind and minutes; `gap` leaves a hole."""
    made: list[BreakSpan] = []
    for kind, minutes in parts:
        end = start + minutes * MINUTE
        if kind != "gap":
            made.append(BreakSpan(str(len(made)), start, end, "Europe/Berlin", kind))
        start = end
    return made


def figures(*parts: tuple[str, float]) -> SittingFigures:
    day = spans(*parts)
    return figures_between(day, NINE - timedelta(hours=1), NINE + timedelta(days=1), RULE)


def test_nobody_sat():
    assert figures() == SittingFigures()
    assert figures(("away", 30)).share_within is None
    assert figures(("away", 30)).longest == 0
    assert figures(("away", 30)).natural == 0


def test_ninety_five_minutes_on_end_are_three_breaks_due():
    found = figures(("sitting", 95))

    assert (found.due, found.longest, found.within) == (3, 95 * 60, 0)


def test_due_is_the_sum_of_floors_over_the_stretches_not_the_floor_of_the_sum():
    found = figures(("sitting", 29), ("break", 3), ("sitting", 29), ("away", 5), ("sitting", 29))

    assert (found.due, found.taken, found.natural) == (0, 1, 1)
    assert found.share_within == 1


def test_what_was_held_is_sitting_in_every_figure():
    found = figures(("sitting", 20), ("held", 29), ("sitting", 12), ("break", 2))

    assert (found.sitting, found.held, found.longest, found.due) == (61 * 60, 29 * 60, 61 * 60, 2)


def test_half_a_break_takes_half_of_the_sitting_and_is_told():
    found = figures(("sitting", 20), ("away", 1), ("sitting", 25), ("break", 2))

    assert (found.partial, found.stretches, found.due) == (1, (35 * 60,), 1)


def test_what_is_passed_a_second_time_after_a_credit_is_due_a_second_time():
    found = figures(("sitting", 40), ("away", 1), ("sitting", 15), ("break", 2))

    assert (found.due, found.stretches) == (2, (40 * 60,))


@each_case("kind", ["break", "session"])
def test_a_break_on_purpose_is_taken(kind: str):
    found = figures(("sitting", 30), (kind, 3), ("sitting", 1))

    assert (found.taken, found.natural, found.in_breaks) == (1, 0, 180)


@each_case("kind", ["away", "asleep", "standing"])
def test_what_nobody_asked_for_is_natural(kind: str):
    found = figures(("sitting", 30), (kind, 3), ("sitting", 1))

    assert (found.taken, found.natural) == (0, 1)
    assert found.away + found.standing == 180


def test_pieces_of_one_relief_are_one():
    found = figures(("sitting", 30), ("away", 1), ("break", 1), ("asleep", 60), ("sitting", 5))

    assert (found.taken, found.natural, found.partial) == (1, 0, 0)


def test_coming_back_only_to_leave_again_is_no_second_break():
    found = figures(("away", 30), ("gap", 1), ("away", 30), ("sitting", 5))

    assert found.breaks == 0


def test_a_moment_away_before_anybody_sat_takes_nothing_off():
    assert figures(("away", 1), ("sitting", 5)).partial == 0


def test_a_break_that_still_goes_on_counts_when_it_is_long_enough():
    assert figures(("sitting", 30), ("break", 2)).taken == 1
    assert figures(("sitting", 30), ("break", 1)).taken == 0
    assert figures(("sitting", 30), ("away", 1)).partial == 0


@each_case(("minutes", "stretches"), [(29, 1), (30, 2)])
@each_case("kind", ["off", "gap"])
def test_time_nobody_looked_at_ends_a_stretch_from_half_an_hour_on(kind, minutes, stretches):
    found = figures(("sitting", 20), (kind, minutes), ("sitting", 20))

    assert len(found.stretches) == stretches
    assert (found.breaks, found.partial) == (0, 0)
    assert found.due == (1 if stretches == 1 else 0)


def test_a_glance_at_the_screen_is_no_stretch():
    found = figures(("sitting", 0.5), ("away", 5), ("sitting", 40))

    assert found.stretches == (40 * 60,)
    assert found.sitting == 40.5 * 60


def test_the_seconds_that_the_bar_waits_do_not_spoil_a_stretch():
    assert figures(("sitting", 30.9)).within == 1
    assert figures(("sitting", 31)).within == 0


def test_a_stretch_over_midnight_is_one_of_each_day():
    night = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)
    found = days_figures(
        spans(("sitting", 60), start=night), date(2026, 3, 2), date(2026, 3, 3), BERLIN, RULE
    )

    assert [each.figures.stretches for each in found] == [(1800,), (1800,)]


@each_case(
    ("day", "hours"), [(date(2026, 3, 28), 24), (date(2026, 3, 29), 23), (date(2026, 10, 25), 25)]
)
def test_a_day_of_daylight_saving_has_another_length(day, hours):
    start, end = day_range(day, BERLIN)
    always = [BreakSpan("1", start - MINUTE, end + MINUTE, "Europe/Berlin", "sitting")]

    (found,) = days_figures(always, day, day, BERLIN, RULE)

    assert found.figures.sitting == hours * 3600
    assert found.figures.due == hours * 2


@pytest.mark.parametrize("last", [date(2026, 3, 29), date(2026, 10, 25)])
@given(data=st.data())
def test_days_are_counted_as_each_would_be_alone(last, data):
    """Also over the nights in which the clocks change."""
    first = last - timedelta(days=3)
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(hours=9)
    records = []
    kinds = st.sampled_from(["sitting", "break", "away", "standing", "off", "held"])
    for length in data.draw(st.lists(st.integers(1, 20_000), max_size=60)):
        end = moment + timedelta(seconds=length)
        if data.draw(st.booleans(), label="is there"):
            records.append(BreakSpan("", moment, end, "Europe/Berlin", data.draw(kinds)))
        moment = end

    found = days_figures(records, first, last, BERLIN, RULE)

    assert [each.day for each in found] == [first + timedelta(days=each) for each in range(4)]
    for each in found:
        assert each.figures == figures_between(records, *day_range(each.day, BERLIN), RULE)


def test_days_together_are_their_sums_and_the_longest_of_all():
    monday = spans(("sitting", 40), ("break", 3))
    tuesday = spans(("sitting", 20), ("away", 3), start=NINE + timedelta(days=1))
    first, last = date(2026, 3, 2), date(2026, 3, 4)

    total = figures_together(days_figures([*monday, *tuesday], first, last, BERLIN, RULE))

    assert (total.sitting, total.longest, total.days) == (3600, 2400, 2)
    assert (total.due, total.taken, total.natural, total.share_within) == (1, 1, 1, 0.5)


SITS = st.tuples(st.integers(1, 5000), st.integers(1, 300))


def random_day(parts: list[tuple[int, int]], *, held: bool) -> Day:
    """Typing and resting in turns, as the engine takes it."""
    events: list[tuple[str, str, object]] = []
    now = 0
    if held:
        events.append(("00:00:00", "hold", "do_not_disturb"))
    for typed, rested in parts:
        events += [(stamp(now), "input", "active"), (stamp(now + typed), "input", "idle")]
        now += typed + rested
    events.append((stamp(now), "input", "active"))
    settings = {"away_after_s": 20}
    document = script(*events, settings=settings, until=stamp(now + 60))
    return simulate(parse_script(document))


def as_records(day: Day) -> list[BreakSpan]:
    return [
        BreakSpan("", each.start_utc, each.end_utc, "UTC", each.kind.value, each.reason)
        for each in day.spans
    ]


@given(st.lists(SITS, min_size=1, max_size=12), st.booleans())
def test_they_are_the_engines_own_figures(parts: list[tuple[int, int]], held: bool):
    day = random_day(parts, held=held)
    records = as_records(day)
    found = figures_between(records, records[0].start, records[-1].end, RULE)

    assert found.due == day.totals.due
    assert found.sitting == pytest.approx(day.totals.sitting_s)
    assert (found.breaks, found.partial) == (
        day.totals.taken + day.totals.natural,
        day.totals.partial,
    )
    if day.totals.longest_sit_s >= 60:
        assert found.longest == pytest.approx(day.totals.longest_sit_s)


KINDS = st.sampled_from([*(each.value for each in SpanKind), "gap"])


@given(st.lists(st.tuples(KINDS, st.integers(1, 200)), max_size=30), st.integers(0, 3000))
def test_parts_of_a_time_add_up_and_nothing_is_counted_twice(parts, minutes):
    day = spans(*parts)
    start, end = NINE, NINE + timedelta(days=10)
    middle = start + minutes * MINUTE
    whole = figures_between(day, start, end, RULE)
    both = figures_between(day, start, middle, RULE) + figures_between(day, middle, end, RULE)

    assert both.sitting == whole.sitting
    assert both.held == whole.held <= whole.sitting
    assert both.due <= whole.due
    assert sum(whole.stretches) <= whole.sitting
    assert whole.within <= len(whole.stretches)
    in_all = sum((each.end - each.start for each in day if each.kind != "off"), timedelta())
    told = whole.sitting + whole.standing + whole.away + whole.in_breaks
    assert told == in_all.total_seconds()
    assert all(a.end <= b.start for a, b in pairwise(day))
