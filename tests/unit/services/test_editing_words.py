from dataclasses import replace
from typing import get_args

from coreapp.domain.routine import Block, Routine
from coreapp.domain.routine_editing.draft import Draft, Spot
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
)
from coreapp.domain.routine_editing.faults import Fault, FaultKind
from coreapp.domain.routine_editing.history import History
from coreapp.services.editing_words import (
    edit_text,
    fault_error,
    fault_text,
    redo_text,
    undo_text,
)
from coreapp.services.explanations import explain
from tests.each_case import each_case
from tests.fakes.shipped import fresh_library
from tests.unit.domain.routine_editing.made import step

PLANK = step("plank")
HERE = Spot(0, 0)


def test_an_edit_is_undone_and_done_again_by_its_name() -> None:
    library = fresh_library()
    start = History(Draft(Routine("own", "Evening", (Block((PLANK, PLANK)),))))
    history = start.do(ChangeStep(HERE, StepPart.SETS, replace(PLANK, sets=2)))
    name = library.exercise_name("plank")
    assert undo_text(history.done[-1], library) == f"Undo: {name}, change the sets"
    assert redo_text(history.undo().undone[-1], library) == f"Redo: {name}, change the sets"
    history = start.do(RemoveStep(HERE)).do(AddBlock(0))
    assert undo_text(history.done[-1], library) == "Undo: add a block"
    assert undo_text(history.done[-2], library) == f"Undo: take out {name}"


EDITS: list[Edit] = [
    AddStep(HERE, PLANK),
    RemoveStep(HERE),
    MoveStep(HERE, HERE),
    DuplicateStep(HERE),
    AddBlock(0),
    RemoveBlock(0),
    MoveBlock(0, 0),
    DuplicateBlock(0),
    SetRounds(0, 1),
    SetRoundRest(0, 1),
    SetClosingRest(1),
    *(ChangeStep(HERE, part, PLANK) for part in StepPart),
    *(SetText(part, "") for part in TextPart),
]


def test_every_edit_has_a_name_of_its_own() -> None:
    assert {type(each) for each in EDITS} == set(get_args(Edit))
    texts = [edit_text(each, "Plank") for each in EDITS]
    assert len(set(texts)) == len(texts)
    assert all(texts)


@each_case("kind", FaultKind)
def test_every_fault_has_a_sentence(kind: FaultKind) -> None:
    routine = Routine("own", "Evening", ())
    sentence = fault_text(Fault(kind, HERE, "word"))
    assert sentence.endswith(".")
    assert sentence in explain(fault_error(Fault(kind, HERE, "word"), routine))


def test_a_fault_of_a_file_says_where_it_is() -> None:
    routine = Routine("own", "Evening", ())
    told = {
        Fault(FaultKind.UNKNOWN_LEVEL, Spot(1, 2), "L9"): "blocks[1].steps[2]: “L9” cannot be used",
        Fault(FaultKind.FIGURE, Spot(1)): "blocks[1]: “Evening” cannot be used",
        Fault(FaultKind.TOO_LONG): "routine: “Evening” cannot be used",
        Fault(FaultKind.NO_STEPS): "steps is missing",
        Fault(FaultKind.NO_NAME): "name is missing",
    }
    for fault, start in told.items():
        assert explain(fault_error(fault, routine)).startswith(start)
