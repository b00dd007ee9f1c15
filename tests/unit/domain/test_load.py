"""Rules R1 to R4 and R17, with the brief's own vectors."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.activity import Activity, ActivityType, week_of
from coreapp.domain.load import (
    WEEK,
    BuildUp,
    Growth,
    NextWeek,
    RunWeek,
    Stage,
    Step,
    Targets,
    base_of_week,
    build_up,
    compare,
    next_week,
    run_week,
    single_run,
    weekly_load,
    weekly_volume,
)
from tests.each_case import each_case

MONDAY = date(2026, 3, 2)
EASY = frozenset({ActivityType.RUN_EASY})
amounts = st.integers(0, 5000)


def run(day: date, minutes: int, **values) -> Activity:
    return Activity(EASY, day, minutes, **values)


@each_case(
    ("base", "now", "growth"),
    [
        (100, 110, Growth.OK),
        (100, 111, Growth.AMBER),
        (100, 130, Growth.AMBER),
        (100, 131, Growth.RED),
        (95, 104, Growth.OK),
        (95, 105, Growth.AMBER),
        (0, 50, Growth.NEW),
        (320, 352, Growth.OK),
        (320, 353, Growth.AMBER),
        (320, 416, Growth.AMBER),
        (320, 417, Growth.RED),
    ],
)
def test_a_week_is_compared_with_the_one_before(base, now, growth):
    assert compare(base, now).growth is growth


def test_the_limit_is_a_tenth_more_rounded_down():
    assert compare(95, 100).limit == 104


@each_case(
    ("before", "was_easy", "base"),
    [
        ((100, 90, 80, 70), False, 100),
        ((0, 60, 0, 30), False, 30),
        ((0, 0, 0, 0), False, 0),
        ((), False, 0),
        ((40, 100), True, 100),
        ((120, 100), True, 120),
    ],
)
def test_after_a_week_without_runs_the_three_before_count(before, was_easy, base):
    assert base_of_week(before, was_easy=was_easy) == base


def test_after_a_pause_growth_begins_from_the_mean():
    assert weekly_volume((0, 60, 0, 30), 33).growth is Growth.OK
    assert weekly_volume((0, 60, 0, 30), 34).growth is Growth.AMBER
    assert weekly_volume((0, 0, 0, 0), 34) == Step(0, 34, Growth.NEW)


@each_case(
    ("longest", "now", "growth"),
    [
        (50, 55, Growth.OK),
        (50, 56, Growth.AMBER),
        (50, 65, Growth.AMBER),
        (50, 66, Growth.RED),
        (50, 100, Growth.RED),
        (50, 101, Growth.DOUBLE),
    ],
)
def test_a_run_is_compared_with_the_longest_of_thirty_days(longest, now, growth):
    before = run(MONDAY - timedelta(days=30), longest)

    assert single_run(run(MONDAY, now), [before, run(MONDAY, now)]).growth is growth


def test_a_run_of_31_days_ago_does_not_count():
    old = run(MONDAY - timedelta(days=31), 50)

    assert single_run(run(MONDAY, 101), [old]) == Step(0, 101, Growth.NEW)


def test_distances_may_be_compared_instead():
    before = [run(MONDAY - timedelta(days=2), 90, metres=10_000), run(MONDAY, 10)]

    assert single_run(run(MONDAY, 30, metres=11_001), before, in_metres=True) == Step(
        10_000, 11_001, Growth.AMBER
    )
    assert single_run(run(MONDAY, 30, metres=5), [run(MONDAY, 9)], in_metres=True).base == 0


def trained(minutes: int, effort: float | None, days: int = 0, kind=ActivityType.CORE) -> Activity:
    return Activity(frozenset({kind}), MONDAY + timedelta(days=days), minutes, effort=effort)


def test_load_is_minutes_times_effort():
    week = [trained(30, 4), trained(40, 5, 6), trained(60, 9, kind=ActivityType.WALK)]
    later = [trained(44, 8, 7)]

    assert weekly_load([*week, *later], MONDAY + timedelta(days=7)) == Step(3200, 3520, Growth.OK)


def test_a_week_with_an_effort_that_was_not_entered_says_nothing():
    activities = [trained(30, 4), trained(30, None), trained(300, 9, 7)]

    assert weekly_load(activities, MONDAY + timedelta(days=7)).growth is Growth.INCOMPLETE
    assert weekly_load([], MONDAY).growth is Growth.NEW


@each_case(("now", "growth"), [(352, Growth.OK), (353, Growth.AMBER), (417, Growth.RED)])
def test_the_briefs_weeks_of_load(now, growth):
    week = [trained(30, 4), trained(40, 5)]

    assert weekly_load([*week, trained(now, 1, 7)], MONDAY + WEEK).growth is growth


def test_after_a_week_without_training_the_load_of_the_three_before_counts():
    """As in rule R1: 600, 0 and 300 of load, then nothing, make a base of 300."""
    before = [trained(60, 10), trained(30, 10, 14)]

    assert weekly_load([*before, trained(33, 10, 28)], MONDAY + 4 * WEEK) == Step(
        3000, 3300, Growth.OK
    )
    assert weekly_load([*before, trained(34, 10, 28)], MONDAY + 4 * WEEK).growth is Growth.AMBER


def test_after_an_easy_week_the_load_of_the_one_before_counts():
    weeks = [trained(40, 8), trained(10, 4, 7), trained(44, 8, 14)]

    assert weekly_load(weeks, MONDAY + 2 * WEEK).growth is Growth.RED
    assert weekly_load(weeks, MONDAY + 2 * WEEK, was_easy=True) == Step(3200, 3520, Growth.OK)


@each_case(
    ("unknown", "was_easy", "growth"),
    [
        (0, False, Growth.RED),
        (0, True, Growth.INCOMPLETE),
        (7, False, Growth.INCOMPLETE),
        (14, False, Growth.INCOMPLETE),
    ],
)
def test_only_weeks_that_count_have_to_be_complete(unknown, was_easy, growth):
    weeks = [trained(40, 8), trained(10, 4, 7), trained(44, 8, 14)]

    found = weekly_load([*weeks, trained(5, None, unknown)], MONDAY + 2 * WEEK, was_easy=was_easy)

    assert found.growth is growth


def test_an_effort_missing_before_a_pause_says_nothing_either():
    weeks = [trained(40, 8), trained(40, None, 1), trained(99, 9, 14)]

    assert weekly_load(weeks, MONDAY + 2 * WEEK).growth is Growth.INCOMPLETE


def test_the_briefs_week_has_320_units():
    assert sum(each.load_tenths or 0 for each in (trained(30, 4), trained(40, 5))) == 3200


@given(base=st.integers(1, 5000), now=amounts)
def test_growth_follows_the_share_exactly(base, now):
    growth = compare(base, now).growth

    assert (growth is Growth.OK) == (now * 10 <= base * 11)
    assert (growth is Growth.RED) == (now * 10 > base * 13)


@given(base=amounts)
def test_next_week_stays_within_the_limit(base):
    wanted, careful = next_week(base), next_week(base, after_pain=True)

    assert careful.suggested <= wanted.suggested <= wanted.limit == careful.limit
    assert compare(base, wanted.suggested).growth in {Growth.OK, Growth.NEW}


def test_next_week_is_a_little_less_than_one_feels_like():
    assert next_week(100) == NextWeek(105, 110)
    assert next_week(100, after_pain=True) == NextWeek(80, 110)


TARGETS = Targets(sessions=3, minutes=120, seconds_a_km=360, tempo_minutes=20)
TWO_RUNS = RunWeek(sessions=2, minutes=60)
SLOW = RunWeek(sessions=3, minutes=130, easy_metres=10_000, easy_seconds=4000)


def test_intervals_before_the_runs_are_back_come_too_early():
    now = RunWeek(sessions=2, minutes=60, interval_minutes=20)

    found = build_up([now, TWO_RUNS, TWO_RUNS], TARGETS)

    assert (found.stage, found.too_early) == (Stage.SESSIONS, (Stage.INTERVALS,))


def test_intervals_before_the_pace_is_back_come_too_early():
    now = RunWeek(3, 130, 10_000, 4000, interval_minutes=15)

    found = build_up([now, SLOW, SLOW], TARGETS)

    assert (found.stage, found.too_early) == (Stage.EASY_PACE, (Stage.INTERVALS,))


def test_two_things_in_one_week_are_one_too_many():
    now, last = RunWeek(sessions=3, minutes=100), RunWeek(sessions=2, minutes=80)

    assert build_up([now, last], Targets(sessions=2)).at_once == (Stage.SESSIONS, Stage.MINUTES)
    assert weekly_volume((80,), 100).growth is Growth.AMBER


def test_after_a_week_without_runs_there_is_nothing_to_compare_with():
    again = RunWeek(sessions=1, minutes=30)

    assert build_up([again, RunWeek(), TWO_RUNS], TARGETS) == BuildUp(Stage.SESSIONS)


def test_without_targets_nothing_is_said():
    assert build_up([RunWeek(9, 900, interval_minutes=90), TWO_RUNS], Targets()) == BuildUp()


def test_one_rise_in_its_turn_is_fine():
    now = RunWeek(sessions=3, minutes=62)

    assert build_up([now, TWO_RUNS, TWO_RUNS], TARGETS) == BuildUp(Stage.SESSIONS)


@each_case(
    ("last", "stage"),
    [
        (RunWeek(3, 100), Stage.MINUTES),
        (RunWeek(3, 130), Stage.EASY_PACE),
        (RunWeek(3, 130, 9800, 3600), Stage.TEMPO),
        (RunWeek(3, 130, 9799, 3600), Stage.EASY_PACE),
        (RunWeek(3, 130, 10_000, 3600, tempo_minutes=20), None),
    ],
)
def test_the_first_target_that_is_not_met_comes_first(last, stage):
    assert build_up([RunWeek(3, 130), last, last], TARGETS).stage is stage


def test_running_easy_runs_faster_is_a_rise_too():
    slow = RunWeek(3, 130, 10_000, 4000)
    fast = RunWeek(4, 130, 10_400, 4000)

    assert build_up([fast, slow], TARGETS).at_once == (Stage.SESSIONS, Stage.EASY_PACE)


def test_pace_that_jumps_before_its_turn_is_told():
    slow = RunWeek(2, 60, 10_000, 4000)
    fast = RunWeek(2, 60, 11_100, 4000)

    assert build_up([fast, slow, slow], TARGETS).too_early == (Stage.EASY_PACE,)


def test_a_week_adds_up_by_kind():
    tempo = Activity(frozenset({ActivityType.RUN_TEMPO}), MONDAY, 20, metres=4000)
    intervals = Activity(frozenset({ActivityType.RUN_INTERVAL}), MONDAY, 15)

    week = run_week([run(MONDAY, 30, metres=5000), run(MONDAY, 40), tempo, intervals])

    assert week == RunWeek(4, 105, 5000, 1800, 20, 15)


def test_weeks_begin_on_monday():
    assert week_of(date(2026, 3, 8)) == MONDAY
    assert week_of(MONDAY) == MONDAY
