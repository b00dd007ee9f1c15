"""The dialogs for files and printers: they open over the page, and say what came of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import FileUnreadableError, NotNowError
from coreapp.domain.settings import ThemeChoice
from coreapp.ui.dialogs.base import Question
from coreapp.ui.printing.desk import PdfDialog, PrintDesk, printer_names
from coreapp.ui.printing.exercise_sheet import exercise_sheet
from coreapp.ui.printing.routine_sheet import routine_sheet
from coreapp.ui.theme.theme import Theme
from coreapp.ui.theme.tokens import LIGHT
from coreapp.ui.widgets.buttons import Button
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_library
from tests.ui.printing.conftest import RecordingArt, pdf_texts


class Desk:
    """A desk over an empty page; figures have their room on its sheets and are not painted."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.page.show()
        self.shell = FakeShell()
        self.printers: list[str] = []
        self.art = RecordingArt()
        self.desk = PrintDesk(theme, self.art, shipped_library(), self.shell, self.page, self.names)

    def names(self) -> Sequence[str]:
        return self.printers

    def pdf_dialog(self) -> PdfDialog:
        return self.page.findChild(PdfDialog)

    def question(self) -> Question:
        return self.page.findChild(Question)

    def answer(self, text: str) -> None:
        buttons = self.question().findChildren(Button)
        button = next(each for each in buttons if each.text() == text)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_a_routine_is_saved_where_the_person_says(desk: Desk, tmp_path: Path) -> None:
    desk.desk.save(routine_sheet, "desk-2min-a-reset")
    dialog = desk.pdf_dialog()
    assert dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name == "desk-2min-a-reset.pdf"
    dialog.fileSelected.emit(str(tmp_path / "break.pdf"))
    dialog.close()
    assert "Desk break A" in pdf_texts(tmp_path / "break.pdf")[0]
    assert desk.shell.told == ["The sheet is saved as break.pdf."]


def test_a_folder_that_is_gone_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.desk.save(exercise_sheet, "plank")
    desk.pdf_dialog().fileSelected.emit(str(tmp_path / "gone" / "plank.pdf"))
    desk.pdf_dialog().close()
    assert [type(each) for each in desk.shell.errors] == [FileUnreadableError]
    assert desk.shell.told == []


def test_without_a_printer_a_file_is_offered(desk: Desk) -> None:
    desk.desk.print(exercise_sheet, "plank")
    assert desk.question().isVisible()
    assert desk.question().windowTitle() == "There is no printer"
    desk.answer("Save as PDF…")
    assert Path(desk.pdf_dialog().selectedFiles()[0]).name == "plank.pdf"
    desk.pdf_dialog().close()


def test_the_offer_can_be_refused(desk: Desk) -> None:
    desk.desk.print(exercise_sheet, "plank")
    desk.answer("Cancel")
    assert desk.pdf_dialog() is None


def open_print_dialog(desk: Desk) -> QPrintDialog:
    desk.printers = ["Office"]
    desk.desk.print(exercise_sheet, "plank")
    return desk.page.findChild(QPrintDialog)


def test_with_a_printer_its_dialog_opens_and_prints(desk: Desk, tmp_path: Path) -> None:
    dialog = open_print_dialog(desk)
    assert dialog.isVisible()
    assert dialog.isModal()
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    assert "Forearm plank" in pdf_texts(tmp_path / "printed.pdf")[0]
    assert desk.shell.told == ["Forearm plank is being printed."]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(desk: Desk, tmp_path: Path) -> None:
    dialog = open_print_dialog(desk)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    assert [type(each) for each in desk.shell.errors] == [NotNowError]
    assert desk.shell.told == []


def test_paper_is_light_whatever_the_screen_is(desk: Desk, theme: Theme, tmp_path: Path) -> None:
    files = []
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST):
        theme.set_choice(choice)
        desk.desk.save(exercise_sheet, "plank")
        file = tmp_path / f"{choice}.pdf"
        desk.pdf_dialog().fileSelected.emit(str(file))
        desk.pdf_dialog().close()
        desk.qtbot.waitUntil(lambda: desk.pdf_dialog() is None)
        files.append(file.read_bytes())
    assert files[0] == files[1] == files[2]
    assert desk.art.looks == {(LIGHT, True)}


def test_the_printers_are_those_of_the_system(qapp) -> None:
    assert list(printer_names()) == list(QPrinterInfo.availablePrinterNames())
