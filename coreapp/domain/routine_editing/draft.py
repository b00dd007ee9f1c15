"""A routine in the making, and the places in it."""

from dataclasses import dataclass, replace

from coreapp.domain.routine import Block, Routine, Step


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a routine: a step of a block, or the block itself where `step` is None.

    Attributes:
        block: index of the block, from 0.
        step: index of the step in its block, from 0.
    """

    block: int
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A routine in the making.

    A block may be empty here; a routine that is kept has none (see `faults.sound`).

    Attributes:
        chosen: what the person is looking at; None for the routine as a whole.
    """

    routine: Routine
    chosen: Spot | None = None


def step_at(routine: Routine, spot: Spot | None) -> Step | None:
    """Return the step at a place; None where there is none, as in a block's head."""
    if spot is None or spot.step is None or not 0 <= spot.block < len(routine.blocks):
        return None
    steps = routine.blocks[spot.block].steps
    return steps[spot.step] if 0 <= spot.step < len(steps) else None


def spots(routine: Routine) -> tuple[Spot, ...]:
    """Return the places of all steps, in order."""
    return tuple(
        Spot(block, step)
        for block, each in enumerate(routine.blocks)
        for step in range(len(each.steps))
    )


def spot_above(routine: Routine, spot: Spot) -> Spot | None:
    """Return where a step or block goes that moves one place up; None at the top.

    A step at the head of its block goes to the end of the block before.
    """
    if spot.step is None:
        return Spot(spot.block - 1) if spot.block > 0 else None
    if spot.step > 0:
        return Spot(spot.block, spot.step - 1)
    if spot.block > 0:
        return Spot(spot.block - 1, len(routine.blocks[spot.block - 1].steps))
    return None


def spot_below(routine: Routine, spot: Spot) -> Spot | None:
    """Return where a step or block goes that moves one place down; None at the bottom.

    A step at the end of its block goes to the head of the block after.
    """
    is_last_block = spot.block == len(routine.blocks) - 1
    if spot.step is None:
        return None if is_last_block else Spot(spot.block + 1)
    if spot.step < len(routine.blocks[spot.block].steps) - 1:
        return Spot(spot.block, spot.step + 1)
    return None if is_last_block else Spot(spot.block + 1, 0)


def spot_after(routine: Routine, chosen: Spot | None) -> Spot:
    """Return where a new step goes: after the chosen one, else at the end of its block."""
    if chosen is not None and chosen.step is not None:
        return Spot(chosen.block, chosen.step + 1)
    block = chosen.block if chosen is not None else max(0, len(routine.blocks) - 1)
    steps = routine.blocks[block].steps if block < len(routine.blocks) else ()
    return Spot(block, len(steps))


def in_gap(at: Spot, gap: Spot) -> Spot:
    """Return where a step stands that leaves `at` and is dropped before what is at `gap`.

    Taking it out closes the place it had, so what came after it in its block moves up by one.
    """
    if gap.block != at.block or gap.step is None or at.step is None or gap.step <= at.step:
        return gap
    return Spot(gap.block, gap.step - 1)


def from_step(routine: Routine, spot: Spot) -> Routine:
    """Return what is left of a routine from a step or a block on, for trying it out."""
    block = routine.blocks[spot.block]
    if not spot.step:
        return replace(routine, blocks=routine.blocks[spot.block :])
    here = [Block(block.steps[spot.step :])]
    if block.rounds > 1:
        here.append(replace(block, rounds=block.rounds - 1))
    return replace(routine, blocks=(*here, *routine.blocks[spot.block + 1 :]))
