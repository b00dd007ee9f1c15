from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.routine import Block
from coreapp.domain.routine_editing.draft import Draft, Spot
from coreapp.domain.routine_editing.edits import (
    AddBlock,
    ChangeStep,
    RemoveStep,
    SetText,
    StepPart,
    TextPart,
)
from coreapp.domain.routine_editing.history import MOST_EDITS, History
from tests.unit.domain.routine_editing.made import drafts, edits, routine, step

PLANK = step("plank")
START = History(Draft(routine(Block((PLANK,)))))


def named(text: str) -> SetText:
    return SetText(TextPart.NAME, text)


@given(drafts(), st.data())
def test_undoing_everything_gives_back_the_start_and_redoing_the_end(
    draft: Draft, data: st.DataObject
) -> None:
    history = History(draft)
    for _number in range(data.draw(st.integers(0, 12))):
        history = history.do(data.draw(edits(history.now)))
        if data.draw(st.booleans()):
            history = history.closed()
    end, count = history.routine, len(history.done)

    while history.done:
        history = history.undo()
    assert history.routine == draft.routine
    for _number in range(count):
        history = history.redo()
    assert history.routine == end
    assert (len(history.done), history.undone) == (count, ())


@given(drafts(), st.data())
def test_undo_and_redo_in_any_order_walk_along_one_line(draft: Draft, data: st.DataObject) -> None:
    history = History(draft)
    for _number in range(6):
        history = history.do(data.draw(edits(history.now))).closed()
    line = [draft.routine, *(each.after.routine for each in history.done)]
    place = len(line) - 1
    for forward in data.draw(st.lists(st.booleans(), max_size=15)):
        history = history.redo() if forward else history.undo()
        place = min(len(line) - 1, place + 1) if forward else max(0, place - 1)
        assert history.routine == line[place]


def test_typing_is_one_step_until_the_field_is_left() -> None:
    history = START.do(named("M")).do(named("Mo")).do(named("Mor"))
    assert len(history.done) == 1
    assert history.undo().routine.name == "Evening"
    history = history.closed().do(named("Morn"))
    assert len(history.done) == 2
    assert history.undo().routine.name == "Mor"


def test_choosing_something_else_leaves_the_field() -> None:
    more = ChangeStep(Spot(0, 0), StepPart.SETS, replace(PLANK, sets=2))
    most = ChangeStep(Spot(0, 0), StepPart.SETS, replace(PLANK, sets=3))
    history = START.do(more).choose(Spot(0)).choose(Spot(0, 0)).do(most)
    assert len(history.done) == 2
    assert START.choose(None) is START


def test_what_was_taken_back_by_hand_needs_no_undo() -> None:
    history = START.do(named("M")).do(named("Evening"))
    assert (history.routine, history.done) == (START.routine, ())


def test_an_edit_that_changes_nothing_is_not_remembered() -> None:
    history = START.do(named("M")).undo().do(named("Evening"))
    assert (history.done, len(history.undone)) == ((), 1)


def test_a_new_edit_forgets_what_was_undone() -> None:
    history = START.do(named("M")).undo().do(AddBlock(1))
    assert history.undone == ()
    assert history.redo() is history


def test_undo_after_undo_does_not_merge_with_what_is_typed_next() -> None:
    history = START.do(named("M")).closed().do(AddBlock(1)).undo().do(named("Mo"))
    assert len(history.done) == 2


def test_undo_chooses_what_was_chosen() -> None:
    history = START.choose(Spot(0, 0)).do(RemoveStep(Spot(0, 0)))
    assert history.now.chosen == Spot(0)
    assert history.undo().now.chosen == Spot(0, 0)
    assert history.undo().redo().now.chosen == Spot(0)


def test_without_edits_there_is_nothing_to_undo() -> None:
    assert START.undo() is START
    assert START.redo() is START


def test_the_way_back_has_an_end() -> None:
    history = START
    for number in range(MOST_EDITS + 3):
        history = history.do(named(str(number))).closed()
    assert len(history.done) == MOST_EDITS
