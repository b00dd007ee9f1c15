"""How far one is with a programme: from the log, with pain and levels."""

from datetime import timedelta

import pytest

from coreapp.domain.course import week_step
from coreapp.domain.errors import (
    DatabaseBusyError,
    DiskFullError,
    UnknownIdError,
)
from coreapp.domain.programme import ChosenLevel, CoursePlace
from coreapp.domain.progression import PainLight
from coreapp.domain.training_log import Outcome
from coreapp.services.programme_shelf import Choices
from coreapp.services.programme_standing import State
from tests.each_case import each_case
from tests.fakes import records
from tests.fakes.programmes import (
    BACK,
    MONDAY,
    SUN,
    ProgrammeHome,
    shipped_course,
    shipped_programmes,
)


@pytest.fixture
def home() -> ProgrammeHome:
    return ProgrammeHome()


# How far one is


def test_nothing_in_the_log_is_not_begun(home: ProgrammeHome) -> None:
    standing = home.course()

    assert (standing.state, standing.next, standing.last) == (
        State.NOT_BEGUN,
        CoursePlace(1, "a"),
        None,
    )
    assert home.programmes.untouched(shipped_programmes()[BACK]) == standing
    assert home.growth() == home.programmes.untouched(shipped_programmes()[SUN])


def test_the_log_says_what_is_done(home: ProgrammeHome) -> None:
    home.did_weeks(2)
    home.did(f"{BACK}-w3-a", 0.5)
    home.did(f"{BACK}-w3-b", 0.2, outcome=Outcome.ENDED_EARLY)
    home.did("core-four", 0.1)
    home.did(f"{SUN}-p5", 0.1)
    home.did(f"{BACK}-w99-a", 0.1)
    home.did("other-w4-a", 0.1)

    standing = home.course()
    assert (standing.state, standing.week) == (State.RUNNING, 3)
    assert standing.next == CoursePlace(3, "b")
    assert len(standing.done) == 7
    assert home.programmes.next_routine(shipped_programmes()[BACK], standing) == f"{BACK}-w3-b"


def test_pain_repeats_a_week(home: ProgrammeHome) -> None:
    home.did_weeks(2, pain_during=4)

    standing = home.course()
    assert (standing.light, standing.next) == (PainLight.AMBER, CoursePlace(2, "a"))


def test_a_week_that_is_repeated_goes_on_with_its_next_session(home: ProgrammeHome) -> None:
    home.did_weeks(3, until_days_ago=3, pain_during=5)
    home.did(f"{BACK}-w3-a", 0)

    standing = home.course()
    assert standing.next == CoursePlace(3, "b"), "what hurt the first time is answered"
    assert standing.light is PainLight.GREEN


def test_a_session_that_was_stopped_counts_for_pain(home: ProgrammeHome) -> None:
    home.did_weeks(5, until_days_ago=3)
    home.did(f"{BACK}-w6-a", 2)
    home.did(f"{BACK}-w6-b", 1, outcome=Outcome.ENDED_EARLY, pain_during=7)

    standing = home.course()
    assert (standing.light, standing.next) == (PainLight.RED, CoursePlace(4, "b"))


def test_who_goes_back_goes_on_from_there(home: ProgrammeHome) -> None:
    home.did_weeks(4, until_days_ago=12)
    home.did(f"{BACK}-w2-a", 1)

    standing = home.course()
    assert standing.next == CoursePlace(2, "b")
    assert len(standing.done) == 12


def test_after_the_last_session_it_is_finished_and_can_begin_again(home: ProgrammeHome) -> None:
    home.did_weeks(8)
    finished = home.course()
    assert (finished.state, finished.next, finished.week) == (State.FINISHED, None, 8)
    first = home.programmes.next_routine(shipped_programmes()[BACK], finished)
    assert first == f"{BACK}-w1-a"

    before = home.programmes.begin_again(BACK)
    assert home.course().state is State.NOT_BEGUN
    later = ProgrammeHome(home.database, home.clock)
    later.file.document = home.file.document
    assert later.course().state is State.NOT_BEGUN

    home.programmes.restore(BACK, before)
    assert home.course().state is State.FINISHED


