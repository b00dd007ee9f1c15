"""Trying out one exercise, guided, as if a routine had nothing else in it."""

from functools import partial

from coreapp.domain.routine import Block, Routine
from coreapp.domain.routine_editing.new_step import step_of
from coreapp.services.dose_words import usual_level
from coreapp.services.library import Library


def trial_of(library: Library, exercise: str, level: str = "") -> str:
    """Return the id of a routine of one exercise; from now on the library finds it.

    Args:
        library: finds the exercise.
        exercise: the id of the exercise.
        level: the id of the level to be tried; empty for the usual one.

    Raises:
        UnknownIdError: there is no such exercise.
    """
    known = library.exercise(exercise)
    tried = next((each for each in known.levels if each.id == level), usual_level(known))
    routine = Routine(
        id=f"try-{exercise}-{tried.id}",
        name=known.name,
        blocks=(Block((step_of(known, tried),)),),
    )
    library.add_composed(routine, partial(library.exercise_name, exercise))
    return routine.id
