"""Weeks in a row, by a bar that is one's own."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.activity import week_of
from coreapp.domain.progress.streak import WeekState, bar_of, streak
from tests.each_case import each_case

WEDNESDAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 16)
LONG_AGO = date(2024, 1, 1)


def days_of(weeks_ago: int, count: int) -> set[date]:
    """Some days of a week, from its Monday on."""
    monday = MONDAY - timedelta(weeks=weeks_ago)
    return {monday + timedelta(days=each) for each in range(count)}


def active(*counts: int) -> set[date]:
    """Days of several weeks, the last of them the present one."""
    return set().union(*(days_of(ago, count) for ago, count in enumerate(reversed(counts))))


def row(*counts: int, excused: set[date] = frozenset(), today: date = WEDNESDAY):
    return streak(active(*counts), excused, today, LONG_AGO)


@each_case(
    ("before", "bar"),
    [
        ((), 1),
        ((4, 4), 1),
        ((3, 3, 3), 3),
        # The lower one of the two in the middle.
        ((1, 2, 4, 5), 2),
        ((7, 7, 7, 7), 5),
        ((0, 0, 0, 2), 1),
        # Only the last eight count.
        ((1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3), 3),
    ],
)
def test_the_bar_is_the_lower_median_of_the_last_eight_weeks(before, bar):
    assert bar_of(before) == bar


@each_case(("excused", "bar"), [(0, 3), (2, 2), (3, 1), (5, 0), (7, 0), (9, 0)])
def test_marked_days_lower_the_bar(excused, bar):
    assert bar_of((3, 3, 3), excused) == bar


def test_nothing_was_ever_done():
    found = streak(set(), set(), WEDNESDAY, LONG_AGO)
    assert (found.length, found.last_length, found.last_end) == (0, 0, None)
    assert found.is_whole
    assert found.now.state is WeekState.RUNNING
    assert found.days_missing == 1


def test_weeks_that_are_kept_add_up():
    assert row(3, 3, 3, 3, 3).length == 5


def test_the_present_week_never_breaks_the_row():
    found = row(3, 3, 3, 3, 1)
    assert found.length == 4
    assert found.now.state is WeekState.RUNNING
    assert found.days_missing == 2


def test_a_week_below_the_bar_ends_the_row():
    found = row(3, 3, 3, 3, 2, 3)
    assert found.length == 1
    assert [each.state for each in found.weeks[-2:]] == [WeekState.MISSED, WeekState.KEPT]


def test_where_nothing_runs_the_last_row_is_told():
    found = row(3, 3, 3, 3, 0, 0, 0)
    assert (found.length, found.last_length) == (0, 4)
    assert found.last_end == MONDAY - timedelta(weeks=3)


def test_a_week_of_illness_neither_counts_nor_breaks():
    found = row(3, 3, 3, 3, 0, 0, 3, excused=days_of(1, 7) | days_of(2, 7))
    assert found.length == 5
    assert [each.state for each in found.weeks[-3:-1]] == [WeekState.EXCUSED] * 2


def test_a_free_week_in_which_something_is_done_counts():
    assert row(3, 3, 3, 3, 1, 3, excused=days_of(1, 7)).length == 6


def test_a_present_week_that_is_free_asks_for_nothing():
    found = row(3, 3, 3, 3, 0, excused=days_of(0, 7))
    assert (found.length, found.days_missing, found.now.state) == (4, 0, WeekState.EXCUSED)


def test_a_week_of_illness_does_not_lower_the_bar():
    counts = (4, 4, 4, 0, 0, 0, 0, 0, 0, 4)
    excused = set().union(*(days_of(ago, 7) for ago in range(1, 7)))
    assert row(*counts, excused=excused).now.bar == 4


def test_the_days_that_are_left():
    assert row(3, 3, 3, 3, 0, today=MONDAY).days_left == 7
    assert row(3, 3, 3, 3, 1, today=MONDAY).days_left == 6
    sunday = row(3, 3, 3, 3, 1, today=MONDAY + timedelta(days=6))
    assert (sunday.days_left, sunday.days_missing, sunday.can_be_kept) == (1, 2, False)
    assert row(3, 3, 3, 3, 1).can_be_kept


def test_what_came_before_the_days_that_were_read_only_sets_the_bar():
    days = active(*[3] * 20)
    first = MONDAY - timedelta(weeks=15)
    found = streak({day for day in days if day >= first}, set(), WEDNESDAY, first)
    assert (len(found.weeks), found.length, found.is_whole) == (8, 8, False)
    assert streak(days, set(), WEDNESDAY, LONG_AGO).length == 20


def test_a_row_whose_end_was_seen_is_whole():
    days = active(*[3] * 12, 0, *[3] * 5)
    first = MONDAY - timedelta(weeks=17)
    found = streak(days, set(), WEDNESDAY, first)
    assert (found.length, found.is_whole) == (5, True)


def test_so_little_was_read_that_there_is_only_the_present_week():
    found = streak({WEDNESDAY}, set(), WEDNESDAY, MONDAY)
    assert len(found.weeks) == 1
    assert not found.is_whole


days = st.sets(st.dates(date(2025, 6, 2), date(2026, 11, 30)), max_size=300)


@given(done=days, marked=days)
def test_a_row_is_no_longer_than_its_weeks(done, marked):
    found = streak(done, marked, WEDNESDAY, LONG_AGO)
    assert 0 <= found.length <= len(found.weeks)
    assert found.now.start == MONDAY
    assert all(each.days <= 7 and each.bar <= 5 for each in found.weeks)
    assert found.is_whole
    # Something that is shown is never zero where anything was kept.
    kept = any(each.state is WeekState.KEPT for each in found.weeks)
    assert (found.length or found.last_length) > 0 or not kept


@given(done=days, marked=days, more=st.dates(date(2026, 11, 16), WEDNESDAY))
def test_one_day_more_in_this_week_never_shortens_the_row(done, marked, more):
    before = streak(done, marked, WEDNESDAY, LONG_AGO)
    after = streak(done | {more}, marked, WEDNESDAY, LONG_AGO)
    begun = min((day for day in done if day <= WEDNESDAY), default=None)
    if begun is not None and week_of(begun) <= MONDAY:
        assert after.length >= before.length


@given(done=days, marked=days)
def test_marked_days_never_shorten_the_row_of_now(done, marked):
    free = streak(done, set(), WEDNESDAY, LONG_AGO)
    with_marks = streak(done, marked & {WEDNESDAY}, WEDNESDAY, LONG_AGO)
    assert with_marks.length >= free.length