# Levels


def test_exercises_begin_at_the_level_of_the_file(home: ProgrammeHome) -> None:
    levels = {
        each.exercise: each.level
        for each in home.programmes.levels(shipped_programmes()[BACK], shipped_course())
    }

    assert levels["plank"] == levels["kettlebell-deadlift"] == "L1"
    assert levels["dead-bug"] == "L2"
    assert list(levels).count("side-plank") == 1


def test_levels_are_known_before_the_log_is_open(home: ProgrammeHome) -> None:
    home.database.failure = DatabaseBusyError()
    programme, course = shipped_programmes()[BACK], shipped_course()

    levels = home.programmes.levels(programme, course, with_log=False)
    assert len(levels) == 19
    assert not any(each.is_ready for each in levels)


def test_two_easy_sessions_say_that_an_exercise_may_move_up(home: ProgrammeHome) -> None:
    def ready() -> set[str]:
        found = home.programmes.levels(shipped_programmes()[BACK], shipped_course())
        return {each.exercise for each in found if each.is_ready}

    whole = (records.performed_set(exercise="plank", planned_seconds=20, actual_seconds=19.5),)
    short = (
        records.performed_set(1, exercise="bird-dog", planned_reps=6, actual_reps=5),
        records.performed_set(2, exercise="plank", skipped=True),
        records.performed_set(3, exercise="side-plank", actual_seconds=5),
    )
    home.did("core-four", 9, sets=whole)
    home.did(f"{BACK}-w1-a", 3, sets=whole)
    assert ready() == set()
    home.did(f"{BACK}-w1-c", 2, sets=whole)
    assert ready() == {"plank"}
    home.did(f"{BACK}-w2-a", 1, sets=short)
    assert ready() == set()


def test_a_chosen_level_begins_anew_and_can_be_taken_back(home: ProgrammeHome) -> None:
    home.did_weeks(2)
    before = home.programmes.choose_level(BACK, "plank", "L2")

    course, programme = shipped_course(), shipped_programmes()[BACK]
    plank = next(each for each in course.session("a").steps if each.step.exercise == "plank")
    in_week_3 = {
        growing.step.exercise: step
        for growing, step in home.programmes.doses(programme, course, course.session("a"), 3)
    }
    assert (in_week_3["plank"].level, in_week_3["plank"].seconds) == ("L2", 20)
    steps = home.library.routine(f"{BACK}-w4-a").blocks[0].steps
    assert next(each for each in steps if each.exercise == "plank").seconds == 22
    assert home.file.document[BACK] == {
        "begun": None,
        "levels": {"plank": {"level": "L2", "week": 3}},
    }
    (chosen,) = (
        each for each in home.programmes.levels(programme, course) if each.exercise == "plank"
    )
    assert (chosen.level, chosen.first) == ("L2", "L1")

    home.programmes.restore(BACK, before)
    steps = home.library.routine(f"{BACK}-w4-a").blocks[0].steps
    assert week_step(course, plank, 4) in steps


def test_who_begins_again_keeps_the_levels_from_the_first_week_on(home: ProgrammeHome) -> None:
    home.did_weeks(8)
    home.programmes.choose_level(BACK, "plank", "L2")
    home.programmes.begin_again(BACK)

    steps = home.library.routine(f"{BACK}-w1-a").blocks[0].steps
    assert next(each for each in steps if each.exercise == "plank").level == "L2"


@each_case(("exercise", "level"), [("plank", "L9"), ("no", "L1")])
def test_other_levels_and_exercises_are_unknown(home: ProgrammeHome, exercise, level) -> None:
    with pytest.raises(UnknownIdError):
        home.programmes.choose_level(BACK, exercise, level)


def test_a_choice_that_cannot_be_kept_is_told_and_not_taken(home: ProgrammeHome) -> None:
    home.file.failure = DiskFullError("full")

    with pytest.raises(DiskFullError):
        home.programmes.choose_level(BACK, "plank", "L2")
    assert home.shelf.choices(BACK) == Choices()


