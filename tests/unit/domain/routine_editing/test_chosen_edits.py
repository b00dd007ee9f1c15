from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.routine import Block
from coreapp.domain.routine_editing import chosen_edits
from coreapp.domain.routine_editing.applying import apply
from coreapp.domain.routine_editing.draft import Draft, Spot, spots
from coreapp.domain.routine_editing.edits import (
    AddBlock,
    AddStep,
    DuplicateBlock,
    DuplicateStep,
    MoveBlock,
    MoveStep,
    RemoveBlock,
    RemoveStep,
)
from tests.each_case import each_case
from tests.unit.domain.routine_editing.made import drafts, routine, step

A, B, C = step("plank"), step("bridge"), step("march")
MADE = routine(Block((A, B)), Block((C,)))


def test_a_chosen_step_is_moved_duplicated_and_taken_out() -> None:
    draft = Draft(MADE, Spot(0, 1))
    assert chosen_edits.move(draft, up=True) == MoveStep(Spot(0, 1), Spot(0, 0))
    assert chosen_edits.move(draft, up=False) == MoveStep(Spot(0, 1), Spot(1, 0))
    assert chosen_edits.duplicate(draft) == DuplicateStep(Spot(0, 1))
    assert chosen_edits.remove(draft) == RemoveStep(Spot(0, 1))
    assert chosen_edits.add_step(draft, C) == AddStep(Spot(0, 2), C)


def test_a_chosen_block_is_moved_duplicated_and_taken_out() -> None:
    draft = Draft(MADE, Spot(0))
    assert chosen_edits.move(draft, up=False) == MoveBlock(0, 1)
    assert chosen_edits.duplicate(draft) == DuplicateBlock(0)
    assert chosen_edits.remove(draft) == RemoveBlock(0)
    assert chosen_edits.add_block(draft) == AddBlock(2)


@each_case("up", [True, False])
def test_nothing_is_done_where_nothing_is_chosen(up: bool) -> None:
    draft = Draft(MADE)
    assert chosen_edits.move(draft, up=up) is None
    assert chosen_edits.duplicate(draft) is None
    assert chosen_edits.remove(draft) is None


def test_the_first_and_the_last_go_no_further() -> None:
    assert chosen_edits.move(Draft(MADE, Spot(0, 0)), up=True) is None
    assert chosen_edits.move(Draft(MADE, Spot(1, 0)), up=False) is None
    assert chosen_edits.move(Draft(MADE, Spot(0)), up=True) is None
    assert chosen_edits.move(Draft(MADE, Spot(1)), up=False) is None


def test_what_is_dropped_stands_before_what_was_in_the_gap() -> None:
    assert chosen_edits.drop_step(Spot(0, 0), Spot(0, 2)) == MoveStep(Spot(0, 0), Spot(0, 1))
    assert chosen_edits.drop_step(Spot(0, 0), Spot(1, 1)) == MoveStep(Spot(0, 0), Spot(1, 1))
    assert chosen_edits.drop_block(0, 2) == MoveBlock(0, 1)
    assert chosen_edits.drop_block(1, 0) == MoveBlock(1, 0)


@given(drafts(), st.data())
def test_moving_up_and_down_again_changes_nothing(draft: Draft, data: st.DataObject) -> None:
    there = spots(draft.routine)
    if not there:
        return
    here = Draft(draft.routine, data.draw(st.sampled_from(there)))
    edit = chosen_edits.move(here, up=True)
    if edit is not None:
        back = chosen_edits.move(apply(here, edit), up=False)
        assert back is not None
        assert apply(apply(here, edit), back) == here
