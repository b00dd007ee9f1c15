"""Brings a person's own exercises and routines into the library when the program starts."""

import logging
from collections.abc import Callable, Mapping
from typing import TypeVar

from coreapp.domain.errors import CoreappError, InvalidValueError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.own import LONGEST_NAME
from coreapp.domain.routine import Routine
from coreapp.services.library import LeftOut, Library
from coreapp.services.own_documents import REMEDY, exercise_from, routine_from

logger = logging.getLogger(__name__)

Documents = Mapping[str, Mapping[str, object]]

_Thing = TypeVar("_Thing", Exercise, Routine)


def merge_own(library: Library, exercises: Documents, routines: Documents) -> None:
    """Put a person's own things into the library; it remembers what cannot be used.

    A broken document never stops the start. A routine whose exercise is gone is left out as a
    whole: played without it, it would be another routine than the one that was made.
    """
    _merge(library, "exercise", exercises, exercise_from, library.put_exercise)
    _merge(library, "routine", routines, routine_from, library.put_routine)


def tell_damaged(library: Library, kind: str, files: Mapping[str, str]) -> None:
    """Let the library remember the files of one's own that cannot even be read.

    Args:
        library: shows them with what else is left out.
        kind: `exercise` or `routine`.
        files: their names, by the ids of what is in them.
    """
    for identity, name in files.items():
        error = InvalidValueError(
            "file",
            name,
            marked("It cannot be read. Put a good copy in its place, or delete it."),
        )
        library.leave_out(LeftOut(kind, identity, identity, error))


def _merge(
    library: Library,
    kind: str,
    documents: Documents,
    make: Callable[[Mapping[str, object]], _Thing],
    put: Callable[[_Thing], None],
) -> None:
    for identity, document in documents.items():
        try:
            thing = make(document)
            if thing.id != identity:
                raise InvalidValueError("id", thing.id, REMEDY)
            put(thing)
        except CoreappError as error:
            logger.warning("%s is left out: %s", identity, error)
            name = " ".join(str(document.get("name") or identity).split())[:LONGEST_NAME]
            library.leave_out(LeftOut(kind, identity, name, error))
