"""The routines and the exercises can be printed and saved from their pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.base import Page
from coreapp.ui.pages.exercises.exercise import ExercisePage
from coreapp.ui.pages.routines.page import RoutinesPage
from coreapp.ui.printing.desk import PdfDialog, PrintDesk
from coreapp.ui.printing.exercise_sheet import exercise_sheet
from coreapp.ui.printing.routine_sheet import routine_sheet
from tests.fakes.exercise_world import ExerciseWorld
from tests.fakes.routine_page import plain_page
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import library_of

pytestmark = pytest.mark.usefixtures("figures_unpainted")  # sheets have their own tests


class Shown:
    """A page as a person sees it."""

    def __init__(self, qtbot: QtBot, kind: type[ExercisePage] | type[RoutinesPage]) -> None:
        self.qtbot = qtbot
        self.shell = FakeShell()
        if kind is RoutinesPage:
            self.page: Page = plain_page(library_of("sun-salutation-5"), self.shell)
        else:
            world = ExerciseWorld()
            self.page = ExercisePage(world.theme, world.art, world.library, self.shell, world.desk)
        qtbot.addWidget(self.page)
        self.page.resize(1224, 900)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.become_seen()

    def click(self, name: str) -> None:
        self.qtbot.waitUntil(lambda: getattr(self.page, "is_settled", True))
        button = next(
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.isVisible() and each.accessibleName() == name
        )
        self.qtbot.waitUntil(lambda: button.height() >= button.minimumSizeHint().height())
        self.page.ensureWidgetVisible(button)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def save(self, file: Path) -> str:
        """Save into a file; return the name that was suggested."""
        dialog = self.page.findChild(PdfDialog)
        suggested = Path(dialog.selectedFiles()[0]).name
        dialog.fileSelected.emit(str(file))
        dialog.close()
        return suggested


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, str]]:
    """What was to be printed."""
    calls: list[tuple[object, str]] = []
    monkeypatch.setattr(PrintDesk, "print", lambda _, *call: calls.append(call))
    return calls


@pytest.fixture
def routines(asked, qtbot: QtBot) -> Iterator[Shown]:
    shown = Shown(qtbot, RoutinesPage)
    shown.click("Look through Sun salutation 5")
    yield shown
    shown.page.hide()


@pytest.fixture
def exercise(asked, qtbot: QtBot) -> Iterator[Shown]:
    shown = Shown(qtbot, ExercisePage)
    shown.page.show_exercise("plank")
    yield shown
    shown.page.become_hidden()
    shown.page.hide()


def test_a_routine_is_printed_and_saved_from_its_details(
    routines: Shown, asked, tmp_path: Path
) -> None:
    routines.click("Print Sun salutation 5")
    assert asked == [(routine_sheet, "sun-salutation-5")]

    routines.click("Save Sun salutation 5 as PDF")
    assert routines.save(tmp_path / "sheet.pdf") == "sun-salutation-5.pdf"
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert routines.shell.told == ["The sheet is saved as sheet.pdf."]


def test_an_exercise_is_printed_and_saved_from_its_page(
    exercise: Shown, asked, tmp_path: Path
) -> None:
    exercise.click("Print Forearm plank")
    assert asked == [(exercise_sheet, "plank")]

    exercise.click("Save Forearm plank as PDF")
    assert exercise.save(tmp_path / "sheet.pdf") == "plank.pdf"
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
