"""Makes the exercises and routines that ship once in a process: hundreds of tests start a program.

They never change, so all programs of a process can share them; each gets tables of its own. What a
test makes of its own files is made anew, and so is what it asks for with other exercises.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from coreapp.content import loader
from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine

ASSETS = Path(__file__).parents[1] / "assets"

LoadExercises = Callable[[Path], dict[str, Exercise]]
LoadRoutines = Callable[[Path, Mapping[str, Exercise]], dict[str, Routine]]


class LibraryMemory:
    """What has been made of the files that ship."""

    def __init__(self) -> None:
        self._exercises: dict[str, Exercise] = {}
        self._routines: dict[str, Routine] = {}

    def exercises(self, load: LoadExercises) -> LoadExercises:
        """Return `load_exercises` with a memory of what ships."""

        def remembered(folder: Path) -> dict[str, Exercise]:
            if folder != ASSETS / "exercises":
                return load(folder)
            self._exercises = self._exercises or load(folder)
            return dict(self._exercises)

        return remembered

    def routines(self, load: LoadRoutines) -> LoadRoutines:
        """Return `load_routines` with a memory of what ships."""

        def remembered(folder: Path, exercises: Mapping[str, Exercise]) -> dict[str, Routine]:
            if folder != ASSETS / "routines" or exercises != self._exercises:
                return load(folder, exercises)
            self._routines = self._routines or load(folder, exercises)
            return dict(self._routines)

        return remembered


def install() -> None:
    """Let all of this process make them once; it stays so until the process ends."""
    memory, patch = LibraryMemory(), pytest.MonkeyPatch()
    patch.setattr(loader, "load_exercises", memory.exercises(loader.load_exercises))
    patch.setattr(loader, "load_routines", memory.routines(loader.load_routines))
