"""What an exercise or a routine of one's own has to be.

The same rules hold for what is typed into the editor, for a document on the disk and for an
imported file. They ask less than those for shipped content: nobody has to name muscles or sources.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from coreapp.domain import vocabulary
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.exercise import Dose, Exercise, ExerciseKind, FlowPosition, Level, Sides
from coreapp.domain.identity import checked_id, checked_picture, is_safe_id
from coreapp.domain.routine import Block, Routine, Step

LONGEST_NAME: Final = 80
LONGEST_STEP: Final = 160
"""A step is spoken, and read from three metres away."""

LONGEST_TEXT: Final = 2000
MOST_STEPS: Final = 20
MOST_PICTURES: Final = 6
MOST_LEVELS: Final = 6
LONGEST_WORK: Final = 7200
LONGEST_REP: Final = 60
MOST_SETS: Final = 100
MOST_REPS: Final = 1000
MOST_ROUNDS: Final = 100
MOST_ROUTINE_STEPS: Final = 200

OWN_LEVEL: Final = "L1"
"""The only level of an exercise that is made anew."""

_TEMPO_PARTS: Final = 3


def checked_exercise(exercise: Exercise) -> Exercise:
    """Return an exercise of one's own that can be kept, shown and done, its texts trimmed.

    Raises:
        InvalidValueError: it cannot; its remedy is a sentence that can stand alone.
    """
    checked_id(exercise.id)
    trimmed = _trimmed(exercise)
    _check_name(trimmed.name)
    _check_texts(trimmed)
    _check_words(trimmed)
    _check_measure(trimmed)
    _check_levels(trimmed)
    _check_references(trimmed)
    return trimmed


def checked_routine(routine: Routine) -> Routine:
    """Return a routine of one's own whose figures can be kept and done.

    Whether its exercises are there, and can be done by its doses, is what compiling it tells.

    Raises:
        InvalidValueError: it cannot; its remedy is a sentence that can stand alone.
    """
    checked_id(routine.id)
    trimmed = replace(routine, name=routine.name.strip())
    _check_name(trimmed.name)
    _check_word("place", trimmed.place, vocabulary.ROUTINE_PLACES)
    _check_word("group", trimmed.group, vocabulary.ROUTINE_GROUPS)
    for key in ("audience", "not_when", "frequency", "progression"):
        _check_length(key, getattr(trimmed, key), LONGEST_TEXT)
    _check_range("closing_rest_seconds", trimmed.closing_rest_seconds, 0, LONGEST_WORK)
    _check_range("expected_seconds", trimmed.expected_seconds or 0, 0, LONGEST_WORK)
    steps = [step for block in trimmed.blocks for step in block.steps]
    if not steps or not all(block.steps for block in trimmed.blocks):
        raise InvalidValueError("blocks", None, marked("A routine needs at least one step."))
    _check_count("blocks", len(steps), MOST_ROUTINE_STEPS)
    for block in trimmed.blocks:
        _check_block(block)
    return trimmed


def shortened_name(name: str) -> str:
    """Return a name that is not too long: those of copies of copies grow."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def blank_exercise(identity: str) -> Exercise:
    """Return what a new exercise of one's own begins as: a hold of 30 s, standing, unnamed."""
    return Exercise(
        id=identity,
        name="",
        aliases={},
        kind=ExerciseKind.HOLD,
        sides=Sides.BILATERAL,
        position="standing",
        places=(),
        equipment=(),
        areas=(),
        muscles=(),
        secondary_muscles=(),
        purposes=(),
        levels=(Level(OWN_LEVEL, "", "", Dose(2, 30, None, 30)),),
        why="",
        setup="",
        steps=(),
        breathing="",
        mistakes=(),
        stop_if=(),
        cautions=(),
        sources=(),
    )


def _check_block(block: Block) -> None:
    _check_range("rounds", block.rounds, 1, MOST_ROUNDS)
    _check_range("rest_seconds", block.rest_seconds, 0, LONGEST_WORK)
    for step in block.steps:
        _check_routine_step(step)


def _check_routine_step(step: Step) -> None:
    _check_range("sets", step.sets, 1, MOST_SETS)
    _check_dose_figures(step.seconds, step.reps)
    if step.seconds_per_rep is not None:
        _check_range("seconds_per_rep", step.seconds_per_rep, 0, LONGEST_WORK)
    for key in ("rest_seconds", "switch_seconds", "ready_seconds"):
        _check_range(key, getattr(step, key), 0, LONGEST_WORK)
    _check_length("level", step.level, LONGEST_NAME)
    _check_length("note", step.note, LONGEST_TEXT)


def _trimmed(exercise: Exercise) -> Exercise:
    return replace(
        exercise,
        name=exercise.name.strip(),
        why=exercise.why.strip(),
        setup=exercise.setup.strip(),
        breathing=exercise.breathing.strip(),
        seated=exercise.seated.strip(),
        steps=_filled(exercise.steps),
        mistakes=_filled(exercise.mistakes),
        stop_if=_filled(exercise.stop_if),
        cautions=_filled(exercise.cautions),
        sources=_filled(exercise.sources),
    )


