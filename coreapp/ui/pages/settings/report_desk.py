"""Makes the report that is asked for and takes it where the person says."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from coreapp.domain.errors import InvalidValueError
from coreapp.services.report import Report, ReportPart, ReportReader
from coreapp.ui.dialogs.report import ReportDialog
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
            dialog.save_requested.connect(partial(self._make, dialog, prints.save_written))
            dialog.print_requested.connect(partial(self._make, dialog, prints.print_written))
            dialog.open()

    def _make(
        self, dialog: ReportDialog, go_on: GoOn, first: date, last: date, parts: Parts
    ) -> None:
        """Read the log; if that can be done, ask where the sheet is to go."""
        with self._shell.guarded():
            try:
                report = self._reader().read(first, last)
            except InvalidValueError as error:
                dialog.show_problem(error)
                return
            dialog.accept()
            go_on(partial(_write, report, parts), _NAME.format(first=first, last=last))


def _write(report: Report, parts: Parts, ink: Ink) -> Sheet:
    return report_sheet(report, ink, parts)
