"""Routines and edits made up by hypothesis, on the small library of the fakes."""

from dataclasses import replace

from hypothesis import strategies as st

from coreapp.domain.exercise import ExerciseKind, Level
from coreapp.domain.routine import Advance, Block, Routine, Step
from coreapp.domain.routine_editing.draft import Draft, Spot, spots
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
from tests.fakes.exercises import LIBRARY

EXERCISES = {
    identity: replace(each, levels=(Level("L1", "", ""), Level("L2", "", "")))
    for identity, each in LIBRARY.items()
    if identity != "sway"
}
"""One exercise of every kind, each with two levels."""

NAMES = sorted(EXERCISES)
SECONDS = st.sampled_from([0.0, 5.0, 10.0, 30.0])


def step(exercise: str = "plank", **changes) -> Step:
    is_timed = EXERCISES[exercise].kind in {ExerciseKind.HOLD, ExerciseKind.TIMED}
    dose = {"seconds": 20.0} if is_timed else {"reps": 8}
    return Step(exercise, **({"level": "L1"} | dose | changes))


def routine(*blocks: Block, **changes) -> Routine:
    return Routine(**({"id": "own", "name": "Evening", "blocks": blocks} | changes))


@st.composite
def steps(draw: st.DrawFn) -> Step:
    return step(
        draw(st.sampled_from(NAMES)),
        sets=draw(st.integers(1, 3)),
        rest_seconds=draw(SECONDS),
        switch_seconds=draw(SECONDS),
        ready_seconds=draw(SECONDS),
        level=draw(st.sampled_from(["L1", "L2"])),
        advance=draw(st.sampled_from(list(Advance))),
    )


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    inner = draw(st.lists(steps(), max_size=3))
    return Block(tuple(inner), draw(st.integers(1, 3)), draw(SECONDS))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    made = draw(st.lists(blocks(), max_size=3))
    return Draft(routine(*made, closing_rest_seconds=draw(SECONDS)))


@st.composite
def edits(draw: st.DrawFn, draft: Draft) -> Edit:
    """Return an edit that can be done to a draft."""
    count, there = len(draft.routine.blocks), spots(draft.routine)
    kinds = ["add_block", "text", "closing"]
    if count:
        kinds += ["add_step", "remove_block", "move_block", "copy_block", "rounds", "round_rest"]
    if there:
        kinds += ["remove", "move", "copy", "change"] * 2
    kind = draw(st.sampled_from(kinds))
    if kind in {"remove", "move", "copy", "change"}:
        return draw(_step_edits(draft, kind, draw(st.sampled_from(there))))
    if kind in {"add_block", "text", "closing"}:
        return {
            "add_block": lambda: AddBlock(draw(st.integers(0, count))),
            "text": lambda: SetText(
                draw(st.sampled_from(list(TextPart))), draw(st.sampled_from(["", "a", "ab"]))
            ),
            "closing": lambda: SetClosingRest(draw(SECONDS)),
        }[kind]()
    index = draw(st.integers(0, count - 1))
    return {
        "add_step": lambda: AddStep(draw(_places(draft, index)), draw(steps())),
        "remove_block": lambda: RemoveBlock(index),
        "move_block": lambda: MoveBlock(index, draw(st.integers(0, count - 1))),
        "copy_block": lambda: DuplicateBlock(index),
        "rounds": lambda: SetRounds(index, draw(st.integers(1, 3))),
        "round_rest": lambda: SetRoundRest(index, draw(SECONDS)),
    }[kind]()


def _places(draft: Draft, block: int, taken: int = 0) -> st.SearchStrategy[Spot]:
    last = len(draft.routine.blocks[block].steps) - taken
    return st.integers(0, last).map(lambda index: Spot(block, index))


@st.composite
def _step_edits(draw: st.DrawFn, draft: Draft, kind: str, at: Spot) -> Edit:
    if kind == "remove":
        return RemoveStep(at)
    if kind == "copy":
        return DuplicateStep(at)
    if kind == "move":
        block = draw(st.integers(0, len(draft.routine.blocks) - 1))
        return MoveStep(at, draw(_places(draft, block, taken=int(block == at.block))))
    assert at.step is not None
    before = draft.routine.blocks[at.block].steps[at.step]
    changed = replace(before, sets=draw(st.integers(1, 3)), rest_seconds=draw(SECONDS))
    return ChangeStep(at, draw(st.sampled_from([StepPart.SETS, StepPart.REST])), changed)
