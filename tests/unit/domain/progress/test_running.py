"""Running, week by week, with the brief's vectors of rules R1 and R17."""

from datetime import date, timedelta

from coreapp.domain.activity import ActivityType
from coreapp.domain.load import Growth
from coreapp.domain.progress.movement import Movement
from coreapp.domain.progress.running import run_load
from coreapp.domain.progress.time_range import TimeRange, window_of
from tests.each_case import each_case

TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 16)
WINDOW = window_of(TimeRange.TWELVE_WEEKS, TODAY, None)


def run(minutes: int, weeks_ago: int = 0, metres: int | None = None) -> Movement:
    kinds = frozenset({ActivityType.RUN_EASY})
    return Movement(kinds, MONDAY - timedelta(weeks=weeks_ago), minutes, metres)


def load(*runs: Movement, easy: set[date] = frozenset(), in_metres: bool = False):
    return run_load(runs, easy, WINDOW, in_metres=in_metres)


@each_case(
    ("now", "growth"),
    [(110, Growth.OK), (111, Growth.AMBER), (130, Growth.AMBER), (131, Growth.RED)],
)
def test_a_week_beside_the_one_before(now, growth):
    week = load(run(100, 1), run(now)).now
    assert (week.step.base, week.step.limit, week.step.growth) == (100, 110, growth)


def test_after_a_week_without_runs_the_mean_of_three_counts():
    found = load(run(60, 2), run(30, 4), run(33))
    assert (found.now.step.base, found.now.step.growth) == (30, Growth.OK)


def test_an_easy_week_is_not_what_is_compared_with():
    easy = {MONDAY - timedelta(weeks=1)}
    assert load(run(100, 2), run(40, 1), run(100), easy=easy).now.step.base == 100


def test_without_any_run_there_is_nothing_to_compare():
    found = load()
    assert not found.has_runs
    assert found.now.step.growth is Growth.NEW
    assert len(found.weeks) == 12


def test_distances_instead_of_minutes():
    found = load(run(30, 1, 5000), run(30, 0, 5600), run(30), in_metres=True)
    assert (found.now.step.now, found.now.runs, found.now.step.growth) == (5600, 2, Growth.AMBER)


def test_next_week_is_a_little_less_than_one_feels_like():
    assert (load(run(100, 1), run(100)).ahead.suggested, load(run(100)).ahead.limit) == (105, 110)


def test_after_too_much_next_week_is_a_fifth_less():
    assert load(run(100, 1), run(150)).ahead.suggested == 120


def test_walks_and_days_to_come_do_not_count():
    walk = Movement(frozenset({ActivityType.WALK}), MONDAY, 60)
    later = Movement(frozenset({ActivityType.RUN_EASY}), TODAY + timedelta(days=1), 60)
    assert not load(walk, later).has_runs


def test_weeks_before_the_window_set_the_base_of_its_first_week():
    assert load(run(80, 12)).weeks[0].step.base == 80
