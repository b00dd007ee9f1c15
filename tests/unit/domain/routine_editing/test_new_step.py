from dataclasses import replace

from coreapp.domain.exercise import Dose, Exercise, Level
from coreapp.domain.routine import Advance, Step
from coreapp.domain.routine_editing.new_step import at_level, in_short_holds, step_of
from tests.each_case import each_case
from tests.unit.domain.routine_editing.made import EXERCISES


def with_doses(identity: str, *doses: Dose | None) -> Exercise:
    levels = tuple(Level(f"L{n}", "", "", dose) for n, dose in enumerate(doses, 1))
    return replace(EXERCISES[identity], levels=levels)


def test_a_new_step_has_the_dose_of_its_level_and_the_usual_times() -> None:
    plank = with_doses("side-plank", Dose(2, 15, None, 20), Dose(3, 20, None, 30))
    assert step_of(plank, plank.levels[1]) == Step(
        "side-plank",
        sets=3,
        seconds=20,
        rest_seconds=30,
        switch_seconds=5,
        ready_seconds=10,
        level="L2",
    )
    standing = replace(plank, position="standing")
    assert step_of(standing, standing.levels[0]).ready_seconds == 5


def test_one_set_needs_no_rest() -> None:
    plank = with_doses("plank", Dose(1, 20, None, 30))
    assert step_of(plank, plank.levels[0]).rest_seconds == 0


def test_a_level_without_figures_borrows_from_the_nearest_easier_one() -> None:
    plank = with_doses("plank", Dose(1, 10, None, 5), Dose(2, 20, None, 5), None)
    assert step_of(plank, plank.levels[2]).seconds == 20
    late = with_doses("plank", None, Dose(2, 20, None, 5))
    assert step_of(late, late.levels[0]).seconds == 20


@each_case(
    ("identity", "seconds", "reps"),
    [("plank", 20, None), ("march", 20, None), ("bridge", None, 8), ("salute", None, 1)],
)
def test_without_any_dose_it_is_a_little(
    identity: str, seconds: float | None, reps: int | None
) -> None:
    bare = with_doses(identity, None)
    step = step_of(bare, bare.levels[0])
    assert (step.sets, step.seconds, step.reps) == (1, seconds, reps)


def test_another_level_brings_its_dose_and_leaves_the_rest() -> None:
    plank = with_doses("plank", Dose(1, 10, None, 5), Dose(2, 20, None, 15), None)
    mine = replace(
        step_of(plank, plank.levels[0]), advance=Advance.TAP, note="Slowly.", ready_seconds=3
    )
    harder = at_level(mine, plank, plank.levels[1])
    assert harder == replace(mine, level="L2", sets=2, seconds=20, rest_seconds=15)
    assert at_level(mine, plank, plank.levels[2]) == replace(mine, level="L3")


def test_a_hold_is_done_in_short_ones_and_in_one_again() -> None:
    whole = Step("plank", sets=2, seconds=45, level="L1")
    short = in_short_holds(whole, short=True)
    assert (short.seconds, short.reps, short.seconds_per_rep) == (None, 4, 13)
    again = in_short_holds(short, short=False)
    assert (again.seconds, again.reps, again.seconds_per_rep) == (20, None, None)
    plank = with_doses("plank", Dose(2, 20, None, 15))
    assert at_level(short, plank, plank.levels[0]).seconds_per_rep is None
    bridge = with_doses("bridge", Dose(2, None, 8, 15))
    slow = Step("bridge", reps=3, seconds_per_rep=9, level="L1")
    assert at_level(slow, bridge, bridge.levels[0]).seconds_per_rep == 9
