"""A library with what a person makes and marks of it, for tests of the pages that show it."""

from itertools import count
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from coreapp.domain.exercise import Exercise
from coreapp.services.library import Library
from coreapp.services.marks import Marks
from coreapp.services.own_exercises import OwnExercises
from coreapp.storage.picture_folder import PictureFolder
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.own_pictures import OwnPictures
from coreapp.ui.pages.exercises.desk import ExerciseDesk
from coreapp.ui.theme.theme import Theme
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.documents import FakeDocuments
from tests.fakes.pictures import FakePictures
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import fresh_library, shipped_figures, shipped_theme


class ExerciseWorld:
    """Everything that the pages of exercises work with; nothing of it is shared."""

    def __init__(
        self,
        library: Library | None = None,
        *,
        theme: Theme | None = None,
        shell: FakeShell | None = None,
        pictures: Path | None = None,
    ) -> None:
        """Make a world.

        Args:
            library: the shipped one if none is given.
            theme: one of its own if none is given.
            shell: one of its own if none is given.
            pictures: a folder for real pictures; without it they are in memory.
        """
        self.theme = theme or shipped_theme()
        self.shell = shell or FakeShell()
        self.clock = FakeClock()
        self.library = library or fresh_library()
        self.documents = FakeDocuments()
        self.pictures = PictureFolder(pictures) if pictures else FakePictures()
        numbers = count(1)
        self.own = OwnExercises(
            self.library, self.documents, self.pictures, lambda: f"own-{next(numbers)}"
        )
        self.marks = Marks(FakeStateFile(), self.clock)
        self.art = FigureArt(self._figure, OwnPictures(self._pictures))
        self.desk = ExerciseDesk(
            theme=self.theme,
            art=self.art,
            library=self.library,
            own=lambda: self.own,
            marks=lambda: self.marks,
            shell=self.shell,
        )

    def _figure(self, exercise: str):
        return shipped_figures().find(self.library.figure_of(exercise))

    def _pictures(self, exercise: str) -> list[Path] | None:
        if not self.library.is_own_exercise(exercise):
            return None
        found: Exercise = self.library.exercise(exercise)
        return [self.pictures.path(each) for each in found.pictures]


def write_picture(path: Path, size: QSize, colour: QColor) -> Path:
    """Write a picture of one colour."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour)
    assert image.save(str(path))
    return path
