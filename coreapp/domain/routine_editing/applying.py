"""How each edit of a draft is carried out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.routine_editing.draft import Draft, Spot, step_at
from coreapp.domain.routine_editing.edits import (
    AddBlock,
    AddStep,
    ChangeStep,
    DuplicateBlock,
    DuplicateStep,
    Edit,
    MoveBlock,
    MoveStep,
    RemoveBlock,
    RemoveStep,
    SetClosingRest,
    SetRoundRest,
    SetRounds,
    SetText,
)

_T = TypeVar("_T")


def apply(draft: Draft, edit: Edit) -> Draft:
    """Return the draft after an edit; what is new or was changed is chosen.

    Raises:
        IndexError: there is no such step or block.
    """
    match edit:
        case AddStep() | RemoveStep() | MoveStep() | DuplicateStep() | ChangeStep():
            return _edit_steps(draft.routine, edit)
        case AddBlock() | RemoveBlock() | MoveBlock() | DuplicateBlock():
            return _edit_blocks(draft.routine, edit)
        case SetRounds() | SetRoundRest():
            return _edit_rounds(draft.routine, edit)
        case SetText(part, text):
            changed: dict[str, str] = {part.value: text}
            return replace(draft, routine=replace(draft.routine, **changed))  # type: ignore[arg-type]  # every part is a field that holds a text
        case SetClosingRest(seconds):
            return replace(draft, routine=replace(draft.routine, closing_rest_seconds=seconds))
        case _:
            assert_never(edit)


def _edit_steps(
    routine: Routine, edit: AddStep | RemoveStep | MoveStep | DuplicateStep | ChangeStep
) -> Draft:
    match edit:
        case AddStep(at, step):
            base = routine if routine.blocks else replace(routine, blocks=(Block(()),))
            return Draft(_put(base, at, step), at)
        case RemoveStep(at):
            _checked(routine, at)
            return _chosen_near(_take(routine, at), at)
        case MoveStep(at, to):
            step = _checked(routine, at)
            return Draft(_put(_take(routine, at), to, step), to)
        case DuplicateStep(at):
            step = _checked(routine, at)
            copy = Spot(at.block, (at.step or 0) + 1)
            return Draft(_put(routine, copy, step), copy)
        case ChangeStep(at, _part, step):
            _checked(routine, at)
            return Draft(_put(_take(routine, at), at, step), at)
        case _:
            assert_never(edit)


def _edit_blocks(
    routine: Routine, edit: AddBlock | RemoveBlock | MoveBlock | DuplicateBlock
) -> Draft:
    blocks = routine.blocks
    match edit:
        case AddBlock(index):
            return _with_blocks(routine, _inserted(blocks, index, Block(())), Spot(index))
        case RemoveBlock(index):
            left = _without(blocks, index)
            chosen = Spot(min(index, len(left) - 1)) if left else None
            return _with_blocks(routine, left, chosen)
        case MoveBlock(index, to):
            moved = _inserted(_without(blocks, index), to, blocks[index])
            return _with_blocks(routine, moved, Spot(to))
        case DuplicateBlock(index):
            doubled = _inserted(blocks, index + 1, blocks[index])
            return _with_blocks(routine, doubled, Spot(index + 1))
        case _:
            assert_never(edit)


def _edit_rounds(routine: Routine, edit: SetRounds | SetRoundRest) -> Draft:
    block = routine.blocks[edit.index]
    match edit:
        case SetRounds():
            changed = replace(block, rounds=edit.rounds)
        case SetRoundRest():
            changed = replace(block, rest_seconds=edit.seconds)
        case _:
            assert_never(edit)
    return Draft(_with_block(routine, edit.index, changed), Spot(edit.index))


def _checked(routine: Routine, at: Spot) -> Step:
    step = step_at(routine, at)
    if step is None:
        raise IndexError(at)
    return step


def _put(routine: Routine, at: Spot, step: Step) -> Routine:
    if at.block < 0:
        raise IndexError(at)
    block = routine.blocks[at.block]
    steps = _inserted(block.steps, at.step or 0, step)
    return _with_block(routine, at.block, replace(block, steps=steps))


def _take(routine: Routine, at: Spot) -> Routine:
    block = routine.blocks[at.block]
    steps = _without(block.steps, at.step or 0)
    return _with_block(routine, at.block, replace(block, steps=steps))


def _chosen_near(routine: Routine, at: Spot) -> Draft:
    """Choose the step that is where one was taken away, else the one before, else the block."""
    last = len(routine.blocks[at.block].steps) - 1
    return Draft(routine, Spot(at.block, min(at.step or 0, last) if last >= 0 else None))


def _with_block(routine: Routine, index: int, block: Block) -> Routine:
    blocks = (*routine.blocks[:index], block, *routine.blocks[index + 1 :])
    return replace(routine, blocks=blocks)


def _with_blocks(routine: Routine, blocks: tuple[Block, ...], chosen: Spot | None) -> Draft:
    return Draft(replace(routine, blocks=blocks), chosen)


def _inserted(things: Sequence[_T], index: int, thing: _T) -> tuple[_T, ...]:
    if not 0 <= index <= len(things):
        raise IndexError(index)
    return (*things[:index], thing, *things[index:])


def _without(things: Sequence[_T], index: int) -> tuple[_T, ...]:
    if not 0 <= index < len(things):
        raise IndexError(index)
    return (*things[:index], *things[index + 1 :])
