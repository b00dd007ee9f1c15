"""Makes the report that is asked for and takes it where the person says."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coreapp.domain.errors import CancelledError, CoreappError, InvalidValueError
from coreapp.i18n import _
from coreapp.services.report import Report, ReportPart
from coreapp.services.report_reading import ReportReader
from coreapp.ui.background import Background, Job
from coreapp.ui.dialogs.report import ReportDialog
from coreapp.ui.dialogs.waiting import PatientWatch, Waiting
from coreapp.ui.navigation import Shell
from coreapp.ui.printing.desk import PrintDesk, Written
from coreapp.ui.printing.ink import Ink
from coreapp.ui.printing.printout import Sheet
from coreapp.ui.printing.report_sheet import report_sheet
from coreapp.ui.theme.theme import Theme

_NAME: Final = "coreapp-{first}-{last}"

Parts = Collection[ReportPart]
GoOn = Callable[[Written, str], None]
PrintsOn = Callable[[QWidget], PrintDesk]


class ReportDesk:
    """Asks for the time and the parts over the window that wants it."""

    def __init__(
        self, theme: Theme, reader: Callable[[], ReportReader], prints: PrintsOn, shell: Shell
    ) -> None:
        """Serve pages.

        Args:
            theme: the look.
            reader: what reads the log.
            prints: returns what knows files and printers, for a page.
            shell: tells what went wrong.
        """
        self._theme = theme
        self._reader = reader
        self._prints = prints
        self._shell = shell

    def ask(self, page: QWidget) -> None:
        """Open the question over the window of a page."""
        with self._shell.guarded():
            dialog = ReportDialog(self._theme, self._reader().today, page.window())
            prints = self._prints(page)
            reading = _Reading(self._theme, self._reader(), dialog, self._shell, page)
            dialog.save_requested.connect(partial(reading.begin, prints.save_apart))
            dialog.print_requested.connect(partial(reading.begin, prints.print_apart))
            dialog.open()


class _Reading(QObject):
    """Reads the log on a worker; if that can be done, asks where the sheet is to go.

    It is there for one question, and goes when that is closed and nothing is being read.
    """

    def __init__(
        self, theme: Theme, reader: ReportReader, dialog: ReportDialog, shell: Shell, page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._reader = reader
        self._dialog: ReportDialog | None = dialog
        self._shell = shell
        self._page = page
        self._jobs = Background(self)
        self._watch: PatientWatch | None = None
        dialog.finished.connect(self._forget)

    def begin(self, go_on: GoOn, first: date, last: date, parts: Parts) -> None:
        """Read what a report needs."""
        if self._watch is not None:
            return
        waiting = Waiting(self._theme, _("Reading the log"), "", self._page)
        self._watch = watch = PatientWatch(waiting)

        def read() -> Report:
            report = self._reader.read(first, last)
            watch.reached(1)
            return report

        name = _NAME.format(first=first, last=last)
        self._jobs.run(Job(read, partial(self._done, go_on, parts, name), self._failed))

    def _done(self, go_on: GoOn, parts: Parts, name: str, report: Report) -> None:
        self._end()
        if self._dialog is not None:
            self._dialog.accept()
            go_on(partial(_write, report, parts), name)

    def _failed(self, error: CoreappError) -> None:
        self._end()
        if self._dialog is None or isinstance(error, CancelledError):
            return
        if isinstance(error, InvalidValueError):
            self._dialog.show_problem(error)
        else:
            self._shell.show_error(error)

    def _end(self) -> None:
        if self._watch is not None:
            self._watch.end()
            self._watch = None
        if self._dialog is None:
            self.deleteLater()

    def _forget(self) -> None:
        """Want nothing any more: the question is closed."""
        self._dialog = None
        if self._watch is None:
            self.deleteLater()


def _write(report: Report, parts: Parts, ink: Ink) -> Sheet:
    return report_sheet(report, ink, parts)
