"""A routine compiled into a flat list of typed phases, before anything runs.

Total, remaining time, seeking, skipping, preview, printing and tests all read this one list.
The time model is the brief's (section 4): preparation + sets × sides × work + sets × (sides − 1)
× side change + (sets − 1) × rest, and a routine's total is exactly the sum of its phases.

The preparation of a step that goes on with what the step before it did, as the next rung of a
pyramid does, is a rest: nobody has to lie down anew.

A phase that is not work carries the exercise, side, set and round of the work it leads to; the
quiet rest at the end, which leads to nothing, those of the work it follows, with both sides.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from typing import Final

from coreapp.domain.errors import InvalidValueError, UnknownIdError, marked
from coreapp.domain.exercise import Exercise, ExerciseKind, Side, Sides
from coreapp.domain.routine import Advance, Routine, Step


class PhaseKind(StrEnum):
    """What a person does in a phase."""

    GET_READY = "get_ready"
    WORK = "work"
    SWITCH_SIDES = "switch_sides"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of a session.

    Attributes:
        seconds: its planned length; an estimate where it waits for a tap.
        set: number of the set, from 1; the number of the pass in a flow.
        sets: how many sets (passes) the step has.
        round: number of the round of its block, from 1.
        reps: planned repetitions, both sides together where they alternate; None if timed.
        step: index of the step in the whole routine, from 0; groups the time line.
        marks: seconds from the phase's start at which a flow's positions begin.
        level: id of the exercise's level; empty if the step names none.
    """

    kind: PhaseKind
    seconds: float
    exercise: str
    side: Side = Side.BOTH
    set: int = 1
    sets: int = 1
    round: int = 1
    reps: int | None = None
    until_tapped: bool = False
    step: int = 0
    marks: tuple[float, ...] = ()
    level: str = ""


@dataclass(frozen=True, slots=True)
class TimelineOptions:
    """What the person's settings change in a timeline.

    Attributes:
        extra_ready_seconds: added to every get-ready phase that is there.
        wait_everywhere: the beginner mode: every phase waits for a tap.
    """

    extra_ready_seconds: float = 0
    wait_everywhere: bool = False


PLAIN = TimelineOptions()

MOST_PHASES: Final = 2000
"""So many phases fit into two hours of work and rest; more is no routine but a mistake."""


class Timeline:
    """The compiled routine: phases, where each starts, and the total."""

    def __init__(self, routine: str, phases: tuple[Phase, ...]) -> None:
        if not phases:
            raise InvalidValueError(
                routine, "0 phases", marked("A routine needs at least one step.")
            )
        self.routine = routine
        self.phases = phases
        self.starts = tuple(accumulate((phase.seconds for phase in phases), initial=0.0))[:-1]
        self.seconds = self.starts[-1] + phases[-1].seconds

    def __eq__(self, other: object) -> bool:
        """Two timelines are equal when they play the same."""
        if not isinstance(other, Timeline):
            return NotImplemented
        return (self.routine, self.phases) == (other.routine, other.phases)

    def __hash__(self) -> int:
        return hash((self.routine, self.phases))

    def index_at(self, seconds: float) -> int:
        """Return the index of the phase that is running `seconds` after the start.

        Moments before the start belong to the first phase, those from the end on to the last.
        """
        return max(0, bisect_right(self.starts, seconds) - 1)

    def next_work(self, index: int) -> int | None:
        """Return the index of the first work phase after `index`, or None."""
        for later in range(index + 1, len(self.phases)):
            if self.phases[later].kind is PhaseKind.WORK:
                return later
        return None


