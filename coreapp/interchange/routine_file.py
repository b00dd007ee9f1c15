"""A routine's file: `{"format": "coreapp-routine", "version": 1, "routine": {...}, ...}`.

`routine` and each of `exercises` are documents as `coreapp.services.own_documents` writes them;
`needs` names the shipped exercises. `assets/README.md` describes the format for people.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from coreapp.domain.errors import InvalidValueError, file_error, marked
from coreapp.domain.own import MOST_ROUTINE_STEPS
from coreapp.interchange import files
from coreapp.interchange.reading import Kind, first_repeated, read_file
from coreapp.services.own_documents import document_of, exercise_from, routine_from
from coreapp.services.shared_routine import SharedRoutine

MOST_BYTES: Final = 1_000_000
"""A routine of two hundred steps with exercises of its own has about a tenth of that."""

KIND: Final = Kind(
    "coreapp-routine", 1, marked("Give a routine that this program shared; nothing was changed.")
)

Few = Annotated[tuple[dict[str, object], ...], Meta(max_length=MOST_ROUTINE_STEPS)]
Ids = Annotated[
    tuple[Annotated[str, Meta(min_length=1, max_length=100)], ...],
    Meta(max_length=MOST_ROUTINE_STEPS),
]


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    """The whole file."""

    format: str
    version: int
    routine: dict[str, object]
    exercises: Few = ()
    needs: Ids = ()


def encode(shared: SharedRoutine) -> str:
    """Return the text of a routine's file."""
    document = {
        "format": KIND.format,
        "version": KIND.version,
        "routine": document_of(shared.routine),
        "exercises": [document_of(each) for each in shared.exercises],
        "needs": list(shared.needs),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def decode(content: bytes) -> SharedRoutine:
    """Read the text of a routine's file.

    Raises:
        InvalidValueError: it is too large, not JSON, not of this format, of a newer version, or a
            value in it cannot be used; names where.
    """
    if len(content) > MOST_BYTES:
        raise InvalidValueError("file", f"{len(content)} B", KIND.remedy)
    document = read_file(content, KIND, _Document)
    try:
        routine = routine_from(document.routine)
    except InvalidValueError as error:
        raise error.under(f"routine.{error.key}") from error
    exercises = []
    for number, each in enumerate(document.exercises):
        try:
            exercises.append(exercise_from(each))
        except InvalidValueError as error:
            raise error.under(f"exercises[{number}].{error.key}") from error
    _check_unique([each.id for each in exercises])
    return SharedRoutine(routine, tuple(exercises), document.needs)


class RoutineFolder:
    """Reads and writes routines' files wherever the person says."""

    def read(self, path: Path) -> SharedRoutine:
        """Return what is in a file.

        Raises:
            FileUnreadableError: it cannot be read.
            InvalidValueError: see `decode`.
        """
        try:
            with path.open("rb") as file:
                # No more than tells that it is too large: a person may pick any file.
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise file_error(str(path), error) from error
        return decode(content)

    def write(self, path: Path, shared: SharedRoutine) -> None:
        """Replace a file, all or nothing.

        Raises:
            FileUnreadableError: it cannot be written.
            DiskFullError: there is no room.
        """
        files.write_file(path, encode(shared))


def _check_unique(ids: Sequence[str]) -> None:
    place = first_repeated(ids)
    if place is not None:
        raise InvalidValueError(f"exercises[{place}].id", ids[place], marked("Give each id once."))
