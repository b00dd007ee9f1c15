"""The way to a report: which time, what of it, and where to."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DatabaseBusyError, FileUnreadableError
from coreapp.domain.settings import Settings
from coreapp.services.report import ReportPart
from coreapp.services.report_reading import ReportReader
from coreapp.ui.background import Background
from coreapp.ui.dialogs.base import Question
from coreapp.ui.dialogs.report import ReportDialog
from coreapp.ui.dialogs.waiting import Waiting
from coreapp.ui.pages.settings.report_desk import ReportDesk
from coreapp.ui.printing.desk import PdfDialog, PrintDesk
from tests.fakes.clock import FakeClock
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_library, shipped_theme
from tests.fakes.training_days import EVENING, TODAY, did, keep
from tests.fakes.work import FakeDatabase
from tests.ui.pages.desk import settle
from tests.ui.printing.conftest import pdf_texts

Shown = TypeVar("Shown", bound=QWidget)


class Desk:
    """A page with a way to reports; it is Thursday."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page, self.shell, self.database = QWidget(), FakeShell(), FakeDatabase()
        qtbot.addWidget(self.page)
        self.page.show()
        keep(self.database, [did(1), did(40)])
        reader = ReportReader(self.database, FakeClock(EVENING), Settings)
        theme = shipped_theme()

        def prints(page: QWidget) -> PrintDesk:
            return PrintDesk(
                theme, shipped_art(), shipped_library(), self.shell, page, self.printers
            )

        self.desk = ReportDesk(theme, lambda: reader, prints, self.shell)
        self.qtbot = qtbot

    def found(self, kind: type[Shown]) -> Shown:
        """What opens when the log is read."""
        self.qtbot.waitUntil(lambda: bool(self.page.findChildren(kind)))
        (shown,) = self.page.findChildren(kind)
        return shown

    def rest(self) -> None:
        """Wait until no worker works."""
        for each in self.page.findChildren(Background):
            each.wait()
        settle()

    def printers(self) -> Sequence[str]:
        return []

    def ask(self) -> ReportDialog:
        self.desk.ask(self.page)
        (dialog,) = self.page.findChildren(ReportDialog)
        return dialog


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_four_weeks_without_notes_are_usual(desk: Desk) -> None:
    first, last, parts = desk.ask().chosen()

    assert (first, last) == (TODAY - timedelta(days=27), TODAY)
    assert parts == frozenset(ReportPart) - {ReportPart.NOTES}


def test_a_report_is_saved_where_the_person_says(desk: Desk, tmp_path: Path) -> None:
    dialog = desk.ask()
    dialog.span.findChild(QWidget, "choice_8").click()
    dialog.save.click()
    files = desk.found(PdfDialog)
    assert files.selectedFiles()[0].endswith("coreapp-2026-01-09-2026-03-05.pdf")
    files.fileSelected.emit(str(tmp_path / "report.pdf"))
    desk.qtbot.waitUntil(lambda: bool(desk.shell.told))
    settle()

    text = " ".join(pdf_texts(tmp_path / "report.pdf"))
    assert "January 9, 2026 to March 5, 2026" in text
    assert desk.shell.told == ["The sheet is saved as report.pdf."]
    assert desk.page.findChildren(ReportDialog) == []
    files.reject()


def test_a_time_of_ones_own_is_two_dates(desk: Desk) -> None:
    dialog = desk.ask()
    assert not dialog.first.isVisible()
    dialog.span.findChild(QWidget, "choice_own").click()
    assert dialog.first.isVisible()
    dialog.first.setDate(QDate(2026, 3, 5))
    dialog.last.setDate(QDate(2026, 3, 1))
    assert dialog.chosen()[:2] == (date(2026, 3, 5), date(2026, 3, 1))
    dialog.save.click()
    desk.rest()

    assert dialog.isVisible()
    assert desk.page.findChildren(PdfDialog) == []
    dialog.reject()


def test_a_question_that_is_over_leaves_nothing_behind(desk: Desk) -> None:
    desk.ask().reject()
    settle()
    (of_the_sheets,) = desk.page.findChildren(Background)
    assert isinstance(of_the_sheets.parent(), PrintDesk)

    dialog = desk.ask()
    dialog.save.click()
    dialog.reject()
    desk.rest()
    parents = [each.parent() for each in desk.page.findChildren(Background)]
    assert all(isinstance(each, PrintDesk) for each in parents)


def test_what_is_not_wanted_is_left_out(desk: Desk) -> None:
    dialog = desk.ask()
    dialog.parts.findChild(QWidget, "chip_pain").click()
    dialog.parts.findChild(QWidget, "chip_notes").click()

    assert dialog.chosen()[2] == frozenset(ReportPart) - {ReportPart.PAIN}
    dialog.reject()


def test_where_there_is_no_printer_a_file_is_offered(desk: Desk) -> None:
    dialog = desk.ask()
    dialog.print.click()

    desk.qtbot.waitUntil(lambda: dialog not in desk.page.findChildren(ReportDialog))
    question = next(
        each for each in desk.page.findChildren(Question) if not isinstance(each, Waiting)
    )
    assert question.windowTitle() == "There is no printer"
    question.reject()


def test_a_log_that_cannot_be_read_is_told(desk: Desk) -> None:
    dialog = desk.ask()
    desk.database.failure = DatabaseBusyError("log")
    dialog.save.click()
    desk.qtbot.waitUntil(lambda: bool(desk.shell.errors))

    assert desk.shell.errors == [desk.database.failure]
    assert dialog.isVisible()
    dialog.reject()


def test_whoever_closes_the_question_while_the_log_is_read_hears_nothing_more(desk: Desk) -> None:
    dialog = desk.ask()
    dialog.save.click()
    dialog.save.click()  # once more is not twice
    dialog.reject()
    desk.rest()

    assert desk.page.findChildren(PdfDialog) == []
    assert desk.shell.errors == []


def test_a_report_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    dialog = desk.ask()
    dialog.save.click()
    files = desk.found(PdfDialog)
    files.fileSelected.emit(str(tmp_path / "gone" / "report.pdf"))
    desk.qtbot.waitUntil(lambda: bool(desk.shell.errors))

    assert isinstance(desk.shell.errors[0], FileUnreadableError)
    assert desk.shell.told == []
    files.reject()
