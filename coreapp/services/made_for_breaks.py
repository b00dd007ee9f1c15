"""Finds what was made for one break by its id, when the program that made it has long ended.

A session that was cut off goes on from its own time line; this is for whoever asks what it was.
"""

from functools import partial
from typing import Final

from coreapp.domain.errors import CoreappError
from coreapp.domain.portion import Portion, portion_of
from coreapp.domain.routine import Block, Routine
from coreapp.domain.spreading import make_portion, sets_of, split_portion
from coreapp.services.break_fit import DESK
from coreapp.services.break_history import MADE, SINGLE
from coreapp.services.library import Library, NamedRoutine
from coreapp.services.offer_words import portion_name

USUAL_LEVEL: Final = 2
"""Single movements are offered at the level that suits most people."""


def find_made(library: Library, identity: str) -> NamedRoutine | None:
    """Return a routine that a break once offered; None if the id names none.

    Args:
        library: what it was made from.
        identity: such as `core-basics-runners--sets-4to6`, `desk-2min-a-reset--twice` or
            `break-desk-chin-tuck`.
    """
    try:
        return _found(library, identity)
    except CoreappError:
        return None


def _found(library: Library, identity: str) -> NamedRoutine | None:
    parts = split_portion(identity)
    if parts is not None:
        return _portion(library, *parts)
    base, made, _rest = identity.partition(MADE)
    if made:
        return _named(library, base, library.routine(base))
    if identity.startswith(SINGLE):
        return _movement(library, identity)
    return None


def _portion(library: Library, session: str, numbers: tuple[int, ...]) -> NamedRoutine | None:
    whole = library.as_done(session)
    exercises = {each.id: each for each in library.exercises}
    chosen = [each for each in sets_of(whole, exercises) if each.number in numbers]
    if len(chosen) != len(numbers):
        return None
    name = partial(portion_name, library, session)
    return NamedRoutine(make_portion(whole, chosen), name, name)


def _movement(library: Library, identity: str) -> NamedRoutine | None:
    exercise = library.exercise(identity.removeprefix(SINGLE))
    portion = portion_of(exercise, USUAL_LEVEL)
    if portion is None:
        return None
    name = partial(library.exercise_name, exercise.id)
    return NamedRoutine(movement_routine(portion), name, name)


def movement_routine(portion: Portion) -> Routine:
    """Return one movement as a routine."""
    exercise = portion.exercise
    return Routine(
        id=SINGLE + exercise.id,
        name=exercise.name,
        blocks=(Block((portion.step,)),),
        place=DESK,
        group=DESK,
        context=exercise.text_context,
    )


def _named(library: Library, base: str, routine: Routine) -> NamedRoutine:
    name = partial(library.routine_name, base)
    return NamedRoutine(routine, name, name)
