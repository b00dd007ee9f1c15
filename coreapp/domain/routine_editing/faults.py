"""Which drafts can be kept: what is wrong with the others, as facts.

The limits of single figures are those of `coreapp.domain.own`; here is what needs the exercises
and the whole, and every fault at its place, for an editor to show.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from coreapp.domain.exercise import Exercise, ExerciseKind
from coreapp.domain.own import (
    LONGEST_NAME,
    LONGEST_TEXT,
    LONGEST_WORK,
    MOST_REPS,
    MOST_ROUNDS,
    MOST_ROUTINE_STEPS,
    MOST_SETS,
)
from coreapp.domain.routine import Routine, Step
from coreapp.domain.routine_editing.draft import Spot, spots, step_at
from coreapp.domain.timeline import MOST_PHASES, compile_timeline, most_phases
from coreapp.domain.vocabulary import ROUTINE_GROUPS, ROUTINE_PLACES

MOST_SECONDS: Final = LONGEST_WORK
"""A whole routine takes no longer than its longest step may: two hours."""


class FaultKind(StrEnum):
    """Why a draft cannot be kept."""

    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    LONG_TEXT = "long_text"
    UNKNOWN_WORD = "unknown_word"
    NO_STEPS = "no_steps"
    UNKNOWN_EXERCISE = "unknown_exercise"
    UNKNOWN_LEVEL = "unknown_level"
    NO_DOSE = "no_dose"
    FIGURE = "figure"
    TOO_MUCH = "too_much"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that keeps a draft from being kept.

    Attributes:
        at: where it is; None for the routine as a whole.
        word: the id or word that is meant, or empty.
    """

    kind: FaultKind
    at: Spot | None = None
    word: str = ""


def faults(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[Fault, ...]:
    """Return all that is wrong with a routine; nothing for one that can be kept."""
    found = (*_of_texts(routine), *_of_blocks(routine), *_of_steps(routine, exercises))
    if found:
        return found
    return tuple(_of_length(routine, exercises))


def sound(routine: Routine, exercises: Mapping[str, Exercise]) -> Routine:
    """Return a routine without faults as it is kept: no empty blocks, and its total stated."""
    blocks = tuple(block for block in routine.blocks if block.steps)
    kept = replace(routine, name=routine.name.strip(), blocks=blocks)
    seconds = round(compile_timeline(kept, exercises).seconds, 3)
    return replace(kept, expected_seconds=seconds)


def _of_texts(routine: Routine) -> Iterator[Fault]:
    name = routine.name.strip()
    if not name:
        yield Fault(FaultKind.NO_NAME)
    if len(name) > LONGEST_NAME:
        yield Fault(FaultKind.LONG_NAME)
    texts = (routine.audience, routine.not_when, routine.frequency, routine.progression)
    if any(len(text) > LONGEST_TEXT for text in texts):
        yield Fault(FaultKind.LONG_TEXT)
    for word, words in ((routine.place, ROUTINE_PLACES), (routine.group, ROUTINE_GROUPS)):
        if word not in words:
            yield Fault(FaultKind.UNKNOWN_WORD, word=word)


def _of_blocks(routine: Routine) -> Iterator[Fault]:
    count = len(spots(routine))
    if not count:
        yield Fault(FaultKind.NO_STEPS)
    if count > MOST_ROUTINE_STEPS:
        yield Fault(FaultKind.TOO_MUCH)
    if not _is_time(routine.closing_rest_seconds):
        yield Fault(FaultKind.FIGURE)
    for index, block in enumerate(routine.blocks):
        if not (1 <= block.rounds <= MOST_ROUNDS and _is_time(block.rest_seconds)):
            yield Fault(FaultKind.FIGURE, Spot(index))


def _of_steps(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Fault]:
    for spot in spots(routine):
        step = step_at(routine, spot)
        if step is not None and (fault := _of_step(step, exercises, spot)) is not None:
            yield fault


def _of_step(step: Step, exercises: Mapping[str, Exercise], at: Spot) -> Fault | None:
    exercise = exercises.get(step.exercise)
    if exercise is None:
        return Fault(FaultKind.UNKNOWN_EXERCISE, at, step.exercise)
    if step.level not in {level.id for level in exercise.levels}:
        return Fault(FaultKind.UNKNOWN_LEVEL, at, step.level)
    if not _has_dose(step, exercise):
        return Fault(FaultKind.NO_DOSE, at)
    if len(step.note) > LONGEST_TEXT:
        return Fault(FaultKind.LONG_TEXT, at)
    return None if _has_right_figures(step) else Fault(FaultKind.FIGURE, at)


def _has_right_figures(step: Step) -> bool:
    times = (step.rest_seconds, step.switch_seconds, step.ready_seconds)
    return (
        all(map(_is_time, times))
        and 1 <= step.sets <= MOST_SETS
        and (step.seconds is None or 1 <= step.seconds <= LONGEST_WORK)
        and (step.reps is None or 1 <= step.reps <= MOST_REPS)
        and (step.seconds_per_rep is None or 0 < step.seconds_per_rep <= LONGEST_WORK)
    )


def _has_dose(step: Step, exercise: Exercise) -> bool:
    """Tell whether seconds or repetitions are given, whichever the exercise is measured in."""
    if (step.seconds is None) == (step.reps is None):
        return False
    if step.seconds is not None:
        return exercise.kind in {ExerciseKind.HOLD, ExerciseKind.TIMED}
    # A hold may be done in several short ones, each of which then has its length.
    has_pace = step.seconds_per_rep is not None or exercise.seconds_per_rep is not None
    return has_pace and exercise.kind is not ExerciseKind.TIMED


def _of_length(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Fault]:
    if most_phases(routine, exercises) > MOST_PHASES:
        yield Fault(FaultKind.TOO_MUCH)
    elif compile_timeline(routine, exercises).seconds > MOST_SECONDS:
        yield Fault(FaultKind.TOO_LONG)


def _is_time(seconds: float) -> bool:
    # A comparison with what is not a number is false: it must not pass.
    return 0 <= seconds <= LONGEST_WORK
