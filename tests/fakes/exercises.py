"""A small library of one exercise of every kind, for routines made up by tests."""

from coreapp.domain.exercise import Breath, Exercise, ExerciseKind, FlowPosition, Side, Sides
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.timeline import PhaseKind, Timeline, compile_timeline


def exercise(
    identity: str,
    sides: Sides = Sides.BILATERAL,
    kind: ExerciseKind = ExerciseKind.HOLD,
    *,
    tempo: tuple[float, ...] = (),
    positions: tuple[float, ...] = (),
) -> Exercise:
    nothing: tuple[str, ...] = ()
    return Exercise(
        id=identity,
        name=identity,
        aliases={},
        kind=kind,
        sides=sides,
        position="prone",
        places=nothing,
        equipment=nothing,
        areas=nothing,
        muscles=nothing,
        secondary_muscles=nothing,
        purposes=nothing,
        levels=(),
        why="",
        setup="",
        steps=nothing,
        breathing="",
        mistakes=nothing,
        stop_if=nothing,
        cautions=nothing,
        sources=nothing,
        tempo=tempo,
        positions=tuple(FlowPosition("p", Breath.IN, seconds, "") for seconds in positions),
    )


LIBRARY = {
    made.id: made
    for made in (
        exercise("plank"),
        exercise("bridge", kind=ExerciseKind.REPS, tempo=(2, 1, 2)),
        exercise("side-plank", Sides.EACH_SIDE),
        exercise("leg-swing", Sides.EACH_SIDE, ExerciseKind.REPS, tempo=(1, 1)),
        exercise("dead-bug", Sides.ALTERNATING, ExerciseKind.REPS, tempo=(2, 1, 2)),
        exercise("march", Sides.ALTERNATING, ExerciseKind.TIMED),
        exercise("salute", kind=ExerciseKind.FLOW, positions=(6, 4, 2)),
        exercise("sway", kind=ExerciseKind.FLOW),
    )
}


def compiled(*steps: Step, **routine: float) -> Timeline:
    blocks = (Block(steps),)
    return compile_timeline(Routine("test", "Test", blocks, **routine), LIBRARY)  # type: ignore[arg-type]  # only the closing rest


def shape(timeline: Timeline) -> list[tuple[PhaseKind, float, Side, int]]:
    return [(phase.kind, phase.seconds, phase.side, phase.set) for phase in timeline.phases]