def _filled(texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts without the empty ones, trimmed."""
    return tuple(text.strip() for text in texts if text.strip())


def _check_name(name: str) -> None:
    if not name:
        raise InvalidValueError("name", None, marked("Give it a name."))
    _check_length("name", name, LONGEST_NAME)


def _check_texts(exercise: Exercise) -> None:
    if not exercise.steps:
        raise InvalidValueError("steps", None, marked("Write at least one step."))
    _check_count("steps", len(exercise.steps), MOST_STEPS)
    for step in exercise.steps:
        _check_length("steps", step, LONGEST_STEP)
    for key in ("why", "setup", "breathing", "seated"):
        _check_length(key, getattr(exercise, key), LONGEST_TEXT)
    for key in ("mistakes", "stop_if", "cautions", "sources"):
        texts = getattr(exercise, key)
        _check_count(key, len(texts), MOST_STEPS)
        for text in texts:
            _check_length(key, text, LONGEST_TEXT)
    for names in exercise.aliases.values():
        _check_count("aliases", len(names), MOST_STEPS)
        for name in names:
            _check_length("aliases", name, LONGEST_NAME)


def _check_words(exercise: Exercise) -> None:
    _check_word("position", exercise.position, vocabulary.POSITIONS)
    for key, allowed in (
        ("places", vocabulary.PLACES),
        ("equipment", vocabulary.EQUIPMENT),
        ("areas", vocabulary.AREAS),
        ("muscles", vocabulary.MUSCLES),
        ("secondary_muscles", vocabulary.MUSCLES),
        ("purposes", vocabulary.PURPOSES),
    ):
        words = getattr(exercise, key)
        for word in words:
            _check_word(key, word, allowed)
        if len(set(words)) < len(words):
            raise InvalidValueError(key, ", ".join(words), marked("Name each word once."))


def _check_measure(exercise: Exercise) -> None:
    """Check that it has what its kind is measured by, and nothing else."""
    if exercise.kind is ExerciseKind.FLOW:
        _check_positions(exercise.positions)
    elif exercise.positions:
        raise InvalidValueError(
            "positions", len(exercise.positions), marked("Only a flow has positions.")
        )
    if exercise.kind is ExerciseKind.REPS:
        _check_tempo(exercise.tempo)
    elif exercise.tempo:
        raise InvalidValueError(
            "tempo", len(exercise.tempo), marked("Only what is counted has a tempo.")
        )


def _check_positions(positions: Sequence[FlowPosition]) -> None:
    if not positions:
        raise InvalidValueError("positions", None, marked("A flow needs at least one position."))
    _check_count("positions", len(positions), MOST_STEPS)
    for position in positions:
        _check_range("positions", position.seconds, 1, LONGEST_WORK)
        _check_length("positions", position.name, LONGEST_NAME)
        _check_length("positions", position.cue, LONGEST_STEP)


def _check_tempo(tempo: Sequence[float]) -> None:
    for part in tempo:
        _check_range("tempo", part, 0, LONGEST_REP)
    if len(tempo) != _TEMPO_PARTS or sum(tempo) <= 0:
        raise InvalidValueError("tempo", None, marked("Say how many seconds one repetition takes."))


def _check_levels(exercise: Exercise) -> None:
    if not exercise.levels:
        raise InvalidValueError("dose", None, marked("Say how much of it is done."))
    _check_count("levels", len(exercise.levels), MOST_LEVELS)
    ids = [level.id for level in exercise.levels]
    if "" in ids or len(set(ids)) < len(ids):
        raise InvalidValueError("levels", ", ".join(ids), marked("Give each level its own id."))
    for level in exercise.levels:
        _check_length("levels", level.id, LONGEST_NAME)
        _check_length("levels", level.text, LONGEST_TEXT)
        _check_length("levels", level.move_up, LONGEST_TEXT)
        if level.dose is not None:
            _check_dose(exercise.kind, level.dose)


def _check_dose(kind: ExerciseKind, dose: Dose) -> None:
    _check_range("sets", dose.sets, 1, MOST_SETS)
    _check_range("rest_seconds", dose.rest_seconds, 0, LONGEST_WORK)
    given, other = (dose.reps, dose.seconds) if kind.is_counted else (dose.seconds, dose.reps)
    if given is None or other is not None:
        remedy = (
            marked("Say how many repetitions a set has.")
            if kind.is_counted
            else marked("Say how many seconds a set lasts.")
        )
        raise InvalidValueError("reps" if kind.is_counted else "seconds", None, remedy)
    _check_dose_figures(dose.seconds, dose.reps)


def _check_dose_figures(seconds: float | None, reps: int | None) -> None:
    if seconds is not None:
        _check_range("seconds", seconds, 1, LONGEST_WORK)
    if reps is not None:
        _check_range("reps", reps, 1, MOST_REPS)


def _check_references(exercise: Exercise) -> None:
    for key in ("figure", "easier", "harder"):
        other = getattr(exercise, key)
        if other and not is_safe_id(other):
            raise InvalidValueError(key, other, marked("Use the id of another exercise."))
    _check_count("pictures", len(exercise.pictures), MOST_PICTURES)
    for name in exercise.pictures:
        checked_picture(name)


def _check_word(key: str, word: str, allowed: Sequence[str]) -> None:
    if word not in allowed:
        raise InvalidValueError(
            key, word, marked("Choose one of these: {words}."), words=", ".join(allowed)
        )


def _check_range(key: str, value: float, least: float, most: float) -> None:
    # A comparison with what is not a number is false: it must not pass.
    if not least <= value <= most:
        raise InvalidValueError(
            key, value, marked("Give a figure from {least} to {most}."), least=least, most=most
        )


def _check_length(key: str, text: str, most: int) -> None:
    if len(text) > most:
        raise InvalidValueError(
            key, text, marked("Shorten it to at most {most} characters."), most=most
        )


def _check_count(key: str, count: int, most: int) -> None:
    if count > most:
        raise InvalidValueError(key, count, marked("There is room for at most {most}."), most=most)
