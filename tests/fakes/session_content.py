"""A small library for sessions: a hold on each side, repetitions, and a flow."""

from dataclasses import replace

from coreapp.domain.exercise import Breath, Exercise, ExerciseKind, FlowPosition, Sides
from coreapp.domain.routine import Advance, Block, Routine, Step
from coreapp.services.library import Library


def exercise(identity: str, kind: ExerciseKind, sides: Sides, **changes) -> Exercise:
    """An exercise with two steps."""
    plain = Exercise(
        id=identity,
        name=identity.replace("-", " ").capitalize(),
        aliases={},
        kind=kind,
        sides=sides,
        position="prone",
        places=(),
        equipment=(),
        areas=(),
        muscles=(),
        secondary_muscles=(),
        purposes=(),
        levels=(),
        why="It can train the trunk.",
        setup="Lay out a mat.",
        steps=("Lie down.", "Lift the hips."),
        breathing="Breathe quietly.",
        mistakes=(),
        stop_if=("Pain shoots into a leg.",),
        cautions=(),
        sources=(),
    )
    return replace(plain, **changes)


SIDE_PLANK = exercise("side-plank", ExerciseKind.HOLD, Sides.EACH_SIDE)
BRIDGE = exercise("glute-bridge", ExerciseKind.REPS, Sides.BILATERAL, tempo=(2, 1, 2))
BIRD_DOG = exercise("bird-dog", ExerciseKind.REPS, Sides.ALTERNATING, tempo=(2, 0, 2))
MARCH = exercise("desk-march", ExerciseKind.TIMED, Sides.ALTERNATING)
SALUTE = exercise(
    "sun-salutation",
    ExerciseKind.FLOW,
    Sides.ALTERNATING,
    positions=(
        FlowPosition("Prayer pose", Breath.OUT, 6, "Stand tall."),
        FlowPosition("Raised arms", Breath.IN, 4, "Reach up."),
    ),
)

MAIN = Routine(
    "main",
    "Main routine",
    (
        Block(
            (
                Step(
                    "side-plank",
                    sets=2,
                    seconds=20,
                    rest_seconds=30,
                    switch_seconds=5,
                    ready_seconds=10,
                ),
                Step("glute-bridge", reps=6),
            )
        ),
    ),
)
"""0 get ready 10, 1 left 20, 2 switch 5, 3 right 20, 4 rest 30, 5 left, 6 switch, 7 right,
8 bridge 6 x 5 s."""

TAPPED = Routine(
    "tapped",
    "Tapped routine",
    (Block((Step("glute-bridge", sets=2, reps=6, rest_seconds=10, advance=Advance.TAP),)),),
)

FLOW = Routine("flow", "Flow", (Block((Step("sun-salutation", reps=2, ready_seconds=5),)),), 20)

ROUNDS = Routine(
    "rounds",
    "Rounds",
    (Block((Step("bird-dog", reps=2), Step("desk-march", seconds=90)), rounds=2, rest_seconds=15),),
)


def session_library() -> Library:
    """The library of these exercises and routines."""
    exercises = (SIDE_PLANK, BRIDGE, BIRD_DOG, MARCH, SALUTE)
    return Library(
        {each.id: each for each in exercises},
        {each.id: each for each in (MAIN, TAPPED, FLOW, ROUNDS)},
    )
