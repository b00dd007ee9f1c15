"""The edits that buttons, keys and the mouse ask for, at the place that is chosen."""

from coreapp.domain.routine import Step
from coreapp.domain.routine_editing.draft import (
    Draft,
    Spot,
    in_gap,
    spot_above,
    spot_after,
    spot_below,
)
from coreapp.domain.routine_editing.edits import (
    AddBlock,
    AddStep,
    DuplicateBlock,
    DuplicateStep,
    Edit,
    MoveBlock,
    MoveStep,
    RemoveBlock,
    RemoveStep,
)


def move(draft: Draft, *, up: bool) -> Edit | None:
    """Return the edit that moves what is chosen one place; None if it can go no further."""
    at = draft.chosen
    if at is None:
        return None
    to = spot_above(draft.routine, at) if up else spot_below(draft.routine, at)
    if to is None:
        return None
    return MoveBlock(at.block, to.block) if at.step is None else MoveStep(at, to)


def duplicate(draft: Draft) -> Edit | None:
    """Return the edit that duplicates what is chosen; None where nothing is."""
    at = draft.chosen
    if at is None:
        return None
    return DuplicateBlock(at.block) if at.step is None else DuplicateStep(at)


def remove(draft: Draft) -> Edit | None:
    """Return the edit that takes out what is chosen; None where nothing is."""
    at = draft.chosen
    if at is None:
        return None
    return RemoveBlock(at.block) if at.step is None else RemoveStep(at)


def add_step(draft: Draft, step: Step) -> Edit:
    """Return the edit that puts a new step after what is chosen."""
    return AddStep(spot_after(draft.routine, draft.chosen), step)


def add_block(draft: Draft) -> Edit:
    """Return the edit that puts a new block at the end."""
    return AddBlock(len(draft.routine.blocks))


def drop_step(at: Spot, gap: Spot) -> Edit:
    """Return the edit of a step that leaves `at` and is dropped before what is at `gap`."""
    return MoveStep(at, in_gap(at, gap))


def drop_block(index: int, before: int) -> Edit:
    """Return the edit of a block that leaves `index` and is dropped before the block `before`."""
    return MoveBlock(index, before - (before > index))
