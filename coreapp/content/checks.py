"""What has to be true of a content file beyond its shape; each failure is a `ContentError`."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from coreapp.domain import vocabulary
from coreapp.domain.errors import ContentError
from coreapp.domain.exercise import Exercise, ExerciseKind
from coreapp.domain.routine import Routine, Step
from coreapp.domain.timeline import compile_timeline
from coreapp.i18n import LANGUAGES

BREAK_PURPOSE = "sitting_break"
"""Exercises with this purpose are offered to everybody who sits, also to those who stay seated."""


def check_exercise(exercise: Exercise, file: str) -> None:
    """Check what an exercise's file says about itself.

    Raises:
        ContentError: something is wrong.
    """
    check_id(exercise.id, file)
    _check_words(exercise, file)
    _check_muscles(exercise, file)
    _check_seated(exercise, file)
    _check_aliases(exercise, file)
    _check_levels(exercise, file)
    _check_measure(exercise, file)


def check_links(exercises: Mapping[str, Exercise]) -> None:
    """Check that the easier and harder exercises exist.

    Raises:
        ContentError: one does not, or it is the exercise itself.
    """
    for exercise in exercises.values():
        for key, other in (("easier", exercise.easier), ("harder", exercise.harder)):
            if other is not None and (other not in exercises or other == exercise.id):
                raise ContentError(
                    f"{exercise.id}.toml",
                    key,
                    f"there is no other exercise {other!r}.",
                    f"Use the id of another exercise: {listed(list(exercises))}.",
                )


def check_routine(routine: Routine, exercises: Mapping[str, Exercise], file: str) -> None:
    """Check a routine against itself and the exercises, and its total against its phases.

    Raises:
        ContentError: something is wrong.
    """
    check_id(routine.id, file)
    check_word(file, "place", routine.place, vocabulary.ROUTINE_PLACES)
    check_word(file, "group", routine.group, vocabulary.ROUTINE_GROUPS)
    for block_number, block in enumerate(routine.blocks, 1):
        for step_number, step in enumerate(block.steps, 1):
            check_step(step, exercises, file, f"blocks[{block_number}].steps[{step_number}]")
    seconds = compile_timeline(routine, exercises).seconds
    if round(seconds, 3) != routine.expected_seconds:
        raise ContentError(
            file,
            "expected_seconds",
            f"says {routine.expected_seconds:g}, but the phases add up to {seconds:g}.",
            "Correct the doses or the total.",
        )


def check_id(identity: str, file: str) -> None:
    """Check that a file is called after what it holds.

    Raises:
        ContentError: it is not.
    """
    expected = PurePath(file).stem
    if identity != expected:
        raise ContentError(
            file,
            "id",
            f"is {identity!r}, but the file is called {file!r}.",
            f"Write id = {expected!r}, or rename the file.",
        )


def _check_words(exercise: Exercise, file: str) -> None:
    check_word(file, "position", exercise.position, vocabulary.POSITIONS)
    lists = (
        ("places", exercise.places, vocabulary.PLACES),
        ("equipment", exercise.equipment, vocabulary.EQUIPMENT),
        ("areas", exercise.areas, vocabulary.AREAS),
        ("muscles", exercise.muscles, vocabulary.MUSCLES),
        ("secondary_muscles", exercise.secondary_muscles, vocabulary.MUSCLES),
        ("purposes", exercise.purposes, vocabulary.PURPOSES),
    )
    for key, words, allowed in lists:
        for number, word in enumerate(words, 1):
            check_word(file, f"{key}[{number}]", word, allowed)


def check_word(file: str, key: str, word: str, allowed: Sequence[str]) -> None:
    """Check that a word is one of those that are allowed.

    Raises:
        ContentError: it is not.
    """
    if word not in allowed:
        raise ContentError(
            file, key, f"{word!r} is not a known word.", f"Use one of: {listed(allowed)}."
        )


def _check_muscles(exercise: Exercise, file: str) -> None:
    """Check that a muscle works or helps, not both."""
    for number, word in enumerate(exercise.secondary_muscles, 1):
        if word in exercise.muscles:
            raise ContentError(
                file,
                f"secondary_muscles[{number}]",
                f"{word!r} is in muscles too.",
                "Name each muscle in one of the two lists.",
            )


def _check_seated(exercise: Exercise, file: str) -> None:
    """Check that whoever cannot stand up has something to do in a sitting break."""
    if BREAK_PURPOSE in exercise.purposes and not exercise.seated:
        raise ContentError(
            file,
            "seated",
            f"is missing: {exercise.id} has the purpose {BREAK_PURPOSE}.",
            "Add the variant on a chair, in one or two sentences.",
        )


def _check_aliases(exercise: Exercise, file: str) -> None:
    for language in exercise.aliases:
        check_word(file, f"aliases.{language}", language, LANGUAGES)


def _check_levels(exercise: Exercise, file: str) -> None:
    seen: set[str] = set()
    for number, level in enumerate(exercise.levels, 1):
        key = f"levels[{number}]"
        if level.id in seen:
            raise ContentError(
                file, f"{key}.id", f"{level.id!r} is there twice.", "Give each level its own id."
            )
        seen.add(level.id)
        if level.dose is not None:
            dose = level.dose
            _check_dose(exercise, (dose.seconds, dose.reps), file, f"{key}.dose")


def _check_measure(exercise: Exercise, file: str) -> None:
    """Check that the exercise has what its kind is measured by, and nothing else."""
    is_flow = exercise.kind is ExerciseKind.FLOW
    if bool(exercise.positions) != is_flow:
        raise ContentError(
            file,
            "positions",
            "belong to a flow, and to nothing else.",
            "Add the positions, or correct the kind.",
        )
    is_counted = exercise.kind is ExerciseKind.REPS
    if bool(exercise.tempo) != is_counted or (is_counted and sum(exercise.tempo) == 0):
        raise ContentError(
            file,
            "tempo",
            "belongs to an exercise that is counted, and to nothing else.",
            "Give three numbers of seconds, out, hold and back, or correct the kind.",
        )


def _check_dose(
    exercise: Exercise, dose: tuple[float | None, int | None], file: str, key: str
) -> None:
    """Check that seconds or reps are given, whichever the exercise is measured in."""
    seconds, reps = dose
    wanted, other = ("seconds", "reps")
    if exercise.kind in {ExerciseKind.REPS, ExerciseKind.FLOW}:
        seconds, reps = reps, seconds
        wanted, other = other, wanted
    if seconds is None:
        raise ContentError(
            file,
            f"{key}.{wanted}",
            f"is missing: {exercise.id} is of the kind {exercise.kind}.",
            f"Add {wanted}.",
        )
    if reps is not None:
        raise ContentError(
            file,
            f"{key}.{other}",
            f"does not fit: {exercise.id} is of the kind {exercise.kind}.",
            f"Remove it; {wanted} says it.",
        )


def check_step(step: Step, exercises: Mapping[str, Exercise], file: str, key: str) -> None:
    """Check that a step's exercise and level exist, and that it has a dose of its kind.

    Raises:
        ContentError: something is wrong.
    """
    exercise = exercises.get(step.exercise)
    if exercise is None:
        raise ContentError(
            file,
            f"{key}.exercise",
            f"there is no exercise {step.exercise!r}.",
            f"Use the id of one: {listed(list(exercises))}.",
        )
    check_word(file, f"{key}.level", step.level, [level.id for level in exercise.levels])
    # A hold in several short ones: counted, each with its length.
    if exercise.kind is ExerciseKind.HOLD and step.seconds_per_rep and step.seconds is None:
        _check_short_holds(step, file, key)
        return
    _check_dose(exercise, (step.seconds, step.reps), file, key)


def _check_short_holds(step: Step, file: str, key: str) -> None:
    if step.reps is None:
        raise ContentError(
            file, f"{key}.reps", "is missing: there is a length of one hold.", "Say how many holds."
        )


def listed(words: Sequence[str]) -> str:
    """Return words as a remedy lists them."""
    return ", ".join(words)
