"""A person's own exercises, routines, pictures and choices in the program's own file.

`exercises` and `routines` are lists of documents as they lie in the data folder, `marks` are by the
ids of exercises, and `pictures` by their names, in Base64. `doses` and `programmes` are what was
taken over and chosen for them, as it lies in the data folder, too.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.identity import checked_id, checked_picture
from coreapp.domain.marks import Mark, mark_from, to_mapping
from coreapp.domain.routine import Routine
from coreapp.domain.taken_doses import TakenDoses
from coreapp.interchange.file_schema import FirstDocument
from coreapp.services.dose_taking import doses_document, doses_from
from coreapp.services.own_documents import REMEDY, document_of, exercise_from, routine_from
from coreapp.services.own_exercises import checked_content
from coreapp.services.own_transfer import OwnBundle
from coreapp.services.programme_shelf import Choices, choices_document, choices_from

_Thing = TypeVar("_Thing", Exercise, Routine)


def documents(own: OwnBundle) -> dict[str, object]:
    """Return what goes into a file, by its keys."""
    return {
        "exercises": [document_of(each) for each in own.exercises],
        "routines": [document_of(each) for each in own.routines],
        "marks": {each: to_mapping(mark) for each, mark in own.marks.items()},
        "pictures": dict(own.pictures),
        "doses": doses_document(own.doses),
        "programmes": {each: choices_document(chosen) for each, chosen in own.programmes.items()},
    }


def own_bundle(document: FirstDocument) -> OwnBundle:
    """Return what is one's own in a file.

    Raises:
        InvalidValueError: something in it cannot be used; names where.
    """
    return OwnBundle(
        _things("exercises", document.exercises, exercise_from),
        _things("routines", document.routines, routine_from),
        {each: _mark(each, plain) for each, plain in document.marks.items()},
        {name: _picture(name, content) for name, content in document.pictures.items()},
        _doses(document.doses),
        {each: _choices(each, plain) for each, plain in document.programmes.items()},
    )


def _things(
    kind: str,
    records: Sequence[Mapping[str, object]],
    make: Callable[[Mapping[str, object]], _Thing],
) -> tuple[_Thing, ...]:
    things: dict[str, _Thing] = {}
    for number, record in enumerate(records):
        try:
            thing = make(record)
        except InvalidValueError as error:
            raise error.under(f"{kind}[{number}].{error.key}") from error
        if thing.id in things:
            raise InvalidValueError(f"{kind}[{number}].id", thing.id, marked("Give each id once."))
        things[thing.id] = thing
    return tuple(things.values())


def _mark(exercise: str, plain: Mapping[str, object]) -> Mark:
    try:
        checked_id(exercise)
        return mark_from(plain)
    except InvalidValueError as error:
        raise error.under(f"marks.{exercise}.{error.key}") from error


def _doses(document: Mapping[str, Mapping[str, object]]) -> TakenDoses:
    doses: dict[tuple[str, int], int] = {}
    for exercise, plain in document.items():
        found = doses_from({exercise: plain})
        if doses_document(found) != {exercise: plain}:
            raise InvalidValueError(f"doses.{exercise}", ", ".join(plain), REMEDY)
        doses.update(found)
    return doses


def _choices(programme: str, plain: Mapping[str, object]) -> Choices:
    choices = choices_from(plain)
    if choices_document(choices) != plain:
        raise InvalidValueError(f"programmes.{programme}", ", ".join(plain), REMEDY)
    return choices


def _picture(name: str, content: bytes) -> bytes:
    try:
        checked_picture(name)
        checked_content(content)
    except InvalidValueError as error:
        raise error.under(f"pictures.{name}") from error
    return content