def compile_timeline(
    routine: Routine, exercises: Mapping[str, Exercise], options: TimelineOptions = PLAIN
) -> Timeline:
    """Compile `routine` into its phases.

    Raises:
        UnknownIdError: a step names an exercise that is not in `exercises`.
        InvalidValueError: the routine is empty, a step has no dose its exercise can be done by,
            a figure is too small, or there are more phases than a person can do.
    """
    # Counted before anything is made: a file may say a hundred times a hundred.
    if (most := most_phases(routine, exercises)) > MOST_PHASES:
        raise InvalidValueError(
            "routine", most, marked("There are too many sets and rounds; take some out.")
        )
    phases: list[Phase] = []
    step_index = 0
    for block in routine.blocks:
        _check_figure("rounds", block.rounds, 1)
        _check_figure("rest_seconds", block.rest_seconds, 0)
        for number in range(1, block.rounds + 1):
            of_round = _round_phases(block.steps, exercises, number, step_index)
            if number > 1 and block.rest_seconds > 0 and of_round:
                phases.append(_leading_rest(of_round[0], block.rest_seconds))
            phases += of_round
        step_index += len(block.steps)
    if phases and routine.closing_rest_seconds > 0:
        last = phases[-1]
        phases.append(replace(_leading_rest(last, routine.closing_rest_seconds), side=Side.BOTH))
    if options != PLAIN:
        phases = [_with_options(phase, options) for phase in phases]
    return Timeline(routine.id, tuple(phases))


def step_seconds(routine: Routine, timeline: Timeline) -> tuple[float, ...]:
    """Return how long each step of a compiled routine takes in all its rounds, with its rests.

    The quiet at the end belongs to none of them.
    """
    seconds = [0.0] * sum(len(block.steps) for block in routine.blocks)
    for phase in timeline.phases[:-1] if routine.closing_rest_seconds else timeline.phases:
        seconds[phase.step] += phase.seconds
    return tuple(seconds)


def most_phases(routine: Routine, exercises: Mapping[str, Exercise]) -> int:
    """Return a bound for the phases of a routine: a set has two sides, a switch and a rest."""
    return sum(
        block.rounds * (1 + sum(_most_of_step(step, exercises) for step in block.steps))
        for block in routine.blocks
    )


def _most_of_step(step: Step, exercises: Mapping[str, Exercise]) -> int:
    exercise = exercises.get(step.exercise)
    is_flow = exercise is not None and exercise.kind is ExerciseKind.FLOW
    passes = step.reps or 1 if is_flow else 1
    return 1 + step.sets * (2 * passes + 2)


def _check_figure(key: str, value: float, least: int) -> None:
    if value < least:
        raise InvalidValueError(key, value, marked("Give at least {least}."), least=least)


def _check_step(step: Step) -> None:
    _check_figure("sets", step.sets, 1)
    _check_figure("rest_seconds", step.rest_seconds, 0)
    _check_figure("switch_seconds", step.switch_seconds, 0)
    _check_figure("ready_seconds", step.ready_seconds, 0)
    if step.reps is not None:
        _check_figure("reps", step.reps, 1)


def _goes_on(steps: Sequence[Step], index: int) -> bool:
    """Tell whether a step does the same as the one before it in its round."""
    if not index:
        return False
    before, step = steps[index - 1], steps[index]
    return (before.exercise, before.level) == (step.exercise, step.level)


def _leading_rest(phase: Phase, seconds: float, kind: PhaseKind = PhaseKind.REST) -> Phase:
    # Field by field takes a third of what `replace` does, and a page compiles dozens of routines.
    return Phase(
        kind=kind,
        seconds=seconds,
        exercise=phase.exercise,
        side=phase.side,
        set=phase.set,
        sets=phase.sets,
        round=phase.round,
        step=phase.step,
        level=phase.level,
    )


def _with_options(phase: Phase, options: TimelineOptions) -> Phase:
    seconds = phase.seconds
    if phase.kind is PhaseKind.GET_READY:
        seconds += options.extra_ready_seconds
    return replace(
        phase, seconds=seconds, until_tapped=phase.until_tapped or options.wait_everywhere
    )


def _round_phases(
    steps: Sequence[Step], exercises: Mapping[str, Exercise], number: int, first: int
) -> list[Phase]:
    """Return the phases of the steps of a block, once.

    Args:
        steps: of the block.
        exercises: what they are steps of, by id.
        number: of the round, from 1.
        first: the index of the first of them in the whole routine.
    """
    phases: list[Phase] = []
    for offset, step in enumerate(steps):
        exercise = exercises.get(step.exercise)
        if exercise is None:
            raise UnknownIdError("exercise", step.exercise)
        lead = PhaseKind.REST if _goes_on(steps, offset) else PhaseKind.GET_READY
        phases += _step_phases(
            step, exercise, _work_of(step, exercise, number, first + offset), lead
        )
    return phases


