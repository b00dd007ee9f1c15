from dataclasses import replace

from coreapp.domain.routine import Block
from coreapp.domain.routine_editing.draft import Spot
from coreapp.domain.routine_editing.edits import (
    AddBlock,
    AddStep,
    ChangeStep,
    DuplicateStep,
    Edit,
    MoveStep,
    RemoveStep,
    SetClosingRest,
    SetRoundRest,
    SetRounds,
    SetText,
    StepPart,
    TextPart,
    concerned_exercise,
    is_typed,
    merges,
)
from tests.each_case import each_case
from tests.unit.domain.routine_editing.made import routine, step

A, B, C = step("plank"), step("bridge"), step("march")


def test_going_on_in_a_field_is_one_edit() -> None:
    more, most = (
        ChangeStep(Spot(0, 0), StepPart.SETS, replace(A, sets=2)),
        ChangeStep(Spot(0, 0), StepPart.SETS, replace(A, sets=3)),
    )
    assert merges(more, most)
    assert merges(SetText(TextPart.NAME, "a"), SetText(TextPart.NAME, "ab"))
    assert merges(SetRounds(0, 2), SetRounds(0, 3))
    assert merges(SetRoundRest(0, 10), SetRoundRest(0, 15))
    assert merges(SetClosingRest(5), SetClosingRest(6))


@each_case(
    ("before", "later"),
    [
        (SetText(TextPart.NAME, "a"), SetText(TextPart.PLACE, "desk")),
        (SetRounds(0, 2), SetRounds(1, 2)),
        (SetRounds(0, 2), SetRoundRest(0, 2)),
        (SetRoundRest(0, 2), SetRoundRest(1, 2)),
        (ChangeStep(Spot(0, 0), StepPart.SETS, A), ChangeStep(Spot(0, 1), StepPart.SETS, A)),
        (ChangeStep(Spot(0, 0), StepPart.SETS, A), ChangeStep(Spot(0, 0), StepPart.REST, A)),
        (MoveStep(Spot(0, 0), Spot(0, 1)), MoveStep(Spot(0, 1), Spot(1, 0))),
        (DuplicateStep(Spot(0, 0)), DuplicateStep(Spot(0, 0))),
    ],
)
def test_other_edits_stand_for_themselves(before: Edit, later: Edit) -> None:
    assert not merges(before, later)


def test_an_edit_tells_which_exercise_it_is_about() -> None:
    made = routine(Block((A, B)), Block((C,)))
    assert concerned_exercise(made, AddStep(Spot(0, 0), C)) == "march"
    assert concerned_exercise(made, MoveStep(Spot(0, 1), Spot(0, 0))) == "bridge"
    assert concerned_exercise(made, RemoveStep(Spot(5, 5))) == ""
    assert concerned_exercise(made, AddBlock(0)) == ""


def test_texts_are_typed_and_everything_else_is_chosen() -> None:
    assert is_typed(SetText(TextPart.NAME, "a"))
    assert is_typed(ChangeStep(Spot(0, 0), StepPart.NOTE, A))
    assert not is_typed(SetText(TextPart.PLACE, "desk"))
    assert not is_typed(ChangeStep(Spot(0, 0), StepPart.SETS, A))
    assert not is_typed(SetRounds(0, 2))
