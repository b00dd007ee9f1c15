from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.own import LONGEST_NAME, LONGEST_TEXT, MOST_ROUTINE_STEPS
from coreapp.domain.routine import Block, Routine
from coreapp.domain.routine_editing.applying import apply
from coreapp.domain.routine_editing.draft import Draft, Spot
from coreapp.domain.routine_editing.faults import (
    MOST_SECONDS,
    Fault,
    FaultKind,
    faults,
    sound,
)
from coreapp.domain.timeline import MOST_PHASES, compile_timeline, most_phases
from tests.unit.domain.routine_editing.made import EXERCISES, drafts, edits, routine, step

PLANK = step("plank")
FINE = routine(Block((PLANK,)))


def with_step(**changes) -> Routine:
    return routine(Block((step(**changes),)))


def test_a_plain_routine_can_be_kept() -> None:
    assert faults(FINE, EXERCISES) == ()


FAULTY = [
    (replace(FINE, name="  "), Fault(FaultKind.NO_NAME)),
    (replace(FINE, name="n" * (LONGEST_NAME + 1)), Fault(FaultKind.LONG_NAME)),
    (replace(FINE, audience="n" * (LONGEST_TEXT + 1)), Fault(FaultKind.LONG_TEXT)),
    (replace(FINE, place="moon"), Fault(FaultKind.UNKNOWN_WORD, word="moon")),
    (replace(FINE, group="own"), Fault(FaultKind.UNKNOWN_WORD, word="own")),
    (replace(FINE, closing_rest_seconds=-1), Fault(FaultKind.FIGURE)),
    (routine(), Fault(FaultKind.NO_STEPS)),
    (routine(Block(())), Fault(FaultKind.NO_STEPS)),
    (routine(Block((PLANK,), rounds=0)), Fault(FaultKind.FIGURE, Spot(0))),
    (routine(Block((PLANK,), rest_seconds=9999)), Fault(FaultKind.FIGURE, Spot(0))),
    (
        routine(Block((PLANK, replace(PLANK, exercise="flying")))),
        Fault(FaultKind.UNKNOWN_EXERCISE, Spot(0, 1), "flying"),
    ),
    (with_step(level="L9"), Fault(FaultKind.UNKNOWN_LEVEL, Spot(0, 0), "L9")),
    (with_step(seconds=None), Fault(FaultKind.NO_DOSE, Spot(0, 0))),
    (with_step(reps=3), Fault(FaultKind.NO_DOSE, Spot(0, 0))),
    (with_step(exercise="bridge", reps=None), Fault(FaultKind.NO_DOSE, Spot(0, 0))),
    (with_step(exercise="bridge", seconds=9.0), Fault(FaultKind.NO_DOSE, Spot(0, 0))),
    (with_step(seconds=None, reps=5), Fault(FaultKind.NO_DOSE, Spot(0, 0))),
    (
        with_step(exercise="march", seconds=None, reps=5, seconds_per_rep=9.0),
        Fault(FaultKind.NO_DOSE, Spot(0, 0)),
    ),
    (with_step(seconds=0), Fault(FaultKind.FIGURE, Spot(0, 0))),
    (with_step(sets=0), Fault(FaultKind.FIGURE, Spot(0, 0))),
    (with_step(exercise="bridge", reps=0), Fault(FaultKind.FIGURE, Spot(0, 0))),
    (with_step(ready_seconds=float("nan")), Fault(FaultKind.FIGURE, Spot(0, 0))),
    (with_step(note="n" * (LONGEST_TEXT + 1)), Fault(FaultKind.LONG_TEXT, Spot(0, 0))),
    (with_step(seconds=MOST_SECONDS, sets=2), Fault(FaultKind.TOO_LONG)),
    (routine(Block((step(sets=100),) * 10)), Fault(FaultKind.TOO_MUCH)),
    (routine(Block((PLANK,) * (MOST_ROUTINE_STEPS + 1))), Fault(FaultKind.TOO_MUCH)),
    (with_step(sets=101), Fault(FaultKind.FIGURE, Spot(0, 0))),
]


def test_each_fault_is_found() -> None:
    wrong = [
        (fault, found) for made, fault in FAULTY if (found := faults(made, EXERCISES)) != (fault,)
    ]
    assert wrong == []


def test_a_hold_may_be_done_in_several_short_ones() -> None:
    short = with_step(seconds=None, reps=5, seconds_per_rep=13.0)
    assert faults(short, EXERCISES) == ()


def test_a_thousand_times_a_thousand_is_refused_at_once() -> None:
    many = routine(Block((step("salute", sets=100, reps=1000),) * 50, rounds=100))
    assert faults(many, EXERCISES) == (Fault(FaultKind.TOO_MUCH),)


def test_all_faults_are_found_together() -> None:
    made = replace(routine(Block((replace(PLANK, level="L9"),), rounds=0)), name="")
    assert [each.kind for each in faults(made, EXERCISES)] == [
        FaultKind.NO_NAME,
        FaultKind.FIGURE,
        FaultKind.UNKNOWN_LEVEL,
    ]


@given(drafts(), st.data())
def test_whatever_has_no_fault_is_kept_with_its_total_and_without_empty_blocks(
    draft: Draft, data: st.DataObject
) -> None:
    for _number in range(3):
        edit = data.draw(edits(draft))
        draft = apply(draft, edit)
    if faults(draft.routine, EXERCISES):
        return
    kept = sound(draft.routine, EXERCISES)
    assert all(block.steps for block in kept.blocks)
    total = compile_timeline(draft.routine, EXERCISES).seconds
    assert kept.expected_seconds == round(total, 3)
    assert compile_timeline(kept, EXERCISES).seconds == total
    assert faults(kept, EXERCISES) == ()


@given(drafts())
def test_the_bound_for_phases_holds(draft: Draft) -> None:
    made = draft.routine
    bound = most_phases(made, EXERCISES)
    if any(block.steps for block in made.blocks):
        count = len(compile_timeline(made, EXERCISES).phases)
        assert count <= bound + 1
        assert bound < MOST_PHASES
