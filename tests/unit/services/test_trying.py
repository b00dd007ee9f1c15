"""One exercise can be tried out, guided, at any of its levels."""

import pytest

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.timeline import PhaseKind
from coreapp.services.dose_words import usual_level
from coreapp.services.trying import trial_of
from tests.fakes.shipped import shipped_library


def test_every_level_of_every_exercise_can_be_tried():
    library = shipped_library()
    listed = list(library.routines)
    for exercise in library.exercises:
        for level in exercise.levels:
            phases = library.timeline(trial_of(library, exercise.id, level.id)).phases
            worked = [each for each in phases if each.kind is PhaseKind.WORK]
            assert worked
            assert {each.exercise for each in phases if each.exercise} == {exercise.id}
            assert {each.level for each in worked} == {level.id}
    assert list(library.routines) == listed


def test_without_a_level_the_usual_one_is_tried_and_it_is_called_like_the_exercise():
    library = shipped_library()
    plank = library.exercise("side-plank")
    tried = trial_of(library, plank.id, "no-such-level")
    assert tried == trial_of(library, plank.id) == f"try-side-plank-{usual_level(plank).id}"
    assert library.routine_name(tried) == library.exercise_name(plank.id)


def test_what_is_not_there_cannot_be_tried():
    with pytest.raises(UnknownIdError):
        trial_of(shipped_library(), "no-such-exercise")
