"""Rules R9b, R10, R11 and R13 to R16, with the brief's own vectors."""

from datetime import date, timedelta

import pytest

from coreapp.domain.activity import Activity, ActivityType, Hills, Surface
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.habits import (
    DayNote,
    Factor,
    Frequency,
    ShoeState,
    fewer_descents,
    frequency,
    hindered,
    hindering,
    neighbours,
    only_runs,
    running_alone,
    seldom_warmed_up,
    shoe_metres,
    shoe_state,
    softer_ground,
)
from coreapp.domain.pain import Trend

TODAY = date(2026, 3, 29)
TIRED = DayNote(sleep_hours=6, stress=8)


def ago(back: int) -> date:
    return TODAY - timedelta(days=back)


def act(*kinds: ActivityType, back: int = 0, minutes: int = 30, **values) -> Activity:
    return Activity(frozenset(kinds), ago(back), minutes, **values)


def run(back: int = 0, minutes: int = 30, **values) -> Activity:
    return act(ActivityType.RUN_EASY, back=back, minutes=minutes, **values)


@pytest.mark.parametrize(
    ("note", "factors"),
    [
        (DayNote(), ()),
        (DayNote(sleep_hours=6.75), (Factor.SLEEP,)),
        (DayNote(sleep_hours=7), ()),
        (DayNote(sleep_hours=8, sleep_quality=2), (Factor.SLEEP,)),
        (DayNote(stress=7, sit_hours=6), (Factor.STRESS, Factor.SITTING)),
        (DayNote(stress=6, sit_hours=5.9, longest_sit_min=119, stand_hours=3.9), ()),
        (DayNote(longest_sit_min=120, stand_hours=4), (Factor.LONG_BOUT, Factor.STANDING)),
        (DayNote(lifted=True, household=True), (Factor.LIFTING, Factor.HOUSEHOLD)),
        (DayNote(lifted=False, household=False), ()),
    ],
)
def test_what_hinders_on_a_day(note, factors):
    assert hindering(note) == factors


def test_three_hindered_days_of_seven_are_told_with_the_two_most_frequent():
    notes = {ago(back): TIRED for back in (0, 3, 6)} | {ago(1): DayNote(stress=9)}

    assert hindered(notes, TODAY, Trend.STABLE) == (Factor.STRESS, Factor.SLEEP)
    assert hindered(notes, TODAY, Trend.WORSE) == (Factor.STRESS, Factor.SLEEP)
    assert hindered(notes, TODAY, Trend.IMPROVING) == ()
    assert hindered(notes, TODAY, Trend.UNKNOWN) == ()
    assert hindered(notes, TODAY + timedelta(days=1), Trend.STABLE) == ()


def test_running_alone_does_not_train_the_back():
    notes = {ago(back): DayNote(sit_hours=6) for back in range(9)}

    assert running_alone(notes, [run()], TODAY)
    assert not running_alone(notes, [], TODAY)
    assert not running_alone(notes, [run(), act(ActivityType.CORE, back=6)], TODAY)
    assert running_alone(notes, [run(), act(ActivityType.CORE, back=7)], TODAY)
    assert not running_alone({ago(0): DayNote(sit_hours=5.9)}, [run()], TODAY)
    assert not running_alone({ago(0): DayNote()}, [run()], TODAY)


def test_a_session_of_the_programme_counts_as_strength_and_as_core():
    both = (ActivityType.STRENGTH, ActivityType.CORE)
    week = [act(*both, back=1), act(*both, back=4), act(ActivityType.CORE), act(*both, back=7)]

    found = frequency(week, TODAY)

    assert found == Frequency(core=3, strength=2, strength_minutes=60, hard_days=0)
    assert found.core_is_met
    assert found.strength_is_met
    assert not frequency(week[1:], TODAY).strength_is_met


def test_more_than_five_hard_days_of_seven_are_too_many():
    hard = [act(ActivityType.YOGA, back=back, effort=4) for back in range(6)]

    assert frequency(hard, TODAY).is_too_much
    assert not frequency([*hard[:5], act(ActivityType.WALK, back=6, effort=9)], TODAY).is_too_much


def test_strength_days_side_by_side_are_named():
    assert neighbours([ago(0), ago(1), ago(1), ago(3)]) == ((ago(1), ago(0)),)
    assert neighbours([]) == ()


def test_shoes_add_up_and_say_when_to_look():
    runs = [run(metres=5000, shoe="a"), run(metres=9000, shoe="b"), run(shoe="a")]

    assert shoe_metres(100_000, "a", runs) == 105_000
    assert shoe_metres(7, "", [run(metres=5000)]) == 7
    assert [shoe_state(km * 1000) for km in (499, 500, 799, 800)] == [
        ShoeState.FINE,
        ShoeState.LOOK_AT_SOLES,
        ShoeState.LOOK_AT_SOLES,
        ShoeState.COMPARE,
    ]


def test_hard_ground_and_pain_after_runs():
    hard = run(back=1, minutes=80, surface=Surface.HARD, pain_after=3)
    soft = run(back=2, minutes=20, surface=Surface.SOFT, pain_after=3)

    assert softer_ground([hard, soft], TODAY)
    assert not softer_ground([hard, run(minutes=21, pain_after=3)], TODAY)
    assert not softer_ground([hard, run(minutes=1, pain_after=2)], TODAY)
    assert not softer_ground([], TODAY)


def test_descents_that_hurt_more():
    down = [run(back, hills=Hills.DOWNHILL_HEAVY, pain_after=4) for back in range(3)]
    flat = [run(back, hills=Hills.FLAT, pain_after=2) for back in range(3)]

    assert fewer_descents([*down, *flat], TODAY)
    assert not fewer_descents([*down, *flat[1:]], TODAY)
    assert not fewer_descents([*down, *flat, run(hills=Hills.HILLY, pain_after=3)], TODAY)


def test_seldom_warmed_up():
    both = [run(back, warmed_up=True, cooled_down=True) for back in range(2)]
    one = [run(back, warmed_up=True, cooled_down=False) for back in range(3)]

    assert seldom_warmed_up([*both[:1], *one], TODAY)
    assert not seldom_warmed_up([*both, *one[:2]], TODAY)
    assert not seldom_warmed_up(one, TODAY)
    assert not seldom_warmed_up([*one, run(warmed_up=True)], TODAY)


def test_nothing_but_runs_for_two_weeks():
    runs = [run(back) for back in (0, 4, 9, 13)]

    assert only_runs(runs, TODAY)
    assert not only_runs(runs[1:], TODAY)
    assert not only_runs([*runs, act(ActivityType.SWIM, back=13)], TODAY)
    assert only_runs([*runs, act(ActivityType.WALK)], TODAY)


@pytest.mark.parametrize(("minutes", "metres"), [(0, None), (1441, None), (1, -1), (1, 500_001)])
def test_what_was_mistyped_is_refused(minutes, metres):
    with pytest.raises(InvalidValueError):
        run(minutes=minutes, metres=metres)


def test_load_needs_an_effort():
    assert run(minutes=30).load_tenths is None
    assert run(minutes=30, effort=4.5).load_tenths == 1350
