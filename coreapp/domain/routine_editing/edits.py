"""What can be done to a draft, as facts; `applying` alone knows how it is done."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from coreapp.domain.routine import Routine, Step
from coreapp.domain.routine_editing.draft import Spot, step_at


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


def is_typed(edit: Edit) -> bool:
    """Tell whether an edit is a text that is typed letter by letter."""
    match edit:
        case ChangeStep():
            return edit.part is StepPart.NOTE
        case SetText():
            return edit.part is not TextPart.PLACE
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
