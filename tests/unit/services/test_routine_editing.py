from dataclasses import replace

import pytest

from coreapp.domain.errors import DiskFullError, UnknownIdError
from coreapp.domain.routine_editing.draft import Spot
from coreapp.domain.routine_editing.edits import (
    AddStep,
    ChangeStep,
    RemoveStep,
    SetClosingRest,
    SetRounds,
    SetText,
    StepPart,
    TextPart,
)
from coreapp.domain.routine_editing.faults import FaultKind
from coreapp.domain.routine_editing.new_step import step_of
from coreapp.services.routine_editing import RoutineEditing
from tests.fakes.own_routines import OwnWorld


class Editor(OwnWorld):
    """Somebody editing."""

    def __init__(self) -> None:
        super().__init__()
        self.editing = RoutineEditing(self.own, self.library)

    def step(self, exercise: str = "plank"):
        shown = self.library.exercise(exercise)
        return step_of(shown, shown.levels[0])

    def add(self, exercise: str = "plank") -> None:
        self.editing.do(AddStep(Spot(0, 0), self.step(exercise)))

    def name(self, text: str) -> None:
        self.editing.do(SetText(TextPart.NAME, text))

    def copy(self) -> str:
        copy = self.own.duplicate("core-basics-runners")
        self.editing.begin(copy.id)
        return copy.id


@pytest.fixture
def editor() -> Editor:
    return Editor()


def test_a_new_routine_is_kept_with_its_first_step(editor: Editor) -> None:
    identity = editor.editing.begin_new()
    assert [each.kind for each in editor.editing.faults] == [FaultKind.NO_STEPS]
    assert not editor.editing.keep()
    assert not editor.editing.is_kept
    assert editor.editing.clocked() is None
    editor.add()
    assert editor.editing.keep()
    assert editor.editing.is_kept
    assert editor.library.is_own_routine(identity)
    assert not editor.editing.keep()


def test_an_unfinished_new_routine_is_gone_on_with(editor: Editor) -> None:
    identity = editor.editing.begin_new()
    editor.name("Morning")
    editor.copy()
    assert editor.editing.begin_new() == identity
    assert editor.editing.routine.name == "Morning"
    editor.copy()
    editor.editing.begin(identity)
    assert editor.editing.routine.name == "Morning"
    editor.add()
    editor.editing.keep()
    assert editor.editing.begin_new() != identity


def test_what_cannot_be_kept_stays_and_the_last_whole_version_plays(editor: Editor) -> None:
    identity = editor.copy()
    editor.name("")
    assert not editor.editing.keep()
    assert editor.library.routine_name(identity) == "Copy of Core basics for runners"
    editor.copy()
    editor.editing.begin(identity)
    assert editor.editing.routine.name == ""
    editor.name("Mine")
    assert editor.editing.keep()
    assert editor.library.routine_name(identity) == "Mine"


def test_undo_is_kept_too_and_has_a_name(editor: Editor) -> None:
    identity = editor.copy()
    before = editor.library.routine(identity)
    assert (editor.editing.undo_name, editor.editing.redo_name) == ("", "")
    editor.editing.do(RemoveStep(Spot(0, 1)))
    editor.editing.keep()
    name = editor.library.exercise_name(before.blocks[0].steps[1].exercise)
    assert editor.editing.undo_name == f"Undo: take out {name}"
    editor.editing.undo()
    editor.editing.keep()
    assert editor.library.routine(identity) == before
    assert editor.editing.redo_name == f"Redo: take out {name}"
    editor.editing.redo()
    assert len(editor.editing.routine.blocks[0].steps) == len(before.blocks[0].steps) - 1


def test_the_way_back_is_there_on_returning(editor: Editor) -> None:
    identity = editor.copy()
    editor.name("Mine")
    editor.editing.keep()
    editor.copy()
    assert editor.editing.undo_name == ""
    editor.editing.begin(identity)
    assert editor.editing.undo_name == "Undo: change the name"


def test_a_routine_that_came_from_elsewhere_is_begun_with_anew(editor: Editor) -> None:
    identity = editor.copy()
    editor.name("Mine")
    editor.editing.keep()
    editor.own.keep(replace(editor.library.routine(identity), name="Theirs"))
    editor.editing.begin(identity)
    assert (editor.editing.routine.name, editor.editing.undo_name) == ("Theirs", "")


def test_a_deleted_routine_cannot_be_begun_and_brought_back_has_its_way_back(
    editor: Editor,
) -> None:
    identity = editor.copy()
    editor.name("Mine")
    editor.editing.keep()
    deleted = editor.own.delete(identity)
    assert not editor.editing.is_kept
    with pytest.raises(UnknownIdError):
        editor.editing.begin(identity)
    editor.own.keep(deleted)
    editor.editing.begin(identity)
    assert editor.editing.is_kept
    assert editor.editing.undo_name == "Undo: change the name"


def test_typing_is_one_step_back_until_the_field_is_left(editor: Editor) -> None:
    editor.copy()
    editor.name("M")
    editor.name("Mi")
    editor.editing.close_field()
    editor.name("Min")
    editor.editing.undo()
    assert editor.editing.routine.name == "Mi"


def test_without_room_nothing_is_lost_and_the_next_call_tries_again(editor: Editor) -> None:
    identity = editor.copy()
    editor.name("Mine")
    editor.documents.failure = DiskFullError("full")
    with pytest.raises(DiskFullError):
        editor.editing.keep()
    assert editor.editing.routine.name == "Mine"
    editor.documents.failure = None
    assert editor.editing.keep()
    assert editor.library.routine_name(identity) == "Mine"


def test_the_total_and_the_steps_are_those_of_the_timeline(editor: Editor) -> None:
    identity = editor.copy()
    editor.editing.do(SetRounds(0, 2))
    editor.editing.do(SetClosingRest(30))
    editor.editing.keep()
    clocked = editor.editing.clocked()
    assert clocked is not None
    assert clocked.timeline == editor.library.timeline(identity)
    assert clocked.steps == editor.library.step_seconds(identity)
    assert sum(clocked.steps) + 30 == clocked.timeline.seconds
    assert clocked.starts[0] == 0
    assert list(clocked.starts) == sorted(clocked.starts)
    assert editor.editing.clocked() is clocked


def test_the_chosen_step_and_its_exercise_can_be_asked_for(editor: Editor) -> None:
    editor.copy()
    step = editor.editing.chosen_step
    assert step is not None
    exercise = editor.editing.exercise_of(step)
    assert exercise is not None
    assert exercise.id == step.exercise
    assert editor.editing.exercise_of(replace(step, exercise="gone")) is None
    editor.editing.choose(Spot(0))
    assert editor.editing.chosen_step is None


def test_trying_out_plays_the_draft_from_the_chosen_step_on(editor: Editor) -> None:
    editor.copy()
    editor.editing.do(
        ChangeStep(
            Spot(0, 1), StepPart.SETS, replace(editor.editing.routine.blocks[0].steps[1], sets=9)
        )
    )
    editor.name(" ")
    tried = editor.library.timeline(editor.editing.try_from_here())
    assert tried.phases[-1].sets != 9
    assert tried.phases[0].exercise == editor.editing.routine.blocks[0].steps[1].exercise
    assert tried.phases[1].sets == 9
    assert editor.library.routine_name(tried.routine) == "My routine"
    editor.editing.choose(None)
    assert editor.library.timeline(editor.editing.try_from_here()).seconds > tried.seconds
    assert not editor.library.is_own_routine(tried.routine)
