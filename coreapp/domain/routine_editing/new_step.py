"""The step that a person gets who adds an exercise, or who turns to another of its levels."""

from dataclasses import replace
from typing import Final

from coreapp.domain.exercise import Dose, Exercise, ExerciseKind, Level
from coreapp.domain.portion import Portion, usual_work
from coreapp.domain.routine import Step

FIRST_SECONDS: Final = 20
FIRST_REPS: Final = 8
FIRST_REST: Final = 30
"""Where no level says how much: a short hold, a few repetitions, as the first levels have it."""

SHORT_HOLDS: Final = 4
SHORT_SECONDS: Final = 13
"""Short holds as the McGill big three has them: ten seconds, and three of pause after each."""


def step_of(exercise: Exercise, level: Level) -> Step:
    """Return an exercise as its level has it, with the usual times around it.

    Where the level has no dose in figures, the nearest easier one lends its own, else a later one.
    """
    dose = _dose(exercise, level)
    step = Portion(exercise, level, dose, dose.sets, usual_work(dose)).step
    return replace(step, rest_seconds=dose.rest_seconds if dose.sets > 1 else 0)


def in_short_holds(step: Step, *, short: bool) -> Step:
    """Return a hold done in several short ones, or in one again."""
    if short:
        return replace(step, seconds=None, reps=SHORT_HOLDS, seconds_per_rep=SHORT_SECONDS)
    return replace(step, seconds=FIRST_SECONDS, reps=None, seconds_per_rep=None)


def at_level(step: Step, exercise: Exercise, level: Level) -> Step:
    """Return a step at another level: the dose follows, everything else stays as it was set."""
    if level.dose is None:
        return replace(step, level=level.id)
    usual = step_of(exercise, level)
    return replace(
        step,
        level=level.id,
        sets=usual.sets,
        seconds=usual.seconds,
        reps=usual.reps,
        seconds_per_rep=step.seconds_per_rep if usual.seconds is None else None,
        rest_seconds=usual.rest_seconds,
    )


def _dose(exercise: Exercise, level: Level) -> Dose:
    place = exercise.levels.index(level)
    easier_first = (*reversed(exercise.levels[: place + 1]), *exercise.levels[place + 1 :])
    named = (each.dose for each in easier_first if each.dose is not None)
    return next(named, _first_dose(exercise))


def _first_dose(exercise: Exercise) -> Dose:
    if exercise.kind is ExerciseKind.FLOW:
        return Dose(1, None, 1, 0)
    if exercise.kind is ExerciseKind.REPS:
        return Dose(1, None, FIRST_REPS, FIRST_REST)
    return Dose(1, FIRST_SECONDS, None, FIRST_REST)
