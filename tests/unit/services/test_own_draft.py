"""The dose that the editor asks for."""

from dataclasses import replace

from coreapp.domain.exercise import Dose, ExerciseKind, Level
from coreapp.domain.own import blank_exercise, checked_exercise
from coreapp.services.own_draft import DoseDraft, dose_draft, usual_work, with_dose
from tests.each_case import each_case
from tests.fakes.own import own_exercise
from tests.fakes.shipped import shipped_library


def test_a_dose_that_is_not_changed_changes_nothing():
    changed = [
        each.id
        for each in shipped_library().exercises
        if with_dose(each, dose_draft(each)) is not each
    ]
    assert changed == []


def test_another_dose_is_the_only_level_and_can_be_kept():
    for exercise in shipped_library().exercises:
        draft = replace(dose_draft(exercise), sets=7)
        changed = with_dose(exercise, draft)
        levels = [(each.dose.sets, each.text, each.move_up) for each in changed.levels]
        assert levels == [(7, "", "")], exercise.id
        assert dose_draft(changed) == draft, exercise.id
        assert changed.tempo == exercise.tempo, exercise.id
        assert checked_exercise(changed) == changed, exercise.id


@each_case("kind", [each for each in ExerciseKind if each is not ExerciseKind.FLOW])
def test_every_kind_can_be_chosen_for_a_new_one(kind):
    draft = DoseDraft(kind, 3, usual_work(kind), 20, 5 if kind is ExerciseKind.REPS else 0)
    made = with_dose(replace(blank_exercise("x"), name="X", steps=("Go.",)), draft)
    assert checked_exercise(made).kind is kind
    assert dose_draft(made) == draft
    assert sum(made.tempo) == draft.rep_seconds


def test_counting_begins_at_a_calm_pace():
    counted = with_dose(own_exercise(), DoseDraft(ExerciseKind.REPS, 2, 8, 30, 0))
    assert counted.tempo == (2.0, 0.0, 2.0)
    assert with_dose(counted, DoseDraft(ExerciseKind.HOLD, 2, 30, 30, 0)).tempo == ()


def test_a_new_pace_is_half_there_and_half_back():
    counted = own_exercise(
        kind=ExerciseKind.REPS,
        tempo=(1, 3, 2),
        levels=(Level("L1", "a", "b", Dose(2, None, 8, 0)),),
    )
    slower = with_dose(counted, replace(dose_draft(counted), rep_seconds=9))
    assert slower.tempo == (4.5, 0.0, 4.5)
    assert with_dose(counted, replace(dose_draft(counted), work=9)).tempo == (1, 3, 2)


def test_an_exercise_without_a_dose_begins_as_usual():
    bare = own_exercise(levels=(Level("L1", "", ""),))
    assert dose_draft(bare) == DoseDraft(ExerciseKind.HOLD, 2, 30, 30, 0)
