"""What sessions, runs and days count as for the rules of training."""

from dataclasses import replace
from datetime import timedelta

from coreapp.domain.activity import Activity, ActivityType, Hills, Surface
from coreapp.domain.pain import PainDay, PainPlace
from coreapp.domain.training_log import PlannedOccurrence, SessionKind
from coreapp.services.activities import activities_of, activity_of, kinds_of, pain_days
from tests.each_case import each_case
from tests.fakes.records import activity
from tests.fakes.training_days import EVENING, TODAY, day, did, ran


@each_case(
    ("routine", "kinds"),
    [
        ("back-strength-8wk-w3-b", {ActivityType.STRENGTH, ActivityType.CORE}),
        ("back-strength-8wk-w3-c", {ActivityType.CORE}),
        ("sun-5-to-10-p6", {ActivityType.FLOW}),
        ("strength-30", {ActivityType.STRENGTH, ActivityType.CORE}),
        ("core-basics-runners", {ActivityType.CORE}),
        ("runner-dynamic-warmup", {ActivityType.WARMUP}),
        ("one-of-my-own", {ActivityType.CORE}),
    ],
)
def test_sessions_count_as_what_the_brief_says(routine, kinds):
    assert kinds_of(did(0, routine)) == kinds


def test_a_break_at_the_desk_is_no_training():
    assert kinds_of(did(0, "desk-2min-a-reset", kind=SessionKind.BREAK)) == {
        ActivityType.DESK_BREAK
    }


@each_case(
    ("routine", "kinds"),
    [
        ("strength-30--sets-4to6-9", {ActivityType.STRENGTH, ActivityType.CORE}),
        ("back-strength-8wk-w3-c--sets-2", {ActivityType.CORE}),
        ("one-of-my-own--sets-1", {ActivityType.CORE}),
    ],
)
def test_a_session_done_in_breaks_counts_once_with_its_last_portion(routine, kinds):
    planned = PlannedOccurrence("entry", EVENING)
    part = did(0, routine, kind=SessionKind.BREAK)

    assert kinds_of(part) == {ActivityType.DESK_BREAK}
    assert kinds_of(replace(part, planned=planned)) == kinds


def test_a_session_without_work_was_none():
    assert activities_of([did(0, sets=())]) == []


def test_lengths_are_whole_minutes_of_at_least_one():
    (short,) = activities_of([did(0, minutes=0)])
    (amber,) = activities_of([did(0, minutes=12, pain_during=4)])

    assert (short.minutes, short.is_amber) == (1, None)
    assert (amber.minutes, amber.is_amber) == (12, True)


def test_the_pain_of_the_next_morning_is_that_of_the_next_day():
    found = pain_days([did(1, pain_before=2, pain_after=1, pain_next_morning=3), did(2)])

    assert found == {TODAY - timedelta(days=1): PainDay(2), TODAY: PainDay(3)}


def test_what_was_entered_is_seen_with_all_that_was_said():
    assert activity_of(activity("a")) == Activity(
        frozenset({ActivityType.RUN_EASY}),
        EVENING.date() - timedelta(days=1),
        42,
        metres=7300,
        effort=4.5,
        pain_during=3,
        pain_after=2,
        is_amber=False,
        surface=Surface.SOFT,
        hills=Hills.HILLY,
        shoe="p1",
        warmed_up=True,
        cooled_down=False,
    )
    assert activity_of(ran(0)).is_amber is None
    assert activity_of(ran(0, pain_during=2, pain_before=0, pain_next_morning=2)).is_amber


def test_the_highest_figure_of_a_day_counts_wherever_it_was_said():
    yesterday = TODAY - timedelta(days=1)

    assert pain_days([did(1, pain_after=1)], [ran(1, pain_during=4)], []) == {yesterday: PainDay(4)}
    assert pain_days([], [ran(1, pain_during=4)], [day(1, pain_worst=6)]) == {yesterday: PainDay(6)}
    assert pain_days([], [ran(1, pain_next_morning=2)]) == {TODAY: PainDay(2)}


def test_a_day_with_a_place_alone_has_no_figure():
    knee = frozenset({PainPlace.BELOW_KNEE})

    found = pain_days([], [], [day(0, pain_places=knee), day(1, tingled=True), day(2, steps=900)])

    assert found == {
        TODAY - timedelta(days=1): PainDay(None, tingled=True),
        TODAY: PainDay(None, knee),
    }
