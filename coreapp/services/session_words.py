"""The words a session is told with: phases, outcomes, effort and pain."""

from typing import assert_never

from coreapp.domain.exercise import ExerciseKind
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome
from coreapp.i18n import pgettext


def phase_label(kind: PhaseKind, exercise: ExerciseKind | None = None) -> str:
    """Return what a person does in a phase; with the exercise's kind, in a word that fits it."""
    match kind:
        case PhaseKind.GET_READY:
            return pgettext("phase", "Get ready")
        case PhaseKind.WORK:
            return _work_label(exercise)
        case PhaseKind.SWITCH_SIDES:
            return pgettext("phase", "Switch sides")
        case PhaseKind.REST:
            return pgettext("phase", "Rest")
        case _:
            assert_never(kind)


def _work_label(exercise: ExerciseKind | None) -> str:
    match exercise:
        case None:
            return pgettext("phase", "Work")
        case ExerciseKind.HOLD:
            return pgettext("phase", "Hold")
        case ExerciseKind.TIMED | ExerciseKind.REPS:
            return pgettext("phase", "Move")
        case ExerciseKind.FLOW:
            return pgettext("phase", "Flow")
        case _:
            assert_never(exercise)


def outcome_label(outcome: Outcome) -> str:
    """Return how a session ended."""
    match outcome:
        case Outcome.COMPLETED:
            return pgettext("outcome", "Completed")
        case Outcome.ENDED_EARLY:
            return pgettext("outcome", "Ended early")
        case Outcome.INTERRUPTED:
            return pgettext("outcome", "Cut off")
        case _:
            assert_never(outcome)


def effort_word(effort: float) -> str:
    """Return a figure of the effort scale in a word (CR10, shortened)."""
    words = (
        (1, pgettext("effort", "very easy")),
        (3, pgettext("effort", "easy")),
        (4, pgettext("effort", "somewhat hard")),
        (6, pgettext("effort", "hard")),
        (9, pgettext("effort", "very hard")),
    )
    for most, word in words:
        if effort <= most:
            return word
    return pgettext("effort", "as hard as it gets")
