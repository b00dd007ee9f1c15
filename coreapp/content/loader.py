"""Loads the exercises and routines that ship in assets/."""

from collections.abc import Mapping
from pathlib import Path

from coreapp.content.checks import check_exercise, check_links, check_routine
from coreapp.content.reading import read_file
from coreapp.content.schema import (
    BlockFile,
    DoseFile,
    ExerciseFile,
    LevelFile,
    RoutineFile,
    StepFile,
)
from coreapp.domain.errors import ContentError
from coreapp.domain.exercise import Dose, Exercise, FlowPosition, Level
from coreapp.domain.routine import Block, Routine, Step

FIGURE = b"[figure]"
"""Where the last table of an exercise's file begins.

It is four fifths of what TOML takes to read, and `coreapp.content.figures` reads it when the figure
is first asked for.
"""


def load_exercises(folder: Path) -> dict[str, Exercise]:
    """Return all exercises of `folder` by their ids, in the order of the file names.

    Raises:
        ContentError: a file does not say what it should, or there is none.
    """
    exercises = {}
    for path in content_files(folder):
        exercise = make_exercise(read_file(path, ExerciseFile, until=FIGURE))
        check_exercise(exercise, path.name)
        exercises[exercise.id] = exercise
    check_links(exercises)
    return exercises


def load_routines(folder: Path, exercises: Mapping[str, Exercise]) -> dict[str, Routine]:
    """Return all routines of `folder` by their ids, in the order of the file names.

    Raises:
        ContentError: a file does not say what it should, or there is none.
    """
    routines = {}
    for path in content_files(folder):
        routine = make_routine(read_file(path, RoutineFile))
        check_routine(routine, exercises, path.name)
        routines[routine.id] = routine
    return routines


def content_files(folder: Path) -> list[Path]:
    """Return the content files of a folder in the order of their names.

    Raises:
        ContentError: there is none.
    """
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise ContentError(
            folder.name,
            "folder",
            "holds no content files.",
            "Check that the program is installed completely.",
        )
    return files


def make_exercise(file: ExerciseFile) -> Exercise:
    """Make the domain's exercise from its file."""
    return Exercise(
        id=file.id,
        name=file.name,
        aliases=file.aliases,
        kind=file.kind,
        sides=file.sides,
        position=file.position,
        places=file.places,
        equipment=file.equipment,
        areas=file.areas,
        muscles=file.muscles,
        secondary_muscles=file.secondary_muscles,
        purposes=file.purposes,
        levels=tuple(_level(level) for level in file.levels),
        why=file.why,
        setup=file.setup,
        steps=file.steps,
        breathing=file.breathing,
        mistakes=file.mistakes,
        stop_if=file.stop_if,
        cautions=file.cautions,
        sources=file.sources,
        tempo=file.tempo or (),
        positions=tuple(
            FlowPosition(position.name, position.breath, position.seconds, position.cue)
            for position in file.positions
        ),
        easier=file.easier,
        harder=file.harder,
        seated=file.seated,
    )


def _level(file: LevelFile) -> Level:
    dose = _dose(file.dose) if file.dose else None
    return Level(file.id, file.text, file.move_up, dose, file.lifts)


def _dose(file: DoseFile) -> Dose:
    return Dose(file.sets, file.seconds, file.reps, file.rest_seconds)


def make_routine(file: RoutineFile) -> Routine:
    """Make the domain's routine from its file."""
    return Routine(
        id=file.id,
        name=file.name,
        blocks=tuple(_block(block) for block in file.blocks),
        closing_rest_seconds=file.closing_rest_seconds,
        place=file.place,
        group=file.group,
        audience=file.audience,
        not_when=file.not_when,
        frequency=file.frequency,
        progression=file.progression,
        expected_seconds=file.expected_seconds,
    )


def _block(file: BlockFile) -> Block:
    return Block(tuple(make_step(step) for step in file.steps), file.rounds, file.rest_seconds)


def make_step(file: StepFile) -> Step:
    """Make the domain's step from its part of a file."""
    return Step(
        exercise=file.exercise,
        sets=file.sets,
        seconds=file.seconds,
        reps=file.reps,
        seconds_per_rep=file.seconds_per_rep,
        rest_seconds=file.rest_seconds,
        switch_seconds=file.switch_seconds,
        ready_seconds=file.ready_seconds,
        level=file.level,
        advance=file.advance,
        note=file.note,
    )
