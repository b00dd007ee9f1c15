"""A person's own routines in memory, on a copy of the shipped library."""

from dataclasses import replace
from pathlib import Path

from coreapp.domain.errors import CoreappError, FileUnreadableError
from coreapp.domain.routine import Block, Routine
from coreapp.domain.routine_editing.new_step import step_of
from coreapp.services.library import Library
from coreapp.services.own_routines import OwnRoutines
from coreapp.services.routine_sharing import RoutineSharing
from coreapp.services.shared_routine import SharedRoutine
from tests.fakes.documents import FakeDocuments
from tests.fakes.shipped import fresh_library, library_of


class FakeRoutineFiles:
    """Files in memory.

    Attributes:
        failure: raised by reading and writing until it is None again.
    """

    def __init__(self) -> None:
        self.kept: dict[Path, SharedRoutine] = {}
        self.failure: CoreappError | None = None

    def read(self, path: Path) -> SharedRoutine:
        self._fail()
        if path not in self.kept:
            raise FileUnreadableError(str(path), "No such file or directory")
        return self.kept[path]

    def write(self, path: Path, shared: SharedRoutine) -> None:
        self._fail()
        self.kept[path] = shared

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure


class OwnWorld:
    """Own routines with where they are kept; ids are `own-1`, `own-2` and so on."""

    def __init__(self, library: Library | None = None) -> None:
        self.library = library or fresh_library()
        self.documents = FakeDocuments()
        self.exercise_documents = FakeDocuments()
        self.files = FakeRoutineFiles()
        ids = iter(f"own-{number}" for number in range(1, 999))
        self.planned: set[str] = set()
        self.own = OwnRoutines(
            self.library, self.documents, lambda: next(ids), self.planned.__contains__
        )
        self.sharing = RoutineSharing(
            self.library, self.documents, self.exercise_documents, self.files
        )

    def made(self, *exercises: str) -> Routine:
        """Return a new routine of these exercises, not kept yet."""
        shown = (self.library.exercise(each) for each in exercises or ("plank",))
        steps = tuple(step_of(each, each.levels[0]) for each in shown)
        return replace(self.own.new(), blocks=(Block(steps),))


def one_routine_library() -> Library:
    """Return all shipped exercises with one routine, for what needs no long list."""
    return library_of("core-basics-runners")
