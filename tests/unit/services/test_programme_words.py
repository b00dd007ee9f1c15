"""What is said about programmes: names, weeks, doses, and why."""

from coreapp.domain.course import week_step
from coreapp.domain.programme import CoursePlace, GrowthPlace
from coreapp.domain.progression import PainLight, Passes, PassesReason
from coreapp.services.programme_words import (
    behind_hint,
    gate_hint,
    go_on_hint,
    growing_dose,
    letter_name,
    passes_reason,
    passes_text,
    programme_name,
    series_name,
    session_name,
    week_change,
    week_name,
    week_of,
)
from coreapp.services.rule_words import describe_rule
from tests.each_case import each_case
from tests.fakes.programmes import BACK, SUN, shipped_course, shipped_programmes
from tests.fakes.shipped import shipped_library

BACK_PROGRAMME = shipped_programmes()[BACK]


def test_names() -> None:
    sun = shipped_programmes()[SUN]

    assert programme_name(BACK_PROGRAMME) == "Back strength in 8 weeks"
    place = CoursePlace(3, "b")
    assert session_name(BACK_PROGRAMME, place) == "Back strength, week 3, session B"
    assert series_name(BACK_PROGRAMME, place) == "Back strength, session B"
    assert session_name(sun, GrowthPlace(1)) == "Sun salutation, 1 pass"
    assert series_name(sun, GrowthPlace(6)) == "Sun salutation"
    assert (letter_name("c"), week_name(2)) == ("Session C", "Week 2")
    assert week_of(3, shipped_course()) == "Week 3 of 8"
    assert (passes_text(1), passes_text(6)) == ("1 pass", "6 passes")


@each_case(
    ("week", "change", "said"),
    [
        (1, 0, "The first week"),
        (2, 0.0747, "7 % more work than the week before: a little more"),
        (4, -0.06, "Lighter on purpose"),
        (5, 0.069, "the doses of week 3 again"),
        (6, 0.06, "6 % more work"),
    ],
)
def test_each_week_says_how_it_differs_and_why(week, change, said) -> None:
    assert said in week_change(shipped_course(), week, change)


@each_case(
    ("exercise", "dose"),
    [
        ("bird-dog", "2 × 3 a side, each held 12 s"),
        ("glute-bridge", "2 × 12"),
        ("side-plank", "2 × 24 s a side"),
        ("cat-cow", "6 times"),
    ],
)
def test_doses_say_how_long_each_is_held(exercise, dose) -> None:
    course = shipped_course()
    growing = next(each for each in course.session("a").steps if each.step.exercise == exercise)
    step = week_step(course, growing, 3)

    assert growing_dose(growing, step, shipped_library().exercise(exercise)) == dose


def test_pain_has_its_sentence() -> None:
    assert "Repeat that week" in go_on_hint(PainLight.AMBER, 2, 2)
    assert "the doses of week 4" in go_on_hint(PainLight.RED, 6, 4)
    assert go_on_hint(PainLight.GREEN, 2, 3) == ""
    assert go_on_hint(None, 2, 3) == ""
    assert "would be week 4" in behind_hint(4, 2)


def test_a_gate_says_what_it_takes() -> None:
    programmes = shipped_programmes()

    assert gate_hint(programmes[BACK], 5) == (
        "Week 5 comes once more. This is what it takes before the doses grow: at least 7 of 9 "
        "sessions, at most two of them with pain of 4 or more."
    )


def test_every_reason_for_the_passes_has_its_own_sentence() -> None:
    said = {passes_reason(Passes(6, each, 2)) for each in PassesReason}

    assert len(said) == len(PassesReason)
    assert "All passes on 2 of 5 days so far; then one more." in said


@each_case(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=8", "Monday, 8 times"),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=1", "Monday, 1 time"),
        ("FREQ=DAILY;COUNT=3", "every day, 3 times"),
        ("FREQ=MONTHLY;BYMONTHDAY=1;COUNT=3", "day 1 of the month, 3 times"),
    ],
)
def test_rules_that_end_say_after_how_many_times(rule, words) -> None:
    assert describe_rule(rule) == words
