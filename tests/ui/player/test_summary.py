"""Which exercises a session had, and which of them were done."""

from coreapp.domain.player_events import PhaseResult
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.ui.player.summary import DoneExercise, exercises_of

DONE, SKIPPED = PhaseResult(20.0, None, skipped=False), PhaseResult(0.0, None, skipped=True)


def work(exercise: str, level: str = "") -> Phase:
    return Phase(PhaseKind.WORK, 20.0, exercise, level=level)


def test_each_exercise_is_there_once_in_its_order() -> None:
    rest = Phase(PhaseKind.REST, 10.0, "dead-bug")
    timeline = Timeline("any", (work("plank", "knees"), rest, work("dead-bug"), work("plank")))

    found = exercises_of(timeline, {0: DONE, 2: SKIPPED, 3: SKIPPED})

    assert found == (DoneExercise("plank", "knees", True), DoneExercise("dead-bug", "", False))


def test_one_set_that_was_done_is_enough() -> None:
    timeline = Timeline("any", (work("plank"), work("plank")))

    (found,) = exercises_of(timeline, {0: SKIPPED, 1: DONE})

    assert found.done


def test_what_was_never_reached_was_not_done() -> None:
    timeline = Timeline("any", (work("plank"), work("bird-dog")))

    found = exercises_of(timeline, {0: DONE})

    assert [each.done for each in found] == [True, False]
