from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.routine import Block
from coreapp.domain.routine_editing.applying import apply
from coreapp.domain.routine_editing.draft import Draft, Spot, spots, step_at
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
from tests.each_case import each_case
from tests.unit.domain.routine_editing.made import drafts, edits, routine, step, steps

A, B, C = step("plank"), step("bridge"), step("march")
DRAFT = Draft(routine(Block((A, B)), Block((C,), rounds=2)))


def after(*done: Edit, draft: Draft = DRAFT) -> tuple[list[list[str]], Spot | None]:
    for edit in done:
        draft = apply(draft, edit)
    shape = [[each.exercise for each in block.steps] for block in draft.routine.blocks]
    return shape, draft.chosen


def test_steps_are_added_removed_moved_and_duplicated() -> None:
    new = step("salute")
    assert after(AddStep(Spot(0, 1), new)) == (
        [["plank", "salute", "bridge"], ["march"]],
        Spot(0, 1),
    )
    assert after(RemoveStep(Spot(0, 0))) == ([["bridge"], ["march"]], Spot(0, 0))
    assert after(RemoveStep(Spot(0, 1))) == ([["plank"], ["march"]], Spot(0, 0))
    assert after(RemoveStep(Spot(1, 0))) == ([["plank", "bridge"], []], Spot(1))
    assert after(MoveStep(Spot(0, 0), Spot(0, 1))) == ([["bridge", "plank"], ["march"]], Spot(0, 1))
    assert after(MoveStep(Spot(0, 0), Spot(1, 1))) == ([["bridge"], ["march", "plank"]], Spot(1, 1))
    assert after(DuplicateStep(Spot(0, 0))) == (
        [["plank", "plank", "bridge"], ["march"]],
        Spot(0, 1),
    )


def test_blocks_are_added_removed_moved_and_duplicated() -> None:
    assert after(AddBlock(1)) == ([["plank", "bridge"], [], ["march"]], Spot(1))
    assert after(RemoveBlock(1)) == ([["plank", "bridge"]], Spot(0))
    assert after(RemoveBlock(0), RemoveBlock(0)) == ([], None)
    assert after(MoveBlock(0, 1)) == ([["march"], ["plank", "bridge"]], Spot(1))
    assert after(DuplicateBlock(1)) == ([["plank", "bridge"], ["march"], ["march"]], Spot(2))


def test_the_first_step_makes_the_first_block() -> None:
    empty = Draft(routine())
    assert after(AddStep(Spot(0, 0), A), draft=empty) == ([["plank"]], Spot(0, 0))


def test_figures_and_texts_are_changed() -> None:
    changed = apply(DRAFT, SetRounds(0, 3))
    changed = apply(changed, SetRoundRest(0, 45))
    changed = apply(changed, SetClosingRest(60))
    changed = apply(changed, SetText(TextPart.NAME, "Morning"))
    changed = apply(changed, SetText(TextPart.NOT_WHEN, "With fever."))
    changed = apply(changed, ChangeStep(Spot(1, 0), StepPart.SETS, replace(C, sets=4)))
    made = changed.routine
    assert (made.blocks[0].rounds, made.blocks[0].rest_seconds) == (3, 45)
    assert (made.closing_rest_seconds, made.name, made.not_when) == (60, "Morning", "With fever.")
    assert (made.blocks[1].steps[0].sets, changed.chosen) == (4, Spot(1, 0))


@each_case(
    "edit",
    [
        AddStep(Spot(0, 3), A),
        AddStep(Spot(-1, 0), A),
        AddStep(Spot(2, 0), A),
        RemoveStep(Spot(0)),
        RemoveStep(Spot(0, 2)),
        MoveStep(Spot(0, 0), Spot(0, 2)),
        MoveStep(Spot(3, 0), Spot(0, 0)),
        DuplicateStep(Spot(1, 1)),
        ChangeStep(Spot(1, 1), StepPart.SETS, A),
        AddBlock(3),
        RemoveBlock(2),
        MoveBlock(0, 2),
        SetRounds(2, 2),
    ],
)
def test_what_is_not_there_cannot_be_edited(edit: Edit) -> None:
    with pytest.raises(IndexError):
        apply(DRAFT, edit)


@given(drafts(), st.data())
def test_moving_keeps_every_step(draft: Draft, data: st.DataObject) -> None:
    edit = data.draw(edits(draft))
    if not isinstance(edit, MoveStep | MoveBlock):
        return
    before = Counter(step_at(draft.routine, each) for each in spots(draft.routine))
    moved = apply(draft, edit).routine
    assert Counter(step_at(moved, each) for each in spots(moved)) == before


@given(drafts(), steps(), st.data())
def test_an_added_step_can_be_removed_again(draft: Draft, new: object, data: st.DataObject) -> None:
    edit = data.draw(edits(draft))
    if isinstance(edit, AddStep):
        added = apply(draft, edit)
        assert apply(added, RemoveStep(edit.at)).routine == draft.routine
