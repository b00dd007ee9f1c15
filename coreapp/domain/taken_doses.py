"""Doses that a person took over for the next time, and routines with them.

A dose belongs to an exercise and the dose that the routine gives it: who holds the plank for 22 s
instead of 20 s does so wherever a routine says 20 s, and not where it says 40 s.
"""

from collections.abc import Mapping
from dataclasses import replace

from coreapp.domain.routine import Block, Routine, Step

TakenDoses = Mapping[tuple[str, int], int]
"""For an exercise and the dose of a routine, in seconds or repetitions, the one to do instead."""


def with_doses(routine: Routine, doses: TakenDoses) -> Routine:
    """Return a routine with the doses that were taken over."""
    blocks = tuple(_block(each, doses) for each in routine.blocks)
    return routine if blocks == routine.blocks else replace(routine, blocks=blocks)


def taken_in(routine: Routine, doses: TakenDoses) -> TakenDoses:
    """Return those of the doses that a routine has."""
    steps = [step for block in routine.blocks for step in block.steps]
    keys = {(step.exercise, dose_of(step)) for step in steps}
    return {key: dose for key, dose in doses.items() if key in keys}


def dose_of(step: Step) -> int:
    """Return how much a set of a step is: repetitions, or whole seconds."""
    return round(step.seconds or 0) if step.reps is None else step.reps


def _block(block: Block, doses: TakenDoses) -> Block:
    return replace(block, steps=tuple(_step(each, doses) for each in block.steps))


def _step(step: Step, doses: TakenDoses) -> Step:
    dose = doses.get((step.exercise, dose_of(step)))
    # Several short holds are counted, and are not what grows (see `services/next_time`).
    if dose is None or (step.reps is not None and step.seconds_per_rep is not None):
        return step
    return replace(step, seconds=float(dose)) if step.reps is None else replace(step, reps=dose)
