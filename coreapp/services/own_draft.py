"""What the editor of an exercise asks for about its dose, and the exercise with other answers."""

from dataclasses import dataclass, replace
from typing import Final

from coreapp.domain.exercise import Dose, Exercise, ExerciseKind
from coreapp.services.dose_words import usual_level

USUAL_SETS: Final = 2
USUAL_SECONDS: Final = 30
USUAL_REPS: Final = 8
USUAL_REST: Final = 30
USUAL_REP_SECONDS: Final = 4


@dataclass(frozen=True, slots=True)
class DoseDraft:
    """How an exercise is measured, and how much of it is done.

    Attributes:
        work: seconds of a set, or repetitions of it per side, or passes of a flow.
        rest_seconds: between two sets.
        rep_seconds: how long one repetition takes; 0 where none are counted.
    """

    kind: ExerciseKind
    sets: int
    work: int
    rest_seconds: int
    rep_seconds: int


def usual_work(kind: ExerciseKind) -> int:
    """Return with how much work an exercise of a kind begins."""
    return USUAL_REPS if kind.is_counted else USUAL_SECONDS


def dose_draft(exercise: Exercise) -> DoseDraft:
    """Return the dose that most people train at, in whole figures."""
    kind = exercise.kind
    rep_seconds = round(sum(exercise.tempo))
    dose = usual_level(exercise).dose
    if dose is None:
        return DoseDraft(kind, USUAL_SETS, usual_work(kind), USUAL_REST, rep_seconds)
    work = dose.reps if kind.is_counted else dose.seconds
    return DoseDraft(kind, dose.sets, round(work or 1), round(dose.rest_seconds), rep_seconds)


def with_dose(exercise: Exercise, draft: DoseDraft) -> Exercise:
    """Return an exercise with a dose.

    As long as it is the one it has, its levels stay; another one is its only level, for what is
    written about the others would no longer be true.
    """
    if draft == dose_draft(exercise):
        return exercise
    counted = draft.kind.is_counted
    dose = Dose(
        draft.sets,
        None if counted else float(draft.work),
        draft.work if counted else None,
        float(draft.rest_seconds),
    )
    level = replace(usual_level(exercise), text="", move_up="", dose=dose)
    return replace(exercise, kind=draft.kind, levels=(level,), tempo=_tempo(exercise, draft))


def _tempo(exercise: Exercise, draft: DoseDraft) -> tuple[float, ...]:
    if draft.kind is not ExerciseKind.REPS:
        return ()
    if draft.rep_seconds == round(sum(exercise.tempo)) and exercise.tempo:
        return exercise.tempo
    half = (draft.rep_seconds or USUAL_REP_SECONDS) / 2
    return (half, 0.0, half)
