"""The library page as a person sees it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coreapp.services.library import Library
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.exercises.filters import FacetButton
from coreapp.ui.pages.exercises.grid import ExerciseGrid
from coreapp.ui.pages.exercises.library import LibraryPage
from coreapp.ui.pages.exercises.nothing_found import NothingFound
from coreapp.ui.widgets.buttons import Chip
from tests.fakes.exercise_world import ExerciseWorld
from tests.ui.pages.desk import settle


class Shown:
    """The page as a person sees it."""

    def __init__(self, qtbot: QtBot, library: Library | None = None) -> None:
        self.qtbot = qtbot
        self.world = ExerciseWorld(library)
        self.fake = self.world.shell
        self.theme = self.world.theme
        shell: Shell = self.fake
        self.page = LibraryPage(
            self.theme, self.world.art, self.world.library, shell, self.world.desk
        )
        qtbot.addWidget(self.page)
        self.page.resize(1224, 900)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.become_seen()

    @property
    def grid(self) -> ExerciseGrid:
        return self.page.findChildren(ExerciseGrid)[0]

    @property
    def field(self) -> QLineEdit:
        return self.page.findChildren(QLineEdit)[0]

    @property
    def names(self) -> list[str]:
        model = self.grid.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def texts(self) -> list[str]:
        labels = self.page.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    def chip(self, start: str) -> Chip:
        settle()
        chips = self.page.findChildren(Chip)
        return next(chip for chip in chips if chip.text().startswith(start) and not chip.isHidden())

    def filter(self, title: str) -> FacetButton:
        settle()
        buttons = self.page.findChildren(FacetButton)
        there = (each for each in buttons if not each.isHidden())
        return next(each for each in there if each.accessibleName().startswith(title))

    def type(self, word: str) -> None:
        self.page.focus_search()
        self.qtbot.keyClicks(self.field, word)

    def choose(self, facet: str, start: str) -> None:
        button = self.filter(facet)
        next(each for each in button.menu().actions() if each.text().startswith(start)).trigger()

    def offered(self) -> list[str]:
        """What is offered where nothing is found."""
        buttons = self.page.findChildren(NothingFound)[-1].findChildren(QPushButton)
        return [each.text() for each in buttons if each.isVisible()]

    def press(self, text: str) -> None:
        buttons = self.page.findChildren(QPushButton)
        found = next(each for each in buttons if each.isVisible() and each.text() == text)
        self.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
