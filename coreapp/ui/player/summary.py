"""What was done in a session, in four figures, and which exercises."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coreapp.domain.player_events import PhaseResult
from coreapp.domain.timeline import PhaseKind, Timeline
from coreapp.domain.training_log import Outcome, PerformedSet


@dataclass(frozen=True, slots=True)
class DoneExercise:
    """An exercise of a session.

    Attributes:
        exercise: its id.
        level: of the exercise; empty if the routine names none.
        done: at least one of its sets was not skipped.
    """

    exercise: str
    level: str
    done: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a session.

    Attributes:
        sets: sets that were planned, each side of its own.
        done: those that were not skipped.
        skipped: those that were gone past.
        exercises: in the order of the session, each once; empty where nobody needs them.
    """

    outcome: Outcome
    work_seconds: float
    sets: int
    done: int
    skipped: int
    exercises: tuple[DoneExercise, ...] = ()


def summary_of(
    outcome: Outcome, timeline: Timeline, results: Iterable[PhaseResult | PerformedSet]
) -> Summary:
    """Return the figures of a session from what became of its work phases."""
    known = tuple(results)
    planned = sum(phase.kind is PhaseKind.WORK for phase in timeline.phases)
    skipped = sum(each.skipped for each in known)
    seconds = sum(each.actual_seconds for each in known)
    return Summary(outcome, seconds, planned, len(known) - skipped, skipped)


def exercises_of(
    timeline: Timeline, results: Mapping[int, PhaseResult]
) -> tuple[DoneExercise, ...]:
    """Return the exercises of a session from the results of its work phases, by their index."""
    found: dict[str, DoneExercise] = {}
    for index, phase in enumerate(timeline.phases):
        if phase.kind is not PhaseKind.WORK:
            continue
        before = found.get(phase.exercise)
        done = index in results and not results[index].skipped
        level = phase.level if before is None else before.level
        was_done = before is not None and before.done
        found[phase.exercise] = DoneExercise(phase.exercise, level, done or was_done)
    return tuple(found.values())