@pytest.mark.parametrize(
    "document",
    [
        {BACK: 3},
        {BACK: {"begun": "yesterday", "levels": 3}},
        {BACK: {"begun": "2026-03-02T08:00:00", "levels": {"plank": 3}}},
        {BACK: {"begun": None, "levels": {"plank": {"level": 2, "week": 1}}}},
        {BACK: {"levels": {"plank": {"level": "L2", "week": "3"}}}},
    ],
)
def test_what_somebody_else_wrote_into_the_file_is_left_out(home: ProgrammeHome, document) -> None:
    home.file.document = document

    assert home.shelf.choices(BACK) == Choices()


def test_choices_are_kept_across_runs(home: ProgrammeHome) -> None:
    choices = Choices(home.now(), {"plank": ChosenLevel("L2", 3)})
    home.shelf.keep(BACK, choices)
    home.shelf.keep(SUN, Choices())

    later = ProgrammeHome(home.database, home.clock)
    later.file.document = home.file.document
    assert later.shelf.choices(BACK) == choices


def test_a_log_that_cannot_be_read_is_told(home: ProgrammeHome) -> None:
    home.database.failure = DatabaseBusyError()

    with pytest.raises(DatabaseBusyError):
        home.programmes.standing(BACK)


def test_the_wrong_standing_is_a_mistake(home: ProgrammeHome) -> None:
    with pytest.raises(TypeError):
        home.programmes.next_routine(shipped_programmes()[BACK], home.growth())
    assert home.programmes.today() == MONDAY


# The gates between the phases


def test_too_few_sessions_hold_back(home: ProgrammeHome) -> None:
    home.did_weeks(2)
    for identity in ("s001", "s004"):
        home.database.stored.sessions.delete(identity)
    home.did(f"{BACK}-w2-c", 0.5)

    standing = home.course()
    assert (standing.next, standing.held_back) == (CoursePlace(3, "a"), False), "five of six"
    home.database.stored.sessions.delete("s005")
    standing = home.course()
    assert (standing.next, standing.held_back) == (CoursePlace(2, "a"), True), "four of six"


def test_the_week_that_comes_again_goes_on_from_its_beginning(home: ProgrammeHome) -> None:
    for place, days in (("w1-a", 12), ("w1-b", 10), ("w2-a", 5), ("w2-b", 4), ("w2-a", 1)):
        home.did(f"{BACK}-{place}", days)

    standing = home.course()
    assert (standing.next, standing.held_back) == (CoursePlace(2, "b"), False)


def test_pain_that_grew_holds_back(home: ProgrammeHome) -> None:
    pains = {12: 0, 10: 0, 8: 0, 5: 3, 3: 3, 1: 3}
    for (days, pain), place in zip(
        pains.items(), ("w1-a", "w1-b", "w1-c", "w2-a", "w2-b", "w2-c"), strict=True
    ):
        felt = {"pain_before": pain, "pain_during": pain, "pain_after": pain}
        home.did(f"{BACK}-{place}", days, **felt, pain_next_morning=pain)

    standing = home.course()
    assert (standing.light, standing.next) == (PainLight.GREEN, CoursePlace(2, "a"))
    assert standing.held_back


def test_pain_said_of_a_day_or_of_a_run_counts_for_the_gate(home: ProgrammeHome) -> None:
    home.did_weeks(2, pain_before=None, pain_during=None, pain_after=None, pain_next_morning=None)
    assert home.course().next == CoursePlace(3, "a")
    today = home.programmes.today()
    for back in range(1, 14):
        day = today - timedelta(days=back)
        home.database.stored.days.add(records.day_record(day, pain_worst=4 if back < 8 else 1))

    assert home.course().held_back


def test_what_was_before_the_beginning_is_no_matter_of_the_gate(home: ProgrammeHome) -> None:
    home.did_weeks(2, pain_during=7, until_days_ago=21)
    home.clock.advance(-timedelta(days=20).total_seconds())
    home.programmes.begin_again(BACK)
    home.clock.advance(timedelta(days=20).total_seconds())
    for place, days in (("w1-a", 12), ("w1-b", 10), ("w2-a", 5), ("w2-b", 3), ("w2-c", 1)):
        home.did(f"{BACK}-{place}", days)

    # Of six sessions one would lie before it.
    assert not home.course().held_back
