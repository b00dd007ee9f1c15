"""Routines as files: what would change is shown first, and then done as one step, or not at all."""

import logging
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from coreapp.domain.errors import CoreappError, InvalidValueError, UnknownIdError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine
from coreapp.domain.routine_editing.faults import faults, sound
from coreapp.services.editing_words import fault_error
from coreapp.services.library import Library
from coreapp.services.own_documents import document_of
from coreapp.services.ports import Documents, RoutineFiles
from coreapp.services.shared_routine import SharedRoutine

logger = logging.getLogger(__name__)

_Thing = TypeVar("_Thing", Exercise, Routine)


class Standing(StrEnum):
    """How something in a file stands to what is there."""

    NEW = "new"
    OTHER = "other"
    """There is one with the same id, which differs: it would be replaced."""
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file would bring, and nothing of it has happened yet.

    Attributes:
        standing: of the routine.
        exercises: those of the other person's own that come with it, with their standing.
        seconds: how long the routine takes.
    """

    routine: Routine
    standing: Standing
    exercises: tuple[tuple[Exercise, Standing], ...]
    seconds: float

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is there already."""
        standings = (self.standing, *(standing for _each, standing in self.exercises))
        return all(standing is Standing.SAME for standing in standings)


class RoutineSharing:
    """Writes routines of one's own into files, and takes in those of others."""

    def __init__(
        self,
        library: Library,
        routines: Documents,
        exercises: Documents,
        files: RoutineFiles,
    ) -> None:
        self._library = library
        self._routines = routines
        self._exercises = exercises
        self._files = files

    def share(self, identity: str, path: Path) -> SharedRoutine:
        """Write a routine of one's own into a file; return what is in it.

        Raises:
            UnknownIdError: there is no routine with that id.
            InvalidValueError: it is a shipped one, which everybody has.
            CoreappError: the file cannot be written.
        """
        packed = self._packed(identity)
        self._files.write(path, packed)
        return packed

    def look_into(self, path: Path) -> Arrival:
        """Return what a file would bring.

        Raises:
            CoreappError: the file cannot be read, is none of ours, or does not fit this program.
        """
        return self.preview(self._files.read(path))

    def preview(self, shared: SharedRoutine) -> Arrival:
        """Return what taking in would change.

        Raises:
            UnknownIdError: it needs an exercise that is neither in the file nor in the library.
            InvalidValueError: it would take the place of a shipped one, or has faults.
        """
        library = self._library
        known = {each.id: each for each in library.exercises}
        coming = {each.id for each in shared.exercises}
        for needed in (*shared.needs, *shared.routine.exercises):
            if needed not in known and needed not in coming:
                raise UnknownIdError("exercise", needed)
        exercises = tuple(self._arriving(each, coming) for each in shared.exercises)
        known |= {exercise.id: exercise for exercise, _standing in exercises}
        if found := faults(shared.routine, known):
            raise fault_error(found[0], shared.routine)
        routine = sound(shared.routine, known)
        there = _find(library.routines, routine.id)
        if there is not None and not library.is_own_routine(routine.id):
            raise _taken(routine.id)
        self._check_others(routine.id, exercises, known)
        seconds = routine.expected_seconds or 0.0
        return Arrival(routine, _standing_of(routine, there), exercises, seconds)

    def take_in(self, arrival: Arrival) -> None:
        """Keep what a file brings, all or nothing; what is there already is not touched.

        Raises:
            CoreappError: it cannot be stored; then everything is as it was.
        """
        exercises = [each for each, standing in arrival.exercises if standing is not Standing.SAME]
        stored: list[tuple[Documents, Exercise | Routine, Exercise | Routine | None]] = []
        try:
            for each in exercises:
                stored.append((self._exercises, each, _find(self._library.exercises, each.id)))
                self._exercises.save(each.id, document_of(each))
            if arrival.standing is not Standing.SAME:
                routine = arrival.routine
                stored.append((self._routines, routine, _find(self._library.routines, routine.id)))
                self._routines.save(routine.id, document_of(routine))
        except CoreappError:
            for documents, new, before in reversed(stored):
                _put_back(documents, new.id, before)
            raise
        for each in exercises:
            self._library.put_exercise(each)
        if arrival.standing is not Standing.SAME:
            self._library.put_routine(arrival.routine)

    def _packed(self, identity: str) -> SharedRoutine:
        """Return a routine of one's own with what the other side may lack."""
        library = self._library
        routine = library.routine(identity)
        if not library.is_own_routine(identity):
            raise InvalidValueError(
                "routine", identity, marked("Everybody has it already; duplicate it to share it.")
            )
        own = [each for each in routine.exercises if library.is_own_exercise(each)]
        exercises = tuple(_portable(library.exercise(each), self._is_shipped, own) for each in own)
        needs = tuple(each for each in routine.exercises if each not in own)
        return SharedRoutine(routine, exercises, needs)

    def _arriving(self, exercise: Exercise, coming: set[str]) -> tuple[Exercise, Standing]:
        if self._is_shipped(exercise.id):
            raise _taken(exercise.id)
        there = _find(self._library.exercises, exercise.id)
        # Pictures are not in the file: those that are here stay.
        pictures = there.pictures if there is not None else ()
        arriving = replace(_portable(exercise, self._is_shipped, coming), pictures=pictures)
        return arriving, _standing_of(arriving, there)

    def _check_others(
        self,
        arriving: str,
        exercises: Iterable[tuple[Exercise, Standing]],
        known: Mapping[str, Exercise],
    ) -> None:
        """Refuse a changed exercise that another routine of one's own could not be done with."""
        changed = (each for each, standing in exercises if standing is Standing.OTHER)
        for exercise in changed:
            for routine in self._library.own_routines_with(exercise.id):
                if routine.id != arriving and faults(routine, known):
                    raise InvalidValueError(
                        "exercise",
                        exercise.name,
                        marked("Your routine “{routine}” could not be done with it any more."),
                        routine=routine.name,
                    )

    def _is_shipped(self, identity: str) -> bool:
        library = self._library
        there = _find(library.exercises, identity) is not None
        return there and not library.is_own_exercise(identity)


def _portable(
    exercise: Exercise, is_shipped: Callable[[str], bool], with_it: Container[str]
) -> Exercise:
    """Return an exercise without its pictures, and without what points to what is not there."""

    def reaches(identity: str | None) -> bool:
        return bool(identity) and (is_shipped(str(identity)) or identity in with_it)

    return replace(
        exercise,
        pictures=(),
        figure=exercise.figure if reaches(exercise.figure) else "",
        easier=exercise.easier if reaches(exercise.easier) else None,
        harder=exercise.harder if reaches(exercise.harder) else None,
    )


def _standing_of(new: _Thing, there: _Thing | None) -> Standing:
    if there is None:
        return Standing.NEW
    return Standing.SAME if new == there else Standing.OTHER


def _find(things: Iterable[_Thing], identity: str) -> _Thing | None:
    return next((each for each in things if each.id == identity), None)


def _put_back(documents: Documents, identity: str, before: Exercise | Routine | None) -> None:
    """Undo one step of taking in, as far as the disk lets it."""
    try:
        if before is None:
            documents.delete(identity)
        else:
            documents.save(identity, document_of(before))
    except CoreappError as error:
        logger.warning("%s is not put back: %s", identity, error)


def _taken(identity: str) -> InvalidValueError:
    return InvalidValueError(
        "id", identity, marked("A shipped one has this id; nothing was changed.")
    )
