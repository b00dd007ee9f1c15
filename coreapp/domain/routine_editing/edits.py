"""What can be done to a draft: each edit is a fact, and `apply` alone knows how it is done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, TypeVar, assert_never

from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.routine_editing.draft import Draft, Spot, step_at

_T = TypeVar("_T")


class StepPart(StrEnum):
    """What of a step is changed."""

    LEVEL = "level"
    SETS = "sets"
    WORK = "work"
    TEMPO = "tempo"
    REST = "rest"
    SWITCH = "switch"
    READY = "ready"
    ADVANCE = "advance"
    NOTE = "note"


class TextPart(StrEnum):
    """A text or a word of the routine as a whole; the value is the field it is in."""

    NAME = "name"
    PLACE = "place"
    AUDIENCE = "audience"
    NOT_WHEN = "not_when"
    FREQUENCY = "frequency"
    PROGRESSION = "progression"


@dataclass(frozen=True, slots=True)
class AddStep:
    """A new step stands at `at`; what stood there and after it moves on."""

    at: Spot
    step: Step


@dataclass(frozen=True, slots=True)
class RemoveStep:
    """A step goes; its block stays, even if it is empty then."""

    at: Spot


@dataclass(frozen=True, slots=True)
class MoveStep:
    """A step leaves `at` and then stands at `to`."""

    at: Spot
    to: Spot


@dataclass(frozen=True, slots=True)
class DuplicateStep:
    """The same step stands once more, after itself."""

    at: Spot


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """A step is another one in one part."""

    at: Spot
    part: StepPart
    step: Step


@dataclass(frozen=True, slots=True)
class AddBlock:
    """A new, empty block stands at `index`."""

    index: int


@dataclass(frozen=True, slots=True)
class RemoveBlock:
    """A block goes with its steps."""

    index: int


@dataclass(frozen=True, slots=True)
class MoveBlock:
    """A block leaves `index` and then stands at `to`."""

    index: int
    to: int


@dataclass(frozen=True, slots=True)
class DuplicateBlock:
    """The same block stands once more, after itself."""

    index: int


@dataclass(frozen=True, slots=True)
class SetRounds:
    """A block is gone through so many times."""

    index: int
    rounds: int


@dataclass(frozen=True, slots=True)
class SetRoundRest:
    """Between two rounds of a block there is so much rest, in seconds."""

    index: int
    seconds: float


@dataclass(frozen=True, slots=True)
class SetText:
    """A text of the whole routine is another one."""

    part: TextPart
    text: str


@dataclass(frozen=True, slots=True)
class SetClosingRest:
    """So many seconds are quiet at the end."""

    seconds: float


Edit: TypeAlias = (
    AddStep
    | RemoveStep
    | MoveStep
    | DuplicateStep
    | ChangeStep
    | AddBlock
    | RemoveBlock
    | MoveBlock
    | DuplicateBlock
    | SetRounds
    | SetRoundRest
    | SetText
    | SetClosingRest
)


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


def merges(before: Edit, after: Edit) -> bool:
    """Tell whether two edits in a row are one for the person: going on in the same field."""
    match before, after:
        case ChangeStep(), ChangeStep():
            return (before.at, before.part) == (after.at, after.part)
        case SetRounds(), SetRounds():
            return before.index == after.index
        case SetRoundRest(), SetRoundRest():
            return before.index == after.index
        case SetText(), SetText():
            return before.part is after.part
        case SetClosingRest(), SetClosingRest():
            return True
        case _:
            return False


def concerned_exercise(before: Routine, edit: Edit) -> str:
    """Return the id of the exercise that an edit is about, in the routine before it.

    Empty where it is about a block or the whole.
    """
    match edit:
        case AddStep():
            return edit.step.exercise
        case RemoveStep() | MoveStep() | DuplicateStep() | ChangeStep():
            step = step_at(before, edit.at)
            return step.exercise if step is not None else ""
        case _:
            return ""


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
