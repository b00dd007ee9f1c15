from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.routine import Block
from coreapp.domain.routine_editing.applying import apply
from coreapp.domain.routine_editing.draft import (
    Draft,
    Spot,
    from_step,
    in_gap,
    spot_above,
    spot_after,
    spot_below,
    spots,
    step_at,
)
from coreapp.domain.routine_editing.edits import MoveStep
from tests.unit.domain.routine_editing.made import drafts, routine, step

PLANK, BRIDGE, MARCH = step("plank"), step("bridge"), step("march")
TWO = routine(Block((PLANK, BRIDGE)), Block((MARCH,)))


def test_a_step_is_found_by_its_place() -> None:
    assert spots(TWO) == (Spot(0, 0), Spot(0, 1), Spot(1, 0))
    assert step_at(TWO, Spot(0, 1)) is BRIDGE
    for nowhere in (None, Spot(0), Spot(0, 2), Spot(2, 0), Spot(-1, 0), Spot(0, -1)):
        assert step_at(TWO, nowhere) is None


def test_a_step_moves_through_its_block_and_into_the_next_one() -> None:
    assert spot_below(TWO, Spot(0, 0)) == Spot(0, 1)
    assert spot_below(TWO, Spot(0, 1)) == Spot(1, 0)
    assert spot_below(TWO, Spot(1, 0)) is None
    assert spot_above(TWO, Spot(1, 0)) == Spot(0, 2)
    assert spot_above(TWO, Spot(0, 1)) == Spot(0, 0)
    assert spot_above(TWO, Spot(0, 0)) is None


def test_a_block_moves_past_the_next_one() -> None:
    assert spot_below(TWO, Spot(0)) == Spot(1)
    assert spot_below(TWO, Spot(1)) is None
    assert spot_above(TWO, Spot(1)) == Spot(0)
    assert spot_above(TWO, Spot(0)) is None


@given(drafts(), st.data())
def test_a_step_moved_down_and_up_again_is_where_it_was(draft: Draft, data: st.DataObject) -> None:
    there = spots(draft.routine)
    if not there:
        return
    at = data.draw(st.sampled_from(there))
    to = spot_below(draft.routine, at)
    if to is None:
        return
    moved = apply(draft, MoveStep(at, to))
    back = spot_above(moved.routine, to)
    assert back == at
    assert apply(moved, MoveStep(to, back)).routine == draft.routine


def test_a_new_step_comes_after_the_chosen_one_else_last() -> None:
    assert spot_after(TWO, Spot(0, 0)) == Spot(0, 1)
    assert spot_after(TWO, Spot(0)) == Spot(0, 2)
    assert spot_after(TWO, None) == Spot(1, 1)
    assert spot_after(routine(), None) == Spot(0, 0)


def test_a_dropped_step_stands_where_the_gap_was() -> None:
    assert in_gap(Spot(0, 0), Spot(0, 2)) == Spot(0, 1)
    assert in_gap(Spot(0, 1), Spot(0, 0)) == Spot(0, 0)
    assert in_gap(Spot(0, 1), Spot(0, 1)) == Spot(0, 1)
    assert in_gap(Spot(0, 0), Spot(1, 1)) == Spot(1, 1)


@given(drafts(), st.data())
def test_every_gap_can_be_dropped_into(draft: Draft, data: st.DataObject) -> None:
    there = spots(draft.routine)
    if not there:
        return
    at = data.draw(st.sampled_from(there))
    block = data.draw(st.integers(0, len(draft.routine.blocks) - 1))
    gap = Spot(block, data.draw(st.integers(0, len(draft.routine.blocks[block].steps))))
    to = in_gap(at, gap)
    moved = apply(draft, MoveStep(at, to)).routine
    assert step_at(moved, to) == step_at(draft.routine, at)
    after = step_at(draft.routine, gap)
    if gap != at and after is not None:
        assert step_at(moved, Spot(to.block, (to.step or 0) + 1)) == after


def test_what_is_left_from_a_step_on_is_the_rest_of_the_round_and_all_after_it() -> None:
    block = Block((PLANK, BRIDGE), rounds=3, rest_seconds=20)
    whole = routine(block, Block((MARCH,)))
    assert from_step(whole, Spot(0, 1)).blocks == (
        Block((BRIDGE,)),
        Block((PLANK, BRIDGE), rounds=2, rest_seconds=20),
        Block((MARCH,)),
    )
    assert from_step(whole, Spot(1)).blocks == (Block((MARCH,)),)
    assert from_step(whole, Spot(0, 0)) == whole
    once = routine(Block((PLANK, BRIDGE)))
    assert from_step(once, Spot(0, 1)).blocks == (Block((BRIDGE,)),)
