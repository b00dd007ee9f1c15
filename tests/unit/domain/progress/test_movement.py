"""Minutes by day, by week and by area come to the same."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.activity import RUNS, ActivityType
from coreapp.domain.progress.movement import (
    Area,
    Movement,
    area_of,
    heat_days,
    minutes_by_day,
    minutes_by_step,
)
from coreapp.domain.progress.time_range import Step, TimeRange, Window, window_of
from tests.each_case import each_case

TODAY = date(2026, 11, 18)
WINDOW = window_of(TimeRange.TWELVE_WEEKS, TODAY, None)


def done(minutes: int, day: date = TODAY, kind: ActivityType = ActivityType.CORE) -> Movement:
    return Movement(frozenset({kind}), day, minutes)


movements = st.lists(
    st.builds(
        Movement,
        kinds=st.frozensets(st.sampled_from(ActivityType), min_size=1, max_size=2),
        day=st.dates(TODAY - timedelta(days=500), TODAY + timedelta(days=20)),
        minutes=st.integers(1, 600),
    ),
    max_size=40,
)
windows = st.sampled_from(
    [window_of(each, TODAY, TODAY - timedelta(days=900)) for each in TimeRange]
)


def test_every_kind_belongs_to_an_area():
    runs = {kind for kind in ActivityType if area_of(frozenset({kind})) is Area.RUNS}
    assert runs == set(RUNS)


def test_a_session_of_both_is_strength():
    assert area_of(frozenset({ActivityType.CORE, ActivityType.STRENGTH})) is Area.STRENGTH


def test_what_has_no_area_of_its_own_is_other():
    assert area_of(frozenset({ActivityType.SWIM})) is Area.OTHER


@given(found=movements, window=windows)
def test_days_weeks_and_areas_come_to_the_same_sum(found, window):
    held = [each for each in found if window.holds(each.day)]
    total = sum(each.minutes for each in held)
    steps = minutes_by_step(found, window)
    assert [each.start for each in steps] == list(window.starts)
    assert sum(each.total for each in steps) == total
    assert sum(sum(each.areas.values()) for each in steps) == total
    heat = heat_days(found, window)
    assert heat.minutes == sum(each.minutes for each in heat.cells) == total
    assert sum(minutes_by_day(held).values()) == total
    assert heat.active_days == len({each.day for each in held})


@given(found=movements, window=windows, data=st.data())
def test_the_order_of_what_was_done_does_not_matter(found, window, data):
    mixed = data.draw(st.permutations(found))
    assert heat_days(mixed, window) == heat_days(found, window)
    assert minutes_by_step(mixed, window) == minutes_by_step(found, window)


@given(found=movements, window=windows)
def test_cells_follow_each_other_without_a_gap(found, window):
    heat = heat_days(found, window)
    length = timedelta(days=7 if window.step is Step.MONTH else 1)
    starts = [each.start for each in heat.cells]
    assert starts[0].weekday() == 0
    assert all(second - first == length for first, second in pairwise(starts))
    assert starts[-1] <= TODAY < starts[-1] + length


@each_case(
    ("minutes", "level"), [(1, 1), (10, 1), (11, 2), (20, 2), (21, 3), (40, 3), (41, 4), (600, 4)]
)
def test_the_level_of_a_day(minutes, level):
    cell = heat_days([done(minutes)], WINDOW).cells[-1]
    assert (cell.start, cell.minutes, cell.level) == (TODAY, minutes, level)


def test_over_years_a_cell_is_a_week():
    window = window_of(TimeRange.ALL, TODAY, date(2024, 5, 9))
    heat = heat_days([done(100), done(60, TODAY - timedelta(days=2))], window)
    assert heat.by_week
    assert heat.cells[-1].start == date(2026, 11, 16)
    assert (heat.cells[-1].minutes, heat.cells[-1].level) == (160, 4)
    assert heat.active_days == 2


def test_nothing_was_done():
    heat = heat_days([], Window(date(2026, 11, 16), TODAY))
    assert [each.level for each in heat.cells] == [0, 0, 0]
    assert (heat.minutes, heat.active_days) == (0, 0)


def test_a_run_is_told_from_a_walk():
    assert done(1, kind=ActivityType.RUN_WALK).is_run
    assert not done(1, kind=ActivityType.WALK).is_run