def _step_phases(step: Step, exercise: Exercise, work: Phase, lead: PhaseKind) -> Iterator[Phase]:
    """Yield the phases of one step, once through all its sets; `lead` is what comes first."""
    sets = tuple(_sets(step, exercise, work))
    if step.ready_seconds > 0:
        yield _leading_rest(sets[0][0], step.ready_seconds, lead)
    switches = exercise.kind is not ExerciseKind.FLOW and step.switch_seconds > 0
    for set_index, works in enumerate(sets):
        if set_index and step.rest_seconds > 0:
            yield _leading_rest(works[0], step.rest_seconds)
        for work_index, phase in enumerate(works):
            if work_index and switches:
                yield _leading_rest(phase, step.switch_seconds, PhaseKind.SWITCH_SIDES)
            yield phase


def _work_of(step: Step, exercise: Exercise, round_number: int, index: int) -> Phase:
    """Return the work of a step, of which each of its sets has one or two.

    Args:
        step: its dose.
        exercise: what is done.
        round_number: of the block, from 1.
        index: of the step in the whole routine.
    """
    _check_step(step)
    seconds, reps = _dose_of(step, exercise)
    if seconds <= 0:
        raise InvalidValueError(
            step.exercise, seconds, marked("Give the work more than 0 seconds.")
        )
    return Phase(
        PhaseKind.WORK,
        seconds,
        exercise.id,
        round=round_number,
        reps=reps,
        until_tapped=step.advance is Advance.TAP,
        step=index,
        marks=_marks(exercise, seconds) if exercise.kind is ExerciseKind.FLOW else (),
        level=step.level,
    )


def _sets(step: Step, exercise: Exercise, work: Phase) -> Iterator[tuple[Phase, ...]]:
    """Yield the work phases of each set of a step: one for each side, or for each pass."""
    if exercise.kind is ExerciseKind.FLOW:
        yield from _passes(step, work)
        return
    sides: tuple[Side, ...] = (Side.BOTH,)
    if exercise.sides is Sides.EACH_SIDE:
        sides = (Side.LEFT, Side.RIGHT)
    elif exercise.sides is Sides.ALTERNATING:
        sides = (Side.ALTERNATING,)
    for number in range(1, step.sets + 1):
        yield tuple(replace(work, side=side, set=number, sets=step.sets) for side in sides)


def _passes(step: Step, work: Phase) -> Iterator[tuple[Phase, ...]]:
    """Yield the passes of each set of a flow, numbered through all sets."""
    in_set = step.reps if step.reps and work.reps else 1
    count = step.sets * in_set
    # The brief, T3.4: the right leg leads in odd passes, the left in even ones.
    passes = tuple(
        replace(work, side=Side.RIGHT if number % 2 else Side.LEFT, set=number, sets=count)
        for number in range(1, count + 1)
    )
    for first in range(0, count, in_set):
        yield passes[first : first + in_set]


def _dose_of(step: Step, exercise: Exercise) -> tuple[float, int | None]:
    """Return seconds and repetitions of one work phase of `step`."""
    if step.seconds is not None:
        return step.seconds, None
    per_rep = step.seconds_per_rep or exercise.seconds_per_rep
    if step.reps is None or per_rep is None:
        raise InvalidValueError(
            step.exercise, "no dose", marked("Give the step seconds, or reps with seconds_per_rep.")
        )
    if exercise.kind is ExerciseKind.FLOW:
        return per_rep, 1
    reps = step.reps * 2 if exercise.sides is Sides.ALTERNATING else step.reps
    return reps * per_rep, reps


def _marks(exercise: Exercise, seconds: float) -> tuple[float, ...]:
    """Return where a flow's positions begin when one pass takes `seconds`."""
    if not exercise.positions:
        return ()
    pace = seconds / sum(position.seconds for position in exercise.positions)
    lengths = (position.seconds * pace for position in exercise.positions)
    return tuple(accumulate(lengths, initial=0.0))[:-1]
