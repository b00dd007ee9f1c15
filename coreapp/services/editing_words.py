"""The routine editor in words: what an edit was, what keeps a draft from being kept."""

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.routine import Routine
from coreapp.domain.routine_editing.draft import Spot
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
    StepPart,
    TextPart,
    concerned_exercise,
)
from coreapp.domain.routine_editing.faults import Fault, FaultKind
from coreapp.domain.routine_editing.history import Done
from coreapp.i18n import _, gettext
from coreapp.services.library import Library

_REMEDIES = {
    FaultKind.NO_NAME: marked("Give the routine a name."),
    FaultKind.LONG_NAME: marked("Choose a shorter name, of at most 80 characters."),
    FaultKind.LONG_TEXT: marked("Shorten the text to at most 2000 characters."),
    FaultKind.UNKNOWN_WORD: marked("Use a word that this program knows."),
    FaultKind.NO_STEPS: marked("Add an exercise."),
    FaultKind.UNKNOWN_EXERCISE: marked("The exercise is not in the library; take the step out."),
    FaultKind.UNKNOWN_LEVEL: marked("The exercise has no such level any more; choose another."),
    FaultKind.NO_DOSE: marked("Say how long, or how often, the exercise is done."),
    FaultKind.FIGURE: marked("A figure is too small or too large; choose another."),
    FaultKind.TOO_MUCH: marked("There are too many sets and rounds; take some out."),
    FaultKind.TOO_LONG: marked("It takes longer than two hours; shorten it."),
}


def fault_text(fault: Fault) -> str:
    """Return what to do about a fault, in the language shown."""
    return gettext(_REMEDIES[fault.kind])


def fault_error(fault: Fault, routine: Routine) -> InvalidValueError:
    """Return a fault as the failure of a command or a file."""
    key = {FaultKind.NO_NAME: "name", FaultKind.NO_STEPS: "steps"}.get(fault.kind)
    if key is not None:
        return InvalidValueError(key, None, _REMEDIES[fault.kind])
    return InvalidValueError(
        _path(fault.at), fault.word or routine.name.strip(), _REMEDIES[fault.kind]
    )


def undo_text(done: Done, library: Library) -> str:
    """Return what undoing an edit is called: "Undo: move Plank"."""
    return _("Undo: {edit}").format(edit=_done_text(done, library))


def redo_text(done: Done, library: Library) -> str:
    """Return what doing an edit again is called."""
    return _("Redo: {edit}").format(edit=_done_text(done, library))


def _done_text(done: Done, library: Library) -> str:
    exercise = concerned_exercise(done.before.routine, done.edit)
    return edit_text(done.edit, library.exercise_name(exercise))


def edit_text(edit: Edit, exercise: str) -> str:
    """Return what an edit does, to stand within a line.

    Args:
        edit: what was done.
        exercise: the name of the exercise it is about.
    """
    if isinstance(edit, ChangeStep):
        return _("{exercise}, {part}").format(exercise=exercise, part=_step_part(edit.part))
    if isinstance(edit, SetText):
        return _text_part(edit.part)
    texts: dict[type[Edit], str] = {
        AddStep: _("add {exercise}"),
        RemoveStep: _("take out {exercise}"),
        MoveStep: _("move {exercise}"),
        DuplicateStep: _("duplicate {exercise}"),
        AddBlock: _("add a block"),
        RemoveBlock: _("take out a block"),
        MoveBlock: _("move a block"),
        DuplicateBlock: _("duplicate a block"),
        SetRounds: _("change the rounds"),
        SetRoundRest: _("change the rest between rounds"),
        SetClosingRest: _("change the quiet at the end"),
    }
    return texts[type(edit)].format(exercise=exercise)


def _step_part(part: StepPart) -> str:
    texts = {
        StepPart.LEVEL: _("change the level"),
        StepPart.SETS: _("change the sets"),
        StepPart.WORK: _("change the dose"),
        StepPart.TEMPO: _("change the tempo"),
        StepPart.REST: _("change the rest"),
        StepPart.SWITCH: _("change the time to switch sides"),
        StepPart.READY: _("change the time to get ready"),
        StepPart.ADVANCE: _("change how it goes on"),
        StepPart.NOTE: _("change the note"),
    }
    return texts[part]


def _text_part(part: TextPart) -> str:
    texts = {
        TextPart.NAME: _("change the name"),
        TextPart.PLACE: _("change the place"),
        TextPart.AUDIENCE: _("change who it is for"),
        TextPart.NOT_WHEN: _("change when not to do it"),
        TextPart.FREQUENCY: _("change how often"),
        TextPart.PROGRESSION: _("change how to go on"),
    }
    return texts[part]


def _path(at: Spot | None) -> str:
    """Return a place as files have it."""
    if at is None:
        return "routine"
    block = f"blocks[{at.block}]"
    return block if at.step is None else f"{block}.steps[{at.step}]"
