"""Where a sheet is to go: the dialogs for files and printers, none of which blocks."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from coreapp.domain.errors import CancelledError, CoreappError
from coreapp.i18n import _
from coreapp.services.library import Library
from coreapp.ui.background import Background, Job
from coreapp.ui.dialogs.base import Question
from coreapp.ui.dialogs.waiting import PatientWatch, Waiting
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

_LAID_OUT: Final = 0.3
"""The share of the time after which a sheet is laid out, as measured."""

MakeSheet = Callable[[Library, Shapes, str], Sheet]
"""`routine_sheet` or `exercise_sheet`."""

Written = Callable[[Ink], Sheet]
"""Writes a sheet with an ink, when it is known where it goes."""


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
        self._jobs = Background(self)

    def save(self, make: MakeSheet, identity: str) -> None:
        """Ask for a file, and write the sheet of a routine or an exercise into it."""
        self.save_written(partial(self._sheet, make, identity), identity)

    def print(self, make: MakeSheet, identity: str) -> None:
        """Ask for a printer, and print the sheet; where there is none, offer a file instead."""
        self.print_written(partial(self._sheet, make, identity), identity)

    def save_written(self, write: Written, name: str) -> None:
        """Ask for a file, suggest one called `name`, and write any sheet into it."""
        self._ask_where(partial(self._save_as, write), name)

    def save_apart(self, write: Written, name: str) -> None:
        """Ask for a file, and write a sheet into it on another thread: it may have many pages.

        Nothing in it may come from what windows show, such as figures.
        """
        self._ask_where(partial(self._save_on_worker, write), name)

    def print_written(self, write: Written, name: str) -> None:
        """Ask for a printer, and print any sheet; where there is none, offer a file instead."""
        self._print(write, partial(self.save_written, write, name))

    def print_apart(self, write: Written, name: str) -> None:
        """Ask for a printer; where there is none, offer a file as `save_apart` writes it.

        A printer is painted on by the thread of the windows: its driver may ask something.
        """
        self._print(write, partial(self.save_apart, write, name))

    def _ask_where(self, save: Callable[[str], None], name: str) -> None:
        dialog = PdfDialog(name, self._page)
        dialog.fileSelected.connect(save)
        dialog.open()

    def _print(self, write: Written, save: Callable[[], None]) -> None:
        if not self._printers():
            self._offer_file(save)
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
        dialog.accepted.connect(partial(self._print_on, write))
        # The print dialog's own open() wants a slot by its name.
        QDialog.open(dialog)

    def _offer_file(self, save: Callable[[], None]) -> None:
        text = _(
            "This computer has no printer that the program can find. A PDF has the same pages; "
            "it can be printed somewhere else."
        )
        question = Question(self._theme, _("There is no printer"), text, self._page)
        question.add_answer(_("Cancel"))
        question.add_answer(_("Save as PDF…"), save, ButtonKind.PRIMARY)
        question.open()

    def _save_as(self, write: Written, file: str) -> None:
        with self._shell.guarded():
            ink = self._ink
            save_sheet(Path(file), write(ink), ink, usual_paper())
            self._tell_saved(Path(file), None)

    def _save_on_worker(self, write: Written, file: str) -> None:
        path, ink, paper = Path(file), self._ink, usual_paper()
        waiting = Waiting(self._theme, _("Writing the sheet"), path.name, self._page)
        watch = PatientWatch(waiting)

        def save() -> None:
            sheet = write(ink)
            watch.reached(_LAID_OUT)
            save_sheet(path, sheet, ink, paper)

        finish = partial(self._finish, watch)
        done = partial(finish, partial(self._tell_saved, path))
        self._jobs.run(Job(save, done, partial(finish, self._tell_failed)))

    def _finish(self, watch: PatientWatch, go_on: Callable[[Any], None], result: object) -> None:
        watch.end()
        go_on(result)

    def _tell_saved(self, path: Path, _nothing: None) -> None:
        self._shell.tell(_("The sheet is saved as {file}.").format(file=path.name))

    def _tell_failed(self, error: CoreappError) -> None:
        if isinstance(error, CancelledError):
            self._shell.tell(_("No sheet was written."))
        else:
            self._shell.show_error(error)

    def _print_on(self, write: Written, printer: "QPrinter") -> None:
        with self._shell.guarded():
            ink = self._ink
            sheet = write(ink)
            print_sheet(printer, sheet, ink)
            self._shell.tell(_("{name} is being printed.").format(name=sheet.title))

    def _sheet(self, make: MakeSheet, identity: str, ink: Ink) -> Sheet:
        return make(self._library, Shapes(ink, self._art), identity)

    @property
    def _ink(self) -> Ink:
        return Ink(self._theme.paper_tokens, self._theme.fonts)
