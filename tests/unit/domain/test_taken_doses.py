"""Routines with the doses that a person took over."""

from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.taken_doses import dose_of, taken_in, with_doses
from tests.each_case import each_case

ROUTINE = Routine(
    "mine",
    "Mine",
    (
        Block((Step("plank", sets=3, seconds=20), Step("glute-bridge", reps=10)), rounds=2),
        Block((Step("plank", seconds=40), Step("side-plank", reps=10, seconds_per_rep=13))),
    ),
)


def doses(routine: Routine) -> list[int]:
    return [dose_of(step) for block in routine.blocks for step in block.steps]


def test_only_the_dose_that_was_meant_changes() -> None:
    fitted = with_doses(ROUTINE, {("plank", 20): 22, ("glute-bridge", 10): 11})

    assert doses(fitted) == [22, 11, 40, 10]
    assert fitted.blocks[0].rounds == 2
    assert fitted.blocks[0].steps[0] == Step("plank", sets=3, seconds=22.0)


@each_case("taken", [{}, {("plank", 30): 33}, {("bird-dog", 20): 22}, {("side-plank", 10): 11}])
def test_all_else_stays_as_it_is(taken) -> None:
    assert with_doses(ROUTINE, taken) is ROUTINE


def test_it_is_known_which_of_them_a_routine_has() -> None:
    taken = {("plank", 20): 22, ("plank", 30): 33, ("bird-dog", 10): 11}

    assert taken_in(ROUTINE, taken) == {("plank", 20): 22}
