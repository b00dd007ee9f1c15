"""Things of one's own, of which every field is told from the others."""

from dataclasses import replace

from coreapp.domain.exercise import Dose, Exercise, ExerciseKind, Level, Sides
from coreapp.domain.routine import Advance, Block, Routine, Step


def own_exercise(identity: str = "my-plank", **changes) -> Exercise:
    """A hold on each side with nothing left empty."""
    plain = Exercise(
        id=identity,
        name="Größere Brücke",
        aliases={"de": ("Brett",)},
        kind=ExerciseKind.HOLD,
        sides=Sides.EACH_SIDE,
        position="prone",
        places=("quiet",),
        equipment=("mat",),
        areas=("core",),
        muscles=("obliques",),
        secondary_muscles=("deltoids",),
        purposes=("strength",),
        levels=(Level("start", "Short", "Longer later.", Dose(2, 20.5, None, 30)),),
        why="It helps me.",
        setup="Lay out a mat.",
        steps=("Lie down.", "Lift the hips."),
        breathing="Quietly.",
        mistakes=("The hips sink.",),
        stop_if=("It hurts.",),
        cautions=("Not after dinner.",),
        sources=("My own idea.",),
        easier="plank",
        seated="Lean on the desk.",
        figure="side-plank",
        pictures=("my-plank-1.jpg",),
    )
    return replace(plain, **changes)


def own_routine(identity: str = "my-evening", exercise: str = "my-plank", **changes) -> Routine:
    """A routine of one exercise in two rounds."""
    step = Step(
        exercise,
        sets=2,
        seconds=20,
        rest_seconds=10,
        switch_seconds=5,
        ready_seconds=8,
        level="start",
        advance=Advance.TAP,
        note="Slowly.",
    )
    plain = Routine(
        identity,
        "Mein Abend",
        (Block((step,), 2, 30),),
        closing_rest_seconds=20,
        group="mobility",
        audience="Me",
    )
    return replace(plain, **changes)
