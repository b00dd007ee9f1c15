"""Exercises and routines of one's own as documents, and back: the fields of the domain's classes.

The same documents lie in the data folder and in exported files.
"""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final, TypeVar

import msgspec

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.own import checked_exercise, checked_routine
from coreapp.domain.routine import Routine

_Thing = TypeVar("_Thing", Exercise, Routine)

REMEDY: Final = marked("Give it as this program writes it.")

_NAMED: Final = re.compile(r"missing required field `(\w+)`")


def document_of(thing: Exercise | Routine) -> dict[str, object]:
    """Return a thing as plain values, ready for JSON."""
    plain: Any = msgspec.to_builtins(thing)
    return dict(plain)


def exercise_from(document: Mapping[str, object]) -> Exercise:
    """Make the exercise that a document describes.

    Raises:
        InvalidValueError: it describes none that could be kept and done; names the field.
    """
    return checked_exercise(_converted(document, Exercise))


def routine_from(document: Mapping[str, object]) -> Routine:
    """Make the routine that a document describes.

    Raises:
        InvalidValueError: it describes none that could be kept and done; names the field.
    """
    return checked_routine(_converted(document, Routine))


def _converted(document: Mapping[str, object], shape: type[_Thing]) -> _Thing:
    known = {field.name for field in fields(shape)}
    for key in document:
        # Passed over, it would be lost with the next change.
        if key not in known:
            raise InvalidValueError(key, document[key], marked("There is no such field."))
    try:
        return msgspec.convert(document, shape)
    except msgspec.ValidationError as error:
        problem, _at, place = str(error).partition(" - at `")
        path = place.rstrip("`").removeprefix("$").removeprefix(".")
        if named := _NAMED.search(problem):
            path = f"{path}.{named[1]}" if path else named[1]
            raise InvalidValueError(path, None, REMEDY) from error
        raise InvalidValueError(path or "document", problem, REMEDY) from error
