"""Rules R9b, R10, R11 and R13, with the brief's own vectors."""

from datetime import date, timedelta

import pytest

from coreapp.domain.activity import Activity, ActivityType
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.habits import (
    DayNote,
    Factor,
    Frequency,
    ShoeState,
    frequency,
    hindered,
    hindering,
    neighbours,
    running_alone,
    shoe_state,
)
from coreapp.domain.pain import Trend
from tests.each_case import each_case

TODAY = date(2026, 3, 29)
TIRED = DayNote(sleep_hours=6, stress=8)


def ago(back: int) -> date:
    return TODAY - timedelta(days=back)


def act(*kinds: ActivityType, back: int = 0, minutes: int = 30, **values) -> Activity:
    return Activity(frozenset(kinds), ago(back), minutes, **values)


def run(back: int = 0, minutes: int = 30, **values) -> Activity:
    return act(ActivityType.RUN_EASY, back=back, minutes=minutes, **values)


@each_case(
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


def test_three_days_of_short_sleep_and_much_stress_are_told():
    notes = {ago(back): TIRED for back in (0, 3, 6)}

    assert hindered(notes, TODAY, Trend.STABLE) == (Factor.SLEEP, Factor.STRESS)
    assert hindered(notes, TODAY, Trend.IMPROVING) == ()


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


def test_shoes_say_when_to_look():
    assert [shoe_state(km * 1000) for km in (499, 500, 799, 800)] == [
        ShoeState.FINE,
        ShoeState.LOOK_AT_SOLES,
        ShoeState.LOOK_AT_SOLES,
        ShoeState.COMPARE,
    ]


@each_case(("minutes", "metres"), [(0, None), (1441, None), (1, -1), (1, 500_001)])
def test_what_was_mistyped_is_refused(minutes, metres):
    with pytest.raises(InvalidValueError):
        run(minutes=minutes, metres=metres)


def test_load_needs_an_effort():
    assert run(minutes=30).load_tenths is None
    assert run(minutes=30, effort=4.5).load_tenths == 1350
