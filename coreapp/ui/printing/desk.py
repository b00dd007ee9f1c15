"""Where a sheet is to go: the dialogs for files and printers, none of which blocks."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from coreapp.i18n import _
from coreapp.services.library import Library
from coreapp.ui.dialogs.base import Question
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.printing.ink import Ink
from coreapp.ui.printing.output import ENDING, print_sheet, save_sheet, usual_paper
from coreapp.ui.printing.printout import Sheet
from coreapp.ui.printing.shapes import Shapes
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MakeSheet = Callable[[Library, Shapes, str], Sheet]
"""`routine_sheet` or `exercise_sheet`."""


def printer_names() -> Sequence[str]:
    """Return the names of the printers there are."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415  only those who print need it

    return QPrinterInfo.availablePrinterNames()


class PdfDialog(QFileDialog):
    """Asks where a sheet is to go; `fileSelected` says it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Suggest a file called `name`, without an ending."""
        super().__init__(parent, _("Save as PDF"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters([_("Page for printing (*.pdf)")])
        self.setDefaultSuffix(ENDING.removeprefix("."))
        self.selectFile(f"{name}{ENDING}")


class PrintDesk(QObject):
    """Makes the sheet that is asked for and takes it where the person says."""

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        shell: Shell,
        page: QWidget,
        printers: Callable[[], Sequence[str]] = printer_names,
    ) -> None:
        """Serve a page.

        Args:
            theme: the type, and the colours for paper.
            art: draws the figures.
            library: what the sheets are about.
            shell: says what was done or went wrong.
            page: over which the dialogs open.
            printers: returns the names of the printers there are.
        """
        super().__init__(page)
        self._theme = theme
        self._art = art
        self._library = library
        self._shell = shell
        self._page = page
        self._printers = printers
        self._printer: QPrinter | None = None

    def save(self, make: MakeSheet, identity: str) -> None:
        """Ask for a file, and write the sheet of a routine or an exercise into it."""
        dialog = PdfDialog(identity, self._page)
        dialog.fileSelected.connect(partial(self._write, make, identity))
        dialog.open()

    def print(self, make: MakeSheet, identity: str) -> None:
        """Ask for a printer, and print the sheet; where there is none, offer a file instead."""
        if not self._printers():
            self._offer_file(make, identity)
            return
        from PySide6.QtPrintSupport import (  # noqa: PLC0415  only those who print need it
            QAbstractPrintDialog,
            QPrintDialog,
            QPrinter,
        )

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(usual_paper())
        self._printer = printer  # the dialog would not keep it alive
        dialog = QPrintDialog(printer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # A sheet is a few pages that belong together.
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.accepted.connect(partial(self._print_on, make, identity))
        # The print dialog's own open() wants a slot by its name.
        QDialog.open(dialog)

    def _offer_file(self, make: MakeSheet, identity: str) -> None:
        text = _(
            "This computer has no printer that the program can find. A PDF has the same pages; "
            "it can be printed somewhere else."
        )
        question = Question(self._theme, _("There is no printer"), text, self._page)
        question.add_answer(_("Cancel"))
        question.add_answer(
            _("Save as PDF…"), partial(self.save, make, identity), ButtonKind.PRIMARY
        )
        question.open()

    def _write(self, make: MakeSheet, identity: str, file: str) -> None:
        with self._shell.guarded():
            save_sheet(Path(file), self._sheet(make, identity), self._ink, usual_paper())
            self._shell.tell(_("The sheet is saved as {file}.").format(file=Path(file).name))

    def _print_on(self, make: MakeSheet, identity: str, printer: "QPrinter") -> None:
        with self._shell.guarded():
            sheet = self._sheet(make, identity)
            print_sheet(printer, sheet, self._ink)
            self._shell.tell(_("{name} is being printed.").format(name=sheet.title))

    def _sheet(self, make: MakeSheet, identity: str) -> Sheet:
        return make(self._library, Shapes(self._ink, self._art), identity)

    @property
    def _ink(self) -> Ink:
        return Ink(self._theme.paper_tokens, self._theme.fonts)
